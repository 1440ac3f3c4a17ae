"""The signed record: checked with the file and a key alone, and every change of it is found."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import pytest
from nacl.signing import SigningKey

from app.cli import main
from app.commands.record_check import is_signed
from app.demo.neighbour import Chain
from app.domain.envelope import GENESIS
from app.domain.events import UnitCompleted
from app.domain.signed_record import (
    RECORD_TAG,
    Checked,
    RecordContent,
    RecordedEvent,
    check_record,
    write_record,
)
from tests.contract.test_server_read import publish_all

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

UNIT = "0418-77231"


async def record_of(plant: PlantRig, *, pushes: int = 1) -> bytes:
    """A built unit's record; with more pushes its last event is not what the station signed."""
    await publish_all(plant)
    station = await plant.station()
    station.build(UNIT)
    if pushes > 1:
        station.notes(3)
    await station.pushed(plant.client)
    reply = await plant.client.get(f"/v1/units/{UNIT}/record.json")
    assert reply.status_code == 200, reply.text
    return reply.content


def check(file: bytes, key: str | None = None) -> Checked:
    return check_record(file, is_signed=is_signed, plant_key=key)


def wrong(file: bytes) -> str:
    return " ".join(one.words for one in check(file).checks if not one.is_ok)


def signed_again(file: bytes, change: tuple[str, str]) -> bytes:
    """Somebody with a key of their own changes ``content`` and signs it."""
    content = bytes(msgspec.json.decode(file, type=dict[str, msgspec.Raw])["content"])
    changed = content.decode().replace(*change).encode()
    key = SigningKey.generate()
    signature = key.sign(RECORD_TAG + changed).signature.hex()
    return write_record(changed, plant_key=key.verify_key.encode().hex(), signature=signature)


async def test_a_unit_nobody_started_has_no_record(plant: PlantRig) -> None:
    reply = await plant.client.get("/v1/units/0418-1/record.json")
    assert reply.status_code == 404


async def test_any_changed_character_is_found(local_plant: PlantRig) -> None:
    file = await record_of(local_plant)
    step = max(1, len(file) // 200)
    for place in (*range(0, len(file), step), len(file) - 1):
        other = b"1" if file[place : place + 1] != b"1" else b"2"
        changed = file[:place] + other + file[place + 1 :]
        assert not check(changed).is_ok, f"a change at {place} was not seen"


def digits_of(file: bytes, name: bytes) -> range:
    """Where the first value of that name stands."""
    start = file.index(b'"%b":"' % name) + len(name) + 4
    return range(start, file.index(b'"', start))


async def test_other_digits_for_the_same_key_or_signature_are_a_change(
    local_plant: PlantRig,
) -> None:
    """Capital letters, and spaces between the digits, would be read as the same bytes."""
    file = await record_of(local_plant)
    # Every third digit is enough for each letter to be among them.
    for place in (*digits_of(file, b"plant_key"), *digits_of(file, b"signature"))[::3]:
        letter = file[place : place + 1]
        if letter.isalpha():
            changed = file[:place] + letter.upper() + file[place + 1 :]
            assert "changed around the record" in wrong(changed)
        assert "changed around the record" in wrong(file[:place] + b" " + file[place:])


async def test_a_character_more_or_less_is_found(local_plant: PlantRig) -> None:
    file = await record_of(local_plant)
    assert "changed around the record" in wrong(file + b" ")
    assert not check(file[:-2]).is_ok
    assert "changed around the record" in wrong(file.replace(b'{"format"', b'{ "format"', 1))


async def test_a_record_signed_by_somebody_else_is_found_by_the_plants_key(
    local_plant: PlantRig,
) -> None:
    file = await record_of(local_plant)
    forged = signed_again(file, ("never there", "never there"))
    assert check(forged).is_ok, "against the key it brings along it is good"
    key = local_plant.plant.identity.plant_key
    assert not check(forged, key).is_ok
    assert check(file, key).is_ok


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('\\"ok\\":true', '\\"ok\\":0'), "is not what its hash says"),
        (('"evidence":"provable"', '"evidence":"not_provable"'), "not what its station judged"),
        (('"station":"ST-040","epoch":1,"seq"', '"station":"ST-041","epoch":1,"seq"'), "station"),
    ],
)
async def test_the_plant_cannot_change_what_its_stations_wrote(
    local_plant: PlantRig, change: tuple[str, str], words: str
) -> None:
    assert words in wrong(signed_again(await record_of(local_plant), change))


async def test_another_units_events_do_not_pass_as_this_ones(local_plant: PlantRig) -> None:
    file = await record_of(local_plant)
    changed = signed_again(file, (f'"serial":"{UNIT}","product"', '"serial":"X-1","product"'))
    assert "is about another unit" in wrong(changed)


def test_a_file_nested_without_end_is_no_record() -> None:
    nest = b"[" * 100_000 + b"]" * 100_000
    assert "no signed record" in wrong(write_record(nest, plant_key="", signature=""))


def test_a_record_whose_hashes_are_right_and_whose_words_are_none_is_told_so() -> None:
    chain = Chain("ST-040", 1)
    chain.write(UnitCompleted(serial=UNIT, evidence=5), 0, unit=UNIT)  # type: ignore[arg-type]
    (event,) = chain.events
    raw = bytes(event.envelope).decode()
    told = RecordedEvent(pos=1, recv_at=0, prev_hash=GENESIS, hash=event.hash, raw=raw)
    content = RecordContent(
        plant="P",
        generation="1",
        made_at=0,
        unit=msgspec.Raw(f'{{"serial":"{UNIT}"}}'.encode()),
        events=(told,),
        heads=(),
        keys=(),
    )
    file = write_record(msgspec.json.encode(content), plant_key="", signature="")
    assert "This is no signed record" in wrong(file)


async def test_a_text_that_is_no_record_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_text("[]")
    assert main(["record", "verify", str(path)]) == 1


async def test_a_good_record_is_checked_from_the_event_to_the_stations_signature(
    plant: PlantRig,
) -> None:
    checked = check(await record_of(plant))
    assert checked.is_ok
    assert (checked.serial, checked.evidence) == (UNIT, "provable")
    words = [one.words for one in checked.checks]
    assert "The plant's signature is good." in words
    assert any(line.startswith("The station's signature is good: ST-040") for line in words)


async def test_what_stands_between_the_unit_and_the_signed_head_comes_along(
    local_plant: PlantRig,
) -> None:
    file = await record_of(local_plant, pushes=2)
    assert check(file).is_ok
    content = msgspec.json.decode(file, type=dict[str, msgspec.Raw])["content"]
    events = msgspec.json.decode(content, type=RecordContent).events
    assert sum('"kind":"note.written"' in one.raw for one in events) == 3


async def test_another_units_records_never_come_along(local_plant: PlantRig) -> None:
    await publish_all(local_plant)
    station = await local_plant.station()
    station.build(UNIT)
    station.build("0418-77232", gears="GS-5513")
    await station.pushed(local_plant.client)
    reply = await local_plant.client.get(f"/v1/units/{UNIT}/record.json")
    assert b"0418-77232" not in reply.content
    assert check(reply.content).is_ok


async def test_the_command_says_what_it_checked(
    local_plant: PlantRig, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, key = tmp_path / "record.json", tmp_path / "plant.pub"
    path.write_bytes(await record_of(local_plant))
    found = (await local_plant.client.get("/v1/plant/key")).json()
    key.write_text(found["public_key"] + "\n")
    assert main(["record", "verify", str(path), "--key", str(key)]) == 0
    assert "This record is what the plant signed." in capsys.readouterr().out
    path.write_bytes(path.read_bytes().replace(b"provable", b"Provable", 1))
    assert main(["record", "verify", str(path), "--key", str(key), "--json"]) == 1
    assert '"ok":false' in capsys.readouterr().out


def test_a_key_that_is_none_is_refused_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["record", "verify", str(tmp_path / "r.json"), "--key", "abc"]) == 2
    assert "expected 64 hexadecimal digits" in capsys.readouterr().err
