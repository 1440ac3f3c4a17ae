"""Calls of other stations, for who is to answer them: the list, and how far one is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.calls import ARRIVED
from app.services.calls import AnswerCall, CloseCall
from ui.presenters.andon_face import calls_to_answer, open_body, who
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.calls import Call
    from ui.presenters.scene import Desk, Parts, Scene

_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_LIST = Action("calls_list", phrase("do_it/back"), "arrow-u-up-left-bold")


@dataclass(frozen=True, slots=True)
class LineCallsPage(Page):
    """One row a call; a tap shows how far it is, and what may be said of it."""

    verbs: ClassVar[frozenset[str]] = frozenset({"elsewhere", "up", "down"})
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        calls = calls_to_answer(scene)
        pages = row_pages(scene, len(calls), self.number)
        line = phrase("line_calls/line" if calls else "line_calls/none")
        rows = [_row(scene, call) for call in calls]
        body = rows_body(phrase("line_calls/title"), line, rows, pages)
        return "line_calls", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "elsewhere":
            return ElsewherePage(argument)
        pages = row_pages(desk.scene, len(calls_to_answer(desk.scene)), self.number)
        return replace(self, number=pages.after(verb))


@dataclass(frozen=True, slots=True)
class ElsewherePage(Page):
    """One call of another station."""

    verbs: ClassVar[frozenset[str]] = frozenset({"call_stage", "call_solved", "calls_list"})
    call: str

    def draw(self, scene: Scene) -> Parts:
        call = self._call(scene)
        if call is None:
            return LineCallsPage().draw(scene)
        solved = Action(
            "primary", phrase("do_it/solved"), "check-bold", "primary", f"call_solved:{call.call}"
        )
        is_there = call.answer(ARRIVED) is not None
        actions = ActionsView((_LIST,), solved if is_there else None)
        return "line_calls.one", open_body(scene, call), actions

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "call_stage":
            desk.intents.do(AnswerCall(self.call, argument))
            return self
        if verb == "call_solved":
            desk.intents.do(CloseCall(self.call, "solved"))
        return LineCallsPage()

    def seen(self, scene: Scene) -> Page:
        """One that was closed meanwhile leads back to the others."""
        return self if self._call(scene) is not None else LineCallsPage()

    def _call(self, scene: Scene) -> Call | None:
        return next((one for one in calls_to_answer(scene) if one.call == self.call), None)


def elsewhere_chip(scene: Scene) -> Chip | None:
    """On every face of whoever is to answer; it pulses until somebody has seen the calls."""
    calls = calls_to_answer(scene)
    if not calls:
        return None
    facts = {"who": who(calls[0].kind), "station": calls[0].station}
    words = phrase("header/elsewhere", **facts)
    if len(calls) > 1:
        words = phrase("header/elsewhere_many", calls=str(len(calls)))
    is_seen = all(call.answers for call in calls)
    state = ShownState.IN_PROGRESS if is_seen else ShownState.CALLING
    return Chip(state, words, "bell-ringing-fill")


def _row(scene: Scene, call: Call) -> Row:
    state = ShownState.IN_PROGRESS if call.answers else ShownState.ATTENTION
    said = call.answers[-1].stage if call.answers else "waiting"
    return Row(
        f"elsewhere:{call.call}",
        phrase("line_calls/row", station=call.station, who=who(call.kind)),
        _below(call),
        Chip(state, phrase(f"call/{said}")),
        phrase("waiting/since", age=scene.age(call.at_us)),
    )


def _below(call: Call) -> Words:
    """What was in work, and whether the station waits."""
    stopped = call.opened.is_stopped
    words = phrase("call/stopped") if stopped else phrase("call/goes_on")
    if call.unit is None:
        return words
    return phrase("line_calls/unit", state=words, serial=call.unit)
