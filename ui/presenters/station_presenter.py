"""The station's screen without Qt: state in, screens out; taps in, intents out.

Lives on the screen's thread.  Time and timers come in as arguments, so that a test holds the
clock: the 250 ms in which a new screen takes no tap, and the 400 ms a finished step stays.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.domain.inspection import are_limits_hidden
from app.domain.instructions import MeasureStep
from app.services.scan_routing import CommandNotTaken, ScanUnfinished, SwapUnit
from app.services.sign_off import SignByPin
from ui.presenters.changes import done_by_itself, kept, may_not_wait
from ui.presenters.cues import cue_between
from ui.presenters.language_face import language_of
from ui.presenters.openers import OPENERS, PLAIN_ACTS
from ui.presenters.presence import Presence
from ui.presenters.ringing import Ringing
from ui.presenters.scanned_commands import meaning_of, must_be_read_first
from ui.presenters.scene import Desk, Local, Room, Scene, closed
from ui.presenters.screens import build_screen, shown_page
from ui.presenters.sign_in_face import PIN_DIGITS
from ui.presenters.step_faces import LOOK_S, is_looked_at
from ui.presenters.typed import MOST_DIGITS, typed_number
from ui.presenters.view_states import HEADER

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import tzinfo

    from app.domain.instructions import Limits
    from app.services.station_state import StationIntents, StationState
    from ui.presenters.phrases import Words
    from ui.presenters.scene import Page
    from ui.presenters.view_states import Screen

GUARD_S = 0.25
PAUSE_S = 0.4
#: Buttons of the work area; all others must stand in the action bar to be taken.
_IN_THE_WORK_AREA = frozenset(
    {
        "key",
        "rail",
        "speak",
        "order",
        "point",
        "person",
        "type_value",
        "picture",
        "spot",
        "truth",
        "defect",
        "worked_yes",
        "worked_partly",
        "worked_no",
        "worked_other",
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
        room: Room | None = None,
        say: Callable[[Words], str] = str,
    ) -> None:
        self._render = render
        self._intents = intents
        self._now_us = now_us
        self._now_s = now_s
        self._later = later
        self._play = play
        self._zone, self._say = zone, say
        self._language, self._picked_language = language, ""
        self._room = room or Room()
        self._local = Local()
        self._state: StationState | None = None
        self._paused: int | None = None
        self._pause_number = 0
        self._means = "tap"
        self._place: tuple[object, ...] = ()
        self._changed_at_s = float("-inf")
        self._presence = Presence(intents, now_s)
        self._ringing = Ringing(now_s)
        self.screen: Screen | None = None
        self._handlers: dict[str, Callable[[str], None]] = {
            "confirm": self._confirm,
            "photo": self._photo,
            "acknowledge": self._acknowledge,
            "retry": self._retry,
            "close": self._close,
            "sign_out": self._sign_out,
            "leave": self._leave,
            "back": self._back,
            "order": self._order,
            "up": self._page_up,
            "down": self._page_down,
            "point": self._point,
            "truth": self._truth,
            "person": self._person,
            "number": self._number,
            "number_typed": self._number_typed,
            "sign_in": self._sign_in,
            "type_value": self._type_value,
            "key": self._key,
            "take_value": self._take_value,
            "speak": self._speak,
        }

    def change_to(self, *, room: Room, language: str, play: Callable[[str], None]) -> None:
        """Somebody changed how the screen looks, speaks or sounds."""
        self._room, self._language, self._play = room, language, play
        self._show()

    # -- what the station says -------------------------------------------------------------

    def state_changed(self, state: StationState) -> None:
        """Show ``state``; after machine evidence the finished step stays for a moment."""
        self.states_changed((state,))

    def states_changed(self, states: Sequence[StationState]) -> None:
        """Show the newest; each of the others is heard and obeyed, and drawn by none."""
        for state in states:
            before = self._note(state)
            if before is not None and state.command not in (None, before.command):
                self._show()
                self._obey_command(before, state)
        self._show()

    def _note(self, state: StationState) -> StationState | None:
        """Take ``state`` over; returns the one before."""
        before, self._state = self._state, state
        if before is not None and before.is_starting:
            before = None
            # A scan that was not taken stays said while the station tells how far it is.
            if not state.is_starting:
                self._local = Local()
        if before is not None:
            self._local = kept(self._local, before, state)
            if before.person != state.person:
                self._picked_language = ""
            self._let_page_see()
            cue = cue_between(before, state)
            if cue is not None:
                self._play(cue)
            self._ringing.note(before, state, cue)
            done = done_by_itself(before, state)
            if done is not None:
                self._begin_pause(done)
        if self._paused is not None and may_not_wait(state):
            self._paused = None
        return before

    def _let_page_see(self) -> None:
        page, scene = self._local.page, self._scene()
        if page is not None and scene is not None:
            self._turn_to(page.seen(scene))

    def _obey_command(self, before: StationState, after: StationState) -> None:
        """A scanned command does what its button would; when it means nothing here, say so."""
        command = after.command
        if command is None or command == before.command:
            return
        waited_s = max(0.0, (self._now_us() - command.at_us) / 1e6)
        reason = self._obey(command.word, self._now_s() - waited_s)
        if reason:
            self._intents.do(CommandNotTaken(command.raw, reason))

    def key_pressed(self, word: str) -> bool:
        """A key that stands for a command: where that means nothing, a stray key is no mistake."""
        return not self._obey(word, self._now_s(), means="tap")

    @property
    def takes_taps(self) -> bool:
        """False in the first moment of a screen, and while a finished step stays for its own."""
        return self._paused is None and self._now_s() - self._changed_at_s >= GUARD_S

    @property
    def place(self) -> tuple[object, ...]:
        """Which face of which step this is; where it differs, targets have moved."""
        return self._place

    def scan_unfinished(self, count: int) -> None:
        """A scanner sent ``count`` characters and no end."""
        self._intents.do(ScanUnfinished(count))

    def _obey(self, word: str, made_at_s: float, *, means: str = "scan") -> str:
        """Empty when it was taken, else why not: nobody answers what cannot have been read."""
        screen, scene = self.screen, self._scene()
        if screen is None or scene is None:
            return "command.not_here"
        is_early = self._paused is not None or made_at_s - self._changed_at_s < GUARD_S
        if is_early and must_be_read_first(word):
            return "command.too_early"
        meaning = meaning_of(word, screen, scene)
        if meaning is None:
            return "command.not_here"
        self._means = means
        verb, _, argument = meaning.partition(":")
        is_taken = self._answer(verb, argument, scene)
        self._means = "tap"
        self._show()
        return "" if is_taken else "command.not_here"

    def tick(self) -> None:
        """A second went by: ages and clocks move on."""
        scene = self._scene()
        if scene is not None:
            cue = self._ringing.look(scene)
            if cue is not None:
                self._play(cue)
            self._show()

    @property
    def is_settled(self) -> bool:
        """False while a finished step stays on the screen for its moment."""
        return self._paused is None

    # -- what the person does --------------------------------------------------------------

    def code_scanned(self, raw: str, means: str = "wedge") -> None:
        """A scan goes to the station from whatever screen is up, once it is open."""
        if self._state is None or self._state.is_starting:
            self._play("nok")
            self._local = Local(scanned_early=True)
            self._show()
        else:
            self._intents.code_scanned(raw, means)

    def tapped(self, name: str) -> bool:
        """A button by its name.  False when the screen does not take the tap."""
        does = self._meaning(name)
        scene = self._scene()
        if does is None or scene is None or self._now_s() - self._changed_at_s < GUARD_S:
            return False
        verb, _, argument = does.partition(":")
        if not self._answer(verb, argument, scene):
            return False
        self._show()
        return True

    def _answer(self, verb: str, argument: str, scene: Scene) -> bool:
        """The open page first, then what the button always means, then what it opens."""
        page = shown_page(scene)
        if page is not None and verb in page.verbs:
            self._turn_to(page.tapped(verb, argument, Desk(scene, self._intents, self._say)))
        elif verb in self._handlers:
            self._handlers[verb](argument)
        elif verb in PLAIN_ACTS:
            self._intents.do(PLAIN_ACTS[verb])
        elif verb in OPENERS:
            opened = OPENERS[verb](argument, scene)
            if opened is not None:
                self._open(opened)
        else:
            return False
        self._presence.shown_by(verb)
        return True

    def _open(self, page: Page) -> None:
        asked = page.asks()
        if asked is not None:
            self._intents.do(asked)
        self._local = replace(closed(self._local), page=page, opened_at_us=self._now_us())

    def _turn_to(self, page: Page | None) -> None:
        self._local = replace(self._local, page=page)

    def _meaning(self, name: str) -> str | None:
        screen = self.screen
        if screen is None or self._state is None or self._paused is not None:
            return None
        if self._state.is_starting:
            return None
        if name == HEADER:
            return screen.header.way
        primary = screen.actions.primary
        if primary is not None and name == primary.name:
            return None if primary.kind == "waiting" else primary.does or name
        if name in [action.name for action in screen.actions.left]:
            return name
        scene = self._scene()
        page = None if scene is None else shown_page(scene)
        verb = name.partition(":")[0]
        is_taken = verb in _IN_THE_WORK_AREA or (page is not None and verb in page.verbs)
        return name if is_taken else None

    # -- one method a verb -----------------------------------------------------------------

    def _confirm(self, _: str) -> None:
        self._intents.primary_pressed(self._means)

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

    def _back(self, _: str) -> None:
        self._local = closed(self._local)

    def _order(self, order: str) -> None:
        self._intents.order_chosen(order)

    def _page_up(self, _: str) -> None:
        self._local = replace(self._local, scroll=max(0, self._local.scroll - 1))

    def _page_down(self, _: str) -> None:
        self._local = replace(self._local, scroll=self._local.scroll + 1)

    def _point(self, place_and_answer: str) -> None:
        place, _, answer = place_and_answer.rpartition(":")
        scene = self._scene()
        if scene is None or not is_looked_at(scene):
            return
        self._intents.point_answered(place, answer == "ok")
        if answer != "ok":
            self._answer("defect", place, scene)

    def _truth(self, which: str) -> None:
        """Which unit is really on the fixture, after another one's label was scanned."""
        refusal = self._state.refusal if self._state is not None else None
        scene = self._scene()
        if refusal is None or scene is None:
            return
        if which == "other":
            self._intents.do(SwapUnit(refusal.refusal.facts["label"]))
            return
        self._intents.refusal_closed()
        if which == "label":
            self._answer("problem", "", scene)

    def _person(self, person: str) -> None:
        self._local = replace(closed(self._local), person=person)

    def _number(self, _: str) -> None:
        self._local = replace(closed(self._local), is_numbering=True)

    def _number_typed(self, _: str) -> None:
        self._local = replace(closed(self._local), person=self._local.pin)

    def _sign_in(self, _: str) -> None:
        person, pin = self._local.person, self._local.pin
        self._local = replace(self._local, pin="")
        if self._state is not None and self._state.people.asked is not None:
            self._intents.do(SignByPin(person, pin))
        else:
            self._intents.pin_entered(person, pin)

    def _type_value(self, _: str) -> None:
        self._local = replace(self._local, is_pad_open=True)

    def _key(self, key: str) -> None:
        local = self._local
        if local.person or local.is_numbering:
            most = PIN_DIGITS[-1] if local.person else MOST_DIGITS
            self._local = replace(local, pin=typed_number(local.pin, key, most_digits=most))
        else:
            typed = typed_number(local.typed, key, most_digits=None)
            self._local = replace(local, typed=typed)

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

    def _speak(self, language: str) -> None:
        self._local, self._picked_language = Local(), language

    # -- inside ----------------------------------------------------------------------------

    def _limits(self) -> Limits | None:
        run = self._state.run if self._state is not None else None
        current = None if run is None else run.current
        if current is None or not isinstance(current.step, MeasureStep):
            return None
        # A doubt would tell where the limits are.
        return None if are_limits_hidden(current) else current.step.limits

    def _begin_pause(self, index: int) -> None:
        self._paused = index
        self._pause_number += 1
        number = self._pause_number
        self._later(PAUSE_S, lambda: self._end_pause(number))

    def _end_pause(self, number: int) -> None:
        if number == self._pause_number and self._paused is not None:
            self._paused = None
            self._show()

    def _scene(self) -> Scene | None:
        state = self._state
        if state is None:
            return None
        index = self._paused
        if index is None and state.run is not None:
            index = state.run.index
        return Scene(
            state=state,
            local=self._local,
            now_us=self._now_us(),
            zone=self._zone,
            language=language_of(
                state.person, picked=self._picked_language, configured=self._language
            ),
            index=index,
            is_pause=self._paused is not None,
            room=self._room,
        )

    def _show(self) -> None:
        scene = self._scene()
        if scene is None:
            return
        screen = build_screen(scene)
        self._note_place(screen, scene.index)
        if screen != self.screen:
            self.screen = screen
            self._render(screen)

    def _note_place(self, screen: Screen, index: int | None) -> None:
        """Another face or step moves targets under the finger: the guard starts anew."""
        place = (screen.face, index, type(screen.body))
        if place != self._place:
            self._place = place
            self._changed_at_s = self._now_s()
            if screen.face == "step.inspect":
                self._later(LOOK_S, self.tick)


def _is_far_off(value: Decimal, limits: Limits) -> bool:
    span = limits.high - limits.low
    return value < limits.low - span or value > limits.high + span
