"""The line of the demonstration: planned at any hour, and a station that stands still on it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
import pytest

from app.demo.flow_summary import LastingStop, LineToday, line_rows
from app.demo.line import UNITS_LEFT, DemoLine, load_line, machine_zone
from app.demo.neighbour import FEEDING, STOPPED_US, WORKED_US, Chain, Shift
from app.domain.envelope import GENESIS, chain_hash, decode_envelope
from app.domain.errors import InvalidInput
from app.domain.plant import REFERENCE_KINDS

DEMO = Path(__file__).parents[2] / "resources" / "demo"
ZONES = ("UTC", "Europe/Berlin", "Asia/Kathmandu")
HOUR_US = 3_600_000_000


def us(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1e6)


#: A plain afternoon, in a break, at a change of shifts, and the two nights of the year.
MOMENTS = (
    "2026-11-20T14:20:00+00:00",
    "2026-11-20T12:10:00+00:00",
    "2026-11-20T06:00:00+00:00",
    "2026-03-29T01:30:00+00:00",
    "2026-10-25T01:10:00+00:00",
)


@pytest.fixture(scope="module")
def line() -> DemoLine:
    return load_line(DEMO, zone="Europe/Berlin")


def written(line: DemoLine, now_us: int) -> tuple[Chain, int]:
    chain = Chain(line.neighbour.station, epoch=1)
    shift = Shift(line, chain, revision="r", seed=1)
    shift.write(now_us)
    return chain, shift.made


# -- what is wrong with the file -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "cannot be read (No such file or directory)"),
        ("a: [", "not YAML"),
        ("plan: {}", "calendar"),
        ("calendar: {calendar: '*', zone: UTC}", "missing required field `plan`"),
    ],
)
def test_a_broken_file_is_named(tmp_path: Path, content: str | None, says: str) -> None:
    if content is not None:
        (tmp_path / "line.yaml").write_text(content)
    with pytest.raises(InvalidInput) as refused:
        load_line(tmp_path, zone="UTC")
    assert "line.yaml" in str(refused.value)
    assert says in str(refused.value)


def test_a_machine_that_names_no_zone_is_in_utc(tmp_path: Path) -> None:
    nowhere = tmp_path / "localtime"
    assert machine_zone({}, nowhere) == "UTC"
    assert machine_zone({"TZ": "Nowhere/Land"}, nowhere) == "UTC"
    assert machine_zone({"TZ": ":Asia/Kathmandu"}, nowhere) == "Asia/Kathmandu"
    nowhere.symlink_to("/usr/share/zoneinfo/Europe/Berlin")
    assert machine_zone({}, nowhere) == "Europe/Berlin"


# -- the plan ------------------------------------------------------------------------------------


def test_every_document_of_the_line_is_of_a_known_kind(line: DemoLine) -> None:
    assert {type(document) for document in line.documents()} <= set(REFERENCE_KINDS.values())


@pytest.mark.parametrize("zone", ZONES)
def test_at_any_hour_there_is_a_shift(zone: str) -> None:
    planned = load_line(DEMO, zone=zone).planned
    begin = us("2026-10-24T00:00:00+00:00")
    found = [planned.shift_at(begin + hour * HOUR_US) for hour in range(72)]
    assert all(found)
    assert {shift.name for shift in found if shift} == {"Day", "Night"}
    assert all(len(shift.breaks) == 3 for shift in found if shift)


def test_the_order_goes_on_and_is_due_soon(line: DemoLine) -> None:
    now = us(MOMENTS[0])
    order = line.order_after(400, now_us=now)
    assert (order.quantity, order.priority) == (400 + UNITS_LEFT, 1)
    assert order.due == datetime(2026, 11, 20, 15, 35, tzinfo=UTC)


# -- the neighbour -------------------------------------------------------------------------------


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_neighbour_stands_still_for_the_fourth_time_from_the_same_cause(
    line: DemoLine, moment: str
) -> None:
    now = us(moment)
    events = [decode_envelope(bytes(event.envelope)) for event in written(line, now)[0].events]
    began = [one for one in events if one.kind == "stop.began"]
    named: list[dict[str, Any]] = [
        msgspec.json.decode(one.body) for one in events if one.kind == "stop.named"
    ]
    assert [one["reason"] for one in named].count(FEEDING) == 4
    assert named[-1] == {"stops": ["stop-now"], "reason": FEEDING}
    assert len(began) == 1 + sum(one.kind == "stop.ended" for one in events)
    assert line.planned.worked_us(began[-1].at, now) == STOPPED_US


def test_the_neighbours_events_have_ids_like_any_stations(line: DemoLine) -> None:
    events = [
        decode_envelope(bytes(event.envelope)) for event in written(line, us(MOMENTS[0]))[0].events
    ]
    ids = [UUID(one.event_id) for one in events]
    assert {one.version for one in ids} == {7}
    assert len(set(ids)) == len(events)


@pytest.mark.parametrize("moment", MOMENTS)
def test_the_neighbour_works_in_planned_time_and_never_in_the_future(
    line: DemoLine, moment: str
) -> None:
    now = us(moment)
    chain, made = written(line, now)
    times = [decode_envelope(bytes(event.envelope)).at for event in chain.events]
    assert times == sorted(times)
    assert times[-1] <= now
    assert line.planned.worked_us(times[0], now) == WORKED_US
    assert made > 400


def test_its_chain_is_whole(line: DemoLine) -> None:
    head = GENESIS
    for number, event in enumerate(written(line, us(MOMENTS[0]))[0].events, start=1):
        envelope = decode_envelope(bytes(event.envelope))
        assert (envelope.seq, envelope.prev_hash) == (number, head)
        head = chain_hash(head, bytes(event.envelope))
        assert event.hash == head


def test_every_shift_of_the_calendar_is_in_the_zone_of_the_machine(line: DemoLine) -> None:
    shift = line.planned.shift_at(us(MOMENTS[0]))
    assert shift is not None
    begins = datetime.fromtimestamp(shift.begin_us / 1e6, ZoneInfo("Europe/Berlin"))
    assert (begins.hour, begins.minute) == (6, 0)


# -- what is told of it --------------------------------------------------------------------------

STOP = LastingStop(
    station="ST-050", order="PO-1", priority=1, reason="Feeding", times=4, is_limiting=True,
    moved_min=18.2,
)  # fmt: skip
TODAY = LineToday(
    limiting="ST-050", oee=0.77, coverage=0.5, made=9, planned=20.0, expected=(19, 18, 16),
    promised=("a", "b", "c"), promises=10, kept=8, stops=(STOP,),
)  # fmt: skip


@pytest.mark.parametrize(
    "changed",
    [
        {"oee": None}, {"coverage": None}, {"promised": ()}, {"stops": ()}, {"limiting": None},
        {"stops": (msgspec.structs.replace(STOP, moved_min=0),)},
        {"stops": (msgspec.structs.replace(STOP, is_limiting=None),)},
    ],
)  # fmt: skip
def test_a_board_that_does_not_tell_the_story_is_not_good(changed: dict[str, Any]) -> None:
    assert TODAY.is_good
    assert not msgspec.structs.replace(TODAY, **changed).is_good


def test_the_last_page_tells_the_stop_with_its_figures() -> None:
    rows = dict(line_rows(TODAY))
    assert rows["Stop"] == (
        "ST-050, feeding, 4th time; hits PO-1 (priority 1), limits the line, "
        "moves its promise by 18 min"
    )
    assert rows["OEE"] == "77 %, 50 % of the time known"
    assert rows["This shift"] == "9 made of 20 planned; P50 19, P80 18, P95 16 by its end"
