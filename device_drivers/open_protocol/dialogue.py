"""Asking a controller: in a revision both sides know, and never what its family does not know."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, DeviceRefused
from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.fields import FieldFault, Values, parse, serialise
from device_drivers.open_protocol.message import build
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Collection, Iterator

    from device_drivers.open_protocol.link import Link
    from device_drivers.open_protocol.message import Message
    from device_drivers.open_protocol.profile import Profile
    from device_drivers.open_protocol.revisions import Revisions

logger = logging.getLogger(__name__)

START, STARTED = 1, 2
GENERIC_REQUEST, GENERIC_SUBSCRIBE, GENERIC_UNSUBSCRIBE = 6, 8, 9

#: A controller that is still ending the job before is asked again, and again, after so long.
ENDING_WAITS_S = (0.1, 0.2, 0.5, 1.0, 2.0)

NO_VALUES: Values = MappingProxyType({})


class Dialogue:
    """One connection's; what it finds out about revisions outlives it."""

    def __init__(self, device: str, link: Link, profile: Profile, revisions: Revisions) -> None:
        self._device = device
        self._profile = profile
        self._revisions = revisions
        self.link = link

    def revision(self, mid: int) -> int:
        """The revision of ``mid`` in use."""
        return self._revisions.of(mid)

    async def start(self, values: Values = NO_VALUES) -> Message:
        """0001; a controller that hangs up instead of refusing a revision is asked lower next.

        Raises:
            Refused: it does not want us.
            DeviceFault: the link is lost.
        """
        try:
            return await self.ask(START, values, answers={STARTED})
        except Refused:
            raise
        except DeviceFault:
            if self.link.was_closed_by_peer:
                self._revisions.hung_up(START)
            raise

    async def ask(
        self,
        mid: int,
        values: Values = NO_VALUES,
        *,
        answers: Collection[int] = (),
        also_called: Collection[int] = (),
        at: int | None = None,
    ) -> Message:
        """Request ``mid`` in the highest revision both sides know, or in revision ``at``.

        What was found out is remembered, also when the controller hangs up after saying no.

        Raises:
            Refused: the controller said no, or its family does not know ``mid``.
            DeviceRefused: a value does not fit into the telegram.
            DeviceFault: the link is lost.
        """
        if not self._profile.knows(mid):
            raise Refused(self._device, mid, refusals.UNKNOWN_MID)
        waits = iter(ENDING_WAITS_S)
        while True:
            message = self._message(mid, at or self._revisions.of(mid), values)
            try:
                answer = await self.link.request(message, answers=answers, also_called=also_called)
            except Refused as refusal:
                if await _is_over(refusal, waits):
                    continue
                if at is not None or not self._revisions.refused(mid, refusal.error):
                    raise
            else:
                self._revisions.works(mid)
                return answer

    def _message(self, mid: int, revision: int, values: Values) -> Message:
        try:
            return build(mid, serialise(LAYOUTS[mid, revision], values), revision=revision)
        except FieldFault as fault:
            detail = f"{mid:04d} revision {revision} cannot say it: {fault}"
            raise DeviceRefused(self._device, detail) from fault

    async def read(self, mid: int, values: Values = NO_VALUES, *, answer: int) -> Values:
        """Request data; the answer's fields.

        Raises:
            Refused, DeviceFault: as :meth:`ask`.
            DeviceRefused: the answer cannot be read.
        """
        return self.fields(await self.ask(mid, values, answers={answer}))

    async def read_generic(self, mid: int, extra: str = "") -> Values:
        """Request ``mid`` by 0006.

        Raises:
            As :meth:`read`.
        """
        values: Values = {"mid": mid, "mid_revision": 1, "extra": extra}
        message = await self.ask(GENERIC_REQUEST, values, answers={mid}, also_called={mid})
        return self.fields(message)

    async def demand(self, mid: int, values: Values = NO_VALUES) -> bool:
        """Subscribe what we cannot do without; False when it was subscribed already.

        Raises:
            Refused: the controller does not offer it.
            DeviceFault: the link is lost.
        """
        also_called = {_whole(values, "mid")} if mid == GENERIC_SUBSCRIBE else set()
        try:
            await self.ask(mid, values, also_called=also_called)
        except Refused as refusal:
            if refusal.error in refusals.ALREADY_SO:
                return False
            raise
        return True

    async def demand_generic(self, mid: int, extra: str) -> bool:
        """Subscribe ``mid`` by 0008; else as :meth:`demand`."""
        if not self._profile.knows(mid):
            raise Refused(self._device, mid, refusals.UNKNOWN_MID)
        values: Values = {"mid": mid, "mid_revision": 1, "extra": extra}
        return await self.demand(GENERIC_SUBSCRIBE, values)

    async def subscribe(self, mid: int, values: Values = NO_VALUES) -> bool:
        """Subscribe; False when the controller does not offer it.

        Raises:
            DeviceFault: the link is lost.
        """
        return await self._offered(self.demand(mid, values))

    async def subscribe_generic(self, mid: int, extra: str) -> bool:
        """Subscribe ``mid`` by 0008; else as :meth:`subscribe`."""
        return await self._offered(self.demand_generic(mid, extra))

    async def _offered(self, demanding: Awaitable[bool]) -> bool:
        try:
            if not await demanding:
                # Not by us, on this connection: the controller counts another client's as ours.
                logger.warning("device=%s a subscription is another client's too", self._device)
        except Refused as refusal:
            logger.info("device=%s goes without: %s", self._device, refusal.detail)
            return False
        return True

    async def again(self, subscribe: int, unsubscribe: int) -> None:
        """Subscribe anew: controllers say where they stand at once."""
        with contextlib.suppress(Refused):
            await self.ask(unsubscribe)
        with contextlib.suppress(Refused):
            await self.ask(subscribe)

    def fields(self, message: Message) -> Values:
        """The fields of an answer.

        Raises:
            DeviceRefused: it cannot be read.
        """
        layout = LAYOUTS.get((message.mid, message.revision))
        if layout is None:
            raise DeviceRefused(self._device, f"{message} is not known here")
        try:
            return parse(layout, message.body)
        except FieldFault as fault:
            raise DeviceRefused(self._device, f"{message}: {fault}") from fault


async def _is_over(refusal: Refused, waits: Iterator[float]) -> bool:
    """Whether it is worth asking again: a moment after "job abortion is in progress"."""
    wait_s = next(waits, None) if refusal.error == refusals.JOB_IS_ENDING else None
    if wait_s is None:
        return False
    await asyncio.sleep(wait_s)
    return True


def _whole(values: Values, name: str) -> int:
    value = values.get(name)
    return value if isinstance(value, int) else 0
