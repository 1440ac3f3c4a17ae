"""Runs a history: machines, the plant and the network between them, then calm until it drains."""

from __future__ import annotations

import heapq
from collections.abc import Callable

from msgspec import Raw, structs

from app.ports.sync import FeedMark
from sync.wire import Feed, FeedConflict, Push, PushConflict, Pushed, PushedEvent, Snapshot
from tests.helpers.simulation.judge import Judge, Wrong
from tests.helpers.simulation.machine import HOUR_US, Machine
from tests.helpers.simulation.plant import Answer, Book, Plant
from tests.helpers.simulation.rules import Rules
from tests.helpers.simulation.steps import CALM, MACHINES, Fate, History

PRODUCT = Rules()
MOST_TICKS = 80
MOST_CLONES = 2
_RESTORABLE = 2
_KEYS = 5


class World:
    """One history.  With ``story`` it tells what happened, line by line."""

    def __init__(self, rules: Rules, story: list[str] | None = None) -> None:
        self.rules = rules
        self.plant = Plant(rules)
        self.judge = Judge()
        self.machines = [Machine(f"S{number}", rules) for number in range(MACHINES)]
        self._story = story
        self._images = {machine.name: [machine.disk.copy()] for machine in self.machines}
        self._wire: list[tuple[int, int, Callable[[], None]]] = []
        self._now = 0
        self._sent = 0
        self._done = 0
        self._counter = 0
        for machine in self.machines:
            machine.enrolled(self.plant.enrol(machine.name, machine.key, 0))
        self._backups: list[Book] = [self.plant.book.copy()]
        self.judge.feeds[self.plant.book.generation] = []
        self._do: dict[str, Callable[[Machine, int, Fate], None]] = {
            "record": self._record,
            "push": self._push,
            "pull": self._pull,
            "branch": self._branch,
            "blob": self._blob,
            "publish": self._publish,
            "backup": self._backup,
            "kill": self._kill,
            "image": self._image,
            "set back": self._set_back,
            "clone": self._clone,
            "restore journal": self._restore_journal,
            "prune": self._prune,
            "restore server": self._restore_server,
            "restart server": self._restart_server,
            "set clock": self._set_clock,
            "enrol": self._enrol,
        }

    def run(self, steps: History) -> None:
        """Raises Wrong as soon as a promise is broken."""
        for step in steps:
            self._now += 1
            machine = self.machines[step.who % len(self.machines)]
            self._tell(str(step))
            self._do[step.what](machine, step.count, step.fate)
            self._deliver()
        self._tell("the faults stop")
        self._now += 100
        self._deliver()
        self._drain()
        self.judge.look_at_end(self.machines, self.plant.book)
        # A late question may have told the server what a set-back station no longer has: it
        # hears of it when it is next started.
        self._tell("every station is started again")
        for machine in self.machines:
            machine.restart()
        self._drain()
        self.judge.look_at_end(self.machines, self.plant.book)
        self.judge.look_for_silence(self.machines, self.plant.book)
        self.judge.look_for_blobs(self.machines, self.plant.book)

    def _drain(self) -> None:
        for _ in range(MOST_TICKS):
            before = self._done
            for machine in self.machines:
                self._work(machine)
            if self._done == before:
                return
        msg = f"after {MOST_TICKS} rounds without faults somebody is still at it"
        raise Wrong(msg)

    def _work(self, machine: Machine) -> None:
        """One round of calm."""
        self._enrol(machine, 0, CALM)
        self._push(machine, 0, CALM)
        self._deliver()
        self._branch(machine, 0, CALM)
        self._blob(machine, 0, CALM)
        feed, book = machine.disk.feed, self.plant.book
        if machine.wants_snapshot or feed != FeedMark(book.generation, len(book.feed)):
            self._pull(machine, 0, CALM)
        self._deliver()

    # What stations do.

    def _record(self, machine: Machine, count: int, _: Fate) -> None:
        ids = [f"{machine.name}-{self._counter + number}" for number in range(count)]
        self._counter += count
        self.judge.saw_recorded(machine.record(ids))

    def _push(self, machine: Machine, _: int, fate: Fate) -> None:
        push = machine.push_request()
        if push is None:
            return
        self._tell(f"  push {push.epoch}: {len(push.events)} events from {push.from_seq}")
        damaged, boot, era = _damaged(push, fate.damage), machine.boot, machine.era

        def take(answer: Answer) -> None:
            if machine.era != era:
                return
            before = machine.disk.generation
            moved = machine.take_push(answer, boot)
            if moved is not None:
                self._tell(f"  now {moved}")
                self.judge.saw_confirmed(machine, moved, self.plant.book)
                if moved.generation != before:
                    self.judge.saw_new_generation(machine)

        def ask() -> Answer | None:
            answer = self.plant.push(damaged, fate.crash)
            self.judge.saw_pushed(push, self.plant.book)
            return answer

        self._exchange(machine, fate, ask, take)

    def _branch(self, machine: Machine, _: int, fate: Fate) -> None:
        request = machine.branch_request()
        if request is None:
            return
        (mark, push), generation = request, machine.disk.generation
        damaged = _damaged(push, fate.damage)
        self._exchange(
            machine,
            fate,
            lambda: self.plant.branch(damaged, fate.crash),
            lambda answer: machine.take_branch(mark, generation, push, answer),
        )

    def _pull(self, machine: Machine, _: int, fate: Fate) -> None:
        asked = machine.disk.feed
        needs_snapshot = machine.wants_snapshot or self.rules.needs_snapshot(asked)

        def ask() -> Answer:
            if needs_snapshot:
                return self.plant.snapshot()
            return self.plant.read(asked.generation, asked.pos)

        def take(answer: Answer) -> None:
            machine.take_feed(answer, asked, is_killed=fate.is_killed)
            self._tell(f"  now {machine.disk.feed}")
            self.judge.look_at(machine)

        self._exchange(machine, fate, ask, take)

    def _blob(self, machine: Machine, _: int, fate: Fate) -> None:
        for blob in machine.disk.blobs_to_send()[:3]:
            # A PUT is confirmed by its own answer: a cut or a loss is just no answer.
            if fate.asked and not fate.damage:
                self.plant.take_blob(blob)
                if fate.answered:
                    machine.disk.blobs_sent.add(blob)
                    self._done += 1

    def _enrol(self, machine: Machine, _: int, __: Fate) -> None:
        """A person decides a fork when the server was told of it, or helps a refused station."""
        disk = machine.disk
        is_told = disk.epochs[disk.epoch].fork is not None and disk.branch_mark() is None
        if is_told or machine.wants_enrolment:
            granted = self.plant.enrol(machine.name, machine.key, disk.epoch)
            self._tell(f"  {machine.name} is enrolled for epoch {granted}")
            machine.enrolled(granted)
            self._done += 1

    def _prune(self, machine: Machine, _: int, __: Fate) -> None:
        number = machine.disk.epoch
        machine.prune(min(self._backed_up(machine, number, backup) for backup in self._backups))

    def _backed_up(self, machine: Machine, number: int, backup: Book) -> int:
        theirs = backup.chains.get((machine.name, number), [])
        own = machine.disk.hash_at(number, len(theirs))
        return len(theirs) if theirs and theirs[-1].hash == own else 0

    # What happens to stations.

    def _kill(self, machine: Machine, _: int, __: Fate) -> None:
        machine.restart()

    def _image(self, machine: Machine, _: int, __: Fate) -> None:
        self._images[machine.name].append(machine.disk.copy())

    def _set_back(self, machine: Machine, count: int, _: Fate) -> None:
        self.judge.tampered.add(machine.name)
        images = self._images[machine.name]
        machine.restart(images[-min(count, len(images))].copy())
        self.judge.saw_destroyed(self.machines, self.plant.book)

    def _restore_journal(self, machine: Machine, count: int, fate: Fate) -> None:
        self._set_back(machine, count, fate)
        # What the restored file holds goes on under an epoch of its own.
        machine.disk.begin_epoch(machine.disk.epoch + 1)

    def _clone(self, machine: Machine, _: int, __: Fate) -> None:
        if len(self.machines) < MACHINES + MOST_CLONES:
            self.judge.tampered.add(machine.name)
            clone = Machine(machine.name, self.rules, key=machine.key, disk=machine.disk.copy())
            self.machines.append(clone)

    def _set_clock(self, machine: Machine, count: int, _: Fate) -> None:
        machine.clock_us = (0, machine.clock_us - HOUR_US, 4_000_000_000_000_000)[count % 3]

    # What happens to the server.

    def _publish(self, _: Machine, count: int, fate: Fate) -> None:
        if fate.crash != "before":
            body = b"null" if count == 1 else b"%d" % self._now
            self.plant.publish(f"L-{self._now % _KEYS}", body)
            self.judge.feeds[self.plant.book.generation].append(self.plant.book.feed[-1])

    def _backup(self, _: Machine, __: int, ___: Fate) -> None:
        self._backups = [*self._backups, self.plant.book.copy()][-_RESTORABLE:]

    def _restore_server(self, _: Machine, count: int, __: Fate) -> None:
        self.plant.restore(self._backups[count % len(self._backups)], f"g{self._now}")
        book = self.plant.book
        self.judge.feeds[book.generation] = book.feed.copy()
        self.judge.saw_destroyed(self.machines, book)

    def _restart_server(self, _: Machine, __: int, ___: Fate) -> None:
        """What is committed is there again; there is nothing else."""
        self.plant.book = self.plant.book.copy()

    # The network.

    def _exchange(
        self,
        machine: Machine,
        fate: Fate,
        ask: Callable[[], Answer | None],
        take: Callable[[Answer], None],
    ) -> None:
        def arrive() -> None:
            answer = ask()
            self._tell(f"  {machine.name} is answered {_short(answer)}")
            if answer is not None:
                for delay in fate.answered:
                    self._send(delay, lambda: keep(answer))

        def keep(answer: Answer) -> None:
            if not fate.is_killed:
                take(answer)
                return
            if isinstance(answer, Feed | Snapshot):
                take(answer)
            machine.restart()

        self._done += 1
        for delay in fate.asked:
            self._send(delay, arrive)

    def _send(self, delay: int, deliver: Callable[[], None]) -> None:
        self._sent += 1
        heapq.heappush(self._wire, (self._now + delay, self._sent, deliver))

    def _deliver(self) -> None:
        while self._wire and self._wire[0][0] <= self._now:
            heapq.heappop(self._wire)[2]()

    def _tell(self, line: str) -> None:
        if self._story is not None:
            self._story.append(line)


def what_is_wrong(steps: History, rules: Rules = PRODUCT) -> str | None:
    """None when every promise is kept."""
    try:
        World(rules).run(steps)
    except Wrong as wrong:
        return str(wrong)
    return None


def _damaged(push: Push, damage: int) -> Push:
    if damage == 0 or not push.events:
        return push
    if damage > 0:
        return structs.replace(push, events=push.events[:damage])
    first = push.events[0]
    raw = bytes(first.envelope).replace(b'"person"', b'"persom"')
    return structs.replace(push, events=(PushedEvent(first.hash, Raw(raw)), *push.events[1:]))


def _short(answer: Answer | None) -> str:
    match answer:
        case None:
            return "nothing"
        case Pushed():
            return f"{answer.generation}: confirmed {answer.epoch}/{answer.high_water}"
        case PushConflict():
            return f"{answer.generation}: {answer.reason} at {answer.epoch}/{answer.high_water}"
        case Feed():
            return f"{answer.generation}: feed {answer.after} to {answer.up_to}"
        case FeedConflict():
            return f"{answer.generation}: take a snapshot"
        case Snapshot():
            return f"{answer.generation}: snapshot at {answer.pos}"
