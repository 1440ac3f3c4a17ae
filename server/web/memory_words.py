"""The decision memory in words: codes, outcomes, and why something is as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from app.domain.decision_waiting import waiting_key
from memory.watch import CONFIRMED, ESCAPES, REPEATS
from server.memory.lead_watches import is_of_lead
from server.memory.pattern_records import pattern_of
from server.memory.words import code_words, key_words
from server.read.times import utc

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from memory.records import Decision, Expectation
    from server.memory.reading import WatchState

#: The pages of the memory find these among its other words.
__all__ = ("code_words", "is_of_lead", "key_words")

#: So many records are opened at once.
MOST_RECORDS = 200

#: Tone and sign of a chip, and its word, as the stations have it.
OUTCOMES = {
    "watching": ("doing", "eye-bold", "Watched"),
    "held": ("ok", "check-circle-bold", "Held"),
    "recurred": ("nok", "arrow-counter-clockwise-bold", "Came back"),
    "worse": ("nok", "warning-octagon-bold", "Got worse"),
    "inconclusive": ("todo", "question-bold", "Not known"),
    "too_rare": ("todo", "hourglass-bold", "Too rare"),
    "void": ("todo", "prohibit-bold", "Taken back"),
}

STATES = {
    "live": ("ok", "check-circle-bold", "Advised"),
    "suspended": ("blocked", "pause-bold", "Suspended"),
    "proposed": ("doing", "lightbulb-bold", "For the instruction"),
    "in_instruction": ("doing", "book-open-bold", "In the instruction"),
    "retired": ("todo", "clock-counter-clockwise-bold", "Retired"),
    "few": ("todo", "question-bold", "Not enough cases"),
}

#: Why a rule closed a watch.
RULES = {
    "open": "still watched",
    "repeat": "it came back in the window",
    "over_limit": "it came more often than was expected of it",
    "rate_worse": "at least twice as often as before, and not by chance",
    "price_exceeded": "the accepted price was exceeded",
    "window_done": "the window is over without it, where three or more were to be expected",
    "held_back": "three or more were held back, and none got past",
    "scope_changed": "a tool, program, revision or supplier of its scope was replaced",
    "few_units": "under half of the expected units were built",
    "too_rare": "the window is over without it, but fewer than three were to be expected or met",
    "answered": "somebody said so",
    "not_answered": "only a person could tell, and nobody did",
    "withdrawn": "it was taken back",
}

REASONS = {
    "": "",
    "harmful": "what else is done about it works surely better",
    "worse_safety": "it made things worse, and it is about safety: one time is enough",
    "worse_escape": "it made things worse, and something got past: one time is enough",
    "held_often": "held five times and more, in two shifts or more: worth an instruction",
    "in_instruction": "the instruction says it now",
    "reviewed": "somebody looked at it and retired it",
    "changed": "what it was about was replaced",
    "unused": "nobody needed it for a long time",
}

#: Why nothing was suggested.
SILENCES = {
    "few_cases": "Fewer than three like cases: nothing was suggested.",
    "few_outcomes": "No response with five closed outcomes: not enough cases to suggest one.",
    "not_sure": "None was right often enough to suggest it.",
}
ASKED = {"constraint": "What limited them", "response": "What to do", "tradeoff": "At what price"}
KINDS = {
    "contain": "contain it",
    "correct": "correct it",
    "prevent": "prevent it",
    "accept": "accept it",
    "escalate": "ask somebody",
}
ROLES_OF_EVIDENCE = {"trigger": "shows it", "context": "beside it", "contradicts": "against it"}
SAID = {
    "decided": "Decided",
    "withdrawn": "Taken back",
    "yes": "It held, somebody said",
    "no": "It did not hold, somebody said",
    "partly": "It held in part, somebody said",
    "other": "It was something else, somebody said",
}
LINKS = {
    "supersedes": "takes the place of",
    "contradicts": "contradicts",
    "same_as": "is the same as",
    "derived_from": "comes from",
    "rolled_into_instruction": "is in the instruction",
}
DUE = {
    "other": "surely more than one in ten find nothing that fits",
    "slow": "choosing takes longer than five seconds",
    "disagreement": "two shifts name like cases differently too often",
}
#: Records of the memory itself; others have words in ``server.read.words``.
RECORDS = {
    "situation.opened": "A situation opened",
    "card.shown": "What a card showed",
    "card.cases_opened": "The cases behind a card were looked at",
    "card.drafted": "A card, half answered",
    "card.postponed": "A card was put off",
    "decision.made": "A decision",
    "decision.confirmed": "Somebody said whether it held",
    "memory.picked": "A case was opened from a search",
}
_METRICS = {
    REPEATS: "No repeat",
    ESCAPES: "Nothing gets past",
    "stop_min": "Minutes stopped",
    "lost_units": "Units lost",
    "overtime_min": "Minutes of overtime",
    "promise_min": "Minutes later than promised",
    "scrap_units": "Units scrapped",
    "rework_units": "Units reworked",
    "check_min": "Minutes of checks",
}


def expected_words(expected: Expectation | WatchState) -> str:
    """What should happen if it is right: "No repeat in 50 units"."""
    if expected.metric == CONFIRMED:
        return "Somebody says whether it held"
    name = _METRICS.get(expected.metric, code_words(expected.metric))
    limit = f"{expected.threshold:g}"
    if expected.direction == "at_most" and expected.metric in (REPEATS, ESCAPES):
        name = f"At most {limit} {'repeats' if expected.metric == REPEATS else 'that get past'}"
    elif expected.direction == "at_most":
        name = f"{name}: at most {limit}"
    elif expected.direction == "fewer":
        name = f"Fewer than before, by {expected.threshold:.0%}"
    return f"{name} in {expected.units} units"


def chance(p: float) -> str:
    """How often mere chance does as much."""
    return f"1 in {round(1 / p):,}" if p > 1e-9 else "less than 1 in a billion"  # noqa: PLR2004


def ending_words(watch: WatchState) -> tuple[str, ...]:
    """What would end the watch."""
    if watch.metric == CONFIRMED:
        return ("somebody answers", "its time is over")
    crossed = {REPEATS: "a repeat in its scope", ESCAPES: "one that gets past"}
    first = crossed.get(watch.metric, "the price is exceeded")
    if watch.direction != "none" and watch.metric in crossed:
        first = "more of it than is expected"
    return (
        first,
        f"{watch.units} units are built without",
        "a tool, program, revision or supplier of its scope is replaced",
        "its time is over",
        "it is taken back",
    )


def at(at_us: int) -> datetime:
    """A time of the memory."""
    return utc(at_us)


def pattern_address(case: str) -> str:
    """Where the pattern is that a case is of; "" where it is of none."""
    name = pattern_of(case)
    return "" if name is None else "/memory/patterns/" + quote(name, safe="")


def board_address(decision: Decision) -> str:
    """Where it was decided at the board: about a pattern, or about a card that was put off."""
    of_pattern = pattern_address(decision.case)
    if of_pattern:
        return of_pattern
    station = decision.scope.context.get("station", "")
    return "/situations/" + quote(waiting_key(station, decision.case), safe="")


def records_address(event_ids: Sequence[str]) -> str:
    """Where these records can be looked at."""
    named = [("event", one) for one in event_ids[:MOST_RECORDS]]
    return "/memory/records?" + urlencode(named, quote_via=quote)
