"""One conversation with a controller, from 0001 to the end of the link.

The order is fixed: identify, lock the tool, subscribe, reconcile, then listen.  A result is
acknowledged only after the log has made it durable.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.errors import StorageFault
from app.ports.devices import LinkState
from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.fields import (
    FieldFault,
    Value,
    Values,
    parse,
    printable,
    serialise,
)
from device_drivers.open_protocol.link import SPECIFIED, Link, Times
from device_drivers.open_protocol.message import TRACE, Message, accepted, build
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.tables import LAYOUTS, best_revision
from device_drivers.open_protocol.trace import ANGLE, TORQUE, parse_trace, subscription
from device_drivers.supervisor import DeviceBusy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.readings import Curve, Reading
    from app.ports.devices import ResultLog
    from device_drivers.open_protocol.curves import Curves
    from device_drivers.open_protocol.intake import Intake
    from device_drivers.open_protocol.results import Reader
    from device_drivers.supervisor import StatusLine

logger = logging.getLogger(__name__)

START, STARTED = 1, 2
SELECT_SUBSCRIBE, SELECTED, SELECTED_ACK, SELECT_UNSUBSCRIBE = 14, 15, 16, 17
DISABLE, ENABLE = 42, 43
RESULT_SUBSCRIBE, RESULT, RESULT_ACK = 60, 61, 62
OLD_RESULT_ASK, OLD_RESULT = 64, 65
ALARM_SUBSCRIBE, ALARM, ALARM_ACK, ALARM_STATUS, ALARM_STATUS_ACK = 70, 71, 72, 76, 77
GENERIC_SUBSCRIBE = 8

NO_VALUES: Values = MappingProxyType({})

#: Without the result type (revision 3) a loosening looks like a tightening.
RESULT_TYPE_SINCE = 3


@dataclass(frozen=True, slots=True)
class Settings:
    """A controller as configured.

    ``locks_tool`` is False for a mere listener, who must not touch a tool in use.
    """

    device: str
    host: str
    port: int = 4545
    torque_unit: str = "N.m"
    locks_tool: bool = True
    wants_traces: bool = True
    aborts_job_first: bool = False
    times: Times = SPECIFIED


@dataclass(frozen=True, slots=True)
class Parts:
    """What outlives a connection; ``revisions`` are those found to work, by MID."""

    line: StatusLine
    log: ResultLog
    reader: Reader
    intake: Intake
    curves: Curves
    revisions: dict[int, int]


class Session:
    """Used by the tool and the listener alike."""

    def __init__(self, link: Link, settings: Settings, parts: Parts) -> None:
        self.link = link
        self._settings = settings
        self._parts = parts
        self._troubles: dict[str, str] = {}
        self._selection = asyncio.Event()
        #: The program the controller last said it has selected.
        self.selected: int | None = None
        #: The program the tool was enabled for.
        self.armed_for: int | None = None
        self.is_ready = False
        self._has_old_results = True
        self.identity: dict[str, Value] = {}
        self._handlers: dict[int, Callable[[Message], Awaitable[None]]] = {
            RESULT: self._on_result,
            SELECTED: self._on_selected,
            TRACE: self._on_trace,
            ALARM: self._on_alarm,
            ALARM_STATUS: self._on_alarm_status,
        }

    async def open(self) -> None:
        """Identify, lock, subscribe.

        Raises:
            DeviceBusy: the controller serves another client.
            DeviceFault: it refused what we cannot do without, or the link broke.
        """
        await self._identify()
        await self._parts.intake.refresh()
        if self._settings.locks_tool:
            await self.lock()
        await self._subscribe()
        self._parts.line.move(LinkState.SUBSCRIBED)

    async def reconcile(self) -> None:
        """Take in what was made while nobody listened; READY afterwards."""
        self._parts.line.move(LinkState.RECONCILING)
        try:
            count = await self._parts.intake.reconcile(self.fetch)
        except StorageFault as fault:
            await self._not_kept(fault)
        else:
            if count:
                logger.info("device=%s %d results fetched", self._settings.device, count)
        self.is_ready = True
        self._show()

    async def serve(self) -> None:
        """Deal with what the controller sends until the link is lost (DeviceFault)."""
        while True:
            message = await self.link.next_event()
            try:
                await self._deal_with(message)
            finally:
                self.link.event_done()

    async def lock(self) -> None:
        """Disable the tool; a refusal is shown, not raised."""
        self.armed_for = None
        try:
            await self.link.request(build(DISABLE))
        except Refused as refusal:
            self._trouble("lock", f"the tool could not be locked: {refusal.words}")
        else:
            self._settled("lock")

    async def fetch(self, result_id: int) -> Reading | None:
        """An old result; 0 asks for the newest.  None when it cannot be had.

        Raises:
            Refused: not now; another connection may have it.
            DeviceFault: the link is lost.
        """
        if not self._has_old_results:
            return None
        try:
            message = await self.negotiate(
                OLD_RESULT_ASK, {"tightening_id": result_id}, answers={OLD_RESULT}
            )
        except Refused as refusal:
            if refusal.error in refusals.NOT_NOW:
                raise
            if refusal.error != refusals.RESULT_NOT_FOUND:
                self._has_old_results = False
                logger.warning("device=%s no old results: %s", self._settings.device, refusal)
            return None
        return self._parts.reader.read(message, backfilled=True)

    async def negotiate(
        self, mid: int, values: Values = NO_VALUES, *, answers: set[int]
    ) -> Message:
        """Request ``mid`` in the highest revision both sides know.

        What was found out is remembered, also when the controller hangs up after saying no.
        """
        revisions = self._parts.revisions
        while True:
            revision = revisions.setdefault(mid, best_revision(mid))
            body = serialise(LAYOUTS[mid, revision], values)
            try:
                return await self.link.request(
                    build(mid, body, revision=revision), answers=answers
                )
            except Refused as refusal:
                if refusal.error not in refusals.STEP_DOWN or revision == 1:
                    raise
                revisions[mid] = revision - 1

    def forget_selection(self) -> int | None:
        """From here on only a new word of the controller counts; returns its last one."""
        before, self.selected = self.selected, None
        return before

    async def ask_selection(self) -> None:
        """Make the controller say again which program is selected."""
        with contextlib.suppress(Refused):
            await self.link.request(build(SELECT_UNSUBSCRIBE))
        with contextlib.suppress(Refused):
            await self.link.request(build(SELECT_SUBSCRIBE))

    async def selection_is(self, program: int) -> bool:
        """Wait until the controller says that ``program`` is selected."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._settings.times.select_s):
                while self.selected != program:
                    self._selection.clear()
                    await self._selection.wait()
        return self.selected == program

    @property
    def keeps_results(self) -> bool:
        """False while the log cannot keep results: no tool may be enabled then."""
        return "storage" not in self._troubles

    async def _identify(self) -> None:
        try:
            message = await self.negotiate(START, {"optional_keep_alive": 0}, answers={STARTED})
        except Refused as refusal:
            if refusal.error in refusals.BUSY:
                raise DeviceBusy(
                    self._settings.device,
                    refusal.detail,
                    retry_after_s=self._settings.times.busy_s,
                ) from refusal
            raise
        layout = LAYOUTS.get((STARTED, message.revision), LAYOUTS[STARTED, 1])
        with contextlib.suppress(FieldFault):
            # Some controllers send less than the revision promises: identity is a courtesy.
            self.identity = parse(layout, message.body)
        self._parts.line.identify(_identity_words(self.identity))

    async def _subscribe(self) -> None:
        try:
            await self.negotiate(RESULT_SUBSCRIBE, answers=set())
        except Refused as refusal:
            if refusal.error not in refusals.ALREADY_SO:
                raise
        if self._parts.revisions[RESULT_SUBSCRIBE] < RESULT_TYPE_SINCE:
            logger.info("device=%s results come without their type", self._settings.device)
        await self._subscribe_if_possible(build(SELECT_SUBSCRIBE))
        await self._subscribe_if_possible(build(ALARM_SUBSCRIBE))
        if self._settings.wants_traces:
            traces = build(GENERIC_SUBSCRIBE, subscription(ANGLE, TORQUE))
            await self._subscribe_if_possible(traces, also_called={TRACE})

    async def _subscribe_if_possible(
        self, message: Message, also_called: set[int] | None = None
    ) -> None:
        try:
            await self.link.request(message, also_called=also_called or set())
        except Refused as refusal:
            logger.info("device=%s goes without: %s", self._settings.device, refusal.detail)

    async def _deal_with(self, message: Message) -> None:
        handler = self._handlers.get(message.mid)
        if handler is None:
            logger.info("device=%s unasked %r", self._settings.device, message.frame)
            return
        await handler(message)

    async def _on_result(self, message: Message) -> None:
        reading = self._parts.reader.read(message)
        try:
            stored = await self._parts.intake.accept(reading, self.fetch)
            await self._keep_curve(self._parts.curves.result_stored(stored))
        except StorageFault as fault:
            await self._not_kept(fault)
            return
        self._settled("storage")
        await self.link.send(build(RESULT_ACK))
        self._parts.line.value_seen(reading.received_at)

    async def _on_trace(self, message: Message) -> None:
        try:
            await self._keep_curve(self._parts.curves.add(parse_trace(message)))
        except FieldFault as fault:
            logger.warning("device=%s unreadable trace: %s", self._settings.device, fault)
        except StorageFault as fault:
            await self._not_kept(fault)
            return
        await self.link.send(accepted(TRACE))

    async def _keep_curve(self, curve: Curve | None) -> None:
        if curve is not None:
            await self._parts.log.store_curve(curve)

    async def _on_selected(self, message: Message) -> None:
        await self.link.send(build(SELECTED_ACK))
        try:
            pset = parse(LAYOUTS[SELECTED, 1], message.body).get("pset")
        except FieldFault as fault:
            logger.warning("device=%s unreadable selection: %s", self._settings.device, fault)
            return
        self.selected = pset if isinstance(pset, int) else None
        self._selection.set()
        if self.armed_for is not None and self.selected != self.armed_for:
            wanted = self.armed_for
            await self.lock()
            self._trouble("program", f"program {self.selected} was selected instead of {wanted}")

    async def _on_alarm(self, message: Message) -> None:
        await self.link.send(build(ALARM_ACK))
        with contextlib.suppress(FieldFault):
            code = parse(LAYOUTS[ALARM, 1], message.body).get("code")
            self._trouble("alarm", f"the controller raised alarm {printable(str(code))}")

    async def _on_alarm_status(self, message: Message) -> None:
        await self.link.send(build(ALARM_STATUS_ACK))
        with contextlib.suppress(FieldFault):
            values = parse(LAYOUTS[ALARM_STATUS, 1], message.body)
            if values.get("is_active") == 1:
                code = printable(str(values.get("code")))
                self._trouble("alarm", f"the controller raised alarm {code}")
            else:
                self._settled("alarm")

    async def _not_kept(self, fault: StorageFault) -> None:
        """No acknowledgement, and no further work with a tool whose results are not kept."""
        self._trouble("storage", f"results cannot be kept: {fault}")
        if self._settings.locks_tool:
            await self.lock()

    def settle_program(self) -> None:
        """A new start with the tool: what went wrong with the last program is over."""
        self._settled("program")

    def _trouble(self, kind: str, detail: str) -> None:
        if kind not in self._troubles:
            logger.warning("device=%s %s", self._settings.device, detail)
        self._troubles[kind] = detail
        self._show()

    def _settled(self, kind: str) -> None:
        if self._troubles.pop(kind, None) is not None:
            self._show()

    def _show(self) -> None:
        if not self.is_ready:
            return
        if self._troubles:
            self._parts.line.move(LinkState.DEGRADED, "; ".join(self._troubles.values()))
        else:
            self._parts.line.move(LinkState.READY)


def _identity_words(identity: dict[str, Value]) -> str:
    names = ("supplier", "controller_name", "controller_serial", "controller_software")
    words = (identity.get(name) for name in names)
    return " ".join(printable(word) for word in words if isinstance(word, str)) or "unnamed"
