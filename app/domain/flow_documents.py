"""What the plant says about the flow of a line: its order, its ideal times, reasons of stops."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from app.domain.instructions import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

#: Stands between a group and a reason of it: "material/feeding".
REASON_MARK = "/"
#: The document that counts for every line without one of its own.
EVERY_LINE = "*"
_MOST_GROUPS, _MOST_REASONS, _MOST_LETTERS = 12, 12, 40
_MOST_STATIONS, _MOST_PARTS, _MOST_PLACES = 200, 20, 10_000


class StopReason(Struct, frozen=True, omit_defaults=True):
    """Why a station can stand still, within its group."""

    code: str
    name: Text


class ReasonGroup(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Reasons of one sort; without ``reasons`` the group itself is one."""

    code: str
    name: Text
    reasons: tuple[StopReason, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """What a stop can be put down to: "material/feeding", or "setup" alone."""
        if not self.reasons:
            return (self.code,)
        return tuple(f"{self.code}{REASON_MARK}{reason.code}" for reason in self.reasons)


class StopReasons(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The reason tree of a line, or ("*") of every line without one of its own: two levels."""

    KIND: ClassVar[str] = "stop_reasons"

    line: str
    groups: tuple[ReasonGroup, ...]

    def __post_init__(self) -> None:
        """Raises ValueError, naming the code, for a tree that cannot be asked."""
        if not 1 <= len(self.groups) <= _MOST_GROUPS:
            _refuse(f"groups: expected 1 to {_MOST_GROUPS}")
        for group in self.groups:
            if len(group.reasons) > _MOST_REASONS:
                _refuse(f"group {group.code!r}: at most {_MOST_REASONS} reasons")
            for one in (StopReason(group.code, group.name), *group.reasons):
                _check_reason(one)
        if len(set(self.codes)) != len(self.codes):
            _refuse("every reason must be there once")

    @property
    def codes(self) -> tuple[str, ...]:
        """Every reason there is, in the order of the tree."""
        return tuple(code for group in self.groups for code in group.codes)

    def names(self, code: str) -> tuple[Text, ...]:
        """The names of a reason: of its group, then its own; empty when the tree has it not."""
        first, _, second = code.partition(REASON_MARK)
        group = next((one for one in self.groups if one.code == first), None)
        if group is None:
            return ()
        reason = next((one for one in group.reasons if one.code == second), None)
        return (group.name,) if reason is None else (group.name, reason.name)


class LinePlan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A line's ``stations`` in the order of its units, and how long a unit ideally takes.

    ``ideal_s`` is the planned run time per unit (PRI of ISO 22400-2) in seconds by product, "*"
    for all others.  What the plant does not plan has no effectiveness.  ``buffers`` is how many
    units have a place behind a station, before the next one; where it is not said nobody knows.
    """

    KIND: ClassVar[str] = "line_plan"

    line: str
    stations: tuple[str, ...] = ()
    ideal_s: dict[str, float] = {}
    buffers: dict[str, int] = {}

    def __post_init__(self) -> None:
        """Raises ValueError for times, stations or places that cannot be."""
        if len(self.stations) > _MOST_STATIONS or len(set(self.stations)) != len(self.stations):
            _refuse(f"stations: at most {_MOST_STATIONS}, each once")
        for product, seconds in self.ideal_s.items():
            if not 0 < seconds < float("inf"):
                _refuse(f"ideal_s of {product!r} is {seconds:g}: must be more than 0")
        for station, places in self.buffers.items():
            if self.behind(station) is None:
                _refuse(f"buffers: {station!r} must be one of stations, with another behind it")
            if not 0 <= places <= _MOST_PLACES:
                _refuse(f"buffers of {station!r} is {places}: expected 0 to {_MOST_PLACES}")

    def ideal_of(self, product: str) -> float | None:
        """Seconds of planned run time of one unit; None when nobody planned it."""
        return self.ideal_s.get(product, self.ideal_s.get(EVERY_LINE))

    def behind(self, station: str) -> str | None:
        """The station that its units come to next; None for the last one and for a stranger."""
        if station not in self.stations[:-1]:
            return None
        return self.stations[self.stations.index(station) + 1]


class StopPart(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Why a stop was as it was from ``after_s`` seconds after its beginning on."""

    reason: str
    after_s: int = 0
    words: str | None = None


class StopSettled(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What a lead found out about a stop: it stands above what was said at the station.

    ``stop`` names station and stop ("ST-040/stop-1").  ``version`` counts how often somebody said
    why; ``by`` is a role with a number, ``role`` the role alone.  ``place`` is the station where
    it was said, None at the web board.
    """

    KIND: ClassVar[str] = "stop_settled"

    stop: str
    parts: tuple[StopPart, ...]
    by: str
    role: str
    at: datetime
    version: int = 1
    place: str | None = None

    def __post_init__(self) -> None:
        """Raises ValueError for parts that are none, out of order or without a reason."""
        check_parts(self.parts)


class StopContradicted(Struct, frozen=True, kw_only=True):
    """What a lead said of a stop at ``place`` who could not know that somebody was first.

    ``counts`` is what stands, said by ``counts_role``.  This does not, and is kept until the
    reason is set once more.
    """

    KIND: ClassVar[str] = "stop_contradicted"

    stop: str
    parts: tuple[StopPart, ...]
    role: str
    at: datetime
    place: str
    counts: tuple[StopPart, ...]
    counts_role: str


def check_parts(parts: Sequence[StopPart]) -> None:
    """Raises ValueError for parts that are none, out of order or without a reason."""
    begins = [part.after_s for part in parts]
    if not 1 <= len(begins) <= _MOST_PARTS or begins[0] != 0:
        _refuse(f"parts: expected 1 to {_MOST_PARTS}, the first from the beginning on")
    if begins != sorted(set(begins)):
        _refuse("parts: each must begin after the one before it")
    if not all(part.reason for part in parts):
        _refuse("parts: each needs a reason")


def stop_key(station: str, stop: str) -> str:
    """How documents name a stop of a station."""
    return f"{station}/{stop}"


def _check_reason(one: StopReason) -> None:
    if not 1 <= len(one.code) <= _MOST_LETTERS or REASON_MARK in one.code:
        _refuse(f"code {one.code!r}: expected 1 to {_MOST_LETTERS} letters, no {REASON_MARK}")
    if not one.name.get("en"):
        _refuse(f"code {one.code!r}: its name in English (en) is missing")


def _refuse(message: str) -> None:
    raise ValueError(message)
