"""Pushing, as pure rules: what to send next, and what an answer means.

No I/O and no clock: the driver brings the journal's facts, and keeps the mark that comes back.
A mark moves only when the server's hash at its high water is our own; anything the server
could say wrongly, late or twice leaves it where it was.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.domain.errors import PlantFault

if TYPE_CHECKING:
    from app.ports.sync import PushMark
    from sync.wire import PushConflict, Pushed


class PushRefused(PlantFault):
    """The server refuses what we sent for its structure: sending it again will not help."""

    code = "plant.push_refused"


@dataclass(frozen=True, slots=True)
class Window:
    """Send the events after this number."""

    epoch: int
    after: int


def next_window(
    mark: PushMark,
    *,
    has_more: bool,
    feed_generation: str,
    is_confirmed: bool,
    asks_again: bool = False,
) -> Window | None:
    """What to push now, if anything; ``has_more`` when there are events above the mark.

    The newest confirmed event goes again (or, before the first, an empty push) when only the
    answer can tell how things stand: the feed speaks of a generation that pushing has not
    confirmed, so the server was restored; or the server has not confirmed the mark since this
    process started (``is_confirmed``), so our disk may have been set back.  In a fork nothing
    goes unless the server was restored or a person says that it was put right (``asks_again``).
    """
    if mark.closed is not None:
        return None
    is_restored = feed_generation not in ("", mark.generation)
    if mark.fork is not None and not is_restored and not asks_again:
        return None
    if has_more:
        return Window(mark.epoch, mark.acked)
    if not is_confirmed or is_restored or asks_again:
        return Window(mark.epoch, max(mark.acked - 1, 0))
    return None


def after_pushed(mark: PushMark, reply: Pushed, own_hash: str | None) -> PushMark:
    """The mark after the server took events.

    ``own_hash`` is the hash of our event at the reply's epoch and high water, None if we have
    none there.
    """
    if reply.epoch != mark.epoch:
        return mark
    if not _is_ours(reply.high_water, reply.hash_at_high_water, own_hash):
        return _forked(mark, reply, _fork_words(reply.high_water, own_hash))
    if reply.generation != mark.generation:
        # Also backwards: a restored server lost what its backup did not hold.
        return replace(mark, generation=reply.generation, acked=reply.high_water, fork=None)
    return replace(mark, acked=max(mark.acked, reply.high_water), fork=None)


def after_conflict(mark: PushMark, reply: PushConflict, own_hash: str | None) -> PushMark:
    """The mark after the server said no.

    Raises:
        PushRefused: nothing that sending again could mend.
    """
    if reply.reason == "epoch":
        return _after_unknown_epoch(mark, reply)
    if reply.epoch != mark.epoch:
        return mark
    if reply.reason == "fork":
        return _forked(mark, reply, reply.detail or _fork_words(reply.high_water, own_hash))
    if reply.reason != "gap":
        msg = f"the server refuses the events after {mark.acked} ({reply.reason}): {reply.detail}"
        raise PushRefused(msg)
    if not _is_ours(reply.high_water, reply.hash_at_high_water, own_hash):
        return _forked(mark, reply, _fork_words(reply.high_water, own_hash))
    return replace(mark, generation=reply.generation, acked=reply.high_water)


def _after_unknown_epoch(mark: PushMark, reply: PushConflict) -> PushMark:
    """Nothing is closed for it: a restored server may just have forgotten the epoch."""
    if reply.epoch != mark.epoch:
        return mark
    msg = (
        f"the server does not know epoch {mark.epoch} of this station: enrol the station again "
        f"({reply.detail})"
    )
    raise PushRefused(msg)


def _forked(mark: PushMark, reply: Pushed | PushConflict, words: str) -> PushMark:
    if reply.generation == mark.generation:
        return replace(mark, fork=words)
    # What another generation confirmed says nothing of this one, which holds another history.
    return replace(mark, generation=reply.generation, acked=0, fork=words)


def _is_ours(high_water: int, their_hash: str, own_hash: str | None) -> bool:
    # Nothing there yet agrees with everything.
    return high_water == 0 or (own_hash is not None and own_hash == their_hash)


def _fork_words(high_water: int, own_hash: str | None) -> str:
    if own_hash is None:
        return f"the server has event {high_water} of this station, which is not in its journal"
    return f"the server has another event {high_water} of this station than its journal"
