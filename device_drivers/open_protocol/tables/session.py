"""Starting, stopping, accepting, refusing, keeping alive; the controller's clock and modes."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import TO_THE_END, Layout, numbered, plain, text
from device_drivers.open_protocol.tables.kinds import NOTHING, N, T, empty

if TYPE_CHECKING:
    from collections.abc import Mapping

_START_1 = numbered(("cell_id", N, 4), ("channel_id", N, 2), ("controller_name", T, 25))
_START_2 = _START_1 + numbered(("supplier", T, 3), first=4)
_START_3 = _START_2 + numbered(
    ("protocol_version", T, 19), ("controller_software", T, 19), ("tool_software", T, 19), first=5
)
_START_4 = _START_3 + numbered(("rbu_type", T, 24), ("controller_serial", T, 10), first=8)
_START_5 = _START_4 + numbered(("system_type", N, 3), ("system_subtype", N, 3), first=10)
_START_6 = _START_5 + numbered(
    ("sequence_support", N, 1),
    ("linking_support", N, 1),
    ("station_id", N, 10),
    ("station_name", T, 25),
    ("client_id", T, 1),
    first=12,
)
_START_7 = _START_6 + numbered(("optional_keep_alive", N, 1), first=17)

_GENERIC = plain(("mid", N, 4), ("mid_revision", N, 3), text("extra", 2))
_MID = plain(("mid", N, 4))
_TIME = plain(("time", T, 19))

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **empty(1, *range(1, 7)),
        (1, 7): numbered(("optional_keep_alive", N, 1)),
        (2, 1): _START_1,
        (2, 2): _START_2,
        (2, 3): _START_3,
        (2, 4): _START_4,
        (2, 5): _START_5,
        (2, 6): _START_6,
        (2, 7): _START_7,
        (3, 1): NOTHING,
        (4, 1): plain(("mid", N, 4), ("code", N, 2)),
        (5, 1): _MID,
        (6, 1): _GENERIC,
        (8, 1): _GENERIC,
        (9, 1): _GENERIC,
        (80, 1): NOTHING,
        (81, 1): _TIME,
        (82, 1): _TIME,
        (110, 1): plain(("text", T, TO_THE_END)),
        (111, 1): numbered(
            ("seconds", N, 4),
            ("removed_by", N, 1),
            ("header", T, 25),
            ("line_2", T, 25),
            ("line_3", T, 25),
            ("line_4", T, 25),
        ),
        (113, 1): NOTHING,
        (400, 1): NOTHING,
        (401, 1): plain(("is_manual", N, 1)),
        (402, 1): NOTHING,
        (403, 1): NOTHING,
        (410, 1): NOTHING,
        (411, 1): plain(("auto_disable", N, 2), ("batch", N, 2)),
        (420, 1): NOTHING,
        (421, 1): plain(("is_disabled", N, 1)),
        (422, 1): NOTHING,
        (423, 1): NOTHING,
        (9997, 1): _MID,
        (9998, 1): plain(("mid", N, 4), ("code", N, 4)),
        (9999, 1): NOTHING,
    }
)
