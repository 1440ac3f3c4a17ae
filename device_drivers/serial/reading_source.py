"""Makes readings of what a device sent that itself numbers nothing."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, TypeAlias

from app.domain.readings import Quality, Quantity, Reading, ReadingKind
from device_drivers.supervisor import Outage

if TYPE_CHECKING:
    from app.ports.clock import Clock
    from device_drivers.serial.frames import Frame
    from device_drivers.supervisor import StatusLine

#: Called on the I/O loop with each reading, in order; the next waits until it returns.
OnReading: TypeAlias = Callable[[Reading], Awaitable[None]]


class ReadingSource:
    """Numbers and hands on the readings of one device.

    The ids begin with the time this run started: most serial devices count nothing themselves,
    and an id must not come again after a restart.
    """

    def __init__(
        self, line: StatusLine, clock: Clock, kind: ReadingKind, on_reading: OnReading
    ) -> None:
        self._line = line
        self._clock = clock
        self._kind = kind
        self._on_reading = on_reading
        self._started_us = clock.now_us()
        self._count = 0
        self._doubts = Outage(
            line.current.device, begins="not understood", ends="understood again after %d texts"
        )

    async def keep(
        self,
        *,
        text: str | None = None,
        values: tuple[Quantity, ...] = (),
        ok: bool | None = None,
        number: str | None = None,
        at_device: str | None = None,
        program: str | None = None,
    ) -> None:
        """Hand on one reading; ``number`` is the device's own, if it has any."""
        at = self._now()
        self._doubts.over()
        self._line.value_seen(at)
        await self._on_reading(
            Reading(
                kind=self._kind,
                source=self._line.current.device,
                result_id=number or self._next_id(),
                received_at=at,
                at_device=at_device,
                text=text,
                values=values,
                ok=ok,
                program=program,
            )
        )

    async def quarantine(self, frame: Frame, reason: str) -> None:
        self._doubts.failed(reason)
        await self._on_reading(
            Reading(
                kind=self._kind,
                source=self._line.current.device,
                result_id=self._next_id(),
                received_at=self._now(),
                quality=Quality.QUARANTINED,
                reason=reason,
                raw=frame.payload.hex(),
            )
        )

    def _next_id(self) -> str:
        self._count += 1
        return f"{self._started_us}-{self._count}"

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now_us() / 1e6, tz=UTC)
