"""Structures on the wire, and the readings made of results: no server, no network."""

from __future__ import annotations

import contextlib
import math
from datetime import UTC, datetime
from typing import Any

import pytest
from asyncua import ua
from hypothesis import given
from hypothesis import strategies as st

from app.domain.readings import Quality, ReadingKind
from device_drivers.opcua.joining_results import ResultReader
from device_drivers.opcua.joining_system import Made, structure_of
from device_drivers.opcua.published import IJT_BASE, IJT_V1, MACHINERY_RESULT, published
from device_drivers.opcua.structures import (
    Decoded,
    StructureFault,
    Structures,
    UnknownStructure,
)

NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SPACES = ["http://opcfoundation.org/UA/", "urn:own", MACHINERY_RESULT, IJT_BASE]
MADE = Made(
    number=17, id="R-17", at=NOW, torque=25.1, angle=59.0, program="12", identifiers=("SN-1",)
)
READER = ResultReader("T-07", lambda: NOW, lambda names: next(iter(names), None))


def structures(spaces: list[str] = SPACES) -> Structures:
    known = Structures()
    for each in published(spaces):
        known.add(each)
    return known


KNOWN = structures()
RESULT = KNOWN.encode("ResultDataType", structure_of(MADE, 2).values)
BODY = bytes(RESULT.Body or b"")


def with_body(body: bytes) -> ua.ExtensionObject:
    return ua.ExtensionObject(TypeId=RESULT.TypeId, Body=ua.ByteString(body))


def plain(value: Any) -> Any:
    """What two decoded values are compared by."""
    if isinstance(value, Decoded):
        return value.name, {name: plain(each) for name, each in value.values.items()}
    return [plain(each) for each in value] if isinstance(value, list) else value


def test_a_published_result_is_read_as_it_was_written() -> None:
    decoded = KNOWN.decode(RESULT)
    meta = decoded.get("ResultMetaData")
    assert meta.name == "JoiningResultMetaDataType"
    assert (meta.get("ResultId"), meta.get("SequenceNumber")) == ("R-17", 17)
    again = KNOWN.encode("ResultDataType", decoded.values)
    assert bytes(again.Body or b"") == BODY


def test_the_namespaces_of_another_server_are_at_other_places() -> None:
    elsewhere = structures([*SPACES[:2], "urn:one", "urn:two", *SPACES[2:]])
    with pytest.raises(UnknownStructure, match=r"ns=2;i=5008"):
        elsewhere.decode(RESULT)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_value_or_a_fault_of_ours(body: bytes) -> None:
    with contextlib.suppress(StructureFault, UnknownStructure):
        KNOWN.decode(with_body(body))


@given(st.integers(0, len(BODY) - 1), st.integers(1, 255))
def test_one_wrong_byte_is_a_value_or_a_fault_and_the_reading_says_which(
    at: int, flip: int
) -> None:
    wrong = bytearray(BODY)
    wrong[at] ^= flip
    try:
        decoded = KNOWN.decode(with_body(bytes(wrong)))
    except (StructureFault, UnknownStructure):
        return
    reading = READER.read(decoded, bytes(wrong)).reading
    assert reading.quality is Quality.GOOD or reading.raw == bytes(wrong).hex()


@given(st.integers(0, len(BODY) - 1))
def test_a_result_cut_short_is_never_a_value(at: int) -> None:
    with pytest.raises((StructureFault, UnknownStructure)):
        KNOWN.decode(with_body(BODY[:at]))


def test_a_result_with_bytes_left_over_is_never_a_value() -> None:
    with pytest.raises(StructureFault, match="1 bytes are left"):
        KNOWN.decode(with_body(BODY + b"\0"))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ResultId": " "}, "without an id"),
        ({"SequenceNumber": None}, "without a sequence number"),
        ({"ResultEvaluation": 9}, "an evaluation of 9"),
        ({"ResultEvaluation": None}, "an evaluation of None"),
        ({"Classification": 44}, "a classification of 44"),
    ],
)
def test_what_is_not_plausible_is_kept_with_its_bytes(change: dict[str, Any], words: str) -> None:
    decoded = structure_of(MADE, 2)
    decoded.values["ResultMetaData"].values.update(change)
    result = READER.read(decoded, b"as it came")
    assert result.number is None
    assert (result.reading.quality, result.reading.ok) == (Quality.QUARANTINED, None)
    assert words in (result.reading.reason or "")
    assert result.reading.raw == b"as it came".hex()


@pytest.mark.parametrize("torque", [math.nan, math.inf])
def test_a_torque_that_is_no_number_is_no_torque(torque: float) -> None:
    decoded = structure_of(MADE, 2)
    (content,) = decoded.values["ResultContent"]
    content.values["OverallResultValues"][0].values["MeasuredValue"] = torque
    assert READER.read(decoded, b"").reading.quality is Quality.QUARANTINED


def test_a_tightening_without_a_torque_is_kept_aside() -> None:
    decoded = structure_of(MADE, 2)
    decoded.values["ResultContent"] = []
    reading = READER.read(decoded, b"").reading
    assert reading.reason == "a tightening without a torque"


@pytest.mark.parametrize(
    ("change", "kind", "state"),
    [
        ({"Classification": 3}, ReadingKind.STATE, "batch result"),
        ({"Classification": 4}, ReadingKind.STATE, "job result"),
        ({"IsSimulated": True}, ReadingKind.STATE, "simulated result"),
        ({"IsPartial": True}, ReadingKind.STATE, "partial result"),
        ({"AssemblyType": 2}, ReadingKind.LOOSENING, None),
    ],
)
def test_what_is_no_tightening_is_never_counted_as_one(
    change: dict[str, Any], kind: ReadingKind, state: str | None
) -> None:
    decoded = structure_of(MADE, 2)
    decoded.values["ResultMetaData"].values.update(change)
    result = READER.read(decoded, b"")
    assert (result.reading.kind, result.reading.state) == (kind, state)
    assert result.reading.ok is not True
    # The whole result will come under the same number.
    assert (result.number is None) == ("IsPartial" in change)


def test_only_what_was_given_from_outside_names_the_unit() -> None:
    reading = READER.read(structure_of(MADE, 2), b"").reading
    assert reading.identifiers == ("SN-1",)


def test_a_result_of_the_first_release_says_the_same() -> None:
    known = structures([SPACES[0], "urn:own", IJT_V1])
    sent = known.encode("ResultDataType", structure_of(MADE, 1).values)
    decoded = known.decode(sent)
    first = READER.read(decoded, b"").reading
    second = READER.read(structure_of(MADE, 2), b"").reading
    assert (first.values, first.result_id, first.ok) == (
        second.values,
        second.result_id,
        second.ok,
    )
    assert first.identifiers == ("SN-1",)


@given(
    torque=st.floats(-1e6, 1e6),
    number=st.integers(0, 2**63 - 1),
    identifiers=st.lists(st.text("ABC-0123", min_size=1, max_size=20), max_size=3, unique=True),
)
def test_every_result_survives_the_wire(
    torque: float, number: int, identifiers: list[str]
) -> None:
    made = Made(
        number=number,
        id="R-1",
        at=NOW,
        torque=torque,
        angle=1.0,
        program="12",
        identifiers=tuple(identifiers),
    )
    sent = structure_of(made, 2)
    decoded = KNOWN.decode(KNOWN.encode("ResultDataType", sent.values))
    there, here = (READER.read(each, b"") for each in (sent, decoded))
    assert there == here
    assert plain(decoded.get("ResultContent")[0])[0] == "JoiningResultDataType"
