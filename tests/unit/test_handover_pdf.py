"""A handover on paper: who took what over, on as many pages as it takes, none of it cut."""

from __future__ import annotations

from datetime import UTC

import pypdfium2
import pytest

from app.domain.handover_book import FIRST, HandoverEntry, book_of, hash_of
from app.domain.line_events import HandoverItem
from server.api.handover_pdf import handover_pdf
from server.handover.books import Kept
from server.problems import Problem

AT_US = 1_795_000_000_000_000
HELD = tuple(
    HandoverItem(f"held:{n}", "held", {"title": f"Unit U-{n} is held", "detail": "bolts"}, ("e",))
    for n in range(60)
)


def kept(*said: dict[str, object]) -> Kept:
    entries: list[HandoverEntry] = []
    before = FIRST
    for number, one in enumerate(said, start=1):
        fields = {"person": "204", "name": "Lead 204", "role": "lead", **one}
        entry = HandoverEntry(
            number=number,
            at_us=AT_US + number,
            line="L4",
            before=before,
            **fields,  # type: ignore[arg-type] # a test's words
        )
        before = hash_of(entry, before)
        entries.append(entry)
    return Kept("ho-1", tuple(entries), book_of(entries), {})


def given(*items: HandoverItem, to: str = "person") -> dict[str, object]:
    return {"act": "given", "items": items, "to": to, "shift": "Early", "means": "password"}


def pages_of(one: Kept) -> list[str]:
    document = pypdfium2.PdfDocument(handover_pdf(one, plant="Plant", zone=UTC))
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_what_nobody_has_signed_is_no_paper() -> None:
    with pytest.raises(Problem) as refused:
        pages_of(kept({"act": "added", "words": "x"}))
    assert refused.value.status == 409


def test_beside_each_item_stands_what_became_of_it() -> None:
    (page,) = pages_of(
        kept(
            given(*HELD[:3], to="station"),
            {"act": "accepted", "item": "held:0", "name": "Lead 205"},
            {"act": "asked", "item": "held:1", "words": "until when?", "name": "Lead 205"},
            {"act": "answered", "question": 3, "words": "16:00"},
        )
    )
    for words in (
        "to the line: nobody was there", "Nobody has taken it over yet", "Safety and holds",
        "To take over: 3 · accepted: 1 · neither accepted nor asked: 1",
        "Accepted by Lead 205", "Lead 205 asks: until when?", "Lead 204 answers: 16:00",
        "Asked back, still open", "Not accepted yet", "page 1 of 1",
    ):  # fmt: skip
        assert words in page, words


def test_a_long_sheet_goes_on_and_every_page_says_whose_it_is() -> None:
    pages = pages_of(kept(given(*HELD)))
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"page {number} of {len(pages)}" in page
        assert "Handover L4" in page
    assert all(any(f"Unit U-{n} is held" in page for page in pages) for n in range(60))


def test_what_is_longer_than_a_page_is_not_cut() -> None:
    long = " ".join(f"word{n}" for n in range(300))
    said: list[dict[str, object]] = [
        {"act": "commented", "item": "held:0", "words": f"{long} {n}"} for n in range(9)
    ]
    pages = pages_of(kept(*said, given(HELD[0])))
    assert "".join(pages).count("word299") == 9
