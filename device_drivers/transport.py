"""Bytes over a wire: TCP and serial behind one small interface.

Everything runs on the I/O loop.  ``on_bytes`` gets what arrived, in pieces of any size; it must
be quick and must not raise.  ``on_lost`` is called exactly once when the wire breaks or the other
side closes, and not at all after our own ``close``.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import socket
import ssl
from collections.abc import Callable
from typing import Protocol, TypeAlias, cast

import serialx

from app.domain.errors import DeviceOffline, DeviceTimeout
from device_drivers.wiretap import current_tap

OnBytes: TypeAlias = Callable[[bytes], None]
#: The reason, or None when the other side closed in an orderly way.
OnLost: TypeAlias = Callable[[Exception | None], None]

CLOSE_TIMEOUT_S = 2.0
#: Data bits, parity, stop bits.
PLAIN_FRAME = "8N1"


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


class SerialTransport(Transport, Protocol):
    """An open serial port."""

    async def drop_dtr(self, seconds: float) -> None:
        """Take the DTR line away for so long: what a button's cable does on simple gauges.

        Raises:
            DeviceOffline: the port is gone, or has no such line.
        """


async def open_tcp(
    host: str,
    port: int,
    *,
    on_bytes: OnBytes,
    on_lost: OnLost,
    timeout_s: float = 5.0,
    tls: ssl.SSLContext | None = None,
) -> Transport:
    """Connect to ``host:port``; with ``tls`` encrypted, and only to whom it trusts.

    Raises:
        DeviceTimeout: nobody answered within ``timeout_s``.
        DeviceOffline: the connection was refused, the host is unknown or not trusted.
    """
    name = f"{host}:{port}"
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(timeout_s):
            transport, wire = await loop.create_connection(
                lambda: _Wire(name, on_bytes, on_lost), host, port, ssl=tls
            )
    except TimeoutError as error:
        raise DeviceTimeout(name, f"no connection within {timeout_s:g} s") from error
    except OSError as error:
        raise DeviceOffline(name, reason_of(error)) from error
    _keep_alive(transport)
    return wire


async def accept_tcp(
    host: str,
    port: int,
    *,
    on_bytes: OnBytes,
    on_lost: OnLost,
    on_listening: Callable[[int], None],
    tls: ssl.SSLContext | None = None,
) -> Transport:
    """Wait until the device connects to us; for as long as it takes.

    ``on_listening`` is told the port.  Only one is let in: it is one device's own port.

    Raises:
        DeviceOffline: the port cannot be listened on.
    """
    loop = asyncio.get_running_loop()
    caller: asyncio.Future[_Caller] = loop.create_future()
    name = f"{host}:{port}"
    try:
        server = await loop.create_server(
            lambda: _Caller(name, on_bytes, on_lost, caller), host, port, ssl=tls
        )
    except OSError as error:
        raise DeviceOffline(name, f"cannot listen: {reason_of(error)}") from error
    on_listening(server.sockets[0].getsockname()[1])
    try:
        return await caller
    finally:
        server.close()


async def open_serial(
    path: str,
    *,
    baud: int,
    on_bytes: OnBytes,
    on_lost: OnLost,
    timeout_s: float = 5.0,
    frame: str = PLAIN_FRAME,
) -> SerialTransport:
    """Open a serial port, or a device server by ``socket://`` or ``rfc2217://``.

    Raises:
        DeviceTimeout: a device server did not answer within ``timeout_s``.
        DeviceOffline: there is no such port, or it cannot be opened or set up so.
    """
    loop = asyncio.get_running_loop()
    wire = _SerialWire(path, on_bytes, on_lost)
    bits, parity, stops = frame[0], frame[1], frame[2]
    try:
        async with asyncio.timeout(timeout_s):
            await serialx.create_serial_connection(
                loop,
                lambda: wire,
                path,
                baudrate=baud,
                byte_size=int(bits),
                parity=serialx.Parity(parity),
                stopbits=serialx.StopBits(int(stops)),
                transport_cls=_kind_of(path),
            )
    except TimeoutError as error:
        raise DeviceTimeout(path, f"could not be opened within {timeout_s:g} s") from error
    except (OSError, serialx.SerialException) as error:
        raise DeviceOffline(path, reason_of(error)) from error
    return wire


def _kind_of(path: str) -> type[serialx.BaseSerialTransport] | None:
    """None for what the library does as we want it."""
    if not path.startswith("rfc2217:"):
        return None
    from device_drivers.rfc2217 import PatientRfc2217

    return PatientRfc2217


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
        self._tap = current_tap()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._tap.opened(self._name)
        # Serial transports of serialx are write transports by shape, not by inheritance.
        self._transport = cast("asyncio.WriteTransport", transport)
        self._writable.set()

    def data_received(self, data: bytes) -> None:
        if not self._is_closing:
            self._tap.received(bytes(data))
            self._on_bytes(bytes(data))

    def pause_writing(self) -> None:
        self._writable.clear()

    def resume_writing(self) -> None:
        self._writable.set()

    def connection_lost(self, exc: Exception | None) -> None:
        self._gone.set()
        self._writable.set()
        self._tap.ended(_ending(exc, is_ours=self._is_closing))
        if self._transport is not None and not self._is_closing:
            self._on_lost(exc)

    async def write(self, payload: bytes) -> None:
        await self._writable.wait()
        if self._transport is None or self._is_closing or self._gone.is_set():
            raise DeviceOffline(self._name, "the connection is closed")
        self._tap.sent(payload)
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


class _SerialWire(_Wire):
    """A serial port: it has lines beside the data."""

    async def drop_dtr(self, seconds: float) -> None:
        transport = self._transport
        if not isinstance(transport, serialx.BaseSerialTransport) or self._gone.is_set():
            raise DeviceOffline(self._name, "the connection is closed")
        try:
            await transport.set_modem_pins(dtr=False)
            await asyncio.sleep(seconds)
            await transport.set_modem_pins(dtr=True)
        except (OSError, serialx.SerialException) as error:
            detail = f"the port cannot move its DTR line: {reason_of(error)}"
            raise DeviceOffline(self._name, detail) from error


class _Caller(_Wire):
    """A device that connected to us; all but the first are turned away."""

    def __init__(
        self, name: str, on_bytes: OnBytes, on_lost: OnLost, caller: asyncio.Future[_Caller]
    ) -> None:
        super().__init__(name, on_bytes, on_lost)
        self._caller = caller

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        if self._caller.done():
            self._is_closing = True
            cast("asyncio.WriteTransport", transport).abort()
            return
        super().connection_made(transport)
        _keep_alive(transport)
        self._caller.set_result(self)


def _keep_alive(transport: asyncio.BaseTransport) -> None:
    """A pulled cable is noticed by TCP too, not by the protocol's own silence alone."""
    sock = transport.get_extra_info("socket")
    if sock is not None:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _ending(error: Exception | None, *, is_ours: bool) -> str:
    if is_ours:
        return "closed by us"
    return "closed by the other side" if error is None else reason_of(error)


def reason_of(error: BaseException) -> str:
    """In words: "connection refused" rather than a number and the address once more."""
    if isinstance(error, ssl.SSLError) or not isinstance(error, OSError):
        return str(error) or type(error).__name__
    if error.errno is not None and error.errno > 0:
        return os.strerror(error.errno).lower()
    return (error.strerror or "").lower() or str(error) or type(error).__name__
