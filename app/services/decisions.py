"""What was decided at the plant about this station's own work, as it came down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.plant import DecidedSituation
from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from app.ports.journal import Journal, Reference


async def decisions_here(
    reference: Reference, journal: Journal, station: str, *, most: int
) -> tuple[DecidedSituation, ...]:
    """The newest ``most`` that are about this station, or about a unit that was here."""
    decided = sorted(await reference.all(DecidedSituation), key=lambda one: one.at, reverse=True)
    found: list[DecidedSituation] = []
    for one in decided:
        if len(found) == most:
            break
        if one.station == station or await _was_here(journal, one.units):
            found.append(one)
    return tuple(found)


def with_decision(refusal: Refusal, decisions: tuple[DecidedSituation, ...]) -> Refusal:
    """``refusal`` of a unit on hold, with what was decided about it, if anything was."""
    serial = refusal.facts.get("serial")
    if refusal.code != "unit.held" or serial is None:
        return refusal
    found = next((one for one in decisions if serial in one.units), None)
    if found is None:
        return refusal
    return Refusal(refusal.code, refusal.facts | {"decided": found.words, "by": found.by})


async def _was_here(journal: Journal, units: tuple[str, ...]) -> bool:
    for serial in units:
        if await journal.unit_state(serial) is not None:
            return True
    return False
