"""The envelope around every event: who, where, when, in which order, provably.

The hash of an event is ``SHA-256(DOMAIN_TAG || previous hash || stored bytes)``.  It is always
taken over the bytes as they were first written; nothing is ever encoded again to check it.
"""

from __future__ import annotations

import hashlib

import msgspec
from msgspec import Raw, Struct

DOMAIN_TAG = b"asbuilt/event/1\0"
HEAD_TAG = b"asbuilt/head/1\0"

#: The hash before the first event of a station's first epoch.
GENESIS = "0" * 64


class Actor(Struct, frozen=True):
    """Who caused the event.  ``kind`` is "person", "device" or "system"."""

    kind: str
    id: str


class Refs(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the event is about, for finding it again."""

    order: str | None = None
    unit: str | None = None
    operation: str | None = None
    step: str | None = None
    lot: str | None = None
    instruction: str | None = None
    revision: str | None = None


class Envelope(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event as stored.

    Times are microseconds since 1970, UTC: ``at`` when it happened, ``recorded_at`` when it was
    written.  ``mono_ns`` counts from an arbitrary start and is comparable within one ``boot``.
    ``seen_pos`` is how far the station had seen the server's feed.  ``clock_quality`` is
    "synced", "holdover", "unknown" or "stepped".
    """

    v: int
    event_id: str
    station: str
    epoch: int
    seq: int
    kind: str
    version: int
    at: int
    recorded_at: int
    mono_ns: int
    boot: str
    seen_pos: int
    actor: Actor
    body: Raw
    prev_hash: str
    clock_quality: str = "unknown"
    clock_offset_us: int | None = None
    refs: Refs = Refs()
    causes: tuple[str, ...] = ()

    @property
    def begins_anew(self) -> bool:
        """Whether its journal knows of nothing before: a new machine, or one that lost its own."""
        return self.seq == 1 and self.prev_hash == GENESIS


_decoder = msgspec.json.Decoder(Envelope)
_encoder = msgspec.json.Encoder()


def encode_envelope(envelope: Envelope) -> bytes:
    """The bytes to store.  Call once per event."""
    return _encoder.encode(envelope)


def decode_envelope(raw: bytes) -> Envelope:
    """Read stored bytes.

    Raises:
        msgspec.ValidationError: these bytes are no envelope.
    """
    return _decoder.decode(raw)


def chain_hash(prev_hash: str, raw: bytes) -> str:
    """The hash (hex) of ``raw`` standing after ``prev_hash`` (hex)."""
    return hashlib.sha256(DOMAIN_TAG + bytes.fromhex(prev_hash) + raw).hexdigest()


def head_message(station: str, epoch: int, seq: int, hash_hex: str) -> bytes:
    """The bytes a station signs for the head of its chain."""
    return HEAD_TAG + f"{station}\0{epoch}\0{seq}\0{hash_hex}".encode()
