"""A simulated tightening controller on a port: a real Open Protocol peer.

Left alone it makes a tightening every second for whoever subscribed.  It is told what to do by
control lines, each a JSON object: :data:`ACTS` is what it does at work, :data:`FAULTS` what can
go wrong with it.
"""

from __future__ import annotations

import asyncio
import socket
import struct
import weakref
from typing import TYPE_CHECKING, cast

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator.acts import ACTS
from device_drivers.open_protocol.simulator.client import Patience, SimulatedClient
from device_drivers.open_protocol.simulator.controller import (
    NOTHING_SELECTED,
    SimulatedController,
)
from device_drivers.open_protocol.simulator.doors import Dialling, Doorway
from device_drivers.open_protocol.simulator.fault_acts import FAULTS
from device_drivers.open_protocol.simulator.places import Places
from device_drivers.open_protocol.simulator.vendor import Vendor

if TYPE_CHECKING:
    import random
    import ssl
    from collections.abc import Callable
    from datetime import datetime

    from device_drivers.open_protocol.simulator.ledger import Ledger
    from device_drivers.simulator_control import Command, Emit

#: Never reachable from a plant network: a simulator asks nobody who they are.
HOST = "127.0.0.1"
FREE_RUN_S = 1.0
SPECIFIED = Vendor(title="Specification")
#: Close with a reset: nothing that is still to be sent is sent.
LINGER_NOT = struct.pack("ii", 1, 0)


class ControllerSimulator:
    """The controller on a port, doing what it is told.

    ``dials``: where to connect to, for a controller that calls its station; it does not listen
    then.  ``tls`` is the server's side of it when listening, the client's when dialling.
    """

    def __init__(
        self,
        *,
        emit: Emit,
        rng: random.Random,
        now: Callable[[], datetime],
        port: int = 0,
        patience: Patience | None = None,
        vendor: Vendor = SPECIFIED,
        ledger: Ledger | None = None,
        mono: Callable[[], float] | None = None,
        dials: tuple[str, int] | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self.controller = SimulatedController(
            emit=emit, rng=rng, now=now, vendor=vendor, ledger=ledger, mono=mono
        )
        self._emit = emit
        self._port = port
        self._patience = patience or Patience(vendor.acknowledging.resend_s, vendor.silence_s)
        self._places = Places(vendor.clients, self.controller.mono)
        self._tls = tls
        self._dials = dials
        self._server: asyncio.Server | None = None
        self._dialling: Dialling | None = None
        self._abandoned: list[asyncio.Transport] = []
        self._doors: weakref.WeakSet[Doorway] = weakref.WeakSet()

    async def start(self) -> int:
        """Listen, or begin to dial; returns the port.

        Raises:
            InvalidInput: the port is taken.
        """
        if self._dials is not None:
            host, port = self._dials
            self._dialling = Dialling(host, port, self._new_client, self._tls, self._emit)
            self._dialling.start()
            return port
        loop = asyncio.get_running_loop()
        try:
            self._server = await loop.create_server(self._new_door, HOST, self._port)
        except OSError as error:
            message = f"Port {self._port} on {HOST} cannot be used: {error.strerror}."
            raise InvalidInput(message) from error
        return self.port

    @property
    def port(self) -> int:
        """The port listened on."""
        if self._server is None:
            return self._port
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    async def stop(self) -> None:
        """Close everything."""
        if self._dialling is not None:
            await self._dialling.stop()
        for door in self._doors:
            door.close()
        for client in self._clients:
            client.cut("the simulator stops")
        for transport in self._abandoned:
            transport.abort()
        if self._server is not None:
            self._server.close()
            await self._server.wait_closed()

    async def do(self, command: Command) -> None:
        act = ACTS.get(command["do"]) or FAULTS.get(command["do"])
        if act is None:
            known = ", ".join(sorted((*ACTS, *FAULTS, "quit")))
            message = f"The simulator cannot do {command['do']!r}; it can: {known}."
            raise InvalidInput(message)
        unknown = command.keys() - act.example.keys() - act.also - {"do", "after_s"}
        if unknown:
            takes = ", ".join(sorted({*act.example, *act.also})) or "nothing else"
            message = f'"{command["do"]}" takes {takes}; not {", ".join(sorted(unknown))}.'
            raise InvalidInput(message)
        act.run(self, command)

    async def free_run(self) -> None:
        """A tightening every second while somebody listens, locked or not, until cancelled."""
        while True:
            await asyncio.sleep(FREE_RUN_S)
            if any(client.wants_results for client in self._clients):
                self.controller.tighten()

    def is_locked(self) -> bool:
        """Whether the tool does not run; if so, that is said."""
        why = None
        if not self.controller.is_enabled:
            why = "tool is locked"
        elif self.controller.selected == NOTHING_SELECTED:
            why = "no program is selected"
        if why is not None:
            self._emit({"event": "refused", "why": why})
        return why is not None

    def cut(self, manner: str, seconds: float) -> None:
        """End every connection; nobody comes in for ``seconds``."""
        faults = self.controller.faults
        if manner == "half_open":
            kept = (client.abandon(seconds) for client in self._clients)
            self._abandoned += [transport for transport in kept if transport is not None]
            return
        faults.refuses_until = self.controller.mono() + seconds
        for client in self._clients:
            if manner == "closed":
                client.hang_up()
                continue
            if manner == "reset":
                client.set_option(socket.SO_LINGER, LINGER_NOT)
            client.cut("told to cut")

    def freeze(self, seconds: float) -> None:
        """Everything stands still; who comes meanwhile waits, too."""
        self.controller.faults.frozen_until = self.controller.mono() + seconds
        for client in self._clients:
            client.freeze(seconds)

    def say(self, payload: bytes) -> None:
        """These bytes to everybody."""
        for client in self._clients:
            client.say(payload)

    def power_cycle(self, seconds: float) -> None:
        """Off and on again: what is not durable in a controller is lost."""
        self.controller.restart()
        self.cut("reset", seconds)
        self._places.clear()

    @property
    def _clients(self) -> tuple[SimulatedClient, ...]:
        return cast("tuple[SimulatedClient, ...]", self.controller.clients)

    def _new_client(self) -> SimulatedClient:
        return SimulatedClient(self.controller, self._places, self._patience)

    def _new_door(self) -> asyncio.Protocol:
        if self._tls is None:
            return self._new_client()
        door = Doorway(self._new_client(), self._tls, self.controller.faults)
        self._doors.add(door)
        return door
