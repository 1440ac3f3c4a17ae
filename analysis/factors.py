"""What units have in common: levels of a lot, a tool, a shift, a number cut into fifths.

Never who worked on them: a column that names people is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analysis.person_columns import refuse_person

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

#: The level of units for which nothing was recorded.
NOT_RECORDED = "not recorded"
#: Numbers are cut here, whatever came out of the units: a cut made after looking finds too much.
CUTS = (0.2, 0.4, 0.6, 0.8)


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing about every unit: ``codes[i]`` is the place of unit i's level in ``levels``.

    ``bounds`` gives, for a number that was cut, the least and the greatest value of each level.
    What is not ``is_combined`` is only looked at by itself: a shift stands for the plant's hours,
    a shift at one tool may stand for whoever works there.
    """

    name: str
    levels: tuple[str, ...]
    codes: NDArray[np.int64]
    bounds: tuple[tuple[float, float] | None, ...] = ()
    is_combined: bool = True

    @classmethod
    def of(cls, name: str, values: Sequence[str]) -> Factor:
        """Levels as they are written; empty is a level of its own.

        Raises:
            PersonIsNoFactor: the name is that of a person.
        """
        refuse_person(name)
        shown = np.array([value.strip() or NOT_RECORDED for value in values], dtype=object)
        levels, codes = np.unique(shown.astype(str), return_inverse=True)
        return cls(name, tuple(levels.tolist()), codes.astype(np.int64))

    @classmethod
    def cut(cls, name: str, numbers: Sequence[float | None]) -> Factor:
        """Numbers in fifths of the units they are known for; None is a level of its own.

        Raises:
            PersonIsNoFactor: the name is that of a person.
        """
        refuse_person(name)
        values = np.array([np.nan if x is None else x for x in numbers], dtype=np.float64)
        known = values[np.isfinite(values)]
        edges = np.unique(np.quantile(known, CUTS)) if len(known) else known
        codes = np.searchsorted(edges, values, side="left")
        codes[~np.isfinite(values)] = len(edges) + 1
        used, packed = np.unique(codes, return_inverse=True)
        bounds = tuple(_bounds(values[codes == code]) for code in used.tolist())
        levels = tuple(
            NOT_RECORDED if pair is None else f"{pair[0]:g} to {pair[1]:g}" for pair in bounds
        )
        return cls(name, levels, packed.astype(np.int64), bounds)


def _bounds(values: NDArray[np.float64]) -> tuple[float, float] | None:
    known = values[np.isfinite(values)]
    return (float(known.min()), float(known.max())) if len(known) else None
