"""Links between decisions: what counts now, whatever came first."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from memory.links import Link, Linked, LinkKind, Standing


def link(kind: LinkKind, decision: str, other: str = "", *, at: int = 1, rev: str = "") -> Link:
    return Link(
        link=f"{kind}-{decision}-{other}-{at}",
        kind=kind,
        decision=decision,
        other=other,
        at_us=at,
        revision=rev,
    )


def test_a_decision_without_links_counts_as_itself() -> None:
    standing = Linked([]).standing("a")
    assert standing == Standing(current="a")
    assert standing.counts("a")


def test_what_would_supersede_itself_is_refused_and_listed() -> None:
    ring = [
        link(LinkKind.SUPERSEDES, "b", "a", at=1),
        link(LinkKind.SUPERSEDES, "c", "b", at=2),
        link(LinkKind.SUPERSEDES, "a", "c", at=3),
        link(LinkKind.SUPERSEDES, "d", "d", at=4),
    ]
    linked = Linked(ring)
    assert linked.refused == ring[2:]
    assert linked.standing("a").current == "c"
    assert linked.standing("d").current == "d"


def test_the_newest_of_a_chain_is_read_in_place_of_the_older() -> None:
    linked = Linked([link(LinkKind.SUPERSEDES, "c", "b"), link(LinkKind.SUPERSEDES, "b", "a")])
    assert [linked.standing(d).current for d in "abc"] == ["c", "c", "c"]
    assert not linked.standing("a").counts("a")


def test_those_that_are_the_same_share_what_is_said_of_one() -> None:
    linked = Linked(
        [
            link(LinkKind.SAME_AS, "c", "b"),
            link(LinkKind.SAME_AS, "b", "a"),
            link(LinkKind.ROLLED_INTO_INSTRUCTION, "c", rev="8f3a", at=2),
            link(LinkKind.SUPERSEDES, "b", "old"),
        ]
    )
    assert linked.standing("a").same == ("b", "c")
    assert linked.standing("b").instruction == "8f3a"
    assert linked.standing("b").counts("b")
    assert linked.standing("old").instruction == "8f3a"


def test_a_contradiction_is_between_both_and_ends_when_one_is_superseded() -> None:
    against = link(LinkKind.CONTRADICTS, "a", "b")
    linked = Linked([against])
    assert linked.standing("a").against == ("b",)
    assert linked.standing("b").against == ("a",)
    assert Linked([against, link(LinkKind.SUPERSEDES, "c", "b")]).standing("a").against == ()


def test_the_newest_instruction_is_pointed_to() -> None:
    linked = Linked(
        [
            link(LinkKind.ROLLED_INTO_INSTRUCTION, "a", rev="new", at=2),
            link(LinkKind.ROLLED_INTO_INSTRUCTION, "a", rev="old", at=1),
        ]
    )
    assert linked.standing("a").instruction == "new"


def test_what_it_grew_from_is_told_to_the_root_and_rings_end() -> None:
    linked = Linked(
        [
            link(LinkKind.DERIVED_FROM, "c", "b"),
            link(LinkKind.DERIVED_FROM, "b", "a"),
            link(LinkKind.DERIVED_FROM, "a", "c"),
        ]
    )
    assert linked.standing("c").roots == ("a", "b")


decisions = st.sampled_from("abcdef")
links = st.builds(
    lambda kind, one, other, at: link(kind, one, other, at=at, rev=f"r{at}"),
    st.sampled_from(LinkKind),
    decisions,
    decisions,
    st.integers(1, 5),
)


@given(st.lists(links, max_size=12), st.randoms(use_true_random=False))
def test_the_order_in_which_links_come_says_nothing(told: list[Link], chance: Random) -> None:
    shuffled = list(told)
    chance.shuffle(shuffled)
    one, other = Linked(told), Linked(shuffled)
    assert [one.standing(d) for d in "abcdef"] == [other.standing(d) for d in "abcdef"]


@given(st.lists(links, max_size=12))
def test_what_is_current_is_superseded_by_nothing(told: list[Link]) -> None:
    linked = Linked(told)
    for decision in "abcdef":
        current = linked.standing(decision).current
        assert linked.standing(current).counts(current)
