"""Control charts at the station: limits found once and kept, alarms recorded once."""

from __future__ import annotations

import asyncio
import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from analysis.process_watch import LEAST_POINTS
from app.domain.envelope import Actor, Refs
from app.domain.events import TighteningRecorded
from app.domain.instructions import Limits
from app.domain.spc import CharacteristicAlarmed, CharacteristicBaselined, ChartLimits
from app.journal.outbox import SqliteOutbox
from app.ports.charts import BaselineHere, ChartRecord, ChartValue
from app.ports.journal import NewEvent
from app.ports.sync import Document
from app.services.charting import READ, SHOWN, chart_of
from app.services.spc import LookAtChart
from tests.helpers.gearbox import NOW, tightening
from tests.helpers.patience import PATIENT_S
from tests.helpers.station_rig import station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.event_body import Body
    from tests.helpers.station_rig import Rig

KEY = "gearbox-mount:bolts"
TOLERANCE = Limits(Decimal(9), Decimal(15), "N.m")
BEGIN_US = 1_750_000_000_000_000
SECOND = 1_000_000


def value(number: int, amount: float, *, serial: str = "SN-1") -> ChartValue:
    at_us = BEGIN_US + number * SECOND
    return ChartValue(number, f"e{number}", at_us, amount, "N.m", "T-07", serial)


def record(*amounts: float, baseline: BaselineHere | None = None) -> ChartRecord:
    values = tuple(value(n, amount) for n, amount in enumerate(amounts, start=1))
    return ChartRecord(values, baseline)


def quiet(count: int) -> list[float]:
    draw = random.Random(7)  # noqa: S311 - numbers to look at
    return [
        round(12 + (0.2 if n % 2 else -0.2) + draw.uniform(-0.1, 0.1), 3) for n in range(count)
    ]


def limits(*, after: int, size: int = 1, centre: float | None = None) -> ChartLimits:
    at = datetime.fromtimestamp(BEGIN_US / 1e6, UTC) + timedelta(seconds=after)
    sigma = None if centre is None else 0.2
    return ChartLimits(
        characteristic=KEY, set_at=at, by="engineer 5", size=size, centre=centre, sigma=sigma
    )


def kept(found: ChartRecord, *, at: int) -> ChartRecord:
    """``found`` with the limits its own chart gives, recorded after value ``at``."""
    body = chart_of(KEY, found, None, TOLERANCE).baselined
    assert body is not None
    here = BaselineHere(body, BEGIN_US + at * SECOND, 1)
    return ChartRecord(found.values, here, found.alarmed)


def test_nothing_is_charted_of_nothing() -> None:
    found = chart_of(KEY, ChartRecord(), None, TOLERANCE)
    assert found.view.values == ()
    assert not found.view.is_worth_showing
    assert (found.baselined, found.alarms) == (None, ())


def test_before_there_are_limits_it_says_how_many_values_are_missing() -> None:
    view = chart_of(KEY, record(*quiet(LEAST_POINTS - 4)), None, TOLERANCE).view
    assert view.missing == 4
    assert view.watched.location is None
    assert view.refused == "no_limits"


def test_limits_are_found_from_the_first_stable_values_and_stay() -> None:
    values = quiet(LEAST_POINTS)
    first = kept(record(*values), at=LEAST_POINTS)
    assert first.baseline is not None
    later = ChartRecord(record(*values, *[v + 3 for v in quiet(60)]).values, first.baseline)
    found = chart_of(KEY, later, None, TOLERANCE)
    assert found.baselined is None
    assert found.view.watched.location is not None
    assert found.view.watched.location.centre == first.baseline.body.centre


def test_an_alarm_says_its_point_and_the_limits_it_left() -> None:
    values = quiet(LEAST_POINTS)
    with_limits = kept(record(*values), at=LEAST_POINTS)
    found = chart_of(
        KEY, ChartRecord(record(*values, 14.0).values, with_limits.baseline), None, TOLERANCE
    )
    alarm = next(a for a in found.alarms if a.rule == "beyond")
    assert (alarm.point, alarm.value, alarm.source) == (f"e{LEAST_POINTS + 1}", 14.0, "T-07")
    assert alarm.upper is not None
    assert alarm.upper < 14.0


def test_an_alarm_does_not_say_who_typed_its_value() -> None:
    values = [replace(one, source="typed:417") for one in record(*quiet(30), 14.0).values]
    found = chart_of(KEY, ChartRecord(tuple(values)), None, TOLERANCE)
    assert {alarm.source for alarm in found.alarms} == {None}


def test_an_alarm_that_is_on_record_is_not_recorded_again() -> None:
    values = [*quiet(LEAST_POINTS), 14.0]
    first = chart_of(KEY, record(*values), None, TOLERANCE)
    assert first.alarms
    said = frozenset((a.rule, a.point) for a in first.alarms)
    again = ChartRecord(record(*values).values, None, said)
    assert chart_of(KEY, again, None, TOLERANCE).alarms == ()


def test_the_engineers_limits_count_from_when_they_were_set() -> None:
    values = [*quiet(30), *[v + 2 for v in quiet(10)]]
    found = chart_of(KEY, record(*values), limits(after=30, centre=14.0), TOLERANCE)
    assert found.alarms == ()
    assert found.baselined is None
    assert found.view.by == "engineer 5"
    assert found.view.watched.judged_from == 30


def test_renewed_without_numbers_they_are_found_anew() -> None:
    values = [*quiet(30), *[v + 2 for v in quiet(LEAST_POINTS)]]
    old = kept(record(*quiet(30)), at=29).baseline
    found = chart_of(KEY, ChartRecord(record(*values).values, old), limits(after=30), TOLERANCE)
    assert found.baselined is not None
    assert found.baselined.centre == pytest.approx(14, abs=0.1)
    assert found.baselined.first == "e31"
    assert found.alarms == ()


def test_means_of_subgroups_are_charted_where_the_plan_says_so() -> None:
    plan = limits(after=0, size=4, centre=12.0)
    found = chart_of(KEY, record(*quiet(43)), plan, TOLERANCE)
    assert len(found.view.watched.points) == 10
    assert len(found.view.values) == 40
    assert found.view.watched.spread is not None


def test_capability_is_given_with_its_interval_or_the_reason_why_not() -> None:
    few = chart_of(KEY, record(*quiet(29)), None, TOLERANCE).view
    enough = chart_of(KEY, record(*quiet(60)), None, TOLERANCE).view
    alarming = chart_of(KEY, record(*quiet(60), 14.5), None, TOLERANCE).view
    unlimited = chart_of(KEY, record(*quiet(60)), None, None).view
    assert (few.refused, alarming.refused, unlimited.refused) == ("few", "alarms", "no_tolerance")
    assert enough.capability is not None
    assert enough.capability.cpk.low < enough.capability.cpk.value < enough.capability.cpk.high
    assert alarming.capability is None


def test_a_long_history_is_drawn_from_its_newest_part() -> None:
    view = chart_of(KEY, record(*quiet(READ)), None, TOLERANCE).view
    assert len(view.watched.points) == len(view.values) == SHOWN
    assert view.values[-1].number == view.total == READ


# --- on a real journal


async def shown(rig: Rig, count: int) -> None:
    """The chart of the bolts has seen ``count`` values."""
    await rig.until(lambda s: (chart := s.charts.of(KEY)) is not None and chart.total >= count)


async def history(rig: Rig, *amounts: float) -> None:
    """Bolts that were tightened here on earlier units."""
    for number, amount in enumerate(amounts):
        body = TighteningRecorded(
            step="bolts",
            position="1",
            attempt=1,
            ok=True,
            counted=True,
            reading=tightening(str(amount), result_id=f"old-{number}"),
        )
        refs = Refs(unit=f"old-{number // 2}", step="bolts", instruction="gearbox-mount")
        await rig.journal.append(NewEvent(body, Actor("device", "T-07"), refs))


def torques(count: int) -> list[float]:
    return [round(amount + 13, 2) for amount in quiet(count)]


async def charts_said(rig: Rig) -> list[Body]:
    kinds = CharacteristicBaselined | CharacteristicAlarmed
    return [body for _, body in await rig.record() if isinstance(body, kinds)]


async def test_limits_and_an_alarm_are_recorded_once_also_over_a_restart(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(LEAST_POINTS))
        await rig.to_bolts()
        await shown(rig, LEAST_POINTS)
        await rig.pull("1", "26.40")
        await shown(rig, LEAST_POINTS + 1)
        assert rig.state.refusal is None
        said = await charts_said(rig)
    assert [type(body) for body in said][:2] == [CharacteristicBaselined, CharacteristicAlarmed]
    assert {b.rule for b in said[1:] if isinstance(b, CharacteristicAlarmed)} <= {"beyond", "ewma"}
    async with station_at(tmp_path) as rig:
        await shown(rig, LEAST_POINTS + 1)
        assert await charts_said(rig) == said


async def test_an_alarm_does_not_stop_the_work(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(LEAST_POINTS))
        await rig.to_bolts()
        await rig.pull("1", "26.40")
        await shown(rig, LEAST_POINTS + 1)
        await rig.pull("2", "25.10")
        await rig.until(lambda _: rig.step != "bolts")
        assert rig.state.run is not None
        assert rig.state.run.held is None


async def test_an_alarm_asks_for_a_decision_though_nothing_else_happens(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(LEAST_POINTS))
        await rig.to_bolts()
        await rig.pull("1", "26.40")
        state = await rig.until(lambda s: bool(s.card.situations))
        assert {one.about for one in state.card.situations} == {"drift"}


async def test_an_alarm_holds_the_unit_where_the_engineer_said_so(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(LEAST_POINTS))
        plan = ChartLimits(
            characteristic=KEY, set_at=NOW, by="engineer 5", centre=25.0, sigma=0.2,
            stop_on_alarm=True,
        )  # fmt: skip
        await rig.publish(plan)
        await rig.to_bolts()
        await rig.pull("1", "26.40")
        state = await rig.until(lambda s: s.run is not None and s.run.held is not None)
        assert state.run is not None
        assert state.run.held == "characteristic_alarm"
        assert not [b for b in await charts_said(rig) if isinstance(b, CharacteristicBaselined)]


async def test_the_unit_is_on_hold_before_anybody_is_asked(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(LEAST_POINTS))
        plan = ChartLimits(
            characteristic=KEY, set_at=NOW, by="engineer 5", centre=25.0, sigma=0.2,
            stop_on_alarm=True,
        )  # fmt: skip
        await rig.publish(plan)
        await rig.to_bolts()
        held: asyncio.Future[str | None] = asyncio.get_running_loop().create_future()

        async def ask() -> None:
            run = rig.state.run
            held.set_result(None if run is None else run.held)

        rig.station._charts._signalled = ask
        await rig.pull("1", "26.40")
        assert await asyncio.wait_for(held, PATIENT_S) == "characteristic_alarm"


async def test_a_tool_that_says_the_same_again_and_again_is_an_alarm(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(8), *([25.1] * 4))
        await rig.to_bolts()
        await rig.pull("1", "25.10")
        await shown(rig, 13)
        assert [
            b.rule for b in await charts_said(rig) if isinstance(b, CharacteristicAlarmed)
        ] == ["frozen"]


async def test_a_full_disk_loses_no_alarm(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(LEAST_POINTS), 26.4)
        rig.journal.is_broken = True
        await rig.station.do(LookAtChart(KEY))
        assert rig.state.charts.of(KEY) is not None
        assert await charts_said(rig) == []
        rig.journal.is_broken = False
        await rig.to_bolts()
        await rig.pull("1", "25.10")
        await shown(rig, LEAST_POINTS + 2)
        assert len(await charts_said(rig)) >= 2


async def test_the_values_of_another_step_are_looked_at_beside_the_one_in_work(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(6))
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2")
        assert rig.step == "backlash"
        await rig.station.do(LookAtChart(KEY))
        await shown(rig, 8)
        assert rig.state.charts.current is None or rig.state.charts.current.characteristic != KEY


async def test_rebuilt_from_the_events_the_charts_are_the_same(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, *torques(LEAST_POINTS), 26.4)
        await rig.to_bolts()
        await shown(rig, LEAST_POINTS + 1)
        journal = rig.journal._journal
        before = await journal.chart_record(KEY, READ)
        assert await journal.work(journal._store.rebuild_projections) == ()
        assert await journal.chart_record(KEY, READ) == before


@pytest.mark.allow_warnings
async def test_limits_that_cannot_be_read_stop_neither_the_work_nor_later_charts(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        outbox = SqliteOutbox(rig.journal._journal)
        mark = await outbox.feed_mark()
        unreadable = Document(mark.pos + 1, ChartLimits.KIND, KEY, b'{"characteristic": 5}')
        await outbox.apply_feed(mark, up_to=mark.pos + 1, documents=[unreadable])
        await history(rig, *torques(6))
        await rig.to_bolts()
        assert rig.state.charts.current is None
        await rig.publish(ChartLimits(characteristic=KEY, set_at=NOW, by="engineer 5"))
        await rig.pull("1")
        await shown(rig, 7)
