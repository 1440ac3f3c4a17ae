"""One conversation with a controller, from 0001 to the end of the link.

The order is fixed: identify, lock the tool, subscribe, reconcile, then listen.  A result is
acknowledged only after the log has made it durable.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from app.domain.errors import DeviceRefused, StorageFault
from app.ports.devices import LinkState
from device_drivers.open_protocol import refusals, watches
from device_drivers.open_protocol.commands import Commands
from device_drivers.open_protocol.dialogue import Dialogue
from device_drivers.open_protocol.fields import FieldFault, Value, Values, parse, printable
from device_drivers.open_protocol.message import TRACE, Message, accepted, build
from device_drivers.open_protocol.profile import Results
from device_drivers.open_protocol.questions import Questions
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.result_feed import RESULT_SUBSCRIBE, ResultFeed, feed_of
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.trace import ANGLE, TORQUE, parse_trace, subscription
from device_drivers.open_protocol.troubles import COMMANDS, MANUAL, STORAGE, Troubles
from device_drivers.open_protocol.watches import Watches
from device_drivers.supervisor import DeviceBusy

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.readings import Curve, Reading
    from app.ports.devices import CommandResult, ResultLog
    from device_drivers.open_protocol.curves import Curves
    from device_drivers.open_protocol.intake import Intake
    from device_drivers.open_protocol.link import Link
    from device_drivers.open_protocol.results import Reader
    from device_drivers.open_protocol.revisions import Revisions
    from device_drivers.open_protocol.settings import Settings
    from device_drivers.supervisor import StatusLine

logger = logging.getLogger(__name__)

STARTED = 2
ALARM_DETAILS, ALARM_DETAILS_ACK = 1000, 1001

#: Without the result type (revision 3) a loosening looks like a tightening.
RESULT_TYPE_SINCE = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """What outlives a connection."""

    line: StatusLine
    log: ResultLog
    reader: Reader
    intake: Intake
    curves: Curves
    revisions: Revisions


class Session:
    """Used by the tool and the listener alike."""

    def __init__(self, link: Link, settings: Settings, parts: Parts) -> None:
        self.link = link
        self._settings = settings
        self._parts = parts
        self._dialogue = Dialogue(settings.device, link, settings.profile, parts.revisions)
        self._troubles = Troubles(settings.device, parts.line)
        self.watches = Watches(settings.device, self._dialogue)
        self.questions = Questions(self._dialogue)
        self.commands = Commands(
            self._dialogue,
            self.watches,
            identifier=settings.profile.identifier,
            select_s=settings.times.select_s,
            index_of=settings.program_index,
        )
        self._feed: ResultFeed = feed_of(settings, self._dialogue, parts.reader)
        #: The program the tool was enabled for.
        self.armed_for: int | None = None
        self.is_ready = False
        self._clock_ahead_s: int | None = None
        self.identity: Values = {}
        self._handlers: dict[int, Callable[[Message], Awaitable[None]]] = {
            TRACE: self._on_trace,
            ALARM_DETAILS: self._on_alarm_details,
        }
        self._said: dict[int, Callable[[Values], Awaitable[None]]] = {
            watches.SELECTED: self._on_selected,
            watches.ALARM: self._on_alarm,
            watches.ALARM_STATUS: self._on_alarm_status,
            watches.ALARM_ACKNOWLEDGED: self._on_alarm_acknowledged,
            watches.COMMANDS_DISABLED: self._on_commands_disabled,
            watches.MANUAL: self._on_manual,
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
        self._clock_ahead_s = await self._compare_clocks()
        await self._subscribe()
        self._parts.line.move(LinkState.SUBSCRIBED)

    async def reconcile(self) -> None:
        """Take in what was made while nobody listened; READY afterwards."""
        self._parts.line.move(LinkState.RECONCILING)
        await self._catch_up()
        self.is_ready = True
        self._troubles.show()

    async def serve(self) -> None:
        """Deal with what the controller sends until the link is lost (DeviceFault)."""
        while True:
            message = await self.link.next_event()
            try:
                await self._deal_with(message)
            finally:
                self.link.event_done()

    async def make_sure(self) -> None:
        """Subscribe results again and again, until the link is lost (DeviceFault).

        A controller that missed an acknowledgement may drop all subscriptions and keep the
        connection: it would be alive, and we deaf.
        """
        tells = True
        while True:
            await asyncio.sleep(self._settings.times.hearing_s)
            last = self._parts.intake.last_number
            if not await self._feed.subscribe(last):
                continue
            if tells and await self._feed.subscribe(last):
                logger.info("device=%s takes a subscription twice", self._settings.device)
                tells = False
            elif tells:
                logger.warning("device=%s had dropped our subscriptions", self._settings.device)
                await self._watch()
            await self._catch_up()

    async def _catch_up(self) -> None:
        try:
            count = await self._parts.intake.reconcile(self._fetch)
        except StorageFault as fault:
            await self._not_kept(fault)
        else:
            if count:
                logger.info("device=%s %d results fetched", self._settings.device, count)

    async def lock(self) -> CommandResult:
        """Disable the tool; a refusal is shown."""
        self.armed_for = None
        result = await self.commands.lock()
        if result.is_confirmed:
            self._troubles.end("lock")
        else:
            self._troubles.begin("lock", f"the tool could not be locked: {result.words}")
        return result

    def obstacle(self) -> tuple[str, str] | None:
        """Why no tool may be enabled now: what kind of trouble, and in words."""
        for kind in (STORAGE, COMMANDS, MANUAL):
            if kind in self._troubles:
                return kind, self._troubles.detail(kind)
        return None

    def settle_program(self) -> None:
        """A new start with the tool: what went wrong with the last program is over."""
        self._troubles.end("program")

    @property
    def selected(self) -> Value:
        """The program the controller last said it has selected, by its own number."""
        return self.watches.said.get(watches.SELECTED, {}).get("pset")

    async def _identify(self) -> None:
        try:
            message = await self._dialogue.start({"optional_keep_alive": 0})
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
        station = self.identity.get("station_id")
        reader = replace(self._parts.reader, station=station if isinstance(station, int) else None)
        self._feed = feed_of(self._settings, self._dialogue, reader)
        if self.identity.get("sequence_support") == 1 and self._settings.profile.may_number:
            self.link.begin_numbering()
        self._parts.line.identify(_identity_words(self.identity))

    async def _compare_clocks(self) -> int | None:
        """Results carry the controller's time without a zone: how far off it is goes with them."""
        try:
            clock = await self.questions.clock(self._parts.reader.now().astimezone())
        except DeviceRefused as refusal:
            logger.info("device=%s does not tell its time: %s", self._settings.device, refusal)
            return None
        return None if clock.offset_s is None else round(clock.offset_s)

    def _timed(self, reading: Reading | None) -> Reading | None:
        if reading is None or self._clock_ahead_s is None:
            return reading
        return msgspec.structs.replace(reading, clock_ahead_s=self._clock_ahead_s)

    async def _fetch(self, number: int) -> Reading | None:
        return self._timed(await self._feed.fetch(number))

    async def _subscribe(self) -> None:
        if not await self._feed.subscribe(self._parts.intake.last_number):
            # Used all the same: a controller that counts so pushes to whoever is connected.
            logger.warning("device=%s its results are another client's too", self._settings.device)
        is_last = self._settings.profile.results is Results.LAST
        if is_last and self._dialogue.revision(RESULT_SUBSCRIBE) < RESULT_TYPE_SINCE:
            logger.info("device=%s results come without their type", self._settings.device)
        await self._watch()

    async def _watch(self) -> None:
        for watch in (watches.SELECTION, watches.ALARMS, watches.COMMANDS, watches.MODE):
            await self.watches.begin(watch)
        if self._settings.wants_traces:
            await self._dialogue.subscribe_generic(TRACE, subscription(ANGLE, TORQUE))

    async def _deal_with(self, message: Message) -> None:
        if message.mid in self._feed.events:
            await self._on_result(message)
        elif message.mid in self._handlers:
            await self._handlers[message.mid](message)
        elif self.watches.knows(message.mid):
            values = await self.watches.take(message)
            if values is not None and message.mid in self._said:
                await self._said[message.mid](values)
        else:
            logger.info("device=%s unasked %r", self._settings.device, message.frame)

    async def _on_result(self, message: Message) -> None:
        reading = self._timed(self._feed.read(message))
        if reading is not None and not await self._keep(reading):
            return
        await self.link.acknowledge(message, self._feed.acknowledgement(message))
        if reading is not None:
            self._parts.line.value_seen(reading.received_at)

    async def _keep(self, reading: Reading) -> bool:
        """Make it durable; False when that cannot be done."""
        try:
            stored = await self._parts.intake.accept(reading, self._fetch)
            await self._keep_curve(self._parts.curves.result_stored(stored))
        except StorageFault as fault:
            await self._not_kept(fault)
            return False
        self._troubles.end(STORAGE)
        return True

    async def _on_trace(self, message: Message) -> None:
        try:
            await self._keep_curve(self._parts.curves.add(parse_trace(message)))
        except FieldFault as fault:
            logger.warning("device=%s unreadable trace: %s", self._settings.device, fault)
        except StorageFault as fault:
            await self._not_kept(fault)
            return
        await self.link.acknowledge(message, accepted(TRACE))

    async def _keep_curve(self, curve: Curve | None) -> None:
        if curve is not None:
            await self._parts.log.store_curve(curve)

    async def _on_selected(self, values: Values) -> None:
        wanted = self.armed_for
        if wanted is None:
            return
        index = self._settings.program_index.get(wanted, wanted)
        if values.get("pset") != index:
            await self.lock()
            selected = values.get("pset")
            self._troubles.begin("program", f"program {selected} was selected instead of {index}")

    async def _on_alarm(self, values: Values) -> None:
        self._alarm(values)

    async def _on_alarm_status(self, values: Values) -> None:
        if values.get("is_active") == 1:
            self._alarm(values)
        else:
            self._troubles.end("alarm")

    async def _on_alarm_acknowledged(self, _values: Values) -> None:
        self._troubles.end("alarm")

    async def _on_alarm_details(self, message: Message) -> None:
        await self.link.acknowledge(message, build(ALARM_DETAILS_ACK))
        with contextlib.suppress(FieldFault):
            self._alarm(parse(LAYOUTS[ALARM_DETAILS, 1], message.body))

    def _alarm(self, values: Values) -> None:
        code = printable(str(values.get("code") or "without a code")).strip()
        text = printable(str(values.get("text") or ""))
        words = f"the controller raised alarm {code}" + (f": {text}" if text else "")
        self._troubles.begin("alarm", words)

    async def _on_commands_disabled(self, values: Values) -> None:
        if values.get("is_disabled") == 1:
            self.armed_for = None
            self._troubles.begin(COMMANDS, "commands are disabled at the controller by an input")
        else:
            self._troubles.end(COMMANDS)

    async def _on_manual(self, values: Values) -> None:
        if values.get("is_manual") == 1:
            self._troubles.begin(MANUAL, "the controller is in manual mode")
        else:
            self._troubles.end(MANUAL)

    async def _not_kept(self, fault: StorageFault) -> None:
        """No acknowledgement, and no further work with a tool whose results are not kept."""
        self._troubles.begin(STORAGE, f"results cannot be kept: {fault}")
        if self._settings.locks_tool:
            await self.lock()


def _identity_words(identity: Values) -> str:
    names = ("supplier", "controller_name", "controller_serial", "controller_software")
    words = (identity.get(name) for name in names)
    return " ".join(printable(word) for word in words if isinstance(word, str)) or "unnamed"
