"""Acceptance sampling: values as they stand in the published tables, and the switching rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.acceptance import AQLS, LEVELS, Severity, code_letter, next_severity, single_plan


@pytest.mark.parametrize(
    ("lot", "level", "letter"),
    [
        (2, "II", "A"),
        (8, "III", "B"),
        (9, "II", "B"),
        (25, "S-4", "B"),
        (26, "III", "E"),
        (90, "I", "C"),
        (91, "II", "F"),
        (280, "II", "G"),
        (500, "III", "J"),
        (501, "II", "J"),
        (1200, "III", "K"),
        (1201, "I", "H"),
        (3200, "II", "K"),
        (10_000, "S-3", "F"),
        (35_000, "II", "M"),
        (35_001, "S-1", "D"),
        (500_000, "II", "P"),
        (500_001, "II", "Q"),
        (500_001, "III", "R"),
        (500_001, "S-3", "H"),
    ],
)
def test_the_code_letter_is_that_of_the_published_table(lot: int, level: str, letter: str) -> None:
    assert code_letter(lot, level) == letter


#: Lot, level II, AQL: letter, sample, acceptance and rejection number, arrows followed.
NORMAL = [
    (500, "1.0", "H", 50, 1, 2),
    (1000, "1.0", "J", 80, 2, 3),
    (2000, "0.10", "K", 125, 0, 1),
    (2000, "0.15", "J", 80, 0, 1),
    (2000, "0.25", "L", 200, 1, 2),
    (2000, "1.0", "K", 125, 3, 4),
    (2000, "2.5", "K", 125, 7, 8),
    (2000, "4.0", "K", 125, 10, 11),
    (2000, "10", "K", 125, 21, 22),
    (5000, "2.5", "L", 200, 10, 11),
    (20_000, "0.65", "M", 315, 5, 6),
    (100_000, "1.0", "N", 500, 10, 11),
    (100, "1.0", "E", 13, 0, 1),
    (200, "1.0", "H", 50, 1, 2),
    (50, "40", "D", 8, 7, 8),
    (50, "400", "D", 8, 44, 45),
    (120, "65", "F", 20, 21, 22),
    (12, "10", "C", 5, 1, 2),
]
TIGHTENED = [
    (2000, "0.15", "K", 125, 0, 1),
    (2000, "0.25", "M", 315, 1, 2),
    (2000, "1.0", "K", 125, 2, 3),
    (2000, "2.5", "K", 125, 5, 6),
    (2000, "4.0", "K", 125, 8, 9),
    (2000, "6.5", "K", 125, 12, 13),
    (2000, "10", "K", 125, 18, 19),
    (100, "1.0", "F", 20, 0, 1),
    (600_000, "0.025", "S", 3150, 1, 2),
    (80, "150", "E", 13, 27, 28),
]
REDUCED = [
    (2000, "0.10", "K", 50, 0, 1),
    (2000, "1.0", "K", 50, 1, 4),
    (2000, "2.5", "K", 50, 3, 6),
    (2000, "4.0", "K", 50, 5, 8),
    (2000, "10", "K", 50, 10, 13),
    (500, "1.0", "H", 20, 0, 2),
    (80, "150", "E", 5, 14, 17),
    (2, "25", "A", 2, 1, 2),
    (12, "40", "B", 2, 2, 4),
]


@pytest.mark.parametrize(
    ("severity", "rows"), [("normal", NORMAL), ("tightened", TIGHTENED), ("reduced", REDUCED)]
)
def test_a_plan_is_that_of_the_published_table(
    severity: str, rows: list[tuple[int, str, str, int, int, int]]
) -> None:
    for lot, aql, *expected in rows:
        plan = single_plan(lot, aql, "II", severity)
        found = [plan.letter, plan.size, plan.accept, plan.reject]
        assert found == expected, (lot, aql)


@given(
    st.integers(2, 1_000_000),
    st.sampled_from(AQLS),
    st.sampled_from(LEVELS),
    st.sampled_from(["normal", "tightened", "reduced"]),
)
def test_every_lot_has_a_plan_that_can_be_done(
    lot: int, aql: str, level: str, severity: str
) -> None:
    plan = single_plan(lot, aql, level, severity)
    assert 1 <= plan.size <= lot
    assert 0 <= plan.accept < plan.reject


@given(st.integers(2, 1_000_000), st.sampled_from(AQLS))
def test_a_tightened_plan_is_never_the_milder_one(lot: int, aql: str) -> None:
    normal, tightened = single_plan(lot, aql), single_plan(lot, aql, "II", "tightened")
    assert tightened.accept <= normal.accept or tightened.size > normal.size


def lots(severity: str, verdicts: str) -> list[tuple[str, int, int, int]]:
    """One lot a sign: accepted (+), not accepted (-), between the two numbers (~)."""
    bad = {"+": 1, "-": 4, "~": 2}
    return [(severity, bad[v], 1, 4 if severity == "reduced" else 2) for v in verdicts]


@pytest.mark.parametrize(
    ("history", "expected"),
    [
        (lots("normal", ""), Severity.NORMAL),
        (lots("normal", "-++++"), Severity.NORMAL),
        (lots("normal", "-+++-"), Severity.TIGHTENED),
        (lots("normal", "-++++-"), Severity.NORMAL),
        (lots("normal", "--") + lots("tightened", "++++"), Severity.TIGHTENED),
        (lots("normal", "--") + lots("tightened", "+++++"), Severity.NORMAL),
        (lots("normal", "--") + lots("tightened", "-+-+-+-+-"), Severity.STOPPED),
        (lots("normal", "+" * 9), Severity.NORMAL),
        (lots("normal", "+" * 10), Severity.REDUCED),
        (lots("normal", "+" * 10) + lots("reduced", "+++"), Severity.REDUCED),
        (lots("normal", "+" * 10) + lots("reduced", "~"), Severity.NORMAL),
        (lots("normal", "+" * 10) + lots("reduced", "-"), Severity.NORMAL),
        (lots("normal", "+" * 10) + lots("reduced", "-") + lots("normal", "-"), Severity.NORMAL),
    ],
)
def test_inspection_gets_stricter_and_milder_by_the_published_rules(
    history: list[tuple[str, int, int, int]], expected: Severity
) -> None:
    assert next_severity(history) is expected
