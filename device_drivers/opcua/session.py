"""The tags of a machine over one connection: found, read, written, listened to."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING, Any

from asyncua import ua

from app.domain.errors import DeviceFault, DeviceOffline
from device_drivers.opcua.connection import open_connection

if TYPE_CHECKING:
    from datetime import datetime

    from asyncua.common.node import Node

    from device_drivers.opcua.connection import Connection
    from device_drivers.opcua.tags import TagNames, TagValues
    from device_drivers.opcua.url import Settings

#: A notification may be lost; nothing waits longer than this without looking itself.
LOOK_AGAIN_S = 0.25

OnTag = Callable[[str, Any], None]


@contextlib.asynccontextmanager
async def open_session(
    settings: Settings, *, names: TagNames, on_tag: OnTag, now: Callable[[], datetime]
) -> AsyncIterator[Session]:
    """Connect, find the tags, subscribe to the machine's; disconnects at the end.

    ``on_tag`` is called on the I/O loop with a tag's name and each new value.

    Raises:
        DeviceTimeout: the server did not answer in time.
        DeviceOffline: it cannot be reached, or broke off.
        DeviceFault: it refuses us, or has not the namespace or the tags.
    """
    async with open_connection(settings, now=now) as connection:
        session = Session(connection, on_tag)
        with connection.translated():
            await session.find(settings.namespace_uri, names)
            await session.subscribe(
                (names.state, names.part_present, names.heartbeat, names.acknowledge, names.done)
            )
        yield session


class Session:
    """The tags of a machine over one connection; implements :class:`~.tags.Tags`."""

    def __init__(self, connection: Connection, on_tag: OnTag) -> None:
        self._connection = connection
        self._on_tag = on_tag
        self._nodes: dict[str, Node] = {}
        self._news = asyncio.Event()

    async def find(self, namespace_uri: str, names: TagNames) -> None:
        """Resolve the namespace and make sure that every tag is there."""
        connection = self._connection
        index = await connection.space(namespace_uri)
        nodes = {
            name: connection.client.get_node(ua.NodeId(ua.String(name), ua.Int16(index)))
            for name in names.all()
        }
        values = await connection.client.read_attributes(list(nodes.values()))
        missing = [name for name, value in zip(nodes, values, strict=True) if not _is_good(value)]
        if missing:
            raise DeviceFault(
                connection.url,
                f"the server has no readable tag {', '.join(missing)} in {namespace_uri}. "
                "Correct the tag names, or load the interface into the PLC.",
            )
        self._nodes = nodes

    async def subscribe(self, names: tuple[str, ...]) -> None:
        """Hear of each change of ``names``."""
        subscription = await self._connection.subscription(_Listener(self))
        await subscription.subscribe_data_change([self._nodes[name] for name in names])

    async def read(self, names: tuple[str, ...]) -> list[Any]:
        with self._connection.guarded():
            nodes = [self._nodes[name] for name in names]
            values = await self._connection.client.read_attributes(nodes)
        for name, value in zip(names, values, strict=True):
            if not _is_good(value):
                detail = f"the tag {name} cannot be read: {value.StatusCode}"
                raise DeviceFault(self._connection.url, detail)
        return [value.Value.Value if value.Value is not None else None for value in values]

    async def write(self, values: TagValues) -> None:
        self._connection.tap.noted({"write": dict(values)})
        with self._connection.guarded():
            results = await self._connection.client.write_values(
                [self._nodes[name] for name in values],
                # Without timestamps: PLCs refuse values that bring their own.
                [ua.DataValue(ua.Variant(value)) for value in values.values()],
                raise_on_partial_error=False,
            )
        for name, result in zip(values, results, strict=True):
            if not result.is_good():
                detail = f"the tag {name} cannot be written: {result.name}"
                raise DeviceFault(self._connection.url, detail)

    async def changed(self) -> None:
        lost = self._connection.lost
        news = asyncio.ensure_future(self._news.wait())
        ends: set[asyncio.Future[Any]] = {news, lost}
        try:
            await asyncio.wait(ends, timeout=LOOK_AGAIN_S, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
        self._news.clear()
        if lost.done():
            raise DeviceOffline(self._connection.url, lost.result())

    async def wait_lost(self, within_s: float) -> str | None:
        """Why the connection was lost, as soon as it is; None if it holds for ``within_s``."""
        self._connection.lose_if_deaf()
        return await self._connection.wait_lost(within_s)

    def lose(self, reason: str) -> None:
        """Give the connection up; whoever waits on it learns at once."""
        self._connection.lose(reason)

    def hear(self, name: str, value: object) -> None:
        """Take a change the server reported."""
        self._news.set()
        self._connection.tap.noted({"tag": name, "value": _plain(value)})
        self._on_tag(name, value)


class _Listener:
    """Receives notifications; enqueues only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def datachange_notification(self, node: Node, val: object, data: object) -> None:
        del data
        self._session.hear(str(node.nodeid.Identifier), val)

    def status_change_notification(self, status: ua.StatusChangeNotification) -> None:
        self._session.lose(f"the server ended the subscription: {status.Status.name}")


def _plain(value: object) -> object:
    """What can be written down of a tag's value."""
    return value if value is None or isinstance(value, bool | int | float | str) else repr(value)


def _is_good(value: ua.DataValue) -> bool:
    return value.StatusCode is None or value.StatusCode.is_good()
