"""How each required value of a unit came, what lacks its proof, who signed, and how it ended."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.events import ReadingAssigned, SignedOff, UnitStarted
from app.domain.evidence import RequiredValue, next_of, required_values
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.form_events import FormStarted
from app.domain.instructions import Instruction
from app.domain.signatures import content_hash
from app.domain.unit_run import UnitRun, begin, evolve
from server.db.storable import storable_text
from server.db.tables import decision
from server.log.feed import INSTRUCTION, current
from server.read.form_record import as_unit
from server.read.situation_store import in_words
from server.read.times import utc
from server.read.vocabulary import Vocabulary, gaps_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from server.read.facts import Fact

#: How a value came, in words.
PROVENANCE = {
    "tool": "tool, live",
    "tool_later": "tool, sent later",
    "assigned": "tool, assigned by a person",
    "gauge": "gauge",
    "gauge_later": "gauge, sent later",
    "typed": "typed",
    "scanner": "scanner",
    "wedge": "scanner, as keyboard",
    "camera": "camera",
    "machine": "machine",
    "person": "a person's word",
    "skipped": "left out with the right to",
    "bypassed": "done by an alternative",
    "conceded": "taken as it is",
    "opened": "label scanned at the start",
    "none": "nothing",
}
_NEXT = {
    "redo": "have the step done again",
    "measure_again": "have it scanned or measured, not typed",
    "sign": "have the step signed",
    "scan_part": "have the part scanned",
    "photograph": "have the photo taken",
    "check_bypass": "check what replaced the step",
    "accept": "decide about it",
    "calibrate": "have it measured with a valid gauge",
    "decide_defect": "decide about the defect",
}
_OWNERS = {"lead": "team lead"}


class RecordedValue(Struct, frozen=True, kw_only=True):
    """A value the instruction asks for.  ``gaps`` is empty exactly when it is proven.

    ``event_id`` is the record that proves it, ``provenance`` a code and ``came`` its words.
    """

    step: str
    what: str
    provenance: str
    came: str
    gaps: tuple[str, ...] = ()
    event_id: str | None = None
    at: datetime | None = None


class Gap(Struct, frozen=True, kw_only=True):
    """What is missing, whose that is, and what that person does next."""

    gap: str
    words: str
    owner: str
    next: str


class Signature(Struct, frozen=True, kw_only=True):
    """Printed name, time and meaning; ``signs`` is the hash of what was signed.

    ``signed_event`` is the record with that hash, None where the signature names none.
    """

    event_id: str
    name: str
    person: str
    role: str
    meaning: str
    means: str
    at: datetime
    act: str
    step: str = ""
    signs: str | None = None
    signed_event: str | None = None


class Resolution(Struct, frozen=True, kw_only=True):
    """How missing evidence ended: it "came", it was "accepted" by people, or is "asked" for."""

    how: str
    words: str
    why: str
    by: tuple[str, ...]
    at: datetime
    where: str


class UnitEvidence(Struct, frozen=True, kw_only=True):
    """The evidence of one unit, of all its operations."""

    values: tuple[RecordedValue, ...] = ()
    signatures: tuple[Signature, ...] = ()
    resolutions: tuple[Resolution, ...] = ()


def _words(run: UnitRun) -> Vocabulary:
    """Names of all steps of the unit, with those it got by rework and bypasses."""
    words = Vocabulary(run.instruction, run.variant)
    for body in (*run.reworks, *run.bypassed):
        words.learn(body)
    return words


def unit_evidence(
    connection: sa.Connection, serial: str, facts: Sequence[Fact], words: Vocabulary
) -> UnitEvidence:
    """From the unit's events, oldest first; ``words`` are those of the whole unit."""
    of_body = {id(body): fact for fact in facts for body in _bodies(fact)}
    values = [
        _value(value, of_body, own)
        for run in _runs(connection, facts)
        for own in (_words(run),)
        for value in required_values(run)
    ]
    resolutions = (*_resolutions(facts, words), *_decisions(connection, serial))
    return UnitEvidence(
        values=tuple(values),
        signatures=tuple(_signatures(facts)),
        resolutions=tuple(sorted(resolutions, key=lambda one: one.at)),
    )


def gap_notes(gaps: Sequence[str], words: Vocabulary) -> tuple[Gap, ...]:
    """Each gap in words, with its owner and next action."""
    return tuple(_gap(gap, words) for gap in gaps)


def _gap(gap: str, words: Vocabulary) -> Gap:
    owner, action = next_of(gap)
    return Gap(
        gap=gap,
        words=gaps_in_words([gap], words),
        owner=_OWNERS.get(owner, owner),
        next=_NEXT.get(action, in_words(action)),
    )


def _bodies(fact: Fact) -> Iterator[object]:
    yield fact.body
    if isinstance(fact.body, ReadingAssigned):
        yield fact.body.recorded


def _runs(connection: sa.Connection, facts: Sequence[Fact]) -> list[UnitRun]:
    """One an operation, the newest start of each; none where the instruction is not here."""
    runs: dict[str, UnitRun] = {}
    at_station: dict[str, str] = {}
    for fact in facts:
        body, station = fact.body, fact.envelope.station
        if isinstance(body, FormStarted):
            body = as_unit(body)
        if isinstance(body, UnitStarted):
            begun = _begun(connection, body)
            if begun is not None:
                runs[body.instruction] = begun
            at_station[station] = body.instruction
            continue
        # A station that took the unit up from another one never started it.
        named = fact.envelope.refs.instruction
        name = named if named in runs else at_station.get(station)
        if body is not None and name in runs:
            at_station[station] = name
            runs[name] = evolve(runs[name], body)
    return list(runs.values())


def _begun(connection: sa.Connection, started: UnitStarted) -> UnitRun | None:
    content = current(connection, INSTRUCTION, started.revision)
    if content is None:
        return None
    return begin(
        serial=started.serial,
        order=started.order,
        variant=started.variant,
        instruction=msgspec.json.decode(content, type=Instruction),
        revision=started.revision,
    )


def _value(value: RequiredValue, of_body: dict[int, Fact], words: Vocabulary) -> RecordedValue:
    fact = of_body.get(id(value.proof)) if value.proof is not None else None
    return RecordedValue(
        step=words.title(value.step),
        what=_what(value, words),
        provenance=value.provenance,
        came=PROVENANCE.get(value.provenance, in_words(value.provenance)),
        gaps=value.gaps,
        event_id=None if fact is None else fact.envelope.event_id,
        at=None if fact is None else utc(fact.envelope.at),
    )


def _what(value: RequiredValue, words: Vocabulary) -> str:
    step = words.step(value.step)
    if step is not None and value.place in {place.id for place in step.positions}:
        return words.place(value.step, value.place)
    return words.component(value.place, value.place) if value.place else "the step"


def _signatures(facts: Sequence[Fact]) -> Iterator[Signature]:
    for number, fact in enumerate(facts):
        body = fact.body
        if not isinstance(body, SignedOff):
            continue
        yield Signature(
            event_id=fact.envelope.event_id,
            name=body.name,
            person=body.person,
            role=body.role,
            meaning=body.meaning,
            means=body.means,
            at=utc(fact.envelope.at),
            act=body.act,
            step=body.step or "",
            signs=body.signs,
            signed_event=_signed_by(body, facts[number + 1 :]),
        )


def _signed_by(signature: SignedOff, later: Sequence[Fact]) -> str | None:
    """The next record with the content that was signed."""
    if signature.signs is None:
        return None
    for fact in later:
        envelope = fact.envelope
        if content_hash(envelope.kind, bytes(envelope.body)) == signature.signs:
            return envelope.event_id
    return None


def _resolutions(facts: Sequence[Fact], words: Vocabulary) -> Iterator[Resolution]:
    for fact in facts:
        body, at, where = fact.body, utc(fact.envelope.at), fact.envelope.station
        if isinstance(body, EvidenceAsked):
            yield Resolution(
                how="asked",
                words="the missing evidence is made now",
                why=in_words(body.why),
                by=body.signed,
                at=at,
                where=where,
            )
        elif isinstance(body, EvidenceResolved) and body.how == "accepted":
            yield _accepted(body.accepted_by, body.why, at=at, where=where)
        elif isinstance(body, EvidenceResolved):
            said = f"the evidence came: {gaps_in_words(body.gaps, words)}"
            yield Resolution(
                how="came", words=said, why=in_words(body.why), by=(), at=at, where=where
            )


def _decisions(connection: sa.Connection, serial: str) -> Iterator[Resolution]:
    """What people accepted on the server's pages."""
    prefix = storable_text(f"not_provable:{serial}:")
    statement = (
        sa.select(decision)
        .where(decision.c.key.startswith(prefix, autoescape=True), decision.c.decision == "accept")
        .order_by(decision.c.at)
    )
    for row in connection.execute(statement):
        yield _accepted((row.decided_by,), row.why, at=utc(row.at), where="the plant's server")


def _accepted(by: tuple[str, ...], why: str, *, at: datetime, where: str) -> Resolution:
    reason = in_words(why)
    words = f"not provable, accepted by {' and '.join(by)} because: {reason}"
    return Resolution(how="accepted", words=words, why=reason, by=by, at=at, where=where)
