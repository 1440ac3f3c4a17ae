"""The draft of a handover: by consequence, repeats once, nothing left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.handover_draft import (
    CALM,
    SECTIONS,
    drafted,
    is_mandatory,
    section_of,
    sections,
)
from app.domain.handover_sentences import sentence
from app.domain.line_events import HandoverItem

KINDS = [kind for kinds in SECTIONS.values() for kind in kinds]

ITEMS = st.lists(
    st.builds(
        HandoverItem,
        item=st.integers(0, 20).map(str),
        kind=st.sampled_from([*KINDS, "of_tomorrow"]),
        facts=st.just({"words": "x"}),
        events=st.lists(st.integers(0, 9).map(str), min_size=1, max_size=3, unique=True).map(
            tuple
        ),
    ),
    max_size=30,
)


def item(name: str, kind: str, *events: str, **facts: str) -> HandoverItem:
    return HandoverItem(name, kind, facts, events)


def test_what_costs_most_stands_first_whatever_the_order_it_was_found_in() -> None:
    found = [
        item("n", "note"), item("r", "revision"), item("o", "output"), item("w", "watch"),
        item("c", "chart_alarm"), item("l", "lot_low"), item("m", "mid_step"), item("b", "bypass"),
        item("a", "asked"), item("h", "hold"),
    ]  # fmt: skip
    assert [one.item for one in drafted(found)] == list("hbmwcolran")


def test_a_repeat_stands_once_with_its_count_and_all_its_records() -> None:
    found = [item("x", "unassigned", "e1", title="T-07"), item("x", "unassigned", "e2", "e1")]
    (one,) = drafted([*found, item("x", "unassigned", "e3")])
    assert one.events == ("e1", "e2", "e3")
    assert one.facts == {"title": "T-07", "times": "3"}
    assert sentence(one).endswith("(3 times).")


def test_what_has_no_room_stands_behind_and_is_not_gone() -> None:
    found = drafted([item(f"held:{n}", "held") for n in range(11)])
    (section,) = sections(found, room=8)
    assert len(section.shown) == 8
    assert len(section.behind) == 3


def test_a_kind_nobody_gave_a_place_is_an_exception_somebody_takes_over() -> None:
    new = item("x", "of_tomorrow", title="New", detail="thing")
    assert section_of(new.kind) == "exceptions"
    assert is_mandatory(new)
    assert [one.item for one in drafted([item("b", "blocked"), new, item("w", "watch")])] == [
        "b", "x", "w",
    ]  # fmt: skip
    assert sentence(new) == "New: thing."


def test_a_fact_that_is_not_known_is_no_fact_made_up() -> None:
    assert sentence(item("m", "mid_step", serial="7")) == "Unit 7 is in work at –, order –."


@given(ITEMS)
def test_nothing_is_lost_or_invented_on_the_way_to_the_sheet(found: list[HandoverItem]) -> None:
    sheet = drafted(found)
    shown = [one for part in sections(sheet, room=2) for one in (*part.shown, *part.behind)]
    assert shown == list(sheet)
    assert {one.item for one in sheet} == {one.item for one in found}
    for one in sheet:
        of_it = [event for was in found if was.item == one.item for event in was.events]
        assert one.events == tuple(dict.fromkeys(of_it))


@given(ITEMS)
def test_drafting_a_draft_changes_nothing(found: list[HandoverItem]) -> None:
    assert drafted(drafted(found)) == drafted(found)


def test_only_what_tells_how_it_went_need_not_be_taken_over() -> None:
    assert {kind for kind in KINDS if not is_mandatory(item("x", kind))} == CALM
