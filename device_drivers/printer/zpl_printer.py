"""A label printer that speaks ZPL, over TCP or a device file."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceTimeout, InvalidInput
from app.ports.devices import MAY_HAVE_PRINTED, CommandResult, LinkState, Outcome
from device_drivers.printer.conversation import talk_to
from device_drivers.printer.zpl import zpl_of
from device_drivers.supervisor import BackOff, StatusLine, supervise
from device_drivers.wiretap import current_tap, tapped

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.ports.devices import DeviceStatus, OnStatus, PrintJob
    from device_drivers.printer.conversation import Conversation
    from device_drivers.printer.host_status import HostStatus
    from device_drivers.printer.url import PrinterUrl


@dataclass(frozen=True, slots=True)
class Patience:
    """How long each thing may take: an answer, a label, and between two looks at the status.

    ``quiet_looks`` in a row must find nothing waiting: a printer may call the label it is just
    printing no longer waiting, and only then run out of paper.
    """

    answer_s: float = 3.0
    label_s: float = 20.0
    look_s: float = 0.2
    idle_s: float = 10.0
    quiet_looks: int = 3


class ZplPrinter:
    """Implements :class:`app.ports.devices.LabelPrinter`.

    The status is asked before a label is sent: what the printer would refuse is not sent.  After
    that the label is the printer's, and only the printer's word ends the job.
    """

    def __init__(
        self,
        *,
        device: str,
        place: PrinterUrl,
        back_off: BackOff,
        on_status: OnStatus | None = None,
        patience: Patience | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._place = place
        self._back_off = back_off
        self._patience = patience or Patience()
        self._sleep = sleep
        self._line = StatusLine(device, on_status)
        self._one_at_a_time = asyncio.Lock()
        self._sent: set[str] = set()
        self._tap = current_tap()

    @property
    def status(self) -> DeviceStatus:
        return self._line.current

    async def run(self) -> None:
        # Labels come from other tasks; who listens in on this one hears them too.
        self._tap = current_tap()
        await supervise(self._serve, line=self._line, back_off=self._back_off)

    async def print(self, job: PrintJob) -> CommandResult:
        try:
            payload = zpl_of(job.label, self._place.paper, self._place.dpi)
        except InvalidInput as error:
            return CommandResult(Outcome.REJECTED, "printer.does_not_fit", str(error))
        async with self._one_at_a_time:
            if job.job in self._sent:
                words = f"Job {job.job} went to the printer before; it is not sent twice."
                return CommandResult(Outcome.REJECTED, "printer.already_sent", words)
            try:
                with tapped(self._tap):
                    async with talk_to(self._place, answer_s=self._patience.answer_s) as talk:
                        return await self._print(talk, job.job, payload)
            except DeviceFault as fault:
                return self._broken(fault, is_sent=job.job in self._sent)

    async def _print(self, talk: Conversation, job: str, payload: bytes) -> CommandResult:
        before = await talk.status()
        self._show(before)
        if before.troubles:
            code = f"printer.{before.troubles[0].value}"
            return CommandResult(Outcome.REJECTED, code, f"{before.sentence}. Nothing was sent.")
        if not before.is_idle:
            words = "The printer still works at other labels. Nothing was sent: try again."
            return CommandResult(Outcome.REJECTED, "printer.busy", words)
        self._sent.add(job)
        await talk.send(payload)
        return await self._follow(talk)

    async def _follow(self, talk: Conversation) -> CommandResult:
        """Until it says that nothing waits, or why it cannot go on."""
        quiet = 0
        try:
            async with asyncio.timeout(self._patience.label_s):
                while quiet < self._patience.quiet_looks:
                    now = await talk.status()
                    if now.troubles:
                        self._show(now)
                        return _stopped(now)
                    quiet = quiet + 1 if now.is_idle else 0
                    await self._sleep(self._patience.look_s)
        except TimeoutError:
            seconds = f"{self._patience.label_s:g}"
            return _unknown(f"The printer has not said within {seconds} s that it is done")
        return CommandResult(Outcome.CONFIRMED)

    def _broken(self, fault: DeviceFault, *, is_sent: bool) -> CommandResult:
        if is_sent:
            return _unknown(f"The connection to the printer ended: {fault.detail}")
        timed_out = isinstance(fault, DeviceTimeout)
        return CommandResult(
            Outcome.TIMED_OUT if timed_out else Outcome.OFFLINE,
            "printer.no_answer" if timed_out else "printer.offline",
            f"The printer cannot be reached: {fault.detail}. Nothing was sent.",
        )

    async def _serve(self) -> None:
        """Look at the printer now and then; a job's own look counts as well."""
        while True:
            async with (
                self._one_at_a_time,
                talk_to(self._place, answer_s=self._patience.answer_s) as talk,
            ):
                if self._line.current.identity is None:
                    self._line.identify(await talk.identity())
                self._show(await talk.status())
            await self._sleep(self._patience.idle_s)

    def _show(self, status: HostStatus) -> None:
        if status.troubles:
            self._line.move(LinkState.DEGRADED, status.sentence)
        else:
            self._line.move(LinkState.READY)


def _stopped(status: HostStatus) -> CommandResult:
    """Trouble behind our label: it waits inside, or the printer stopped at it or just after."""
    where = "look whether the label came out"
    if not status.is_idle:
        where = "the label waits in the printer and comes out then"
    words = f"{status.sentence}; {where}"
    return _unknown(words, status.troubles[0].value)


def _unknown(words: str, problem: str = "") -> CommandResult:
    facts = {"problem": problem} if problem else {}
    words = f"{words}. The label may have been printed."
    return CommandResult(Outcome.TIMED_OUT, MAY_HAVE_PRINTED, words, facts)
