"""Named areas on a step's picture, for saying where a defect is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.authoring.yaml_tree import Scalar, Sequence, Tree
from app.domain.instructions import Zone

if TYPE_CHECKING:
    from collections.abc import Collection

    from app.authoring.fields import Fields

LEAST_CORNERS, MOST_CORNERS = 3, 40

Point = tuple[float, float]


def read_zones(fields: Fields, positions: Collection[str]) -> tuple[Zone, ...]:
    """The zones of one step; a zone shares no name with a position, which is a place too."""
    zones: list[Zone] = []
    for entry in fields.mappings("zones"):
        points = tuple(_point(entry, tree) for tree in entry.items("points"))
        zone = Zone(
            id=entry.word("id") or "",
            label=entry.text("label", required=True),
            points=tuple(point for point in points if point is not None),
        )
        if not LEAST_CORNERS <= len(points) <= MOST_CORNERS:
            expected = f"expected {LEAST_CORNERS} to {MOST_CORNERS} corners, got {len(points)}"
            entry.report("points", expected)
        entry.finish()
        if zone.id in {z.id for z in zones} or zone.id in positions:
            entry.report("id", f'"{zone.id}" is here twice; zones and positions share their names')
        zones.append(zone)
    return tuple(zones)


def _point(entry: Fields, tree: Tree) -> Point | None:
    shares = [_share(one) for one in tree.items] if isinstance(tree, Sequence) else []
    x, y = shares if len(shares) == len(("x", "y")) else (None, None)
    if x is None or y is None:
        message = "expected corners such as [0.25, 0.40], both shares of the picture from 0 to 1"
        entry.report("points", message)
        return None
    return x, y


def _share(tree: Tree) -> float | None:
    text = tree.text if isinstance(tree, Scalar) else ""
    is_number = text.replace(".", "", 1).isascii() and text.replace(".", "", 1).isdigit()
    return float(text) if is_number and Decimal(text) <= 1 else None
