"""What a push or a question for the feed is answered: facts in, decision out, no database.

The transaction that gathered the facts carries the decision out; the simulation in the tests
runs these very functions against thousands of histories.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import GENESIS, Envelope, chain_hash, decode_envelope, head_message
from sync.wire import Feed, FeedConflict, FeedItem, PushConflict, Pushed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sync.wire import Push

_LAST_INT64 = 2**63 - 1
_MAX_FEED_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Link:
    """One pushed event, proven to stand where it says."""

    envelope: Envelope
    raw: bytes
    hash: str


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a push is not taken; ``reason`` as in :class:`sync.wire.PushConflict`."""

    reason: str
    detail: str


@dataclass(frozen=True, slots=True)
class Chain:
    """What we have of the epoch, and the keys its heads may be signed with."""

    high_water: int
    hash: str
    keys: tuple[str, ...]


NEVER_ENROLLED = Chain(0, GENESIS, ())


@dataclass(frozen=True, slots=True)
class Facts:
    """What the log holds that a push could contradict.

    ``hashes`` by number, of those :func:`repeated` names; ``new_ids`` are the ids of the events
    above the high water, ``taken`` says where one of them stands already.
    """

    hashes: Mapping[int, str]
    new_ids: Sequence[str] = ()
    taken: str | None = None


def read_links(push: Push) -> list[Link] | Refusal:
    """The push's events in order, each proven to follow the one before."""
    links: list[Link] = []
    prev_hash = push.prev_hash
    for seq, pushed in enumerate(push.events, start=push.from_seq):
        raw = bytes(pushed.envelope)
        try:
            envelope = decode_envelope(raw)
            raw.decode()  # its body is not read yet, and must be text when somebody does
            expected = chain_hash(prev_hash, raw)
        except (msgspec.DecodeError, ValueError) as error:
            return Refusal("chain", f"seq {seq}: not a readable envelope: {error}")
        problem = _misplaced(push, envelope, seq=seq, prev_hash=prev_hash)
        if problem is None and pushed.hash != expected:
            problem = "its hash is not that of its bytes"
        if problem is not None:
            return Refusal("chain", f"seq {seq}: {problem}")
        links.append(Link(envelope, raw, expected))
        prev_hash = expected
    return links


def repeated(push: Push, known: Chain) -> tuple[int, int]:
    """First and last number whose hashes here the push has to agree with."""
    last = push.from_seq + len(push.events) - 1
    return push.from_seq - 1, min(last, known.high_water)


def new_links(links: Sequence[Link], known: Chain) -> list[Link]:
    """What the log does not have yet; taken twice, an event is there once."""
    return [link for link in links if link.envelope.seq > known.high_water]


def refuse(
    push: Push,
    links: Sequence[Link],
    known: Chain,
    facts: Facts,
    *,
    is_signed: Callable[[str, bytes, str], bool],
) -> Refusal | None:
    """Why the push does not continue, or repeat, exactly what is here; None if it does.

    ``is_signed`` says whether a public key signed a message with a signature.
    """
    return _head_problem(push, links, known.keys, is_signed) or _join_problem(
        push, links, known, facts
    )


def taken(
    push: Push,
    known: Chain,
    *,
    generation: str,
    now_us: int,
    missing_blobs: tuple[str, ...] = (),
) -> Pushed:
    """The answer to a push that is durable: how far the log goes, and the hash there."""
    return Pushed(
        generation=generation,
        epoch=push.epoch,
        high_water=known.high_water,
        hash_at_high_water=known.hash,
        server_time=now_us,
        missing_blobs=missing_blobs,
    )


def refused(push: Push, known: Chain, refusal: Refusal, *, generation: str) -> PushConflict:
    """The answer to a push that is not taken."""
    return PushConflict(
        reason=refusal.reason,
        generation=generation,
        epoch=push.epoch,
        high_water=known.high_water,
        hash_at_high_water=known.hash,
        detail=refusal.detail,
    )


def feed_problem(
    *, asked_generation: str, after: int, generation: str, newest: int
) -> FeedConflict | None:
    """Why a feed cannot go on from ``after``; None if it can."""
    if asked_generation != generation:
        return FeedConflict(reason="generation", generation=generation)
    if after > newest:
        return FeedConflict(reason="cursor", generation=generation)
    return None


def feed_answer(
    items: Iterable[FeedItem], *, generation: str, after: int, newest: int, now_us: int
) -> Feed:
    """As many of ``items`` as fit into one answer, and how far it reaches."""
    taken_items = _within_bytes(items)
    return Feed(
        generation=generation,
        after=after,
        up_to=taken_items[-1].pos if taken_items else after,
        head=newest,
        items=taken_items,
        server_time=now_us,
    )


def _misplaced(push: Push, envelope: Envelope, *, seq: int, prev_hash: str) -> str | None:
    if (envelope.station, envelope.epoch) != (push.station, push.epoch):
        return f"written by {envelope.station}, epoch {envelope.epoch}"
    if envelope.seq != seq:
        return f"says it is seq {envelope.seq}"
    if envelope.prev_hash != prev_hash:
        return "does not name the hash before it"
    if max(seq, abs(envelope.at)) > _LAST_INT64:
        return "a number in it is out of range"
    return None


def _head_problem(
    push: Push,
    links: Sequence[Link],
    keys: tuple[str, ...],
    is_signed: Callable[[str, bytes, str], bool],
) -> Refusal | None:
    if not links:
        return None
    last = links[-1]
    message = head_message(push.station, push.epoch, last.envelope.seq, last.hash)
    if any(is_signed(key, message, push.head_signature) for key in keys):
        return None
    return Refusal(
        "signature", f"The head at seq {last.envelope.seq} is not signed by the station."
    )


def _join_problem(push: Push, links: Sequence[Link], known: Chain, facts: Facts) -> Refusal | None:
    if push.from_seq > known.high_water + 1:
        return Refusal("gap", f"Send from seq {known.high_water + 1}.")
    if not links:
        return None
    first = push.from_seq
    # An epoch's first hash is its own to name: a later epoch starts from the one before it.
    if first > 1 and facts.hashes[first - 1] != push.prev_hash:
        return Refusal("fork", f"Another event is here under seq {first - 1}.")
    if first == 1 and push.epoch == 1 and push.prev_hash != GENESIS:
        return Refusal("chain", "The first event of a station follows 64 zeros.")
    for link in links:
        if facts.hashes.get(link.envelope.seq, link.hash) != link.hash:
            return Refusal("fork", f"Another event is here under seq {link.envelope.seq}.")
    return _id_problem(facts)


def _id_problem(facts: Facts) -> Refusal | None:
    """No event may stand in the log twice, under whatever number."""
    if len(set(facts.new_ids)) < len(facts.new_ids):
        return Refusal("chain", "Two events of the push have the same event_id.")
    return None if facts.taken is None else Refusal("fork", facts.taken)


def _within_bytes(items: Iterable[FeedItem]) -> tuple[FeedItem, ...]:
    fitting: list[FeedItem] = []
    size = 0
    for item in items:
        size += len(item.body)
        if fitting and size > _MAX_FEED_BYTES:
            break
        fitting.append(item)
    return tuple(fitting)
