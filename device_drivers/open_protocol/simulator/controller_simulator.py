"""A simulated tightening controller: a real Open Protocol peer, for training, tests and demos.

Left alone it makes a tightening every second for whoever subscribed.  Control lines:
``{"do": "tighten", "torque": "25.10", "angle": 59, "ok": true}`` (all but ``do`` optional),
``{"do": "loosen"}``, ``{"do": "select", "pset": 5}`` (somebody turned the selector),
``{"do": "select_wrong_next", "pset": 5}``, ``{"do": "program", "pset": 7, "target": "10.00"}``,
``{"do": "cut", "seconds": 2}``, ``{"do": "silence", "seconds": 20}``,
``{"do": "duplicate_next"}``, ``{"do": "swallow_ack"}``, ``{"do": "forget", "result_id": 8}``,
``{"do": "reset_ids"}``, ``{"do": "limit_revision", "mid": 60, "revision": 1}``,
``{"do": "alarm", "code": "E404"}`` and ``{"do": "quit"}``.
"""

from __future__ import annotations

import asyncio
import random
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator import tightening as tool
from device_drivers.open_protocol.simulator.client import Patience, SimulatedClient
from device_drivers.open_protocol.simulator.controller import SimulatedController
from device_drivers.simulator_control import Command, Control, Emit, emit_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

#: Never reachable from a plant network: a simulator asks nobody who they are.
HOST = "127.0.0.1"
DEFAULT_PORT = 4545
FREE_RUN_S = 1.0
#: What the fields of a result telegram can hold.
MAX_TORQUE, MAX_WHOLE = 9000, 99999


class ControllerSimulator:
    """The controller on a port, doing what it is told."""

    def __init__(
        self,
        *,
        emit: Emit,
        rng: random.Random,
        now: Callable[[], datetime],
        port: int = 0,
        patience: Patience | None = None,
    ) -> None:
        self.controller = SimulatedController(emit=emit, rng=rng, now=now)
        self._emit = emit
        self._port = port
        self._patience = patience or Patience()
        self._server: asyncio.Server | None = None
        self._commands: dict[str, Callable[[Command], None]] = {
            "tighten": self._do_tighten,
            "loosen": self._do_loosen,
            "select": self._do_select,
            "select_wrong_next": self._do_select_wrong,
            "program": self._do_program,
            "cut": self._do_cut,
            "silence": self._do_silence,
            "duplicate_next": self._do_duplicate,
            "swallow_ack": self._do_swallow,
            "forget": self._do_forget,
            "reset_ids": self._do_reset_ids,
            "limit_revision": self._do_limit_revision,
            "alarm": self._do_alarm,
        }

    async def start(self) -> int:
        """Listen; returns the port.

        Raises:
            InvalidInput: the port is taken.
        """
        loop = asyncio.get_running_loop()
        try:
            self._server = await loop.create_server(
                lambda: SimulatedClient(self.controller, self._patience), HOST, self._port
            )
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
        if self._server is not None:
            self._server.close()
            for client in self.controller.clients:
                client.cut("the simulator stops")
            await self._server.wait_closed()

    async def do(self, command: Command) -> None:
        action = self._commands.get(command["do"])
        if action is None:
            known = ", ".join(sorted((*self._commands, "quit")))
            message = f"The simulator cannot do {command['do']!r}; it can: {known}."
            raise InvalidInput(message)
        action(command)

    async def free_run(self) -> None:
        """A tightening every second while somebody listens, locked or not, until cancelled."""
        while True:
            await asyncio.sleep(FREE_RUN_S)
            if any(client.wants_results for client in self.controller.clients):
                self.controller.tighten()

    def _do_tighten(self, command: Command) -> None:
        torque = _decimal(command, "torque") if "torque" in command else None
        angle = _whole(command, "angle") if "angle" in command else None
        ok = command.get("ok")
        if not isinstance(ok, bool | None):
            message = '"ok" must be true or false.'
            raise InvalidInput(message)
        if not self._is_locked():
            self.controller.tighten(torque, angle, ok)

    def _do_loosen(self, _command: Command) -> None:
        if not self._is_locked():
            self.controller.tighten(Decimal("3.10"), 60, ok=False, result_type=tool.LOOSENING)

    def _do_select(self, command: Command) -> None:
        self.controller.selected = self._known_program(command)
        self._emit({"event": "selected", "pset": self.controller.selected})
        self.controller.announce_selection()

    def _do_select_wrong(self, command: Command) -> None:
        self.controller.wrong_selection = self._known_program(command)

    def _do_program(self, command: Command) -> None:
        number = _whole(command, "pset")
        self.controller.programs[number] = tool.program_around(number, _decimal(command, "target"))

    def _do_cut(self, command: Command) -> None:
        self.controller.refuses_until = asyncio.get_running_loop().time() + _seconds(command)
        for client in self.controller.clients:
            client.cut("told to cut")

    def _do_silence(self, command: Command) -> None:
        self.controller.mute_until = asyncio.get_running_loop().time() + _seconds(command)

    def _do_duplicate(self, _command: Command) -> None:
        self.controller.duplicates += 1

    def _do_swallow(self, _command: Command) -> None:
        self.controller.acks_to_swallow += 1

    def _do_forget(self, command: Command) -> None:
        self.controller.forget(_whole(command, "result_id"))

    def _do_reset_ids(self, _command: Command) -> None:
        self.controller.reset_ids()

    def _do_limit_revision(self, command: Command) -> None:
        self.controller.newest_revisions[_whole(command, "mid")] = _whole(command, "revision")

    def _do_alarm(self, command: Command) -> None:
        for client in self.controller.clients:
            client.announce_alarm(str(command.get("code", "E404"))[:4])

    def _is_locked(self) -> bool:
        if not self.controller.is_enabled:
            self._emit({"event": "refused", "why": "tool is locked"})
        return not self.controller.is_enabled

    def _known_program(self, command: Command) -> int:
        number = _whole(command, "pset")
        if number not in self.controller.programs:
            message = f"There is no program {number}; define it with {{'do': 'program'}} first."
            raise InvalidInput(message)
        return number


def main(args: argparse.Namespace) -> int:
    """Serve on ``args.port`` until told to quit."""
    return asyncio.run(_main(args))


async def _main(args: argparse.Namespace) -> int:
    simulator = ControllerSimulator(
        emit=emit_line,
        # Not for secrets: a seed makes a demonstration repeatable.
        rng=random.Random(args.seed),  # noqa: S311
        now=lambda: datetime.now(UTC).astimezone(),
        port=DEFAULT_PORT if args.port is None else args.port,
    )
    port = await simulator.start()
    url = f"openprotocol://{HOST}:{port}"
    emit_line({"event": "listening", "kind": "open-protocol", "port": port, "url": url})
    try:
        await Control(simulator, emit=emit_line).run(
            script=Path(args.script) if args.script else None,
            is_manual=args.manual,
            free_run=simulator.free_run,
        )
    finally:
        await simulator.stop()
    return 0


def _decimal(command: Command, key: str) -> Decimal:
    message = f'"{command["do"]}" needs "{key}", a number from 0 to {MAX_TORQUE}, such as "25.10".'
    try:
        number = Decimal(str(command.get(key))).quantize(tool.HUNDREDTH)
    except InvalidOperation as error:
        raise InvalidInput(message) from error
    if not 0 <= number <= MAX_TORQUE:
        raise InvalidInput(message)
    return number


def _whole(command: Command, key: str) -> int:
    number = command.get(key)
    if not isinstance(number, int) or not 0 <= number <= MAX_WHOLE:
        message = f'"{command["do"]}" needs "{key}", a whole number from 0 to {MAX_WHOLE}.'
        raise InvalidInput(message)
    return number


def _seconds(command: Command) -> float:
    seconds = command.get("seconds", 0)
    if not isinstance(seconds, int | float) or seconds < 0:
        message = f'"{command["do"]}" takes "seconds", a number such as 2.'
        raise InvalidInput(message)
    return float(seconds)
