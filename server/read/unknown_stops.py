"""A stop whose reason nobody at the station knows waits for its lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.flow_documents import StopSettled, stop_key
from app.domain.line_events import StopsNamed
from app.domain.stops import UNKNOWN
from server.log.feed import current
from server.read.flow_documents import settled_at, unknown_stop_key
from server.read.situation_store import close_situation, open_situation

if TYPE_CHECKING:
    from server.read.batch import Batch
    from server.read.facts import Fact


def apply_unknown_stops(batch: Batch, fact: Fact) -> None:
    """Open it when somebody says "I do not know"; close it when somebody says why after all."""
    if not isinstance(fact.body, StopsNamed) or not fact.body.stops:
        return
    station = fact.envelope.station
    if fact.body.reason != UNKNOWN:
        for stop in fact.body.stops:
            close_situation(batch, unknown_stop_key(station, stop), at=fact.envelope.at)
        return
    first, count = fact.body.stops[0], len(fact.body.stops)
    key = unknown_stop_key(station, first)
    many = f"{count} short stops" if count > 1 else "a stop"
    open_situation(
        batch,
        fact,
        key=key,
        kind="stop_unknown",
        title=f"Nobody knows why {station} stopped",
        detail=f"{station}: the reason of {many} is not known there; name it under Losses",
    )
    keys = [stop_key(station, stop) for stop in fact.body.stops]
    known = [current(batch.connection, StopSettled.KIND, one) for one in keys]
    found = [msgspec.json.decode(one, type=StopSettled) for one in known if one is not None]
    if len(found) == len(keys):
        close_situation(batch, key, at=max(settled_at(one) for one in found))
