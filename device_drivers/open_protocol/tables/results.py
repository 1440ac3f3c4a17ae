"""Results of a tightening: the last one, old ones, and lists of them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import TO_THE_END, Layout, numbered, plain, records
from device_drivers.open_protocol.tables.kinds import H, N, T, empty

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Variants, not newer revisions: revision 6 with stages, and a short form without parameter ids.
STAGES, LIGHT = 998, 999

_POST_VIEW = (
    ("start_final_angle", H, 6),
    ("post_view_active", N, 1),
    ("post_view_high", H, 6),
    ("post_view_low", H, 6),
)
_CURRENT = (("ampere", H, 5), ("ampere_min", H, 5), ("ampere_max", H, 5))
#: What every angle of the telegram has to be multiplied by comes first.
_OVERALL = (
    ("angle_numerator", N, 5),
    ("angle_denominator", N, 5),
    ("overall_angle_status", N, 1),
    ("overall_angle_min", N, 5),
    ("overall_angle_max", N, 5),
    ("overall_angle", N, 5),
    ("peak_torque", H, 6),
    ("residual_torque", H, 6),
    ("rundown_start_torque", H, 6),
    ("rundown_complete_angle", H, 6),
)

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
_RESULT_8 = _RESULT_7 + numbered(*_POST_VIEW, first=58)
_RESULT_9 = _RESULT_8 + numbered(*_CURRENT, first=62)
_RESULT_10 = _RESULT_9 + numbered(*_OVERALL, first=65)
_RESULT_11 = _RESULT_10 + numbered(("click_torque", H, 6), ("click_angle", N, 5), first=75)
_RESULT_STAGES = _RESULT_6 + numbered(
    ("stages", N, 2),
    ("stage_count", N, 2),
    records("stage_results", plain(("torque", H, 6), ("angle", N, 5)), "stage_count"),
    first=56,
)
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
_OLD_7 = _OLD_6 + numbered(("station_id", N, 10), ("station_name", T, 25), first=37)
_OLD_8 = _OLD_7 + numbered(*_POST_VIEW, first=39)
_OLD_9 = _OLD_8 + numbered(*_CURRENT, first=43)
_OLD_10 = _OLD_9 + numbered(*_OVERALL, first=46)
_OLD_ASK = plain(("tightening_id", N, 10))

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **empty(60, *range(1, 12), STAGES, LIGHT),
        (61, 1): _RESULT_1,
        (61, 2): _RESULT_2,
        (61, 3): _RESULT_3,
        (61, 4): _RESULT_4,
        (61, 5): _RESULT_5,
        (61, 6): _RESULT_6,
        (61, 7): _RESULT_7,
        (61, 8): _RESULT_8,
        (61, 9): _RESULT_9,
        (61, 10): _RESULT_10,
        (61, 11): _RESULT_11,
        (61, STAGES): _RESULT_STAGES,
        (61, LIGHT): _RESULT_LIGHT,
        **empty(62, *range(1, 12), STAGES, LIGHT),
        **empty(63, *range(1, 12), STAGES, LIGHT),
        **{(64, revision): _OLD_ASK for revision in range(1, 10)},
        (64, 10): _OLD_ASK + plain(("is_offline", N, 1)),
        (65, 1): _OLD_1,
        (65, 2): _OLD_2,
        (65, 3): _OLD_3,
        (65, 4): _OLD_4,
        (65, 5): _OLD_5,
        (65, 6): _OLD_6,
        (65, 7): _OLD_7,
        (65, 8): _OLD_8,
        (65, 9): _OLD_9,
        (65, 10): _OLD_10,
        # Seen with and without a parameter id: the last two digits are the number.
        (66, 1): plain(("offline", T, TO_THE_END)),
        (67, 1): plain(
            records("results", plain(("index", N, 10), ("time", T, 19), ("status", N, 1)), 2)
        ),
    }
)
