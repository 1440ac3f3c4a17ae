"""Identifiers: the unit's own, and those of a work order."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import TO_THE_END, Layout, numbered, plain, records
from device_drivers.open_protocol.tables.kinds import NOTHING, N, T, empty

if TYPE_CHECKING:
    from collections.abc import Mapping

#: The parameter id is a field here: the specification's example numbers the fourth part 03.
_PART = plain(
    ("parameter_id", N, 2),
    ("identifier_type", N, 1),
    ("is_included", N, 2),
    ("part_status", N, 2),
    ("result", T, 25),
)

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        (50, 1): plain(("vin", T, TO_THE_END)),
        **empty(51, 1, 2),
        (52, 1): plain(("vin", T, 25)),
        (52, 2): numbered(
            ("vin", T, 25),
            ("identifier_2", T, 25),
            ("identifier_3", T, 25),
            ("identifier_4", T, 25),
        ),
        **empty(53, 1, 2),
        **empty(54, 1, 2),
        (150, 1): plain(("identifier", T, TO_THE_END)),
        (151, 1): NOTHING,
        (152, 1): plain(records("parts", _PART, times=4)),
        (153, 1): NOTHING,
        (154, 1): NOTHING,
        (155, 1): NOTHING,
        (156, 1): NOTHING,
        (157, 1): NOTHING,
    }
)
