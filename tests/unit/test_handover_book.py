"""The book of a handover: what is open and accepted follows from entries nobody can change."""

from __future__ import annotations

from typing import Any

from msgspec.structs import replace

from app.domain.handover_book import FIRST, HandoverEntry, book_of, hash_of, is_whole
from app.domain.line_events import HandoverItem

HELD = HandoverItem("held:7", "held", {"title": "Unit 7 is held"}, ("e1",))
COUNTED = HandoverItem("output", "output", {"good": "3"}, ("e2",))
CALL = HandoverItem("call:1", "call", {"station": "ST-040"}, ("e3",))


def book_with(*acts: dict[str, Any]) -> tuple[HandoverEntry, ...]:
    entries: list[HandoverEntry] = []
    head = FIRST
    for number, act in enumerate(acts, start=1):
        values = {"person": "204", "name": "Lead 204", "role": "lead", "line": "L4", **act}
        entries.append(HandoverEntry(number=number, at_us=number, before=head, **values))
        head = hash_of(entries[-1], head)
    return tuple(entries)


GIVEN = {"act": "given", "items": (HELD, CALL, COUNTED), "to": "station"}


def test_each_item_is_open_until_it_was_accepted_or_asked_about() -> None:
    said: list[dict[str, Any]] = [GIVEN, {"act": "accepted", "item": "held:7"}]
    assert [one.item for one in book_of(book_with(GIVEN)).unsettled] == ["held:7", "call:1"]
    assert [one.item for one in book_of(book_with(*said)).unsettled] == ["call:1"]
    asked = [*said, {"act": "asked", "item": "call:1", "words": "who comes?"}]
    assert book_of(book_with(*asked)).unsettled == ()


def test_a_question_stays_open_when_it_is_answered_and_ends_when_it_is_settled() -> None:
    acts: list[dict[str, Any]] = [GIVEN, {"act": "asked", "item": "call:1", "words": "who?"}]
    acts.append({"act": "answered", "question": 2, "words": "maintenance at 15:00"})
    (question,) = book_of(book_with(*acts)).open_questions
    assert [one.words for one in question.answers] == ["maintenance at 15:00"]
    assert book_of(book_with(*acts, {"act": "closed", "question": 2})).open_questions == ()


def test_what_people_add_and_say_beside_stands_with_the_items() -> None:
    acts: list[dict[str, Any]] = [
        {"act": "added", "words": "feeder 2 jams"},
        {"act": "commented", "item": "held:7", "words": "quality comes at 16:00"},
    ]
    book = book_of(book_with(*acts))
    assert [one.facts["words"] for one in book.items] == ["feeder 2 jams"]
    assert [one.words for one in book.comments["held:7"]] == ["quality comes at 16:00"]


def test_a_changed_missing_or_moved_entry_is_seen() -> None:
    entries = book_with(GIVEN, {"act": "accepted", "item": "held:7"}, {"act": "taken"})
    assert is_whole(entries)
    assert not is_whole(entries[1:])
    assert not is_whole(entries[::-1])
    assert not is_whole((replace(entries[0], items=(CALL,)), *entries[1:]))
    assert not is_whole((entries[0], replace(entries[1], item="call:1"), entries[2]))
