"""Alarms: raised, acknowledged at the controller, and what is active."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import Layout, numbered, plain, records
from device_drivers.open_protocol.tables.kinds import NOTHING, N, T, empty
from device_drivers.open_protocol.tables.operations import PARAMETER

if TYPE_CHECKING:
    from collections.abc import Mapping

_READY = (("controller_ready", N, 1), ("tool_ready", N, 1), ("time", T, 19))
_STATUS_2 = numbered(("is_active", N, 1), ("code", T, 5), *_READY)

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **empty(70, 1, 2, 3),
        (71, 1): numbered(("code", T, 4), *_READY),
        (71, 2): numbered(("code", T, 5), *_READY, ("text", T, 50)),
        (71, 3): numbered(("code", T, 5), *_READY, ("tool_health", N, 1), ("text", T, 50)),
        **empty(72, 1, 2, 3),
        **empty(73, 1, 2, 3),
        (74, 1): plain(("code", T, 4)),
        (74, 2): plain(("code", T, 5)),
        **empty(75, 1, 2),
        (76, 1): numbered(("is_active", N, 1), ("code", T, 4), *_READY),
        (76, 2): _STATUS_2,
        (76, 3): _STATUS_2 + numbered(("tool_health", N, 1), first=6),
        **empty(77, 1, 2, 3),
        **empty(78, 1, 2),
        (1000, 1): plain(("code", T, 5), ("time", T, 19), records("parameters", PARAMETER, 3)),
        (1001, 1): NOTHING,
    }
)
