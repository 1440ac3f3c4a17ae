"""Units that stood behind stations whose places the line plan says, from their own records.

A unit stands behind a station from its completion there until the next station begins it.  One
that was taken out (held, scrapped) and never begun there stood nowhere.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.db.flow_tables import flow_cycle

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from analysis.intervals import Interval
    from server.read.line_documents import LineDocuments

#: Units that came so long before are not looked for: they went another way.
LONGEST_STAY_US = 8 * 3_600_000_000


def stays_behind(
    connection: sa.Connection,
    documents: LineDocuments,
    stations: Sequence[str],
    *,
    begin_us: int,
    end_us: int,
) -> dict[str, list[Interval]]:
    """By station with known places behind it; who still stands there does to ``end_us``."""
    following = _following(documents, stations)
    if not following:
        return {}
    columns = flow_cycle.c
    came = connection.execute(
        sa.select(columns.station, columns.serial, columns.at, columns.is_good).where(
            columns.station.in_(following),
            columns.at >= begin_us - LONGEST_STAY_US,
            columns.at < end_us,
        )
    ).all()
    taken: dict[tuple[str, str], list[int]] = {}
    for station, serial, started_at in connection.execute(
        sa.select(columns.station, columns.serial, columns.started_at)
        .where(
            columns.station.in_(set(following.values())),
            columns.started_at >= begin_us - LONGEST_STAY_US,
            columns.started_at < end_us,
        )
        .order_by(columns.started_at)
    ):
        taken.setdefault((station, serial), []).append(started_at)
    stays: dict[str, list[Interval]] = {station: [] for station in following}
    for row in came:
        begun = taken.get((following[row.station], row.serial), [])
        later = begun[bisect_left(begun, row.at) :]
        if later:
            stays[row.station].append((row.at, later[0]))
        elif row.is_good:
            stays[row.station].append((row.at, end_us))
    return stays


def _following(documents: LineDocuments, stations: Sequence[str]) -> Mapping[str, str]:
    """The station behind each whose places are known."""
    found = {}
    for station in stations:
        plan = documents.plan_of(documents.line_of(station))
        following = plan.behind(station)
        if following is not None and station in plan.buffers:
            found[station] = following
    return found
