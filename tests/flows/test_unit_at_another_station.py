"""A unit goes from station to station: each goes on exactly where it stands."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
import sqlalchemy as sa

from app.domain.events import UnitCompleted
from app.domain.instructions import SamplingRule
from app.domain.plant import Order, Person
from app.domain.sample_events import SampleSettled
from app.services.dispositions import AskedRework, DisposeUnit, LookAtHeld
from app.services.scan_routing import UnitIsHere
from app.services.sign_off import SignByPin
from server.db.tables import situation
from server.read.record import unit_record
from sync.unit_lookup import read_page
from tests.helpers.gearbox import INSTRUCTION, measured
from tests.helpers.line_rig import (
    LineStation,
    enrolment_at,
    publish,
    start_plant,
    station_of_line,
)
from tests.helpers.station_rig import BADGE, sha256

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from app.ports.units import ToldMark, ToldPage
    from server.read.record import UnitRecord
    from tests.helpers.sync_rig import RunningPlant

UNIT = "0418-77231"
HOUSING, GEARS = "P:HS-200;L:H-2", "P:GS-55;S:GS-1"


class Line:
    """A plant, and stations that may come, go and come again."""

    def __init__(self, folder: Path, plant: RunningPlant, stack: AsyncExitStack) -> None:
        self._folder = folder
        self.plant = plant
        self._stack = stack
        self._enrolled: dict[str, tuple] = {}  # type: ignore[type-arg]

    async def station(
        self, name: str, *, stack: AsyncExitStack | None = None, is_connected: bool = True
    ) -> LineStation:
        if name not in self._enrolled:
            self._enrolled[name] = await enrolment_at(self.plant, name)
        identity, enrolment = self._enrolled[name]
        return await (stack or self._stack).enter_async_context(
            station_of_line(
                self._folder / name, name, identity, enrolment, is_connected=is_connected
            )
        )

    def record(self) -> UnitRecord:
        assert self.plant.plant is not None
        self.plant.plant.settle(5)
        with self.plant.plant.database.read() as connection:
            record = unit_record(connection, UNIT)
        assert record is not None
        return record

    def situations(self) -> list[str]:
        assert self.plant.plant is not None
        self.plant.plant.settle(5)
        statement = sa.select(situation.c.kind).where(situation.c.closed_at.is_(None))
        with self.plant.plant.database.read() as connection:
            return list(connection.execute(statement).scalars())


@pytest.fixture
async def line(tmp_path: Path) -> AsyncIterator[Line]:
    plant = await start_plant(tmp_path / "plant")
    async with AsyncExitStack() as stack:
        stack.push_async_callback(plant.stop)
        yield Line(tmp_path, plant, stack)


async def finish(station: LineStation) -> None:
    """From the open backlash step to the end, with a typed value."""
    await station.rig.station.value_typed(Decimal("0.11"))
    await confirm_rest(station)


async def confirm_rest(station: LineStation) -> None:
    rig = station.rig
    for place in ("left", "right"):
        await rig.station.point_answered(place, True)
    while rig.state.run is not None:
        rig.clock.us += 5_000_000
        await rig.station.primary_pressed()
        assert rig.state.refusal is None, rig.state.refusal


async def finish_by_gauge(station: LineStation) -> None:
    """As :func:`finish`, with nothing typed: the unit is provable."""
    assert await station.rig.station.inbox.store(measured())
    await confirm_rest(station)


async def to_backlash(station: LineStation, *, is_begun: bool = False) -> None:
    if not is_begun:
        await station.take(UNIT, HOUSING, GEARS)
    await station.place()
    await station.rig.pull("1")
    await station.rig.pull("2")
    assert station.rig.step == "backlash"


async def test_a_unit_goes_on_at_the_next_station_and_its_evidence_counts(line: Line) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await to_backlash(first)
    await first.leave()
    await first.synced()
    await second.take(UNIT)
    run, elsewhere = second.rig.state.run, second.rig.state.elsewhere
    assert run is not None
    assert elsewhere is not None
    assert (second.rig.step, elsewhere.is_fresh) == ("backlash", True)
    assert elsewhere.done_at["bolts"] == "ST-010"
    assert [part.lot or part.serial for step in run.steps for part in step.parts] == [
        "H-2",
        "GS-1",
    ]
    await finish(second)
    done = [b for b in await second.rig.bodies(UNIT) if isinstance(b, UnitCompleted)]
    # Only the value that was typed lacks its proof: what the first station did is proven.
    assert [one.gaps for one in done] == [("typed:backlash",)]
    await second.synced()
    record = line.record()
    assert (record.state, record.station) == ("completed", "ST-020")
    assert {value.provenance for value in record.values} >= {"tool", "scanner"}
    assert line.situations() == ["not_provable"]
    await first.take(UNIT)
    assert first.refusal[0] == "unit.not_provable"


async def test_a_unit_finished_elsewhere_says_where(line: Line) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await to_backlash(first)
    await finish_by_gauge(first)
    await first.synced()
    await second.take(UNIT)
    code, facts = second.refusal
    assert (code, facts["station"]) == ("unit.completed_elsewhere", "ST-010")


async def test_a_unit_in_work_at_another_station_is_refused_until_a_person_says_it_is_here(
    line: Line,
) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await first.take(UNIT, HOUSING)
    await first.synced()
    await second.take(UNIT)
    code, facts = second.refusal
    assert (code, facts["station"]) == ("unit.open_elsewhere", "ST-010")
    assert second.rig.state.run is None
    await second.rig.station.do(UnitIsHere())
    assert second.rig.step == "gears"
    await second.synced()
    # It was known, and is no contradiction.
    assert line.situations() == []


async def test_the_next_operation_begins_when_the_one_before_is_finished(line: Line) -> None:
    test = msgspec.structs.replace(
        INSTRUCTION, id="gearbox-test", operation="20", steps=INSTRUCTION.steps[-1:]
    )
    order = Order(
        order="PO-2",
        product="GX-200",
        variant="B",
        quantity=9,
        instruction="gearbox-test",
        serials=(UNIT,),
        sequence=9,
    )
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await first.take(UNIT, HOUSING)
    await first.leave()
    await first.synced()
    publish(line.plant, order, instruction=test)
    await second.rig.until(lambda s: "PO-2" in {row.order.order for row in s.orders})
    await second.rig.scan(BADGE)
    await second.rig.station.order_chosen("PO-2")
    await second.take(UNIT)
    code, facts = second.refusal
    assert (code, facts["order"], facts["station"]) == ("unit.unfinished", "PO-1", "ST-010")
    await first.take(UNIT, GEARS)
    await to_backlash(first, is_begun=True)
    await finish_by_gauge(first)
    await first.synced()
    await second.take(UNIT)
    run = second.rig.state.run
    assert run is not None
    assert (run.order, second.rig.step) == ("PO-2", "label")
    await second.leave()
    await second.synced()
    # Begun, it goes on anywhere.
    await first.take(UNIT)
    assert first.rig.step == "label"


async def test_scanned_once_more_a_finished_unit_begins_nothing(line: Line) -> None:
    station = await line.station("ST-010")
    await to_backlash(station)
    await finish_by_gauge(station)
    test = msgspec.structs.replace(INSTRUCTION, id="gearbox-test", operation="20")
    order = Order(
        order="PO-2", product="GX-200", variant="B", quantity=9, instruction="gearbox-test"
    )
    publish(line.plant, order, instruction=test)
    await station.rig.until(lambda s: "PO-2" in {row.order.order for row in s.orders})
    await station.take(UNIT)
    assert station.refusal[0] == "unit.completed"
    await station.rig.station.order_chosen("PO-2")
    await station.take(UNIT)
    assert station.rig.state.run is not None
    assert station.rig.state.run.order == "PO-2"


class SilentPlant:
    """Never answers."""

    async def page(self, serial: str, mark: ToldMark) -> ToldPage:  # noqa: ARG002
        await asyncio.Event().wait()
        raise AssertionError


class LyingPlant:
    """What it says is not the plant's."""

    async def page(self, serial: str, mark: ToldMark) -> ToldPage:
        return read_page(b"{}", "00" * 64, serial=serial, mark=mark, plant_key="00" * 32)


@pytest.mark.allow_warnings  # somebody should look at a server that is not ours
@pytest.mark.parametrize("plant", [SilentPlant(), LyingPlant()])
async def test_a_server_that_is_silent_or_not_the_plant_s_holds_nobody_up(
    line: Line, plant: SilentPlant | LyingPlant
) -> None:
    station = await line.station("ST-010")
    station.rig.station.units.look_up_s = 0.01
    station.rig.station.units.use(plant)
    await station.take(UNIT, HOUSING)
    assert station.rig.step == "gears"
    elsewhere = station.rig.state.elsewhere
    assert elsewhere is not None
    assert not elsewhere.is_fresh


async def sampled(line: Line, first: LineStation, second: LineStation, rule: SamplingRule) -> None:
    """The seal is inspected on some units only, at both stations."""
    steps = tuple(
        msgspec.structs.replace(step, sampling=rule) if step.id == "seal" else step
        for step in INSTRUCTION.steps
    )
    publish(line.plant, instruction=msgspec.structs.replace(INSTRUCTION, steps=steps))
    await first.has_revision_of(steps)
    await second.has_revision_of(steps)


async def test_a_sample_that_another_station_finished_holds_up_nobody(line: Line) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await sampled(line, first, second, SamplingRule(at_order=1, until_done="wait"))
    await to_backlash(first)
    await first.leave()
    await first.synced()
    await first.take("0418-77232")
    assert first.refusal[0] == "sample.waits"
    await second.take(UNIT)
    await finish(second)
    await second.synced()
    await first.take("0418-77232")
    run = first.rig.state.run
    assert run is not None
    assert [sample.is_due for sample in run.samples] == [False]


async def test_units_that_waited_for_a_sample_lose_their_mark_once_it_is_done_elsewhere(
    line: Line,
) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await sampled(line, first, second, SamplingRule(at_order=1, until_done="mark"))
    await to_backlash(first)
    await first.leave()
    await first.take("0418-77232")
    await first.leave()
    await first.synced()
    await second.take(UNIT)
    await finish(second)
    await second.synced()
    for serial in ("0418-77233", "0418-77234"):
        await first.take(serial)
        await first.leave()
    settled = [b for b in await first.rig.bodies("0418-77232") if isinstance(b, SampleSettled)]
    assert settled == [SampleSettled(step="seal", of=UNIT)]


async def test_in_an_outage_only_the_first_scan_waits_long(line: Line) -> None:
    station = await line.station("ST-010")
    station.rig.station.units.look_up_s = 0.01
    station.rig.station.units.use(SilentPlant())
    await station.take(UNIT)
    await station.leave()
    # An hour, were it not known by now that nobody answers.
    station.rig.station.units.look_up_s = 3_600
    await station.take(UNIT)
    assert station.rig.step == "housing"


async def test_the_label_of_another_unit_says_at_which_station_that_one_stands(line: Line) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await first.take(UNIT, HOUSING)
    await first.leave()
    await first.synced()
    await second.take("0418-77232", f"SN {UNIT}")
    code, facts = second.refusal
    assert code == "unit.another_open"
    assert (facts["where"], facts["station"], facts["step_id"]) == ("begun", "ST-010", "gears")


async def test_a_unit_held_at_one_station_is_decided_about_and_goes_on_at_another(
    line: Line,
) -> None:
    lead = Person(person="412", name="Lead 412", role="lead", badge=sha256("412"), pin="4124")
    publish(line.plant, lead, instruction=INSTRUCTION)
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await to_backlash(first)
    for value in ("0.20", "0.21", "0.22"):
        await first.rig.station.value_typed(Decimal(value))
        await first.rig.station.nok_acknowledged()
    assert first.rig.state.run is not None
    assert first.rig.state.run.held is not None
    await first.synced()
    await second.take(UNIT)
    assert second.refusal[0] in ("unit.held_elsewhere", "unit.held")
    await second.rig.station.do(LookAtHeld(UNIT))
    run = second.rig.state.run
    assert run is not None
    assert (run.held, run.current and run.current.failures) == (first.rig.state.run.held, 3)
    rework = AskedRework("words", "Clean the seat")
    await second.rig.station.do(DisposeUnit(UNIT, "rework", "chips", rework=rework))
    await second.rig.station.do(SignByPin("412", "4124"))
    await second.leave()
    await second.synced()
    await first.leave()
    await first.synced()
    await first.take(UNIT)
    run = first.rig.state.run
    assert run is not None
    assert run.current is not None
    # It was decided at the other station: the work that was ordered there is to do here.
    assert (run.held, run.current.step.title["en"]) == (None, "Rework")


async def test_offline_a_unit_goes_on_with_what_was_known_and_says_from_when_that_is(
    line: Line,
) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await first.take(UNIT, HOUSING)
    await first.leave()
    await first.synced()
    await second.take(UNIT)
    await second.leave()
    await second.synced()
    await second.disconnect()
    await second.take(UNIT)
    elsewhere = second.rig.state.elsewhere
    assert elsewhere is not None
    assert (second.rig.step, elsewhere.is_fresh) == ("gears", False)
    assert elsewhere.told_us is not None
    assert elsewhere.done_at == {"unit": "ST-010", "housing": "ST-010"}


async def test_a_restart_without_a_network_takes_the_unit_up_at_the_very_same_step(
    line: Line,
) -> None:
    first = await line.station("ST-010")
    await first.take(UNIT, HOUSING)
    await first.leave()
    await first.synced()
    async with AsyncExitStack() as stack:
        second = await line.station("ST-020", stack=stack)
        await second.take(UNIT, GEARS)
        assert second.rig.step == "place"
        await second.synced()
    again = await line.station("ST-020", is_connected=False)
    run = await again.rig.until(lambda s: s.run is not None)
    assert again.rig.step == "place"
    assert run.elsewhere is not None
    assert run.elsewhere.done_at == {"unit": "ST-010", "housing": "ST-010"}


@pytest.mark.allow_warnings  # the lanes say that they cannot reach it
async def test_a_unit_the_plant_never_told_of_is_begun_offline_and_the_screen_knows_it(
    line: Line,
) -> None:
    second = await line.station("ST-020")
    await line.plant.stop()
    await second.take(UNIT, HOUSING)
    elsewhere = second.rig.state.elsewhere
    assert second.rig.step == "gears"
    assert elsewhere is not None
    assert (elsewhere.is_fresh, elsewhere.told_us) == (False, None)


async def test_work_at_two_stations_apart_is_one_unit_for_both_and_a_situation(
    line: Line,
) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await second.disconnect()
    await second.take(UNIT, HOUSING)
    await first.take(UNIT, HOUSING, GEARS)
    await first.synced()
    await second.connect()
    await second.synced()
    assert "two_stations" in line.situations()
    await second.leave()
    await second.synced()
    await first.leave()
    await first.synced()
    await second.take(UNIT)
    assert second.rig.step == "place"
    second_run = second.rig.state.run
    await second.leave()
    await second.synced()
    await first.take(UNIT)
    assert first.rig.state.run == second_run


@pytest.mark.allow_warnings
async def test_what_was_altered_in_the_file_is_not_used_and_is_asked_for_again(
    line: Line,
) -> None:
    first, second = await line.station("ST-010"), await line.station("ST-020")
    await first.take(UNIT, HOUSING)
    await first.leave()
    await first.synced()
    await second.take(UNIT)
    await second.leave()
    await second.synced()
    await second.journal.change(
        lambda db: db.execute(
            "UPDATE told_event SET raw = CAST(replace(CAST(raw AS TEXT), 'HS-200', 'HS-201') "
            "AS BLOB)"
        )
    )
    assert await second.journal.told(UNIT) == ()
    await second.take(UNIT)
    run = second.rig.state.run
    assert run is not None
    assert [part.part for step in run.steps for part in step.parts] == ["HS-200"]
