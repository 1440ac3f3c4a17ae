"""Readings as the stable format prints them, and ``asbuilt device listen``."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from app.ports.devices import LinkState
from device_drivers.families import family_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.readings import Quantity, Reading
    from app.ports.devices import DeviceStatus

OK, FAILED = 0, 1
AWAY = frozenset({LinkState.DISCONNECTED, LinkState.CONNECTING})
#: A reading's fields in the order people read them; absent ones are left out after these.
LEADING = ("kind", "source", "epoch", "result_id", "at_device", "received_at", "ok", "values")


def as_json(reading: Reading) -> bytes:
    """A reading as the stable format prints it, with nothing left to be guessed."""
    filled = dict.fromkeys(LEADING) | {
        "epoch": reading.epoch,
        "values": [_filled_quantity(quantity) for quantity in reading.values],
        "identifiers": list(reading.identifiers),
        "backfilled": reading.backfilled,
        "quality": reading.quality,
    }
    printed = filled | {
        name: value
        for name, value in msgspec.to_builtins(reading).items()
        if name not in {"values", "identifiers"}
    }
    printed["received_at"] = _milliseconds(reading.received_at)
    return msgspec.json.encode({key: value for key, value in printed.items() if value is not None})


async def listen(url: str, *, count: int | None, timeout_s: float | None) -> int:
    """Print each reading until there are ``count`` or the time is over; the exit status.

    Without ``count`` it is enough that the device was there, whatever it had to say.

    Raises:
        InvalidInput: the URL cannot be used.
    """
    serve: Callable[..., Awaitable[None]] = family_of(url).function("listen")
    printed = Printed(count)
    link = Link()
    listening = asyncio.ensure_future(serve(url, printed.take, link.told))
    enough = asyncio.ensure_future(printed.enough.wait())
    await asyncio.wait({listening, enough}, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
    enough.cancel()
    failed = listening.done()
    listening.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await listening
    if failed or printed.is_complete:
        return OK
    if count is None and (link.was_there or printed.count):
        return OK
    missing = "not reached" if count is None else f"{printed.count} of {count} readings"
    print(
        f"{url}: {missing} within {timeout_s:g} s. "
        "Is the device on, and did it have something to say?",
        file=sys.stderr,
    )
    return FAILED


class Link:
    """Says why a device is not ready, and remembers whether it ever answered."""

    def __init__(self) -> None:
        self._is_away = False
        self._was_there = False

    @property
    def was_there(self) -> bool:
        """False only when all that was ever told is that it cannot be reached."""
        return self._was_there or not self._is_away

    def told(self, status: DeviceStatus) -> None:
        """One more word of the driver."""
        if status.state in AWAY:
            self._is_away = True
        else:
            self._was_there = True
        tell(status)


class Printed:
    """Prints readings and counts them."""

    def __init__(self, wanted: int | None = None) -> None:
        self._wanted = wanted
        self.count = 0
        self.enough = asyncio.Event()

    @property
    def is_complete(self) -> bool:
        return self._wanted is not None and self.count >= self._wanted

    def take(self, reading: Reading) -> None:
        """One more."""
        if self.is_complete:
            return
        self.count += 1
        print(as_json(reading).decode(), flush=True)
        if self.is_complete:
            self.enough.set()


def tell(status: DeviceStatus) -> None:
    """Say why a device is not ready, beside the readings."""
    if status.detail not in {None, "stopped"}:
        print(f"{status.device}: {status.state.value}: {status.detail}", file=sys.stderr)


def _filled_quantity(quantity: Quantity) -> dict[str, Any]:
    return {**msgspec.to_builtins(quantity), "judgement": quantity.judgement}


def _milliseconds(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
