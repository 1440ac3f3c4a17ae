"""Telegrams on their way out, with whatever faults were asked for."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING

from device_drivers.open_protocol.framer import LENGTH_WIDTH, NUL
from device_drivers.open_protocol.message import TRACE

if TYPE_CHECKING:
    from device_drivers.open_protocol.message import Message
    from device_drivers.open_protocol.simulator.faults import Faults
    from device_drivers.open_protocol.simulator.vendor import Vendor

#: What shall go together goes after this time at the latest: the other side may be waiting.
TOGETHER_S = 0.05


class Wire:
    """Sends on one transport."""

    def __init__(self, transport: asyncio.Transport, vendor: Vendor, faults: Faults) -> None:
        self._transport = transport
        self._vendor = vendor
        self._faults = faults
        self._loop = asyncio.get_running_loop()
        self._held: list[bytes] = []
        self._is_frozen = False
        self._flushing: asyncio.TimerHandle | None = None
        self._pieces: deque[bytes] = deque()

    def send(self, message: Message) -> None:
        payload = self._payload(message)
        delay_s = self._faults.delay_s(message.mid)
        if delay_s:
            self._loop.call_later(delay_s, self.put, payload)
        else:
            self.put(payload)

    def put(self, payload: bytes) -> None:
        """These bytes, whatever they are."""
        self._held.append(payload)
        if self._is_frozen:
            return
        if len(self._held) >= self._faults.together:
            self._flush()
        elif self._flushing is None:
            self._flushing = self._loop.call_later(TOGETHER_S, self._flush)

    def freeze(self) -> None:
        """Nothing goes in or out, and nothing is lost."""
        self._is_frozen = True
        self._transport.pause_reading()

    def thaw(self) -> None:
        if self._is_frozen and not self._transport.is_closing():
            self._is_frozen = False
            self._transport.resume_reading()
            self._flush()

    def _payload(self, message: Message) -> bytes:
        mid = message.mid
        by = self._faults.wrong_length(mid)
        payload = message.wire
        if by:
            payload = b"%04d" % (int(payload[:LENGTH_WIDTH]) + by) + payload[LENGTH_WIDTH:]
        if mid == TRACE and self._vendor.traces.has_trailing_nul:
            payload += bytes([NUL])
        return payload

    def _flush(self) -> None:
        if self._flushing is not None:
            self._flushing.cancel()
            self._flushing = None
        if self._transport.is_closing():
            return
        together = b"".join(self._held)
        self._held.clear()
        size = self._faults.piece_bytes
        if not size and not self._pieces:
            self._transport.write(together)
            return
        is_idle = not self._pieces
        size = size or len(together) or 1
        self._pieces += (together[i : i + size] for i in range(0, len(together), size))
        if is_idle:
            self._send_piece()

    def _send_piece(self) -> None:
        """One at a time, so that each goes in a packet of its own."""
        if self._transport.is_closing() or not self._pieces:
            return
        self._transport.write(self._pieces.popleft())
        if self._pieces:
            self._loop.call_soon(self._send_piece)
