"""Scopes: where a decision speaks, from when, until when, and what ended it."""

from __future__ import annotations

import pytest

from memory.records import Scope
from memory.scopes import CHANGES, covers, is_of_another, match, overlap, scope_for, what_changed

HERE = {"station": "ST-020", "tool": "T-07"}


@pytest.mark.parametrize(("at_us", "is_inside"), [(4, False), (5, True), (8, True), (9, False)])
def test_a_scope_holds_from_its_first_moment_to_before_its_last(
    at_us: int, is_inside: bool
) -> None:
    assert covers(Scope(valid_from_us=5, valid_until_us=9), HERE, at_us) is is_inside


def test_what_is_not_known_is_not_covered_and_fits_half() -> None:
    scope = Scope(context={"station": "ST-020", "part": "P-1"})
    assert not covers(scope, HERE, 1)
    assert match(scope, HERE) == 0.75


def test_an_empty_scope_is_anywhere() -> None:
    assert covers(Scope(), {}, 1)
    assert match(Scope(), HERE) == 1.0


def test_only_what_can_be_replaced_and_is_something_else_has_changed() -> None:
    scope = Scope(context={"station": "ST-030", "tool": "T-07", "revision": "B"})
    assert what_changed(scope, HERE) is None
    assert what_changed(scope, {"tool": "T-09", "revision": "C"}) == "revision"


@pytest.mark.parametrize(
    ("response", "replaced"),
    [
        ("replace_tool", "tool"),
        ("change_instruction", "revision"),
        ("use_alternative", "supplier"),
        ("clean", None),
        (None, None),
    ],
)
def test_what_a_response_replaces_itself_ends_nothing_it_says(
    response: str | None, replaced: str | None
) -> None:
    before = dict.fromkeys(CHANGES, "old")
    scope = scope_for(response, before, CHANGES)
    ends = {kind for kind in CHANGES if what_changed(scope, {**before, kind: "new"}) is not None}
    assert ends == set(CHANGES) - {replaced}


@pytest.mark.parametrize("kind", ["product", "variant", "step"])
def test_what_another_product_variant_or_step_has_replaced_nothing(kind: str) -> None:
    scope = Scope(context={kind: "one", "program": "P-1"})
    assert what_changed(scope, {kind: "other", "program": "P-2"}) is None
    assert what_changed(scope, {kind: "one", "program": "P-2"}) == "program"
    assert what_changed(scope, {"program": "P-2"}) == "program"
    assert is_of_another(scope, {kind: "other"})
    assert not is_of_another(scope, {"station": "ST-020"})


@pytest.mark.parametrize(
    ("other", "is_shared"),
    [
        (Scope(), True),
        (Scope(context={"part": "P-1"}), True),
        (Scope(context={"station": "ST-030"}), False),
        (Scope(valid_until_us=5), False),
        (Scope(valid_until_us=6), True),
        (Scope(valid_from_us=9), False),
        (Scope(valid_from_us=8), True),
    ],
)
def test_two_scopes_share_something_or_not(other: Scope, is_shared: bool) -> None:
    one = Scope(context=HERE, valid_from_us=5, valid_until_us=9)
    assert overlap(one, other) is is_shared
    assert overlap(other, one) is is_shared
