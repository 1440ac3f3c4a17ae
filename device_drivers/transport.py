"""Bytes over a wire: TCP and serial behind one small interface.

Everything runs on the I/O loop.  ``on_bytes`` gets what arrived, in pieces of any size; it must
be quick and must not raise.  ``on_lost`` is called exactly once when the wire breaks or the other
side closes, and not at all after our own ``close``.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import Callable
from typing import Protocol, TypeAlias, cast

import serialx

from app.domain.errors import DeviceOffline, DeviceTimeout

OnBytes: TypeAlias = Callable[[bytes], None]
#: The reason, or None when the other side closed in an orderly way.
OnLost: TypeAlias = Callable[[Exception | None], None]

CLOSE_TIMEOUT_S = 2.0


class Transport(Protocol):
    """An open wire."""

    async def write(self, payload: bytes) -> None:
        """Send all of ``payload``; waits while the other side does not take it.

        Raises:
            DeviceOffline: the wire is gone.
        """
        ...

    async def close(self) -> None:
        """Close; safe to call twice and on a lost wire."""


async def open_tcp(
    host: str, port: int, *, on_bytes: OnBytes, on_lost: OnLost, timeout_s: float = 5.0
) -> Transport:
    """Connect to ``host:port``.

    Raises:
        DeviceTimeout: nobody answered within ``timeout_s``.
        DeviceOffline: the connection was refused or the host is unknown.
    """
    name = f"{host}:{port}"
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(timeout_s):
            transport, wire = await loop.create_connection(
                lambda: _Wire(name, on_bytes, on_lost), host, port
            )
    except TimeoutError as error:
        raise DeviceTimeout(name, f"no connection within {timeout_s:g} s") from error
    except OSError as error:
        raise DeviceOffline(name, _reason(error)) from error
    _keep_alive(transport)
    return wire


async def open_serial(
    path: str, *, baud: int, on_bytes: OnBytes, on_lost: OnLost, timeout_s: float = 5.0
) -> Transport:
    """Open a serial port, or a device server by ``socket://`` or ``rfc2217://``; 8N1.

    Raises:
        DeviceTimeout: a device server did not answer within ``timeout_s``.
        DeviceOffline: there is no such port, or it cannot be opened.
    """
    loop = asyncio.get_running_loop()
    wire = _Wire(path, on_bytes, on_lost)
    try:
        async with asyncio.timeout(timeout_s):
            await serialx.create_serial_connection(loop, lambda: wire, path, baudrate=baud)
    except TimeoutError as error:
        raise DeviceTimeout(path, f"could not be opened within {timeout_s:g} s") from error
    except (OSError, serialx.SerialException) as error:
        raise DeviceOffline(path, _reason(error)) from error
    return wire


class _Wire(asyncio.Protocol):
    """Joins an asyncio transport to the callbacks."""

    def __init__(self, name: str, on_bytes: OnBytes, on_lost: OnLost) -> None:
        self._name = name
        self._on_bytes = on_bytes
        self._on_lost = on_lost
        self._transport: asyncio.WriteTransport | None = None
        self._writable = asyncio.Event()
        self._gone = asyncio.Event()
        self._is_closing = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        # Serial transports of serialx are write transports by shape, not by inheritance.
        self._transport = cast("asyncio.WriteTransport", transport)
        self._writable.set()

    def data_received(self, data: bytes) -> None:
        if not self._is_closing:
            self._on_bytes(bytes(data))

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone.set()
        self._writable.set()
        if self._transport is not None and not self._is_closing:
            self._on_lost(exc)

    async def write(self, payload: bytes) -> None:
        await self._writable.wait()
        if self._transport is None or self._is_closing or self._gone.is_set():
            raise DeviceOffline(self._name, "the connection is closed")
        self._transport.write(payload)
        await self._writable.wait()

    async def close(self) -> None:
        self._is_closing = True
        self._writable.set()
        if self._transport is None or self._gone.is_set():
            return
        self._transport.close()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_TIMEOUT_S):
                await self._gone.wait()
            return
        self._transport.abort()


def _keep_alive(transport: asyncio.BaseTransport) -> None:
    """A pulled cable is noticed by TCP too, not by the protocol's own silence alone."""
    sock = transport.get_extra_info("socket")
    if sock is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _reason(error: BaseException) -> str:
    return str(error) or type(error).__name__
