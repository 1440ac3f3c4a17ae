"""The other side of a fork: a station's contradicting history, kept beside the log, whole.

What is kept is proven as in the log: chained, and its head signed by the station.  It joins the
log, what was kept before, or the start of its epoch.  Kept twice it is there once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.envelope import head_message
from server.db.tables import event, forked_event
from server.log import decide
from server.log.decide import Chain, Refusal
from server.log.ingest import keep_fork, lock_chain, missing_blobs, note_blobs
from server.log.tokens import signature_is_good

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.log.decide import Link
    from server.log.identity import PlantIdentity
    from sync.wire import Push, PushConflict, Pushed


def keep_branch(
    connection: sa.Connection, push: Push, *, identity: PlantIdentity, now_us: int
) -> Pushed | PushConflict:
    """Keep what the log does not have of ``push``, inside the caller's transaction.

    Without events it only opens the situation: the station says that there is a fork.
    """
    known = lock_chain(connection, push)
    generation = identity.generation
    if known is None:
        never = Refusal("epoch", f"Epoch {push.epoch} of {push.station} was never enrolled.")
        return decide.refused(push, decide.NEVER_ENROLLED, never, generation=generation)
    links = decide.read_links(push)
    if isinstance(links, Refusal):
        return decide.refused(push, known, links, generation=generation)
    problem = _problem(connection, push, links, known)
    if problem is not None:
        return decide.refused(push, known, problem, generation=generation)
    other = _not_in_log(connection, push, links)
    # Also when the log has all of it: that the station sees a fork is for a person to know.
    keep_fork(connection, push, other, now_us=now_us)
    note_blobs(connection, push.station, other)
    kept = Chain(links[-1].envelope.seq, links[-1].hash, ()) if links else known
    missing = missing_blobs(connection, push.station)
    return decide.taken(push, kept, generation=generation, now_us=now_us, missing_blobs=missing)


def _problem(
    connection: sa.Connection, push: Push, links: Sequence[Link], known: Chain
) -> Refusal | None:
    if not links:
        return None
    last = links[-1]
    message = head_message(push.station, push.epoch, last.envelope.seq, last.hash)
    if not any(signature_is_good(key, message, push.head_signature) for key in known.keys):
        return Refusal("signature", f"The head at seq {last.envelope.seq} is not signed.")
    if push.from_seq > 1 and not _is_here(connection, push):
        return Refusal("gap", f"Nothing here joins seq {push.from_seq}: send from the start.")
    return None


def _is_here(connection: sa.Connection, push: Push) -> bool:
    """Whether the event before the first is known, on whichever side."""
    for table in (event, forked_event):
        statement = sa.select(table.c.seq).where(
            table.c.station == push.station,
            table.c.epoch == push.epoch,
            table.c.seq == push.from_seq - 1,
            table.c.hash == push.prev_hash,
        )
        if connection.execute(statement).first() is not None:
            return True
    return False


def _not_in_log(connection: sa.Connection, push: Push, links: Sequence[Link]) -> list[Link]:
    if not links:
        return []
    statement = sa.select(event.c.hash).where(
        event.c.station == push.station,
        event.c.epoch == push.epoch,
        event.c.seq.between(links[0].envelope.seq, links[-1].envelope.seq),
    )
    here = set(connection.execute(statement).scalars())
    return [link for link in links if link.hash not in here]
