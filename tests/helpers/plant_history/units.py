"""Units with what they were made of and on, and the faults the script gives them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from tests.helpers.plant_history import script

if TYPE_CHECKING:
    from numpy.typing import NDArray

BEGAN = datetime(2025, 9, 1, tzinfo=UTC)
_DAY_US = 86_400_000_000
_LOT_SIZES = {"grease_lot": ("G", 400), "screw_lot": ("S", 650), "housing_lot": ("H", 250)}
_SUPPLIERS = ("Nordfix", "Almet", "Brandt")
_SHIFTS = ("night", "early", "late")


@dataclass(frozen=True, slots=True)
class Units:
    """A row for each unit, in the order built; ``at_us`` is UTC in µs.

    ``levels`` and ``numbers`` together are the factors; ``faults`` says which units have which.
    """

    serials: tuple[str, ...]
    at_us: NDArray[np.int64]
    levels: dict[str, NDArray[np.str_]]
    numbers: dict[str, NDArray[np.float64]]
    faults: dict[str, NDArray[np.bool_]]

    def __len__(self) -> int:
        return len(self.serials)

    def context(self, row: int) -> dict[str, str]:
        """What a case about this unit is joined to."""
        kinds = ("station", "product", "revision", "tool", "program", "supplier", "shift")
        return {kind: str(self.levels[kind][row]) for kind in kinds}

    def under(self, cause: script.Cause) -> NDArray[np.bool_]:
        """The units the cause works on."""
        rows = np.arange(len(self))
        found = (rows >= cause.from_unit) & (rows < cause.until_unit)
        for factor, level in cause.levels:
            found &= self.levels[factor] == level
        if cause.at_least is not None:
            factor, least = cause.at_least
            found &= self.numbers[factor] >= least
        return found


def units(count: int, random: np.random.Generator) -> Units:
    """The script's units; with fewer than ``script.UNITS`` only those until then."""
    rows = np.arange(count)
    at_us = int(BEGAN.timestamp() * 1_000_000) + rows * (script.DAYS * _DAY_US // script.UNITS)
    levels = _made_of(rows) | _made_on(random, count)
    levels["shift"] = np.array(_SHIFTS)[at_us // 1_000_000 % 86_400 // 28_800]
    levels["revision"] = np.where(rows < script.NEW_REVISION_UNIT, "B", "C")
    numbers = {
        "minutes_since_refill": np.round(random.uniform(0, 90, count)),
        "minutes_since_bit_change": np.round(random.uniform(0, 2_000, count)),
        "humidity_pct": np.round(random.normal(45, 8, count), 1),
    }
    serials = tuple(f"U-{row + 1:06d}" for row in rows)
    bare = Units(serials, at_us, levels, numbers, {})
    usual = np.where(levels["product"] == script.HARD_PRODUCT, script.HARD_TIMES, 1.0)
    for fault in script.FAULTS:
        rate = script.BASE_RATE * usual
        for cause in script.CAUSES:
            if cause.fault == fault:
                rate = np.where(bare.under(cause), rate * cause.times, rate)
        bare.faults[fault] = random.random(count) < np.minimum(rate, 0.9)
    return bare


def _made_of(rows: NDArray[np.int64]) -> dict[str, NDArray[np.str_]]:
    """Lots in the order in which they were used up; every lot of screws has one supplier."""
    lots = {
        name: np.array([f"{letter}-{row // size + 1:04d}" for row in rows.tolist()])
        for name, (letter, size) in _LOT_SIZES.items()
    }
    turn = rows // _LOT_SIZES["screw_lot"][1] % len(_SUPPLIERS)
    return lots | {"supplier": np.array(_SUPPLIERS)[turn]}


def _made_on(random: np.random.Generator, count: int) -> dict[str, NDArray[np.str_]]:
    station = random.choice(script.STATIONS, count)
    product = random.choice(script.PRODUCTS, count, p=(0.45, 0.35, 0.2))
    is_hard = product == script.HARD_PRODUCT
    # Three tools at each station: T-21 to T-23 at ST-020, and so on.
    turn = random.integers(1, 4, count).tolist()
    tool = np.array(
        [f"T-{name[4]}{which}" for name, which in zip(station.tolist(), turn, strict=True)]
    )
    return {
        "station": station,
        "product": product,
        "tool": tool,
        "program": _mostly(random, is_hard, ("P11", "P12", "P13"), 0.1),
        "fixture": _mostly(random, is_hard, tuple(f"F-{n:02d}" for n in range(1, 10)), 0.1),
    }


def _mostly(
    random: np.random.Generator,
    is_hard: NDArray[np.bool_],
    all_of: tuple[str, ...],
    usually: float,
) -> NDArray[np.str_]:
    """The last of them for seven of ten units of a hard product, else ``usually``."""
    share = np.where(is_hard, 0.7, usually)
    others = random.choice(all_of[:-1], len(is_hard))
    return np.where(random.random(len(is_hard)) < share, all_of[-1], others)
