"""Whose a result is: the unit it names, else the one its tool was released for.

Never whatever is on the screen.  What is nobody's is kept without counting, and said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.envelope import Actor, Refs
from app.domain.events import ReadingUnassigned
from app.domain.refusal import Refusal
from app.domain.rules import TakeReading
from app.ports.journal import NewEvent
from app.services.uncounted import UncountedResults
from app.services.unit_work import why_unassigned

if TYPE_CHECKING:
    from app.domain.events import Body
    from app.domain.readings import Reading
    from app.ports.clock import Clock
    from app.ports.journal import Journal
    from app.services.armings import Claim
    from app.services.calibrations import Calibrations
    from app.services.state_board import StateBoard
    from app.services.unit_work import UnitWork


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a result: the facts, when it counted; ``is_here`` for the unit in work."""

    bodies: tuple[Body, ...] = ()
    is_here: bool = False

    @property
    def has_counted(self) -> bool:
        return bool(self.bodies)


class ResultTaking:
    """Call it inside a turn."""

    def __init__(
        self,
        *,
        journal: Journal,
        work: UnitWork,
        board: StateBoard,
        clock: Clock,
        calibrations: Calibrations,
    ) -> None:
        self._journal = journal
        self._calibrations = calibrations
        self._work = work
        self._uncounted = UncountedResults(board=board, clock=clock)

    async def take(self, reading: Reading, claim: Claim | None) -> Taken:
        """Count ``reading`` for its unit, or keep it and say why not.

        Raises:
            StorageFault: it is not kept.
            DuplicateResult: it was kept earlier.
        """
        serial = await self._unit_of(reading, claim)
        if reading.is_of_other_station:
            return await self._keep(reading, serial, "other_station")
        if serial is None:
            names_one = any(reading.identifiers)
            return await self._keep(reading, None, "other_unit" if names_one else "not_armed")
        is_here = self._work.run is not None and self._work.run.serial == serial
        result = await self._apply(reading, serial, claim)
        if isinstance(result, Refusal):
            return await self._keep(reading, serial, result.code)
        reason = why_unassigned(result)
        if reason is None and (is_here or reading.backfilled):
            return Taken(result, is_here)
        # Also what counted for another unit did not do what whoever pulled here expects.
        self._say(reading, reason if is_here and reason is not None else "other_unit")
        return Taken(() if reason is not None else result, is_here)

    async def _apply(
        self, reading: Reading, serial: str, claim: Claim | None
    ) -> tuple[Body, ...] | Refusal:
        if claim is None or claim.serial != serial:
            # Fetched after a restart, or when another unit is in work: the record still knows.
            step, is_over = None, False
            if reading.backfilled:
                step = await self._work.released_step(serial, reading.source)
        else:
            step, is_over = claim.step, claim.is_over
        calibration = await self._calibrations.of(reading.source)
        command = TakeReading(reading, step, is_over=is_over, calibration=calibration)
        return await self._work.apply_to(serial, command, Actor("device", reading.source))

    async def _unit_of(self, reading: Reading, claim: Claim | None) -> str | None:
        """By identifier first, by the release second; None when it is nobody's here."""
        named = [serial for serial in reading.identifiers if serial]
        run = self._work.run
        if run is not None and run.serial in named:
            return run.serial
        for serial in named:
            if await self._work.is_known(serial):
                return serial
        return None if named or claim is None else claim.serial

    async def _keep(self, reading: Reading, serial: str | None, reason: str) -> Taken:
        run = self._work.run
        during = None if run is None else run.serial
        body = ReadingUnassigned(reading=reading, reason=reason, during=during)
        refs = Refs(unit=serial)
        await self._journal.append(NewEvent(body, Actor("device", reading.source), refs))
        self._say(reading, reason)
        return Taken()

    def _say(self, reading: Reading, reason: str) -> None:
        self._uncounted.say(reading, reason, self._work.step)
