"""The layouts of the telegrams we know, by MID and revision.  Data, nothing else."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.fields import TO_THE_END, Kind, Layout, numbered, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Revisions from here on are variants (998 with stages, 999 short), not newer ones.
FIRST_VARIANT = 900

N, T, H = Kind.NUMBER, Kind.TEXT, Kind.HUNDREDTHS

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
    ("client_id", N, 1),
    first=12,
)
_START_7 = _START_6 + numbered(("optional_keep_alive", N, 1), first=17)

_RESULT_1 = numbered(
    ("cell_id", N, 4),
    ("channel_id", N, 2),
    ("controller_name", T, 25),
    ("vin", T, 25),
    ("job_id", N, 2),
    ("pset", N, 3),
    ("batch_size", N, 4),
    ("batch_counter", N, 4),
    ("status", N, 1),
    ("torque_status", N, 1),
    ("angle_status", N, 1),
    ("torque_min", H, 6),
    ("torque_max", H, 6),
    ("torque_target", H, 6),
    ("torque", H, 6),
    ("angle_min", N, 5),
    ("angle_max", N, 5),
    ("angle_target", N, 5),
    ("angle", N, 5),
    ("time", T, 19),
    ("pset_changed_at", T, 19),
    ("batch_status", N, 1),
    ("tightening_id", N, 10),
)
_RESULT_2 = numbered(
    ("cell_id", N, 4),
    ("channel_id", N, 2),
    ("controller_name", T, 25),
    ("vin", T, 25),
    ("job_id", N, 4),
    ("pset", N, 3),
    ("strategy", N, 2),
    ("strategy_options", T, 5),
    ("batch_size", N, 4),
    ("batch_counter", N, 4),
    ("status", N, 1),
    ("batch_status", N, 1),
    ("torque_status", N, 1),
    ("angle_status", N, 1),
    ("rundown_angle_status", N, 1),
    ("current_status", N, 1),
    ("self_tap_status", N, 1),
    ("prevail_monitoring_status", N, 1),
    ("prevail_compensate_status", N, 1),
    ("error_status", T, 10),
    ("torque_min", H, 6),
    ("torque_max", H, 6),
    ("torque_target", H, 6),
    ("torque", H, 6),
    ("angle_min", N, 5),
    ("angle_max", N, 5),
    ("angle_target", N, 5),
    ("angle", N, 5),
    ("rundown_angle_min", N, 5),
    ("rundown_angle_max", N, 5),
    ("rundown_angle", N, 5),
    ("current_min", N, 3),
    ("current_max", N, 3),
    ("current", N, 3),
    ("self_tap_min", H, 6),
    ("self_tap_max", H, 6),
    ("self_tap_torque", H, 6),
    ("prevail_min", H, 6),
    ("prevail_max", H, 6),
    ("prevail_torque", H, 6),
    ("tightening_id", N, 10),
    ("job_sequence", N, 5),
    ("sync_tightening_id", N, 5),
    ("tool_serial", T, 14),
    ("time", T, 19),
    ("pset_changed_at", T, 19),
)
_RESULT_3 = _RESULT_2 + numbered(
    ("pset_name", T, 25), ("torque_unit", N, 1), ("result_type", N, 2), first=47
)
_RESULT_4 = _RESULT_3 + numbered(
    ("identifier_2", T, 25), ("identifier_3", T, 25), ("identifier_4", T, 25), first=50
)
_RESULT_5 = _RESULT_4 + numbered(("customer_error", T, 4), first=53)
_RESULT_6 = _RESULT_5 + numbered(
    ("prevail_compensate_value", H, 6), ("error_status_2", T, 10), first=54
)
_RESULT_7 = _RESULT_6 + numbered(("compensated_angle", H, 7), ("final_angle", H, 7), first=56)
_RESULT_LIGHT = plain(
    ("vin", T, 25),
    ("job_id", N, 2),
    ("pset", N, 3),
    ("batch_size", N, 4),
    ("batch_counter", N, 4),
    ("batch_status", N, 1),
    ("status", N, 1),
    ("torque_status", N, 1),
    ("angle_status", N, 1),
    ("torque", H, 6),
    ("angle", N, 5),
    ("time", T, 19),
    ("pset_changed_at", T, 19),
    ("tightening_id", N, 10),
)

_OLD_1 = numbered(
    ("tightening_id", N, 10),
    ("vin", T, 25),
    ("pset", N, 3),
    ("batch_counter", N, 4),
    ("status", N, 1),
    ("torque_status", N, 1),
    ("angle_status", N, 1),
    ("torque", H, 6),
    ("angle", N, 5),
    ("time", T, 19),
    ("batch_status", N, 1),
)
_OLD_2 = numbered(
    ("tightening_id", N, 10),
    ("vin", T, 25),
    ("job_id", N, 4),
    ("pset", N, 3),
    ("strategy", N, 2),
    ("strategy_options", T, 5),
    ("batch_size", N, 4),
    ("batch_counter", N, 4),
    ("status", N, 1),
    ("batch_status", N, 1),
    ("torque_status", N, 1),
    ("angle_status", N, 1),
    ("rundown_angle_status", N, 1),
    ("current_status", N, 1),
    ("self_tap_status", N, 1),
    ("prevail_monitoring_status", N, 1),
    ("prevail_compensate_status", N, 1),
    ("error_status", T, 10),
    ("torque", H, 6),
    ("angle", N, 5),
    ("rundown_angle", N, 5),
    ("current", N, 3),
    ("self_tap_torque", H, 6),
    ("prevail_torque", H, 6),
    ("job_sequence", N, 5),
    ("sync_tightening_id", N, 5),
    ("tool_serial", T, 14),
    ("time", T, 19),
)
_OLD_3 = _OLD_2 + numbered(("torque_unit", N, 1), ("result_type", N, 2), first=29)
_OLD_4 = _OLD_3 + numbered(
    ("identifier_2", T, 25), ("identifier_3", T, 25), ("identifier_4", T, 25), first=31
)
_OLD_5 = _OLD_4 + numbered(("customer_error", T, 4), first=34)
_OLD_6 = _OLD_5 + numbered(("prevail_compensate_value", H, 6), ("error_status_2", T, 10), first=35)

_GENERIC = plain(("mid", N, 4), ("mid_revision", N, 3), ("extra", Kind.COUNTED, 2))
_ALARM = numbered(
    ("code", T, 4), ("controller_ready", N, 1), ("tool_ready", N, 1), ("time", T, 19)
)

_NO_BODY: Layout = ()

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **{(1, revision): _NO_BODY for revision in range(1, 7)},
        (2, 1): _START_1,
        (2, 2): _START_2,
        (2, 3): _START_3,
        (2, 4): _START_4,
        (2, 5): _START_5,
        (2, 6): _START_6,
        (2, 7): _START_7,
        (3, 1): _NO_BODY,
        (4, 1): plain(("mid", N, 4), ("code", N, 2)),
        (5, 1): plain(("mid", N, 4)),
        (6, 1): _GENERIC,
        (8, 1): _GENERIC,
        (9, 1): _GENERIC,
        (10, 1): _NO_BODY,
        (11, 1): plain(("psets", Kind.NUMBERS, 3)),
        (14, 1): _NO_BODY,
        (15, 1): plain(("pset", N, 3), ("pset_changed_at", T, 19)),
        (16, 1): _NO_BODY,
        (17, 1): _NO_BODY,
        (18, 1): plain(("pset", N, 3)),
        (40, 1): _NO_BODY,
        (41, 1): numbered(
            ("tool_serial", T, 14),
            ("tightenings", N, 10),
            ("calibrated_at", T, 19),
            ("controller_serial", T, 10),
        ),
        (42, 1): _NO_BODY,
        (43, 1): _NO_BODY,
        (50, 1): plain(("vin", T, TO_THE_END)),
        (51, 1): _NO_BODY,
        (52, 1): plain(("vin", T, 25)),
        (53, 1): _NO_BODY,
        (54, 1): _NO_BODY,
        **{(60, revision): _NO_BODY for revision in (*range(1, 8), 999)},
        (61, 1): _RESULT_1,
        (61, 2): _RESULT_2,
        (61, 3): _RESULT_3,
        (61, 4): _RESULT_4,
        (61, 5): _RESULT_5,
        (61, 6): _RESULT_6,
        (61, 7): _RESULT_7,
        (61, 999): _RESULT_LIGHT,
        (62, 1): _NO_BODY,
        (63, 1): _NO_BODY,
        **{(64, revision): plain(("tightening_id", N, 10)) for revision in range(1, 7)},
        (65, 1): _OLD_1,
        (65, 2): _OLD_2,
        (65, 3): _OLD_3,
        (65, 4): _OLD_4,
        (65, 5): _OLD_5,
        (65, 6): _OLD_6,
        (70, 1): _NO_BODY,
        (71, 1): _ALARM,
        (72, 1): _NO_BODY,
        (73, 1): _NO_BODY,
        (74, 1): plain(("code", T, 4)),
        (75, 1): _NO_BODY,
        (76, 1): numbered(
            ("is_active", N, 1),
            ("code", T, 4),
            ("controller_ready", N, 1),
            ("tool_ready", N, 1),
            ("time", T, 19),
        ),
        (77, 1): _NO_BODY,
        (80, 1): _NO_BODY,
        (81, 1): plain(("time", T, 19)),
        (82, 1): plain(("time", T, 19)),
        (127, 1): _NO_BODY,
        (9999, 1): _NO_BODY,
    }
)


def best_revision(mid: int) -> int:
    """The highest ordinary revision of ``mid`` that we know; 0 when we do not know the MID."""
    return max((rev for known, rev in LAYOUTS if known == mid and rev < FIRST_VARIANT), default=0)
