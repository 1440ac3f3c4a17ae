"""What was decided at the plant about this station's own work, as it came down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.plant import DecidedSituation

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


async def _was_here(journal: Journal, units: tuple[str, ...]) -> bool:
    for serial in units:
        if await journal.unit_state(serial) is not None:
            return True
    return False
