"""The tool itself: what it is, locking it, its calibration and pairing."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import Layout, numbered, plain
from device_drivers.open_protocol.tables.kinds import NOTHING, H, N, T, empty

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOOL_1 = numbered(
    ("tool_serial", T, 14),
    ("tightenings", N, 10),
    ("calibrated_at", T, 19),
    ("controller_serial", T, 10),
)
_TOOL_2 = _TOOL_1 + numbered(
    ("calibration_value", H, 6),
    ("serviced_at", T, 19),
    ("tightenings_since_service", N, 10),
    ("tool_type", N, 2),
    ("motor_size", N, 2),
    ("open_end", N, 3),
    ("controller_software", T, 19),
    first=5,
)
_TOOL_3 = _TOOL_2 + numbered(
    ("tool_max_torque", H, 6), ("gear_ratio", H, 6), ("full_speed", H, 6), first=12
)
_TOOL_4 = _TOOL_3 + numbered(("primary_tool", N, 2), first=15)
_TOOL_5 = _TOOL_4 + numbered(("tool_model", T, 12), first=16)
_TOOL_6 = _TOOL_5 + numbered(("tool_number", N, 4), ("tool_article", T, 30), first=17)
_TOOL_7 = _TOOL_6 + numbered(
    ("rundown_speed_max", H, 6),
    ("downshift_speed_max", H, 6),
    ("downshift_speed_min", H, 6),
    first=19,
)

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **empty(40, *range(1, 6)),
        (40, 6): plain(("tool_number", N, 4)),
        (40, 7): plain(("tool_number", N, 4)),
        (41, 1): _TOOL_1,
        (41, 2): _TOOL_2,
        (41, 3): _TOOL_3,
        (41, 4): _TOOL_4,
        (41, 5): _TOOL_5,
        (41, 6): _TOOL_6,
        (41, 7): _TOOL_7,
        (42, 1): NOTHING,
        (42, 2): numbered(("tool_number", N, 4), ("lock_type", N, 2)),
        (43, 1): NOTHING,
        (43, 2): numbered(("tool_number", N, 4)),
        (44, 1): NOTHING,
        (45, 1): numbered(("calibration_unit", N, 1), ("calibration_value", H, 6)),
        (46, 1): numbered(("primary_tool", N, 2)),
        (47, 1): numbered(("pairing", N, 2)),
        (48, 1): numbered(("pairing_status", N, 2), ("time", T, 19)),
        (49, 1): NOTHING,
        (260, 1): NOTHING,
        (261, 1): NOTHING,
        (262, 1): numbered(("tool_tag", T, 8)),
        (263, 1): NOTHING,
        (264, 1): NOTHING,
        (265, 1): numbered(("tool_tag", T, 8), ("tool_status", N, 2)),
    }
)
