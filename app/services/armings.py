"""Under which release of a tool a result was made, as far as anybody can know.

A result of a release that came to its end counts for nothing, whenever it arrives: its step is
done, or a failed result is to be acknowledged before the next try.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.blocking import why_blocked
from app.domain.instructions import TorqueStep

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from app.domain.unit_run import UnitRun


@dataclass(frozen=True, slots=True)
class Arming:
    """A tool and the one step of one unit it is released for; ``number`` tells each apart."""

    serial: str
    step: str
    tool: str
    program: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Claim:
    """The unit and step a result was made for; ``is_over`` when it is too late to count.

    ``is_late``: the tool was locked already, while a rundown was under way.
    """

    serial: str
    step: str
    is_over: bool = False
    is_late: bool = False


class Armings:
    """Told by :class:`app.services.tool_control.ToolControl` what became of each release."""

    def __init__(self) -> None:
        self._live: Arming | None = None
        self._before: Arming | None = None
        self._late: Arming | None = None
        #: None for a tool whose release was never confirmed: whatever it makes is nobody's.
        self._lost: dict[str, Arming | None] = {}
        self._over: set[Arming] = set()

    def opened(self, arming: Arming) -> None:
        """The controller confirmed: what it sends from here on was made for ``arming``."""
        self._live, self._late = arming, None
        self._over.intersection_update(self._known())

    def locked(self, tool: str) -> None:
        """Confirmed; a rundown that was under way may still be reported, one and no more."""
        self._lost.pop(tool, None)
        live = self._live
        if live is not None and live.tool == tool:
            self._late = None if live in self._over else live
            self._before, self._live = live, None

    def lost(self, tool: str) -> None:
        """From here nobody knows what the tool does."""
        live = self._live
        is_live = live is not None and live.tool == tool
        self._lost[tool] = live if is_live else None
        if is_live:
            self._before, self._live = live, None

    def follow(self, run: UnitRun | None) -> None:
        """The unit in work moved on: which releases came to their end with it."""
        self._over.update(a for a in self._known() if _is_over(a, run))
        if self._late in self._over:
            self._late = None

    def late_counted(self) -> None:
        """The one rundown that could still be under way was reported."""
        self._late = None

    def claim(self, reading: Reading) -> Claim | None:
        """Ask when the result arrives, not when its turn has come.

        What was kept by the controller while the link was up was not seen being made, and after
        a lost link nobody saw what the tool did: only what names the unit is known to be its.
        """
        if reading.source in self._lost:
            lost = self._lost[reading.source]
            if lost is None or not (reading.backfilled or lost.serial in reading.identifiers):
                return None
            return self._claim_of(lost)
        arming = self._live or self._late
        if arming is None or arming.tool != reading.source:
            return None
        if reading.backfilled and arming.serial not in reading.identifiers:
            return None
        if self._is_of_the_one_before(reading, arming):
            arming = self._before or arming
        return self._claim_of(arming)

    def _claim_of(self, arming: Arming) -> Claim:
        is_over = arming in self._over
        return Claim(arming.serial, arming.step, is_over, is_late=arming == self._late)

    def _is_of_the_one_before(self, reading: Reading, arming: Arming) -> bool:
        """It ran under the program of the release before, and not under this one's."""
        before = self._before
        if before is None or before.tool != arming.tool or reading.program is None:
            return False
        return reading.program == str(before.program) != str(arming.program)

    def _known(self) -> set[Arming]:
        known = {self._live, self._before, self._late, *self._lost.values()}
        return {arming for arming in known if arming is not None}


def arming_wanted(run: UnitRun | None) -> Arming | None:
    """None locks: no unit, no torque step, held, not safe, or a NOK nobody has acknowledged."""
    if run is None or run.current is None or run.current.is_nok_open:
        return None
    if why_blocked(run) is not None:
        return None
    step = run.current.step
    if not isinstance(step, TorqueStep):
        return None
    return Arming(run.serial, step.id, step.tool, step.program)


def _is_over(arming: Arming, run: UnitRun | None) -> bool:
    """Leaving a unit ends nothing: what was under way belongs to it."""
    if run is None or run.serial != arming.serial:
        return False
    current = run.current
    if current is None or run.held is not None:
        return True
    return current.step.id != arming.step or current.is_nok_open
