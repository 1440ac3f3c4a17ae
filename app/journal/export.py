"""Writes a journal out, one envelope a line, exactly as stored."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import apsw

from app.journal.faults import fault
from app.journal.schema import reader
from app.journal.segments import read_segment, sealed_up_to, segments_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def export(path: Path, *, since: int = 0) -> Iterator[bytes]:
    """The stored bytes of every event whose number is above ``since``, in order, sealed or not.

    Raises:
        InvalidInput: there is no file.
        StorageFault: the file is no journal, or damaged from here on.
    """
    with reader(path) as db:
        try:
            end = sealed_up_to(db)
            for segment in segments_of(db):
                events = read_segment(path, segment)
                yield from (event.raw for event in events if event.seq > since)
            for (raw,) in db.execute(
                "SELECT raw FROM event WHERE seq > ? AND (epoch, seq) > (?, ?) "
                "ORDER BY epoch, seq",
                (since, end.epoch, end.seq),
            ):
                yield cast("bytes", raw)
        except apsw.Error as error:
            raise fault(path, error, doing="exported further") from error


def count_events(path: Path) -> int:
    """How many events there are, sealed ones too; raises as :func:`export`."""
    with reader(path) as db:
        try:
            end = sealed_up_to(db)
            sealed = sum(segment.events for segment in segments_of(db))
            select = "SELECT count(*) FROM event WHERE (epoch, seq) > (?, ?)"
            return sealed + int(db.execute(select, (end.epoch, end.seq)).get)
        except apsw.Error as error:
            raise fault(path, error, doing="counted") from error


def stored_station(path: Path) -> str | None:
    """The name of the station whose journal this is; None when nothing was ever written."""
    with reader(path) as db:
        name = db.execute("SELECT value FROM meta WHERE key = 'station'").get
    return None if name is None else str(name)
