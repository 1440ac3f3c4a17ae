"""The as-built record as a signed file: readable in ten years with nothing but the plant's key.

The file is one JSON object, ``{"format":…,"plant_key":…,"signature":…,"content":…}``.  The
signature (Ed25519, hex) is over ``RECORD_TAG`` and the bytes of ``content`` exactly as they stand
in the file; nothing is ever encoded again to check it, and a file that is not written character
for character like this is refused.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import Raw, Struct

from app.domain.envelope import Envelope, chain_hash, decode_envelope, head_message
from app.domain.signatures import content_hash

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    #: Public key (hex), message, signature (hex): whether it is that key's.
    IsSigned: TypeAlias = Callable[[str, bytes, str], bool]

FORMAT = "asbuilt/record/1"
RECORD_TAG = b"asbuilt/record/1\0"
_HEX = frozenset("0123456789abcdef")


class RecordedEvent(Struct, frozen=True, kw_only=True):
    """An event as its station wrote it: ``raw`` is the text of the stored bytes."""

    pos: int
    recv_at: int
    prev_hash: str
    hash: str
    raw: str


class SignedHead(Struct, frozen=True, kw_only=True):
    """What a station signed: its chain stood here."""

    station: str
    epoch: int
    seq: int
    hash: str
    signature: str


class StationKey(Struct, frozen=True, kw_only=True):
    """The key a station signed with in an epoch, as enrolled at the plant."""

    station: str
    epoch: int
    public_key: str


class RecordContent(Struct, frozen=True, kw_only=True):
    """``unit`` is the record as people read it; ``events`` are what it was made from.

    Events without a unit of their own stand between the unit's last one and the head that its
    station signed.  ``blobs`` are the SHA-256 of photos, curves and drawings, kept beside.
    """

    plant: str
    generation: str
    made_at: int
    unit: Raw
    events: tuple[RecordedEvent, ...]
    heads: tuple[SignedHead, ...]
    keys: tuple[StationKey, ...]
    blobs: tuple[str, ...] = ()


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    format: str
    plant_key: str
    signature: str
    content: Raw


class _Told(Struct, frozen=True):
    """What of the readable record is compared with the events."""

    serial: str
    evidence: str | None = None
    gaps: tuple[str, ...] = ()


class _Completed(Struct, frozen=True):
    evidence: str
    gaps: tuple[str, ...] = ()


class _Resolved(Struct, frozen=True):
    how: str
    gaps: tuple[str, ...] = ()


class _Signed(Struct, frozen=True):
    name: str
    signs: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at, in a sentence."""

    is_ok: bool
    words: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of it; ``serial`` and ``evidence`` are None where the file cannot be read."""

    checks: tuple[Check, ...]
    serial: str | None = None
    evidence: str | None = None
    plant_key: str | None = None

    @property
    def is_ok(self) -> bool:
        return all(check.is_ok for check in self.checks)


def write_record(content: bytes, *, plant_key: str, signature: str) -> bytes:
    """The file's bytes around ``content``, which was signed as ``RECORD_TAG + content``."""
    head = f'{{"format":"{FORMAT}","plant_key":"{plant_key}","signature":"{signature}","content":'
    return head.encode() + content + b"}\n"


def check_record(file: bytes, *, is_signed: IsSigned, plant_key: str | None = None) -> Checked:
    """Everything that can be checked with the file alone, and the plant's key if it is given."""
    try:
        read = msgspec.json.decode(file, type=_File)
        content = msgspec.json.decode(read.content, type=RecordContent)
        told = msgspec.json.decode(content.unit, type=_Told)
        checks = (
            *_check_frame(file, read, is_signed, plant_key),
            *_check_events(content, told),
            *_check_heads(content, is_signed),
        )
    except (msgspec.DecodeError, RecursionError) as error:
        return Checked((Check(is_ok=False, words=f"This is no signed record: {error}."),))
    return Checked(checks, told.serial, told.evidence, read.plant_key)


def _check_frame(
    file: bytes, read: _File, is_signed: IsSigned, plant_key: str | None
) -> Iterator[Check]:
    body = bytes(read.content)
    if read.format != FORMAT:
        yield Check(is_ok=False, words=f"The format is {read.format!r}, known is {FORMAT!r}.")
    whole = write_record(body, plant_key=read.plant_key, signature=read.signature)
    # Capitals and spaces in them would be read as the same bytes.
    if file != whole or not _HEX.issuperset(read.plant_key + read.signature):
        yield Check(is_ok=False, words="The file was changed around the record.")
    if plant_key is not None and plant_key != read.plant_key:
        yield Check(is_ok=False, words="The file names another plant's key than the one given.")
    key = read.plant_key if plant_key is None else plant_key
    is_good = is_signed(key, RECORD_TAG + body, read.signature)
    words = "The plant's signature is good." if is_good else "The plant's signature is wrong."
    yield Check(is_good, words)


def _check_events(content: RecordContent, told: _Told) -> Iterator[Check]:
    envelopes: list[Envelope] = []
    for event in content.events:
        envelope = _proven(event)
        if envelope is None:
            yield Check(is_ok=False, words=f"Record {event.pos} is not what its hash says.")
            return
        if envelope.refs.unit not in (told.serial, None):
            yield Check(is_ok=False, words=f"Record {event.pos} is about another unit.")
        if envelope.prev_hash != event.prev_hash:
            yield Check(is_ok=False, words=f"Record {event.pos} names another one before it.")
        envelopes.append(envelope)
    yield Check(is_ok=True, words=f"{len(envelopes)} records are what their hashes say.")
    yield from _check_order(content, envelopes)
    yield from _check_evidence(envelopes, told)
    yield from _check_signatures(envelopes)


def _proven(event: RecordedEvent) -> Envelope | None:
    """The envelope, if these bytes are the ones that were hashed."""
    raw = event.raw.encode()
    try:
        is_whole = chain_hash(event.prev_hash, raw) == event.hash
        return decode_envelope(raw) if is_whole else None
    except ValueError:  # a hash that is no hash, bytes that are no envelope
        return None


def _check_order(content: RecordContent, envelopes: list[Envelope]) -> Iterator[Check]:
    """Neighbours of one chain must be joined by their hashes."""
    last: dict[tuple[str, int], tuple[int, str]] = {}
    for event, envelope in zip(content.events, envelopes, strict=True):
        chain = (envelope.station, envelope.epoch)
        seq, hash_hex = last.get(chain, (0, ""))
        if envelope.seq <= seq:
            yield Check(is_ok=False, words=f"Record {event.pos} is out of its station's order.")
        elif seq and envelope.seq == seq + 1 and event.prev_hash != hash_hex:
            yield Check(is_ok=False, words=f"Record {event.pos} does not follow the one before.")
        last[chain] = (envelope.seq, event.hash)


def _check_evidence(envelopes: list[Envelope], told: _Told) -> Iterator[Check]:
    """A gap stays until evidence for it came; nobody's acceptance closes one."""
    evidence: str | None = None
    gaps: dict[str, None] = {}
    for envelope in envelopes:
        if envelope.refs.unit != told.serial:
            continue
        if envelope.kind == "unit.completed":
            said = msgspec.json.decode(envelope.body, type=_Completed)
            gaps |= dict.fromkeys(said.gaps)
            is_good = said.evidence == "provable" and evidence != "not_provable"
            evidence = "provable" if is_good else "not_provable"
        elif envelope.kind == "evidence.resolved":
            came = msgspec.json.decode(envelope.body, type=_Resolved)
            if came.how == "came":
                gaps = {gap: None for gap in gaps if gap not in came.gaps}
                evidence = "not_provable" if gaps else "provable"
    if evidence is None:
        return
    is_same = (evidence, tuple(gaps)) == (told.evidence, told.gaps)
    words = "as its station judged" if is_same else "not what its station judged"
    yield Check(is_same, f"The evidence status is {words}.")


def _check_signatures(envelopes: list[Envelope]) -> Iterator[Check]:
    """Each signature names what it signs by its hash: a record after it, in the same chain."""
    bound = 0
    for number, envelope in enumerate(envelopes):
        if envelope.kind != "signed.off":
            continue
        said = msgspec.json.decode(envelope.body, type=_Signed)
        if said.signs is None:
            continue
        chain = (envelope.station, envelope.epoch)
        later = (e for e in envelopes[number + 1 :] if (e.station, e.epoch) == chain)
        if said.signs in (content_hash(e.kind, bytes(e.body)) for e in later):
            bound += 1
        else:
            words = f"The signature of {said.name} signs nothing in this record."
            yield Check(is_ok=False, words=words)
    if bound:
        yield Check(is_ok=True, words=f"{bound} signatures are bound to what they sign.")


def _check_heads(content: RecordContent, is_signed: IsSigned) -> Iterator[Check]:
    keys = {(key.station, key.epoch): key.public_key for key in content.keys}
    hashes = {}
    for event in content.events:
        envelope = _proven(event)
        if envelope is not None:
            hashes[envelope.station, envelope.epoch, envelope.seq] = event.hash
    for head in content.heads:
        place = f"{head.station}, record {head.seq}"
        message = head_message(head.station, head.epoch, head.seq, head.hash)
        key = keys.get((head.station, head.epoch), "")
        is_joined = hashes.get((head.station, head.epoch, head.seq)) == head.hash
        if not is_signed(key, message, head.signature):
            yield Check(is_ok=False, words=f"The station's signature is wrong: {place}.")
        elif not is_joined:
            yield Check(is_ok=False, words=f"The station signed something else: {place}.")
        else:
            yield Check(is_ok=True, words=f"The station's signature is good: {place}.")
