"""Finding like cases: what is found, in which order, why; and that no order of adding matters."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from memory.fusion import DEPTH
from memory.glossary import Glossary, Pair
from memory.records import Case
from memory.search import LONGEST_QUESTION, Hit, Index

WORDS = [
    "torque",
    "low",
    "tightening",
    "bolt",
    "bolts",
    "T-07",
    "25,1",
    "缺螺栓",
    "Dichtung",
    "the",
]


def case(number: int, text: str, /, *, at_us: int = 0, **context: str) -> Case:
    return Case(case=f"C{number}", text=text, at_us=at_us, context=context)


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [hit.case.case for hit in hits]


@pytest.fixture
def index() -> Index:
    texts = [
        "Torque too low at T-07, bolt 0418-77231 replaced",
        "Bearing noisy in the test, replaced with a new one",
        "Wrong part scanned: washer instead of seal",
        "Angle not reached while tightening the housing bolts",
        "Dichtung fehlt am Gehäuse, neue Dichtung eingesetzt",
        "扭矩不足，更换螺栓后合格",
        "Final torque 25,10 N·m below the limit",
    ]
    return Index(case(number, text) for number, text in enumerate(texts))


def test_an_empty_memory_finds_nothing() -> None:
    assert Index().search("torque") == ()


@pytest.mark.parametrize("text", ["", "  ", "…?!", "zzxqy qqwwv"])
def test_a_question_without_a_known_word_finds_nothing(index: Index, text: str) -> None:
    assert index.search(text) == ()


@pytest.mark.parametrize("limit", [0, -1])
def test_no_hits_are_given_when_none_are_wanted(index: Index, limit: int) -> None:
    assert index.search("torque", limit) == ()


def test_an_endless_question_is_read_as_far_as_it_may_be_long(index: Index) -> None:
    assert index.search("torque " + "x" * LONGEST_QUESTION + " bearing")[0].case.case in {
        "C0",
        "C6",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tightened housing bolt", "C3"),
        ("77231", "C0"),
        ("0418 77231", "C0"),
        ("t-07", "C0"),
        ("25.1 Nm", "C6"),
        ("dichtung gehause", "C4"),
        ("扭矩", "C5"),
        ("berring noisey", "C1"),
        ("wasger", "C2"),
    ],
)
def test_the_case_meant_comes_first(index: Index, text: str, expected: str) -> None:
    assert ids(index.search(text))[0] == expected


def test_a_hit_says_which_words_it_shares_as_people_typed_them(index: Index) -> None:
    hit = index.search("low torque on bolts of t-07")[0]
    assert hit.why == ("Torque", "low", "T-07", "bolt")
    assert hit.coverage == pytest.approx(1.0)


def test_a_hit_found_by_its_spelling_shows_the_word_that_is_like_it(index: Index) -> None:
    hit = index.search("wasger")[0]
    assert (hit.why, hit.coverage) == (("washer",), 0.0)


def test_function_words_are_no_reason(index: Index) -> None:
    assert index.search("the bearing")[0].why == ("Bearing",)


def test_a_question_of_function_words_alone_still_finds() -> None:
    assert ids(Index([case(1, "out of it"), case(2, "torque")]).search("out of")) == ["C1"]


def test_context_filters_and_never_leaves_in_what_differs() -> None:
    index = Index(
        [
            case(1, "torque low", station="ST-010", shift="A"),
            case(2, "torque low", station="ST-020", shift="A"),
            case(3, "torque low"),
        ]
    )
    assert ids(index.search("torque", within={"station": "ST-020"})) == ["C2"]
    assert ids(index.search("torque", within={"station": ["ST-010", "ST-020"], "shift": "A"})) == [
        "C1",
        "C2",
    ]
    assert index.search("torque", within={"station": "ST-030"}) == ()
    assert index.search("torque", within={"station": []}) == ()


def test_context_decides_between_equals_and_never_lifts_a_worse_case() -> None:
    index = Index(
        [
            case(1, "torque low", at_us=5, station="ST-010"),
            case(2, "torque low", at_us=1, station="ST-020"),
            case(3, "torque was high and the angle was low", at_us=9, station="ST-020"),
        ]
    )
    assert ids(index.search("torque low")) == ["C1", "C2", "C3"]
    assert ids(index.search("torque low", context={"station": "ST-020"})) == ["C2", "C1", "C3"]


def test_equals_come_newest_first_and_then_by_id() -> None:
    index = Index([case(3, "leak", at_us=1), case(2, "leak", at_us=1), case(1, "leak", at_us=0)])
    assert ids(index.search("leak")) == ["C2", "C3", "C1"]


def test_facets_count_all_that_match_and_not_only_what_is_shown() -> None:
    cases = [case(n, "torque low", station=f"ST-{n % 3}", line="L1") for n in range(20)]
    index = Index([*cases, case(99, "label unreadable", station="ST-9")])
    found = index.find("torque", 2, facets=["station", "shift"])
    assert (len(found.hits), found.matches) == (2, 20)
    assert found.facets == {"station": {"ST-0": 7, "ST-1": 7, "ST-2": 6}, "shift": {}}


def test_of_many_values_those_that_most_cases_have_are_told_and_equals_by_name() -> None:
    cases = [case(n, "torque low", lot=lot) for n, lot in enumerate("BCABCDB")]
    found = Index(cases).find("torque", facets=["lot"], most_values=2)
    assert list(found.facets["lot"].items()) == [("B", 3), ("C", 2)]
    found = Index(cases).find("torque", facets=["lot"], most_values=3)
    assert list(found.facets["lot"]) == ["B", "C", "A"]


def test_facets_of_a_question_without_words_are_empty(index: Index) -> None:
    assert index.find("", facets=["station"]).facets == {"station": {}}


def test_a_case_added_again_is_replaced() -> None:
    index = Index([case(1, "torque low"), case(2, "torque high")])
    index.add(case(1, "label unreadable"))
    assert len(index) == 2
    assert ids(index.search("torque")) == ["C2"]
    assert ids(index.search("label")) == ["C1"]


def test_a_case_that_is_not_there_cannot_be_removed(index: Index) -> None:
    assert not index.remove("C99")
    assert len(index) == 7


def test_a_removed_case_is_forgotten(index: Index) -> None:
    assert index.remove("C6")
    assert "C6" not in index
    assert index.get("C6") is None
    assert "C6" not in ids(index.search("torque"))


def test_how_many_cases_have_a_word_counts_its_forms(index: Index) -> None:
    assert [index.count_of(word) for word in ("bolts", "TORQUE", "dichtung", "nut")] == [
        2,
        2,
        1,
        0,
    ]


def _drawn(numbers: list[list[int]]) -> list[Case]:
    return [
        case(
            number,
            " ".join(WORDS[word] for word in chosen),
            at_us=number % 3,
            shift="AB"[number % 2],
        )
        for number, chosen in enumerate(numbers)
    ]


TEXTS = st.lists(st.lists(st.integers(0, len(WORDS) - 1), max_size=6), max_size=15)
QUESTION = st.lists(st.sampled_from([*WORDS, "tighten", "torqe", "螺栓"]), min_size=1, max_size=4)


@given(TEXTS, QUESTION, st.randoms(use_true_random=False))
def test_adding_in_any_order_gives_the_same_ranking(
    numbers: list[list[int]], asked: list[str], dice: random.Random
) -> None:
    cases = _drawn(numbers)
    shuffled = dice.sample(cases, len(cases))
    question = " ".join(asked)
    assert Index(cases).find(question, facets=["shift"]) == Index(shuffled).find(
        question, facets=["shift"]
    )


@given(TEXTS, TEXTS, QUESTION)
def test_what_was_added_and_removed_was_never_there(
    numbers: list[list[int]], others: list[list[int]], asked: list[str]
) -> None:
    cases = _drawn(numbers)
    passing = [case(1000 + n, "bolt " + c.text, line="L9") for n, c in enumerate(_drawn(others))]
    index = Index()
    for pair in zip(cases, passing, strict=False):
        for one in pair:
            index.add(one)
    index.search("bolt")
    for one in (*cases, *passing):
        index.add(one)
    for one in passing:
        index.remove(one.case)
    question = " ".join(asked)
    assert index.find(question, facets=["shift", "line"]) == Index(cases).find(
        question, facets=["shift", "line"]
    )


def test_a_memory_whose_cases_are_replaced_again_and_again_stays_as_small_and_as_right() -> None:
    texts = [f"torque {n} low at T-{n % 7:02d}" for n in range(60)]
    index = Index()
    for round_ in range(40):
        for number, text in enumerate(texts):
            index.add(case(number, f"{text} {'high' * (round_ < 39)}", station=f"ST-{number % 3}"))
        index.search("torque low")
    fresh = Index(case(n, f"{text} ", station=f"ST-{n % 3}") for n, text in enumerate(texts))
    assert len(index._rows.columns.is_live) < 1_200
    assert index.find("low 42 t-03", facets=["station"]) == fresh.find(
        "low 42 t-03", facets=["station"]
    )


def test_a_thousand_equals_and_more_are_told_apart_by_time() -> None:
    index = Index(case(number, "torque low", at_us=number) for number in range(DEPTH + 500))
    assert ids(index.search("torque low", 2)) == [f"C{DEPTH + 499}", f"C{DEPTH + 498}"]


@pytest.mark.parametrize(
    ("typed", "clean"),
    [
        ("trq low", "torque low"),
        ("brng noisy", "bearing noisy"),
        ("wp scanned", "wrong part scanned"),
    ],
)
def test_a_short_word_finds_exactly_what_the_clean_one_finds(
    index: Index, typed: str, clean: str
) -> None:
    pairs = [Pair("trq", "torque"), Pair("brng", "Bearing"), Pair("wp", "wrong part")]
    index.glossary = Glossary(pairs)
    index.add(case(50, "trq 12 Nm, brng loose"))
    index.add(case(51, "wp again"))
    assert index.search(typed) == index.search(clean)
    assert index.search(typed)


def test_the_clean_word_finds_cases_that_were_written_short() -> None:
    index = Index([case(1, "trq low")], glossary=Glossary([Pair("trq", "torque")]))
    assert index.search("torque")[0].why == ("trq",)


def test_many_cases_of_one_text_and_one_time_are_told_apart_by_context_and_id() -> None:
    index = Index(case(number, "leak", shift="AB"[number % 2]) for number in range(100, 140))
    assert ids(index.search("leak", 3, context={"shift": "B"})) == ["C101", "C103", "C105"]
