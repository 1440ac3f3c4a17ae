"""A simulated controller as those see it who tell it what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from device_drivers.open_protocol.simulator.controller import SimulatedController


class Told(Protocol):
    """The controller, and what concerns its connections."""

    @property
    def controller(self) -> SimulatedController: ...

    def is_locked(self) -> bool:
        """Whether the tool does not run; if so, that is said."""
        ...

    def cut(self, manner: str, seconds: float) -> None:
        """End every connection; nobody comes in for ``seconds``."""

    def freeze(self, seconds: float) -> None:
        """Everything stands still."""

    def say(self, payload: bytes) -> None:
        """These bytes to everybody."""

    def power_cycle(self, seconds: float) -> None:
        """Off and on again."""
