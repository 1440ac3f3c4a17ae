"""OEE by ISO 22400-2: the published case, what has no share, and what cannot be true."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.oee import oee


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"apt_s": -1.0}, "apt_s is -1: must be 0 or more"),
        ({"ideal_s": float("nan")}, "ideal_s is nan"),
        ({"good": 12}, "12 good units of 10 made"),
    ],
)
def test_what_cannot_be_counted_is_refused(wrong: dict[str, float], sentence: str) -> None:
    given_ = {"pbt_s": 100.0, "apt_s": 90.0, "ideal_s": 80.0, "made": 10, "good": 9} | wrong
    with pytest.raises(ValueError, match=sentence):
        oee(**given_)  # type: ignore[arg-type]


def test_the_published_case() -> None:
    found = oee(
        pbt_s=(480 - 60) * 60, apt_s=(480 - 60 - 47) * 60, ideal_s=19_271, made=19_271, good=18_848
    )
    shares = (found.availability, found.effectiveness, found.quality, found.oee)
    assert [round(share or 0, 4) for share in shares] == [0.8881, 0.8611, 0.9780, 0.7479]
    assert found.above_one == ()
    assert [loss.factor for loss in found.losses] == ["availability", "effectiveness", "quality"]
    assert [loss.minutes for loss in found.losses] == pytest.approx([47, 51.8167, 7.05], abs=1e-4)
    assert [loss.units for loss in found.losses] == pytest.approx([2820, 3109, 423])


def test_a_shift_that_stood_still_has_an_oee_of_nought() -> None:
    found = oee(pbt_s=100, apt_s=0, ideal_s=0, made=0, good=0)
    assert (found.availability, found.effectiveness, found.quality) == (0, None, None)
    assert found.oee == 0
    assert [loss.units for loss in found.losses] == [None, None, None]


def test_without_planned_time_there_is_no_oee() -> None:
    found = oee(pbt_s=0, apt_s=10, ideal_s=5, made=1, good=1)
    assert found.availability is None
    assert found.oee is None


def test_a_factor_above_one_is_told_and_not_clipped() -> None:
    found = oee(pbt_s=100, apt_s=110, ideal_s=121, made=11, good=11)
    assert found.above_one == ("availability", "effectiveness")
    assert found.effectiveness == pytest.approx(1.1)
    assert found.oee == pytest.approx(1.21)
    assert found.losses[0].minutes < 0


@given(
    pbt_s=st.floats(1, 1e6),
    apt_s=st.floats(1, 1e6),
    cycle_s=st.floats(0.1, 1e3),
    made=st.integers(1, 100_000),
    bad=st.integers(0, 100_000),
)
def test_factors_multiply_and_losses_add_up(
    pbt_s: float, apt_s: float, cycle_s: float, made: int, bad: int
) -> None:
    good = max(0, made - bad)
    found = oee(pbt_s=pbt_s, apt_s=apt_s, ideal_s=cycle_s * made, made=made, good=good)
    assert found.availability is not None
    assert found.effectiveness is not None
    assert found.quality is not None
    product = found.availability * found.effectiveness * found.quality
    assert found.oee == pytest.approx(product)
    lost = sum(loss.minutes for loss in found.losses)
    assert lost * 60 == pytest.approx(pbt_s - cycle_s * good, abs=1e-3)
