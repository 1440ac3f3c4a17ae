"""The station's screen without Qt: state in, screens out; taps in, intents out.

Lives on the screen's thread.  Time and timers come in as arguments, so that a test holds the
clock: the 250 ms in which a new screen takes no tap, and the 400 ms a finished step stays.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.domain.instructions import (
    InstructStep,
    MeasureStep,
    ScanStep,
    TorqueStep,
)
from ui.presenters.choice_faces import redo_target
from ui.presenters.cues import cue_between
from ui.presenters.results_face import RESULTS
from ui.presenters.scene import Local, Scene
from ui.presenters.screens import build_screen
from ui.presenters.sign_in_face import NUMBER, PIN_DIGITS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import tzinfo

    from app.domain.instructions import Limits
    from app.services.station_state import StationIntents, StationState
    from ui.presenters.view_states import Screen

GUARD_S = 0.25
PAUSE_S = 0.4
_MAX_DIGITS = 9
#: Buttons of the work area; all others must stand in the action bar to be taken.
_IN_THE_WORK_AREA = frozenset(
    {
        "key",
        "tile",
        "reason",
        "rail",
        "order",
        "point",
        "person",
        "type_value",
        "result",
        "assign",
        "discard",
    }
)


class StationPresenter:
    """``render`` draws, ``later(seconds, call)`` calls once, ``play`` sounds a cue."""

    def __init__(
        self,
        render: Callable[[Screen], None],
        *,
        intents: StationIntents,
        now_us: Callable[[], int],
        now_s: Callable[[], float],
        later: Callable[[float, Callable[[], None]], None],
        play: Callable[[str], None] = lambda _cue: None,
        zone: tzinfo | None = None,
        language: str = "en",
        rows_a_page: int = 5,
        health_rows: int = 7,
    ) -> None:
        self._render = render
        self._intents = intents
        self._now_us = now_us
        self._now_s = now_s
        self._later = later
        self._play = play
        self._zone = zone
        self._language = language
        self._rows_a_page = rows_a_page
        self._health_rows = health_rows
        self._local = Local()
        self._state: StationState | None = None
        self._paused: int | None = None
        self._pause_number = 0
        self._place: tuple[object, ...] = ()
        self._changed_at_s = float("-inf")
        self.screen: Screen | None = None
        self._handlers: dict[str, Callable[[str], None]] = {
            "confirm": self._confirm,
            "photo": self._photo,
            "acknowledge": self._acknowledge,
            "retry": self._retry,
            "close": self._close,
            "sign_out": self._sign_out,
            "leave": self._leave,
            "problem": self._problem,
            "help": self._help,
            "tile": self._report,
            "station": self._station,
            "back": self._back,
            "results": self._results,
            "result": self._result,
            "assign": self._assign,
            "discard": self._discard,
            "step_back": self._step_back,
            "rail": self._rail,
            "reason": self._redo,
            "order": self._order,
            "up": self._page_up,
            "down": self._page_down,
            "point": self._point,
            "person": self._person,
            "number": self._number,
            "number_typed": self._number_typed,
            "sign_in": self._sign_in,
            "type_value": self._type_value,
            "key": self._key,
            "take_value": self._take_value,
        }

    # -- what the station says -------------------------------------------------------------

    def state_changed(self, state: StationState) -> None:
        """Show ``state``; after machine evidence the finished step stays for a moment."""
        before, self._state = self._state, state
        if before is not None:
            self._local = _kept(self._local, before, state)
            cue = cue_between(before, state)
            if cue is not None:
                self._play(cue)
            done = _done_by_itself(before, state)
            if done is not None:
                self._begin_pause(done)
        if self._paused is not None and _may_not_wait(state):
            self._paused = None
        self._show()

    def tick(self) -> None:
        """A second went by: ages and clocks move on."""
        if self._state is not None:
            self._show()

    @property
    def is_settled(self) -> bool:
        """False while a finished step stays on the screen for its moment."""
        return self._paused is None

    # -- what the person does --------------------------------------------------------------

    def code_scanned(self, raw: str, means: str = "wedge") -> None:
        """A scan goes to the station from whatever screen is up; it closes what was open."""
        if self._local.overlay:
            self._local = Local()
        self._intents.code_scanned(raw, means)

    def tapped(self, name: str) -> bool:
        """A button by its name.  False when the screen does not take the tap."""
        does = self._meaning(name)
        if does is None or self._now_s() - self._changed_at_s < GUARD_S:
            return False
        verb, _, argument = does.partition(":")
        handler = self._handlers.get(verb)
        if handler is None:
            return False
        handler(argument)
        self._show()
        return True

    def _meaning(self, name: str) -> str | None:
        screen = self.screen
        if screen is None or self._state is None or self._paused is not None:
            return None
        primary = screen.actions.primary
        if primary is not None and name == primary.name:
            return None if primary.kind == "waiting" else primary.does or name
        is_offered = name in [action.name for action in screen.actions.left]
        return name if is_offered or name.partition(":")[0] in _IN_THE_WORK_AREA else None

    # -- one method a verb -----------------------------------------------------------------

    def _confirm(self, _: str) -> None:
        self._intents.primary_pressed()

    def _photo(self, _: str) -> None:
        self._intents.photo_pressed()

    def _acknowledge(self, _: str) -> None:
        self._intents.nok_acknowledged()

    def _retry(self, _: str) -> None:
        self._intents.retry_pressed()

    def _close(self, _: str) -> None:
        self._intents.refusal_closed()

    def _sign_out(self, _: str) -> None:
        self._intents.signed_out()

    def _leave(self, _: str) -> None:
        self._local = Local()
        self._intents.unit_left()

    def _problem(self, _: str) -> None:
        self._local = Local(overlay="problem")

    def _help(self, _: str) -> None:
        self._report("help")

    def _report(self, code: str) -> None:
        self._local = Local(overlay="problem", reported=code, reported_at_us=self._now_us())
        self._intents.problem_reported(code)

    def _station(self, _: str) -> None:
        self._local = Local(overlay="station")

    def _back(self, _: str) -> None:
        self._local = Local()

    def _results(self, _: str) -> None:
        self._local = Local(overlay=RESULTS)

    def _result(self, number: str) -> None:
        self._local = Local(overlay=RESULTS, result=int(number))
        self._intents.result_picked(int(number))

    def _assign(self, serial: str) -> None:
        self._local = Local(overlay=RESULTS)
        self._intents.result_assigned(serial)

    def _discard(self, why: str) -> None:
        self._local = Local(overlay=RESULTS)
        self._intents.result_discarded(why)

    def _step_back(self, _: str) -> None:
        run = self._state.run if self._state is not None else None
        target = None if run is None else redo_target(run)
        if target is not None:
            self._local = Local(overlay="redo", redo_step=target)

    def _rail(self, step: str) -> None:
        run = self._state.run if self._state is not None else None
        done = None if run is None else run.step_run(step)
        if done is not None and done.is_completed and done.evidence:
            self._local = Local(overlay="redo", redo_step=step)

    def _redo(self, reason: str) -> None:
        step = self._local.redo_step
        self._local = Local()
        self._intents.step_redone(step, reason)

    def _order(self, order: str) -> None:
        self._intents.order_chosen(order)

    def _page_up(self, _: str) -> None:
        self._local = replace(self._local, page=max(0, self._local.page - 1))

    def _page_down(self, _: str) -> None:
        self._local = replace(self._local, page=self._local.page + 1)

    def _point(self, place_and_answer: str) -> None:
        place, _, answer = place_and_answer.rpartition(":")
        self._intents.point_answered(place, answer == "ok")

    def _person(self, person: str) -> None:
        self._local = Local(person=person)

    def _number(self, _: str) -> None:
        self._local = Local(overlay=NUMBER)

    def _number_typed(self, _: str) -> None:
        self._local = Local(person=self._local.typed)

    def _sign_in(self, _: str) -> None:
        person, pin = self._local.person, self._local.typed
        self._local = replace(self._local, typed="")
        self._intents.pin_entered(person, pin)

    def _type_value(self, _: str) -> None:
        self._local = replace(self._local, is_pad_open=True)

    def _key(self, key: str) -> None:
        most = None
        if self._local.person:
            most = PIN_DIGITS[-1]
        elif self._local.overlay == NUMBER:
            most = _MAX_DIGITS
        typed = _typed(self._local.typed, key, most_digits=most)
        self._local = replace(self._local, typed=typed)

    def _take_value(self, _: str) -> None:
        """A typed value far outside its limits is asked for twice: fingers slip."""
        limits = self._limits()
        try:
            value = Decimal(self._local.typed)
        except InvalidOperation:
            return
        if limits is not None and _is_far_off(value, limits) and self._local.doubted != value:
            self._local = replace(self._local, typed="", doubted=value)
            return
        self._local = Local()
        self._intents.value_typed(value)

    # -- inside ----------------------------------------------------------------------------

    def _limits(self) -> Limits | None:
        run = self._state.run if self._state is not None else None
        step = run.current.step if run is not None and run.current is not None else None
        return step.limits if isinstance(step, MeasureStep) else None

    def _begin_pause(self, index: int) -> None:
        self._paused = index
        self._pause_number += 1
        number = self._pause_number
        self._later(PAUSE_S, lambda: self._end_pause(number))

    def _end_pause(self, number: int) -> None:
        if number == self._pause_number and self._paused is not None:
            self._paused = None
            self._show()

    def _show(self) -> None:
        state = self._state
        if state is None:
            return
        index = self._paused
        if index is None and state.run is not None:
            index = state.run.index
        scene = Scene(
            state=state,
            local=self._local,
            now_us=self._now_us(),
            zone=self._zone,
            language=self._language,
            index=index,
            is_pause=self._paused is not None,
        )
        screen = build_screen(scene, rows_a_page=self._rows_a_page, health_rows=self._health_rows)
        self._note_place(screen, index)
        if screen != self.screen:
            self.screen = screen
            self._render(screen)

    def _note_place(self, screen: Screen, index: int | None) -> None:
        """Another face or step moves targets under the finger: the guard starts anew."""
        place = (screen.face, index, self._local.reported)
        if place != self._place:
            self._place = place
            self._changed_at_s = self._now_s()


def _kept(local: Local, before: StationState, after: StationState) -> Local:
    """What was half typed belongs to one place; a new refusal closes what was open."""
    moved = _place_of(before) != _place_of(after)
    refused = after.refusal is not None and after.refusal != before.refusal
    signed = before.person != after.person
    if signed or refused or (moved and local.overlay != "station"):
        return replace(Local(), page=local.page)
    return local


def _place_of(state: StationState) -> tuple[object, ...]:
    run = state.run
    return (None, None) if run is None else (run.serial, run.index)


def _may_not_wait(state: StationState) -> bool:
    """What a person must see at once."""
    run = state.run
    return (
        run is None
        or state.person is None
        or state.refusal is not None
        or state.storage_problem is not None
        or run.held is not None
        # The next step has begun: what its tool says must not wait behind a finished one.
        or (run.current is not None and bool(run.current.evidence))
    )


def _done_by_itself(before: StationState, after: StationState) -> int | None:
    """The step that machine evidence just completed; never after a human claim."""
    old, new = before.run, after.run
    if old is None or new is None or old.serial != new.serial or old.index is None:
        return None
    index = old.index
    if new.index is not None and new.index <= index:
        return None
    match old.steps[index].step:
        case ScanStep() | TorqueStep() | MeasureStep():
            return index
        case InstructStep(machine=machine) if machine is not None:
            return index
        case _:
            return None


def _typed(typed: str, key: str, *, most_digits: int | None) -> str:
    """``typed`` after ``key``.

    With ``most_digits`` a PIN or number, digit by digit; else a value: digits, one point, a
    sign, no leading zeros.
    """
    if key == "back":
        return typed[:-1]
    if most_digits is not None:
        return typed + key if key.isdigit() and len(typed) < most_digits else typed
    if key == "sign":
        return typed[1:] if typed.startswith("-") else "-" + typed
    if key == ".":
        return typed if "." in typed else (typed + "." if typed.lstrip("-") else typed + "0.")
    if len(typed) >= _MAX_DIGITS:
        return typed
    return (typed[:-1] if typed in ("0", "-0") else typed) + key


def _is_far_off(value: Decimal, limits: Limits) -> bool:
    span = limits.high - limits.low
    return value < limits.low - span or value > limits.high + span
