"""How a connection comes about: through TLS when somebody calls, or by calling the station."""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable

    from device_drivers.open_protocol.simulator.client import SimulatedClient
    from device_drivers.open_protocol.simulator.faults import Faults
    from device_drivers.simulator_control import Emit

REDIAL_S = 0.5


class Doorway(asyncio.Protocol):
    """A TCP connection until the TLS handshake is over; it may take its time."""

    def __init__(self, client: SimulatedClient, tls: ssl.SSLContext, faults: Faults) -> None:
        self._client = client
        self._tls = tls
        self._faults = faults
        self._opening: asyncio.Task[None] | None = None

    def close(self) -> None:
        """Whoever still waits at the door waits no longer."""
        if self._opening is not None:
            self._opening.cancel()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        plain = cast("asyncio.Transport", transport)
        # What comes before the handshake begins is a part of it.
        plain.pause_reading()
        self._opening = asyncio.create_task(self._open(plain))

    async def _open(self, plain: asyncio.Transport) -> None:
        loop = asyncio.get_running_loop()
        hall = _Hall(self._client)
        try:
            await asyncio.sleep(self._faults.handshake_s)
            secured = await loop.start_tls(plain, hall, self._tls, server_side=True)
        except OSError:
            # The other side does not trust us, does not speak TLS, or did not want to wait.
            plain.abort()
            return
        except asyncio.CancelledError:
            plain.abort()
            raise
        if secured is not None:
            hall.open(secured)


class _Hall(asyncio.Protocol):
    """Keeps what a quick caller says together with the end of the handshake."""

    def __init__(self, client: SimulatedClient) -> None:
        self._client = client
        self._early = bytearray()
        self._is_open = False

    def open(self, secured: asyncio.BaseTransport) -> None:
        self._is_open = True
        self._client.connection_made(secured)
        if self._early:
            self._client.data_received(bytes(self._early))

    def data_received(self, data: bytes) -> None:
        if self._is_open:
            self._client.data_received(data)
        else:
            self._early += data

    def connection_lost(self, exc: Exception | None) -> None:
        if self._is_open:
            self._client.connection_lost(exc)


class Dialling:
    """Calls the station, and calls again when the connection is over."""

    def __init__(
        self,
        host: str,
        port: int,
        new_client: Callable[[], SimulatedClient],
        tls: ssl.SSLContext | None,
        emit: Emit,
    ) -> None:
        self._host, self._port = host, port
        self._new_client = new_client
        self._tls = tls
        self._emit = emit
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def _run(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            client = self._new_client()
            try:
                await loop.create_connection(
                    lambda c=client: c,
                    self._host,
                    self._port,
                    ssl=self._tls,
                )
            except OSError as error:
                self._emit({"event": "nobody there", "why": str(error)})
            else:
                await client.over.wait()
            await asyncio.sleep(REDIAL_S)
