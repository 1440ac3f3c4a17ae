"""GTINs and their check digit."""

from __future__ import annotations

DIGITS = 14
LEGAL_LENGTHS = (8, 12, 13, 14)


def gtin14(text: str) -> str | None:
    """A GTIN of 8, 12, 13 or 14 digits as 14 digits; None when its check digit is wrong."""
    if len(text) not in LEGAL_LENGTHS or not (text.isascii() and text.isdigit()):
        return None
    if not text.strip("0"):
        return None  # passes every check digit, names nothing
    return text.zfill(DIGITS) if check_digit(text[:-1]) == text[-1] else None


def check_digit(digits: str) -> str:
    """The check digit that belongs behind ``digits`` (GS1 General Specifications, 7.9)."""
    weighted = sum(
        int(digit) * (3 if place % 2 == 0 else 1) for place, digit in enumerate(reversed(digits))
    )
    return str(-weighted % 10)
