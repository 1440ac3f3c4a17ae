"""The chain: puts facts into envelopes, each numbered after and hashed onto the one before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import Raw

from app.domain.envelope import Envelope, chain_hash, encode_envelope
from app.journal.clock_watch import ClockWatch
from app.journal.ids import RANDOM_BYTES, uuid7

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.ports.clock import Clock
    from app.ports.journal import NewEvent

ENVELOPE_VERSION = 1
#: One the server could not take would hold up all that follow.
MOST_EVENT_BYTES = 1_000_000

#: The columns of the table of events.
Row: TypeAlias = tuple[int | str | bytes | None, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """Where the chain ends: the next event is ``seq + 1`` of ``epoch``."""

    epoch: int
    seq: int
    hash: str


class ChainWriter:
    """Knows what goes into every envelope beside the fact: station, clocks, the feed seen."""

    def __init__(self, station: str, clock: Clock, random_bytes: Callable[[int], bytes]) -> None:
        self.clock_offset_us: int | None = None
        self.seen_pos = 0
        self._station = station
        self._clock = clock
        self._random = random_bytes
        self._clock_quality = "unknown"
        self._watch = ClockWatch()
        self._encoder = msgspec.json.Encoder()

    @property
    def clock_quality(self) -> str:
        return "stepped" if self._watch.has_stepped else self._clock_quality

    def clock_measured(self, quality: str) -> None:
        """A measured clock has not stepped, whatever was noticed before."""
        self._clock_quality = quality
        self._watch.measured()

    def begin_after(self, newest: Envelope) -> None:
        """Compare the next event's clocks with those of the newest in the file."""
        self._watch.begin_after(newest)

    def chained(
        self, batch: Sequence[NewEvent], head: Head
    ) -> tuple[list[Envelope], list[Row], Head]:
        """Envelopes, rows and the head after them.

        Raises:
            TypeError, ValueError, OverflowError: an event cannot be written down.
        """
        envelopes: list[Envelope] = []
        rows: list[Row] = []
        for event in batch:
            envelope = self._envelope(event, head)
            raw = encode_envelope(envelope)
            if len(raw) > MOST_EVENT_BYTES:
                msg = f"{envelope.kind} of {len(raw)} bytes: keep it as a blob and name that"
                raise ValueError(msg)
            head = Head(head.epoch, envelope.seq, chain_hash(head.hash, raw))
            envelopes.append(envelope)
            rows.append(
                (
                    envelope.epoch,
                    envelope.seq,
                    envelope.event_id,
                    envelope.kind,
                    envelope.refs.unit,
                    envelope.at,
                    raw,
                    head.hash,
                )
            )
        return envelopes, rows, head

    def _envelope(self, event: NewEvent, head: Head) -> Envelope:
        now, mono_ns = self._clock.now_us(), self._clock.mono_ns()
        self._watch.see(now, mono_ns, self._clock.boot)
        return Envelope(
            v=ENVELOPE_VERSION,
            event_id=uuid7(now, self._random(RANDOM_BYTES)),
            station=self._station,
            epoch=head.epoch,
            seq=head.seq + 1,
            kind=event.body.KIND,
            version=event.body.VERSION,
            at=now if event.at is None else event.at,
            recorded_at=now,
            mono_ns=mono_ns,
            boot=self._clock.boot,
            seen_pos=self.seen_pos,
            actor=event.actor,
            body=Raw(self._encoder.encode(event.body)),
            prev_hash=head.hash,
            clock_quality=self.clock_quality,
            clock_offset_us=self.clock_offset_us,
            refs=event.refs,
            causes=event.causes,
        )
