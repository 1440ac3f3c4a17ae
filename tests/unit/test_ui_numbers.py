"""Values are shown as exact as they must be, never so that the verdict looks wrong."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.instructions import Limits
from ui.presenters.numbers import range_text, value_text

TORQUE = Limits(Decimal("23.50"), Decimal("26.50"), "N.m")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("24.83", "24.8"),
        ("23.49", "23.49"),
        ("26.5", "26.5"),
        ("26.501", "26.501"),
        ("25", "25.0"),
    ],
)
def test_rounding_never_hides_the_verdict(value: str, shown: str) -> None:
    assert value_text(Decimal(value), TORQUE) == shown


@given(st.decimals("20", "30", places=3))
def test_what_is_shown_is_judged_like_what_was_measured(value: Decimal) -> None:
    assert TORQUE.accepts(Decimal(value_text(value, TORQUE))) == TORQUE.accepts(value)


def test_a_finer_device_shows_one_place_more_when_asked() -> None:
    limits = Limits(Decimal("0.080"), Decimal("0.140"), "mm")
    assert value_text(Decimal("0.1124"), limits, extra=1) == "0.112"
    assert value_text(Decimal("0.11"), limits, extra=1) == "0.11"


def test_a_range_reads_as_on_the_drawing() -> None:
    assert range_text(TORQUE) == "23.5 – 26.5 Nm"
