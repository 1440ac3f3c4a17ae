"""What a handover says in English: its headings, and of each item one sentence of its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.handover_draft import TIMES

if TYPE_CHECKING:
    from app.domain.line_events import HandoverItem

#: The headings of the draft, by section.
TITLES = {
    "safety": "Safety and holds",
    "limits": "Bypasses and temporary limits",
    "exceptions": "Open exceptions",
    "decisions": "Decisions being watched",
    "quality": "Quality alarms",
    "output": "Output against plan",
    "material": "Material and tools",
    "instructions": "Changes to instructions",
    "asked": "Asked of you, and added",
    "told": "From the team",
}
_SENTENCES = {
    "safety": "Safety: {words}",
    "hold": "{held} is on hold: {reason} ({owner})",
    "concession": "Concession {concession} holds at {station} until {until}, for at most {units} "
    "units",
    "call": "{station} calls {what} since {since}; the call is open",
    "stopped": "{station} stands still since {since}",
    "silent": "{station} has not been heard of since {since}",
    "mid_step": "Unit {serial} is in work at {station}, order {order}",
    "check_overdue": "{station}: {check} is overdue since {since}, {state}",
    "check_begun": "{station}: {check}, begun {since}, is not finished",
    "check_due": "{station}: {check} is due, to be done by {by}",
    "watch": "{response} for {key}, decided {decided}, is watched: a repeat, {window} or {until} "
    "ends it",
    "watch_more": "{count} more decisions are watched, the first of them until {until}",
    "output": "{good} good, {reworked} reworked, {scrap} scrap, {not_provable} not provable since "
    "{since}",
    "lost": "{minutes} min stood still: {reason}",
    "promised": "Order {order} stands at {done} of {quantity}; finished by {p80} with a chance "
    "of 80 %{due}",
    "order": "Order {order} stands at {done} of {quantity}; too few units were finished for a "
    "promise{due}",
    "lot_low": "Lot {lot} of {part} has {quantity} left",
    "lot_expires": "Lot {lot} of {part} expires on {expires}",
    "calibration": "The calibration of {device} is {grade}, due {due}; {owner}",
    "revision": "Instruction {instruction} has revision {revision} from {since} on",
    "asked": "Asked by {by}, not answered yet: {words}",
    "answered": "Asked by {by}: {words} Answered: {answer} It is still open",
    "added": "{words}",
    "note": "{words} ({by})",
}
#: What the server found in words of its own.
_ELSE = "{title}: {detail}"


def sentence(item: HandoverItem) -> str:
    """One sentence.  A fact that is not known reads "–"."""
    template = _SENTENCES.get(item.kind, _ELSE)
    words = template.format_map(_Known(item.facts)).rstrip(".")
    times = item.facts.get(TIMES)
    return f"{words} ({times} times)." if times else f"{words}."


class _Known(dict[str, str]):
    """The facts of an item; what is not among them is not known."""

    def __missing__(self, name: str) -> str:
        return "–"
