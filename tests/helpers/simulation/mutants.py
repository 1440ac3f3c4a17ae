"""The rules of sync with one left out or turned wrong: each has to be noticed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import msgspec

from app.domain.envelope import decode_envelope
from app.ports.sync import Document, FeedMark, PushMark
from server.log import decide
from server.log.decide import Chain, Facts, Link, Refusal
from sync import downlink, uplink
from sync.wire import Feed, FeedConflict, FeedItem, Push, PushConflict, Pushed, Snapshot
from tests.helpers.simulation.rules import FORGOTTEN, Rules, Transaction

IsSigned = Callable[[str, bytes, str], bool]


def _ack_without_hash(mark: PushMark, reply: Pushed, _: str | None) -> PushMark:
    return uplink.after_pushed(mark, reply, reply.hash_at_high_water)


def _bare_high_water(mark: PushMark, reply: Pushed, _: str | None) -> PushMark:
    return replace(mark, generation=reply.generation, acked=reply.high_water)


def _gap_without_hash(mark: PushMark, reply: PushConflict, own: str | None) -> PushMark:
    is_gap = reply.reason == "gap"
    return uplink.after_conflict(mark, reply, reply.hash_at_high_water if is_gap else own)


def _not_rewound(mark: PushMark, reply: Pushed, own: str | None) -> PushMark:
    moved = uplink.after_pushed(mark, reply, own)
    return moved if moved.fork is not None else replace(moved, acked=max(mark.acked, moved.acked))


def _fork_keeps_its_mark(mark: PushMark, reply: Pushed, own: str | None) -> PushMark:
    moved = uplink.after_pushed(mark, reply, own)
    return moved if moved.fork is None else replace(moved, acked=mark.acked)


def _closed_by_a_late_word(mark: PushMark, reply: PushConflict, own: str | None) -> PushMark:
    if reply.reason == "epoch" and reply.epoch > mark.epoch:
        return replace(mark, closed=reply.detail)
    return uplink.after_conflict(mark, reply, own)


def _restored_server_not_asked(
    mark: PushMark, *, has_more: bool, feed_generation: str, is_confirmed: bool
) -> uplink.Window | None:
    del feed_generation
    return uplink.next_window(
        mark, has_more=has_more, feed_generation="", is_confirmed=is_confirmed
    )


def _silent_in_a_fork(
    mark: PushMark, *, has_more: bool, feed_generation: str, is_confirmed: bool
) -> uplink.Window | None:
    if mark.fork is not None:
        return None
    return uplink.next_window(
        mark, has_more=has_more, feed_generation=feed_generation, is_confirmed=is_confirmed
    )


def _any_generation(mark: FeedMark, reply: Feed) -> bool:
    return reply.after == mark.pos


def _any_position(mark: FeedMark, reply: Feed) -> bool:
    return reply.generation == mark.generation


def _cursor_first(documents: Sequence[Document], mark: FeedMark) -> list[Transaction]:
    return [(None, mark), (documents, None)]


def _effect_first(documents: Sequence[Document], mark: FeedMark) -> list[Transaction]:
    return [(documents, None), (None, mark)]


def _snapshot_without_cursor(reply: Snapshot) -> tuple[FeedMark, tuple[Document, ...]]:
    mark, documents = downlink.snapshot_documents(reply)
    return FeedMark(mark.generation, max(mark.pos - 1, 0)), documents


def _prune_on_ack(confirmed: int, _: int) -> int:
    return confirmed


def _trusting_links(push: Push) -> list[Link] | Refusal:
    """Believes the hashes it is sent."""
    links = []
    for pushed in push.events:
        raw = bytes(pushed.envelope)
        try:
            links.append(Link(decode_envelope(raw), raw, pushed.hash))
        except msgspec.DecodeError as error:
            return Refusal("chain", str(error))
    return links


def _unless(reason: str) -> Callable[..., Refusal | None]:
    def refuse(
        push: Push, links: Sequence[Link], known: Chain, facts: Facts, *, is_signed: IsSigned
    ) -> Refusal | None:
        refusal = decide.refuse(push, links, known, facts, is_signed=is_signed)
        return None if refusal is not None and refusal.reason == reason else refusal

    return refuse


def _all_links(links: Sequence[Link], _: Chain) -> list[Link]:
    return list(links)


def _feed_of_any_generation(
    *, asked_generation: str, after: int, generation: str, newest: int
) -> FeedConflict | None:
    del asked_generation
    return decide.feed_problem(
        asked_generation=generation, after=after, generation=generation, newest=newest
    )


def _cursor_ahead(
    items: Sequence[FeedItem], *, generation: str, after: int, newest: int, now_us: int
) -> Feed:
    answer = decide.feed_answer(
        items, generation=generation, after=after, newest=newest, now_us=now_us
    )
    return msgspec.structs.replace(answer, up_to=newest)


MUTANTS: dict[str, Rules] = {
    "no generation": Rules(renews_generation=False),
    "answer before commit": Rules(commits_before_answer=False),
    "ack without hash": Rules(after_pushed=_ack_without_hash),
    "bare high water": Rules(after_pushed=_bare_high_water),
    "gap believed without hash": Rules(after_conflict=_gap_without_hash),
    "prune on ack": Rules(prune_limit=_prune_on_ack),
    "cursor ahead of what was sent": Rules(feed_answer=_cursor_ahead),
    "pull not bound to generation": Rules(
        feed_problem=_feed_of_any_generation, is_answer_to=_any_generation
    ),
    "feed answer not compared with its question": Rules(is_answer_to=_any_position),
    "feed answer of any generation": Rules(is_answer_to=_any_generation),
    "cursor kept before the effect": Rules(keep_documents=_cursor_first),
    "effect kept before the cursor": Rules(keep_documents=_effect_first),
    "snapshot without its cursor": Rules(snapshot_documents=_snapshot_without_cursor),
    "hashes not computed": Rules(read_links=_trusting_links),
    "fork not refused": Rules(refuse=_unless("fork")),
    "neither chain, fork nor hash": Rules(
        read_links=_trusting_links, refuse=_unless("fork"), after_pushed=_ack_without_hash
    ),
    "gap accepted": Rules(refuse=_unless("gap")),
    "duplicate appended": Rules(new_links=_all_links),
    "not rewound by a new generation": Rules(after_pushed=_not_rewound),
    "nothing forgotten at a new generation": Rules(forgets=frozenset()),
    "open epochs not rewound": Rules(forgets=FORGOTTEN - {"open epochs"}),
    "closed epochs not rewound": Rules(forgets=FORGOTTEN - {"closed epochs"}),
    "branch marks outlive a restore": Rules(forgets=FORGOTTEN - {"branches"}),
    "feed mark outlives a restore": Rules(forgets=FORGOTTEN - {"feed"}),
    "fork not told that the log has whole": Rules(tells_every_fork=False),
    "enrolled without the station's epoch": Rules(enrols_at_the_stations_epoch=False),
    "restored server not asked": Rules(next_window=_restored_server_not_asked),
    "server not asked after a start": Rules(asks_after_start=False),
    "last pruned event not known": Rules(knows_last_pruned=False),
    "silent in a fork": Rules(next_window=_silent_in_a_fork),
    "a fork keeps its mark": Rules(after_pushed=_fork_keeps_its_mark),
    "closed by a late word": Rules(after_conflict=_closed_by_a_late_word),
    "other history not handed over": Rules(hands_branches_over=False),
    "branch kept by a server that is gone": Rules(binds_branches_to_generation=False),
    "lost blobs not heard of": Rules(hears_of_missing_blobs=False),
}
