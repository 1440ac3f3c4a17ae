"""Contradictions and open ends that wait for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.events import (
    KINDS,
    ProblemReported,
    ReadingAssigned,
    ReadingDiscarded,
    ReadingUnassigned,
    StationStarted,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from app.domain.evidence_events import EvidenceAsked, EvidenceResolved
from app.domain.quality_events import BypassActivated, BypassVerified, UnitDisposed
from app.domain.readings import Quality, ReadingKind
from app.domain.sample_events import EndDigitsUneven
from app.domain.spc import CharacteristicAlarmed
from server.read.situation_charts import open_chart_alarm, open_end_digits
from server.read.situation_curves import apply_curves
from server.read.situation_documents import apply_documents
from server.read.situation_overlap import apply_overlap
from server.read.situation_problems import problem_key, settle_problems
from server.read.situation_store import (
    close_all,
    close_holds,
    close_situation,
    in_words,
    open_situation,
    units,
)
from server.read.situation_waiting import apply_waiting
from server.read.vocabulary import gaps_in_words, words_of

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from server.read.batch import Batch
    from server.read.facts import Fact


#: A clock this far off makes a record's times misleading; the order never depends on it.
CLOCK_OFF_US = 5 * 60 * 1_000_000


def apply_situations(batch: Batch, fact: Fact) -> None:
    """What an event says by itself, against the documents, and against other stations."""
    _apply_itself(batch, fact)
    _check_schema(batch, fact)
    _check_clock(batch, fact)
    apply_curves(batch, fact)
    apply_documents(batch, fact)
    apply_overlap(batch, fact)
    settle_problems(batch, fact)
    apply_waiting(batch, fact)


def _apply_itself(batch: Batch, fact: Fact) -> None:
    body = fact.body
    if fact.unreadable is not None:
        _open_unreadable(batch, fact)
    elif isinstance(body, UnitHeld):
        _open_held(batch, fact, body)
    elif isinstance(body, UnitStarted | UnitCompleted):
        _go_on(batch, fact, body)
    elif isinstance(body, EvidenceAsked | EvidenceResolved):
        close_all(batch, "not_provable", body.serial, at=fact.envelope.at)
    elif isinstance(body, UnitDisposed):
        close_holds(batch, body.serial, at=fact.envelope.at)
    elif isinstance(body, ProblemReported):
        _open_problem(batch, fact, body)
    else:
        _apply_result(batch, fact)


def _apply_result(batch: Batch, fact: Fact) -> None:
    match fact.body:
        case ReadingUnassigned() as body:
            _open_unassigned(batch, fact, body)
        case ReadingAssigned(recorded=recorded):
            _close_unassigned(batch, fact, recorded.reading)
        case ReadingDiscarded() as body:
            _close_unassigned(batch, fact, body)
        case EndDigitsUneven() as body:
            open_end_digits(batch, fact, body)
        case CharacteristicAlarmed() as body:
            open_chart_alarm(batch, fact, body)
        case BypassActivated() as body:
            _open_bypass(batch, fact, body)
        case BypassVerified(bypass=bypass):
            close_situation(batch, _bypass_key(fact, bypass), at=fact.envelope.at)
        case _:
            pass


def _go_on(batch: Batch, fact: Fact, body: UnitStarted | UnitCompleted) -> None:
    """What goes on at a station decides nothing about a hold of another one."""
    station = fact.envelope.station
    close_holds(batch, body.serial, at=fact.envelope.at, station=station)
    if isinstance(body, UnitCompleted) and body.evidence != "provable":
        _open_not_provable(batch, fact, body)


def _open_held(batch: Batch, fact: Fact, body: UnitHeld) -> None:
    at_step = f" at step {words_of(batch, fact).title(body.step)}" if body.step else ""
    open_situation(
        batch,
        fact,
        key=f"held:{body.serial}:{fact.pos}",
        kind="held",
        title=f"Unit {body.serial} is held",
        detail=f"{fact.envelope.station}{at_step}: {in_words(body.code)}",
    )


def _open_not_provable(batch: Batch, fact: Fact, body: UnitCompleted) -> None:
    open_situation(
        batch,
        fact,
        key=f"not_provable:{body.serial}:{fact.pos}",
        kind="not_provable",
        title=f"Unit {body.serial} is not provable",
        detail="Missing: " + (gaps_in_words(body.gaps, words_of(batch, fact)) or "not said"),
    )


def _open_unassigned(batch: Batch, fact: Fact, body: ReadingUnassigned) -> None:
    reading, station = body.reading, fact.envelope.station
    if reading.kind is ReadingKind.STATE and reading.quality is Quality.GOOD:
        # A batch reset, a first contact: about the device, and nothing was made.
        return
    if reading.is_of_other_station:
        return
    is_gap = reading.kind is ReadingKind.GAP
    kind = "result_gap" if is_gap else "unassigned"
    title = f"{reading.source} sent a result nobody asked for"
    if is_gap:
        title = f"Results of {reading.source} are missing"
    open_situation(
        batch,
        fact,
        key=_result_key(kind, fact, reading),
        kind=kind,
        title=title,
        detail=f"{station}, result {reading.result_id}: {in_words(reading.reason or body.reason)}",
    )


def _close_unassigned(batch: Batch, fact: Fact, result: Reading | ReadingDiscarded) -> None:
    """A lead settled it at the station."""
    close_situation(batch, _result_key("unassigned", fact, result), at=fact.envelope.at)


def _result_key(kind: str, fact: Fact, result: Reading | ReadingDiscarded) -> str:
    """Stations may call their tools by the same names."""
    source = f"{fact.envelope.station}:{result.source}"
    return f"{kind}:{source}:{result.epoch}:{result.result_id}"


def _check_schema(batch: Batch, fact: Fact) -> None:
    """A newer station is stored and served all the same; what it says waits for our update."""
    envelope, known = fact.envelope, KINDS.get(fact.envelope.kind)
    if known is not None and envelope.version <= known.VERSION:
        return
    newer = f", version {envelope.version}" if known is not None else ""
    open_situation(
        batch,
        fact,
        key=f"unknown_kind:{envelope.station}:{envelope.kind}:{envelope.version}",
        kind="unknown_kind",
        title=f"{envelope.station} is newer than this server",
        detail=f"It records {envelope.kind}{newer}; kept as it came, not shown yet",
    )


def _check_clock(batch: Batch, fact: Fact) -> None:
    """Once a start of the station, and only where a unit's times would mislead."""
    envelope = fact.envelope
    if not isinstance(fact.body, StationStarted | UnitStarted | UnitCompleted):
        return
    offset_us = envelope.clock_offset_us or 0
    is_stepped = envelope.clock_quality == "stepped"
    if abs(offset_us) < CLOCK_OFF_US and not is_stepped:
        return
    way = "behind" if offset_us > 0 else "ahead"
    off = f"{abs(offset_us) / 60e6:.0f} min {way}" if offset_us else "stepped while it ran"
    open_situation(
        batch,
        fact,
        key=f"clock_off:{envelope.station}:{envelope.epoch}:{envelope.boot}",
        kind="clock_off",
        title=f"The clock of {envelope.station} is wrong",
        detail=f"It is {off}; the order of its records is not touched by it",
    )


def _open_bypass(batch: Batch, fact: Fact, body: BypassActivated) -> None:
    """Open until the gate is verified: whoever owns it sees that it is not there."""
    open_situation(
        batch,
        fact,
        key=_bypass_key(fact, body.bypass),
        kind="bypass",
        title=f"{fact.envelope.station}: the {body.gate} gate is bypassed",
        detail=f"{body.bypass}, {units(body.max_units)} until {body.until:%Y-%m-%d %H:%M} UTC: "
        f"{body.why}",
    )


def _bypass_key(fact: Fact, bypass: str) -> str:
    return f"bypass:{fact.envelope.station}:{bypass}"


def _open_problem(batch: Batch, fact: Fact, body: ProblemReported) -> None:
    where = f"unit {fact.unit}" if fact.unit else "no unit in work"
    open_situation(
        batch,
        fact,
        key=problem_key(fact),
        kind="problem",
        title=f"{fact.envelope.station}: {in_words(body.code)}",
        detail=f"{where}, step {words_of(batch, fact).title(body.step)}" if body.step else where,
    )


def _open_unreadable(batch: Batch, fact: Fact) -> None:
    envelope = fact.envelope
    open_situation(
        batch,
        fact,
        key=f"unreadable:{envelope.event_id}",
        kind="unreadable",
        title=f"{envelope.station} sent a record we cannot read",
        detail=f"{envelope.kind}, seq {envelope.seq} of epoch {envelope.epoch}: {fact.unreadable}",
    )
