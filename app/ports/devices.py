"""Ports: devices, whatever brand and protocol they speak.

All of them run on the I/O loop.  A driver owns its reconnecting: ``run`` returns only when it is
cancelled.  A driver never holds a result back and never keeps the only copy of one: it hands
each to the :class:`ResultLog` and acknowledges to the device what the log has made durable.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.labels import Label
    from app.domain.readings import Curve, Reading


class LinkState(enum.StrEnum):
    """Where a device's link stands."""

    DISCONNECTED = "disconnected"
    CONNECTING = "connecting"
    IDENTIFIED = "identified"
    SUBSCRIBED = "subscribed"
    RECONCILING = "reconciling"
    READY = "ready"
    DEGRADED = "degraded"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong last: since when, how often in a row, and when it was over."""

    words: str
    began_at: datetime
    count: int = 1
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class DeviceStatus:
    """What is known of a device now; ``detail`` says why when it is not ready.

    ``code`` is the fault's (device.offline and so on), ``tries`` how many attempts failed in a
    row.  The rest is added by who looks after the driver: since when it is in this state, when
    it was last heard at all, how well its driver is proven (``tier``), and the last ``trouble``.
    """

    device: str
    state: LinkState
    detail: str | None = None
    identity: str | None = None
    last_value_at: datetime | None = None
    code: str | None = None
    tries: int = 0
    since: datetime | None = None
    heard_at: datetime | None = None
    tier: str = ""
    trouble: Trouble | None = None


class Outcome(enum.StrEnum):
    """How a command to a device ended."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    TIMED_OUT = "timed_out"
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class CommandResult:
    """``code`` and ``words`` are the device's own, when it said no."""

    outcome: Outcome
    code: str | None = None
    words: str | None = None
    facts: dict[str, str] = field(default_factory=dict)

    @property
    def is_confirmed(self) -> bool:
        return self.outcome is Outcome.CONFIRMED


@dataclass(frozen=True, slots=True)
class LastResult:
    """The newest result of a source that is durable here."""

    epoch: int
    result_id: str
    at_device: str | None


class ResultLog(Protocol):
    """Where drivers put results.  Nothing may be acknowledged to a device before it returns."""

    async def store(self, reading: Reading) -> bool:
        """Make ``reading`` durable.  False when it was here already (still: acknowledge).

        Raises:
            StorageFault: it could not be kept; do not acknowledge.
        """
        ...

    async def store_curve(self, curve: Curve) -> None:
        """Make the trace of an earlier result durable.  Repeats are ignored."""

    async def last(self, source: str) -> LastResult | None:
        """The newest durable result of ``source``, for finding what was missed."""
        ...


#: Called on the I/O loop at each change of a device's status.
OnStatus = Callable[[DeviceStatus], None]


class Device(Protocol):
    """Something with a link that is looked after."""

    @property
    def status(self) -> DeviceStatus: ...

    async def run(self) -> None:
        """Connect, serve and reconnect until cancelled."""


class TorqueTool(Device, Protocol):
    """A tightening tool behind its controller."""

    async def arm(self, program: int, identifier: str) -> CommandResult:
        """Select ``program``, wait until the controller confirms *that* program, enable the tool.

        ``identifier`` (the unit's serial) goes into the controller's results.  Anything but
        CONFIRMED means the tool is locked or its state unknown.
        """
        ...

    async def disarm(self) -> CommandResult:
        """Disable the tool.  Safe to call twice."""
        ...


class Gauge(Device, Protocol):
    """A gauge or scale that reports when its button is pressed."""

    def flush(self) -> None:
        """Forget what came before: an old value must never be taken for a new step."""


class Machine(Device, Protocol):
    """A machine or fixture behind a PLC, spoken to by request, acknowledge and result."""

    @property
    def state(self) -> str:
        """The machine's own word: running, idle, stopped and so on."""
        ...

    @property
    def is_part_present(self) -> bool: ...

    async def request(self, name: str, serial: str) -> CommandResult:
        """Ask for ``name`` (clamp, release …) and wait for the machine's result."""
        ...


@dataclass(frozen=True, slots=True)
class Photo:
    """A still picture.  Width and height are what the camera gave, whatever was asked of it."""

    jpeg: bytes
    width_px: int
    height_px: int
    taken_at: datetime


class Camera(Device, Protocol):
    """A camera that takes one picture when it is asked to."""

    async def photo(self) -> Photo:
        """A picture of now.

        Raises:
            DeviceOffline: it is not plugged in.
            CameraBusy: another program has it.
            PictureDark: the picture is black or of one colour: the lens is covered.
            DeviceTimeout: it gave no picture in time.
            DeviceRefused: what it gave is no picture.
        """
        ...


#: The code of a result nobody can vouch for: the label may lie in the printer's tray.
MAY_HAVE_PRINTED = "printer.may_have_printed"


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One label to be printed once.  ``job`` is its own id and never used for a second one."""

    job: str
    label: Label


class LabelPrinter(Device, Protocol):
    """A printer of labels."""

    async def print(self, job: PrintJob) -> CommandResult:
        """Print, and wait for the printer's own word that it is done.

        CONFIRMED: it is printed.  REJECTED and OFFLINE: nothing was sent.  TIMED_OUT with the code
        :data:`MAY_HAVE_PRINTED`: it was sent, and nobody knows; a person looks before a second
        one is printed.
        """
        ...
