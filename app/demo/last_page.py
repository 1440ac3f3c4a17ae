"""The last page of the demonstration, for a person at a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.demo.flow_summary import line_rows
from app.demo.summary import ALL_CHAPTERS, RECALLED

if TYPE_CHECKING:
    from app.demo.board import LineHandedOver
    from app.demo.places import Places
    from app.demo.summary import Decided, Summary


def table(summary: Summary, places: Places) -> str:
    """The last page for a person."""
    yes = {True: "yes", False: "no"}
    rows = [
        ("Units built", f"{summary.units}, {summary.provable} provable"),
        ("Results recorded", str(summary.results)),
        ("Scans refused", str(summary.refused_scans)),
        ("NOK bolts", f"{summary.nok}, {_count(summary.reworked, 'unit')} reworked"),
        ("Events", f"{summary.events}, head {summary.chain_head[:16]}"),
        ("Journal verified", yes[summary.journal_ok]),
        ("Server in step", yes[summary.server_in_step]),
        ("Outage survived", _played(summary, _outage_words(summary))),
        ("Resumed after kill", _played(summary, yes[summary.resumed_after_kill])),
        ("Defects", f"{summary.defects}, {summary.defects_resolved} put right"),
        ("Held units", f"{summary.dispositions} decided, {summary.evidence_accepted} accepted"),
        ("Bypass", _played(summary, _bypass_words(summary))),
        ("Decisions", _decision_words(summary)),
        ("Outcome", "; ".join(map(_outcome_of, summary.decisions)) or "none"),
        ("Checks", f"{summary.checks} done at the start of the shift"),
        ("Handover", _handover_words(summary)),
        *(line_rows(summary.line) if summary.line else ()),
        ("Line handover", _line_handover_words(summary.line_handover)),
        ("Signatures", str(summary.signatures)),
        ("Backlash measured", f"{summary.samples} of {summary.units}, by the sampling plan"),
        ("Records verified", f"{summary.records_verified}, signed by the plant"),
        ("Shipped", f"{summary.shipped}, see where-used-{RECALLED}.csv"),
        ("Board", f"asbuilt server --data {places.server}, at http://127.0.0.1:8700"),
        ("Took", f"{summary.seconds} s"),
        ("Files", f"{len(summary.files)} in {places.out}"),
    ]
    return "\n".join(f"  {name:<20}{value}" for name, value in rows)


def _decision_words(summary: Summary) -> str:
    told = [
        f"{_count(one.taps, 'tap')}, {one.seconds:.1f} s, "
        f"held in {one.held} of {_count(one.closed, 'like case')}"
        for one in summary.decisions
    ]
    return f"{len(told)} recorded: {'; '.join(told)}" if told else "0 recorded"


def _handover_words(summary: Summary) -> str:
    taken = f"{summary.taken_over} of {summary.handovers} taken over"
    return f"{_count(summary.handed_over, 'item')}, {summary.ticked} ticked, {taken}"


def _line_handover_words(done: LineHandedOver | None) -> str:
    if done is None:
        return "not played"
    accepted = f"{done.accepted} of {done.open} accepted one by one"
    return f"{_count(done.items, 'item')}, {accepted}, signed by {' and '.join(done.signed)}"


def _outcome_of(one: Decided) -> str:
    repeats = _count(one.repeats, "repeat")
    return f"{one.outcome}, {one.built} of {_count(one.units, 'unit')} built, {repeats}"


def _bypass_words(summary: Summary) -> str:
    used = f"used for {_count(summary.bypassed, 'unit')}"
    locked = f"locked again {_count(summary.bypasses_locked, 'time')}"
    return f"{used}, {locked}, {summary.bypasses_verified} verified"


def _outage_words(summary: Summary) -> str:
    return f"{'yes' if summary.outage_survived else 'no'}, {summary.kept_while_offline} kept"


def _count(number: int, one: str) -> str:
    """Like "1 unit", "2 units"."""
    return f"{number} {one}" if number == 1 else f"{number} {one}s"


def _played(summary: Summary, words: str) -> str:
    """A short story leaves the outage and the kill out; that is no failure."""
    return (
        words if summary.units >= ALL_CHAPTERS else f"not played with under {ALL_CHAPTERS} units"
    )
