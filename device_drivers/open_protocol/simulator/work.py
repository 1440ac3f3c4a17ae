"""Batches and jobs: what the controller counts, and which program comes next."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from device_drivers.open_protocol.simulator.tightening import (
    BATCH_NOK,
    BATCH_OK,
    BATCH_RUNNING,
    NOT_COUNTED,
    Count,
)
from device_drivers.open_protocol.simulator.vendor import Counted

if TYPE_CHECKING:
    from device_drivers.open_protocol.simulator.vendor import Batches

NO_JOB = 0


class JobStatus(IntEnum):
    """As MID 0035 says it."""

    NOT_DONE = 0
    OK = 1
    NOK = 2
    ABORTED = 3


@dataclass(frozen=True, slots=True)
class Step:
    """So many tightenings with a program."""

    program: int
    size: int


@dataclass(frozen=True, slots=True)
class Job:
    """Steps in their order."""

    number: int
    name: str
    steps: tuple[Step, ...]


def default_jobs() -> dict[int, Job]:
    """Two to begin with."""
    return {
        1: Job(1, "Gearbox mount", (Step(12, 8),)),
        2: Job(2, "Bracket and cover", (Step(5, 2), Step(12, 4))),
    }


@dataclass(slots=True)
class Work:
    """``sizes`` are the batch sizes of programs without a job."""

    rules: Batches
    jobs: dict[int, Job] = field(default_factory=default_jobs)
    sizes: dict[int, int] = field(default_factory=dict)
    counter: int = 0
    job: int = NO_JOB
    status: JobStatus = JobStatus.NOT_DONE
    is_off: bool = False
    _step: int = 0
    _sequence: int = 0
    _has_nok: bool = False

    def begin(self, job: int) -> int:
        """Select a job; returns its first program."""
        self.job, self.status, self.is_off = job, JobStatus.NOT_DONE, False
        self._step = self._sequence = 0
        self.reset_counter()
        return self.jobs[job].steps[0].program

    def abort(self) -> bool:
        """Whether there was a job to abort."""
        was_running = self.job != NO_JOB
        if was_running:
            self.status = JobStatus.ABORTED
        self.job = NO_JOB
        self.reset_counter()
        return was_running

    def reset_counter(self) -> None:
        self.counter, self._has_nok = 0, False

    def size(self, program: int) -> int:
        """0: no batch."""
        if self.job == NO_JOB:
            return self.sizes.get(program, 0)
        return self.jobs[self.job].steps[self._step].size

    def shift(self, program: int, by: int) -> bool:
        """Count by hand; False when there is nothing to count."""
        if not 0 <= self.counter + by <= self.size(program) or not self.size(program):
            return False
        self.counter += by
        return True

    def count(self, program: int, *, is_ok: bool) -> Count:
        """A tightening was made: where it stands."""
        size = self.size(program)
        if size == 0:
            return NOT_COUNTED
        self._sequence += 1
        self._has_nok |= not is_ok
        if is_ok or self.rules.counted is Counted.ALL:
            self.counter += 1
        done = self._has_nok and self.rules.counted is Counted.ALL
        status = BATCH_RUNNING if self.counter < size else BATCH_NOK if done else BATCH_OK
        return Count(size, self.counter, status, self.job, self._sequence)

    def next_program(self) -> int | None:
        """After a batch: the job's next program, or None at the end of it all."""
        has_nok = self._has_nok and self.rules.counted is Counted.ALL
        self.reset_counter()
        if self.job == NO_JOB:
            return None
        self._step += 1
        steps = self.jobs[self.job].steps
        if self._step < len(steps):
            return steps[self._step].program
        self.status = JobStatus.NOK if has_nok else JobStatus.OK
        self.job = NO_JOB
        return None
