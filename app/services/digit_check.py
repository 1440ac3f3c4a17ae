"""A hint for the lead: the last digits of a characteristic's typed values are not by chance.

It is about how values are read at a place.  No person is in it, and none can be found by it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from analysis.end_digits import end_digits
from app.domain.envelope import Refs
from app.domain.readings import TYPED_BY
from app.domain.sample_events import EndDigitsUneven
from app.domain.spc import characteristic_key
from app.ports.journal import NewEvent
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from app.ports.journal import Journal

#: As many of the newest values as are looked at.
_NEWEST = 400


class DigitCheck:
    """Asked after each typed value; says it once, until the digits were even again."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal
        self._said: set[str] = set()

    async def look(self, instruction: str, step: str) -> None:
        key = characteristic_key(instruction, step)
        record = await self._journal.chart_record(key, _NEWEST)
        typed = (v for v in record.values if v.source.startswith(TYPED_BY))
        found = end_digits(Decimal(str(value.value)) for value in typed)
        if not found.is_worth_a_look:
            self._said.discard(key)
            return
        if key in self._said:
            return
        body = EndDigitsUneven(
            characteristic=key,
            step=step,
            counts=found.counts,
            chi_square=round(found.chi_square, 2),
            p_value=found.p_value,
        )
        await self._journal.append(NewEvent(body, SYSTEM, Refs(step=step)))
        self._said.add(key)
