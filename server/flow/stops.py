"""Stops as they are known here: what the station said, and what a lead found out since."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.flow_documents import StopPart
from app.domain.stops import SHORT_US, UNKNOWN
from server.db.flow_tables import flow_stop
from server.db.storable import storable_text
from server.flow.reason_words import reason_words
from server.read.flow_documents import stops_of_answer
from server.read.times import maybe_utc, utc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from app.domain.flow_documents import StopReasons
    from server.read.line_documents import LineDocuments

_US = 1_000_000
MOST_STOPS = 20_000


class KnownPart(Struct, frozen=True, kw_only=True):
    """A part of a stop with its reason; ``ended_at`` is None while it lasts."""

    reason: str
    words: str
    began_at: datetime
    ended_at: datetime | None
    minutes: float
    text: str | None = None


class KnownStop(Struct, frozen=True, kw_only=True):
    """One stop; ``version`` changes when anybody says why.

    ``said_by`` is "station" or a role, None while nobody has said why.  A ``is_short`` one is a
    micro-stop.
    """

    station: str
    stop: str
    began_at: datetime
    ended_at: datetime | None
    minutes: float
    is_short: bool
    shift: str | None
    unit: str | None
    order: str | None
    product: str | None
    step: str | None
    parts: tuple[KnownPart, ...]
    said_by: str | None
    said_at: datetime | None
    version: int

    @property
    def reason(self) -> str | None:
        """Of its last part; None while nobody has said."""
        return self.parts[-1].reason or None

    @property
    def words(self) -> str:
        """All its reasons, in the order they were."""
        return ", then ".join(dict.fromkeys(part.words for part in self.parts))


def read_stops(
    connection: sa.Connection,
    documents: LineDocuments,
    stations: Sequence[str],
    *,
    begin_us: int,
    end_us: int,
    now_us: int,
) -> list[KnownStop]:
    """The stops of which some part lies in that time, the newest first.

    There are no more than :data:`MOST_STOPS`: whoever shows them says how many are left out.
    """
    columns = flow_stop.c
    statement = (
        sa.select(flow_stop)
        .where(_lie_in(stations, begin_us, end_us))
        .order_by(columns.began_at.desc(), columns.station)
        .limit(MOST_STOPS)
    )
    return [known_stop(row, documents, now_us) for row in connection.execute(statement)]


def count_left_out(
    connection: sa.Connection, stations: Sequence[str], *, begin_us: int, end_us: int, read: int
) -> int:
    """How many there are in that time beside those ``read``."""
    if read < MOST_STOPS:
        return 0
    statement = sa.select(sa.func.count()).where(_lie_in(stations, begin_us, end_us))
    return connection.execute(statement).scalar_one() - read


def _lie_in(stations: Sequence[str], begin_us: int, end_us: int) -> sa.ColumnElement[bool]:
    columns = flow_stop.c
    return sa.and_(
        columns.station.in_(stations),
        columns.began_at < end_us,
        sa.or_(columns.ended_at.is_(None), columns.ended_at > begin_us),
    )


def lasting_stops(
    connection: sa.Connection, documents: LineDocuments, *, now_us: int
) -> list[KnownStop]:
    """Those that last, each station's newest, the longest first."""
    statement = sa.select(flow_stop).where(flow_stop.c.ended_at.is_(None))
    rows = connection.execute(statement.order_by(flow_stop.c.began_at, flow_stop.c.station))
    newest = {row.station: row for row in rows}
    found = [known_stop(row, documents, now_us) for row in newest.values()]
    return sorted(found, key=lambda one: (one.began_at, one.station))


def one_stop(
    connection: sa.Connection,
    documents: LineDocuments,
    station: str,
    stop: str,
    *,
    now_us: int,
) -> KnownStop | None:
    """The stop of that name, if there is one."""
    where = (
        flow_stop.c.station == storable_text(station),
        flow_stop.c.stop == storable_text(stop),
    )
    row = connection.execute(sa.select(flow_stop).where(*where)).one_or_none()
    return None if row is None else known_stop(row, documents, now_us)


def same_answer(connection: sa.Connection, station: str, stop: str) -> list[str]:
    """The other stops that one "I do not know" was said of, and nobody has settled since."""
    rows = stops_of_answer(connection, station, stop)
    return [
        row.stop
        for row in rows
        if row.stop != stop and row.reason == UNKNOWN and row.parts is None
    ]


def reason_of(row: Any) -> str | None:  # noqa: ANN401 - a row has no type
    """Of its last part, as it is known by now; None while nobody has said."""
    if row.parts is None:
        return row.reason or None
    return msgspec.json.decode(row.parts, type=tuple[StopPart, ...])[-1].reason or None


def known_stop(row: Any, documents: LineDocuments, now_us: int) -> KnownStop:  # noqa: ANN401
    """A row of the table as people know it."""
    tree = documents.reasons_of(documents.line_of(row.station))
    until = max(row.began_at, now_us if row.ended_at is None else row.ended_at)
    is_settled = row.parts is not None
    return KnownStop(
        station=row.station,
        stop=row.stop,
        began_at=utc(row.began_at),
        ended_at=maybe_utc(row.ended_at),
        minutes=(until - row.began_at) / _US / 60,
        is_short=row.ended_at is not None and until - row.began_at < SHORT_US,
        shift=row.shift,
        unit=row.unit,
        order=row.order_id,
        product=row.product,
        step=row.step,
        parts=tuple(_parts(row, tree, until)),
        said_by=row.settled_by if is_settled else ("station" if row.reason else None),
        said_at=maybe_utc(row.settled_at if is_settled else row.named_at),
        version=row.named + row.settled,
    )


def parts_of(row: Any, until: int) -> list[tuple[StopPart, int, int]]:  # noqa: ANN401 - as above
    """Each part of a stop that lasted ``until`` then, with its begin and end."""
    said = (
        (StopPart(reason=row.reason or "", words=row.words),)
        if row.parts is None
        else msgspec.json.decode(row.parts, type=tuple[StopPart, ...])
    )
    begins = [min(row.began_at + part.after_s * _US, until) for part in said]
    return list(zip(said, begins, [*begins[1:], until], strict=True))


def _parts(row: Any, tree: StopReasons | None, until: int) -> list[KnownPart]:  # noqa: ANN401
    return [
        KnownPart(
            reason=part.reason,
            words=reason_words(part.reason, tree),
            began_at=utc(begin),
            ended_at=maybe_utc(row.ended_at) if end == until else utc(end),
            minutes=(end - begin) / _US / 60,
            text=part.words,
        )
        for part, begin, end in parts_of(row, until)
    ]
