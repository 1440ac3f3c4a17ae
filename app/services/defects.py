"""Defects of the unit in work: recorded, photographed, put right.

The frequent ones of a product and place come first; how often each was is counted from this
station's own journal.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.defect_rules import FoundDefect, record_defect, resolve_defect
from app.domain.defects import DEFAULT_CODES, DefectCodes, Pin
from app.domain.problem_events import DefectDismissed, DefectRecorded
from app.domain.refusal import Refusal
from app.services.acts import Act

if TYPE_CHECKING:
    from app.domain.defects import DefectCode
    from app.domain.rules import Decision
    from app.domain.unit_run import UnitRun
    from app.services.acts import Acts
    from app.services.snapshots import Snapshots
    from app.services.workplace import Workplace

#: How far back counts what is frequent.
COUNTED_DAYS = 90
_DAY_US = 86_400 * 1_000_000
_EVERY = "*"


@dataclass(frozen=True, slots=True)
class RecordDefect(Act):
    """Record what was found on ``serial``; ``with_photo`` keeps the photo on the screen too."""

    found: FoundDefect
    serial: str = ""
    with_photo: bool = False


@dataclass(frozen=True, slots=True)
class DismissDefect(Act):
    """Somebody looked there, and it is no defect."""

    pins: tuple[Pin, ...]
    picture: str | None = None
    serial: str = ""
    with_photo: bool = False


@dataclass(frozen=True, slots=True)
class ResolveDefect(Act):
    """The defect was put right here, and looked at again."""

    number: int


class Defects:
    """Call it inside a turn.  ``noted`` is told what was recorded, as of every other act."""

    def __init__(self, at: Workplace, *, snaps: Snapshots) -> None:
        self._ports = at.ports
        self._board = at.board
        self._work = at.work
        self._actor = at.actor
        self._snaps = snaps
        self._noted = at.noted
        self._counted_for: tuple[str | None, str | None] = (None, None)

    def add_to(self, acts: Acts) -> None:
        acts.add(RecordDefect, self._record)
        acts.add(DismissDefect, self._dismiss)
        acts.add(ResolveDefect, self._resolve)

    async def follow(self, run: UnitRun | None) -> None:
        """Codes and counts of the product in work, once a unit."""
        place = (None, None) if run is None else (run.serial, run.product)
        if place == self._counted_for:
            return
        self._counted_for = place
        self._snaps.drop()
        shown = replace(self._board.state.defects, recorded=None)
        if run is not None:
            counts, codes = await self._counts(run.product), await self._codes(run.product)
            shown = replace(shown, counts=counts, codes=codes)
        self._board.update(defects=shown)

    def forget(self) -> None:
        """The plant's documents changed."""
        self._counted_for = (None, None)

    async def _record(self, act: RecordDefect) -> Refusal | None:
        run = self._unit(act.serial)
        if isinstance(run, Refusal):
            return run
        found = replace(act.found, step=act.found.step or self._work.step_id)
        refusal = _refusal(record_defect(run, found))
        if refusal is not None:
            return refusal
        photo = await self._snaps.keep() if act.with_photo else None
        await self._keep(record_defect(run, replace(found, photo=photo)))
        self._board.update(
            defects=replace(self._board.state.defects, counts=await self._counts(run.product))
        )
        return None

    async def _dismiss(self, act: DismissDefect) -> Refusal | None:
        run = self._unit(act.serial)
        if isinstance(run, Refusal):
            return run
        photo = await self._snaps.keep() if act.with_photo else None
        dismissed = DefectDismissed(
            serial=run.serial,
            pins=act.pins,
            picture=act.picture,
            photo=photo,
            step=self._work.step_id,
        )
        await self._keep((dismissed,))
        return None

    async def _resolve(self, act: ResolveDefect) -> Refusal | None:
        run = self._work.run
        if run is None:
            return Refusal("unit.none")
        decision = resolve_defect(run, act.number)
        refusal = _refusal(decision)
        if refusal is None:
            await self._keep(decision)
        return refusal

    def _unit(self, serial: str) -> UnitRun | Refusal:
        """The unit in work, if it is the one that was looked at."""
        run = self._work.run
        if run is None:
            return Refusal("unit.none")
        if serial and serial != run.serial:
            return Refusal("defect.other_unit", {"serial": serial, "open": run.serial})
        return run

    async def _keep(self, decision: Decision) -> None:
        if isinstance(decision, Refusal):
            return
        await self._work.note(self._actor(), *decision)
        self._snaps.drop()
        numbers = (b.number for b in decision if isinstance(b, DefectRecorded))
        now_us = self._ports.clock.now_us()
        shown = replace(
            self._board.state.defects, recorded=next(numbers, None), recorded_us=now_us
        )
        self._board.update(defects=shown, refusal=None)
        await self._noted(decision)

    async def _counts(self, product: str) -> dict[tuple[str | None, str], int]:
        since_us = self._ports.clock.now_us() - COUNTED_DAYS * _DAY_US
        return await self._ports.journal.defect_counts(product, since_us)

    async def _codes(self, product: str) -> tuple[DefectCode, ...]:
        get = self._ports.reference.get
        found = await get(DefectCodes, product) or await get(DefectCodes, _EVERY)
        return DEFAULT_CODES if found is None else found.codes


def _refusal(decision: Decision) -> Refusal | None:
    return decision if isinstance(decision, Refusal) else None
