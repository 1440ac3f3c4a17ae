"""Messages at a station: who is meant, when they are asked, and who signed for them."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.broadcasts import (
    AUDIENCES,
    Broadcast,
    BroadcastRead,
    BroadcastSent,
    Place,
    is_for,
    unread,
)
from app.domain.plant import StationInfo
from app.journal.outbox import SqliteOutbox
from app.ports.sync import Document
from app.services.broadcasts import (
    LookUpAudiences,
    PutOffBroadcasts,
    ReadBroadcast,
    SendBroadcast,
)
from tests.helpers.gearbox import NOW
from tests.helpers.station_rig import BADGE, Rig, station_at

if TYPE_CHECKING:
    from pathlib import Path

LEAD = "BADGE-412"
UNIT = "SN 0418-77231"
PLACE = Place(
    station="ST-040",
    skills=frozenset({"torque"}),
    orders=frozenset({"PO-1"}),
    products=frozenset({"GX-200"}),
    parts=frozenset({"HS-200"}),
)


def message(name: str = "m-1", **more: Any) -> Broadcast:
    values: dict[str, Any] = {
        "broadcast": name,
        "text": {"en": "Use tool T-08"},
        "role": "lead",
        "at": NOW,
        "until": NOW + timedelta(hours=8),
    }
    return Broadcast(**values | more)


async def told(rig: Rig, *messages: Broadcast) -> None:
    outbox = SqliteOutbox(rig.journal._journal)
    mark = await outbox.feed_mark()
    pos = mark.pos + 1
    documents = [
        Document(pos, Broadcast.KIND, one.broadcast, msgspec.json.encode(one)) for one in messages
    ]
    await outbox.apply_feed(mark, up_to=pos, documents=documents)
    await rig.station.reference_changed()


def shown(rig: Rig) -> list[str]:
    return [one.broadcast for one in rig.state.line.messages]


def refused(rig: Rig) -> str | None:
    return None if rig.state.refusal is None else rig.state.refusal.refusal.code


# -- at a station --------------------------------------------------------------------------


async def test_no_unit_begins_before_an_urgent_message_is_signed_for(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await told(rig, message(is_urgent=True))
        await rig.scan(BADGE, UNIT)
        assert (refused(rig), rig.state.run) == ("broadcast.unread", None)
        await rig.station.do(ReadBroadcast("m-1"))
        await rig.scan(UNIT)
        assert rig.state.run is not None
        assert shown(rig) == []


async def test_an_urgent_message_leaves_a_unit_in_work_alone(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await told(rig, message(is_urgent=True))
        await rig.scan("P:HS-200;L:H-2")
        assert (refused(rig), rig.step) == (None, "gears")
        assert shown(rig) == ["m-1"]


async def test_only_who_works_on_the_order_is_held_up(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await told(rig, message(is_urgent=True, audience="order", names=("PO-4711",)))
        await rig.scan(BADGE, UNIT)
        assert rig.state.run is not None
        await rig.station.unit_left()
        await rig.scan("SN 0418-90001")
        assert refused(rig) == "broadcast.unread"
        assert shown(rig) == ["m-1"]


async def test_a_message_about_a_part_is_for_who_fits_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        about = (
            message(audience="part", names=("HS-200",)),
            message("m-2", audience="part", names=("X",)),
        )
        await told(rig, *about)
        assert shown(rig) == []
        await rig.scan(BADGE, UNIT)
        assert shown(rig) == ["m-1"]


async def test_the_receipt_names_the_role_and_is_kept_through_a_restart(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await told(rig, message())
        await rig.scan(BADGE)
        await rig.station.do(ReadBroadcast("m-1"))
        await rig.station.do(ReadBroadcast("m-1"))
        read = [b for _, b in await rig.record() if isinstance(b, BroadcastRead)]
        assert read == [BroadcastRead(broadcast="m-1", role="operator")]
    async with station_at(tmp_path) as rig:
        await told(rig, message())
        assert shown(rig) == []


async def test_nobody_signs_without_being_signed_in(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await told(rig, message())
        await rig.station.do(ReadBroadcast("m-1"))
        assert shown(rig) == ["m-1"]


async def test_what_may_wait_is_put_off_until_the_next_unit_is_done(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await told(rig, message())
        await rig.scan(BADGE)
        await rig.station.do(PutOffBroadcasts())
        assert rig.state.line.is_later
        await rig.scan(UNIT)
        assert rig.state.run is not None


async def test_an_operator_cannot_write_to_the_line(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.station.do(SendBroadcast("Stop", "en"))
        assert refused(rig) == "right.missing"
        assert not [b for _, b in await rig.record() if isinstance(b, BroadcastSent)]


async def test_a_leads_message_is_recorded_for_the_plant_to_hand_on(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(LEAD)
        await rig.station.do(SendBroadcast("Stop", "de", "order", ("PO-1",), is_urgent=True))
        bodies = [b for _, b in await rig.record() if isinstance(b, BroadcastSent)]
        [sent] = bodies
        assert (sent.text, sent.role, sent.audience) == ({"de": "Stop"}, "lead", "order")
        assert sent.broadcast.startswith("ST-040-")
        came = message(sent.broadcast, is_urgent=True)
        await told(rig, came)
        assert shown(rig) == []


@pytest.mark.parametrize("names", [(), tuple(map(str, range(51))), ("ST-" + "0" * 98,)])
async def test_a_message_for_nobody_or_for_too_many_is_not_sent(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(LEAD)
        await rig.station.do(SendBroadcast("Stop", "en", "station", names))
        assert refused(rig) == "broadcast.for_nobody"
        assert not [b for _, b in await rig.record() if isinstance(b, BroadcastSent)]


async def test_whom_a_message_can_be_for_is_what_the_plant_knows(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(
            StationInfo(station="ST-010", name="Housing", line="L1", skills=("press",)),
            StationInfo(station="ST-050", name="Cover", line="L4"),
        )
        await rig.scan(LEAD)
        await rig.station.do(LookUpAudiences("en"))
        found = rig.state.line.audiences
        assert found is not None
        assert [(one.name, one.below) for one in found.stations] == [
            ("ST-040", "Gearbox mount · L4"), ("ST-050", "Cover · L4"), ("ST-010", "Housing · L1"),
        ]  # fmt: skip
        assert {"press", "torque"} <= {one.name for one in found.skills}
        assert "PO-1" in [one.name for one in found.orders]
        assert [one.name for one in found.products] == ["GX-200"]
        assert "HS-200" in [one.name for one in found.parts]
        assert found.of("everybody") == ()


# -- who is meant --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("audience", "name"),
    [
        ("station", "ST-040"),
        ("skill", "torque"),
        ("order", "PO-1"),
        ("product", "GX-200"),
        ("part", "HS-200"),
    ],
)
def test_a_message_is_for_those_it_names_and_no_others(audience: Any, name: str) -> None:
    assert is_for(message(audience=audience, names=("other", name)), PLACE)
    assert not is_for(message(audience=audience, names=("other",)), PLACE)
    assert not is_for(message(audience=audience, names=(name,)), Place("ST-050"))


def test_everybody_is_everybody() -> None:
    assert is_for(message(), Place("ST-050"))


_MESSAGES = st.lists(
    st.builds(
        message,
        st.integers(0, 5).map(str),
        audience=st.sampled_from(AUDIENCES),
        names=st.just(("ST-040", "torque", "GX-200")),
        is_urgent=st.booleans(),
        until=st.integers(-3, 3).map(lambda hours: NOW + timedelta(hours=hours)),
    ),
    unique_by=lambda one: one.broadcast,
)


@given(_MESSAGES, st.sets(st.integers(0, 5).map(str)))
def test_what_is_to_be_read_is_meant_not_over_not_read_and_urgent_first(
    messages: list[Broadcast], read: set[str]
) -> None:
    found = unread(messages, PLACE, read=read, now=NOW)
    wanted = {
        one.broadcast
        for one in messages
        if is_for(one, PLACE) and one.until > NOW and one.broadcast not in read
    }
    assert {one.broadcast for one in found} == wanted
    urgency = [one.is_urgent for one in found]
    assert urgency == sorted(urgency, reverse=True)
    assert found == unread(messages[::-1], PLACE, read=read, now=NOW)
