"""What the station asks its journal: units, parts and results, from the projections."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import msgspec

from app.domain.envelope import Envelope, decode_envelope
from app.domain.events import ReadingUnassigned
from app.journal.segments import sealed_up_to
from app.ports.devices import LastResult
from app.ports.journal import KeptResult, Unassigned

if TYPE_CHECKING:
    import apsw

#: How far back something recent is looked for.
_NEWEST = 500


def unit_events(db: apsw.Connection, serial: str) -> tuple[Envelope, ...]:
    """Everything recorded about a unit that is not in a segment, oldest first."""
    end = sealed_up_to(db)
    rows = db.execute(
        "SELECT raw FROM event WHERE unit = ? AND (epoch, seq) > (?, ?) ORDER BY epoch, seq",
        (serial, end.epoch, end.seq),
    )
    return tuple(decode_envelope(raw) for (raw,) in rows)


def open_unit(db: apsw.Connection) -> str | None:
    """The unit started last that is neither held nor completed."""
    serial = db.execute(
        "SELECT serial FROM unit WHERE state = 'open' ORDER BY epoch DESC, seq DESC LIMIT 1"
    ).get
    return None if serial is None else str(serial)


def unit_state(db: apsw.Connection, serial: str) -> str | None:
    """One of open, held and completed; None for a unit never seen."""
    state = db.execute("SELECT state FROM unit WHERE serial = ?", (serial,)).get
    return None if state is None else str(state)


def done_count(db: apsw.Connection, order: str) -> int:
    """Units of an order completed here."""
    return int(
        db.execute(
            "SELECT count(*) FROM unit WHERE order_id = ? AND state = 'completed'", (order,)
        ).get
    )


def fitted_in(db: apsw.Connection, part: str, serial: str) -> str | None:
    """The unit that has this serialised component."""
    unit = db.execute("SELECT unit FROM fitted WHERE part = ? AND serial = ?", (part, serial)).get
    return None if unit is None else str(unit)


def last_result(db: apsw.Connection, source: str) -> LastResult | None:
    """The newest by the source's epoch, then by when it came; states and gaps do not count."""
    row = db.execute(
        "SELECT source_epoch, result_id, at_device FROM result WHERE source = ? "
        "AND is_numbered = 1 ORDER BY source_epoch DESC, epoch DESC, seq DESC LIMIT 1",
        (source,),
    ).fetchone()
    if row is None:
        return None
    epoch, result_id, at_device = row
    return LastResult(int(epoch), str(result_id), None if at_device is None else str(at_device))


def unassigned(db: apsw.Connection, most: int) -> Unassigned:
    """The results that wait for a person: how many, and the ``most`` oldest."""
    rows = db.execute("SELECT unit, body FROM unassigned ORDER BY epoch, seq LIMIT ?", (most,))
    oldest = tuple(
        KeptResult(
            msgspec.json.decode(cast("bytes", body), type=ReadingUnassigned),
            cast("str | None", unit),
        )
        for unit, body in rows
    )
    return Unassigned(int(db.execute("SELECT count(*) FROM unassigned").get), oldest)


def lately(db: apsw.Connection, kind: str, since_us: int) -> tuple[Envelope, ...]:
    """Events of ``kind`` since then, oldest first, among the newest: never a long search."""
    rows = db.execute(
        "SELECT raw FROM (SELECT epoch, seq, kind, at, raw FROM event "
        "ORDER BY epoch DESC, seq DESC LIMIT ?) WHERE kind = ? AND at >= ? ORDER BY epoch, seq",
        (_NEWEST, kind, since_us),
    )
    return tuple(decode_envelope(cast("bytes", raw)) for (raw,) in rows)
