"""The station's state for a control room: an OPC UA server to be read, and nothing else.

It is off unless configured.  It has no methods of its own, nothing in it can be written, and it
asks nobody who they are: it is meant for the machine itself, or for a network that is trusted.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

from asyncua import ua
from asyncua.crypto.permission_rules import User, UserRole
from asyncua.server.server import Server

from app.domain.errors import InvalidInput
from device_drivers.opcua.connection import quieten_library
from device_drivers.opcua.station_facts import StationFacts, facts_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from asyncua.common.node import Node

    from app.services.station_state import StationState

logger = logging.getLogger(__name__)

MACHINERY = "http://opcfoundation.org/UA/Machinery/"
NAMESPACE = "urn:asbuilt:station"
LOCAL_HOSTS = frozenset({"127.0.0.1", "localhost", "::1"})
PATH = "asbuilt/station"

#: Where each fact is: the object, and the variable's name.
PLACES: dict[str, tuple[str, str]] = {
    "order": ("Work", "Order"),
    "done": ("Work", "Done"),
    "unit": ("Work", "Unit"),
    "variant": ("Work", "Variant"),
    "step": ("Work", "Step"),
    "step_title": ("Work", "StepTitle"),
    "is_held": ("Work", "Held"),
    "last_source": ("LastResult", "Source"),
    "last_id": ("LastResult", "ResultId"),
    "last_kind": ("LastResult", "Kind"),
    "last_is_ok": ("LastResult", "Ok"),
    "last_values": ("LastResult", "Values"),
    "storage_is_ok": ("Health", "StorageOk"),
    "server_link": ("Health", "ServerLink"),
    "waiting_events": ("Health", "WaitingEvents"),
    "devices": ("Health", "Devices"),
    "troubles": ("Health", "Troubles"),
}


class _Readers:
    """Everybody may read; nobody is an administrator, whatever name they give.

    What the library calls a user manager, by its one method.
    """

    def get_user(self, *_: object, **__: object) -> User:
        return User(UserRole.User)


class StateServer:
    """Shows each state of one station; ``address`` is ``host:port``.

    Raises:
        InvalidInput: the address is none.
    """

    def __init__(self, station: str, name: str, address: str) -> None:
        host, _, port = address.rpartition(":")
        if not host or not port.isdecimal():
            message = f"scada.listen: expected host:port such as 127.0.0.1:4850, got {address!r}"
            raise InvalidInput(message)
        self._station = station
        self._name = name
        self._host, self._port = host, int(port)
        self._state: StationState | None = None
        self._news = asyncio.Event()
        self._nodes: dict[str, Node] = {}

    def passing(self, on_state: Callable[[StationState], None]) -> Callable[[StationState], None]:
        """``on_state``, with each state shown here as well.  On the I/O loop."""

        def shown(state: StationState) -> None:
            self._state = state
            self._news.set()
            on_state(state)

        return shown

    async def run(self) -> None:
        """Serve until cancelled; the station works without it if the port is taken."""
        try:
            server = await self.start()
        except OSError as error:
            logger.error(  # noqa: TRY400  a sentence for maintenance, not a traceback
                "the state server cannot use %s:%d: %s; name another port in [scada]",
                self._host, self._port, error.strerror or error,
            )  # fmt: skip
            return
        if self._host not in LOCAL_HOSTS:
            logger.warning(
                "the state server listens on %s:%d: anybody on that network can read it",
                self._host, self._port,
            )  # fmt: skip
        try:
            await self._follow()
        finally:
            await server.stop()

    async def start(self) -> Server:
        """Listen.  ``url`` is known afterwards.

        Raises:
            OSError: the address cannot be used.
        """
        quieten_library()
        server = Server(user_manager=_Readers())  # type: ignore[arg-type]
        await server.init()
        server.allow_remote_admin(allow=False)
        server.set_server_name(f"Asbuilt station {self._station}")
        server.set_endpoint(f"opc.tcp://{self._host}:{self._port}/{PATH}")
        server.set_security_policy([ua.SecurityPolicyType.NoSecurity])
        await self._create(server)
        await server.start()
        if server.bserver is not None:
            self._port = server.bserver.port
        return server

    @property
    def url(self) -> str:
        return f"opc.tcp://{self._host}:{self._port}/{PATH}"

    async def _create(self, server: Server) -> None:
        machinery = await server.register_namespace(MACHINERY)
        own = await server.register_namespace(NAMESPACE)
        machines = await server.nodes.objects.add_object(machinery, "Machines")
        station = await machines.add_object(own, self._station)
        await _add(station, own, "Name", self._name)
        blocks = await station.add_object(machinery, "MachineryBuildingBlocks")
        state = await blocks.add_object(machinery, "MachineryItemState")
        start = StationFacts()
        text = ua.LocalizedText(start.machinery_item_state)
        self._nodes["machinery_item_state"] = await state.add_variable(
            _id(own, f"{self._station}.MachineryItemState"),
            ua.QualifiedName("CurrentState", machinery),
            text,
        )
        owners: dict[str, Node] = {}
        for fact, (owner, name) in PLACES.items():
            if owner not in owners:
                owners[owner] = await station.add_object(own, owner)
            value = getattr(start, fact)
            path = f"{self._station}.{owner}.{name}"
            self._nodes[fact] = await _add(owners[owner], own, name, value, path)

    async def _follow(self) -> None:
        shown: StationFacts | None = None
        while True:
            await self._news.wait()
            self._news.clear()
            if self._state is not None:
                facts = facts_of(self._state)
                for name, value in facts.changes(shown).items():
                    await self._write(name, value)
                shown = facts

    async def _write(self, name: str, value: Any) -> None:  # noqa: ANN401
        shown = ua.LocalizedText(value) if name == "machinery_item_state" else value
        await self._nodes[name].write_value(_variant(shown))


async def _add(owner: Node, own: int, name: str, value: object, path: str | None = None) -> Node:
    node = _id(own, path or name)
    return await owner.add_variable(node, ua.QualifiedName(name, own), _variant(value))


def _id(index: int, path: str) -> ua.NodeId:
    return ua.NodeId(ua.String(path), ua.Int16(index))


def _variant(value: object) -> ua.Variant:
    if isinstance(value, tuple):
        return ua.Variant(list(value), ua.VariantType.String, is_array=True)
    if isinstance(value, int) and not isinstance(value, bool):
        return ua.Variant(value, ua.VariantType.UInt32)
    return ua.Variant(value)
