"""How values read on a page: times of the plant, ages, counts and icons."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from server.resources import ICONS

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@dataclass(frozen=True, slots=True)
class PlantTimes:
    """Times in the plant's zone; None is this machine's own."""

    zone: tzinfo | None

    def clock(self, at: datetime) -> str:
        return at.astimezone(self.zone).strftime("%H:%M:%S")

    def minute(self, at: datetime) -> str:
        return at.astimezone(self.zone).strftime("%H:%M")

    def day(self, at: datetime) -> str:
        local = at.astimezone(self.zone)
        return f"{local.day} {local:%b}"

    def moment(self, at: datetime) -> str:
        return f"{self.day(at)}, {self.minute(at)}"

    def dated(self, at: datetime, now: datetime) -> str:
        """A moment that may be years ago: with its year when it is another."""
        local = at.astimezone(self.zone)
        year = "" if local.year == now.astimezone(self.zone).year else f" {local.year}"
        return f"{self.day(at)}{year}, {self.minute(at)}"

    def span(self, start: datetime, end: datetime | None) -> str:
        """From when to when; the second day only when it is another."""
        if end is None:
            return f"{self.moment(start)} – in work"
        same = start.astimezone(self.zone).date() == end.astimezone(self.zone).date()
        return f"{self.moment(start)} – {self.minute(end) if same else self.moment(end)}"


def age(seconds: float) -> str:
    """How long something lasts or is ago, in the one unit that matters."""
    if seconds < _MINUTE:
        return f"{int(seconds)} s"
    if seconds < _HOUR:
        return f"{int(seconds // _MINUTE)} min"
    if seconds < 2 * _DAY:
        return f"{int(seconds // _HOUR)} h"
    return f"{int(seconds // _DAY)} days"


def count(number: int, one: str, many: str) -> str:
    """``number`` with the noun that fits it."""
    return f"{number} {one if number == 1 else many}"


@cache
def icon(name: str) -> Markup:
    """A Phosphor icon as inline SVG; nothing where it does not ship with us."""
    file = ICONS / f"{name}.svg"
    if not file.exists():
        return Markup("")
    svg = re.sub(r"<\?xml.*?\?>", "", file.read_text(encoding="utf-8")).strip()
    shown = svg.replace("<svg ", '<svg class="icon" aria-hidden="true" ', 1)
    # Our own file, not somebody's input: it may be markup.
    return Markup(shown)  # noqa: S704
