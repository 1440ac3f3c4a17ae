"""A client as those see it who answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from device_drivers.open_protocol.message import Message
    from device_drivers.open_protocol.simulator.controller import Make, SimulatedController
    from device_drivers.open_protocol.simulator.tightening import Rundown


class Visitor(Protocol):
    """Somebody connected.

    ``subscribed`` is by the MID that subscribed (0008 counts as the MID it asks for) and the
    number of what it is about, where there are several.
    """

    controller: SimulatedController
    is_started: bool
    subscribed: dict[tuple[int, int], Message]
    trace_kinds: frozenset[int]

    def start(self) -> bool:
        """Whether this client is served; it is from now on."""
        ...

    def stop(self) -> None:
        """It says goodbye."""

    def hang_up(self) -> None:
        """Close in an orderly way, after what is being sent."""

    def send(self, message: Message) -> None:
        """An answer."""

    def announce(self, subscription: int, make: Make, number: int = 0) -> None: ...

    def announce_result(self, rundown: Rundown, *, times: int = 1) -> None: ...

    def announce_again(self, subscription: int, rundown: Rundown) -> None: ...
