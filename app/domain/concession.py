"""Concessions: a deviation accepted beforehand, for so many units and until a time.

A concession names the one station that uses it up, so that its count holds offline too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.quality_plans import ANY, Concession
from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.unit_run import UnitRun


def covers(concession: Concession, run: UnitRun) -> bool:
    """Whether everything that is open on the unit is what was conceded."""
    if concession.product not in (ANY, run.product):
        return False
    if not concession.codes:
        return True
    found = {defect.code for defect in run.open_defects}
    return bool(found) and found <= set(concession.codes)


def refusal_of_use(
    concession: Concession, run: UnitRun, used: frozenset[str], *, station: str, now: datetime
) -> Refusal | None:
    """Why ``run`` may not use it; ``used`` are the units that did."""
    facts = {"concession": concession.concession}
    if concession.station != station:
        return Refusal("concession.other_station", {**facts, "station": concession.station})
    if now >= concession.valid_until:
        return Refusal("concession.expired", facts)
    if not covers(concession, run):
        return Refusal("concession.not_for_unit", {**facts, "serial": run.serial})
    if run.serial not in used and len(used) >= concession.max_units:
        return Refusal("concession.used_up", {**facts, "count": str(concession.max_units)})
    return None
