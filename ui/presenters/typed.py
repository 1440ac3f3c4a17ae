"""What is typed after one more key, on the glass or on a real keyboard."""

from __future__ import annotations

MOST_DIGITS = 9


def typed_number(typed: str, key: str, *, most_digits: int | None = None) -> str:
    """``typed`` after ``key``.

    With ``most_digits`` a PIN or number, digit by digit; else a value: digits, one point, a
    sign, no leading zeros.
    """
    if key == "back":
        return typed[:-1]
    if most_digits is not None:
        return typed + key if key.isdigit() and len(typed) < most_digits else typed
    if key == "sign":
        return typed[1:] if typed.startswith("-") else "-" + typed
    if key == ".":
        return typed if "." in typed else (typed + "." if typed.lstrip("-") else typed + "0.")
    if not key.isdigit() or len(typed) >= MOST_DIGITS:
        return typed
    return (typed[:-1] if typed in ("0", "-0") else typed) + key


def typed_words(typed: str, key: str, *, most: int) -> str:
    """``typed`` after ``key``: a character, "back" or "space"; never two spaces on end."""
    if key == "back":
        return typed[:-1]
    character = " " if key == "space" else key
    is_odd = len(character) != 1 or not character.isprintable()
    if is_odd or len(typed) >= most or (character == " " and (not typed or typed[-1] == " ")):
        return typed
    return typed + character
