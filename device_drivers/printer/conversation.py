"""One conversation with a ZPL printer: connect, ask, send, hang up."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from app.domain.errors import DeviceOffline, DeviceTimeout, InvalidInput
from device_drivers.printer.device_file import DeviceFile
from device_drivers.printer.host_status import AnswerReader, HostStatus, parse_host_status
from device_drivers.printer.zpl import HOST_IDENTITY, HOST_STATUS
from device_drivers.transport import open_tcp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from device_drivers.printer.url import PrinterUrl
    from device_drivers.transport import Transport

CONNECT_S = 5.0
_STATUS_STRINGS = 3


@asynccontextmanager
async def talk_to(place: PrinterUrl, *, answer_s: float) -> AsyncIterator[Conversation]:
    """Others may want the printer too, so the line is held for one conversation only.

    Raises:
        DeviceOffline: nobody there.
        DeviceTimeout: nobody answered.
    """
    conversation = Conversation(place.place, answer_s)
    wire = await _open(place, conversation)
    conversation.wire = wire
    try:
        yield conversation
    finally:
        await wire.close()


class Conversation:
    """Questions and answers; every wait ends."""

    def __init__(self, place: str, answer_s: float) -> None:
        self._place = place
        self._answer_s = answer_s
        self._reader = AnswerReader()
        self._came = asyncio.Event()
        self._lost: str | None = None
        self.wire: Transport | None = None

    async def identity(self) -> str:
        """Model, firmware, dots per millimetre and memory, as the printer says them."""
        (answer,) = await self._ask(HOST_IDENTITY, 1)
        return answer

    async def status(self) -> HostStatus:
        """How it stands.

        Raises:
            DeviceOffline: the line broke.
            DeviceTimeout: no answer, or none that is one.
        """
        strings = await self._ask(HOST_STATUS, _STATUS_STRINGS)
        try:
            return parse_host_status(strings)
        except InvalidInput as error:
            raise DeviceTimeout(self._place, str(error)) from error

    async def send(self, payload: bytes) -> None:
        """Hand over ``payload``; does not mean that it was printed."""
        if self.wire is None or self._lost is not None:
            raise DeviceOffline(self._place, self._lost or "the connection is closed")
        try:
            async with asyncio.timeout(self._answer_s):
                await self.wire.write(payload)
        except TimeoutError as error:
            detail = f"it took nothing within {self._answer_s:g} s"
            raise DeviceTimeout(self._place, detail) from error

    def bytes_came(self, payload: bytes) -> None:
        self._reader.feed(payload)
        self._came.set()

    def line_lost(self, reason: Exception | None) -> None:
        self._lost = str(reason) if reason is not None else "the printer hung up"
        self._came.set()

    async def _ask(self, question: bytes, count: int) -> tuple[str, ...]:
        self._reader.clear()
        await self.send(question)
        try:
            async with asyncio.timeout(self._answer_s):
                return await self._answer(count)
        except TimeoutError as error:
            asked = question.decode("ascii").strip()
            detail = f"no answer to {asked} within {self._answer_s:g} s; is it a ZPL printer?"
            raise DeviceTimeout(self._place, detail) from error

    async def _answer(self, count: int) -> tuple[str, ...]:
        while (strings := self._reader.take(count)) is None:
            if self._lost is not None:
                raise DeviceOffline(self._place, self._lost)
            self._came.clear()
            await self._came.wait()
        return strings


async def _open(place: PrinterUrl, talk: Conversation) -> Transport:
    if place.path:
        return DeviceFile(place.path, talk.bytes_came, talk.line_lost)
    return await open_tcp(
        place.host,
        place.port,
        on_bytes=talk.bytes_came,
        on_lost=talk.line_lost,
        timeout_s=CONNECT_S,
    )
