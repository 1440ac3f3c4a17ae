"""The languages the screen speaks, and which of them a person reads."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

ScreenLanguage = Literal["en", "de", "es", "pl", "zh"]
SCREEN_LANGUAGES: tuple[ScreenLanguage, ...] = get_args(ScreenLanguage)


def first_spoken(tags: Iterable[str]) -> ScreenLanguage | None:
    """The first of ``tags`` (BCP 47) that the screen speaks: "de-AT" is German."""
    wanted = [tag.partition("-")[0].lower() for tag in tags]
    return next((ours for tag in wanted for ours in SCREEN_LANGUAGES if ours == tag), None)
