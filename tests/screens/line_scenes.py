"""States of the line: help called and on its way, stops to name, a shift handed over."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from msgspec.structs import replace as with_fields

from app.domain.calls import Answer, Call
from app.domain.handover import with_safety
from app.domain.handover_draft import drafted
from app.domain.line_events import CallOpened, HandoverGiven, HandoverItem
from app.domain.stops import Stop, likeliest_first
from app.services.line_state import (
    HandoverSheet,
    LineState,
    OpenHandover,
    SinceThen,
    StopQuestion,
)
from app.services.people_state import AskedSignature
from tests.screens import scenes

if TYPE_CHECKING:
    from app.services.station_state import StationState

_MINUTE = 60_000_000


def call(
    kind: str = "maintenance",
    *,
    age_s: int = 130,
    is_stopped: bool = True,
    seen_s: int | None = None,
) -> Call:
    """A call from bolt 3, ``seen_s`` seconds after it if at all."""
    at_us = scenes.NOW_US - age_s * 1_000_000
    opened = CallOpened(
        call=kind,
        kind=kind,
        is_stopped=is_stopped,
        name="Operator 417",
        step="tighten-b",
        position="3",
        tool="T-07",
    )
    answers: tuple[Answer, ...] = ()
    if seen_s is not None:
        answers = (Answer("seen", at_us + seen_s * 1_000_000, "Fitter 7"),)
    return Call(opened, at_us, scenes.SERIAL, "PO-100482", answers)


def calling(state: StationState, *calls: Call) -> StationState:
    return replace(state, line=LineState(calls=calls))


def called() -> StationState:
    """Two minutes ago, and nobody has answered."""
    return calling(scenes.torque(), call())


def seen() -> StationState:
    """Somebody knows; another call waits."""
    return calling(scenes.torque(), call(seen_s=35), call("quality", age_s=40))


def idle_called() -> StationState:
    """Everybody left, the call is open."""
    state = scenes.signed_out()
    people = replace(state.people, idle_us=scenes.NOW_US - 5 * _MINUTE)
    return calling(replace(state, people=people), call("material", age_s=745))


def stopped() -> StationState:
    """It stands still, and nobody has called."""
    stop = Stop("s", scenes.NOW_US - 6 * _MINUTE)
    return replace(scenes.torque(), line=LineState(stop=stop))


def to_name() -> StationState:
    """Between two units: one long stop."""
    stop = Stop("s", scenes.NOW_US - 20 * _MINUTE, scenes.NOW_US - 2 * _MINUTE)
    return _asking(stop)


def to_name_short() -> StationState:
    stops = [
        Stop(f"s{n}", scenes.NOW_US - n * 5 * _MINUTE, scenes.NOW_US - n * 5 * _MINUTE + _MINUTE)
        for n in (3, 2, 1)
    ]
    return _asking(*stops)


def sheet() -> StationState:
    """Lead 12 prepares the handover of a shift in which much happened."""
    return replace(_lead(), line=LineState(sheet=_sheet()))


def sheet_empty() -> StationState:
    """Nothing happened."""
    empty = HandoverSheet("", "", scenes.NOW_US, counts={"good": 0})
    return replace(_lead(), line=LineState(sheet=empty))


def waiting() -> StationState:
    """Handed over to the station; somebody else signed in."""
    return _waiting("station", scenes.signed_in())


def waiting_few() -> StationState:
    """No more than fits on one page of any panel."""
    return _waiting("station", scenes.signed_in(), most=3)


def waiting_here() -> StationState:
    """Both are here: who gave it is signed in."""
    return _waiting("person", _lead(), most=3)


def nobody_took_over() -> StationState:
    """Nobody is signed in, and the handover waits for the next one."""
    return replace(scenes.signed_out(), line=waiting().line)


def sheet_of_all() -> StationState:
    """One of everything that can be open."""
    state = sheet()
    assert state.line.sheet is not None
    items = drafted([*_items(), *_more_items()])
    whole = replace(state.line.sheet, items=items)
    questions = tuple(item for item in items if item.kind in {"asked", "answered"})
    return replace(state, line=replace(state.line, sheet=whole, questions=questions))


def sheet_of_questions() -> StationState:
    """Only what was asked back is open."""
    state = sheet_of_all()
    assert state.line.sheet is not None
    asked = replace(state.line.sheet, items=state.line.questions)
    return replace(state, line=replace(state.line, sheet=asked))


def news() -> StationState:
    """Whoever signed in was here yesterday, and much has changed."""
    since = scenes.NOW_US - 20 * 60 * _MINUTE
    told = (
        *(item for item in _more_items() if item.kind in {"hold", "bypass"}),
        HandoverItem("revision:g", "revision", {"instruction": "Mount gearbox GX-200, variant B"}),
        HandoverItem("decided:1", "decided", {"title": "Unit 0418-77219 is held"}),
        HandoverItem(
            "decided_here:s1", "decided_here", {"title": "Bolt 3 low", "response": "hold_lot"}
        ),
        HandoverItem("new_tool:T-09", "new_tool", {"name": "T-09"}),
        HandoverItem("new_program:14", "new_program", {"name": "14"}),
    )
    items = tuple(
        with_fields(item, facts={**item.facts, "at_us": str(scenes.NOW_US - 60 * n * _MINUTE)})
        for n, item in enumerate(told, start=1)
    )
    return replace(scenes.signed_in(), line=LineState(news=SinceThen(since, items)))


def _more_items() -> tuple[HandoverItem, ...]:
    since, until = str(scenes.NOW_US - 50 * _MINUTE), str(scenes.NOW_US + 90 * _MINUTE)
    asked = {"words": "Who looks at the feeder tonight?", "by": "Operator 412", "since_us": since}
    bypass = {"bypass": "B-3", "gate": "camera", "left": "12", "until_us": until}
    watch = {"response": "adjust", "key": "torque_low", "units": "50", "since_us": since}
    check = {"check": "Start-of-shift check", "form": "start", "run": "check:start"}
    held = {"held": "88190", "reason": "noise at run-in", "owner": "quality 31"}
    return (
        HandoverItem("hold:H-1", "hold", held),
        HandoverItem("bypass:B-3", "bypass", bypass),
        HandoverItem("watch:d", "watch", watch),
        HandoverItem("stops:", "stops", {"count": "3"}),
        HandoverItem("check_failed:r/g", "check_failed", {**check, "line": "The guard is closed"}),
        HandoverItem("check_overdue:r", "check_overdue", {**check, "since_us": since}),
        HandoverItem("check_begun:s", "check_begun", {**check, "since_us": since}),
        HandoverItem("check_due:t", "check_due", {**check, "until_us": until}),
        HandoverItem("asked:1", "asked", asked),
        HandoverItem("asked:2", "answered", {**asked, "answer": "Maintenance, from 15:00."}),
    )


def to_sign() -> StationState:
    """Whoever goes has said "Hand over" and signs it."""
    state = sheet()
    assert state.person is not None
    asked = AskedSignature(
        "handover_give",
        "",
        {"en": "I hand the shift over"},
        None,
        (state.person,),
        is_work=False,
        only_by=state.person,
    )
    return replace(state, people=replace(state.people, asked=asked))


def put_off() -> StationState:
    state = waiting()
    return replace(state, line=replace(state.line, is_put_off=True))


def _lead() -> StationState:
    state = scenes.signed_in()
    lead = next(p for p in scenes.plant().people if p.role == "lead")
    return replace(state, person=lead, people=scenes.people(lead))


def _asking(*stops: Stop) -> StationState:
    question = StopQuestion(stops, likeliest_first({"waiting": 4, "tool": 2}))
    return replace(scenes.signed_in(), line=LineState(ask=question, unnamed=len(stops)))


def _items() -> tuple[HandoverItem, ...]:
    since = str(scenes.NOW_US - 90 * _MINUTE)
    order = "PO-100482"
    return (
        HandoverItem("call:c", "call", {"what": "material", "since_us": since}),
        HandoverItem("tool:T-07", "tool", {"device": "T-07"}),
        HandoverItem(
            "held:1", "held", {"serial": "0418-77219", "since_us": since, "order": order}
        ),
        HandoverItem("defect:1", "defect", {"serial": "0418-77219", "code": "scratch"}),
        HandoverItem(
            "mid_step:2", "mid_step", {"serial": scenes.SERIAL, "since_us": since, "order": order}
        ),
        HandoverItem("results:", "results", {"count": "14"}),
        HandoverItem("blocked:3", "blocked", {"order": "PO-100491"}),
        HandoverItem("order:4", "order", {"order": order, "done": "31", "quantity": "40"}),
    )


def _sheet() -> HandoverSheet:
    return HandoverSheet(
        shift="Early",
        next_shift="Late",
        since_us=scenes.NOW_US - 8 * 60 * _MINUTE,
        counts={"good": 312, "reworked": 2, "scrap": 1, "not_provable": 1},
        minutes=(("material", 27), ("tool", 17), ("waiting", 9), ("", 3)),
        items=_items(),
        notes=(
            ("Feeder 2 jams when the tray is more than half full.", "Operator 402"),
            ("Bit on T-07 changed, watch bolt 3.", "Lead 12"),
        ),
    )


def _waiting(to: str, state: StationState, *, most: int = 99) -> StationState:
    counted, lead = _sheet(), _lead().person
    assert lead is not None
    words = "Oil on the floor at rack B3, cleaned, look again."
    given = HandoverGiven(
        handover="h",
        shift="Early",
        to=to,
        person=lead.person,
        name=lead.name,
        counts=counted.counts,
        minutes=dict(counted.minutes),
        items=with_safety(counted.items[:most], words),
        notes=tuple(text for text, _ in counted.notes),
        safety=words,
    )
    opened = OpenHandover(given, scenes.NOW_US - 12 * _MINUTE)
    return replace(state, line=LineState(waiting=opened))


_TICKS = ("safety:", "call:c", "tool:T-07", "held:1")

#: Name, face, state and taps of each picture.
LINE_SHOTS = (
    ("call", "call", scenes.torque, ("help",)),
    ("call-stopped", "call", scenes.torque, ("help", "call_stopped:yes")),
    ("call-sent", "call.sent", scenes.torque, ("help", "call_kind:lead")),
    ("call-open", "call.open", called, ("help",)),
    ("call-seen", "call.open", seen, ("help", "call_new", "call_kind:maintenance")),
    ("call-second", "call", seen, ("help", "call_new")),
    ("torque-called", "step.torque", called, ()),
    ("torque-stopped", "step.torque", stopped, ()),
    ("idle-called", "idle", idle_called, ()),
    ("stop", "stop", to_name, ()),
    ("stop-short", "stop", to_name_short, ()),
    (
        "stop-words",
        "stop.words",
        to_name,
        ("stop_reason:other", "key:B", "key:e", "key:l", "key:t"),
    ),
    ("handover", "handover", sheet, ()),
    ("handover-safe", "handover", sheet, ("handover_safe",)),
    ("handover-sign", "sign_off", to_sign, ()),
    ("handover-empty", "handover", sheet_empty, ()),
    ("handover-take", "handover.take", waiting, ("tick:call:c", "tick:tool:T-07")),
    ("handover-taken", "handover.take", waiting_few, tuple(f"tick:{name}" for name in _TICKS)),
    (
        "handover-badge",
        "handover.take",
        waiting_here,
        tuple(f"tick:{name}" for name in _TICKS),
    ),
    ("handover-behind", "handover.behind", sheet_of_all, ("handover_behind",)),
    ("handover-behind-more", "handover.behind", sheet_of_all, ("handover_behind", "down")),
    (
        "handover-question",
        "handover.question",
        sheet_of_questions,
        ("handover_behind", "behind:asked:2"),
    ),
    ("handover-ask", "words", waiting, ("handover_ask", "key:W", "key:h", "key:o")),
    ("handover-news", "handover.news", news, ()),
    ("sign-in-handover", "sign_in", nobody_took_over, ()),
    ("queue-take-over", "queue", put_off, ()),
)
