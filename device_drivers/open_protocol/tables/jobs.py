"""Jobs: lists, contents, progress, and the commands of the job in work."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import (
    Field,
    Kind,
    Layout,
    Row,
    numbered,
    numbers,
    plain,
    records,
)
from device_drivers.open_protocol.tables.kinds import NOTHING, N, T, empty

if TYPE_CHECKING:
    from collections.abc import Mapping


def _step(*rows: tuple[str, Kind, int]) -> Layout:
    """A step of a job: its fields are set apart by colons and closed by a semicolon."""
    *inner, (last, kind, width) = rows
    return plain(*(Field(*row, then=b":") for row in inner), Field(last, kind, width, then=b";"))


def _job(id_width: int, step: Layout) -> Layout:
    rows: tuple[Row, ...] = (
        ("job_id", N, id_width),
        ("job_name", T, 25),
        ("forced_order", N, 1),
        ("seconds_to_first", N, 4),
        ("seconds_to_complete", N, 5),
        ("batch_mode", N, 1),
        ("lock_at_done", N, 1),
        ("uses_line_control", N, 1),
        ("repeats", N, 1),
        ("loosening", N, 1),
        ("reserved", N, 1),
        ("step_count", N, 2),
        records("steps", step, "step_count"),
    )
    return numbered(*rows)


_STEP_1 = _step(("channel_id", N, 2), ("pset", N, 3), ("auto_select", N, 1), ("batch_size", N, 2))
_STEP_3 = _step(
    ("channel_id", N, 2),
    ("pset", N, 3),
    ("auto_select", N, 1),
    ("batch_size", N, 2),
    ("socket", N, 2),
    ("step_name", T, 25),
    ("step_type", N, 2),
)
_STEP_4 = _step(
    ("channel_id", N, 2),
    ("pset", N, 3),
    ("auto_select", N, 1),
    ("batch_size", N, 2),
    ("socket", N, 4),
    ("step_name", T, 25),
    ("step_type", N, 2),
    ("step_option", N, 2),
)
_STEP_5 = _step(
    ("channel_id", N, 2),
    ("pset", N, 3),
    ("auto_select", N, 1),
    ("batch_size", N, 4),
    ("socket", N, 4),
    ("step_name", T, 25),
    ("step_type", N, 2),
    ("step_option", N, 2),
)

_PROGRESS = (
    ("job_status", N, 1),
    ("batch_mode", N, 1),
    ("batch_size", N, 4),
    ("batch_counter", N, 4),
    ("time", T, 19),
)
_INFO_2 = numbered(("job_id", N, 4), *_PROGRESS)
_INFO_3 = _INFO_2 + numbered(("step", N, 3), ("step_total", N, 3), ("step_type", N, 2), first=7)
_INFO_4 = _INFO_3 + numbered(("tightening_status", N, 2), first=10)
_INFO_5 = _INFO_4 + numbered(
    ("job_sequence", N, 5),
    ("vin", T, 25),
    ("identifier_2", T, 25),
    ("identifier_3", T, 25),
    ("identifier_4", T, 25),
    first=11,
)
_ID_2, _ID_4 = plain(("job_id", N, 2)), plain(("job_id", N, 4))

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **empty(30, 1, 2),
        (31, 1): plain(numbers("jobs", 2, 2)),
        (31, 2): plain(numbers("jobs", 4, 4)),
        (32, 1): _ID_2,
        **{(32, revision): _ID_4 for revision in range(2, 6)},
        (33, 1): _job(2, _STEP_1),
        (33, 2): _job(4, _STEP_1),
        (33, 3): _job(4, _STEP_3),
        (33, 4): _job(4, _STEP_4),
        (33, 5): _job(4, _STEP_5),
        **empty(34, *range(1, 6)),
        (35, 1): numbered(("job_id", N, 2), *_PROGRESS),
        (35, 2): _INFO_2,
        (35, 3): _INFO_3,
        (35, 4): _INFO_4,
        (35, 5): _INFO_5,
        **empty(36, *range(1, 6)),
        **empty(37, *range(1, 6)),
        (38, 1): _ID_2,
        (38, 2): _ID_4,
        (39, 1): _ID_2,
        (39, 2): _ID_4,
        (127, 1): NOTHING,
        (128, 1): NOTHING,
        (129, 1): NOTHING,
        (129, 2): numbered(("channel_id", N, 2), ("pset", N, 3)),
        (130, 1): plain(("action", N, 1)),
    }
)
