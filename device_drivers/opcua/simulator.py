"""A simulated machine: a real OPC UA server whose PLC program answers the station.

Control lines: ``{"do": "state", "value": "stopped"}``, ``{"do": "part", "present": true}``,
``{"do": "refuse_next", "code": "E17", "text": "clamp pressure low"}``,
``{"do": "mute", "seconds": 5}`` (acknowledges nothing), ``{"do": "work", "seconds": 0.3}`` and
``{"do": "quit"}``.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any

from asyncua import ua
from asyncua.server.server import Server

from app.domain.errors import InvalidInput
from device_drivers.opcua.connection import quieten_library
from device_drivers.opcua.joining_simulator import main as simulate_joining
from device_drivers.opcua.plc_program import Asked, PlcProgram, Refusal, Shown
from device_drivers.opcua.tags import NAMESPACE_URI, TagNames
from device_drivers.opcua.url import JOINING
from device_drivers.simulator_control import Command, Control, Emit, emit_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from asyncua.common.node import Node

#: A PLC's cycle, generously: the simulator shares its processor with the station.
CYCLE_S = 0.02
#: Never reachable from a plant network: a simulator asks nobody who they are.
HOST = "127.0.0.1"
_INPUTS = ("request", "request_name", "request_serial", "request_id")


class MachineSimulator:
    """The server, its tags, and the cycle that runs the program.

    A ``server`` that is given brings its own users and security.
    """

    def __init__(
        self,
        *,
        emit: Emit,
        port: int = 0,
        work_s: float = 0.3,
        now: Callable[[], float] = time.monotonic,
        server: Server | None = None,
    ) -> None:
        self.program = PlcProgram(work_s=work_s)
        self._emit = emit
        self._port = port
        self._now = now
        self._names = TagNames()
        quieten_library()
        self._is_open = server is None
        self._server = server or Server()
        self._nodes: dict[str, Node] = {}
        self._cycle: asyncio.Task[None] | None = None

    async def start(self) -> str:
        """Listen; returns the URL.

        Raises:
            InvalidInput: the port is taken.
        """
        server = self._server
        await server.init()
        server.set_endpoint(f"opc.tcp://{HOST}:{self._port}/asbuilt/machine")
        server.set_server_name("Asbuilt simulated machine")
        if self._is_open:
            server.set_security_policy([ua.SecurityPolicyType.NoSecurity])
        await self._create_tags(await server.register_namespace(NAMESPACE_URI))
        try:
            await server.start()
        except OSError as error:
            message = f"Port {self._port} cannot be used: {error.strerror or error}. Name another."
            raise InvalidInput(message) from error
        if server.bserver is not None:
            self._port = server.bserver.port
        self._cycle = asyncio.create_task(self._run_cycle())
        return f"opc.tcp://{HOST}:{self._port}/asbuilt/machine"

    async def stop(self) -> None:
        if self._cycle is not None:
            self._cycle.cancel()
            await asyncio.gather(self._cycle, return_exceptions=True)
        await self._server.stop()

    async def serve(self) -> None:
        """Run until cancelled; fails if the program does."""
        if self._cycle is not None:
            await asyncio.shield(self._cycle)

    async def do(self, command: Command) -> None:
        actions: dict[str, Callable[[Command], None]] = {
            "state": lambda c: self.program.set_state(_text(c, "value")),
            "part": lambda c: self.program.set_part(is_present=c.get("present") is True),
            "refuse_next": lambda c: self.program.refuse_next(
                Refusal(_text(c, "code"), _text(c, "text"))
            ),
            "mute": lambda c: self.program.mute(self._now() + _seconds(c)),
            "work": self._set_work,
        }
        action = actions.get(command["do"])
        if action is None:
            message = f"There is no {command['do']!r} here; use {', '.join(actions)} or quit."
            raise InvalidInput(message)
        action(command)
        self._emit({"event": "did", **command})

    def _set_work(self, command: Command) -> None:
        self.program.work_s = _seconds(command)

    async def _create_tags(self, index: int) -> None:
        space = ua.Int16(index)
        folder = await self._server.nodes.objects.add_object(
            ua.NodeId(ua.String("Machine"), space), ua.QualifiedName("Machine", space)
        )
        start: dict[str, Any] = {field.name: field.default for field in fields(Shown)}
        start |= dict.fromkeys(_INPUTS, "") | {"request": False}
        for role, value in start.items():
            name = getattr(self._names, role)
            kind = ua.VariantType.UInt32 if role == "heartbeat" else None
            self._nodes[role] = await folder.add_variable(
                ua.NodeId(ua.String(name), space),
                ua.QualifiedName(name.rpartition(".")[2], space),
                value,
                varianttype=kind,
            )
        for role in _INPUTS:
            await self._nodes[role].set_writable()

    async def _run_cycle(self) -> None:
        shown = Shown()  # what the tags were created with
        while True:
            asked = await self._read_inputs()
            before, shown = shown, self.program.scan(asked, self._now())
            await self._write_changes(before, shown)
            self._report(asked, before, shown)
            await asyncio.sleep(CYCLE_S)

    async def _read_inputs(self) -> Asked:
        request, name, serial, id_ = [await self._nodes[role].read_value() for role in _INPUTS]
        return Asked(request is True, str(name or ""), str(serial or ""), str(id_ or ""))

    async def _write_changes(self, before: Shown, shown: Shown) -> None:
        # Flags last: whoever sees one must find what it vouches for in place.
        roles = sorted((f.name for f in fields(Shown)), key=lambda r: r in {"acknowledge", "done"})
        for role in roles:
            value = getattr(shown, role)
            if value != getattr(before, role):
                kind = ua.VariantType.UInt32 if role == "heartbeat" else None
                await self._nodes[role].write_value(value, kind)

    def _report(self, asked: Asked, before: Shown, shown: Shown) -> None:
        if shown.acknowledge and not before.acknowledge:
            self._emit(
                {
                    "event": "acknowledged",
                    "request": asked.name,
                    "serial": asked.serial,
                    "id": asked.id,
                }
            )
        if shown.done and not before.done:
            self._emit({"event": "done", "id": shown.result_id, "code": shown.result_code})


def main(args: argparse.Namespace) -> int:
    """Serve on ``args.port`` until told to quit: a machine, or with ``--profile`` another."""
    if args.profile == JOINING:
        return simulate_joining(args)
    return asyncio.run(_main(args))


async def _main(args: argparse.Namespace) -> int:
    machine = MachineSimulator(emit=emit_line, port=args.port or 0)
    url = await machine.start()
    emit_line({"event": "listening", "kind": "opcua", "url": url})
    script = Path(args.script) if args.script else None
    try:
        await Control(machine, emit=emit_line).run(
            script=script, is_manual=args.manual, free_run=machine.serve
        )
    finally:
        await machine.stop()
    return 0


def _text(command: Command, key: str) -> str:
    text = command.get(key)
    if not isinstance(text, str):
        message = f'"{command["do"]}" needs "{key}", a text.'
        raise InvalidInput(message)
    return text


def _seconds(command: Command) -> float:
    seconds = command.get("seconds")
    if not isinstance(seconds, int | float) or seconds < 0:
        message = f'"{command["do"]}" needs "seconds", a number such as 2.'
        raise InvalidInput(message)
    return float(seconds)
