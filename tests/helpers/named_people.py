"""Looks for a person's number where no person may be named."""

from __future__ import annotations

import re


def names_person(text: str, number: str) -> bool:
    """Whether ``number`` stands there by itself: inside of a hash it says nothing."""
    return re.search(rf"(?<![0-9A-Za-z.]){re.escape(number)}(?![0-9A-Za-z])", text) is not None
