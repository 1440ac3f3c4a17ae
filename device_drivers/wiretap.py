"""Who listens in on a device's wire: found by the transport through the task's context.

A driver need not know of it.  Whoever runs a driver says so once, ``with tapped(tap): await
device.run()``, and every wire opened inside is heard, whatever the family and however often it
is opened again.
"""

from __future__ import annotations

import contextlib
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Tap(Protocol):
    """Hears what goes over a wire.  Called on the I/O loop; must be quick and must not raise."""

    def opened(self, wire: str) -> None:
        """A connection begins."""

    def received(self, chunk: bytes) -> None:
        """The device sent this, in pieces of any size."""

    def sent(self, chunk: bytes) -> None:
        """We sent this."""

    def ended(self, reason: str) -> None:
        """The connection is over."""

    def noted(self, note: Mapping[str, Any]) -> None:
        """Something a library took off the wire, or put on it, for us; can be written as JSON."""


class _Nobody:
    """Hears nothing."""

    def opened(self, wire: str) -> None:
        """Not kept."""

    def received(self, chunk: bytes) -> None:
        """Not kept."""

    def sent(self, chunk: bytes) -> None:
        """Not kept."""

    def ended(self, reason: str) -> None:
        """Not kept."""

    def noted(self, note: Mapping[str, Any]) -> None:
        """Not kept."""


NOBODY: Tap = _Nobody()
_TAP: ContextVar[Tap] = ContextVar("tap", default=NOBODY)


def current_tap() -> Tap:
    """Who listens to the wires opened here and now."""
    return _TAP.get()


@contextlib.contextmanager
def tapped(tap: Tap) -> Iterator[None]:
    """``tap`` hears every wire opened inside, in this task and those it starts."""
    token = _TAP.set(tap)
    try:
        yield
    finally:
        _TAP.reset(token)
