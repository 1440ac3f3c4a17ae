"""One OPC UA connection to a machine's tags: opened, used until it fails, never repaired.

The library's own reconnecting deletes subscriptions the server had kept, and can go on connected
but deaf; a fresh client each time costs a second and starts from a known state.  Its callbacks
only set flags here: work inside them would stall its receiving.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit, urlunsplit

from asyncua import ua
from asyncua.client.client import Client
from asyncua.ua.uaerrors import UaError

from app.domain.errors import DeviceFault, DeviceOffline, DeviceTimeout
from device_drivers.wiretap import current_tap

if TYPE_CHECKING:
    from asyncua.common.node import Node

    from device_drivers.opcua.tags import TagNames, TagValues

REQUEST_TIMEOUT_S = 4.0
#: Short, so that a PLC with few sessions is not blocked by those of a station that crashed.
SESSION_TIMEOUT_MS = 30_000
DISCONNECT_S = 2.0
CANCEL_AGAIN_S = 0.1
PROBE_S = 1.0
PUBLISH_MS = 50
#: A notification may be lost; nothing waits longer than this without looking itself.
LOOK_AGAIN_S = 0.25

#: What a broken link looks like, from sockets, the protocol and the library's own checks.
_LINK_ERRORS = (OSError, asyncio.TimeoutError, UaError)

OnTag = Callable[[str, Any], None]


def quieten_library() -> None:
    """Keep the library's log to what nobody else reports.

    It logs each lost connection several times with tracebacks; the driver says it once.
    """
    logging.getLogger("asyncua").setLevel(logging.CRITICAL)


@contextlib.asynccontextmanager
async def open_session(
    url: str, *, namespace_uri: str, names: TagNames, on_tag: OnTag
) -> AsyncIterator[Session]:
    """Connect, find the tags, subscribe to the machine's; disconnects at the end.

    ``on_tag`` is called on the I/O loop with a tag's name and each new value.

    Raises:
        DeviceTimeout: the server did not answer in time.
        DeviceOffline: it cannot be reached, or broke off.
        DeviceFault: it has not the namespace or the tags.
    """
    client = Client(url, timeout=REQUEST_TIMEOUT_S, watchdog_intervall=PROBE_S)
    client.session_timeout = SESSION_TIMEOUT_MS
    client.name = client.description = "Asbuilt station"
    client.application_uri = "urn:asbuilt:station"
    session = Session(client, url, on_tag)
    client.connection_lost_callback = session.note_lost
    is_connected = False
    try:
        with _translated(url):
            await _stoppable(client.connect())
            is_connected = True
            await session.find(namespace_uri, names)
            await session.subscribe(
                (names.state, names.part_present, names.heartbeat, names.acknowledge, names.done)
            )
        yield session
    finally:
        # Closing the session politely frees it at once, on a PLC that has only a few.
        with contextlib.suppress(*_LINK_ERRORS):
            async with asyncio.timeout(DISCONNECT_S if is_connected else 0):
                await client.disconnect()
        client.disconnect_socket()


class Session:
    """The tags of a machine over one connection; implements :class:`~.tags.Tags`."""

    def __init__(self, client: Client, url: str, on_tag: OnTag) -> None:
        self._client = client
        self._url = url
        self._on_tag = on_tag
        self._nodes: dict[str, Node] = {}
        self._lost: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._news = asyncio.Event()
        self._tap = current_tap()

    async def find(self, namespace_uri: str, names: TagNames) -> None:
        """Resolve the namespace and make sure that every tag is there."""
        spaces: list[str] = await self._client.get_namespace_array()
        if namespace_uri not in spaces:
            raise DeviceFault(
                self._url,
                f"the server has no namespace {namespace_uri}; it offers {', '.join(spaces)}. "
                "Correct the namespace in the station's configuration.",
            )
        index = spaces.index(namespace_uri)
        nodes = {
            name: self._client.get_node(ua.NodeId(ua.String(name), ua.Int16(index)))
            for name in names.all()
        }
        values = await self._client.read_attributes(list(nodes.values()))
        missing = [name for name, value in zip(nodes, values, strict=True) if not _is_good(value)]
        if missing:
            raise DeviceFault(
                self._url,
                f"the server has no readable tag {', '.join(missing)} in {namespace_uri}. "
                "Correct the tag names, or load the interface into the PLC.",
            )
        self._nodes = nodes
        self._tap.opened(_without_password(self._url))

    async def subscribe(self, names: tuple[str, ...]) -> None:
        """Hear of each change of ``names``."""
        subscription = await self._client.create_subscription(PUBLISH_MS, _Listener(self))
        await subscription.subscribe_data_change([self._nodes[name] for name in names])

    async def read(self, names: tuple[str, ...]) -> list[Any]:
        with self._guarded():
            nodes = [self._nodes[name] for name in names]
            values = await self._client.read_attributes(nodes)
        for name, value in zip(names, values, strict=True):
            if not _is_good(value):
                raise DeviceFault(self._url, f"the tag {name} cannot be read: {value.StatusCode}")
        return [value.Value.Value if value.Value is not None else None for value in values]

    async def write(self, values: TagValues) -> None:
        self._tap.noted({"write": dict(values)})
        with self._guarded():
            results = await self._client.write_values(
                [self._nodes[name] for name in values],
                # Without timestamps: PLCs refuse values that bring their own.
                [ua.DataValue(ua.Variant(value)) for value in values.values()],
                raise_on_partial_error=False,
            )
        for name, result in zip(values, results, strict=True):
            if not result.is_good():
                raise DeviceFault(self._url, f"the tag {name} cannot be written: {result.name}")

    async def changed(self) -> None:
        news = asyncio.ensure_future(self._news.wait())
        ends: set[asyncio.Future[Any]] = {news, self._lost}
        try:
            await asyncio.wait(ends, timeout=LOOK_AGAIN_S, return_when=asyncio.FIRST_COMPLETED)
        finally:
            news.cancel()
        self._news.clear()
        if self._lost.done():
            raise DeviceOffline(self._url, self._lost.result())

    async def wait_lost(self, within_s: float) -> str | None:
        """Why the connection was lost, as soon as it is; None if it holds for ``within_s``."""
        done, _ = await asyncio.wait({self._lost}, timeout=within_s)
        return self._lost.result() if done else None

    async def note_lost(self, error: Exception) -> None:
        """The library's word that the link is gone."""
        self.lose(_reason(error))

    def lose(self, reason: str) -> None:
        """Give the connection up; whoever waits on it learns at once."""
        if not self._lost.done():
            self._tap.ended(reason)
            self._lost.set_result(reason)

    def hear(self, name: str, value: object) -> None:
        """Take a change the server reported."""
        self._news.set()
        self._tap.noted({"tag": name, "value": _plain(value)})
        self._on_tag(name, value)

    @contextlib.contextmanager
    def _guarded(self) -> Iterator[None]:
        if self._lost.done():
            raise DeviceOffline(self._url, self._lost.result())
        try:
            with _translated(self._url):
                yield
        except DeviceFault as error:
            self.lose(error.detail)
            raise DeviceOffline(self._url, error.detail) from error


class _Listener:
    """Receives notifications; enqueues only."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def datachange_notification(self, node: Node, val: object, data: object) -> None:
        del data
        self._session.hear(str(node.nodeid.Identifier), val)

    def status_change_notification(self, status: ua.StatusChangeNotification) -> None:
        self._session.lose(f"the server ended the subscription: {status.Status.name}")


@contextlib.contextmanager
def _translated(url: str) -> Iterator[None]:
    """Turn what the library raises into the product's errors, and keep a cancellation alive.

    The library awaits with ``wait_for``, which on Python 3.11 drops a cancellation that arrives
    together with the answer; the driver would then never stop.
    """
    try:
        yield
    except TimeoutError as error:
        raise DeviceTimeout(url, f"no answer within {REQUEST_TIMEOUT_S:g} s") from error
    except _LINK_ERRORS as error:
        raise DeviceOffline(url, _reason(error)) from error
    finally:
        task = asyncio.current_task()
        if task is not None and task.cancelling():
            raise asyncio.CancelledError


async def _stoppable(call: Coroutine[Any, Any, None]) -> None:
    """Await ``call``; if cancelled, cancel it until it listens (see ``_translated``)."""
    calling = asyncio.ensure_future(call)
    try:
        await asyncio.wait({calling})
    finally:
        while not calling.done():
            calling.cancel()
            await asyncio.wait({calling}, timeout=CANCEL_AGAIN_S)
        failure = None if calling.cancelled() else calling.exception()
    if failure is not None:
        raise failure


def _plain(value: object) -> object:
    """What can be written down of a tag's value."""
    return value if value is None or isinstance(value, bool | int | float | str) else repr(value)


def _without_password(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))


def _is_good(value: ua.DataValue) -> bool:
    return value.StatusCode is None or value.StatusCode.is_good()


def _reason(error: BaseException) -> str:
    if isinstance(error, OSError) and error.errno and error.errno > 0:
        return os.strerror(error.errno).lower()
    return str(error) or type(error).__name__
