"""One style sheet, and no colour or size sheet anywhere but in the tokens."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ui.theme.look import Look
from ui.theme.qss import compile_sheet

UI = Path(__file__).resolve().parents[2] / "ui"
SOURCES = sorted(UI.rglob("*.py"))
COLOUR = re.compile(r"""["']#[0-9A-Fa-f]{3,8}["']""")


def calls_of(name: str) -> set[str]:
    return {
        f"{path.relative_to(UI)}: {line.strip()}"
        for path in SOURCES
        for line in path.read_text("utf-8").splitlines()
        if f".{name}(" in line
    }


def test_only_the_application_has_a_style_sheet() -> None:
    """On a container it would cost up to 300 ms while somebody works."""
    assert calls_of("setStyleSheet") == {
        "application.py: application.setStyleSheet(compile_sheet(look))",
        "gallery/window.py: application.setStyleSheet(compile_sheet(look))",
    }


def test_no_colour_is_written_outside_the_tokens() -> None:
    written = {
        path.relative_to(UI).as_posix()
        for path in SOURCES
        if COLOUR.search(path.read_text("utf-8"))
    }
    assert written == {"theme/tokens.py"}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size_px", [(1920, 1080), (1280, 800)])
def test_the_sheet_is_small_and_complete(theme: str, size_px: tuple[int, int]) -> None:
    sheet = compile_sheet(Look.of(theme, size_px=size_px, px_per_mm=4.02))
    rules = re.findall(r"^(.+?) \{ .+ \}$", sheet, re.MULTILINE)
    assert 0 < len(rules) <= 20
    assert len(rules) == len(sheet.strip().splitlines())
    assert "$" not in sheet
    assert all(rule.startswith(("QWidget#station", "QFrame[surface=")) for rule in rules)


def test_nothing_blocks_the_screen_and_no_gesture_is_needed() -> None:
    """No modal dialog, no nested event loop, nothing that only a swipe or a long press does."""
    words = ("exec", "processEvents", "grabGesture", "setWindowModality", "setContextMenuPolicy")
    found = {call for word in words for call in calls_of(word)}
    assert found == {"application.py: application.exec()"}
