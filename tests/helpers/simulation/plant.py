"""The plant's server: the product's decisions over tables held in memory.

What ``server/log/decide.py`` decides is called, what the transactions around it do is modelled.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field
from typing import TypeAlias

from msgspec import Raw

from app.domain.envelope import GENESIS, head_message
from server.log import decide
from server.log.decide import Chain, Facts, Link, Refusal
from sync.wire import (
    Feed,
    FeedConflict,
    FeedItem,
    Push,
    PushConflict,
    Pushed,
    Snapshot,
)
from tests.helpers.simulation.rules import Rules

LIMIT = 5
CURVE = "curve"
Key: TypeAlias = tuple[str, int]
Answer: TypeAlias = Pushed | PushConflict | Feed | FeedConflict | Snapshot


@dataclass(slots=True)
class Book:
    """All that a backup of the server holds."""

    generation: str = "g0"
    chains: dict[Key, list[Link]] = field(default_factory=dict)
    ids: dict[str, str] = field(default_factory=dict)
    forked: dict[Key, dict[str, Link]] = field(default_factory=dict)
    flagged: set[Key] = field(default_factory=set)
    newest: dict[str, int] = field(default_factory=dict)
    key: dict[str, str] = field(default_factory=dict)
    keys: dict[Key, str] = field(default_factory=dict)
    feed: list[FeedItem] = field(default_factory=list)
    blobs: set[str] = field(default_factory=set)
    missing: dict[str, set[str]] = field(default_factory=dict)
    #: A projection: how many events of each kind, by station.
    totals: dict[tuple[str, str], int] = field(default_factory=dict)

    def copy(self) -> Book:
        return Book(
            self.generation,
            {key: links.copy() for key, links in self.chains.items()},
            self.ids.copy(),
            {key: links.copy() for key, links in self.forked.items()},
            self.flagged.copy(),
            self.newest.copy(),
            self.key.copy(),
            self.keys.copy(),
            self.feed.copy(),
            self.blobs.copy(),
            {name: blobs.copy() for name, blobs in self.missing.items()},
            self.totals.copy(),
        )


class Plant:
    """Answers like the server.  ``crash`` says when it dies: "before" or "after" the commit."""

    def __init__(self, rules: Rules) -> None:
        self.book = Book()
        self._rules = rules

    def push(self, push: Push, crash: str = "") -> Answer | None:
        """None: it died, and nobody knows more."""
        book, rules = self.book, self._rules
        known = self._chain(push)
        if known is None:
            never = Refusal("epoch", f"Epoch {push.epoch} of {push.station} was never enrolled.")
            return None if crash else self._refused(push, decide.NEVER_ENROLLED, never)
        links = rules.read_links(push)
        if isinstance(links, Refusal):
            return None if crash else self._refused(push, known, links)
        facts = self._facts(push, links, known)
        refusal = rules.refuse(push, links, known, facts, is_signed=is_signed)
        if refusal is not None:
            if refusal.reason == "fork" and crash != "before":
                self._keep_fork((push.station, push.epoch), links)
            return None if crash else self._refused(push, known, refusal)
        new = rules.new_links(links, known)
        if new:
            known = Chain(new[-1].envelope.seq, new[-1].hash, known.keys)
        if crash != "before":
            self._append(push, new)
        if crash and rules.commits_before_answer:
            return None
        missing = tuple(sorted(book.missing.get(push.station, ())))
        return rules.taken(
            push, known, generation=book.generation, now_us=0, missing_blobs=missing
        )

    def branch(self, push: Push, crash: str = "") -> Answer | None:
        """Like server/log/branch.py: kept beside the log, if it joins what is here."""
        known = self._chain(push)
        if known is None:
            never = Refusal("epoch", "never enrolled")
            return None if crash else self._refused(push, decide.NEVER_ENROLLED, never)
        links = self._rules.read_links(push)
        if isinstance(links, Refusal):
            return None if crash else self._refused(push, known, links)
        problem = self._branch_problem(push, links, known)
        if problem is not None:
            return None if crash else self._refused(push, known, problem)
        key = (push.station, push.epoch)
        here = {link.hash for link in self.book.chains[key]}
        other = [link for link in links if link.hash not in here]
        is_told = bool(other) or not links or self._rules.tells_every_fork
        if is_told and crash != "before":
            self._keep_fork(key, other)
        kept = Chain(links[-1].envelope.seq, links[-1].hash, ()) if links else known
        if crash:
            return None
        return decide.taken(push, kept, generation=self.book.generation, now_us=0)

    def read(self, generation: str, after: int) -> Answer:
        book, rules = self.book, self._rules
        newest = len(book.feed)
        problem = rules.feed_problem(
            asked_generation=generation, after=after, generation=book.generation, newest=newest
        )
        return problem or rules.feed_answer(
            book.feed[after : after + LIMIT],
            generation=book.generation,
            after=after,
            newest=newest,
            now_us=0,
        )

    def snapshot(self) -> Answer:
        newest = {item.key: item for item in self.book.feed}
        items = tuple(item for item in newest.values() if bytes(item.body) != b"null")
        return Snapshot(
            generation=self.book.generation,
            pos=len(self.book.feed),
            items=tuple(sorted(items, key=lambda item: item.pos)),
            server_time=0,
        )

    def publish(self, key: str, body: bytes) -> None:
        feed = self.book.feed
        feed.append(FeedItem(pos=len(feed) + 1, kind="lot", key=key, at=0, body=Raw(body)))

    def take_blob(self, sha256: str) -> None:
        self.book.blobs.add(sha256)
        for missing in self.book.missing.values():
            missing.discard(sha256)

    def enrol(self, name: str, key: str, epoch: int) -> int:
        """Like server/log/enrolment.py: the epoch to write under."""
        book = self.book
        known = book.newest.get(name, 0)
        epoch = epoch if self._rules.enrols_at_the_stations_epoch else 0
        granted = max(1, epoch)
        if known:
            is_other = book.key[name] != key or 0 < epoch < known
            granted = max(known + (is_other or (name, known) in book.flagged), epoch)
        book.newest[name], book.key[name] = granted, key
        for number in range(known + 1, granted + 1):
            book.keys[name, number] = key
            book.chains[name, number] = []
        return granted

    def restore(self, backup: Book, generation: str) -> None:
        self.book = backup.copy()
        if self._rules.renews_generation:
            self.book.generation = generation

    def _chain(self, push: Push) -> Chain | None:
        book, key = self.book, (push.station, push.epoch)
        links = book.chains.get(key)
        if links is None:
            return None
        keys = (book.keys[key], book.key[push.station])
        return (
            Chain(links[-1].envelope.seq, links[-1].hash, keys)
            if links
            else Chain(0, GENESIS, keys)
        )

    def _facts(self, push: Push, links: list[Link], known: Chain) -> Facts:
        ours = self.book.chains[push.station, push.epoch]
        first, last = decide.repeated(push, known)
        hashes = {link.envelope.seq: link.hash for link in ours[max(first - 1, 0) : max(last, 0)]}
        ids = [link.envelope.event_id for link in decide.new_links(links, known)]
        taken = next((self.book.ids[one] for one in ids if one in self.book.ids), None)
        return Facts(hashes, ids, taken)

    def _branch_problem(self, push: Push, links: list[Link], known: Chain) -> Refusal | None:
        if not links:
            return None
        key, first = (push.station, push.epoch), push.from_seq
        message = head_message(*key, links[-1].envelope.seq, links[-1].hash)
        if not any(is_signed(one, message, push.head_signature) for one in known.keys):
            return Refusal("signature", "not signed")
        ours = self.book.chains[key]
        is_here = first == 1 or push.prev_hash in self.book.forked.get(key, {})
        if is_here or (first - 2 < len(ours) and ours[first - 2].hash == push.prev_hash):
            return None
        return Refusal("gap", "send from the start")

    def _append(self, push: Push, links: list[Link]) -> None:
        book = self.book
        book.chains[push.station, push.epoch] += links
        for link in links:
            envelope = link.envelope
            book.ids[envelope.event_id] = f"{envelope.station}/{envelope.epoch}/{envelope.seq}"
            total = (envelope.station, envelope.kind)
            book.totals[total] = book.totals.get(total, 0) + 1
        self._note_blobs(push.station, links)

    def _keep_fork(self, key: Key, links: list[Link]) -> None:
        self.book.flagged.add(key)
        self.book.forked.setdefault(key, {}).update((link.hash, link) for link in links)
        self._note_blobs(key[0], links)

    def _note_blobs(self, name: str, links: list[Link]) -> None:
        named = {link.envelope.event_id for link in links if link.envelope.kind == CURVE}
        self.book.missing.setdefault(name, set()).update(named - self.book.blobs)

    def _refused(self, push: Push, known: Chain, refusal: Refusal) -> Answer:
        return decide.refused(push, known, refusal, generation=self.book.generation)


def sign(key: str, message: bytes) -> str:
    """Stands for Ed25519, which would be nine tenths of a simulation's time."""
    return f"{key}:{zlib.crc32(message)}"


def is_signed(key: str, message: bytes, signature: str) -> bool:
    return sign(key, message) == signature
