"""Knows everything, and says what is wrong: while a history runs, and when it has drained."""

from __future__ import annotations

from collections.abc import Iterable

from app.domain.envelope import GENESIS, chain_hash
from app.ports.sync import PushMark
from sync.wire import FeedItem, Push
from tests.helpers.simulation.disk import Event
from tests.helpers.simulation.machine import Machine
from tests.helpers.simulation.plant import Book


class Wrong(AssertionError):
    """A promise is broken; the text says which."""


class Judge:
    """Remembers what was recorded, what was confirmed, and what the world destroyed."""

    def __init__(self) -> None:
        self.recorded: set[str] = set()
        self.confirmed: dict[str, str] = {}
        self.destroyed: set[str] = set()
        #: Names whose disk was ever set back or copied: only theirs may fork.
        self.tampered: set[str] = set()
        self.feeds: dict[str, list[FeedItem]] = {}
        self._documents: dict[tuple[str, int], dict[str, bytes]] = {}

    def saw_recorded(self, events: Iterable[Event]) -> None:
        self.recorded.update(event.hash for event in events)

    def saw_confirmed(self, machine: Machine, mark: PushMark, book: Book) -> None:
        """What a station is told is confirmed is at the server, now and under these numbers."""
        events = machine.disk.epochs[mark.epoch].events[: mark.acked]
        if len(events) < mark.acked:
            msg = f"{machine.name} is confirmed up to {mark.acked}, beyond its journal"
            raise Wrong(msg)
        self.confirmed.update(
            (event.hash, f"{machine.name}/{mark.epoch}/{event.seq}") for event in events
        )
        if mark.generation != book.generation or mark.fork is not None:
            return
        theirs = book.chains.get((machine.name, mark.epoch), [])
        ours = [event.hash for event in events]
        if [link.hash for link in theirs[: mark.acked]] != ours:
            msg = (
                f"{machine.name} is told that epoch {mark.epoch} is confirmed up to {mark.acked}; "
                f"the server holds {len(theirs)} events, and not these"
            )
            raise Wrong(msg)

    def saw_new_generation(self, machine: Machine) -> None:
        """A place in another generation's feed says nothing of this one: it is not asked with.

        The server would refuse it, too; the station does not rely on that.
        """
        feed, generation = machine.disk.feed, machine.disk.generation
        if feed.generation not in ("", generation):
            msg = (
                f"{machine.name} is answered by {generation} and still holds its cursor of "
                f"{feed.generation}"
            )
            raise Wrong(msg)

    def saw_pushed(self, push: Push, book: Book) -> None:
        """The log of an epoch has no holes and nothing twice, at any time."""
        links = book.chains.get((push.station, push.epoch))
        if links and links[-1].envelope.seq != len(links):
            msg = (
                f"the log of {push.station}, epoch {push.epoch} ends at "
                f"{links[-1].envelope.seq} with {len(links)} events"
            )
            raise Wrong(msg)

    def saw_destroyed(self, machines: Iterable[Machine], book: Book) -> None:
        """A disk or a database is gone: what existed nowhere else is nobody's fault."""
        missing = self.confirmed.keys() - _everywhere(machines, book) - self.destroyed
        self.destroyed |= missing

    def look_at(self, machine: Machine) -> None:
        """The documents at a station are those of its cursor, never older, never newer."""
        feed = machine.disk.feed
        if feed.generation and machine.disk.documents != self._documents_at(*_at(machine)):
            msg = (
                f"{machine.name} stands at {feed.pos} of the feed {feed.generation} "
                "and works from other documents"
            )
            raise Wrong(msg)

    def look_at_end(self, machines: list[Machine], book: Book) -> None:
        self._look_at_log(book)
        for machine in machines:
            self._look_at_journal(machine, book)
            self._look_at_drained(machine, book)
            self.look_at(machine)
        kept = _at_server(book)
        lost = self.confirmed.keys() - kept - self.destroyed
        if lost:
            one = min(self.confirmed[hash_hex] for hash_hex in lost)
            msg = f"{len(lost)} confirmed events are nowhere at the server, such as {one}"
            raise Wrong(msg)

    def look_for_silence(self, machines: list[Machine], book: Book) -> None:
        """A station that was set back hears of it, also when it has nothing to send."""
        names = [machine.name for machine in machines]
        for machine in machines:
            # Of two with one name, the one need not know what the other did.
            if names.count(machine.name) == 1:
                _look_for_silence(machine, book)

    def look_for_blobs(self, machines: list[Machine], book: Book) -> None:
        """A station hears with the answer to its next push which blobs the server lacks."""
        for machine in machines:
            named = {event.blob for _, event in machine.disk.all_events() if event.blob}
            if not named <= book.blobs:
                msg = f"{machine.name} has not sent the blob {min(named - book.blobs)}"
                raise Wrong(msg)

    def _look_at_log(self, book: Book) -> None:
        ids: set[str] = set()
        totals: dict[tuple[str, str], int] = {}
        for (name, epoch), links in book.chains.items():
            prev = links[0].envelope.prev_hash if links else GENESIS
            for seq, link in enumerate(links, start=1):
                if chain_hash(prev, link.raw) != link.hash or link.envelope.seq != seq:
                    msg = f"the server's chain of {name}, epoch {epoch} breaks at {seq}"
                    raise Wrong(msg)
                if link.hash not in self.recorded:
                    msg = f"the server has {name}/{epoch}/{seq}, which nobody recorded"
                    raise Wrong(msg)
                if link.envelope.event_id in ids:
                    msg = f"event {link.envelope.event_id} is in the log twice"
                    raise Wrong(msg)
                ids.add(link.envelope.event_id)
                prev = link.hash
                total = (name, link.envelope.kind)
                totals[total] = totals.get(total, 0) + 1
        if totals != book.totals:
            msg = "the server's projection differs from one built anew"
            raise Wrong(msg)

    def _look_at_journal(self, machine: Machine, book: Book) -> None:
        for number, epoch in machine.disk.epochs.items():
            key = (machine.name, number)
            log = {link.hash for link in book.chains.get(key, ())}
            branch = book.forked.get(key, {})
            is_beside = False
            for event in epoch.events:
                if event.hash not in log and event.hash not in branch:
                    msg = f"{machine.name}/{number}/{event.seq} is at the station only"
                    raise Wrong(msg)
                is_beside = is_beside or event.hash not in log
            is_told = epoch.fork is not None or epoch.closed is not None
            if is_beside and not (is_told and key in book.flagged):
                msg = f"{machine.name} has another epoch {number}, and nobody was told"
                raise Wrong(msg)
            if is_told and machine.name not in self.tampered:
                msg = f"{machine.name}: a fork is called out ({epoch.fork}) and there is none"
                raise Wrong(msg)

    def _look_at_drained(self, machine: Machine, book: Book) -> None:
        disk = machine.disk
        for number, epoch in disk.epochs.items():
            if epoch.closed is None and epoch.acked < disk.last(number):
                msg = (
                    f"{machine.name} does not drain: {epoch.acked} of {len(epoch.events)} events "
                    f"of epoch {number} are confirmed (fork: {epoch.fork})"
                )
                raise Wrong(msg)
        if (disk.feed.generation, disk.feed.pos) != (book.generation, len(book.feed)):
            msg = f"{machine.name} stays at {disk.feed.pos} of the feed"
            raise Wrong(msg)

    def _documents_at(self, generation: str, pos: int) -> dict[str, bytes]:
        at = (generation, pos)
        if at not in self._documents:
            documents = {
                item.key: bytes(item.body) for item in self.feeds.get(generation, ())[:pos]
            }
            self._documents[at] = {key: body for key, body in documents.items() if body != b"null"}
        return self._documents[at]


def _look_for_silence(machine: Machine, book: Book) -> None:
    number = machine.disk.epoch
    epoch, links = machine.disk.epochs[number], book.chains.get((machine.name, number), [])
    if len(links) > len(epoch.events) and epoch.fork is None:
        msg = f"the server has {len(links)} events of {machine.name}, which does not know of it"
        raise Wrong(msg)


def _at(machine: Machine) -> tuple[str, int]:
    return machine.disk.feed.generation, machine.disk.feed.pos


def _everywhere(machines: Iterable[Machine], book: Book) -> set[str]:
    held = _at_server(book)
    for machine in machines:
        held.update(event.hash for _, event in machine.disk.all_events())
    return held


def _at_server(book: Book) -> set[str]:
    held = {link.hash for links in book.chains.values() for link in links}
    return held.union(*(links.keys() for links in book.forked.values()))
