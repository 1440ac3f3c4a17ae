"""How far a durable backup of this server has each station's events.

A station may forget only what would survive the loss of the server.  The mark is set after the
backup is durable, from what is in it, so the backup itself still carries the mark before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import sqlalchemy as sa

from app.domain.envelope import GENESIS
from server.db.storable import upsert
from server.db.tables import backup_mark, chain, event, forked_event

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Epoch and number of an event; everything the station wrote up to it is meant.
Place: TypeAlias = tuple[int, int]


def durable_backup(connection: sa.Connection, station: str) -> Place | None:
    """Everything ``station`` wrote up to there is in a backup; None when no backup said so."""
    marks = backup_mark.c
    statement = sa.select(marks.epoch, marks.seq).where(marks.station == station)
    row = connection.execute(statement).one_or_none()
    return None if row is None else (int(row.epoch), int(row.seq))


def kept_places(connection: sa.Connection) -> dict[str, Place]:
    """How far this database, or a copy of it, has each station's events without a gap."""
    chains = chain.c
    statement = (
        sa.select(chains.station, chains.epoch, chains.high_water)
        .where(chains.high_water > 0)
        .order_by(chains.station, chains.epoch)
    )
    places: dict[str, Place] = {}
    for station, epoch, high_water in connection.execute(statement):
        if station not in places or _joins(connection, station, epoch):
            places[station] = (int(epoch), int(high_water))
    return places


def note_backup(connection: sa.Connection, places: Mapping[str, Place], *, now_us: int) -> None:
    """A backup that has everything up to ``places`` is durable; a mark never moves back."""
    for station, (epoch, seq) in places.items():
        known = durable_backup(connection, station)
        if known is None or known < (epoch, seq):
            row = {"station": station, "epoch": epoch, "seq": seq, "noted_at": now_us}
            upsert(connection, backup_mark, row)


def _joins(connection: sa.Connection, station: str, epoch: int) -> bool:
    """Whether what the station wrote before ``epoch`` is here too.

    An epoch's first event names the one before it in the station's own journal.  When that is
    missing, older events may still be on their way: the mark must not pass over them.
    """
    first = sa.select(event.c.prev_hash).where(
        event.c.station == station, event.c.epoch == epoch, event.c.seq == 1
    )
    before = connection.execute(first).scalar_one_or_none()
    if before == GENESIS:
        return True
    return any(
        connection.execute(
            sa.select(table.c.seq).where(table.c.station == station, table.c.hash == before)
        ).first()
        is not None
        for table in (event, forked_event)
    )
