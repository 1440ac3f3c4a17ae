"""Whether the last digits of typed values are spread as they should be.

Of values read from a scale that is finer than their spread, every last digit comes about equally
often.  Rounding to 0 and 5, or a value written down without looking, shows as a chi-square far
too large (Pearson; ten digits, nine degrees of freedom).  It says something of how a value is
read: the scale, the light, the limits in view.  It says nothing of who read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from analysis.distributions import gamma_p

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

#: Five expected in each class is what the approximation needs.
LEAST_VALUES = 50
#: So rarely by chance that it is worth a look.
WORTH_A_LOOK = 0.001
_DIGITS = 10


@dataclass(frozen=True, slots=True)
class EndDigits:
    """How often each last digit came; ``p_value`` is the chance of a spread at least so uneven."""

    counts: tuple[int, ...]
    chi_square: float
    p_value: float

    @property
    def values(self) -> int:
        return sum(self.counts)

    @property
    def is_worth_a_look(self) -> bool:
        return self.values >= LEAST_VALUES and self.p_value < WORTH_A_LOOK

    @property
    def most(self) -> int:
        """The digit that came most often."""
        return self.counts.index(max(self.counts))


def end_digits(values: Iterable[Decimal]) -> EndDigits:
    """Judged at the finest place that any value has: 12.5 beside 12.25 ends in 0."""
    known = tuple(values)
    if not known:
        return EndDigits((0,) * _DIGITS, 0.0, 1.0)
    places = max(0, *(_places(value) for value in known))
    scaled = (int(abs(value).scaleb(places).to_integral_value()) for value in known)
    counts = [0] * _DIGITS
    for number in scaled:
        counts[number % _DIGITS] += 1
    expected = len(known) / _DIGITS
    chi_square = sum((count - expected) ** 2 / expected for count in counts)
    freedom = _DIGITS - 1
    return EndDigits(tuple(counts), chi_square, 1 - gamma_p(freedom / 2, chi_square / 2))


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) else 0
