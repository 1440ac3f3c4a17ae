"""The letters of the as-built record: Inter, and Noto Sans SC for what Inter lacks."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from server.resources import FONTS

#: From here on (radicals, kana, ideographs, full width) Inter has no letters.
_FIRST_WIDE = "\u2e80"
_CHINESE = "NotoSansSC"


def as_words(text: str) -> str:
    """As a paragraph's words; what our letters do not have is set in the Chinese font."""
    return "".join(
        f'<font name="{_CHINESE}">{escape("".join(run))}</font>'
        if is_wide
        else escape("".join(run))
        for is_wide, run in groupby(text, key=_is_chinese)
    )


def font_for(text: str, font: str) -> str:
    """For a line that is drawn in one font."""
    return _CHINESE if any(map(_is_chinese, text)) else font


def _is_chinese(char: str) -> bool:
    """Whether Inter lacks it and the Chinese font is there and has it."""
    return char >= _FIRST_WIDE and _has_chinese()


@cache
def _has_chinese() -> bool:
    font = FONTS / "NotoSansSC-Regular.ttf"
    if not font.exists():
        return False
    pdfmetrics.registerFont(TTFont(_CHINESE, str(font)))
    return True


def record_font() -> str:
    """Inter where it ships with us, else the PDF's own Helvetica."""
    plain, bold = FONTS / "Inter-Regular.ttf", FONTS / "Inter-SemiBold.ttf"
    if not (plain.exists() and bold.exists()):
        return "Helvetica"
    if "Inter" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont("Inter-Bold", str(bold)))
        pdfmetrics.registerFont(TTFont("Inter", str(plain)))
    return "Inter"
