"""Works out what the screen says about sync.  Pure: facts in, one frozen value out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.ports.sync import SyncState, SyncStatus
from sync.link import PlantBusy, PlantRefused, PlantUnreachable, certificate_problem

if TYPE_CHECKING:
    from app.domain.errors import EnvironmentFault
    from app.ports.sync import Backlog, PushMark

#: The server answers and confirms nothing for this long: something is wrong, whatever it says.
STUCK_AFTER_NS = 120 * 1_000_000_000


@dataclass(slots=True)
class StatusBoard:
    """What the lanes report and the watchdog sees."""

    server_url: str | None
    last_ok_at_us: int | None = None
    faults: dict[str, EnvironmentFault] = field(default_factory=dict)
    clock: tuple[str, int | None] = ("unknown", None)
    _acked: tuple[int, int] = (0, 0)
    _progress_ns: int | None = None

    def report(self, lane: str, fault: EnvironmentFault | None) -> None:
        if fault is None:
            self.faults.pop(lane, None)
        else:
            self.faults[lane] = fault

    def status(self, mark: PushMark, backlog: Backlog, *, mono_ns: int) -> SyncStatus:
        """As of now; call it now and then, so that standing still is noticed."""
        stands_still = self._stands_still(mark, backlog, mono_ns)
        state = self._state(mark, backlog, stands_still=stands_still)
        quality, offset_us = self.clock
        return SyncStatus(
            state=state,
            problem=self._problem(mark, state),
            clock_quality=quality,
            # Whole seconds: the screen must not be drawn anew for every measurement.
            clock_offset_s=None if offset_us is None else round(offset_us / 1e6),
            waiting=backlog.waiting,
            oldest_waiting_at_us=backlog.oldest_at_us,
            last_ok_at_us=self.last_ok_at_us,
            last_error=self._error(mark, backlog, stands_still=stands_still),
            generation=mark.generation,
            server_url=self.server_url,
        )

    def blind(self, fault: EnvironmentFault) -> SyncStatus:
        """The journal itself cannot be asked."""
        return SyncStatus(
            state=SyncState.STUCK,
            problem="sync.blind",
            last_ok_at_us=self.last_ok_at_us,
            last_error=str(fault),
            server_url=self.server_url,
        )

    def _state(self, mark: PushMark, backlog: Backlog, *, stands_still: bool) -> SyncState:
        if self.server_url is None:
            return SyncState.NOT_ENROLLED
        if mark.fork is not None:
            return SyncState.FORK
        if mark.closed is not None:
            return SyncState.STUCK
        passing = [_passes(fault) for fault in self.faults.values()]
        if not all(passing):
            return SyncState.STUCK
        if stands_still:
            return SyncState.STUCK
        if passing:
            return SyncState.OFFLINE
        return SyncState.SENDING if backlog.waiting else SyncState.SYNCED

    def _problem(self, mark: PushMark, state: SyncState) -> str | None:
        """The code of what a person should know, the worst first."""
        match state:
            case SyncState.NOT_ENROLLED | SyncState.FORK:
                return f"sync.{state.value}"
            case SyncState.OFFLINE | SyncState.STUCK:
                if mark.closed is not None:
                    return "sync.closed"
                found = {_problem_of(fault) for fault in self.faults.values()}
                return next((code for code in _WORST_FIRST if code in found), "sync.standstill")
            case _:
                return None

    def _error(self, mark: PushMark, backlog: Backlog, *, stands_still: bool) -> str | None:
        words = [str(fault) for fault in self.faults.values()]
        words = [text for text in (mark.fork, mark.closed) if text] + words
        if stands_still and not words:
            words.append(f"the server answers and confirms nothing beyond {mark.acked}")
        words += backlog.notes
        return "; ".join(dict.fromkeys(words)) or None

    def _stands_still(self, mark: PushMark, backlog: Backlog, mono_ns: int) -> bool:
        """The server answers, and for long nothing of what waits was confirmed.

        Measured by the clock that nobody sets; a server that is away is another matter.
        """
        here = (mark.epoch, mark.acked)
        is_away = any(isinstance(fault, PlantUnreachable) for fault in self.faults.values())
        if is_away or backlog.waiting == 0 or here != self._acked or self._progress_ns is None:
            self._acked, self._progress_ns = here, mono_ns
        return mono_ns - self._progress_ns > STUCK_AFTER_NS


_WORST_FIRST = (
    "sync.certificate",
    "sync.station_old",
    "sync.server_old",
    "sync.refused",
    "sync.busy",
    "sync.unreachable",
)


#: By the server's own code for why it refuses.
_OLD = {"station_old": "sync.station_old", "protocol": "sync.server_old"}


def _passes(fault: EnvironmentFault) -> bool:
    """Whether waiting helps."""
    return isinstance(fault, PlantUnreachable | PlantBusy) and certificate_problem(fault) is None


def _problem_of(fault: EnvironmentFault) -> str:
    if certificate_problem(fault) is not None:
        return "sync.certificate"
    if isinstance(fault, PlantUnreachable):
        return "sync.unreachable"
    if isinstance(fault, PlantBusy):
        return "sync.busy"
    problem = fault.problem if isinstance(fault, PlantRefused) else ""
    return _OLD.get(problem, "sync.refused")
