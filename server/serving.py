"""The HTTP server around the application: its limits, and an orderly end."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from server.main import create_app

if TYPE_CHECKING:
    import asyncio
    import socket
    from collections.abc import Callable

    from server.plant import Plant

#: Long-polls are woken at once; this is for answers still on their way.
_GRACE_S = 5
_MAX_HEADER_BYTES = 32_768
_MAX_CONNECTIONS = 1_000
_SWITCH_INTERVAL_S = 0.000_5


def share_the_interpreter() -> None:
    """Drawing runs beside the answers: hand the interpreter over ten times as often as usual."""
    sys.setswitchinterval(_SWITCH_INTERVAL_S)


class PromptHeaders(H11Protocol):
    """Closes a connection whose request does not get past its headers in time."""

    headers_within_s = 10.0
    _headers_due: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn narrows it
        super().connection_made(transport)
        self._expect_headers()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self.conn.their_state is not h11.IDLE:
            self._cancel()
        elif self._headers_due is None:
            self._expect_headers()

    def connection_lost(self, exc: Exception | None) -> None:
        self._cancel()
        super().connection_lost(exc)

    def _expect_headers(self) -> None:
        self._headers_due = self.loop.call_later(self.headers_within_s, self._too_slow)

    def _too_slow(self) -> None:
        self._headers_due = None
        if self.conn.their_state is h11.IDLE and not self._is_answering():
            self.transport.close()

    def _is_answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def _cancel(self) -> None:
        if self._headers_due is not None:
            self._headers_due.cancel()
            self._headers_due = None


class PlantServer(uvicorn.Server):
    """Says when it listens, and lets long-polls go before it stops."""

    def __init__(
        self, config: uvicorn.Config, plant: Plant, on_started: Callable[[], None] | None
    ) -> None:
        super().__init__(config)
        self._plant = plant
        self._on_started = on_started

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started and self._on_started is not None:
            self._on_started()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._plant.waker.close()
        await super().shutdown(sockets)


def plant_server(plant: Plant, on_started: Callable[[], None] | None = None) -> PlantServer:
    """A server ready to run; ``on_started`` is called once it answers."""
    protocol: Any = PromptHeaders
    config = uvicorn.Config(
        create_app(plant.settings, plant=plant),
        http=protocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=_MAX_HEADER_BYTES,
        limit_concurrency=_MAX_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE_S,
    )
    return PlantServer(config, plant, on_started)
