"""What the journal keeps of a characteristic for its control chart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.spc import CharacteristicBaselined


@dataclass(frozen=True, slots=True)
class ChartValue:
    """One value, ``number`` from 1 in the order in which they were recorded."""

    number: int
    event_id: str
    at_us: int
    value: float
    unit: str
    source: str
    serial: str


@dataclass(frozen=True, slots=True)
class BaselineHere:
    """Limits that were found here, when, and the number of the first value they are of."""

    body: CharacteristicBaselined
    at_us: int
    first_number: int


@dataclass(frozen=True, slots=True)
class ChartRecord:
    """The newest values, oldest first; ``alarmed`` are the rules and points recorded before."""

    values: tuple[ChartValue, ...] = ()
    baseline: BaselineHere | None = None
    alarmed: frozenset[tuple[str, str]] = frozenset()
