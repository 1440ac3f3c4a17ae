"""Stops begin by themselves when nothing goes on; a person only says why, at the next pause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.flow_documents import EVERY_LINE, StopReasons, StopSettled, stop_key
from app.domain.line_events import StopBegan, StopEnded, StopsNamed
from app.domain.refusal import Refusal
from app.domain.stops import LIKELY, REASONS, UNKNOWN, likeliest_first, stops_of, to_ask
from app.services.acts import Act
from app.services.line_state import StopQuestion

if TYPE_CHECKING:
    from app.domain.stops import Stop
    from app.ports.journal import LineFact, Reference
    from app.services.acts import Acts
    from app.services.line_record import LineRecord

#: Reasons are counted so far back.
COUNTED_US = 90 * 86_400_000_000


@dataclass(frozen=True, slots=True)
class NameStops(Act):
    """Why the stops of the question were; ``words`` for a reason that has no tile."""

    stops: tuple[str, ...]
    reason: str
    words: str | None = None


@dataclass(frozen=True, slots=True)
class PutOffStops(Act):
    """Not now: it is asked again at the next pause but one."""


class Stops:
    """Call it inside a turn.  ``follow`` after every fact, ``look`` when time went by."""

    def __init__(self, record: LineRecord, reference: Reference) -> None:
        self._record = record
        self._reference = reference
        self._tree: StopReasons | None = None
        self._going_on: tuple[object, ...] | None = None
        self._is_first = True
        self._since_us = record.clock.now_us()
        self._put_off: frozenset[str] = frozenset()

    def add_to(self, acts: Acts) -> None:
        acts.add(NameStops, self.name)
        acts.add(PutOffStops, self.put_off)

    async def see_documents(self) -> None:
        """New documents came down: the line's reasons may be others now."""
        line = self._record.state.station.line
        own = await self._reference.get(StopReasons, line)
        self._tree = own or await self._reference.get(StopReasons, EVERY_LINE)
        codes = REASONS if self._tree is None else self._tree.codes
        self._record.show(reasons=codes, tree=self._tree)

    async def see(self, facts: tuple[LineFact, ...]) -> None:
        """Show the stop that lasts, and what is to ask between two units."""
        stops = stops_of((fact.body, fact.at_us) for fact in facts)
        open_ = [s for s in stops if s.ended_us is not None and s.reason is None]
        open_ = [s for s in open_ if await self._settled(s) is None]
        asked = to_ask(s for s in open_ if s.stop not in self._put_off)
        question = None
        if asked:
            since_us = self._record.clock.now_us() - COUNTED_US
            counts = await self._record.journal.reason_counts(since_us)
            codes = REASONS if self._tree is None else self._tree.codes
            reasons = likeliest_first(counts, codes)
            likely = min(LIKELY, sum(1 for code in codes if counts.get(code)))
            question = StopQuestion(asked, reasons, likely, self._tree)
        lasting = next((s for s in stops if s.ended_us is None), None)
        self._record.show(stop=lasting, ask=question, unnamed=len(open_))

    async def follow(self) -> None:
        """What has gone on ends a stop; so does it that nobody is there any more."""
        state, now_us = self._record.state, self._record.clock.now_us()
        going_on = _what_goes_on(self._record)
        is_first, self._is_first = self._is_first, False
        if is_first or going_on not in (None, self._going_on):
            self._going_on = going_on
            # After a start nobody knows when the last thing went on: it counts from now.
            self._since_us = now_us
            if not is_first:
                await self._end("progress", now_us)
        elif state.person is None:
            await self._end("nobody", now_us)
            self._since_us = now_us

    @property
    def is_due(self) -> bool:
        """Whether so long nothing went on that it is a stop; never while nobody is there."""
        after_s = self._record.line.rules.stop_after_s
        if after_s is None or self._record.line.stop is not None:
            return False
        waited_s = (self._record.clock.now_us() - self._since_us) / 1e6
        return self._record.state.person is not None and waited_s >= after_s

    async def look(self) -> None:
        if self.is_due:
            body = StopBegan(stop=self._record.new_name("stop"))
            await self._record.keep(body, at_us=self._since_us, by_system=True)

    async def name(self, act: NameStops) -> Refusal | None:
        """Only what was asked: somebody else may have answered meanwhile."""
        asked = self._record.line.ask
        if asked is None or tuple(s.stop for s in asked.stops) != act.stops:
            return Refusal("stop.named")
        if act.reason not in (*asked.reasons, UNKNOWN):
            return Refusal("stop.named")
        for stop in asked.stops:
            settled = await self._settled(stop)
            if settled is not None:
                self._record.is_new = True
                return _already(settled)
        body = StopsNamed(stops=act.stops, reason=act.reason, words=act.words)
        await self._record.keep(body)
        return None

    async def put_off(self, _: PutOffStops) -> None:
        asked = self._record.line.ask
        if asked is not None:
            self._put_off |= {stop.stop for stop in asked.stops}
            self._record.is_new = True

    def ask_again(self) -> None:
        """A unit is finished: what was put off may be asked at the pause after it."""
        if self._put_off:
            self._put_off = frozenset()
            self._record.is_new = True

    async def _settled(self, stop: Stop) -> StopSettled | None:
        """What a lead has found out about it meanwhile."""
        key = stop_key(self._record.state.station.station, stop.stop)
        return await self._reference.get(StopSettled, key)

    async def _end(self, why: str, now_us: int) -> None:
        stop = self._record.line.stop
        if stop is not None:
            body = StopEnded(stop=stop.stop, why=why)
            await self._record.keep(body, at_us=now_us, by_system=True)


def _already(settled: StopSettled) -> Refusal:
    facts = {"who": settled.role, "since": settled.at.isoformat()}
    return Refusal("stop.already_set", facts)


def _what_goes_on(record: LineRecord) -> tuple[object, ...] | None:
    """Another unit, another step, another good result: each is progress.

    None without a unit: leaving one, going on from a finished one or signing in moves nothing.
    """
    state = record.state
    run, finished = state.run, state.finished
    if run is None:
        return None if finished is None else (finished.serial,)
    good = sum(getattr(e, "ok", True) for step in run.steps for e in step.evidence)
    return (run.serial, run.index, good)
