"""The end-digit check: what is even is left alone, what is rounded is seen."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from analysis.distributions import gamma_p
from analysis.end_digits import EndDigits, end_digits
from app.domain.instructions import Instruction, MeasureStep
from app.domain.sample_events import EndDigitsUneven
from tests.helpers.gearbox import INSTRUCTION
from tests.helpers.station_rig import Rig, station_at


def typed(counts: list[int]) -> list[Decimal]:
    return [Decimal(f"12.3{digit}") for digit, count in enumerate(counts) for _ in range(count)]


def test_nothing_typed_is_nothing_to_say() -> None:
    assert end_digits([]) == EndDigits((0,) * 10, 0.0, 1.0)


def test_evenly_spread_digits_are_what_is_expected() -> None:
    found = end_digits(typed([10] * 10))
    assert (found.chi_square, found.p_value) == (0.0, 1.0)
    assert not found.is_worth_a_look


@pytest.mark.parametrize(
    ("chi_square", "p_value"), [(14.684, 0.10), (16.919, 0.05), (21.666, 0.01), (27.877, 0.001)]
)
def test_the_chances_are_those_of_the_published_table(chi_square: float, p_value: float) -> None:
    """Nine degrees of freedom."""
    assert 1 - gamma_p(4.5, chi_square / 2) == pytest.approx(p_value, rel=1e-3)


def test_rounding_to_nought_and_five_is_seen() -> None:
    found = end_digits(typed([30, 2, 2, 3, 2, 28, 2, 3, 2, 2]))
    assert found.is_worth_a_look
    assert found.most == 0


def test_a_few_values_say_nothing_however_alike() -> None:
    assert not end_digits(typed([0, 0, 0, 0, 0, 40, 0, 0, 0, 0])).is_worth_a_look


def test_a_nought_that_was_not_typed_counts() -> None:
    found = end_digits([Decimal("12.5"), Decimal("12.25"), Decimal("-0.1")])
    assert (found.counts[0], found.counts[5]) == (2, 1)


@given(st.lists(st.decimals("-999", "999", places=3), max_size=200))
def test_every_value_has_one_last_digit(values: list[Decimal]) -> None:
    found = end_digits(values)
    assert found.values == len(values)
    assert 0 <= found.p_value <= 1


# -- at the station ---------------------------------------------------------------------------


async def values(rig: Rig, texts: list[str]) -> None:
    """Typed for the open step, one after the other; it asks for more than these."""
    for text in texts:
        await rig.station.value_typed(Decimal(text))
        assert rig.state.refusal is None, rig.state.refusal


def with_repeats(repeats: int) -> Instruction:
    steps = tuple(
        structs.replace(s, repeats=repeats) if isinstance(s, MeasureStep) else s
        for s in INSTRUCTION.steps
    )
    return structs.replace(INSTRUCTION, steps=steps)


async def hints(rig: Rig) -> list[tuple[str | None, EndDigitsUneven]]:
    return [(unit, b) for unit, b in await rig.record() if isinstance(b, EndDigitsUneven)]


async def test_values_that_all_end_alike_are_a_hint_said_once_that_names_nobody(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path, instruction=with_repeats(90)) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2")
        await values(rig, ["0.105"] * 49)
        assert await hints(rig) == []
        await values(rig, ["0.105", "0.110", "0.105"])
        ((unit, body),) = await hints(rig)
        assert (unit, body.step, body.counts[5]) == (None, "backlash", 50)
        assert b"417" not in msgspec.json.encode(body)


async def test_values_that_end_in_any_digit_are_no_hint(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=with_repeats(90)) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2")
        await values(rig, [f"0.10{n % 10}" for n in range(60)])
        assert await hints(rig) == []
