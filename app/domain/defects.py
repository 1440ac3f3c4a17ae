"""Defects: where on the picture, what it is, how bad, and what somebody proposes to do."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from app.domain.instructions import Text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from app.domain.instructions import StepBase, Zone

#: How far from a position a pin still means it, as a share of the picture.
NEAR = 0.09
MOST_PINS = 4
MOST_COUNT = 99
#: The most harmless first.
SEVERITIES = ("minor", "major", "safety")
REWORK_HERE, SEND_TO_REWORK, SCRAP, ASK_QUALITY = PROPOSALS = (
    "rework_here",
    "send_to_rework",
    "scrap",
    "ask_quality",
)
#: Who decides about a unit that a proposal holds; rework here holds none.
OWNERS = {SEND_TO_REWORK: "rework", SCRAP: "quality", ASK_QUALITY: "quality"}
#: The code of a defect that is said in words only.
OTHER = "other"


class Pin(Struct, frozen=True, omit_defaults=True):
    """A place on the picture, as shares of it; ``zone`` is a zone's or a position's id."""

    x: float
    y: float
    zone: str | None = None


class DefectCode(Struct, frozen=True, omit_defaults=True):
    """One kind of defect.

    Without ``text`` the screen has words of its own for the code; without ``zones`` it may be
    anywhere.  ``severity`` is what a person finds chosen and may change.
    """

    code: str
    text: Text = {}
    severity: str = "minor"
    zones: tuple[str, ...] = ()


class DefectCodes(Struct, frozen=True, kw_only=True):
    """What can be wrong with ``product``; "*" is any product that has no list of its own."""

    KIND: ClassVar[str] = "defect_codes"

    product: str
    codes: tuple[DefectCode, ...]


#: Where the plant says nothing.
DEFAULT_CODES = (
    DefectCode("scratch"),
    DefectCode("burr"),
    DefectCode("thread", severity="major"),
    DefectCode("missing_part", severity="major"),
    DefectCode("wrong_part", severity="major"),
    DefectCode("leak", severity="major"),
    DefectCode("dent"),
    DefectCode("dirt"),
    DefectCode("crack", severity="safety"),
)

#: How often each code was recorded in each zone.
Counts = dict[tuple[str | None, str], int]


def zone_at(step: StepBase, x: float, y: float) -> str | None:
    """The zone around a place, else the position near it; the first one drawn wins."""
    for zone in step.zones:
        if _is_inside(zone, x, y):
            return zone.id
    near = sorted((_distance(p.x - x, p.y - y), i) for i, p in enumerate(step.positions))
    return step.positions[near[0][1]].id if near and near[0][0] <= NEAR else None


def middle_of(zone: Zone) -> tuple[float, float]:
    """Where the pin stands when the zone is chosen by its name."""
    xs, ys = [x for x, _ in zone.points], [y for _, y in zone.points]
    return (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2


def codes_at(
    codes: Sequence[DefectCode], zone: str | None, counts: Mapping[tuple[str | None, str], int]
) -> tuple[DefectCode, ...]:
    """What can be wrong there, the most frequent first; equals stay in the plant's order."""
    here = [code for code in codes if not code.zones or zone in code.zones]
    return tuple(sorted(here, key=lambda code: -counts.get((zone, code.code), 0)))


def _distance(dx: float, dy: float) -> float:
    return float((dx * dx + dy * dy) ** 0.5)


def _is_inside(zone: Zone, x: float, y: float) -> bool:
    """Even-odd rule; a point on the outline may be either."""
    inside = False
    for (x1, y1), (x2, y2) in zip(zone.points, (*zone.points[1:], zone.points[0]), strict=True):
        if (y1 > y) != (y2 > y) and x < (x2 - x1) * (y - y1) / (y2 - y1) + x1:
            inside = not inside
    return inside
