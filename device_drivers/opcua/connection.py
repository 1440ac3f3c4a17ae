"""One OPC UA connection: opened, used until it fails, never repaired.

The library's own reconnecting deletes subscriptions the server had kept, and can go on connected
but deaf; a fresh client each time costs a second and starts from a known state.  What was missed
is fetched by number afterwards, never hoped for.  The library's callbacks only enqueue here: work
inside them would stall its receiving.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from asyncua import ua
from asyncua.client.client import Client

from app.domain.errors import DeviceFault, DeviceOffline
from device_drivers.opcua.keys import APPLICATION_URI
from device_drivers.opcua.security import secure
from device_drivers.opcua.words import LINK_ERRORS, fault_of, reason_of
from device_drivers.wiretap import current_tap

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
    from datetime import datetime

    from asyncua.common.subscription import Subscription, SubscriptionHandler

    from device_drivers.opcua.url import Settings

REQUEST_TIMEOUT_S = 4.0
#: Short, so that a PLC with few sessions is not blocked by those of a station that crashed.
SESSION_TIMEOUT_MS = 30_000
DISCONNECT_S = 2.0
CANCEL_AGAIN_S = 0.1
PROBE_S = 1.0
PUBLISH_MS = 50
#: A server that has nothing to say still says so every two seconds.
KEEP_ALIVE_COUNT = 40
#: So many signs of life left out, over a link that still answers, are deafness.
DEAF_AFTER = 3.0
#: A subscription nobody fetches from is given up by the server after a minute.
LIFETIME_COUNT = 1200


def quieten_library() -> None:
    """Keep the library's log to what nobody else reports.

    It logs each lost connection several times with tracebacks; the driver says it once.
    """
    logging.getLogger("asyncua").setLevel(logging.CRITICAL)


class _Client(Client):
    """Keeps what the server made of our wishes, and leaves its subscriptions alone."""

    def __init__(self, url: str) -> None:
        super().__init__(url, timeout=REQUEST_TIMEOUT_S, watchdog_intervall=PROBE_S)
        self.session_timeout = SESSION_TIMEOUT_MS
        self.name = self.description = "Asbuilt station"
        self.application_uri = APPLICATION_URI
        # The library would recreate a silent subscription, and what it held would be lost.
        self._stale_check_margin = math.inf
        self.keep_alive_s = 0.0

    def get_subscription_revised_params(
        self, params: ua.CreateSubscriptionParameters, results: ua.CreateSubscriptionResult
    ) -> None:
        """Take what the server offers as it is; how often it will be heard is all we need."""
        del params
        interval_s = results.RevisedPublishingInterval / 1000
        self.keep_alive_s = interval_s * results.RevisedMaxKeepAliveCount


@dataclass(frozen=True, slots=True)
class _Heard:
    """A subscription, since when it is there, and how often it is heard at least."""

    subscription: Subscription
    since_s: float
    keep_alive_s: float

    @property
    def silent_s(self) -> float:
        return time.monotonic() - (self.subscription.last_publish_at or self.since_s)


@contextlib.asynccontextmanager
async def open_connection(
    settings: Settings, *, now: Callable[[], datetime]
) -> AsyncIterator[Connection]:
    """Connect as configured; disconnects at the end.

    Raises:
        DeviceTimeout: the server did not answer in time.
        DeviceRefused: it, or we, will not: the user, the certificate, the security, the sessions.
        DeviceOffline: it cannot be reached, or broke off.
    """
    client = _Client(settings.url)
    connection = Connection(client, settings.url)
    client.connection_lost_callback = connection.note_lost
    is_connected = False
    try:
        with connection.translated():
            await _stoppable(secure(client, settings, now()))
            await _stoppable(client.connect())
            is_connected = True
        connection.tap.opened(settings.url.rpartition("@")[2])
        yield connection
    finally:
        if is_connected:
            connection.tap.ended(connection.ending)
        # Closing the session politely frees it at once, on a PLC that has only a few.
        with contextlib.suppress(*LINK_ERRORS):
            async with asyncio.timeout(DISCONNECT_S if is_connected else 0):
                await client.disconnect()
        client.disconnect_socket()


class Connection:
    """A living connection; everything fails with DeviceOffline once it is lost."""

    def __init__(self, client: _Client, url: str) -> None:
        self.client = client
        self.url = url
        self.lost: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        self._subscriptions: list[_Heard] = []
        #: Whoever keeps what the server notifies of.
        self.tap = current_tap()

    @property
    def ending(self) -> str:
        """Why it is over."""
        return self.lost.result() if self.lost.done() else "closed by us"

    async def spaces(self) -> list[str]:
        """The server's namespaces; their places are not the same after a restart."""
        with self.guarded():
            spaces: list[str] = await self.client.get_namespace_array()
        return spaces

    async def space(self, uri: str) -> int:
        """Where the namespace ``uri`` is now.

        Raises:
            DeviceFault: the server has it not.
        """
        spaces = await self.spaces()
        if uri not in spaces:
            raise DeviceFault(
                self.url,
                f"the server has no namespace {uri}; it offers {', '.join(spaces)}. "
                "Correct the namespace in the station's configuration.",
            )
        return spaces.index(uri)

    async def subscription(self, listener: SubscriptionHandler) -> Subscription:
        """A subscription that tells ``listener``, and is watched for silence."""
        params = ua.CreateSubscriptionParameters()
        params.RequestedPublishingInterval = PUBLISH_MS
        params.RequestedLifetimeCount = LIFETIME_COUNT
        params.RequestedMaxKeepAliveCount = KEEP_ALIVE_COUNT
        params.MaxNotificationsPerPublish = 0
        params.PublishingEnabled = True
        with self.guarded():
            made = await self.client.create_subscription(params, listener)
        self._subscriptions.append(_Heard(made, time.monotonic(), self.client.keep_alive_s))
        return made

    def lose_if_deaf(self, deaf_after: float = DEAF_AFTER) -> None:
        """Give up a connection whose subscription says nothing although the link answers.

        ``deaf_after`` is how many signs of life may be left out.
        """
        for each in self._subscriptions:
            if each.silent_s > deaf_after * each.keep_alive_s:
                self.lose(
                    "the server answers, but its subscription has been silent for "
                    f"{each.silent_s:.0f} s"
                )

    async def wait_lost(self, within_s: float) -> str | None:
        """Why the connection was lost, as soon as it is; None if it holds for ``within_s``."""
        done, _ = await asyncio.wait({self.lost}, timeout=within_s)
        return self.lost.result() if done else None

    async def note_lost(self, error: Exception) -> None:
        """The library's word that the link is gone."""
        self.lose(reason_of(error))

    def lose(self, reason: str) -> None:
        """Give the connection up; whoever waits on it learns at once."""
        if not self.lost.done():
            self.lost.set_result(reason)

    @contextlib.contextmanager
    def guarded(self) -> Iterator[None]:
        """Around each call: a link that fails once is not used again."""
        if self.lost.done():
            raise DeviceOffline(self.url, self.lost.result())
        try:
            with self.translated():
                yield
        except DeviceFault as error:
            self.lose(error.detail)
            raise DeviceOffline(self.url, error.detail) from error

    @contextlib.contextmanager
    def translated(self) -> Iterator[None]:
        """Turn what the library raises into the product's errors, and keep a cancellation alive.

        The library awaits with ``wait_for``, which on Python 3.11 drops a cancellation that
        arrives together with the answer; the driver would then never stop.
        """
        try:
            yield
        except LINK_ERRORS as error:
            raise fault_of(self.url, error, timeout_s=REQUEST_TIMEOUT_S) from error
        finally:
            task = asyncio.current_task()
            if task is not None and task.cancelling():
                raise asyncio.CancelledError


async def _stoppable(call: Coroutine[Any, Any, None]) -> None:
    """Await ``call``; if cancelled, cancel it until it listens (see ``translated``)."""
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
