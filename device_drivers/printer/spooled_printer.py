"""A label printer behind the system's spooler: a PDF a label."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceRefused, InvalidInput
from app.ports.devices import MAY_HAVE_PRINTED, CommandResult, LinkState, Outcome
from device_drivers.printer.page import pdf_of
from device_drivers.printer.zpl_printer import Patience
from device_drivers.supervisor import BackOff, StatusLine, supervise

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from app.ports.devices import DeviceStatus, OnStatus, PrintJob
    from device_drivers.printer.spooler import Spooler
    from device_drivers.printer.url import PrinterUrl

_DONE = "job-completed-successfully"


class SpooledPrinter:
    """Implements :class:`app.ports.devices.LabelPrinter`.

    Printed is what the spooler has completed; what it holds back, or ended without that word, may
    have been printed.
    """

    def __init__(
        self,
        *,
        device: str,
        place: PrinterUrl,
        spooler: Spooler,
        font: Path,
        back_off: BackOff,
        on_status: OnStatus | None = None,
        patience: Patience | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._place = place
        self._spooler = spooler
        self._font = font
        self._back_off = back_off
        self._patience = patience or Patience()
        self._sleep = sleep
        self._line = StatusLine(device, on_status)
        self._one_at_a_time = asyncio.Lock()
        self._sent: set[str] = set()

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    async def run(self) -> None:
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    async def print(self, job: PrintJob) -> CommandResult:
        try:
            document = pdf_of(job.label, self._place.paper, self._font, self._place.dpi)
        except InvalidInput as error:
            return CommandResult(Outcome.REJECTED, "printer.does_not_fit", str(error))
        async with self._one_at_a_time:
            if job.job in self._sent:
                words = f"Job {job.job} went to the spooler before; it is not sent twice."
                return CommandResult(Outcome.REJECTED, "printer.already_sent", words)
            return await self._submit(job, document)

    async def _submit(self, job: PrintJob, document: bytes) -> CommandResult:
        try:
            queue = await self._spooler.queue()
            if not queue.is_printing:
                words = f"The queue is stopped: {queue.words}. Nothing was sent."
                return CommandResult(Outcome.REJECTED, "printer.paused", words)
        except DeviceFault as fault:
            words = f"The printer cannot be reached: {fault.detail}. Nothing was sent."
            return CommandResult(Outcome.OFFLINE, "printer.offline", words)
        self._sent.add(job.job)
        try:
            request = await self._spooler.submit(document, f"label {job.job}")
        except DeviceRefused as fault:
            words = f"The spooler refused: {fault.detail}. Nothing was sent."
            return CommandResult(Outcome.REJECTED, "printer.refused", words)
        except DeviceFault as fault:
            return _unknown(f"The spooler did not answer: {fault.detail}")
        try:
            return await self._follow(request)
        except DeviceFault as fault:
            return _unknown(f"The spooler does not say what became of {request}: {fault.detail}")

    async def _follow(self, request: str) -> CommandResult:
        try:
            async with asyncio.timeout(self._patience.label_s):
                while await self._spooler.is_waiting(request):
                    await self._sleep(self._patience.look_s)
        except TimeoutError:
            seconds = f"{self._patience.label_s:g}"
            words = (
                f"{request} waits in the spooler since {seconds} s and is printed when the "
                f"printer is back; “cancel {request}” takes it out"
            )
            return _unknown(words)
        alerts = await self._spooler.end_of(request)
        if _DONE in alerts:
            return CommandResult(Outcome.CONFIRMED, facts={"request": request})
        return _unknown(f"The spooler ended {request} with {alerts or 'no word of success'}")

    async def _serve(self) -> None:
        while True:
            queue = await self._spooler.queue()
            if self._line.current.identity is None:
                self._line.identify(self._spooler.name)
            if queue.is_printing:
                self._line.move(LinkState.READY)
            else:
                self._line.move(LinkState.DEGRADED, f"The queue is stopped: {queue.words}")
            await self._sleep(self._patience.idle_s)


def _unknown(words: str) -> CommandResult:
    words = f"{words}. The label may have been printed."
    return CommandResult(Outcome.TIMED_OUT, MAY_HAVE_PRINTED, words)
