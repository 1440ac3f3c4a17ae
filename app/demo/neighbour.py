"""The station behind the story's own: what it has recorded since hours, and how it is sent.

Its chain is written at once and goes to the server as any station's does: enrolled, signed and
pushed.  It limits the line, and it stands still for the fourth time from the same cause.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from app.domain.envelope import (
    GENESIS,
    Actor,
    Envelope,
    Refs,
    chain_hash,
    encode_envelope,
)
from app.domain.events import (
    PersonSignedIn,
    StationStarted,
    StepCompleted,
    StepConfirmed,
    UnitCompleted,
    UnitStarted,
)
from app.domain.line_events import StopBegan, StopEnded, StopsNamed
from app.journal.ids import RANDOM_BYTES, uuid7
from sync.identity import Identity
from sync.wire import (
    MAX_EVENTS_PER_PUSH,
    PROTOCOL,
    Challenge,
    Enrol,
    Enrolled,
    Push,
    PushedEvent,
    Token,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from app.demo.line import DemoLine
    from app.demo.plant import DemoServer
    from app.domain.event_body import Body

OPERATOR = Actor("person", "421")
_SYSTEM = Actor("system", "station")
_MINUTE_US, _US = 60_000_000, 1_000_000
#: So long it has been at work, in planned time, and so long it stands still by now.
WORKED_US, STOPPED_US = 9 * 60 * _MINUTE_US, 18 * _MINUTE_US
#: A unit takes that long, give or take (the spread of its logarithm).
CYCLE_S, SPREAD = 61.0, 0.18
FEEDING = "material/feeding"
#: Stops before the present one: so long before now, for how many minutes, and why.
STOPS = (
    (400, 9, "setup"), (310, 7, "tool"), (131, 6, FEEDING), (88, 4, FEEDING), (52, 5, FEEDING),
)  # fmt: skip


@dataclass(slots=True)
class Chain:
    """A station's events, each over the one before; ``epoch`` is that of its enrolment."""

    station: str
    epoch: int
    events: list[PushedEvent] = field(default_factory=list)
    head: str = GENESIS

    def write(self, body: Body, at_us: int, actor: Actor = _SYSTEM, **refs: str) -> None:
        """Append one event of that instant."""
        seq = len(self.events) + 1
        envelope = Envelope(
            v=1,
            event_id=self._id(seq, at_us),
            station=self.station,
            epoch=self.epoch,
            seq=seq,
            kind=body.KIND,
            version=1,
            at=at_us,
            recorded_at=at_us,
            mono_ns=at_us * 1_000,
            boot="boot-1",
            seen_pos=0,
            actor=actor,
            refs=Refs(**refs),
            body=Raw(msgspec.json.encode(body)),
            prev_hash=self.head,
        )
        raw = encode_envelope(envelope)
        self.head = chain_hash(self.head, raw)
        self.events.append(PushedEvent(self.head, Raw(raw)))

    def _id(self, seq: int, at_us: int) -> str:
        """The same in each run of the same story."""
        place = f"{self.station}-{self.epoch}-{seq}"
        return uuid7(at_us, sha256(place.encode()).digest()[:RANDOM_BYTES])


class Shift:
    """Writes what happened at the neighbour from :data:`WORKED_US` before ``now_us`` on."""

    def __init__(self, line: DemoLine, chain: Chain, *, revision: str, seed: int) -> None:
        self._line = line
        self._planned = line.planned
        self._chain = chain
        self._revision = revision
        self._chance = random.Random(seed)  # noqa: S311 - plays a line, no secret
        self.made = 0

    def write(self, now_us: int) -> None:
        """Units and stops in planned time only; the last stop lasts."""
        begin = self._before(now_us, WORKED_US)
        stops = [(self._before(now_us, ago * _MINUTE_US), long, why) for ago, long, why in STOPS]
        last = self._before(now_us, STOPPED_US)
        self._chain.write(StationStarted(software="demonstration"), begin)
        signed_in = PersonSignedIn(person=OPERATOR.id, role="operator", means="badge")
        self._chain.write(signed_in, begin, OPERATOR)
        here = begin
        while here < last:
            self._begin_unit(here)
            if stops and stops[0][0] <= here:
                _, minutes, why = stops.pop(0)
                here = self._stop(here, minutes, why)
            seconds = CYCLE_S * self._chance.lognormvariate(0, SPREAD)
            done = self._planned.after(here, round(seconds * _US)) or here
            if done >= last:
                break
            self._complete_unit(done)
            here = self._planned.after(done, 2 * _US) or done
        self._begin_stop("stop-now", last)
        self._chain.write(StopsNamed(stops=("stop-now",), reason=FEEDING), last, OPERATOR)

    # --- one after the other

    @property
    def _serial(self) -> str:
        return f"0918-{20_001 + self.made}"

    def _begin_unit(self, at_us: int) -> None:
        order = self._line.order
        started = UnitStarted(
            serial=self._serial,
            order=order.order,
            product=order.product,
            variant=order.variant,
            instruction=order.instruction,
            revision=self._revision,
            raw=self._serial,
        )
        self._in_unit(started, at_us)

    def _complete_unit(self, at_us: int) -> None:
        step = self._line.instruction.steps[0].id
        self._in_unit(StepConfirmed(step=step, means="tap"), at_us, step=step)
        self._in_unit(StepCompleted(step=step), at_us, step=step)
        self._in_unit(UnitCompleted(serial=self._serial, evidence="provable"), at_us)
        self.made += 1

    def _stop(self, begin_us: int, minutes: int, why: str) -> int:
        """One that is over; returns its end."""
        name = f"stop-{begin_us // _MINUTE_US}"
        end = self._planned.after(begin_us, minutes * _MINUTE_US) or begin_us
        self._begin_stop(name, begin_us)
        self._chain.write(StopEnded(stop=name, why="progress"), end)
        self._chain.write(StopsNamed(stops=(name,), reason=why), end, OPERATOR)
        return end

    def _begin_stop(self, name: str, at_us: int) -> None:
        self._chain.write(
            StopBegan(stop=name), at_us, unit=self._serial, order=self._line.order.order
        )

    def _before(self, now_us: int, worked_us: int) -> int:
        """The instant that much planned time before now."""
        early = now_us - 2 * worked_us - 60 * _MINUTE_US
        gone_us = self._planned.worked_us(early, now_us) - worked_us
        return self._planned.after(early, gone_us) or now_us

    def _in_unit(self, body: Body, at_us: int, **refs: str) -> None:
        order = self._line.order.order
        self._chain.write(body, at_us, OPERATOR, unit=self._serial, order=order, **refs)


async def let_it_work(
    server: DemoServer, line: DemoLine, *, revision: str, now_us: int, seed: int
) -> int:
    """Enrol the neighbour, send all it recorded; returns how many units it made."""
    name = line.neighbour.station
    identity = Identity(name, random.Random(f"{name}-{now_us}").randbytes(32))  # noqa: S311
    asked = Enrol(code=await server.enrolment_code(), station=name, public_key=identity.public_key)
    enrolled = await _told(server, "/v1/enrol", asked, Enrolled)
    chain = Chain(name, enrolled.epoch)
    shift = Shift(line, chain, revision=revision, seed=seed)
    shift.write(now_us)
    nonce = (await _told(server, "/v1/token/challenge", {"station": name}, Challenge)).nonce
    answer = {"station": name, "nonce": nonce, "signature": identity.sign_challenge(nonce)}
    token = (await _told(server, "/v1/token", answer, Token)).token
    for push in _pushes(chain, identity, enrolled.generation, now_us):
        await server.ask(
            "POST",
            "/v1/sync/push",
            msgspec.json.encode(push),
            {"Authorization": f"Bearer {token}"},
        )
    return shift.made


def _pushes(chain: Chain, identity: Identity, generation: str, now_us: int) -> Iterator[Push]:
    for first in range(0, len(chain.events), MAX_EVENTS_PER_PUSH):
        events = tuple(chain.events[first : first + MAX_EVENTS_PER_PUSH])
        last = first + len(events)
        yield Push(
            protocol=PROTOCOL,
            station=chain.station,
            epoch=chain.epoch,
            generation=generation,
            from_seq=first + 1,
            prev_hash=chain.events[first - 1].hash if first else GENESIS,
            events=events,
            head_signature=identity.sign_head(chain.epoch, last, events[-1].hash),
            sent_at=now_us,
        )


async def _told(server: DemoServer, path: str, asked: object, kind: type[Any]) -> Any:  # noqa: ANN401
    return msgspec.json.decode(
        await server.ask("POST", path, msgspec.json.encode(asked)), type=kind
    )
