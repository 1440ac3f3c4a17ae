"""What one stop costs, and the records behind each figure of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.line_events import StopBegan, StopEnded, StopsNamed
from server.db.flow_tables import flow_stop
from server.db.tables import event
from server.flow.reason_words import reason_words
from server.flow.stop_values import same_stops, valued_stop
from server.flow.stops import one_stop
from server.problems import not_found
from server.read.facts import read_facts
from server.read.line_documents import LineDocuments
from server.read.orders import orders_called
from server.read.situation_records import records_of
from server.read.situation_store import Records
from server.web.flow_view import percent
from server.web.format import PlantTimes
from server.web.site import Page
from server.web.stop_view import is_late, promise_rows, stop_sentence

if TYPE_CHECKING:
    from starlette.responses import Response

    from app.domain.flow_documents import StopReasons
    from server.flow.stops import KnownStop
    from server.read.situation_records import Record
    from server.web.site import Visit

_KINDS = (StopBegan, StopEnded, StopsNamed)
#: Its end and its answers come with the next things that the station records.
_LOOKED_THROUGH = 2_000


def _cost(visit: Visit) -> Response:
    station, name = visit.path("station"), visit.path("stop")
    now, flow = visit.plant.now_us(), visit.plant.flow
    times = PlantTimes(visit.plant.settings.zone())
    with visit.plant.database.read() as connection:
        documents = LineDocuments(connection)
        stop = one_stop(connection, documents, station, name, now_us=now)
        if stop is None:
            raise not_found(detail=f"There is no stop {name} of {station}.")
        value = valued_stop(connection, documents, flow, stop, now_us=now)
        same = same_stops(connection, documents, stop, now_us=now)
        order = next(iter(orders_called(connection, [stop.order] if stop.order else [])), None)
        records = _records(connection, stop, documents.reasons_of(value.line))
        line = flow.of(connection, documents, value.line, now_us=now)
    return visit.show(
        "stop_cost.html",
        one=stop,
        value=value,
        sentence=stop_sentence(value, times),
        same=same,
        order=order,
        records=records,
        shares=line.limits.shares,
        based_on=len(line.gaps),
        exit=line.exit,
        promises=promise_rows(value, times) if value.promise else [],
        late=bool(value.promise) and is_late(value),
        percent=percent,
    )


def _records(connection: sa.Connection, stop: KnownStop, tree: StopReasons | None) -> list[Record]:
    """What was recorded of it at the station."""
    first = connection.execute(
        sa.select(event.c.epoch, event.c.seq)
        .join(flow_stop, flow_stop.c.pos == event.c.pos)
        .where(flow_stop.c.station == stop.station, flow_stop.c.stop == stop.stop)
    ).one_or_none()
    if first is None:
        return []
    rows = connection.execute(
        sa.select(event.c.pos, event.c.recv_at, event.c.raw)
        .where(
            event.c.station == stop.station,
            event.c.epoch == first.epoch,
            event.c.seq.between(first.seq, first.seq + _LOOKED_THROUGH),
            event.c.kind.in_([kind.KIND for kind in _KINDS]),
        )
        .order_by(event.c.seq)
    )
    facts = [fact for fact in read_facts(rows) if _is_of(fact.body, stop.stop)]
    rests_on = Records(events=tuple(fact.pos for fact in facts))
    said = {fact.pos: _words(fact.body, tree) for fact in facts}
    found = records_of(connection, rests_on)
    return [
        msgspec.structs.replace(record, what=said[position])
        for position, record in zip(sorted(said), found, strict=True)
    ]


def _words(body: object, tree: StopReasons | None) -> str:
    match body:
        case StopsNamed():
            own = f", in their words: {body.words}" if body.words else ""
            return f"The reason was said: {reason_words(body.reason, tree)}{own}"
        case StopEnded():
            return "Everybody signed out" if body.why == "nobody" else "Something went on again"
        case _:
            return "Nothing went on any more"


def _is_of(body: object, stop: str) -> bool:
    match body:
        case StopsNamed():
            return stop in body.stops
        case StopBegan() | StopEnded():
            return body.stop == stop
        case _:
            return False


STOP_COST = Page("/losses/stops/{station}/{stop}/cost", _cost, key="losses")
