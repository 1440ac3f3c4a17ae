"""Parameter sets and batches: lists, limits, selecting, counting."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import Layout, numbered, numbers, plain, records
from device_drivers.open_protocol.tables.kinds import NOTHING, H, N, T, empty

if TYPE_CHECKING:
    from collections.abc import Mapping

_LIST_2 = plain(
    ("pset_count", N, 3),
    numbers("psets", 3, "pset_count"),
    numbers("stages", 2, "pset_count"),
)
_LIST_3 = _LIST_2 + plain(records("types", plain(("type", T, 4)), "pset_count"))
_LIST_4 = _LIST_3 + plain(records("changes", plain(("changed_at", T, 19)), "pset_count"))

_LIMITS = (
    ("torque_min", H, 6),
    ("torque_max", H, 6),
    ("torque_target", H, 6),
    ("angle_min", N, 5),
    ("angle_max", N, 5),
    ("angle_target", N, 5),
)
_TARGETS = (("first_target", H, 6), ("start_final_angle", H, 6))
_PROGRAM_1 = numbered(
    ("pset", N, 3), ("pset_name", T, 25), ("rotation", N, 1), ("batch_size", N, 2), *_LIMITS
)
_PROGRAM_2 = _PROGRAM_1 + numbered(*_TARGETS, first=11)
_PROGRAM_5 = _PROGRAM_2 + numbered(("pset_changed_at", T, 19), first=13)

_ASKED = plain(("pset", N, 3))
_ASKED_IN_FILE = _ASKED + plain(("file_version", N, 8))

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **empty(10, *range(1, 5)),
        (11, 1): plain(numbers("psets", 3, 3)),
        (11, 2): _LIST_2,
        (11, 3): _LIST_3,
        (11, 4): _LIST_4,
        (12, 1): _ASKED,
        (12, 2): _ASKED,
        (12, 3): _ASKED_IN_FILE,
        (12, 4): _ASKED_IN_FILE,
        (12, 5): _ASKED_IN_FILE,
        (13, 1): _PROGRAM_1,
        (13, 2): _PROGRAM_2,
        (13, 3): _PROGRAM_2,
        (13, 4): _PROGRAM_2,
        (13, 5): _PROGRAM_5,
        **empty(14, 1, 2),
        (15, 1): plain(("pset", N, 3), ("pset_changed_at", T, 19)),
        (15, 2): numbered(
            ("pset", N, 3),
            ("pset_name", T, 25),
            ("pset_changed_at", T, 19),
            ("rotation", N, 1),
            ("batch_size", N, 2),
            *_LIMITS,
            *_TARGETS,
        ),
        **empty(16, 1, 2),
        **empty(17, 1, 2),
        (18, 1): _ASKED,
        (19, 1): plain(("pset", N, 3), ("batch_size", N, 2)),
        (19, 2): plain(("pset", N, 3), ("batch_size", N, 4)),
        (20, 1): _ASKED,
        (21, 1): NOTHING,
        (22, 1): plain(("is_locked", N, 1)),
        (23, 1): NOTHING,
        (24, 1): NOTHING,
        (2504, 1): _ASKED,
    }
)
