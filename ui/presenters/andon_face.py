"""Help is called in two taps; after that, how far it is, from the record of the call.

Every time on the page is the age of a recorded fact, never a counter of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.calls import ARRIVED, KINDS, SEEN, STAGES, escalations
from app.domain.plant_calls import answering_roles, ladder_of
from app.domain.rights import BROADCAST
from app.domain.stops import SETTLING_RIGHT, SETTLING_ROLES
from app.services.calls import AnswerCall, ArriveByBadge, CloseCall, OpenCall
from ui.presenters.language_face import role_words
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.scene import Page, in_sentence, place_name
from ui.presenters.view_states import Action, ActionsView, Body, Chip, TileView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.calls import Call
    from ui.presenters.scene import Desk, Parts, Scene

_ICONS = {
    "material": "package-bold",
    "quality": "magnifying-glass-bold",
    "maintenance": "wrench-bold",
    "lead": "user-bold",
}
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_CALLED = frozenset({*KINDS, "manager"})


@dataclass(frozen=True, slots=True)
class AndonBody(Body):
    """A question or how far help is: ``timer`` is the large time, ``facts`` the lines below it.

    Tiles without a name only tell; ``choices`` are (button, words, whether it is chosen).
    """

    title: Words
    line: Words
    tiles: tuple[TileView, ...]
    timer: str = ""
    after_timer: Words = ""
    choices: tuple[tuple[str, Words, bool], ...] = ()
    facts: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class CallPage(Page):
    """Whom to call; or the call of ``kind``.  ``is_stopped``: the station waits for it.

    ``is_new``: another one is called beside those that are open.
    """

    verbs: ClassVar[frozenset[str]] = frozenset(
        {"call_kind", "call_stopped", "call_stage", "call_badge", "call_close", "call_new"}
    )
    is_for_all: ClassVar[bool] = True
    kind: str = ""
    is_stopped: bool = False
    is_new: bool = False

    def draw(self, scene: Scene) -> Parts:
        call = self._call(scene)
        if call is not None:
            return "call.open", open_body(scene, call), _open_actions(call)
        if self.kind:
            return "call.sent", _sent_body(self.kind), ActionsView((_BACK,))
        return "call", self._question(scene), ActionsView((_BACK, *_ways(scene)))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        call = self._call(desk.scene)
        match verb:
            case "call_kind":
                if _call_of(desk.scene, argument) is None:
                    desk.intents.do(OpenCall(argument, is_stopped=self.is_stopped))
                return CallPage(argument)
            case "call_stopped":
                return replace(self, is_stopped=argument == "yes")
            case "call_new":
                return CallPage(is_new=True, is_stopped=call is not None and _is_stopped(call))
            case "call_stage" if call is not None:
                desk.intents.do(AnswerCall(call.call, argument))
            case "call_badge" if call is not None:
                desk.intents.do(ArriveByBadge(call.call))
                return None
            case "call_close" if call is not None:
                desk.intents.do(CloseCall(call.call, argument))
                return None
        return self

    def _call(self, scene: Scene) -> Call | None:
        """The one this page is about: the newest, unless another one was chosen."""
        calls = scene.state.line.calls
        if self.is_new or not calls:
            return None
        return _call_of(scene, self.kind) if self.kind else calls[-1]

    def _question(self, scene: Scene) -> AndonBody:
        open_ = {call.kind: call for call in scene.state.line.calls}
        tiles = tuple(
            TileView(
                f"call_kind:{kind}",
                phrase("call/called_already", who=who(kind)) if kind in open_ else who(kind),
                "bell-ringing-fill" if kind in open_ else _ICONS[kind],
            )
            for kind in KINDS
        )
        choices = (
            ("call_stopped:no", phrase("call/goes_on"), not self.is_stopped),
            ("call_stopped:yes", phrase("call/stopped"), self.is_stopped),
        )
        title, line = phrase("call/title"), phrase("call/for", about=_about_now(scene))
        return AndonBody(title, line, tiles, choices=choices)


def calls_to_answer(scene: Scene) -> tuple[Call, ...]:
    """The calls of other stations that are for whoever is signed in, oldest first."""
    person, line = scene.state.person, scene.state.line
    if person is None:
        return ()
    return tuple(
        call
        for call in line.elsewhere
        if person.role in answering_roles(line.plan_of(call), call.kind)
    )


def may_settle(scene: Scene) -> bool:
    """Whether whoever is signed in says why the station stood still, after the fact."""
    person = scene.state.person
    if person is None:
        return False
    return person.role in SETTLING_ROLES or scene.state.people.may(SETTLING_RIGHT)


def call_page(_argument: str, _scene: Scene) -> CallPage:
    """Help, from wherever somebody is."""
    return CallPage()


def who(kind: str) -> Words:
    """Who is called; a role of the plant's own as the plant calls it."""
    return Phrase(f"call/{kind}") if kind in _CALLED else kind


def call_chip(scene: Scene) -> Chip | None:
    """On every face while help is called; it pulses until somebody has seen it."""
    line = scene.state.line
    if line.calls:
        call = line.calls[0]
        facts = {"who": who(call.kind), "count": _minutes(scene, call.at_us)}
        words = phrase("header/call", **facts)
        if len(line.calls) > 1:
            facts = {"calls": str(len(line.calls)), "count": facts["count"]}
            words = phrase("header/calls", **facts)
        state = ShownState.IN_PROGRESS if is_call_seen(scene) else ShownState.CALLING
        return Chip(state, words, "bell-ringing-fill")
    if line.stop is not None:
        words = phrase("header/stop", count=_minutes(scene, line.stop.began_us))
        return Chip(ShownState.TODO, words, "pause-bold")
    return None


def call_from_afar(scene: Scene) -> Words:
    """The oldest call in two words, for whoever looks from across the hall; "" without one."""
    calls = scene.state.line.calls
    if not calls:
        return ""
    return phrase("call/afar", who=who(calls[0].kind), time=_timer(scene, calls[0].at_us))


def is_call_seen(scene: Scene) -> bool:
    """Whether somebody has answered every call."""
    return all(call.answers for call in scene.state.line.calls)


def _call_of(scene: Scene, kind: str) -> Call | None:
    return next((c for c in scene.state.line.calls if c.kind == kind), None)


def _is_stopped(call: Call) -> bool:
    return call.opened.is_stopped


def _sent_body(kind: str) -> AndonBody:
    """Not recorded yet: nothing says that anybody is called."""
    return AndonBody(phrase("call/recording", who=who(kind)), phrase("call/recording_line"), ())


def open_body(scene: Scene, call: Call) -> AndonBody:
    """How far help is, and what may be said of it now; also of another station's call."""
    facts: list[Words] = [phrase("call/for", about=_about(scene, call))]
    if _is_stopped(call):
        facts.append(phrase("call/stopped_since", time=scene.moment(scene.at(call.at_us))))
    own = scene.state.line.calls
    others = [] if call.station else [one for one in own if one is not call]
    facts += [
        phrase("call/also", who=who(one.kind), time=_timer(scene, one.at_us)) for one in others
    ]
    return AndonBody(
        title=_called(call),
        line="",
        tiles=tuple(_stage(call, stage) for stage in STAGES),
        timer=_timer(scene, call.at_us),
        after_timer=_escalation(scene, call),
        facts=tuple(facts),
    )


def _called(call: Call) -> Words:
    if call.station:
        return phrase("call/called_at", who=who(call.kind), station=call.station)
    return phrase("call/called", who=who(call.kind))


def _ways(scene: Scene) -> tuple[Action, ...]:
    """To the calls of other stations, and to a message to them, for whom they are."""
    found: list[Action] = []
    if calls := calls_to_answer(scene):
        words = phrase("do_it/line_calls", count=str(len(calls)))
        found.append(Action("line_calls", words, "bell-ringing-bold"))
    if scene.state.line.stops and may_settle(scene):
        found.append(Action("stops", phrase("do_it/stops"), "pause-bold"))
    if scene.state.person is not None and scene.state.people.may(BROADCAST):
        found.append(Action("write", phrase("do_it/write"), "paper-plane-tilt-bold"))
    return tuple(found)


def _open_actions(call: Call) -> ActionsView:
    left = [_BACK, Action("call_close:cancelled", phrase("do_it/cancel_call"), "x-bold")]
    left.append(Action("call_new", phrase("do_it/call_other"), "bell-ringing-bold"))
    if ARRIVED in call.next_stages:
        icon = "identification-badge-bold"
        left.append(Action("call_badge", phrase("do_it/call_badge"), icon))
    key = "do_it/runs_again" if _is_stopped(call) else "do_it/solved"
    icon = "play-bold" if _is_stopped(call) else "check-bold"
    done = Action("primary", phrase(key), icon, "primary", "call_close:solved")
    return ActionsView(tuple(left), done)


def _stage(call: Call, stage: str) -> TileView:
    """What was reached, with when and by whom; what was not may be said here."""
    answer = call.answer(stage)
    if answer is not None:
        words = phrase(
            f"call/{stage}_by" if answer.name else f"call/{stage}_at",
            name=role_words(answer.name or ""),
            time=_span((answer.at_us - call.at_us) // 1_000_000),
        )
        return TileView("", words, "check-circle-fill")
    if stage in call.next_stages:
        return TileView(f"call_stage:{stage}", phrase(f"call/{stage}"), "circle-dashed-bold")
    return TileView("", phrase(f"call/{stage}_unknown"), "minus-bold")


def _escalation(scene: Scene, call: Call) -> Words:
    """Whom it goes to next by itself, or went to."""
    if call.answer(ARRIVED) is not None:
        return phrase("call/here")
    line = scene.state.line
    plan = line.plan_of(call, scene.state.station.line)
    found = escalations(call, ladder_of(plan, line.rules.ladder))
    for one in found:
        left_s = (one.at_us - scene.now_us) // 1_000_000
        if left_s > 0:
            return phrase("call/escalates", who=who(one.to), time=_span(left_s))
    if found:
        return phrase("call/escalated", who=who(found[-1].to))
    return phrase("call/answered" if call.answer(SEEN) or call.answers else "call/waiting")


def _about_now(scene: Scene) -> Words:
    run, state = scene.run, scene.state
    station = state.station.station
    if run is None or run.current is None:
        return station
    step = run.current.step
    position = run.current.next_position
    place = scene.text(step.short or step.title)
    named: Words = place if position is None else place_name(scene, step, position)
    tool = None if state.tool is None else state.tool.tool
    return _described(scene, named, tool, run.serial)


def _about(scene: Scene, call: Call) -> Words:
    """What was in work when it was called, as the call's own record says."""
    opened, run = call.opened, scene.run
    if call.unit is None or opened.step is None:
        return call.unit or call.station or scene.state.station.station
    found = run.step_run(opened.step) if run is not None and run.serial == call.unit else None
    named: Words = opened.step
    if found is not None:
        named = scene.text(found.step.short or found.step.title)
        if opened.position is not None:
            named = place_name(scene, found.step, opened.position)
    return _described(scene, named, opened.tool, call.unit)


def _described(scene: Scene, named: Words, tool: str | None, serial: str) -> Words:
    named = in_sentence(scene, named)
    if tool is None:
        return phrase("call/about", place=named, serial=serial)
    return phrase("call/about_tool", place=named, tool=tool, serial=serial)


def _minutes(scene: Scene, since_us: int) -> str:
    return str(max(0, scene.now_us - since_us) // 60_000_000)


def _timer(scene: Scene, since_us: int) -> str:
    return _span(max(0, scene.now_us - since_us) // 1_000_000)


def _span(seconds: int) -> str:
    """02:10, or 1:02:10."""
    minutes, second = divmod(max(0, seconds), 60)
    hours, minute = divmod(minutes, 60)
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute:02}:{second:02}"
