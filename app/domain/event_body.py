"""What every event body is."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct


class Body(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all event bodies."""

    KIND: ClassVar[str]
    VERSION: ClassVar[int] = 1
