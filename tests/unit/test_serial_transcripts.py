"""What devices send according to their makers' manuals, and what it must be understood as."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.readings import Judgement
from device_drivers.serial.decoded import (
    Decoded,
    Faulty,
    Identified,
    InUnit,
    Measured,
    Scanned,
    Tightened,
)
from device_drivers.serial.profiles import GAUGES

FOLDER = Path(__file__).parents[1] / "fixtures" / "serial"
TRANSCRIPTS = {
    "tohnichi_cem3": "tohnichi",
    "mark10_tt": "mark-10",
    "acradyne_gen4": "acradyne",
    "fec_micro_nr": "fec",
    "cleco_tme": "cleco-tme",
    "mitutoyo_qm_height": "mitutoyo",
    "sylvac_opto_rs": "sylvac",
    "mettler_mt_sics": "mt-sics",
}


def lines(name: str) -> list[tuple[str, bytes, str]]:
    text = (FOLDER / f"{name}.txt").read_text("utf-8")
    kept = [line for line in text.splitlines() if "\t" in line]
    return [
        (name, sent.encode("latin-1"), means)
        for sent, _, means in (line.partition("\t") for line in kept)
    ]


def value(measured: Measured) -> str:
    limits = "" if measured.low is None else f"({measured.low}..{measured.high})"
    judged = "" if measured.judgement is Judgement.NOT_JUDGED else measured.judgement.value
    unit = "" if measured.unit in {None, "deg"} else measured.unit
    return " ".join(part for part in (str(measured.value), unit, limits, judged) if part)


def tightening(result: Tightened) -> str:
    parts = [f"torque={value(result.torque)}"]
    parts += [f"angle={value(result.angle)}"] if result.angle else []
    parts += [f"ok={result.ok}"]
    parts += [f"at={result.at_device}"] if result.at_device else []
    parts += [f"wrench={result.wrench}"] if result.wrench else []
    parts += [f"program={result.program}"] if result.program else []
    return "tightening " + " ".join(parts)


def words(decoded: Decoded) -> str:
    match decoded:
        case Tightened():
            return tightening(decoded)
        case Measured():
            return f"measured {value(decoded)}"
        case Identified(serial):
            return f"identified {serial}"
        case InUnit(unit):
            return f"in {unit}"
        case Faulty(reason):
            return f"faulty {reason}"
        case Scanned(text):
            return f"scanned {text}"
    return "nothing"


@pytest.mark.parametrize(
    ("name", "sent", "means"), [line for name in TRANSCRIPTS for line in lines(name)]
)
def test_what_the_manual_prints_is_understood(name: str, sent: bytes, means: str) -> None:
    understood = words(GAUGES[TRANSCRIPTS[name]].decode(sent))
    if means.startswith("faulty "):
        assert understood.startswith("faulty ")
        assert means.removeprefix("faulty ") in understood
    else:
        assert understood == means


def test_every_profile_has_a_transcript_and_every_transcript_names_its_source() -> None:
    assert set(TRANSCRIPTS.values()) == set(GAUGES)
    assert {path.stem for path in FOLDER.glob("*.txt")} == set(TRANSCRIPTS)
    for path in FOLDER.glob("*.txt"):
        assert path.read_text("utf-8").startswith("# ")


@given(sent=st.binary(max_size=100))
def test_no_bytes_make_a_decoder_fail(sent: bytes) -> None:
    for profile in GAUGES.values():
        decoded = profile.decode(sent)
        assert decoded is None or not isinstance(decoded, Scanned)


@given(
    line=st.sampled_from([line for name in TRANSCRIPTS for line in lines(name)]),
    place=st.integers(0, 80),
    byte=st.integers(0, 255),
)
def test_one_wrong_byte_gives_another_value_or_a_fault_and_never_an_exception(
    line: tuple[str, bytes, str], place: int, byte: int
) -> None:
    name, sent, _ = line
    spot = place % len(sent)
    decoded = GAUGES[TRANSCRIPTS[name]].decode(sent[:spot] + bytes([byte]) + sent[spot + 1 :])
    if isinstance(decoded, Measured | Tightened):
        torque = decoded if isinstance(decoded, Measured) else decoded.torque
        assert torque.value.is_finite()


@given(line=st.sampled_from([line for name in TRANSCRIPTS for line in lines(name)]))
def test_a_tightening_cut_short_is_never_a_tightening(line: tuple[str, bytes, str]) -> None:
    name, sent, means = line
    if not means.startswith("tightening"):
        return
    decode = GAUGES[TRANSCRIPTS[name]].decode
    for end in range(1, len(sent)):
        assert isinstance(decode(sent[:end]), Faulty), sent[:end]
