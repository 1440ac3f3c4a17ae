"""What the screen sees of calls, stops and the handover of the shift."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.calls import LADDER
from app.domain.plant_calls import plan_for
from app.domain.stops import REASONS

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.broadcasts import Audience, Broadcast
    from app.domain.calls import Call, Rung
    from app.domain.flow_documents import StopContradicted, StopPart, StopReasons
    from app.domain.line_events import HandoverGiven, HandoverItem
    from app.domain.plant_calls import EscalationPlan
    from app.domain.stops import Stop


@dataclass(frozen=True, slots=True)
class LineRules:
    """What the station's configuration says about the line.

    A stop begins ``stop_after_s`` after the last thing that went on (None: nobody wants to know);
    ``ladder`` is whom a call goes on to.
    """

    stop_after_s: float | None = None
    ladder: tuple[Rung, ...] = LADDER


@dataclass(frozen=True, slots=True)
class ShiftSpan:
    """The shift that runs: since when (µs UTC), and which comes after it, "" if nobody knows."""

    name: str
    began_us: int
    next_name: str = ""


@dataclass(frozen=True, slots=True)
class StopQuestion:
    """What is asked at the next pause: why ``stops`` were, the likeliest of ``reasons`` first.

    The first ``likely`` of them were named before.  ``tree`` is the plant's, None where the
    station asks its own reasons.
    """

    stops: tuple[Stop, ...]
    reasons: tuple[str, ...] = REASONS
    likely: int = 0
    tree: StopReasons | None = None


@dataclass(frozen=True, slots=True)
class ToldStop:
    """A stop of late with all that is known of it; ``parts`` are its reasons, in their order.

    ``by`` is the role that said them, "" for the station's own question; ``version`` is that of
    the plant's word.  ``is_on_its_way``: the plant has not answered what was said here.
    ``against`` is what was said here and does not count, until somebody has read that.
    """

    stop: Stop
    parts: tuple[StopPart, ...] = ()
    by: str = ""
    settled_at: datetime | None = None
    version: int = 0
    is_on_its_way: bool = False
    against: StopContradicted | None = None


@dataclass(frozen=True, slots=True)
class AudienceName:
    """One for whom a message can be, with what is known beside the name."""

    name: str
    below: str = ""


@dataclass(frozen=True, slots=True)
class AudienceNames:
    """All for whom a message can be, by sort of audience."""

    stations: tuple[AudienceName, ...] = ()
    skills: tuple[AudienceName, ...] = ()
    orders: tuple[AudienceName, ...] = ()
    products: tuple[AudienceName, ...] = ()
    parts: tuple[AudienceName, ...] = ()

    def of(self, audience: Audience) -> tuple[AudienceName, ...]:
        """Of one sort; everybody has no names."""
        names: dict[str, tuple[AudienceName, ...]] = {
            "station": self.stations,
            "skill": self.skills,
            "order": self.orders,
            "product": self.products,
            "part": self.parts,
        }
        return names.get(audience, ())


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """What was counted of the shift that began at ``since_us``, and is open at its end.

    ``minutes`` are those of its stops by reason, the longest first; "" are not named.
    """

    shift: str
    next_shift: str
    since_us: int
    counts: dict[str, int] = field(default_factory=dict)
    minutes: tuple[tuple[str, int], ...] = ()
    items: tuple[HandoverItem, ...] = ()
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One line of a page on paper; ``role`` is "title", "heading" or "line"."""

    role: str
    text: str


@dataclass(frozen=True, slots=True)
class OpenHandover:
    """What the shift before has handed over (``at_us``) and nobody has taken over yet."""

    given: HandoverGiven
    at_us: int


@dataclass(frozen=True, slots=True)
class SinceThen:
    """What changed here since whoever came was here last (``since_us``)."""

    since_us: int
    items: tuple[HandoverItem, ...]


@dataclass(frozen=True, slots=True)
class LineState:
    """``calls`` are the open ones, oldest first; ``stop`` is the one that lasts.

    ``ask`` is the question for the next pause, ``unnamed`` how many stops of late have no reason;
    ``stops`` are all of late, the newest first, ``reasons`` what they can be put down to, and
    ``tree`` the plant's, if it has one.
    ``sheet`` is there while somebody prepares a handover, ``waiting`` while one is not taken over;
    ``is_put_off``: not now.  ``accepted`` is the handover that was taken over last.
    ``paper`` is where the sheet was put as a file.
    ``news`` is what changed since whoever is here was here last, until they have seen it;
    ``questions`` are those asked back about handovers and not settled.
    ``elsewhere`` are the open calls of other stations, ``plans`` who answers and who comes next.
    ``messages`` are to be read here, the urgent ones first; ``is_later``: those that may wait do.
    ``sent`` is the one that was written here last; ``audiences`` is whom one can be for, as it was
    looked up last, None before.
    """

    rules: LineRules = LineRules()
    calls: tuple[Call, ...] = ()
    elsewhere: tuple[Call, ...] = ()
    plans: tuple[EscalationPlan, ...] = ()
    messages: tuple[Broadcast, ...] = ()
    is_later: bool = False
    sent: str = ""
    audiences: AudienceNames | None = None
    stop: Stop | None = None
    ask: StopQuestion | None = None
    unnamed: int = 0
    stops: tuple[ToldStop, ...] = ()
    reasons: tuple[str, ...] = REASONS
    tree: StopReasons | None = None
    sheet: HandoverSheet | None = None
    waiting: OpenHandover | None = None
    is_put_off: bool = False
    accepted: str = ""
    paper: str = ""
    news: SinceThen | None = None
    questions: tuple[HandoverItem, ...] = ()

    def plan_of(self, call: Call, line: str = "") -> EscalationPlan | None:
        """Who answers ``call`` and comes next; ``line`` is this station's, for its own calls."""
        return plan_for(self.plans, call.kind, call.line or line)
