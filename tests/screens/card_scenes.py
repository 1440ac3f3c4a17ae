"""States of the decision card, and the shots of its faces."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.handover_draft import drafted
from app.domain.line_events import HandoverItem
from app.domain.memory_documents import KnownDecision
from app.domain.memory_events import CardDrafted, DecisionMade
from app.services.card_state import Advice, CardState, KnownResponse, LikeCase
from memory.records import Case, Expectation, Outcome
from memory.suggest import Basis, show
from tests.screens import curve_scenes, line_scenes, problem_scenes, scenes
from tests.screens.situations import SITUATION, situation, third_bolt

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationState


class CardShot(NamedTuple):
    """As :class:`tests.screens.catalogue.Shot`."""

    name: str
    face: str
    state: Callable[[], StationState]
    taps: tuple[str, ...] = ()


_LIST = ("problem", "situations")
_DAY_US = 86_400 * 1_000_000
_SHOWN = show(Basis(situation=SITUATION, context={}, likes=()))


def _case(number: int, response: str, outcome: Outcome) -> LikeCase:
    case = Case(
        case=f"case-{number}",
        text=f"Cover bolts, Bolt {number}: torque low, thread dirty",
        at_us=scenes.NOW_US - number * 9 * _DAY_US,
        constraint="thread",
        response=response,
        outcome=outcome,
    )
    return LikeCase(case, ("Cover", "bolts", "torque", "low"))


def _known(response: str, held: int, failed: int, **more: object) -> KnownResponse:
    known = KnownResponse(response, held, failed, held + failed >= 5, scenes.NOW_US - 14 * _DAY_US)
    return replace(known, **more)  # type: ignore[arg-type]


CASES = (
    _case(1, "clean", Outcome.HELD),
    _case(2, "clean", Outcome.HELD),
    _case(3, "replace_tool", Outcome.RECURRED),
    _case(4, "replace_part", Outcome.WATCHING),
    _case(5, "clean", Outcome.TOO_RARE),
)
RESPONSES = (
    _known("clean", 10, 1, tradeoffs=("time",)),
    _known("replace_tool", 2, 5, tradeoffs=("slower",)),
    _known("replace_part", 2, 0, tradeoffs=("scrap",)),
)
EARLIER = KnownDecision(
    decision="decision-0",
    case="case-1",
    key=third_bolt().opened.key,
    response="clean",
    kind="correct",
    role="operator",
    decided_at_us=scenes.NOW_US - 14 * _DAY_US,
    expectation=Expectation(units=50),
    outcome=Outcome.HELD,
    observed={"units": 50},
)
ADVICE = Advice(SITUATION, _SHOWN, RESPONSES, CASES, ("HS-200", "H-2210", 3, 20), EARLIER)


def _asked(state: StationState, *advice: Advice) -> StationState:
    """The card is there by itself: nobody said later yet."""
    return replace(state, card=CardState(situations=(third_bolt(),), advice=advice))


def nok_known() -> StationState:
    """The third bolt failed, and it is known from before."""
    return _asked(curve_scenes.nok(), ADVICE)


def nok_unknown() -> StationState:
    """Nobody has met it before."""
    return _asked(scenes.nok(), Advice(SITUATION, _SHOWN))


def nok_barred() -> StationState:
    """One response was suspended, one contradicts another, one is in the instruction."""
    responses = (
        _known("clean", 9, 1, rolled_into="9f2b61c4d0aa"),
        _known("use_as_is", 1, 4, barred="suspended_once"),
        _known("set_aside", 3, 2, barred="contradicted"),
    )
    return _asked(scenes.nok(), Advice(SITUATION, _SHOWN, responses, CASES))


def nok_drafted() -> StationState:
    """All is chosen, as it was before the power went."""
    state = nok_known()
    draft = CardDrafted(
        situation=SITUATION,
        constraint="thread",
        response="clean",
        tradeoffs=("time",),
        words="The bit slips at the end.",
    )
    record = replace(third_bolt(), draft=draft, is_shown=True, postponed_in="Early")
    return replace(state, card=replace(state.card, situations=(record,)))


def worked() -> StationState:
    """The unit is done, and a cause was named for it."""
    made = DecisionMade(
        decision="decision-1",
        situation=SITUATION,
        key=third_bolt().opened.key,
        constraint="thread",
        response="clean",
        kind="correct",
        role="operator",
        shift="Early",
        step="tighten-b",
    )
    decided = replace(third_bolt(), decision=made)
    return replace(scenes.done(), card=CardState(situations=(decided,), worked=decided))


def told() -> StationState:
    """What came of an earlier decision came back."""
    return replace(scenes.done(), card=CardState(told=(EARLIER,)))


def put_off() -> StationState:
    """The handover is prepared, and a card of the shift was put off."""
    state, record = line_scenes.sheet(), replace(third_bolt(), postponed_in="Early")
    kept = state.line.sheet
    assert kept is not None
    facts = {"title": record.opened.title, "since_us": str(record.at_us)}
    item = HandoverItem(f"decision_waiting:{SITUATION}", "decision_waiting", facts)
    items = drafted((*kept.items[-2:], item))
    line = replace(state.line, sheet=replace(kept, items=items))
    return replace(state, line=line, card=CardState(situations=(record,)))


def with_situation(state: StationState, about: str, **where: Any) -> StationState:
    """One situation of this kind waits."""
    return replace(state, card=CardState(situations=(situation(about, **where),)))


def all_kinds() -> StationState:
    """Everything that can wait for a decision waits, one of each."""
    kinds = ("other", "conflict", "gap", "drift", "curve", "defect", "scan", "stop")
    others = [
        situation(about, unit="0418-77230" if about != "stop" else None, minutes=9 * number)
        for number, about in enumerate(kinds)
    ]
    draft = CardDrafted(situation="situation-drift", constraint="thread")
    others[3] = replace(others[3], draft=draft)
    put_off_one = replace(third_bolt(), postponed_in="Early")
    oldest = replace(put_off_one, at_us=put_off_one.at_us - 90 * 60_000_000)
    return replace(scenes.signed_in(), card=CardState(situations=(oldest, *reversed(others))))


def reported_other() -> StationState:
    """Something else is wrong, and it is on record."""
    return with_situation(scenes.torque(), "other", step="tighten-b")


def odd_curve() -> StationState:
    """The result is good, its curve is not."""
    return with_situation(curve_scenes.ok(), "curve", step="tighten-b")


def reported_instruction() -> StationState:
    """The instruction is wrong at a station with a camera."""
    return with_situation(problem_scenes.seal(), "instruction", step="seal")


CARD_SHOTS = (
    CardShot("situations", "situations", all_kinds, _LIST),
    CardShot("card-conflict", "card", all_kinds, (*_LIST, "situation:situation-conflict")),
    CardShot("card-other", "card", reported_other, ("problem", "tile:other")),
    CardShot("blocked-why", "blocked", lambda: with_situation(scenes.blocked(), "scan")),
    CardShot("done-why", "done", lambda: with_situation(scenes.done_with_gaps(), "gap")),
    CardShot("curve-why", "step.torque", odd_curve),
    CardShot("card", "card", nok_known),
    CardShot("card-unknown", "card", nok_unknown),
    CardShot("card-looking", "card", scenes.nok, ("why",)),
    CardShot("card-barred", "card", nok_barred),
    CardShot("card-chosen", "card.why", nok_drafted, ("why",)),
    CardShot("card-response", "card.why", nok_known, ("response:clean",)),
    CardShot("card-tool", "card", scenes.torque, ("problem", "tile:tool")),
    CardShot("handover-card", "handover.behind", put_off, ("handover_behind",)),
    CardShot(
        "card-put-off",
        "card",
        put_off,
        ("handover_behind", f"behind:decision_waiting:{SITUATION}"),
    ),
    CardShot("card-else", "card.else", nok_known, ("responses",)),
    CardShot("card-cases", "card.cases", nok_known, ("cases",)),
    CardShot(
        "card-words",
        "words",
        nok_known,
        ("response:clean", "card_words", "key:O", "key:i", "key:l"),
    ),
    CardShot("why-worked", "why.worked", worked),
    CardShot("decision-told", "done", told),
)
