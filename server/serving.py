"""The HTTP server around the application: its limits, and an orderly end."""

from __future__ import annotations

import gc
import sys
from functools import partial
from typing import TYPE_CHECKING, Any

import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol, RequestResponseCycle

from server.limits import Limits
from server.main import create_app
from server.waker import Waker

if TYPE_CHECKING:
    import asyncio
    import socket
    from collections.abc import Callable

    from server.plant import Plant

_SWITCH_INTERVAL_S = 0.000_5
#: A push is some thousand objects that are gone with its answer; looking for cycles among them
#: after every 700, as is usual, takes a tenth of the time and finds none.
_OBJECTS_BEFORE_A_LOOK = 50_000


def share_the_interpreter() -> None:
    """Drawing runs beside the answers: hand the interpreter over ten times as often as usual.

    Collect garbage seldom, and never look again through what the start has loaded.
    """
    sys.setswitchinterval(_SWITCH_INTERVAL_S)
    gc.set_threshold(_OBJECTS_BEFORE_A_LOOK)
    gc.freeze()


class PromptConnection(H11Protocol):
    """Closes a connection whose other end keeps us waiting: for headers, or to take the answer.

    What it still sends of a body that was answered already is read for as long as headers may
    take, so that the answer is not lost, and no longer.
    """

    limits = Limits()
    waker = Waker()
    _due: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn narrows it
        super().connection_made(transport)
        if self.waker.is_closed:
            # Accepted amid the stop: nobody would end it, and its caller would push until the
            # last moment and then be cut off in the middle of an answer.
            self.shutdown()
        else:
            self._expect_request()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        if self._is_answering():
            self._request_is_here()
        elif self._due is None:
            self._expect_request()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._expect_taken()

    def resume_writing(self) -> None:
        self._answer_is_taken()
        super().resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        self._request_is_here()
        self._answer_is_taken()
        super().connection_lost(exc)

    def _expect_request(self) -> None:
        self._due = self.loop.call_later(self.limits.headers_within_s, self._too_slow)

    def _request_is_here(self) -> None:
        if self._due is not None:
            self._due.cancel()
            self._due = None

    def _too_slow(self) -> None:
        self._due = None
        if not self._is_answering():
            self.transport.close()

    def _is_answering(self) -> bool:
        cycle: RequestResponseCycle | None = self.cycle
        return cycle is not None and not cycle.response_complete

    def _expect_taken(self) -> None:
        waiting = self.transport.get_write_buffer_size()
        within_s = self.limits.answer_moves_within_s
        self._stuck = self.loop.call_later(within_s, self._not_taken, waiting)

    def _answer_is_taken(self) -> None:
        if self._stuck is not None:
            self._stuck.cancel()
            self._stuck = None

    def _not_taken(self, waiting: int) -> None:
        if self.transport.get_write_buffer_size() < waiting:
            self._expect_taken()
        else:
            self.transport.abort()


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


def plant_server(
    plant: Plant, on_started: Callable[[], None] | None = None, *, limits: Limits | None = None
) -> PlantServer:
    """A server ready to run; ``on_started`` is called once it answers."""
    limits = limits or Limits()
    protocol: Any = partial(_connection, limits, plant.waker)
    config = uvicorn.Config(
        create_app(plant.settings, plant=plant, limits=limits),
        http=protocol,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        h11_max_incomplete_event_size=limits.header_bytes,
        limit_concurrency=limits.connections,
        timeout_graceful_shutdown=limits.stop_within_s,
    )
    return PlantServer(config, plant, on_started)


def _connection(limits: Limits, waker: Waker, **given: Any) -> PromptConnection:  # noqa: ANN401 - uvicorn's own
    connection = PromptConnection(**given)
    connection.limits, connection.waker = limits, waker
    return connection
