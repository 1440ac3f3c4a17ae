"""Labels at the station: durable before they are sent, one unless somebody says why not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.domain.events import LabelEnded, LabelRequested, ScanRefused
from app.domain.labels import Label, Symbol, SymbolKind
from app.domain.scans import Scan, ScanKind
from app.ports.devices import (
    MAY_HAVE_PRINTED,
    CommandResult,
    DeviceStatus,
    LinkState,
    Outcome,
    PrintJob,
)
from tests.helpers.patience import PATIENT_S
from tests.helpers.station_rig import BADGE, Rig, station_at
from ui.messages import WORDS

SERIAL = "0418-77231"
PAPER_OUT = CommandResult(Outcome.REJECTED, "printer.paper_out", "The labels are used up.")
UNKNOWN = CommandResult(Outcome.TIMED_OUT, MAY_HAVE_PRINTED, "The line broke.")


class FakePrinter:
    """Answers what it was told; ``printed`` is what came out."""

    def __init__(self) -> None:
        self.status = DeviceStatus("P-1", LinkState.READY)
        self.answer = CommandResult(Outcome.CONFIRMED)
        self.jobs: list[PrintJob] = []
        self.may_go = asyncio.Event()
        self.may_go.set()

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def print(self, job: PrintJob) -> CommandResult:
        self.jobs.append(job)
        await self.may_go.wait()
        return self.answer


@pytest.fixture
async def pair(tmp_path: Path) -> AsyncIterator[tuple[Rig, FakePrinter]]:
    async with station_at(tmp_path) as rig:
        printer = FakePrinter()
        rig.station._labels.use({"P-1": printer})
        await rig.scan(BADGE, f"SN {SERIAL}")
        yield rig, printer


async def ended(rig: Rig, count: int) -> list[LabelEnded]:
    """The ends of labels recorded so far, once there are ``count``."""
    async with asyncio.timeout(PATIENT_S):
        while True:
            found = [body for _, body in await rig.record() if isinstance(body, LabelEnded)]
            if len(found) >= count:
                return found


async def requested(rig: Rig) -> list[LabelRequested]:
    return [body for _, body in await rig.record() if isinstance(body, LabelRequested)]


def refusal(rig: Rig) -> str | None:
    shown = rig.state.refusal
    return None if shown is None else shown.refusal.code


async def test_without_a_printer_nothing_is_promised(pair: tuple[Rig, FakePrinter]) -> None:
    rig, _ = pair
    rig.station._labels.use({})
    await rig.scan("CMD:LABEL")
    assert refusal(rig) == "label.no_printer"
    assert await requested(rig) == []


async def test_without_a_unit_there_is_nothing_to_label(pair: tuple[Rig, FakePrinter]) -> None:
    rig, printer = pair
    await rig.station.unit_left()
    await rig.scan("CMD:LABEL")
    assert refusal(rig) == "label.no_unit"
    assert printer.jobs == []


async def test_the_unit_gets_its_label_and_the_record_says_so(
    pair: tuple[Rig, FakePrinter],
) -> None:
    rig, printer = pair
    await rig.scan("CMD:LABEL")
    (end,) = await ended(rig, 1)
    (asked,) = await requested(rig)
    assert (end.outcome, end.job) == ("printed", asked.job)
    code = Symbol(kind=SymbolKind.DATAMATRIX, text=SERIAL)
    assert asked.label == Label(kind="unit", lines=(SERIAL, "GX-200 B", "PO-1"), symbol=code)
    assert printer.jobs == [PrintJob(asked.job, asked.label)]
    assert "label.requested" in await rig.kinds(SERIAL)
    assert refusal(rig) is None


async def test_a_code_the_plant_would_not_know_as_the_unit_is_left_out(
    pair: tuple[Rig, FakePrinter],
) -> None:
    rig, printer = pair
    rig.station._labels._parse_scan = lambda text: Scan(kind=ScanKind.UNKNOWN, raw=text)
    await rig.scan("CMD:LABEL")
    await ended(rig, 1)
    assert [job.label.symbol for job in printer.jobs] == [None]


async def test_a_second_label_needs_a_reason_and_names_it(pair: tuple[Rig, FakePrinter]) -> None:
    rig, printer = pair
    await rig.scan("CMD:LABEL")
    await ended(rig, 1)
    await rig.scan("CMD:LABEL")
    assert refusal(rig) == "label.printed"
    assert len(printer.jobs) == 1
    await rig.scan("CMD:LABEL-DAMAGED")
    await ended(rig, 2)
    asked = await requested(rig)
    assert [one.again_for for one in asked] == [None, "damaged"]
    assert len({one.job for one in asked}) == 2
    assert any(isinstance(body, ScanRefused) for body in await rig.bodies(SERIAL))


async def test_a_label_that_was_not_printed_is_said_and_asked_for_again_freely(
    pair: tuple[Rig, FakePrinter],
) -> None:
    rig, printer = pair
    printer.answer = PAPER_OUT
    await rig.scan("CMD:LABEL")
    (end,) = await ended(rig, 1)
    assert (end.outcome, end.code) == ("not_printed", "printer.paper_out")
    await rig.until(lambda state: state.refusal is not None)
    assert refusal(rig) == "label.not_printed"
    printer.answer = CommandResult(Outcome.CONFIRMED)
    await rig.station.refusal_closed()
    await rig.scan("CMD:LABEL")
    assert [one.outcome for one in await ended(rig, 2)] == ["not_printed", "printed"]


async def test_a_label_nobody_knows_of_is_not_printed_again_without_looking(
    pair: tuple[Rig, FakePrinter],
) -> None:
    rig, printer = pair
    printer.answer = UNKNOWN
    await rig.scan("CMD:LABEL")
    (end,) = await ended(rig, 1)
    assert end.outcome == "unknown"
    await rig.until(lambda state: state.refusal is not None)
    assert refusal(rig) == "label.may_have_printed"
    await rig.station.refusal_closed()
    await rig.scan("CMD:LABEL")
    assert refusal(rig) == "label.unknown"
    await rig.scan("CMD:LABEL-NOT-OUT")
    assert [one.again_for for one in await requested(rig)] == [None, "not_out"]


async def test_a_label_under_way_when_the_station_stopped_may_have_been_printed(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        printer = FakePrinter()
        printer.may_go.clear()
        rig.station._labels.use({"P-1": printer})
        await rig.scan(BADGE, f"SN {SERIAL}", "CMD:LABEL")
    async with station_at(tmp_path) as rig:
        printer = FakePrinter()
        rig.station._labels.use({"P-1": printer})
        (end,) = await ended(rig, 1)
        assert (end.outcome, end.code) == ("unknown", MAY_HAVE_PRINTED)
        await rig.scan(BADGE, "CMD:LABEL")
        assert refusal(rig) == "label.unknown"
        assert printer.jobs == []
    async with station_at(tmp_path) as rig:
        assert len(await ended(rig, 1)) == 1


async def test_a_test_label_needs_no_unit_and_belongs_to_none(
    pair: tuple[Rig, FakePrinter],
) -> None:
    rig, printer = pair
    await rig.scan("CMD:LABEL-TEST", "CMD:LABEL-TEST")
    await ended(rig, 2)
    assert [job.label.kind for job in printer.jobs] == ["test", "test"]
    assert {unit for unit, body in await rig.record() if isinstance(body, LabelEnded)} == {None}


@pytest.mark.allow_warnings
async def test_what_cannot_be_recorded_is_not_sent(pair: tuple[Rig, FakePrinter]) -> None:
    rig, printer = pair
    rig.journal.is_broken = True
    await rig.scan("CMD:LABEL")
    assert rig.state.storage_problem is not None
    assert printer.jobs == []


@pytest.mark.parametrize("code", ["printed", "unknown", "not_printed", "may_have_printed"])
def test_what_became_of_a_label_has_words(code: str) -> None:
    assert f"label.{code}/headline" in WORDS
    assert f"label.{code}/why" in WORDS
