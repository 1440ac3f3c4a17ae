"""Labels: asked for by a printed command, printed once, and never a second one without a reason.

The request is durable before anything goes to the printer, and what became of it afterwards.  What
was on its way when the station stopped may have been printed: that is what the record says.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.errors import StorageFault
from app.domain.events import Body, LabelEnded, LabelRequested
from app.domain.labels import Label, Symbol, SymbolKind, sample_label, unit_label
from app.domain.refusal import Refusal
from app.domain.rights import REPRINT_LABEL
from app.domain.scans import ScanKind
from app.ports.devices import MAY_HAVE_PRINTED, CommandResult, Outcome, PrintJob

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from app.domain.envelope import Actor
    from app.domain.scans import Scan
    from app.domain.unit_run import UnitRun
    from app.ports.clock import Clock
    from app.ports.devices import LabelPrinter
    from app.ports.journal import Journal
    from app.services.state_board import StateBoard

#: The printed commands, and the reason each gives for a second label.
REASONS = {
    "LABEL-DAMAGED": "damaged",
    "LABEL-LOST": "lost",
    "LABEL-UNREADABLE": "unreadable",
    "LABEL-NOT-OUT": "not_out",
}
FIRST, TEST = "LABEL", "LABEL-TEST"
COMMANDS = frozenset({FIRST, TEST, *REASONS})
_STOPPED = "The station stopped while the label was on its way."


@dataclass(frozen=True, slots=True)
class _Sent:
    job: PrintJob
    printer: str
    unit: str | None


class LabelDesk:
    """``record`` makes a body durable, about a unit or none; ``run`` prints what was asked for.

    A unit's label has a code only when ``parse_scan`` finds this unit in it.
    """

    def __init__(
        self,
        *,
        journal: Journal,
        board: StateBoard,
        clock: Clock,
        parse_scan: Callable[[str], Scan],
        record: Callable[[Body, Actor | None, str | None], Awaitable[None]],
        storage_failed: Callable[[StorageFault], None],
    ) -> None:
        self._journal = journal
        self._board = board
        self._clock = clock
        self._parse_scan = parse_scan
        self._record = record
        self._storage_failed = storage_failed
        self._printers: Mapping[str, LabelPrinter] = {}
        self._waiting: asyncio.Queue[_Sent] = asyncio.Queue()
        self._count = 0

    def use(self, printers: Mapping[str, LabelPrinter]) -> None:
        """The first one prints."""
        self._printers = printers

    async def recover(self) -> None:
        """Name what was on its way when the station stopped."""
        for job, printer, unit in await self._journal.open_labels():
            ended = LabelEnded(
                job=job, printer=printer, outcome="unknown", code=MAY_HAVE_PRINTED, words=_STOPPED
            )
            await self._record(ended, None, unit)

    async def wanted(self, command: str, run: UnitRun | None, actor: Actor) -> Refusal | None:
        """Inside a turn: write the request down and hand it on; None when that was done."""
        printer = next(iter(self._printers), None)
        if printer is None:
            return Refusal("label.no_printer")
        if command == TEST:
            await self._send(self._sample(printer), printer, actor, unit=None, reason=None)
            return None
        if run is None:
            return Refusal("label.no_unit")
        reason = REASONS.get(command)
        before = await self._journal.label_of(run.serial)
        if before is not None and reason is None:
            return Refusal(f"label.{before}", {"serial": run.serial})
        people = self._board.state.people
        if before is not None and not people.may(REPRINT_LABEL):
            return people.without(REPRINT_LABEL)
        label = unit_label(
            serial=run.serial,
            product=run.product,
            variant=run.variant,
            order=run.order,
            symbol=self._code_of(run.serial),
        )
        reason = reason if before is not None else None
        await self._send(label, printer, actor, unit=run.serial, reason=reason)
        return None

    async def run(self) -> None:
        """Print what was asked for, until cancelled."""
        while True:
            sent = await self._waiting.get()
            result = await self._printers[sent.printer].print(sent.job)
            try:
                await self._record(_ended(sent, result), None, sent.unit)
            except StorageFault as fault:
                # The label is out; the next start finds it open and says that nobody knows.
                self._storage_failed(fault)
            self._show(sent.printer, result)

    async def _send(
        self, label: Label, printer: str, actor: Actor, *, unit: str | None, reason: str | None
    ) -> None:
        job = self._new_job()
        body = LabelRequested(job=job, printer=printer, label=label, again_for=reason)
        await self._record(body, actor, unit)
        self._waiting.put_nowait(_Sent(PrintJob(job, label), printer, unit))

    def _code_of(self, serial: str) -> Symbol | None:
        """What a plant's scanners would not know as this unit is not printed."""
        symbol = Symbol(kind=SymbolKind.DATAMATRIX, text=serial)
        for sent in (symbol.aim + serial, serial):
            scan = self._parse_scan(sent)
            if (scan.kind, scan.value) != (ScanKind.UNIT, serial):
                return None
        return symbol

    def _sample(self, printer: str) -> Label:
        now = datetime.fromtimestamp(self._clock.now_us() / 1e6, UTC)
        return sample_label(
            self._board.state.station.station, printer, f"{now:%Y-%m-%d %H:%M} UTC"
        )

    def _new_job(self) -> str:
        """Never used twice, whatever anybody does to the clock."""
        self._count += 1
        return f"{self._clock.boot[:8]}-{self._clock.mono_ns():x}-{self._count}"

    def _show(self, printer: str, result: CommandResult) -> None:
        if result.is_confirmed:
            return
        is_unknown = result.code == MAY_HAVE_PRINTED
        facts = {"device": printer, "words": (result.words or "").rstrip(".")}
        code = "label.may_have_printed" if is_unknown else "label.not_printed"
        self._board.show_refusal(Refusal(code, facts), self._clock.now_us())


def _ended(sent: _Sent, result: CommandResult) -> LabelEnded:
    outcome = "not_printed"
    if result.outcome is Outcome.CONFIRMED:
        outcome = "printed"
    elif result.code == MAY_HAVE_PRINTED:
        outcome = "unknown"
    return LabelEnded(
        job=sent.job.job,
        printer=sent.printer,
        outcome=outcome,
        code=result.code,
        words=result.words,
    )
