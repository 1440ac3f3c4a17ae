"""What a controller's telegrams are made from: its state, to be looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping, Sequence

    from device_drivers.open_protocol.simulator.faults import Faults
    from device_drivers.open_protocol.simulator.shelf import Shelf
    from device_drivers.open_protocol.simulator.signals import Signals
    from device_drivers.open_protocol.simulator.tightening import Program, Rundown
    from device_drivers.open_protocol.simulator.vendor import Vendor
    from device_drivers.open_protocol.simulator.work import Work


class Shown(Protocol):
    """A controller as its telegrams show it."""

    @property
    def vendor(self) -> Vendor: ...

    @property
    def rng(self) -> random.Random: ...

    @property
    def programs(self) -> Mapping[int, Program]: ...

    @property
    def selected(self) -> int: ...

    @property
    def shelf(self) -> Shelf: ...

    @property
    def work(self) -> Work: ...

    @property
    def signals(self) -> Signals: ...

    @property
    def faults(self) -> Faults: ...

    @property
    def identifiers(self) -> Sequence[str]: ...

    @property
    def vin(self) -> str | None: ...

    def time(self) -> str:
        """By its own clock."""
        ...

    def index(self, program: int) -> int:
        """What it calls a program in 0015 and in results."""
        ...

    def other_spindles(self, first: Rundown) -> list[Rundown]:
        """What the spindles beside the first made."""
        ...
