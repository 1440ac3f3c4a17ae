"""The words of a photo beside the picture of how it should be."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

COMPARE: dict[str, str] = {
    "compare/reference": QT_TRANSLATE_NOOP("station", "How it should be"),
    "compare/photo": QT_TRANSLATE_NOOP("station", "Photo of {camera}, {time}"),
    "do_it/compare": QT_TRANSLATE_NOOP("station", "Compare"),
    "do_it/compare_again": QT_TRANSLATE_NOOP("station", "New photo"),
}
