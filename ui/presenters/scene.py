"""What the presenters look at: the station's state, the screen's own state, and the time.

A :class:`Page` is what somebody opened over the work: a frozen value with everything half done
on it.  A button's verb opens it (see :mod:`ui.presenters.openers`); it draws itself from the
scene, and answers a tap with the page that comes next: itself with a change, another one, or
None when it is closed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING, ClassVar, TypeAlias

from app.domain.instructions import in_language
from ui.presenters.numbers import local_date, local_number, range_text, value_text
from ui.presenters.phrases import Phrase, Words, phrase

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from decimal import Decimal

    from app.domain.instructions import Limits, Step, Text
    from app.domain.unit_run import StepRun, UnitRun
    from app.ports.devices import DeviceStatus
    from app.services.acts import Act
    from app.services.station_state import StationIntents, StationState
    from ui.presenters.view_states import ActionsView, Body

    #: The name of the face, what it shows, and its action bar.
    Parts: TypeAlias = tuple[str, Body, ActionsView]


@dataclass(frozen=True, slots=True)
class Room:
    """How many rows of each list fit on this panel."""

    orders: int = 5
    health: int = 7
    rows: int = 6
    cases: int = 3
    open_items: int = 5
    lost: int = 4
    note_lines: int = 14
    is_small: bool = False


class Page:
    """Base of the opened pages.

    ``verbs`` are the names of its buttons up to the colon; all others keep their usual meaning.
    ``stays`` through the end of a step and under a refusal, which is then shown first; other
    pages are closed by both.  ``is_for_all`` is seen by who has not signed in, too; one that
    ``waits_for_signature`` steps aside while a second person is asked to sign.
    """

    __slots__ = ()
    verbs: ClassVar[frozenset[str]] = frozenset()
    stays: ClassVar[bool] = False
    is_for_all: ClassVar[bool] = False
    waits_for_signature: ClassVar[bool] = False

    def draw(self, scene: Scene) -> Parts:
        raise NotImplementedError

    def asks(self) -> Act | None:
        """What the station is asked when a button opens this page."""
        return None

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        """The page after a tap on ``verb:argument``."""
        return self

    def seen(self, scene: Scene) -> Page | None:  # noqa: ARG002
        """The page after the station said something new; for one that waits for an answer."""
        return self


@dataclass(frozen=True, slots=True)
class Local:
    """What only the screen knows: which page is open and what is half typed.

    ``is_numbering``: signing in, one's own number is typed into ``pin``; then ``person`` and the
    PIN.  ``typed`` is a value of the work: who comes and goes does not touch it.
    ``scroll`` is the page of the queue; ``scanned_early``: before the station was open.
    """

    page: Page | None = None
    scanned_early: bool = False
    opened_at_us: int = 0
    is_numbering: bool = False
    person: str = ""
    pin: str = ""
    typed: str = ""
    is_pad_open: bool = False
    doubted: Decimal | None = None
    scroll: int = 0


def closed(local: Local) -> Local:
    """What was opened is closed; what was half typed for the work stays."""
    return replace(local, page=None, person="", pin="", is_numbering=False)


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment.  ``index`` is the step to show: during the pause after a step, the done one."""

    state: StationState
    local: Local
    now_us: int
    zone: tzinfo | None
    language: str
    index: int | None = None
    is_pause: bool = False
    room: Room = Room()

    @property
    def run(self) -> UnitRun | None:
        return self.state.run

    @property
    def step_run(self) -> StepRun | None:
        run = self.state.run
        return None if run is None or self.index is None else run.steps[self.index]

    def text(self, text: Text) -> str:
        return in_language(text, self.language)

    def number(self, text: str) -> str:
        """``text``, made of numbers and units, as the screen's language writes them."""
        return local_number(text, self.language)

    def value(self, value: Decimal, limits: Limits, *, extra: int = 0) -> str:
        return self.number(value_text(value, limits, extra=extra))

    def range(self, limits: Limits) -> str:
        return self.number(range_text(limits))

    def day(self, day: date) -> str:
        return local_date(day, self.language)

    def device(self, name: str) -> DeviceStatus | None:
        return next((d for d in self.state.devices if d.device == name), None)

    def local_time(self, at: datetime) -> datetime:
        return at.astimezone(self.zone)

    @property
    def now(self) -> datetime:
        return self.at(self.now_us)

    def at(self, at_us: int) -> datetime:
        return self.local_time(datetime.fromtimestamp(at_us / 1e6, UTC))

    def moment(self, at: datetime) -> str:
        """The time of day, with the date when it is not today's."""
        local = self.local_time(at)
        if local.date() == self.now.date():
            return f"{local:%H:%M}"
        return f"{self.day(local)} {local:%H:%M}"

    def age(self, since_us: int) -> Phrase:
        return span(max(0, self.now_us - since_us) // 1_000_000)


@dataclass(frozen=True, slots=True)
class Desk:
    """What a tap finds: the moment it was made in, and where its meaning goes.

    ``say`` turns words into text, for what leaves the screen.
    """

    scene: Scene
    intents: StationIntents
    say: Callable[[Words], str] = str


def span(seconds: int) -> Phrase:
    """So much time, in the one unit that matters."""
    for key, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= length:
            return phrase(f"age/{key}", count=str(seconds // length))
    return phrase("age/seconds", count=str(seconds))


def in_sentence(scene: Scene, words: Words) -> Words:
    """A name inside a sentence: "Bolt 3" becomes "bolt 3", "SKF 6204" stays, and German does."""
    is_name = isinstance(words, str) and len(words) > 1 and words[1].islower()
    if isinstance(words, str) and is_name and scene.language != "de":
        return words[0].lower() + words[1:]
    return words


def place_name(scene: Scene, step: Step, position: str) -> Words:
    """What the place is called, else its number."""
    for number, place in enumerate(step.positions, start=1):
        if place.id == position:
            label = scene.text(place.label)
            return label or phrase("step/place", number=str(number))
    return position


def place_noun(scene: Scene, step: Step) -> str | None:
    """The noun all places share ("Bolt" of "Bolt 1" to "Bolt 4"), if they are so named."""
    names = [scene.text(p.label).rpartition(" ") for p in step.positions]
    nouns = {noun for noun, _, number in names if number.isdigit()}
    return nouns.pop() if len(nouns) == 1 and all(n[2].isdigit() for n in names) else None
