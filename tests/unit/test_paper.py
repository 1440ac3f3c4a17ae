"""A page of words as PDF, read back by another program."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from app.runtime.paper import keep_page
from app.services.line_state import PaperLine

FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "handovers").write_text("in the way")
    with pytest.raises(OSError, match="exists"):
        keep_page(tmp_path / "handovers", "h", [PaperLine("title", "Handover")], FONTS)


@pytest.mark.parametrize("words", ["Übergabe żółć ñ → 12 min", "交接班 停机 12 分钟"])
def test_every_language_of_the_screen_is_readable(tmp_path: Path, words: str) -> None:
    path = keep_page(tmp_path / "new", "h", [PaperLine("title", words)], FONTS)
    assert words in text_of(path)


def test_what_does_not_fit_on_a_sheet_goes_on_to_the_next(tmp_path: Path) -> None:
    lines = [PaperLine("line", f"thing {n}") for n in range(120)]
    text = text_of(keep_page(tmp_path, "h", lines, FONTS))
    assert all(f"thing {n}" in text for n in range(120))
