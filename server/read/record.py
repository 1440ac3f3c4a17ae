"""One unit's record: what was done, what is in it, and whether that can be proven."""

from __future__ import annotations

from datetime import datetime

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.envelope import Actor, chain_hash
from app.domain.events import PhotoTaken, ReadingAssigned, TighteningRecorded
from app.domain.instructions import Instruction, TorqueStep
from app.domain.plant import Person
from server.db.storable import storable_text
from server.db.tables import curve, event, unit, unit_line
from server.log.feed import INSTRUCTION, current
from server.read.facts import Fact, read_facts
from server.read.parts_tree import PartNode, parts_tree
from server.read.times import maybe_utc, utc
from server.read.words import RESULT_WORDS, Vocabulary, wording


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

    ``evidence`` is "provable" or "not_provable", None while the unit is in work.
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


def unit_record(connection: sa.Connection, serial: str) -> UnitRecord | None:
    """The record of ``serial``, or None when no station ever started it."""
    row = connection.execute(
        sa.select(unit).where(unit.c.serial == storable_text(serial))
    ).one_or_none()
    if row is None:
        return None
    words = vocabulary(connection, row.revision, row.variant)
    facts = _unit_facts(connection, row.serial)
    states = _line_states(connection, row.serial)
    shown = [fact for fact in facts if fact.pos in states and fact.body is not None]
    names = _Names(connection)
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
        gaps=tuple(msgspec.json.decode(row.gaps)),
        proof=_proof(connection, row.serial, facts),
        lines=tuple(_line(fact, states[fact.pos], words, names) for fact in shown),
        parts=parts_tree(connection, row.serial, f"{row.product} {row.variant}", words),
        curves=_curves(connection, shown, words),
        photos=_photos(shown, words, names),
    )


def vocabulary(connection: sa.Connection, revision: str, variant: str) -> Vocabulary:
    """The words of a published instruction; plain ids when it is not here."""
    content = current(connection, INSTRUCTION, revision)
    instruction = None if content is None else msgspec.json.decode(content, type=Instruction)
    return Vocabulary(instruction, variant)


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


def _unit_facts(connection: sa.Connection, serial: str) -> list[Fact]:
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
    return tuple(
        UnitPhoto(
            title=words.title(fact.body.step),
            camera=fact.body.camera,
            by=names.of(fact.envelope.actor),
            blob=fact.body.blob,
            width_px=fact.body.width_px,
            height_px=fact.body.height_px,
            taken_at=fact.body.taken_at,
        )
        for fact in facts
        if isinstance(fact.body, PhotoTaken)
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
