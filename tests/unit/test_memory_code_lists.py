"""Lists of codes: how they change, how they are doing, what they lack."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from memory.code_lists import (
    CONSTRAINTS,
    KINDS,
    MOST_OFFERED,
    RESPONSES,
    TRADEOFFS,
    Code,
    CodeList,
    ListError,
    ListName,
    expectation_of,
    opposites,
    versions,
    with_code,
    without_code,
)
from memory.list_health import Choice, health, proposals, proposed_code
from memory.records import Expectation

COLD = Code(code="material_cold", text={"en": "Material too cold"})


def code_of(codes: CodeList, name: str) -> Code:
    code = codes.get(name)
    assert code is not None
    return code


# -- changes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("codes", "new", "problem"),
    [
        (CONSTRAINTS, Code(code="Too cold"), "bad_code"),
        (CONSTRAINTS, Code(code=""), "bad_code"),
        (CONSTRAINTS, Code(code="x" * 41), "bad_code"),
        (CONSTRAINTS, Code(code="other"), "bad_code"),
        (CONSTRAINTS, Code(code="skill"), "code_exists"),
        (RESPONSES, Code(code="warm_up"), "no_kind"),
    ],
)
def test_what_cannot_be_added_is_refused_with_a_sentence(
    codes: CodeList, new: Code, problem: str
) -> None:
    with pytest.raises(ListError) as refused:
        with_code(codes, new, approved_by="engineer")
    assert refused.value.code == problem
    assert str(refused.value).endswith(".")


def test_a_list_that_is_full_takes_no_more() -> None:
    codes = tuple(Code(code=f"c{n}") for n in range(MOST_OFFERED))
    full = CodeList(name=ListName.CONSTRAINTS, codes=codes)
    with pytest.raises(ListError, match="retire another"):
        with_code(full, COLD, approved_by="engineer")
    assert with_code(without_code(full, "c0"), COLD, approved_by="engineer").version == 3


@pytest.mark.parametrize(("code", "problem"), [("unknown", "code_needed"), ("x", "no_such_code")])
def test_not_to_know_stays_an_answer_and_what_is_not_there_cannot_go(
    code: str, problem: str
) -> None:
    with pytest.raises(ListError) as refused:
        without_code(CONSTRAINTS, code)
    assert refused.value.code == problem


def test_a_change_is_a_new_version_that_says_who_approved() -> None:
    grown = with_code(CONSTRAINTS, COLD, approved_by="engineer")
    added = code_of(grown, "material_cold")
    assert (grown.version, added.since, added.approved_by) == (2, 2, "engineer")
    assert CONSTRAINTS.get("material_cold") is None


def test_a_retired_code_is_offered_no_longer_and_can_still_be_read() -> None:
    gone = without_code(CONSTRAINTS, "space")
    assert "space" not in [code.code for code in gone.offered]
    assert code_of(gone, "space").is_retired
    with pytest.raises(ListError):
        without_code(gone, "space")
    back = with_code(gone, Code(code="space"), approved_by="lead")
    assert "space" in [code.code for code in back.offered]
    assert len(back.codes) == len(CONSTRAINTS.codes)


# -- what a plant begins with ---------------------------------------------------------------------


def test_every_response_has_a_kind_and_says_what_it_should_bring() -> None:
    assert {code.kind for code in RESPONSES.codes} == set(KINDS)
    assert all(code.expectation is not None for code in RESPONSES.codes)
    known = {code.code for code in RESPONSES.codes}
    assert {other for code in RESPONSES.codes for other in code.opposes} <= known


def test_opposites_hold_in_both_directions() -> None:
    pairs = opposites(RESPONSES)
    assert pairs["use_as_is"] == {"set_aside", "hold_lot", "replace_part"}
    assert all(one in pairs[other] for one, others in pairs.items() for other in others)


def test_an_acceptance_is_held_to_the_price_that_was_accepted() -> None:
    run_on, clean = code_of(RESPONSES, "run_on"), code_of(RESPONSES, "clean")
    none, scrap = code_of(TRADEOFFS, "none"), code_of(TRADEOFFS, "scrap")
    assert expectation_of(run_on, (none, scrap)) == scrap.expectation
    assert expectation_of(run_on, (none,)) == run_on.expectation
    assert expectation_of(clean, (scrap,)) == clean.expectation
    assert expectation_of(Code(code="x", kind="correct")) == Expectation()


def test_which_lists_were_in_force_can_be_written_down() -> None:
    grown = with_code(CONSTRAINTS, COLD, approved_by="engineer")
    assert versions(grown, RESPONSES) == "constraints 2, responses 1"


# -- health ---------------------------------------------------------------------------------------

CHOICE = Choice(code="skill", key="k", shift="2026-11-20/early", at_us=1, seconds=2.0)
LATE = "2026-11-20/late"


def choices(code: str, count: int, *, shift: str = CHOICE.shift, key: str = "k") -> list[Choice]:
    return [structs.replace(CHOICE, code=code, shift=shift, key=key)] * count


def test_without_choices_nothing_is_said() -> None:
    found = health(CONSTRAINTS, [])
    assert (found.choices, found.median_s, found.disagreement, found.due) == (0, 0.0, None, ())
    assert (found.other_low, found.other_high) == (0.0, 1.0)


def test_a_share_of_other_that_is_surely_too_high_is_due() -> None:
    found = health(CONSTRAINTS, choices("other", 12) + choices("skill", 28))
    assert (found.other, found.due) == (12, ("other",))
    assert health(CONSTRAINTS, choices("other", 5) + choices("skill", 35)).due == ()


def test_a_few_choices_are_no_ground_to_change_a_list() -> None:
    assert health(CONSTRAINTS, choices("other", 29)).due == ()


def test_a_list_that_is_searched_is_due_and_hurried_choices_are_counted() -> None:
    slow = [structs.replace(CHOICE, seconds=9.0)] * 20 + [
        structs.replace(CHOICE, seconds=1.0)
    ] * 15
    found = health(CONSTRAINTS, slow)
    assert (found.median_s, found.p90_s, found.hurried, found.due) == (9.0, 9.0, 15, ("slow",))


def test_two_shifts_that_name_one_thing_differently_disagree() -> None:
    found = health(CONSTRAINTS, choices("skill", 20) + choices("tool_out", 20, shift=LATE))
    assert (found.disagreement, found.confused) == (1.0, (("skill", "tool_out"),))
    assert found.due == ("disagreement",)


def test_different_things_named_differently_are_no_disagreement() -> None:
    both = choices("skill", 9) + choices("skill", 9, shift=LATE)
    other = choices("space", 9, key="j") + choices("space", 9, key="j", shift=LATE)
    assert health(CONSTRAINTS, both + other).disagreement == 0.0


def test_one_shift_alone_is_compared_with_nobody() -> None:
    found = health(CONSTRAINTS, choices("skill", 20) + choices("space", 20))
    assert (found.disagreement, found.confused) == (None, ())


def test_not_to_know_contradicts_nobody() -> None:
    found = health(CONSTRAINTS, choices("skill", 20) + choices("unknown", 20, shift=LATE))
    assert (found.disagreement, found.unknown) == (None, 20)


def test_what_nobody_ever_chose_is_named() -> None:
    found = health(CONSTRAINTS, choices("skill", 40))
    assert "space" in found.unused
    assert not {"skill", "unknown"} & set(found.unused)


# -- proposals ------------------------------------------------------------------------------------


def written(*texts: str, shifts: tuple[str, ...] = (CHOICE.shift, LATE)) -> list[Choice]:
    return [
        structs.replace(CHOICE, code="other", text=text, at_us=n, shift=shifts[n % len(shifts)])
        for n, text in enumerate(texts)
    ]


COLD_TEXTS = ("Material too cold", "material too cold", "Material to cold", "MATERIAL TOO COLD!")


def test_a_text_that_keeps_coming_in_any_spelling_is_proposed_once() -> None:
    (found,) = proposals(CONSTRAINTS, written(*COLD_TEXTS, *COLD_TEXTS, "robot waits", " "))
    assert (found.text, found.count, found.shifts) == ("MATERIAL TOO COLD!", 8, 2)
    assert (found.first_us, found.last_us, len(found.examples)) == (0, 7, 4)


def test_four_texts_or_those_of_one_shift_are_not_proposed() -> None:
    assert proposals(CONSTRAINTS, written(*COLD_TEXTS)) == ()
    assert proposals(CONSTRAINTS, written(*COLD_TEXTS * 3, shifts=("e",))) == ()


def test_a_text_beside_a_code_is_no_proposal() -> None:
    noted = [structs.replace(one, code="skill") for one in written(*COLD_TEXTS * 3)]
    assert proposals(CONSTRAINTS, noted) == ()


def test_a_proposal_names_the_code_it_may_mean() -> None:
    (found,) = proposals(CONSTRAINTS, written(*["no material, short"] * 6))
    assert found.like == "material_short"


@pytest.mark.parametrize(
    ("text", "code"),
    [("Material too cold!", "material_too_cold"), ("Öl fehlt", "ol_fehlt"), ("3 bar", "code_")],
)
def test_an_approved_proposal_becomes_a_code_in_its_own_words(text: str, code: str) -> None:
    (found,) = proposals(CONSTRAINTS, written(*[text] * 6))
    new = proposed_code(found, "de")
    assert new.code.startswith(code)
    grown = with_code(CONSTRAINTS, new, approved_by="engineer")
    assert grown.offered[-1].text == {"de": text}


def test_chinese_texts_are_grouped_and_become_codes_too() -> None:
    (found,) = proposals(CONSTRAINTS, written(*["材料太冷"] * 5))
    assert with_code(CONSTRAINTS, proposed_code(found, "zh"), approved_by="lead").version == 2


texts = st.sampled_from([*COLD_TEXTS, "robot waits", "robot is waiting", "no air", "air missing"])


@given(st.lists(texts, max_size=40), st.randoms(use_true_random=False))
def test_the_order_of_the_texts_says_nothing(told: list[str], chance: Random) -> None:
    one = written(*told)
    other = list(one)
    chance.shuffle(other)
    assert proposals(CONSTRAINTS, one) == proposals(CONSTRAINTS, other)
    assert health(CONSTRAINTS, one) == health(CONSTRAINTS, other)


named = st.lists(
    st.builds(
        lambda code, key, shift: structs.replace(CHOICE, code=code, key=key, shift=shift),
        st.sampled_from(["skill", "space", "time", "unknown"]),
        st.sampled_from("ab"),
        st.sampled_from("em"),
    ),
    max_size=30,
)


@given(named)
def test_disagreement_is_what_comparing_every_pair_would_find(told: list[Choice]) -> None:
    weight, apart = 0, 0.0
    for key in "ab":
        mine = [choice for choice in told if choice.key == key and choice.code != "unknown"]
        pairs = [
            (one.code, other.code)
            for place, one in enumerate(mine)
            for other in mine[:place]
            if one.shift != other.shift
        ]
        if pairs:
            weight += len(mine)
            apart += len(mine) * sum(a != b for a, b in pairs) / len(pairs)
    found = health(CONSTRAINTS, told).disagreement
    assert found == (pytest.approx(apart / weight) if weight else None)
