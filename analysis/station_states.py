"""What a station did over time, and the time elements of ISO 22400-2 that follow from it.

What is known comes as claims: of machine signals, of units in work, of recorded stops, of the
shift calendar.  They may overlap and come in any order.  At each moment one of them counts; where
there is none, or nothing was heard of the station, there is no data, and that is a state of its
own: never running, never stopped, never part of an OEE.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from analysis.intervals import common, length, merged

if TYPE_CHECKING:
    from collections.abc import Iterable

    from analysis.intervals import Interval


class State(StrEnum):
    """What a station is doing; of claims as good as each other the one named first counts."""

    BREAK = "break"
    STOPPED = "stopped"
    SETUP = "setup"
    BLOCKED = "blocked"
    STARVED = "starved"
    RUNNING = "running"
    NO_DATA = "no_data"


class Basis(IntEnum):
    """How good a claim is; the better one counts.

    ASSUMED follows from something else (a unit is open, so somebody works on it), PLANNED is the
    calendar's, SEEN was told by a machine or shown by something that happened then.
    """

    ASSUMED = 1
    PLANNED = 2
    SEEN = 3


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's word that the station was in ``state`` from ``begin_us`` to ``end_us``."""

    state: State
    begin_us: int
    end_us: int
    basis: Basis = Basis.SEEN


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch in one state (µs, end excluded)."""

    state: State
    begin_us: int
    end_us: int


def told(changes: Iterable[tuple[int, State]], *, until_us: int) -> tuple[Claim, ...]:
    """Claims of a machine that says each change of its state: (when in µs, state), any order.

    The last state told lasts to ``until_us``.
    """
    ordered = sorted(changes, key=lambda change: change[0])
    ends = [at for at, _ in ordered[1:]] + [until_us]
    return tuple(
        Claim(state, begin, end)
        for (begin, state), end in zip(ordered, ends, strict=True)
        if begin < end
    )


def heard(signs_us: Iterable[int], *, silence_us: int) -> list[Interval]:
    """When the station was heard of: between signs of life at most ``silence_us`` apart.

    After a longer silence nobody knows since when things were otherwise, so all of it is unheard.
    """
    near = (pair for pair in pairwise(sorted(signs_us)) if pair[1] - pair[0] <= silence_us)
    return merged(near)


def timeline(
    claims: Iterable[Claim], *, heard: Iterable[Interval], begin_us: int, end_us: int
) -> tuple[Span, ...]:
    """The station's states from ``begin_us`` to ``end_us`` without gap or overlap, in order."""
    edges: dict[int, Counter[_Strength]] = {}
    for claim in claims:
        strength = (claim.basis.value, -_ORDER.index(claim.state))
        _stand(edges, strength, max(claim.begin_us, begin_us), min(claim.end_us, end_us))
    for begin, end in merged(heard):
        _stand(edges, _HEARD, max(begin, begin_us), min(end, end_us))
    spans: list[Span] = []
    standing: Counter[_Strength] = Counter()
    here = begin_us
    for at in sorted({*edges, end_us}):
        if here < at:
            _append(spans, Span(_strongest(standing), here, at))
            here = at
        standing.update(edges.get(at, {}))
    return tuple(spans)


_Strength: TypeAlias = tuple[int, int]
_ORDER = tuple(State)
_HEARD: _Strength = (0, 0)


def _stand(
    edges: dict[int, Counter[_Strength]], strength: _Strength, begin_us: int, end_us: int
) -> None:
    """One more claim of that strength from the one edge to the other."""
    if begin_us < end_us:
        edges.setdefault(begin_us, Counter())[strength] += 1
        edges.setdefault(end_us, Counter())[strength] -= 1


def _strongest(standing: Counter[_Strength]) -> State:
    if standing[_HEARD] <= 0:
        return State.NO_DATA
    strongest = max(strength for strength, count in standing.items() if count > 0)
    return State.NO_DATA if strongest == _HEARD else _ORDER[-strongest[1]]


def _append(spans: list[Span], span: Span) -> None:
    if spans and spans[-1].state is span.state:
        spans[-1] = Span(span.state, spans[-1].begin_us, span.end_us)
    else:
        spans.append(span)


def within(spans: Iterable[Span], begin_us: int, end_us: int) -> tuple[Span, ...]:
    """As much of ``spans`` as lies between the two moments: those of one shift, say."""
    cut = (Span(s.state, max(s.begin_us, begin_us), min(s.end_us, end_us)) for s in spans)
    return tuple(span for span in cut if span.begin_us < span.end_us)


@dataclass(frozen=True, slots=True)
class TimeElements:
    """Times of ISO 22400-2 in µs; they are kept and added up, an OEE never is.

    ``pbt_us`` is the planned busy time in which the station was heard of; ``unseen_us`` is the
    rest of it.  ``apt_us`` (actual production) also holds production outside the plan, which
    ``beyond_us`` says.  ``aust_us`` is setup; ``adet_us`` delay: stopped with work there;
    ``adot_us`` down: starved, blocked, or a pause that was not planned.
    """

    pbt_us: int = 0
    apt_us: int = 0
    aust_us: int = 0
    adet_us: int = 0
    adot_us: int = 0
    unseen_us: int = 0
    beyond_us: int = 0

    def __add__(self, other: TimeElements) -> TimeElements:
        """Those of several shifts or stations together."""
        return TimeElements(
            self.pbt_us + other.pbt_us,
            self.apt_us + other.apt_us,
            self.aust_us + other.aust_us,
            self.adet_us + other.adet_us,
            self.adot_us + other.adot_us,
            self.unseen_us + other.unseen_us,
            self.beyond_us + other.beyond_us,
        )

    @property
    def coverage(self) -> float | None:
        """Which share of the planned time is known, 0 to 1; None when nothing was planned."""
        planned = self.pbt_us + self.unseen_us
        return self.pbt_us / planned if planned else None


def time_elements(spans: Iterable[Span], *, planned: Iterable[Interval]) -> TimeElements:
    """The elements of ``spans`` against the ``planned`` working time, its breaks left out.

    Production outside the plan counts too: give the spans of one shift only
    (:func:`within`) for the elements of one shift.
    """
    plan, all_spans = merged(planned), tuple(spans)
    times: dict[State, list[Interval]] = {state: [] for state in State}
    for span in all_spans:
        times[span.state].append((span.begin_us, span.end_us))
    inside = {state: length(common(merged(found), plan)) for state, found in times.items()}
    seen = length(plan) - inside[State.NO_DATA] - _outside(plan, all_spans)
    running = length(merged(times[State.RUNNING]))
    return TimeElements(
        pbt_us=seen,
        apt_us=running,
        aust_us=inside[State.SETUP],
        adet_us=inside[State.STOPPED],
        adot_us=inside[State.STARVED] + inside[State.BLOCKED] + inside[State.BREAK],
        unseen_us=length(plan) - seen,
        beyond_us=running - inside[State.RUNNING],
    )


def _outside(plan: list[Interval], spans: tuple[Span, ...]) -> int:
    """Planned time that no span is about: nobody knows of it either."""
    known = merged((span.begin_us, span.end_us) for span in spans)
    return length(plan) - length(common(plan, known))
