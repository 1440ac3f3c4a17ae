"""The site's glossary: its file, what it means, and how it learns from what people pick."""

from __future__ import annotations

import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.glossary import LONGEST, Glossary, GlossaryFileError, LineError, Pair, read_glossary
from memory.glossary_learning import (
    IN_FORCE_AFTER,
    MOST_CASES,
    MOST_SHORTS,
    GlossaryLearner,
    Learned,
    State,
)
from memory.glossary_shapes import is_abbreviation, is_misspelling, phrases_of_initials, slips
from memory.records import Case
from memory.search import Index

TRQ = Pair("trq", "torque")


def picked(number: int, text: str = "Torque too low at the bearing") -> Case:
    return Case(case=f"C{number}", text=text, at_us=number)


def taught(query: str = "trq low", cases: int = IN_FORCE_AFTER) -> GlossaryLearner:
    learner = GlossaryLearner()
    for number in range(cases):
        learner.learn(query, picked(number))
    return learner


# The file.


def test_every_bad_line_is_named_and_nothing_is_taken() -> None:
    text = "trq,torque\nbrng\nhvy load,heavy\ntorque,Torque\nwi,…\n" + "x" * (LONGEST + 1) + ",y\n"
    with pytest.raises(GlossaryFileError) as caught:
        read_glossary(text)
    assert caught.value.errors == (
        LineError(2, "has 1 columns; write the short word, a comma, and the word"),
        LineError(
            3, "'hvy load' is not one word; the first column has one short or misspelt word"
        ),
        LineError(4, "'torque' stands for itself; write another word in the second column"),
        LineError(5, "says nothing that 'wi' stands for; write the word in the second column"),
        LineError(6, f"is longer than {LONGEST} letters; give a word and what it stands for"),
    )
    assert str(caught.value).endswith("(and 4 more)")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_file_has_two_columns_in_any_of_the_usual_ways(mark: str) -> None:
    text = f"\ufeff# short{mark}word\n\ntrq{mark}torque\r\nwi{mark} work instruction \n"
    assert read_glossary(text) == (TRQ, Pair("wi", "work instruction"))


def test_a_first_line_may_name_the_columns() -> None:
    assert read_glossary("\ufeffShort;word\ntrq;torque\n") == (TRQ,)
    assert read_glossary("trq,torque\nshort,word\n") == (TRQ, Pair("short", "word"))


def test_a_quoted_word_may_hold_the_mark() -> None:
    assert read_glossary('lr,"left, right"') == (Pair("lr", "left, right"),)


# What it means.


def test_an_unknown_word_stands_for_itself() -> None:
    assert Glossary().meaning("trq") == ("trq",)


def test_a_chain_is_followed_and_a_circle_is_not_endless() -> None:
    assert Glossary([Pair("trqe", "trq"), TRQ]).meaning("trqe") == ("torque",)
    assert Glossary([Pair("ab", "cd"), Pair("cd", "ab")]).meaning("ab") == ("ab",)


def test_a_word_with_two_meanings_stands_for_both() -> None:
    pairs = [Pair("op", "operation"), Pair("op", "operator")]
    assert Glossary(pairs).meaning("op") == ("operation", "operator")


def test_equal_pairs_are_an_equal_version_in_any_order() -> None:
    pairs = [TRQ, Pair("wi", "work instruction")]
    assert Glossary(pairs).version == Glossary(pairs[::-1]).version
    assert Glossary(pairs).version != Glossary(pairs[:1]).version


@given(st.lists(st.tuples(st.text(max_size=5), st.text(max_size=9)), max_size=8), st.text())
def test_any_pairs_can_be_expanded_with(pairs: list[tuple[str, str]], text: str) -> None:
    glossary = Glossary(Pair(*pair) for pair in pairs)
    expanded = glossary.expand(text.split())
    assert len(glossary.spellings(expanded)) == len(expanded)


# Shapes.


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("torque", "torque", 0), ("toruqe", "torque", 1), ("torqe", "torque", 1), ("", "abc", 3),
     ("beering", "bearing", 1), ("ca", "abc", 3)],
)  # fmt: skip
def test_slips_are_counted(one: str, other: str, expected: int) -> None:
    assert slips(one, other) == slips(other, one) == expected


def test_short_words_are_not_taken_for_misspelt_ones() -> None:
    assert not is_misspelling("nut", "cut")
    assert not is_misspelling("seal", "steel")
    assert is_misspelling("tigthening", "tightening")


def test_an_abbreviation_begins_like_its_word_and_leaves_much_of_it_out() -> None:
    assert is_abbreviation("brng", "bearing")
    assert is_abbreviation("insp", "inspection")
    assert not is_abbreviation("orque", "torque")
    assert not is_abbreviation("torqu", "torque")
    assert not is_abbreviation("gnrb", "bearing")


def test_initials_are_those_of_words_in_a_row() -> None:
    assert phrases_of_initials("wi", ["wrong", "work", "instruction"]) == ["work instruction"]
    assert phrases_of_initials("w", ["wrong"]) == []


# Learning.


def test_a_pick_that_shares_every_word_teaches_nothing() -> None:
    assert taught("torque low").entries() == ()


def test_one_case_is_no_evidence_however_often_it_is_picked() -> None:
    learner = GlossaryLearner()
    for _ in range(20):
        learner.learn("trq low", picked(1))
    assert learner.entries() == ()


def test_a_pair_is_proposed_before_it_is_in_force() -> None:
    learner = taught(cases=IN_FORCE_AFTER - 1)
    assert [(entry.pair, entry.state) for entry in learner.entries()] == [(TRQ, State.PROPOSED)]
    assert learner.glossary().pairs == ()


def test_a_pair_seen_in_several_cases_is_in_force_and_says_which() -> None:
    (entry,) = taught().entries()
    assert (entry.pair, entry.state) == (TRQ, State.ACCEPTED)
    assert (entry.cases, entry.share, entry.ruling) == (("C0", "C1", "C2"), 1.0, None)


def test_a_word_most_picked_cases_do_not_have_is_not_in_force() -> None:
    learner = taught()
    for number in range(10, 13):
        learner.learn("trq low", picked(number, "Tape roll empty and quiet"))
    assert learner.glossary().pairs == ()


def test_of_two_words_that_fit_only_the_likeliest_is_in_force() -> None:
    learner = GlossaryLearner()
    for number in range(4):
        extra = "transfer queue" if number else ""
        learner.learn("trq", picked(number, f"Torque low {extra}"))
    assert learner.glossary().pairs == (TRQ,)


@pytest.mark.parametrize("query", ["0418 low", "the low", "T-09 low"])
def test_numbers_codes_and_function_words_are_not_learned(query: str) -> None:
    assert taught(query).learned.picks == {}


def test_a_word_as_common_as_the_one_it_resembles_is_a_word_of_its_own() -> None:
    cases = [picked(n, text) for n, text in enumerate(["steel part", "steal part"] * 3)]
    index = Index(cases)
    learner = GlossaryLearner()
    for one in cases[::2]:
        learner.learn("steal part", one, count_of=index.count_of)
    assert learner.entries() == ()


def test_what_was_removed_stays_removed_and_says_by_whom() -> None:
    learner = taught()
    learner.rule([TRQ], is_accepted=False, role="quality", at_us=5)
    for number in range(20, 30):
        learner.learn("trq low", picked(number))
    (entry,) = learner.entries()
    assert (entry.state, entry.ruling and entry.ruling.role) == (State.REMOVED, "quality")
    assert learner.glossary().pairs == ()


def test_the_later_word_on_a_pair_holds_whichever_comes_first() -> None:
    learner = GlossaryLearner()
    learner.rule([TRQ], is_accepted=True, role="engineer", at_us=9)
    learner.rule([TRQ], is_accepted=False, role="quality", at_us=5)
    assert learner.glossary().pairs == (TRQ,)


def test_a_pair_may_be_accepted_before_it_was_ever_seen() -> None:
    learner = GlossaryLearner()
    learner.rule(read_glossary("wi;work instruction"), is_accepted=True, role="lead", at_us=1)
    assert learner.glossary().meaning("wi") == ("work", "instruction")


def test_what_was_learned_can_be_stored_and_taken_up_again() -> None:
    learner = taught()
    learner.rule([Pair("wi", "work instruction")], is_accepted=True, role="lead", at_us=1)
    stored = msgspec.json.encode(learner.learned)
    again = GlossaryLearner(msgspec.json.decode(stored, type=Learned))
    assert again.entries() == learner.entries()


@given(st.randoms(use_true_random=False))
def test_the_order_of_picks_makes_no_difference(dice: random.Random) -> None:
    texts = ["Torque low", "Torques high", "Transfer queue", "Bearing torque", "Tray rack quiet"]
    picks = [("trq low", picked(n, text)) for n, text in enumerate(texts * 3)]
    learner, other = GlossaryLearner(), GlossaryLearner()
    for query, one in picks:
        learner.learn(query, one)
    for query, one in dice.sample(picks, len(picks)):
        other.learn(query, one)
    assert learner.entries() == other.entries()


def test_what_is_kept_has_an_end() -> None:
    learner = taught(cases=MOST_CASES + 5)
    for number in range(MOST_SHORTS):
        letters = "".join(chr(97 + int(digit)) for digit in f"{number:04d}")
        learner.learn(f"zz{letters}", picked(1))
    assert len(learner.learned.picks) == MOST_SHORTS
    assert len(learner.learned.picks["trq"]) == MOST_CASES


# Together with the search.

HASTE = {"trq": "torque", "brng": "bearing", "tigthening": "tightening", "scrw": "screw"}


def test_once_it_learned_short_and_misspelt_questions_find_what_clean_ones_find() -> None:
    dice = random.Random(5)  # noqa: S311 - texts, not a secret
    things, troubles = (
        ["torque", "bearing", "tightening", "screw"],
        ["low", "noisy", "late", "bad"],
    )
    cases = [
        picked(n, f"{dice.choice(things)} {dice.choice(things)} {dice.choice(troubles)} {n % 9}")
        for n in range(300)
    ]
    index, learner = Index(cases), GlossaryLearner()
    for short, word in HASTE.items():
        for trouble in troubles[:IN_FORCE_AFTER]:
            chosen = index.search(f"{word} {trouble}")[0].case
            learner.learn(f"{short} {trouble}", chosen, count_of=index.count_of)
    index.glossary = learner.glossary()
    for short, word in HASTE.items():
        for trouble in troubles:
            assert index.search(f"{short} {trouble}") == index.search(f"{word} {trouble}")
