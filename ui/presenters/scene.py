"""What the presenters look at: the station's state, the screen's own state, and the time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING

from app.domain.instructions import in_language
from ui.presenters.phrases import Phrase, Words, phrase

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.instructions import Step, Text
    from app.domain.unit_run import StepRun, UnitRun
    from app.ports.devices import DeviceStatus
    from app.services.station_state import StationState


@dataclass(frozen=True, slots=True)
class Local:
    """What only the screen knows: which page is open and what is half typed.

    ``overlay`` is "", "problem", "redo", "station", "results" or, when signing in, "number".
    ``reported_at_us`` is when the problem tile was tapped; ``result`` is the unassigned result
    to look at, from 0.
    """

    overlay: str = ""
    redo_step: str = ""
    reported: str = ""
    reported_at_us: int = 0
    person: str = ""
    typed: str = ""
    is_pad_open: bool = False
    doubted: Decimal | None = None
    page: int = 0
    result: int | None = None


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

    @property
    def run(self) -> UnitRun | None:
        return self.state.run

    @property
    def step_run(self) -> StepRun | None:
        run = self.state.run
        return None if run is None or self.index is None else run.steps[self.index]

    def text(self, text: Text) -> str:
        return in_language(text, self.language)

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
        return f"{local:%Y-%m-%d %H:%M}"

    def age(self, since_us: int) -> Phrase:
        return span(max(0, self.now_us - since_us) // 1_000_000)


def span(seconds: int) -> Phrase:
    """So much time, in the one unit that matters."""
    for key, length in (("days", 86_400), ("hours", 3_600), ("minutes", 60)):
        if seconds >= length:
            return phrase(f"age/{key}", count=str(seconds // length))
    return phrase("age/seconds", count=str(seconds))


def in_sentence(words: Words) -> Words:
    """A name inside a sentence: "Bolt 3" becomes "bolt 3", "SKF 6204" stays."""
    if isinstance(words, str) and len(words) > 1 and words[1].islower():
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
