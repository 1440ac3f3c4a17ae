"""What is in the way of an order: one line for each kind, and the cheapest way out of it."""

from __future__ import annotations

import pytest

from server.flow.blockers import (
    CALIBRATION,
    CERTIFICATE,
    CHEAPEST_FIRST,
    MATERIAL,
    PERSON,
    Blocker,
    by_kind,
)
from server.web.can_run_view import blocked_words


def blocker(kind: str, what: str, unblock: str = "do something") -> Blocker:
    return Blocker(kind=kind, what=what, unblock=unblock)


def test_nothing_in_the_way_is_no_kind_of_it() -> None:
    assert by_kind([]) == ()


def test_each_kind_is_there_once_the_cheapest_first() -> None:
    found = by_kind(
        [
            blocker(CERTIFICATE, "a"),
            blocker(PERSON, "b"),
            blocker(MATERIAL, "c"),
            blocker(PERSON, "d"),
        ]
    )
    assert [(one.kind, one.count) for one in found] == [
        (PERSON, 2), (MATERIAL, 1), (CERTIFICATE, 1),
    ]  # fmt: skip
    assert [one.what for one in found[0].blockers] == ["b", "d"]


def test_what_clears_the_most_of_a_kind_is_its_cheapest() -> None:
    (kind,) = by_kind(
        [
            blocker(PERSON, "torque", "one of 2 people signs in"),
            blocker(PERSON, "seal", "one of 4 people signs in"),
            blocker(PERSON, "gauge", "one of 4 people signs in"),
        ]
    )
    assert (kind.unblock, kind.clears, kind.count) == ("one of 4 people signs in", 2, 3)


def test_of_equal_ones_the_first_stands() -> None:
    (kind,) = by_kind([blocker(CALIBRATION, "T-07", "one"), blocker(CALIBRATION, "G-12", "two")])
    assert (kind.unblock, kind.clears) == ("one", 1)


@pytest.mark.parametrize("kind", CHEAPEST_FIRST)
def test_one_thing_is_said_as_it_is_and_several_with_their_number(kind: str) -> None:
    (alone,) = by_kind([blocker(kind, "T-07 is out")])
    (three,) = by_kind([blocker(kind, name) for name in "abc"])
    assert blocked_words(alone) == "T-07 is out"
    assert blocked_words(three).startswith("3 ")
