"""The plant's documents at the station: reasons for stops, what a lead found out, shifts."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import TYPE_CHECKING

import pytest

from app.domain.flow_documents import (
    ReasonGroup,
    StopPart,
    StopReason,
    StopReasons,
    StopSettled,
    stop_key,
)
from app.domain.shift_calendar import PlannedShift, ShiftCalendar, WeekPattern
from app.runtime.config import ShiftSection
from app.runtime.shifts import Shifts
from app.services.card import PostponeCard
from app.services.line_state import ShiftSpan
from app.services.stops import NameStops
from tests.helpers.station_rig import BADGE
from tests.unit.test_line import UNIT, do, refused, wait, watched
from tests.unit.test_ui_line import acts
from tests.unit.test_ui_presenter import Scene

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.station_rig import Rig

TREE = StopReasons(
    line="*",
    groups=(
        ReasonGroup(
            code="material", name={"en": "Material"}, reasons=(StopReason("low", {"en": "Low"}),)
        ),
        ReasonGroup(code="setup", name={"en": "Setup"}),
    ),
)
SECTIONS = (ShiftSection("Early", time(6)), ShiftSection("Late", time(18)))


async def asked(rig: Rig) -> str:
    """Let the station stand still and go on; the stop it asks about."""
    await wait(rig, 300)
    await rig.scan("P:HS-200;L:H-2")
    assert rig.state.line.ask is not None
    return rig.state.line.ask.stops[0].stop


def settled(stop: str) -> StopSettled:
    """A lead says why at the board."""
    return StopSettled(
        stop=stop_key("ST-040", stop), parts=(StopPart(reason="setup"),), by="lead 204",
        role="lead", at=datetime(2026, 11, 20, 9, 12, tzinfo=UTC),
    )  # fmt: skip


# -- reasons -----------------------------------------------------------------------------------


async def test_the_plants_reasons_are_asked_as_soon_as_they_are_there(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await asked(rig)
        await rig.publish(TREE)
        question = rig.state.line.ask
        assert question is not None
        assert question.tree == TREE
        assert question.reasons == ("material/low", "setup", "other")
        stops = tuple(stop.stop for stop in question.stops)
        await do(rig, NameStops(stops, "gremlins"))
        assert refused(rig) == "stop.named"
        await do(rig, NameStops(stops, "material/low"))
        assert rig.state.line.ask is None


async def test_the_card_of_a_stop_is_there_when_its_name_is_recorded(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await asked(rig)
        await rig.station.unit_left()
        scene = Scene(rig.state)
        scene.tap("stop_reason:material")
        [named] = acts(scene)
        assert isinstance(named, NameStops)
        await do(rig, named)
        scene.show(rig.state)
        assert scene.screen.face == "card"
        [opened] = rig.state.card.situations
        scene.tap("card_later")
        assert acts(scene)[-1] == PostponeCard(opened.name)


async def test_a_stop_a_lead_has_named_is_not_asked_any_more(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await rig.publish(settled(await asked(rig)))
        assert rig.state.line.ask is None


async def test_who_answers_after_a_lead_is_told_who_and_when(tmp_path: Path) -> None:
    """The document is here, but the question was still on the screen."""
    async with watched(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        stop = await asked(rig)
        await rig.came_down(settled(stop))
        await do(rig, NameStops((stop,), "tool"))
        assert rig.state.refusal is not None
        refusal = rig.state.refusal.refusal
        assert refusal.code == "stop.already_set"
        assert refusal.facts == {"who": "lead", "since": "2026-11-20T09:12:00+00:00"}
        assert rig.state.line.ask is None


# -- shifts ------------------------------------------------------------------------------------


def calendar(zone: str = "Europe/Berlin") -> ShiftCalendar:
    night = PlannedShift(name="night", start=time(22), end=time(6), days=(1, 2, 3, 4, 5))
    early = PlannedShift(name="early", start=time(6), end=time(14))
    pattern = WeekPattern(begins=date(2026, 1, 5), shifts=(early, night))
    return ShiftCalendar(calendar="*", zone=zone, patterns=(pattern,))


def shifts_at(text: str) -> Shifts:
    now = datetime.fromisoformat(text)
    return Shifts(SECTIONS, lambda: now)


def us(text: str) -> int:
    return round(datetime.fromisoformat(text).timestamp() * 1e6)


def test_the_calendar_stands_above_the_configuration_while_it_is_there() -> None:
    shifts = shifts_at("2026-11-20T05:30:00+01:00")
    assert shifts.name() == "Late"
    shifts.use(calendar())
    assert shifts.name() == "night"
    assert shifts.span() == ShiftSpan("night", us("2026-11-19T22:00:00+01:00"), "early")
    shifts.use(None)
    assert shifts.name() == "Late"


def test_between_shifts_there_is_none_and_the_next_is_known() -> None:
    shifts = shifts_at("2026-11-20T15:00:00+01:00")
    shifts.use(calendar())
    assert shifts.name() == ""
    assert shifts.span() == ShiftSpan("", us("2026-11-20T14:00:00+01:00"), "night")


@pytest.mark.allow_warnings
def test_a_zone_this_computer_does_not_know_leaves_the_configuration() -> None:
    shifts = shifts_at("2026-11-20T07:00:00+01:00")
    shifts.use(calendar("Europe/Atlantis"))
    assert shifts.name() == "Early"


async def test_the_station_goes_by_the_calendar_that_came_down(tmp_path: Path) -> None:
    async with watched(tmp_path) as rig:
        await rig.publish(calendar())
        assert rig.calendar == calendar()
