"""An event of the log as the projections see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Envelope, decode_envelope
from app.domain.events import KINDS, Body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any


_NUL, _REPLACEMENT = rb"\u0000", rb"\ufffd"


@dataclass(frozen=True, slots=True)
class Fact:
    """One event with its place in the log.

    ``body`` is None for a kind we do not know (yet); ``unreadable`` says what is wrong with the
    body of a kind we do know.
    """

    pos: int
    recv_at: int
    envelope: Envelope
    body: Body | None
    unreadable: str | None = None

    @property
    def unit(self) -> str | None:
        return self.envelope.refs.unit

    @property
    def begins_anew(self) -> bool:
        return self.envelope.begins_anew


def read_facts(rows: Iterable[Any]) -> Iterator[Fact]:
    """Decode rows of the event table; never fails, an unreadable body says so."""
    for row in rows:
        yield read_fact(row.pos, row.recv_at, row.raw)


def read_fact(pos: int, recv_at: int, raw: bytes) -> Fact:
    """One stored event."""
    # Text columns cannot hold NUL; the stored bytes, and their hash, keep it.
    envelope = decode_envelope(bytes(raw).replace(_NUL, _REPLACEMENT))
    body, unreadable = _read_body(envelope)
    return Fact(pos, recv_at, envelope, body, unreadable)


def _read_body(envelope: Envelope) -> tuple[Body | None, str | None]:
    kind = KINDS.get(envelope.kind)
    if kind is None:
        return None, None
    try:
        return msgspec.json.decode(envelope.body, type=kind), None
    except msgspec.DecodeError as error:
        return None, str(error)
