"""One unit's record: what was done, what is in it, and whether that can be proven."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.envelope import Actor, chain_hash
from app.domain.events import PhotoTaken, ReadingAssigned, TighteningRecorded
from app.domain.instructions import TorqueStep
from app.domain.plant import Person
from app.domain.problem_events import DefectRecorded, DefectResolved
from app.domain.quality_events import UnitDisposed
from server.db.tables import curve, event, unit_line
from server.log.feed import current
from server.read.facts import Fact, read_facts
from server.read.form_record import subject
from server.read.form_words import wording
from server.read.parts_tree import PartNode, parts_tree
from server.read.times import maybe_utc, utc
from server.read.unit_evidence import (
    Gap,
    RecordedValue,
    Resolution,
    Signature,
    gap_notes,
    unit_evidence,
)
from server.read.vocabulary import Vocabulary, vocabulary
from server.read.words import RESULT_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator


class Line(Struct, frozen=True, kw_only=True):
    """One line of the as-built list; ``state`` is ok, nok, blocked, attention or info."""

    pos: int
    event_id: str
    kind: str
    at: datetime
    station: str
    step: str
    evidence: str
    by: str
    by_kind: str
    by_id: str
    state: str
    result: str


class TracedCurve(Struct, frozen=True, kw_only=True):
    """A tightening's trace: where it belongs and the blob that holds it."""

    title: str
    ok: bool
    source: str
    result_id: str
    blob: str
    low_nm: float | None = None
    high_nm: float | None = None


class UnitPhoto(Struct, frozen=True, kw_only=True):
    """A picture of the unit: what it shows and the blob (a JPEG) that holds it."""

    title: str
    camera: str
    by: str
    blob: str
    width_px: int
    height_px: int
    taken_at: datetime


class UnitDefect(Struct, frozen=True, kw_only=True):
    """A defect on the step's picture: each pin is x and y as shares of width and height."""

    number: int
    title: str
    words: str
    is_open: bool
    picture: str | None = None
    pins: tuple[tuple[float, float], ...] = ()


class ChainHead(Struct, frozen=True, kw_only=True):
    """The last event of the unit in its station's chain."""

    station: str
    epoch: int
    seq: int
    hash: str


class Proof(Struct, frozen=True, kw_only=True):
    """``broken_at`` is the position of the first record that is not what its hash says."""

    records: int
    broken_at: int | None
    heads: tuple[ChainHead, ...]


class UnitRecord(Struct, frozen=True, kw_only=True):
    """Everything the plant knows about a unit.

    ``evidence`` is "provable" or "not_provable", None while the unit is in work.  ``values`` are
    all that its instructions ask for, ``missing`` the gaps with their owners, ``resolutions`` what
    became of them.
    """

    serial: str
    product: str
    variant: str
    order: str
    instruction: str
    revision: str
    station: str
    state: str
    reworked: int
    started_at: datetime
    completed_at: datetime | None
    evidence: str | None
    gaps: tuple[str, ...]
    proof: Proof
    lines: tuple[Line, ...]
    parts: PartNode
    curves: tuple[TracedCurve, ...]
    photos: tuple[UnitPhoto, ...] = ()
    defects: tuple[UnitDefect, ...] = ()
    values: tuple[RecordedValue, ...] = ()
    missing: tuple[Gap, ...] = ()
    signatures: tuple[Signature, ...] = ()
    resolutions: tuple[Resolution, ...] = ()

    @property
    def accepted(self) -> Resolution | None:
        """Who took it although it is not provable, if somebody did and nothing came after."""
        newest = self.resolutions[-1] if self.resolutions else None
        is_standing = newest is not None and newest.how == "accepted"
        return newest if is_standing and self.evidence == "not_provable" else None


def unit_record(connection: sa.Connection, serial: str) -> UnitRecord | None:
    """The record of ``serial``, or of a check's run; None when no station ever started it."""
    row = subject(connection, serial)
    if row is None:
        return None
    words = vocabulary(connection, row.revision, row.variant)
    facts = unit_facts(connection, row.serial)
    for fact in facts:
        words.learn(fact.body)
    states = _line_states(connection, row.serial)
    shown = [fact for fact in facts if fact.pos in states and fact.body is not None]
    names = _Names(connection)
    evidence = unit_evidence(connection, row.serial, facts, words)
    gaps = tuple(msgspec.json.decode(row.gaps))
    return UnitRecord(
        serial=row.serial,
        product=row.product,
        variant=row.variant,
        order=row.order_id,
        instruction=row.instruction,
        revision=row.revision,
        station=row.station,
        state=row.state,
        reworked=row.reworked,
        started_at=utc(row.started_at),
        completed_at=maybe_utc(row.completed_at),
        evidence=row.evidence,
        gaps=gaps,
        proof=_proof(connection, row.serial, facts),
        lines=tuple(_line(fact, states[fact.pos], words, names) for fact in shown),
        parts=parts_tree(connection, row.serial, f"{row.product} {row.variant}", words),
        curves=_curves(connection, shown, words),
        photos=_photos(shown, words, names),
        defects=_defects(shown, words),
        values=evidence.values,
        missing=gap_notes(gaps, words),
        signatures=evidence.signatures,
        resolutions=evidence.resolutions,
    )


class _Names:
    """People and devices as the record names them."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._known: dict[str, str] = {}

    def of(self, actor: Actor) -> str:
        if actor.kind == "device":
            return actor.id
        if actor.kind != "person":
            return "station"
        if actor.id not in self._known:
            body = current(self._connection, Person.KIND, actor.id)
            role = "person" if body is None else msgspec.json.decode(body, type=Person).role
            self._known[actor.id] = f"{role} {actor.id}"
        return self._known[actor.id]


def unit_facts(connection: sa.Connection, serial: str) -> list[Fact]:
    """Every event of a unit, oldest first."""
    statement = (
        sa.select(event.c.pos, event.c.recv_at, event.c.raw)
        .where(event.c.unit == serial)
        .order_by(event.c.pos)
    )
    return list(read_facts(connection.execute(statement)))


def _line_states(connection: sa.Connection, serial: str) -> dict[int, str]:
    statement = sa.select(unit_line.c.pos, unit_line.c.state).where(unit_line.c.serial == serial)
    return {row.pos: row.state for row in connection.execute(statement)}


def _line(fact: Fact, state: str, words: Vocabulary, names: _Names) -> Line:
    assert fact.body is not None  # noqa: S101 - the caller picked the readable ones
    said = wording(fact.body, words)
    envelope = fact.envelope
    return Line(
        pos=fact.pos,
        event_id=envelope.event_id,
        kind=envelope.kind,
        at=utc(envelope.at),
        station=envelope.station,
        step=said.step,
        evidence=said.evidence,
        by=names.of(envelope.actor),
        by_kind=envelope.actor.kind,
        by_id=envelope.actor.id,
        state=state,
        result=RESULT_WORDS[state] if said.result is None else said.result,
    )


def _proof(connection: sa.Connection, serial: str, facts: list[Fact]) -> Proof:
    statement = (
        sa.select(event.c.pos, event.c.raw, event.c.hash, event.c.prev_hash)
        .where(event.c.unit == serial)
        .order_by(event.c.pos)
    )
    stored = connection.execute(statement).all()
    broken = (r.pos for r in stored if chain_hash(r.prev_hash, bytes(r.raw)) != r.hash)
    hashes = {r.pos: r.hash for r in stored}
    return Proof(
        records=len(stored),
        broken_at=next(broken, None),
        heads=_heads(facts, hashes),
    )


def _heads(facts: list[Fact], hashes: dict[int, str]) -> tuple[ChainHead, ...]:
    """The newest event of the unit in each chain it appears in."""
    newest: dict[tuple[str, int], ChainHead] = {}
    for fact in facts:
        envelope = fact.envelope
        newest[(envelope.station, envelope.epoch)] = ChainHead(
            station=envelope.station,
            epoch=envelope.epoch,
            seq=envelope.seq,
            hash=hashes[fact.pos],
        )
    return tuple(newest.values())


def _curves(
    connection: sa.Connection, facts: list[Fact], words: Vocabulary
) -> tuple[TracedCurve, ...]:
    bodies = [b.recorded if isinstance(b := fact.body, ReadingAssigned) else b for fact in facts]
    tightenings = [body for body in bodies if isinstance(body, TighteningRecorded)]
    if not tightenings:
        return ()
    sources = {body.reading.source for body in tightenings}
    blobs = {
        (row.source, row.epoch, row.result_id): row.blob
        for row in connection.execute(
            sa.select(curve).where(
                curve.c.source.in_(sources),
                curve.c.result_id.in_({body.reading.result_id for body in tightenings}),
            )
        )
    }
    found = ((body, blobs.get(_result(body))) for body in tightenings)
    return tuple(_traced(body, blob, words) for body, blob in found if blob is not None)


def _photos(facts: list[Fact], words: Vocabulary, names: _Names) -> tuple[UnitPhoto, ...]:
    return tuple(photo for fact in facts for photo in _photo(fact, words, names))


def _photo(fact: Fact, words: Vocabulary, names: _Names) -> Iterator[UnitPhoto]:
    """The picture an event carries; of a defect's nobody recorded the size."""
    body, by = fact.body, names.of(fact.envelope.actor)
    if isinstance(body, PhotoTaken):
        yield UnitPhoto(
            title=words.title(body.step),
            camera=body.camera,
            by=by,
            blob=body.blob,
            width_px=body.width_px,
            height_px=body.height_px,
            taken_at=body.taken_at,
        )
    elif isinstance(body, DefectRecorded) and body.photo is not None:
        yield UnitPhoto(
            title=f"{words.title(body.step)} · defect {body.number}",
            camera="defect",
            by=by,
            blob=body.photo,
            width_px=0,
            height_px=0,
            taken_at=utc(fact.envelope.at),
        )


def _defects(facts: list[Fact], words: Vocabulary) -> tuple[UnitDefect, ...]:
    settled = {fact.body.number for fact in facts if isinstance(fact.body, DefectResolved)}
    settled |= {
        number
        for fact in facts
        if isinstance(fact.body, UnitDisposed) and fact.body.disposition == "use_as_is"
        for number in fact.body.defects
    }
    return tuple(
        UnitDefect(
            number=body.number,
            title=said.step,
            words=said.evidence,
            is_open=body.number not in settled,
            picture=body.picture,
            pins=tuple((float(pin.x), float(pin.y)) for pin in body.pins),
        )
        for body, said in (
            (fact.body, wording(fact.body, words))
            for fact in facts
            if isinstance(fact.body, DefectRecorded)
        )
    )


def _result(body: TighteningRecorded) -> tuple[str, int, str]:
    return body.reading.source, body.reading.epoch, body.reading.result_id


def _traced(body: TighteningRecorded, blob: str, words: Vocabulary) -> TracedCurve:
    low, high = _limits(body, words)
    attempt = f", attempt {body.attempt}" if body.attempt > 1 else ""
    return TracedCurve(
        title=words.place(body.step, body.position) + attempt,
        ok=body.ok,
        source=body.reading.source,
        result_id=body.reading.result_id,
        blob=blob,
        low_nm=low,
        high_nm=high,
    )


def _limits(body: TighteningRecorded, words: Vocabulary) -> tuple[float | None, float | None]:
    """The instruction's limits; the tool's own where the instruction is not here."""
    step = words.step(body.step)
    if isinstance(step, TorqueStep):
        return float(step.torque.low), float(step.torque.high)
    torque = body.reading.value("torque")
    if torque is None or torque.low is None or torque.high is None:
        return None, None
    return float(torque.low), float(torque.high)
