"""Looks up single records of a journal, on a connection of its own beside the writer.

What has been sealed into files is not looked up here: it is old, confirmed and in the copies.
"""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, cast

import apsw

from app.domain.envelope import decode_envelope
from app.journal.faults import fault
from app.journal.projections import read_fact
from app.journal.schema import reader
from app.ports.records import Record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

#: The first head that was signed at or after the event, in its epoch.
_SIGNED = (
    "(SELECT min(seq) FROM (SELECT epoch, seq FROM head UNION SELECT epoch, seq FROM checkpoint) s"
    " WHERE s.epoch = event.epoch AND s.seq >= event.seq)"
)
_ACKED = "coalesce((SELECT acked FROM epoch e WHERE e.epoch = event.epoch), 0) >= event.seq"
_SELECT = f"SELECT raw, hash, {_SIGNED}, {_ACKED} FROM event "  # noqa: S608 (constants)
_NEWEST = " ORDER BY epoch DESC, seq DESC LIMIT ?"


class JournalRecords:
    """Implements :class:`app.ports.records.Records` for the journal at ``path``."""

    def __init__(self, path: Path) -> None:
        self._path = path

    async def of_unit(
        self, serial: str, *, kinds: frozenset[str] | None, step: str | None, most: int
    ) -> tuple[tuple[Record, ...], int]:
        where, values = "unit = ?", [serial]
        if kinds is not None:
            where += f" AND kind IN ({', '.join('?' * len(kinds))})"
            values += sorted(kinds)
        if step is not None:
            where += " AND json_extract(raw, '$.refs.step') = ?"
            values.append(step)
        return await asyncio.to_thread(self._find, where, values, most, _NEWEST)

    async def of_kind(
        self, kind: str, *, key: str, value: str, most: int
    ) -> tuple[tuple[Record, ...], int]:
        where = "kind = ? AND json_extract(raw, ?) = ?"
        return await asyncio.to_thread(self._find, where, [kind, key, value], most, _NEWEST)

    async def newest(self) -> tuple[Record | None, int]:
        found, total = await asyncio.to_thread(self._find, "true", [], 1, _NEWEST)
        return (found[0] if found else None), total

    async def waiting(self, most: int) -> tuple[tuple[Record, ...], int]:
        where, oldest = f"NOT {_ACKED}", " ORDER BY epoch, seq LIMIT ?"
        return await asyncio.to_thread(self._find, where, [], most, oldest)

    def _find(
        self, where: str, values: Sequence[str], most: int, end: str
    ) -> tuple[tuple[Record, ...], int]:
        with reader(self._path) as db:
            try:
                count = f"SELECT count(*) FROM event WHERE {where}"  # noqa: S608 (ours)
                total = int(db.execute(count, tuple(values)).get)
                rows = db.execute(f"{_SELECT}WHERE {where}{end}", (*values, most))
                found = [cast("tuple[bytes, str, int | None, int]", row) for row in rows]
                return tuple(_record(*row) for row in found), total
            except apsw.Error as error:
                raise fault(self._path, error, doing="looked up in") from error


def _record(raw: bytes, hash_hex: str, signed: int | None, is_confirmed: int) -> Record:
    envelope = decode_envelope(raw)
    fact = read_fact(envelope)
    return Record(
        event_id=envelope.event_id,
        epoch=envelope.epoch,
        seq=envelope.seq,
        kind=envelope.kind,
        at_us=envelope.at,
        actor=envelope.actor,
        unit=envelope.refs.unit,
        body=None if fact is None else fact.body,
        hash=hash_hex,
        signed_seq=signed,
        is_confirmed=bool(is_confirmed),
    )
