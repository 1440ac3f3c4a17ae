"""The record of one unit as a station asks for it: only the plant's own word is used."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

import msgspec
import pytest
from msgspec import Raw
from nacl.signing import SigningKey

from app.domain.envelope import Refs
from app.domain.events import NoteWritten
from app.journal.told_units import MOST_UNITS, keep_told, told_events, told_mark
from app.ports.units import ToldEvent, ToldMark, ToldPage
from sync.unit_lookup import UnitRecordDamaged, read_page
from sync.wire import MAX_UNIT_EVENTS, UNIT_SIGNATURE, UNIT_TAG, UnitEvents
from tests.helpers.journal_rig import open_store, started
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from pathlib import Path

    import httpx

    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

KEY = SigningKey(b"p" * 32)
PLANT_KEY = KEY.verify_key.encode().hex()
NOTHING = ToldMark()


async def asked(
    plant: PlantRig, station: FakeStation, serial: str = "U-1", **params: str | int
) -> httpx.Response:
    path = f"/v1/units/{quote(serial, safe='')}/events"
    return await plant.client.get(path, params=params, headers=station.headers)


async def page(
    plant: PlantRig, station: FakeStation, serial: str = "U-1", mark: ToldMark = NOTHING
) -> ToldPage:
    reply = await asked(plant, station, serial, generation=mark.generation, after=mark.pos)
    assert reply.status_code == 200, reply.text
    return read_page(
        reply.content,
        reply.headers[UNIT_SIGNATURE],
        serial=serial,
        mark=mark,
        plant_key=plant.plant.identity.plant_key,
    )


# -- the server ---------------------------------------------------------------------------------


async def test_nobody_without_a_station_s_token_is_told(plant: PlantRig) -> None:
    station = await plant.station(token=False)
    assert (await asked(plant, station)).status_code == 401


@pytest.mark.parametrize("params", [{"after": -1}, {"after": "x"}, {"generation": "g" * 101}])
async def test_nonsense_is_refused(plant: PlantRig, params: dict[str, str | int]) -> None:
    station = await plant.station()
    assert (await asked(plant, station, "U-1", **params)).status_code in (400, 422)


async def test_of_a_unit_that_nobody_began_there_is_nothing_and_that_is_all(
    plant: PlantRig,
) -> None:
    told = await page(plant, await plant.station())
    assert (told.events, told.is_last) == ((), True)


async def test_all_stations_events_of_the_unit_come_in_the_order_of_the_log(
    plant: PlantRig,
) -> None:
    first, second = await plant.station("ST-010"), await plant.station("ST-020")
    first.build("U-1")
    await first.pushed(plant.client)
    second.write_in("U-1", NoteWritten(text="x"))
    second.write_in("U-2", NoteWritten(text="not of it"))
    await second.pushed(plant.client)
    told = await page(plant, second)
    assert [event.hash for event in told.events] == [
        *(event.hash for event in first.written),
        second.written[0].hash,
    ]
    # Only what is new, to whoever has the rest.
    mark = ToldMark(told.generation, told.events[-2].pos)
    assert [event.pos for event in (await page(plant, second, mark=mark)).events] == [
        told.events[-1].pos
    ]


async def test_after_a_restore_the_record_begins_anew(plant: PlantRig) -> None:
    station = await plant.station()
    station.write_in("U-1", NoteWritten(text="x"))
    await station.pushed(plant.client)
    told = await page(plant, station, mark=ToldMark("another generation", 77))
    assert (told.after, len(told.events)) == (0, 1)


async def test_a_long_record_comes_in_pages(plant: PlantRig) -> None:
    station = await plant.station()
    for number in range(MAX_UNIT_EVENTS + 3):
        station.write_in("U-1", NoteWritten(text=str(number)))
    await station.pushed(plant.client, station.push_of(1, MAX_UNIT_EVENTS))
    await station.pushed(plant.client, station.push_of(MAX_UNIT_EVENTS + 1))
    first = await page(plant, station)
    assert (len(first.events), first.is_last) == (MAX_UNIT_EVENTS, False)
    rest = await page(plant, station, mark=ToldMark(first.generation, first.events[-1].pos))
    assert (len(rest.events), rest.is_last) == (3, True)


async def test_a_serial_of_any_letters_is_asked_for(plant: PlantRig) -> None:
    station, serial = await plant.station(), "A/B 1%?#ä"
    station.write_in(serial, NoteWritten(text="x"))
    await station.pushed(plant.client)
    assert len((await page(plant, station, serial)).events) == 1


# -- what a station believes --------------------------------------------------------------------


def answer(station: FakeStation, **changes: object) -> bytes:
    events = tuple(
        {"pos": pos, "hash": one.hash, "envelope": one.envelope}
        for pos, one in enumerate(station.written, 5)
    )
    values = {"generation": "g", "serial": "U-1", "after": 0, "events": events, "is_last": True}
    return msgspec.json.encode(values | changes)


def read(content: bytes, mark: ToldMark = NOTHING, key: SigningKey = KEY) -> ToldPage:
    signature = key.sign(UNIT_TAG + content).signature.hex()
    return read_page(content, signature, serial="U-1", mark=mark, plant_key=PLANT_KEY)


@pytest.fixture
def station() -> FakeStation:
    written = FakeStation("ST-010")
    written.write_in("U-1", NoteWritten(text="it was 25 Nm"))
    written.write_in("U-1", NoteWritten(text="again"))
    return written


def test_what_the_plant_signed_is_taken(station: FakeStation) -> None:
    assert [event.pos for event in read(answer(station)).events] == [5, 6]


def test_a_record_changed_on_its_way_is_not_used(station: FakeStation) -> None:
    content = answer(station)
    signature = KEY.sign(UNIT_TAG + content).signature.hex()
    changed = content.replace(b"25 Nm", b"26 Nm")
    assert changed != content
    with pytest.raises(UnitRecordDamaged, match="did not sign"):
        read_page(changed, signature, serial="U-1", mark=NOTHING, plant_key=PLANT_KEY)


@pytest.mark.parametrize("signature", ["", "zz", "00" * 64])
def test_a_record_without_the_plant_s_signature_is_not_used(
    station: FakeStation, signature: str
) -> None:
    with pytest.raises(UnitRecordDamaged, match="did not sign"):
        read_page(answer(station), signature, serial="U-1", mark=NOTHING, plant_key=PLANT_KEY)


def test_another_plant_s_word_does_not_count(station: FakeStation) -> None:
    with pytest.raises(UnitRecordDamaged, match="did not sign"):
        read(answer(station), key=SigningKey(b"q" * 32))


def test_an_event_that_is_not_what_was_recorded_is_not_used_even_when_signed(
    station: FakeStation,
) -> None:
    with pytest.raises(UnitRecordDamaged, match="another than was recorded"):
        read(answer(station).replace(b"25 Nm", b"26 Nm"))


@pytest.mark.parametrize(
    "changes",
    [
        {"serial": "U-2"},
        {"after": 3},
        {"is_last": False, "events": ()},
        {"events": ({"pos": 5, "hash": "00", "envelope": Raw(b"{}")},)},
        {"events": 7},
    ],
    ids=["another unit", "another place", "endless", "no event", "nonsense"],
)
def test_an_answer_to_another_question_is_not_used(
    station: FakeStation, changes: dict[str, object]
) -> None:
    with pytest.raises(UnitRecordDamaged):
        read(answer(station, **changes))


def test_events_out_of_order_are_not_used(station: FakeStation) -> None:
    came = msgspec.json.decode(answer(station), type=UnitEvents)
    turned = msgspec.structs.replace(came, events=came.events[::-1])
    with pytest.raises(UnitRecordDamaged, match="out of order"):
        read(msgspec.json.encode(turned))


def test_an_event_of_another_unit_is_not_used(station: FakeStation) -> None:
    station.write(NoteWritten(text="x"), refs=Refs(unit="U-2"))
    with pytest.raises(UnitRecordDamaged, match="another than was recorded"):
        read(answer(station))


# -- what a station keeps -----------------------------------------------------------------------


def pages(station: FakeStation) -> list[ToldPage]:
    told = [
        ToldEvent(pos, one.hash, bytes(one.envelope)) for pos, one in enumerate(station.written, 5)
    ]
    return [
        ToldPage("g", 0, (told[0],), is_last=False),
        ToldPage("g", 5, (told[1],), is_last=True),
    ]


def test_pages_are_one_record_and_only_the_last_makes_it_whole(
    tmp_path: Path, station: FakeStation
) -> None:
    first, last = pages(station)
    with closing(open_store(tmp_path / "j.db")) as store, store.transaction() as db:
        assert keep_told(db, "U-1", first, 1_000) == ToldMark("g", 5, None)
        assert keep_told(db, "U-1", last, 2_000) == ToldMark("g", 6, 2_000)
        found = told_events(db, "U-1")
        assert found is not None
        assert [one.seq for one in found] == [1, 2]
        nothing_new = ToldPage("g", 6, (), is_last=True)
        assert keep_told(db, "U-1", nothing_new, 3_000) == ToldMark("g", 6, 3_000)
        anew = ToldPage("h", 0, (first.events[0],), is_last=True)
        assert keep_told(db, "U-1", anew, 4_000) == ToldMark("h", 5, 4_000)
        assert len(told_events(db, "U-1") or ()) == 1


@pytest.mark.allow_warnings
@pytest.mark.parametrize("change", ["raw = x'00'", "hash = '00'", "raw = CAST('{}' AS BLOB)"])
def test_what_was_altered_in_the_file_is_as_if_never_told(
    tmp_path: Path, station: FakeStation, change: str
) -> None:
    with closing(open_store(tmp_path / "j.db")) as store, store.transaction() as db:
        for one in pages(station):
            keep_told(db, "U-1", one, 1_000)
        db.execute(f"UPDATE told_event SET {change} WHERE pos = 6")  # noqa: S608 - of this test
        assert told_events(db, "U-1") is None


def test_what_is_told_never_grows_without_end_and_keeps_what_is_in_work_here(
    tmp_path: Path,
) -> None:
    with closing(open_store(tmp_path / "j.db")) as store:
        store.append((started("U-0"),))
        with store.transaction() as db:
            for number in range(MOST_UNITS + 3):
                keep_told(db, f"U-{number}", ToldPage("g", 0, (), is_last=True), number)
            assert told_mark(db, "U-0").told_us == 0
            assert [told_mark(db, f"U-{n}").told_us for n in (1, 2, 3)] == [None, None, 3]


def test_what_was_told_is_never_sent_and_no_part_of_the_chain(
    tmp_path: Path, station: FakeStation
) -> None:
    with closing(open_store(tmp_path / "j.db")) as store:
        with store.transaction() as db:
            keep_told(db, "U-1", pages(station)[0], 1_000)
        with store.read() as db:
            assert db.execute("SELECT count(*) FROM event").get == 0
