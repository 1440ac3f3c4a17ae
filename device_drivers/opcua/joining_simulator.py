"""A simulated joining system: a real OPC UA server as OPC 40450 and 40451 describe it.

Control lines: ``{"do": "tighten", "torque": 25.1, "angle": 59}`` and ``{"do": "loosen"}``, with
``"offline": true`` for one made away from the controller, ``{"do": "lose_events", "count": 2}``
(the next results come without an event), ``{"do": "garble_next"}`` (encoded as one known server
does it wrongly), ``{"do": "forget", "number": 8}``, ``{"do": "cut", "seconds": 4}``,
``{"do": "restart"}`` (numbers begin at 1), ``{"do": "lack", "method": "RequestResults"}``,
``{"do": "select_wrong_next", "program": "13"}``, ``{"do": "deaf"}`` (answers, and sends no
event and no sign of life any more) and ``{"do": "quit"}``.
"""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from asyncua import ua
from asyncua.common.event_objects import BaseEvent
from asyncua.server.server import Server

from app.domain.errors import InvalidInput
from device_drivers.opcua.connection import quieten_library
from device_drivers.opcua.joining_space import Space, create_space
from device_drivers.opcua.joining_system import (
    ACCEPTED,
    NOT_OK,
    PROGRAMS,
    JoiningSystem,
    Made,
    structure_of,
)
from device_drivers.simulator_control import Command, Control, Emit, emit_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

HOST = "127.0.0.1"
DEFAULT_PORT = 4841
#: Left alone, it tightens so often.
EVERY_S = 1.0
_MASK_BYTES = 4


class JoiningSimulator:
    """The server around a :class:`JoiningSystem`.

    Raises:
        InvalidInput: from ``start``: the port is taken.
    """

    def __init__(
        self,
        *,
        emit: Emit,
        port: int = 0,
        release: int = 2,
        lacks: frozenset[str] = frozenset(),
        is_silent: bool = False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        system: JoiningSystem | None = None,
    ) -> None:
        self.system = system or JoiningSystem()
        self._emit = emit
        self._port = port
        self._release = release
        self._lacks = set(lacks)
        self._is_silent = is_silent
        self._now = now
        self._lost_events = 0
        self._garbles = False
        self._restarts = 0
        self._server: Server | None = None
        self._space: Space | None = None
        self._last_at = datetime.min.replace(tzinfo=UTC)

    async def start(self) -> str:
        """Listen; returns the URL."""
        quieten_library()
        server = Server()
        await server.init()
        server.set_endpoint(f"opc.tcp://{HOST}:{self._port}/asbuilt/joining")
        server.set_server_name("Asbuilt simulated joining system")
        server.set_security_policy([ua.SecurityPolicyType.NoSecurity])
        for number in range(self._restarts):
            # Namespaces have other places after each restart.
            await server.register_namespace(f"urn:asbuilt:restart:{number}")
        self._space = await create_space(
            server, self._release, self._callbacks(), is_silent=self._is_silent
        )
        try:
            await server.start()
        except OSError as error:
            message = f"Port {self._port} cannot be used: {error.strerror or error}. Name another."
            raise InvalidInput(message) from error
        self._server = server
        if server.bserver is not None:
            self._port = server.bserver.port
        return f"opc.tcp://{HOST}:{self._port}/asbuilt/joining"

    async def stop(self) -> None:
        if self._server is not None:
            await self._server.stop()
            self._server = None

    async def free_run(self) -> None:
        """Tighten for ever."""
        while True:
            await self.do({"do": "tighten"})
            await asyncio.sleep(EVERY_S)

    async def do(self, command: Command) -> None:
        actions: dict[str, Callable[[Command], Any]] = {
            "tighten": self._tighten,
            "loosen": lambda c: self._tighten({**c, "loosening": True}),
            "lose_events": self._lose_events,
            "garble_next": self._garble,
            "forget": lambda c: self.system.forget(int(c.get("number", 0))),
            "cut": self._cut,
            "restart": self._restart,
            "lack": self._lack,
            "select_wrong_next": self._select_wrong,
            "deaf": self._go_deaf,
        }
        action = actions.get(command["do"])
        if action is None:
            message = f"There is no {command['do']!r} here; use {', '.join(actions)} or quit."
            raise InvalidInput(message)
        done = action(command)
        if asyncio.iscoroutine(done):
            await done
        self._emit({"event": "did", **command})

    async def _tighten(self, command: Command) -> None:
        # Each result has a time of its own: the clock may be coarser than the tool.
        self._last_at = max(self._now(), self._last_at + timedelta(milliseconds=1))
        made = self.system.tighten(
            at=self._last_at,
            torque=float(command.get("torque", 25.1)),
            angle=float(command.get("angle", 59)),
            is_loosening=command.get("loosening") is True,
            is_offline=command.get("offline") is True,
        )
        if self._lost_events:
            self._lost_events -= 1
        elif not made.is_offline:
            await self._send(made, is_old=False)
        self._emit({"event": "result", "number": made.number, "ok": made.is_ok})

    def _lose_events(self, command: Command) -> None:
        self._lost_events = int(command.get("count", 1))

    def _garble(self, _: Command) -> None:
        self._garbles = True

    async def _cut(self, command: Command) -> None:
        """The network is away for so long; sessions and subscriptions stay."""
        server = self._running()
        await server.bserver.stop()
        await asyncio.sleep(float(command.get("seconds", 1)))
        await server.bserver.start()

    async def _restart(self, _: Command) -> None:
        await self.stop()
        self.system.restart()
        self._restarts += 1
        await self.start()

    async def _lack(self, command: Command) -> None:
        name = str(command.get("method"))
        node = self._made().methods.get(name)
        if node is None:
            message = f"There is no method {name!r} here."
            raise InvalidInput(message)
        self._lacks.add(name)
        await self._running().delete_nodes([node])

    def _select_wrong(self, command: Command) -> None:
        self.system.selects_wrong = str(command.get("program", "13"))

    def _go_deaf(self, _: Command) -> None:
        for subscription in self._running().iserver.subscription_service.subscriptions.values():
            subscription.publish_results = _nothing  # what its loop calls from now on

    async def _send(self, made: Made, *, is_old: bool) -> None:
        space = self._made()
        names = list(space.events)
        kind = space.events[names[-1] if is_old or len(names) == 1 else names[-2]]
        event: Any = BaseEvent()  # type: ignore[no-untyped-call]
        event.EventType = kind
        event.SourceName = "SimulatedJoiningSystem"
        event.Message = ua.LocalizedText(f"result {made.number}")
        event.add_variable("Result", self._encoded(made), ua.VariantType.ExtensionObject)
        generator = await self._running().get_event_generator(event)
        await generator.trigger()

    def _encoded(self, made: Made) -> ua.ExtensionObject:
        decoded = structure_of(made, self._release)
        structures = self._made().structures
        if self._garbles and self._release > 1:
            self._garbles = False
            meta = decoded.values["ResultMetaData"]
            # As a known server does: the mask of the optional fields is one bit too high.
            sent = structures.encode(meta.name, meta.values)
            body = bytes(sent.Body or b"")
            mask = int.from_bytes(body[:_MASK_BYTES], "little") << 1
            wrong = (mask & 0xFFFFFFFF).to_bytes(_MASK_BYTES, "little") + body[_MASK_BYTES:]
            whole = bytes(structures.encode(decoded.name, decoded.values).Body or b"")
            garbled = whole.replace(body, wrong)
            kind = structures.encode(decoded.name, decoded.values).TypeId
            return ua.ExtensionObject(TypeId=kind, Body=ua.ByteString(garbled))
        return structures.encode(decoded.name, decoded.values)

    def _callbacks(self) -> dict[str, Callable[..., Any]]:
        """The methods of this release, without those that are lacking."""
        every: dict[str, Callable[..., Any]] = {"GetLatestResult": self._get_latest}
        if self._release == 1:
            every |= {"GetResultListFiltered": self._get_by_numbers}
        else:
            every |= {
                "GetResultById": self._get_by_id,
                "GetResultIdListFiltered": self._list_ids,
                "AcknowledgeResults": self._acknowledge,
                "RequestResults": self._request,
                "RequestUnacknowledgedResults": self._request_unacknowledged,
                "EnableAsset": self._enable,
                "SendIdentifiers": self._identify,
                "ResetIdentifiers": self._reset_identifiers,
                "GetJoiningProcessList": self._list_programs,
                "SelectJoiningProcess": self._select,
                "GetSelectedJoiningProgram": self._get_selected,
            }
        return {name: call for name, call in every.items() if name not in self._lacks}

    def _get_latest(self, *_: Any) -> list[ua.Variant]:  # noqa: ANN401
        newest = self.system.results[-1] if self.system.results else None
        return self._found(newest)

    def _get_by_id(self, _: Any, result_id: ua.Variant, *__: Any) -> list[ua.Variant]:  # noqa: ANN401
        found = [each for each in self.system.results if each.id == result_id.Value]
        return self._found(found[0] if found else None)

    def _found(self, made: Made | None) -> list[ua.Variant]:
        value = None if made is None else self._encoded(made)
        return [
            ua.Variant(0, ua.VariantType.UInt32),
            ua.Variant(value, ua.VariantType.ExtensionObject),
            ua.Variant(0 if made is not None else NOT_OK, ua.VariantType.Int32),
        ]

    def _list_ids(self, *_: Any) -> list[ua.Variant]:  # noqa: ANN401
        ids = [each.id for each in self.system.results]
        return [
            ua.Variant(0, ua.VariantType.UInt32),
            ua.Variant(ids, ua.VariantType.String, is_array=True),
            ua.Variant(0, ua.VariantType.Int32),
        ]

    def _get_by_numbers(self, _: Any, *arguments: ua.Variant) -> list[ua.Variant]:  # noqa: ANN401
        numbers = set(arguments[3].Value or [])
        found = [self._encoded(r) for r in self.system.results if r.number in numbers]
        return [
            ua.Variant(0, ua.VariantType.UInt32),
            ua.Variant(found, ua.VariantType.ExtensionObject, is_array=True),
            ua.Variant(0, ua.VariantType.Int32),
        ]

    def _acknowledge(self, _: Any, ids: ua.Variant) -> list[ua.Variant]:  # noqa: ANN401
        self.system.acknowledged.update(ids.Value or [])
        errors = [0] * len(ids.Value or [])
        return [
            ua.Variant(errors, ua.VariantType.Int32, is_array=True),
            ua.Variant(0, ua.VariantType.Int32),
        ]

    async def _request(
        self,
        _: Any,  # noqa: ANN401
        first: ua.Variant,
        last: ua.Variant,
        *__: Any,  # noqa: ANN401
    ) -> list[ua.Variant]:
        for made in self.system.between(first.Value, last.Value):
            await self._send(made, is_old=True)
        return [ua.Variant(0.0, ua.VariantType.Double), *_status(ACCEPTED)]

    async def _request_unacknowledged(self, *_: Any) -> list[ua.Variant]:  # noqa: ANN401
        waiting = [r for r in self.system.results if r.id not in self.system.acknowledged]
        for made in waiting:
            await self._send(made, is_old=True)
        count = ua.Variant(len(waiting), ua.VariantType.UInt32)
        return [ua.Variant(0.0, ua.VariantType.Double), count, *_status(ACCEPTED)]

    def _enable(self, _: Any, __: ua.Variant, enable: ua.Variant) -> list[ua.Variant]:  # noqa: ANN401
        self.system.is_enabled = enable.Value is True
        self._emit({"event": "enabled" if self.system.is_enabled else "disabled"})
        return _status(ACCEPTED)

    def _identify(self, _: Any, __: ua.Variant, entities: ua.Variant) -> list[ua.Variant]:  # noqa: ANN401
        structures = self._made().structures
        decoded = [structures.decode(entity) for entity in entities.Value or []]
        self.system.identifiers = tuple(str(each.get("EntityId")) for each in decoded)
        return _status(ACCEPTED)

    def _reset_identifiers(self, *_: Any) -> list[ua.Variant]:  # noqa: ANN401
        self.system.identifiers = ()
        return _status(ACCEPTED)

    def _list_programs(self, *_: Any) -> list[ua.Variant]:  # noqa: ANN401
        programs = [self._program(each) for each in PROGRAMS]
        value = ua.Variant(programs, ua.VariantType.ExtensionObject, is_array=True)
        return [value, *_status(ACCEPTED)]

    def _select(self, _: Any, __: ua.Variant, process: ua.Variant) -> list[ua.Variant]:  # noqa: ANN401
        decoded = self._made().structures.decode(process.Value)
        status = self.system.select(str(decoded.get("JoiningProcessId")))
        return _status(status, "" if status == ACCEPTED else "there is no such joining process")

    def _get_selected(self, *_: Any) -> list[ua.Variant]:  # noqa: ANN401
        selected = self.system.selected
        value = self._program(selected) if selected else None
        return [ua.Variant(value, ua.VariantType.ExtensionObject), *_status(ACCEPTED)]

    def _program(self, name: str) -> ua.ExtensionObject:
        values = {"JoiningProcessId": name, "Name": PROGRAMS[name][0]}
        return self._made().structures.encode("JoiningProcessMetaDataType", values)

    def _running(self) -> Any:  # noqa: ANN401  the library's insides
        assert self._server is not None  # noqa: S101  only between start and stop
        return self._server

    def _made(self) -> Space:
        assert self._space is not None  # noqa: S101  only after start
        return self._space


async def _nothing(*_: object, **__: object) -> None:
    pass


def _status(status: int, words: str = "") -> list[ua.Variant]:
    text = ua.LocalizedText(words)
    return [
        ua.Variant(status, ua.VariantType.Int64),
        ua.Variant(text, ua.VariantType.LocalizedText),
    ]


def main(args: argparse.Namespace) -> int:
    """Serve on ``args.port`` until told to quit."""
    return asyncio.run(_main(args))


async def _main(args: argparse.Namespace) -> int:
    release = int(getattr(args, "release", None) or 2)
    port = DEFAULT_PORT if args.port is None else args.port
    simulator = JoiningSimulator(emit=emit_line, port=port, release=release)
    url = await simulator.start()
    emit_line({"event": "listening", "kind": "opcua", "url": f"{url}?profile=joining"})
    try:
        await Control(simulator, emit=emit_line).run(
            script=Path(args.script) if args.script else None,
            is_manual=args.manual,
            free_run=simulator.free_run,
            socket_port=args.control_port,
        )
    finally:
        await simulator.stop()
    return 0
