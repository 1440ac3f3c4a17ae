"""What a controller can be asked: programs and their limits, jobs, the tool, its clock, inputs.

Nothing here changes anything at the controller.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from device_drivers.open_protocol.dialogue import Dialogue
    from device_drivers.open_protocol.fields import Value, Values

PROGRAMS, PROGRAM, JOBS, JOB, TOOL, CLOCK, IO_STATES = 10, 12, 30, 32, 40, 80, 214
OFFLINE, RESULT_LIST = 66, 67
TIME_FORMAT = "%Y-%m-%d:%H:%M:%S"


@dataclass(frozen=True, slots=True)
class Clock:
    """A controller's own time; ``offset_s`` is how far it is ahead of ours, where readable."""

    text: str
    offset_s: float | None


class Questions:
    """One connection's.  All raise what :meth:`Dialogue.read` raises."""

    def __init__(self, dialogue: Dialogue) -> None:
        self._dialogue = dialogue

    async def programs(self) -> tuple[int, ...]:
        """0010: the programs there are."""
        return _whole((await self._read(PROGRAMS)).get("psets"))

    async def program(self, number: int) -> Values:
        """0012: a program's limits, to be compared with the work instruction's."""
        return await self._read(PROGRAM, {"pset": number, "file_version": 0})

    async def jobs(self) -> tuple[int, ...]:
        """0030: the jobs there are."""
        return _whole((await self._read(JOBS)).get("jobs"))

    async def job(self, number: int) -> Values:
        """0032: what a job consists of."""
        return await self._read(JOB, {"job_id": number})

    async def tool(self) -> Values:
        """0040: serial number, calibration and service of the tool."""
        return await self._read(TOOL, {"tool_number": 1})

    async def inputs(self, device: int) -> Values:
        """0214: relays and digital inputs of an I/O device."""
        return await self._read(IO_STATES, {"device_number": device})

    async def clock(self, now: datetime) -> Clock:
        """0080: the controller's clock beside ours, ``now`` being local."""
        text = str((await self._read(CLOCK)).get("time") or "")
        try:
            theirs = datetime.strptime(text, TIME_FORMAT)
        except ValueError:
            return Clock(text, None)
        return Clock(text, (theirs - now.replace(tzinfo=None)).total_seconds())

    async def offline_count(self) -> int:
        """0066 by 0006: how many results wait for whoever asks."""
        text = str((await self._dialogue.read_generic(OFFLINE)).get("offline") or "")
        digits = text.strip()[-2:]
        return int(digits) if digits.isdigit() else 0

    async def result_list(self, first: int = 0, count: int = 99) -> Value:
        """0067 by 0006: index, time and status of results, a cheap way to find gaps."""
        extra = f"{first:010d}{count:03d}"
        return (await self._dialogue.read_generic(RESULT_LIST, extra)).get("results")

    async def _read(self, mid: int, values: Values | None = None) -> Values:
        # All of these are answered by the MID that follows the question.
        return await self._dialogue.read(mid, values or {}, answer=mid + 1)


def _whole(value: Value) -> tuple[int, ...]:
    items = value if isinstance(value, tuple) else ()
    return tuple(item for item in items if isinstance(item, int))
