"""What the plant told of units: other stations' events, beside the journal's own chain.

They are no part of the chain and no projection is made of them: a station vouches for its own
events only.  Each stands with its hash, and is used only while its bytes have it.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec
from msgspec import convert

from app.domain.envelope import Envelope, chain_hash, decode_envelope
from app.ports.units import ToldMark

if TYPE_CHECKING:
    import apsw

    from app.ports.units import ToldPage

TABLES = """
CREATE TABLE IF NOT EXISTS told_unit (
  unit TEXT PRIMARY KEY, generation TEXT NOT NULL, pos INTEGER NOT NULL, told INTEGER,
  asked INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS told_event (
  unit TEXT NOT NULL, pos INTEGER NOT NULL, hash TEXT NOT NULL, raw BLOB NOT NULL,
  PRIMARY KEY (unit, pos)
) STRICT;
"""
#: Units kept beside those that are unfinished here; a shift of one station sees fewer.
MOST_UNITS = 1_000

_log = logging.getLogger(__name__)


def told_mark(db: apsw.Connection, serial: str) -> ToldMark:
    """How much of the unit's record is here."""
    row = db.execute(
        "SELECT generation, pos, told FROM told_unit WHERE unit = ?", (serial,)
    ).fetchone()
    return ToldMark() if row is None else ToldMark(*convert(row, tuple[str, int, int | None]))


def told_events(db: apsw.Connection, serial: str) -> tuple[Envelope, ...] | None:
    """In the order of the plant's log; None when what is kept is not what was told."""
    rows = db.execute(
        "SELECT hash, raw FROM told_event WHERE unit = ? ORDER BY pos", (serial,)
    ).fetchall()
    try:
        return tuple(_checked(*row) for row in convert(rows, list[tuple[str, bytes]]))
    except ValueError as error:
        _log.error("what the plant told of unit %s is damaged here: %s", serial, error)
        return None


def keep_told(db: apsw.Connection, serial: str, page: ToldPage, now_us: int) -> ToldMark:
    """Add ``page`` to what came before it, or begin anew with a page that starts at 0."""
    if page.after == 0:
        forget_told(db, serial)
    db.executemany(
        "INSERT OR REPLACE INTO told_event VALUES (?, ?, ?, ?)",
        ((serial, event.pos, event.hash, event.raw) for event in page.events),
    )
    pos = page.events[-1].pos if page.events else page.after
    told_us = now_us if page.is_last else told_mark(db, serial).told_us
    mark = ToldMark(page.generation, pos, told_us)
    db.execute(
        "INSERT OR REPLACE INTO told_unit VALUES (?, ?, ?, ?, ?)",
        (serial, mark.generation, mark.pos, mark.told_us, now_us),
    )
    _forget_old(db)
    return mark


def forget_told(db: apsw.Connection, serial: str) -> None:
    """As if the plant had never told of it."""
    db.execute("DELETE FROM told_event WHERE unit = ?", (serial,))
    db.execute("DELETE FROM told_unit WHERE unit = ?", (serial,))


def _checked(hash_hex: str, raw: bytes) -> Envelope:
    """Raises ValueError for bytes that are not those that were told."""
    try:
        envelope = decode_envelope(raw)
    except msgspec.MsgspecError as error:
        msg = f"an event cannot be read ({error})"
        raise ValueError(msg) from error
    if chain_hash(envelope.prev_hash, raw) != hash_hex:
        msg = f"the bytes of {envelope.event_id} do not have its hash"
        raise ValueError(msg)
    return envelope


def _forget_old(db: apsw.Connection) -> None:
    """Of the units asked for longest ago, those that are not in work here."""
    old = db.execute(
        "SELECT unit FROM told_unit WHERE unit NOT IN "
        "(SELECT serial FROM unit WHERE state IN ('open', 'left', 'held')) "
        "ORDER BY asked DESC LIMIT -1 OFFSET ?",
        (MOST_UNITS,),
    ).fetchall()
    for (serial,) in convert(old, list[tuple[str]]):
        forget_told(db, serial)
