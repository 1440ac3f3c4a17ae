"""Proves a journal from its file alone: chain, numbers, projections, blobs, signatures.

Works beside a running station and on a copy: it only reads.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import apsw
import msgspec
from nacl.exceptions import CryptoError
from nacl.signing import VerifyKey

from app.domain.envelope import GENESIS, Envelope, chain_hash, decode_envelope
from app.domain.errors import DuplicateResult, StorageFault
from app.journal.projections import read_fact
from app.journal.schema import has_table, reader, structure_problem
from app.journal.sealed_reads import INDEXED
from app.journal.segments import Segment, read_segment, segments_of
from app.journal.station_projections import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.ports.sync import StoredEvent

#: The verified content of a blob, or None.
ReadBlob: TypeAlias = Callable[[str], bytes | None]
#: The bytes a station signs for a chain head: station, epoch, number, hash.
HeadMessage: TypeAlias = Callable[[str, int, int, str], bytes]

_TOLD_EVERY = 500
_COLUMNS = "epoch, seq, event_id, kind, unit, at, raw, hash"


@dataclass(frozen=True, slots=True)
class BadEvent:
    """The first event that cannot be right, and what is wrong with it."""

    epoch: int
    seq: int
    event_id: str
    what: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check found; ``problems`` are sentences beyond the chain itself."""

    events: int
    first_bad: BadEvent | None
    problems: tuple[str, ...]

    @property
    def is_ok(self) -> bool:
        return self.first_bad is None and not self.problems


@dataclass(frozen=True, slots=True)
class _Row:
    epoch: int
    seq: int
    event_id: str
    kind: str
    unit: str | None
    at: int
    raw: bytes
    hash: str


def verify(
    path: Path,
    *,
    read_blob: ReadBlob,
    head_message: HeadMessage,
    told: Callable[[int], None] = lambda _events: None,
) -> Verdict:
    """Check everything there is; ``told`` hears now and then how many events are checked.

    Raises:
        InvalidInput: there is no file.
        StorageFault: the file cannot even be opened as a journal.
    """
    with reader(path) as db, closing(apsw.Connection(":memory:")) as scratch:
        db.execute("BEGIN")  # one view of the file, also while the station writes
        check = _ChainCheck(db, scratch, path, told)
        problems: tuple[str, ...] = ()
        try:
            check.run()
            if check.bad is None:
                problems = (
                    *_projections_off(db, scratch),
                    *_blobs_off(db, read_blob),
                    *_heads_off(db, check.signed_hashes, head_message),
                    *_sealed_units_off(db, check.sealed_units),
                    *_index_off(db),
                )
        except StorageFault as fault:
            problems = (str(fault),)
        except (apsw.Error, ValueError, msgspec.MsgspecError) as error:
            problems = (f"the file is damaged after {check.events} readable events ({error})",)
    return Verdict(check.events, check.bad, problems)


class _ChainCheck:
    """Walks the events once, sealed ones first, and builds their projections anew on the way.

    ``signed_hashes`` has the hash found at each place that somebody signed, ``sealed_units`` the
    units found in each segment.
    """

    def __init__(
        self,
        db: apsw.Connection,
        scratch: apsw.Connection,
        path: Path,
        told: Callable[[int], None],
    ) -> None:
        self._told = told
        self._db = db
        self._scratch = scratch
        self._path = path
        self.signed_hashes: dict[tuple[int, int], str | None] = {}
        self.sealed_units: dict[Segment, set[str]] = {}
        self._station = ""
        self._at = (0, 0)
        self._prev = GENESIS
        self.events = 0
        self.bad: BadEvent | None = None

    def run(self) -> None:
        self._station = str(self._db.execute("SELECT value FROM meta WHERE key = 'station'").get)
        self.signed_hashes = {(epoch, seq): None for epoch, seq, *_ in _signed_heads(self._db)}
        for projection in ALL:
            projection.create(self._scratch)
        self._scratch.execute("BEGIN")
        for row in self._rows():
            what = self._what_is_wrong(row)
            if what is not None:
                self.bad = BadEvent(row.epoch, row.seq, row.event_id, what)
                break
            self.events += 1
            if self.events % _TOLD_EVERY == 0:
                self._told(self.events)
            self._at, self._prev = (row.epoch, row.seq), row.hash
            if self._at in self.signed_hashes:
                self.signed_hashes[self._at] = row.hash
        self._scratch.execute("COMMIT")

    def _rows(self) -> Iterator[_Row]:
        end = (0, 0)
        for segment in segments_of(self._db):
            units = self.sealed_units.setdefault(segment, set())
            for event in read_segment(self._path, segment):
                row = _sealed_row(event)
                if row.unit is not None:
                    units.add(row.unit)
                yield row
            end = (segment.last_epoch, segment.last_seq)
        found = self._db.execute(
            f"SELECT {_COLUMNS} FROM event WHERE (epoch, seq) > (?, ?) ORDER BY epoch, seq",  # noqa: S608 (a constant)
            end,
        )
        for values in found:
            yield msgspec.convert(dict(zip(_COLUMNS.split(", "), values, strict=True)), _Row)

    def _what_is_wrong(self, row: _Row) -> str | None:
        epoch, seq = self._at
        expected = seq + 1 if row.epoch == epoch else 1
        if row.seq != expected:
            return f"number {expected} is missing before it"
        if chain_hash(self._prev, row.raw) != row.hash:
            return "its bytes do not match its hash and the hash before it"
        try:
            envelope = decode_envelope(row.raw)
        except msgspec.MsgspecError as error:
            return f"its bytes are no event: {error}"
        return self._disagreement(row, envelope) or self._project(envelope)

    def _disagreement(self, row: _Row, envelope: Envelope) -> str | None:
        pairs = {
            "epoch": (row.epoch, envelope.epoch),
            "number": (row.seq, envelope.seq),
            "event id": (row.event_id, envelope.event_id),
            "kind": (row.kind, envelope.kind),
            "unit": (row.unit, envelope.refs.unit),
            "time": (row.at, envelope.at),
            "previous hash": (self._prev, envelope.prev_hash),
            "station": (self._station, envelope.station),
        }
        wrong = [name for name, (column, stored) in pairs.items() if column != stored]
        return f"its {wrong[0]} is not what its bytes say" if wrong else None

    def _project(self, envelope: Envelope) -> str | None:
        try:
            fact = read_fact(envelope)
        except msgspec.MsgspecError as error:
            return f"its body is not of its kind: {error}"
        if fact is not None:
            try:
                for projection in ALL:
                    projection.apply(self._scratch, fact)
            except DuplicateResult as duplicate:
                return f"it repeats another event: {duplicate}"
        return None


def _sealed_row(event: StoredEvent) -> _Row:
    """A sealed event has its bytes and its place in the chain; its columns are gone."""
    stored = decode_envelope(event.raw)
    return _Row(
        event.epoch,
        event.seq,
        stored.event_id,
        stored.kind,
        stored.refs.unit,
        stored.at,
        event.raw,
        event.hash,
    )


def _projections_off(db: apsw.Connection, scratch: apsw.Connection) -> list[str]:
    return [
        f"projection {projection.name} is not what the events say: rebuild it"
        for projection in ALL
        if projection.is_drawn(db) and projection.digest(db) != projection.digest(scratch)
    ]


def _blobs_off(db: apsw.Connection, read_blob: ReadBlob) -> list[str]:
    rows = db.execute("SELECT sha256, epoch, seq FROM blob_ref ORDER BY epoch, seq").fetchall()
    return [
        f"blob {sha256} of event {seq} (epoch {epoch}) is missing or damaged"
        for sha256, epoch, seq in rows
        if read_blob(str(sha256)) is None
    ]


def _signed_heads(db: apsw.Connection) -> list[tuple[int, int, str, str, str]]:
    """Epoch, number, hash, signature and key: signed for the server, and of our own accord."""
    select = "SELECT epoch, seq, hash, signature, public_key FROM "
    ours = f" UNION {select} checkpoint" if has_table(db, "checkpoint") else ""
    rows = db.execute(f"{select} head{ours} ORDER BY epoch, seq").fetchall()
    return msgspec.convert(rows, list[tuple[int, int, str, str, str]])


def _heads_off(
    db: apsw.Connection, found: dict[tuple[int, int], str | None], message: HeadMessage
) -> list[str]:
    station = str(db.execute("SELECT value FROM meta WHERE key = 'station'").get)
    problems = []
    for epoch, seq, signed, signature, key in _signed_heads(db):
        if found[(epoch, seq)] != signed:
            problems.append(f"event {seq} (epoch {epoch}) is not the one that was signed")
        elif not _is_signed(message(station, epoch, seq, signed), signature, key):
            problems.append(f"the signature over event {seq} (epoch {epoch}) is wrong")
    return problems


def _sealed_units_off(db: apsw.Connection, found: dict[Segment, set[str]]) -> list[str]:
    if not has_table(db, "sealed_unit"):
        return []
    problems = []
    for segment, units in found.items():
        rows = db.execute(
            "SELECT unit FROM sealed_unit WHERE (last_epoch, last_seq) = (?, ?)",
            (segment.last_epoch, segment.last_seq),
        )
        indexed = {str(unit) for (unit,) in rows}
        # The others were sealed by software that knew no index; they are read for every unit.
        if INDEXED in indexed and indexed != {INDEXED, *units}:
            problems.append(f"the index of units in {segment.suffix} is not what is in it")
    return problems


def _is_signed(message: bytes, signature: str, key: str) -> bool:
    try:
        VerifyKey(bytes.fromhex(key)).verify(message, bytes.fromhex(signature))
    except (CryptoError, ValueError, TypeError):
        return False
    return True


def _index_off(db: apsw.Connection) -> list[str]:
    found = structure_problem(db)
    return [] if found is None else [f"the file's structure is damaged ({found})"]
