"""A small deterministic world for the rules of sync: stations, a server, and a bad network.

The stations use the product's own rules; the server is a model of what sync/wire.py promises.
Messages are lost, doubled and late, in both directions; a station's disk is set back; the server
is restored from a backup.
"""

from __future__ import annotations

import copy
import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from msgspec import Raw

from app.domain.envelope import GENESIS, chain_hash
from app.ports.sync import FeedMark, PushMark
from sync.downlink import (
    FeedDamaged,
    feed_documents,
    is_answer_to,
    needs_snapshot,
    snapshot_documents,
)
from sync.uplink import PushRefused, after_conflict, after_pushed, next_window
from sync.wire import Feed, FeedConflict, FeedItem, PushConflict, Pushed, Snapshot

LIMIT = 5
Answer: TypeAlias = Pushed | PushConflict | Feed | FeedConflict | Snapshot


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules under test; a test may leave one out to see it missed."""

    after_pushed: Callable[[PushMark, Pushed, str | None], PushMark] = after_pushed
    is_answer_to: Callable[[FeedMark, Feed], bool] = is_answer_to
    looks_after_restore: bool = True


@dataclass(slots=True)
class Server:
    """Chains by station and epoch, and a feed of documents."""

    generation: str = "g0"
    chains: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    feed: list[FeedItem] = field(default_factory=list)

    def push(
        self, station: str, epoch: int, *, prev: str, after: int, hashes: list[str]
    ) -> Answer:
        ours = self.chains.setdefault((station, epoch), [])
        if after > len(ours):
            return self._conflict("gap", epoch, ours)
        for index, hash_hex in enumerate([prev, *hashes], start=after - 1):
            is_known = 0 <= index < len(ours)
            if is_known and ours[index] != hash_hex:
                return self._conflict("fork", epoch, ours)
        ours += hashes[len(ours) - after :]
        return Pushed(
            generation=self.generation,
            epoch=epoch,
            high_water=len(ours),
            hash_at_high_water=_head(ours),
            server_time=0,
        )

    def read(self, generation: str, after: int) -> Answer:
        if generation != self.generation or after > len(self.feed):
            return FeedConflict(reason="generation", generation=self.generation)
        items = tuple(self.feed[after : after + LIMIT])
        up_to = after + len(items)
        return Feed(
            generation=generation,
            after=after,
            up_to=up_to,
            head=len(self.feed),
            items=items,
            server_time=0,
        )

    def snapshot(self) -> Answer:
        newest = {item.key: item for item in self.feed}
        return Snapshot(
            generation=self.generation,
            pos=len(self.feed),
            items=tuple(newest.values()),
            server_time=0,
        )

    def publish(self, key: str, body: int) -> None:
        pos = len(self.feed) + 1
        self.feed.append(FeedItem(pos=pos, kind="lot", key=key, at=0, body=Raw(b"%d" % body)))

    def documents(self) -> dict[str, bytes]:
        return {item.key: bytes(item.body) for item in self.feed}

    def _conflict(self, reason: str, epoch: int, ours: list[str]) -> PushConflict:
        return PushConflict(
            reason=reason,
            generation=self.generation,
            epoch=epoch,
            high_water=len(ours),
            hash_at_high_water=_head(ours),
        )


@dataclass(slots=True)
class Disk:
    """All a station keeps: what a set-back disk takes with it."""

    epoch: int = 1
    chain: list[str] = field(default_factory=list)
    push: PushMark = field(default_factory=lambda: PushMark("", 1, 0))
    feed: FeedMark = field(default_factory=lambda: FeedMark("", 0))
    documents: dict[str, bytes] = field(default_factory=dict)


class Station:
    """Keeps its state on ``disk`` and decides only by the rules."""

    def __init__(self, name: str, rules: Rules) -> None:
        self.name = name
        self.disk = Disk()
        self.is_confirmed = False
        self._rules = rules

    def restart_with(self, disk: Disk) -> None:
        self.disk = disk
        self.is_confirmed = False

    def record(self, content: bytes) -> None:
        self.disk.chain.append(chain_hash(_head(self.disk.chain), content))

    def new_epoch(self) -> None:
        """A person decided the fork."""
        disk = self.disk
        disk.epoch += 1
        disk.chain = []
        disk.push = PushMark(disk.push.generation, disk.epoch, 0)
        self.is_confirmed = False

    def push_request(self) -> tuple[str, int, list[str]] | None:
        disk = self.disk
        has_more = disk.push.acked < len(disk.chain)
        generation = disk.feed.generation if self._rules.looks_after_restore else ""
        window = next_window(
            disk.push,
            has_more=has_more,
            feed_generation=generation,
            is_confirmed=self.is_confirmed,
        )
        if window is None or disk.push.fork is not None:
            return None
        before = disk.chain[: window.after]
        return _head(before), window.after, disk.chain[window.after : window.after + LIMIT]

    def take(self, answer: Answer, *, is_late: bool) -> None:
        """``is_late``: it was asked for before the last restart."""
        if isinstance(answer, Pushed | PushConflict):
            self._take_push(answer)
            self.is_confirmed = self.is_confirmed or not is_late
        else:
            self._take_feed(answer)

    def _take_push(self, answer: Pushed | PushConflict) -> None:
        disk = self.disk
        is_here = answer.epoch == disk.epoch and 0 < answer.high_water <= len(disk.chain)
        own = disk.chain[answer.high_water - 1] if is_here else None
        if isinstance(answer, Pushed):
            moved = self._rules.after_pushed(disk.push, answer, own)
        else:
            try:
                moved = after_conflict(disk.push, answer, own)
            except PushRefused:
                return
        if moved.generation not in (disk.push.generation, disk.feed.generation):
            disk.feed = replace(disk.feed, generation="")
        disk.push = moved

    def _take_feed(self, answer: Feed | FeedConflict | Snapshot) -> None:
        disk = self.disk
        if isinstance(answer, FeedConflict):
            disk.feed = replace(disk.feed, generation="")
        elif isinstance(answer, Snapshot):
            disk.feed, documents = snapshot_documents(answer)
            disk.documents = {one.key: one.body or b"" for one in documents}
        elif self._rules.is_answer_to(disk.feed, answer):
            try:
                documents = feed_documents(answer)
            except FeedDamaged:
                return
            disk.documents |= {one.key: one.body or b"" for one in documents}
            disk.feed = replace(disk.feed, pos=answer.up_to)


class World:
    """One seed, one history."""

    def __init__(self, seed: int, rules: Rules | None = None) -> None:
        self.random = random.Random(seed)  # noqa: S311 (repeatable)
        self.server = Server()
        self.stations = [Station(f"S{n}", rules or Rules()) for n in range(3)]
        self.is_calm = False
        self._backup = copy.deepcopy(self.server)
        self._images = {station.name: Disk() for station in self.stations}
        self._wire: list[tuple[int, Callable[[], None]]] = []
        self._now = 0
        self._counter = 0
        self._works_until: dict[str, int] = {}

    def run(self, bad_ticks: int, calm_ticks: int) -> None:
        # Some stop working long before the faults end: nothing new tells them of a restore.
        for station in self.stations:
            self._works_until[station.name] = self.random.randrange(bad_ticks)
        for _ in range(bad_ticks):
            self._accident()
            self._tick()
        self.is_calm = True
        for _ in range(calm_ticks):
            for station in self.stations:
                if station.disk.push.fork is not None:
                    station.new_epoch()
            self._tick()

    def _tick(self) -> None:
        self._now += 1
        for station in self.stations:
            if self._now < self._works_until[station.name] and self.random.random() < 0.5:
                self._counter += 1
                station.record(b"%d" % self._counter)
            if self.is_calm or self.random.random() < 0.6:
                self._push(station)
                self._pull(station)
        due = [send for at, send in self._wire if at <= self._now]
        self._wire = [(at, send) for at, send in self._wire if at > self._now]
        for send in due:
            send()

    def _push(self, station: Station) -> None:
        request = station.push_request()
        if request is not None:
            prev, after, hashes = request
            epoch = station.disk.epoch
            self._exchange(
                station,
                lambda: self.server.push(
                    station.name, epoch, prev=prev, after=after, hashes=hashes
                ),
            )

    def _pull(self, station: Station) -> None:
        mark = station.disk.feed
        if needs_snapshot(mark):
            # Late: the server may be another one by the time this arrives.
            self._exchange(station, lambda: self.server.snapshot())  # noqa: PLW0108
        else:
            self._exchange(station, lambda: self.server.read(mark.generation, mark.pos))

    def _exchange(self, station: Station, serve: Callable[[], Answer]) -> None:
        asked_of = station.disk

        def arrive() -> None:
            answer = serve()
            self._send(lambda: station.take(answer, is_late=station.disk is not asked_of))

        self._send(arrive)

    def _send(self, deliver: Callable[[], None]) -> None:
        if self.is_calm:
            self._wire.append((self._now, deliver))
            return
        if self.random.random() < 0.15:
            return
        for _ in range(2 if self.random.random() < 0.1 else 1):
            self._wire.append((self._now + self.random.choice((0, 0, 1, 3, 9)), deliver))

    def _accident(self) -> None:
        chance = self.random.random()
        station = self.random.choice(self.stations)
        if chance < 0.10:
            self.server.publish(f"L-{self.random.randrange(6)}", self._now)
        elif chance < 0.13:
            self._images[station.name] = copy.deepcopy(station.disk)
        elif chance < 0.14:
            station.restart_with(copy.deepcopy(self._images[station.name]))
        elif chance < 0.17:
            self._backup = copy.deepcopy(self.server)
        elif chance < 0.18:
            self.server = copy.deepcopy(self._backup)
            self.server.generation = f"g{self._now}"


def _head(chain: list[str]) -> str:
    return chain[-1] if chain else GENESIS
