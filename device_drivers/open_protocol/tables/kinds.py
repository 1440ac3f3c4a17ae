"""The words of the tables: short names for the kinds of field, and for a telegram without any."""

from __future__ import annotations

from device_drivers.open_protocol.layout import Kind, Layout

N, T, H = Kind.NUMBER, Kind.TEXT, Kind.HUNDREDTHS

NOTHING: Layout = ()


def empty(mid: int, *revisions: int) -> dict[tuple[int, int], Layout]:
    """``mid`` carries nothing in these revisions."""
    return {(mid, revision): NOTHING for revision in revisions}
