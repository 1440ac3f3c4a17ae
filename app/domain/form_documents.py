"""Checks that lie open, as the whole plant knows them."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from msgspec import Struct


class OpenCheck(Struct, frozen=True, kw_only=True):
    """A run of a check that was begun at a station and left there, until it is gone on with.

    It is gone on with at its station only: what was answered is about that place.
    """

    KIND: ClassVar[str] = "open_check"

    run: str
    form: str
    station: str
    left_at: datetime
