"""What units with a fault have in common: planted causes are found, noise shows nothing."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest

from analysis.causes import (
    LEAST_LIFT,
    LEAST_UNITS,
    MOST_Q,
    Hint,
    Observations,
    hints,
    hints_of_all,
    share_of_false_hints,
)
from analysis.factors import NOT_RECORDED, Factor
from analysis.proportions import wilson
from tests.helpers.plant_history import PlantHistory, plant_history, script
from tests.helpers.plant_history.judge import CauseJudge, FactorHint

#: How many of the newest units are looked at.
WINDOW = 5_000


@functools.cache
def history() -> PlantHistory:
    return plant_history(seed=1)


def seen_in(
    told: PlantHistory, rows: slice, fault: str, strata: Sequence[str] = script.STRATA
) -> Observations:
    """A stretch of the plant's history as the analysis sees it."""
    units = told.units
    factors = [
        Factor.of(name, units.levels[name][rows].tolist())
        if name in units.levels
        else Factor.cut(name, units.numbers[name][rows].tolist())
        for name in script.FACTORS
    ]
    return Observations.of(
        units.serials[rows],
        units.faults[fault][rows],
        factors,
        [Factor.of(name, units.levels[name][rows].tolist()) for name in strata],
    )


def plain(found: Sequence[Hint]) -> list[FactorHint]:
    """What stands for itself, as the judge reads it."""
    return [
        FactorHint(tuple((p.factor, p.level, p.bounds) for p in hint.parts), hint.units)
        for hint in found
        if not hint.explained_by
    ]


def dice(seed: int, count: int, rate: float = 0.03) -> Observations:
    """Units of which nothing has anything to do with the fault."""
    random = np.random.default_rng(seed)
    factors = [
        Factor.of(f"factor {sizes}", random.integers(0, sizes, count).astype(str).tolist())
        for sizes in (2, 3, 4, 8, 20)
    ]
    minutes = Factor.cut("minutes", random.uniform(0, 90, count).tolist())
    product = Factor.of("product", random.integers(0, 2, count).astype(str).tolist())
    rates = np.where(product.codes == 0, rate, 2 * rate)
    names = [f"U-{row}" for row in range(count)]
    outcome = random.random(count) < rates
    return Observations.of(names, outcome, [*factors, minutes], [product])


def units_of(*groups: tuple[str, str, int, int]) -> Observations:
    """Groups of (lot, tool, units, of these with the fault)."""
    lots = [lot for lot, _, n, _ in groups for _ in range(n)]
    tools = [tool for _, tool, n, _ in groups for _ in range(n)]
    outcome = [row < k for _, _, n, k in groups for row in range(n)]
    names = [f"U-{row}" for row in range(len(lots))]
    return Observations.of(names, outcome, [Factor.of("lot", lots), Factor.of("tool", tools)])


def levels(hint: Hint) -> list[str]:
    return [part.level for part in hint.parts]


# -- what is no hint ---------------------------------------------------------------------------


def test_nothing_is_seen_in_no_units() -> None:
    assert hints(Observations.of([], [], [Factor.of("lot", [])])) == ()


def test_nothing_is_seen_when_no_unit_or_every_unit_has_the_fault() -> None:
    assert hints(units_of(("A", "T1", 50, 0), ("B", "T1", 50, 0))) == ()
    assert hints(units_of(("A", "T1", 50, 50), ("B", "T1", 50, 50))) == ()


def test_fewer_than_twenty_units_are_not_tested() -> None:
    assert hints(units_of(("A", "T1", LEAST_UNITS - 1, 19), ("B", "T1", 5_000, 5))) == ()
    assert hints(units_of(("A", "T1", LEAST_UNITS, 19), ("B", "T1", 5_000, 5))) != ()


def test_what_is_certain_and_small_is_no_hint() -> None:
    found = hints(units_of(("A", "T1", 50_000, 5_500), ("B", "T1", 50_000, 4_500)))
    assert found == ()


def test_noise_shows_a_hint_in_at_most_one_of_twenty_histories() -> None:
    showed = sum(bool(hints(dice(seed, 1_500))) for seed in range(100))
    assert showed / 100 <= MOST_Q


def test_ten_faults_looked_at_together_show_a_hint_of_noise_no_more_often_than_one() -> None:
    showed = 0
    for seed in range(20):
        seen = dice(seed, 1_500)
        random = np.random.default_rng(1_000 + seed)
        faults = {str(one): random.permutation(seen.has_outcome) for one in range(10)}
        showed += any(hints_of_all(seen, faults).by_outcome.values())
    assert showed / 20 <= MOST_Q


def test_faults_looked_at_together_are_dealt_anew_together() -> None:
    seen = dice(1, 1_500)
    faults = {"one": seen.has_outcome, "the same": seen.has_outcome}
    random = np.random.default_rng(3)
    share = share_of_false_hints(seen, rounds=40, random=random, outcomes=faults)
    assert share <= MOST_Q


def test_what_is_not_to_be_combined_is_looked_at_by_itself() -> None:
    seen = units_of(("night", "T1", 200, 60), ("night", "T2", 800, 8), ("day", "T1", 800, 8),
                    ("day", "T2", 800, 8))  # fmt: skip
    together = [levels(hint) for hint in hints(seen)]
    shift, tool = seen.factors
    apart = replace(seen, factors=(replace(shift, is_combined=False), tool))
    assert ["night", "T1"] in together
    assert sorted(levels(hint) for hint in hints(apart)) == [["T1"], ["night"]]


def test_dealing_the_outcomes_anew_shows_no_hint() -> None:
    seen = seen_in(history(), slice(15_000, 20_000), "clearance")
    random = np.random.default_rng(5)
    assert share_of_false_hints(seen, rounds=10, random=random) == 0


def test_outcomes_are_dealt_inside_their_stratum() -> None:
    """All faults of one product: dealt among all, its own factor would look like the cause."""
    product = Factor.of("product", ["A"] * 200 + ["B"] * 800)
    colour = Factor.of("colour", ["red"] * 200 + ["red", "blue"] * 400)
    names = [str(row) for row in range(1_000)]
    outcome = [row < 200 and row % 2 == 0 for row in range(1_000)]
    seen = Observations.of(names, outcome, [colour], [product])
    assert hints(seen) == ()
    assert share_of_false_hints(seen, rounds=20, random=np.random.default_rng(1)) == 0


def test_every_fault_of_a_family_is_told_its_own_hints() -> None:
    seen = units_of(("A", "T1", 100, 20), ("B", "T1", 900, 20))
    nothing = np.zeros_like(seen.has_outcome)
    found = hints_of_all(seen, {"leak": seen.has_outcome, "dent": nothing})
    assert [levels(hint) for hint in found.by_outcome["leak"]] == [["A"]]
    assert found.by_outcome["dent"] == ()
    assert found.tests == 2 * 2


# -- what is one -------------------------------------------------------------------------------


def test_a_hint_gives_its_numbers_and_its_units() -> None:
    (hint,) = hints(units_of(("A", "T1", 100, 20), ("B", "T1", 900, 20)))
    assert levels(hint) == ["A"]
    assert (hint.n, hint.k, hint.expected, hint.lift) == (100, 20, 4, 5)
    low, high = wilson(20, 100)
    assert hint.low == pytest.approx(low / 0.04)
    assert hint.high == pytest.approx(high / 0.04)
    assert hint.low >= LEAST_LIFT
    assert hint.p <= hint.q <= MOST_Q
    assert hint.units == tuple(f"U-{row}" for row in range(20))


def test_a_combination_is_told_and_its_parts_are_explained_by_it() -> None:
    groups = [(lot, tool, 400, 6) for lot in "ABC" for tool in ("T1", "T2", "T3")]
    groups[4] = ("B", "T2", 400, 80)
    first, *rest = hints(units_of(*groups))
    assert levels(first) == ["B", "T2"]
    assert sorted(levels(hint) for hint in rest) == [["B"], ["T2"]]
    assert all(hint.explained_by == first.parts for hint in rest)


def test_a_part_alone_makes_no_combination() -> None:
    groups = [(lot, tool, 400, 60 if lot == "B" else 6) for lot in "ABC" for tool in ("T1", "T2")]
    assert [levels(hint) for hint in hints(units_of(*groups))] == [["B"]]


def test_depth_one_looks_at_no_combination() -> None:
    groups = [(lot, tool, 400, 6) for lot in "ABC" for tool in ("T1", "T2", "T3")]
    groups[4] = ("B", "T2", 400, 80)
    assert all(len(hint.parts) == 1 for hint in hints(units_of(*groups), depth=1))


def test_a_supplier_is_explained_by_its_one_bad_lot() -> None:
    groups = [("L1", "Nordfix", 300, 60), ("L2", "Nordfix", 300, 6), ("L3", "Almet", 1_400, 28)]
    first, second = hints(units_of(*groups))
    assert (levels(first), levels(second)) == (["L1"], ["Nordfix"])
    assert second.explained_by == first.parts


def test_lots_are_explained_by_their_bad_supplier() -> None:
    bad = [(f"L{n}", "Nordfix", 100, 20 + n) for n in range(8)]
    good = [(f"M{n}", "Almet", 100, 2) for n in range(30)]
    found = hints(units_of(*bad, *good))
    assert [levels(hint) for hint in found if not hint.explained_by] == [["Nordfix"]]
    assert len(found) > 1


def test_what_was_not_recorded_is_a_level_of_its_own() -> None:
    (hint,) = hints(units_of(("", "T1", 100, 20), ("B", "T1", 900, 20)))
    assert levels(hint) == [NOT_RECORDED]


def test_the_order_of_units_and_factors_does_not_matter() -> None:
    seen = seen_in(history(), slice(3_000, 8_000), "bond")
    order = np.random.default_rng(2).permutation(len(seen.units))
    mixed = Observations(
        [seen.units[row] for row in order.tolist()],
        seen.has_outcome[order],
        tuple(Factor(f.name, f.levels, f.codes[order], f.bounds) for f in seen.factors[::-1]),
        seen.strata[order],
    )
    one, other = hints(seen), hints(mixed)
    assert one
    assert [(h.n, h.k, f"{h.q:.6g}", sorted(h.units)) for h in one] == [
        (h.n, h.k, f"{h.q:.6g}", sorted(h.units)) for h in other
    ]


# -- numbers -----------------------------------------------------------------------------------


def test_a_number_is_cut_into_fifths_whatever_came_out() -> None:
    factor = Factor.cut("minutes", [*range(100), None])
    assert factor.levels == ("0 to 19", "20 to 39", "40 to 59", "60 to 79", "80 to 99",
                             NOT_RECORDED)  # fmt: skip
    assert factor.bounds[1] == (20, 39)
    assert np.bincount(factor.codes).tolist() == [20, 20, 20, 20, 20, 1]


def test_a_number_that_is_mostly_the_same_has_fewer_levels() -> None:
    assert Factor.cut("minutes", [0.0] * 90 + [5.0] * 10).levels == ("0 to 0", "5 to 5")


def test_numbers_that_are_all_unknown_are_one_level() -> None:
    assert Factor.cut("minutes", [None, None]).levels == (NOT_RECORDED,)


# -- the plant's history -----------------------------------------------------------------------


@pytest.mark.parametrize("cause", script.CAUSES, ids=lambda cause: cause.fault)
def test_a_planted_cause_is_named_within_its_units(cause: script.Cause) -> None:
    judge = CauseJudge(history())
    end = min(script.UNITS, cause.from_unit + cause.within)
    found = hints(seen_in(history(), slice(max(0, end - WINDOW), end), cause.fault))
    judge.saw(end, cause.fault, plain(found))
    assert judge.found == {cause.fault: end - cause.from_unit}
    assert judge.false == []


def test_faults_without_a_cause_show_nothing_at_any_time() -> None:
    judge = CauseJudge(history())
    for fault in script.NOISE_FAULTS:
        for end in range(WINDOW, script.UNITS + 1, WINDOW):
            found = hints(seen_in(history(), slice(end - WINDOW, end), fault))
            judge.saw(end, fault, plain(found))
    assert judge.false == []


def test_who_does_not_compare_like_with_like_accuses_the_innocent() -> None:
    whole = slice(0, script.UNITS)
    accused = set()
    for strata in ((), script.STRATA):
        judge = CauseJudge(history())
        found = hints(seen_in(history(), whole, "dent", strata), depth=1)
        judge.saw(script.UNITS, "dent", plain(found))
        accused.add((strata, frozenset(judge.accused())))
    assert accused == {((), frozenset(script.INNOCENT)), (script.STRATA, frozenset())}
