"""Several spindles at once: status and results."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import Layout, numbered, plain, records
from device_drivers.open_protocol.tables.kinds import NOTHING, H, N, T, empty

if TYPE_CHECKING:
    from collections.abc import Mapping

_STATUS = plain(("spindle", N, 2), ("channel_id", N, 2), ("status", N, 1))
_SPINDLE = plain(
    ("spindle", N, 2),
    ("channel_id", N, 2),
    ("status", N, 1),
    ("torque_status", N, 1),
    ("torque", H, 6),
    ("angle_status", N, 1),
    ("angle", N, 5),
)
_RESULT_1 = numbered(
    ("spindle_count", N, 2),
    ("vin", T, 25),
    ("job_id", N, 2),
    ("pset", N, 3),
    ("batch_size", N, 4),
    ("batch_counter", N, 4),
    ("batch_status", N, 1),
    ("torque_min", H, 6),
    ("torque_max", H, 6),
    ("torque_target", H, 6),
    ("angle_min", N, 5),
    ("angle_max", N, 5),
    ("angle_target", N, 5),
    ("pset_changed_at", T, 19),
    ("time", T, 19),
    ("sync_tightening_id", N, 5),
    ("status", N, 1),
    records("spindles", _SPINDLE, "spindle_count"),
)
_RESULT_4 = _RESULT_1 + numbered(("system_subtype", N, 3), first=19)
_RESULT_5 = _RESULT_4 + numbered(("job_sequence", N, 5), first=20)
_FROM = plain(("data_number", N, 10))
_FROM_OR_NEW = _FROM + plain(("new_only", N, 1))

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        (90, 1): NOTHING,
        (91, 1): numbered(
            ("spindle_count", N, 2),
            ("sync_tightening_id", N, 5),
            ("time", T, 19),
            ("status", N, 1),
            records("spindles", _STATUS, "spindle_count"),
        ),
        (92, 1): NOTHING,
        (93, 1): NOTHING,
        (100, 1): NOTHING,
        (100, 2): _FROM,
        (100, 3): _FROM_OR_NEW,
        (100, 4): _FROM_OR_NEW,
        (100, 5): _FROM_OR_NEW,
        (101, 1): _RESULT_1,
        (101, 2): _RESULT_1,
        (101, 3): _RESULT_1,
        (101, 4): _RESULT_4,
        (101, 5): _RESULT_5,
        **empty(102, *range(1, 6)),
        **empty(103, *range(1, 6)),
        (105, 1): NOTHING,
        (105, 2): _FROM,
        (105, 3): _FROM_OR_NEW,
        (105, 4): _FROM_OR_NEW,
        (108, 1): plain(("wants_bolts", N, 1)),
        (108, 2): plain(("wants_bolts", N, 1)),
        (109, 1): NOTHING,
        (109, 2): NOTHING,
    }
)
