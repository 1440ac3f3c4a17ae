"""Takes pushes of many stations into the log, those that wait together in one transaction.

Positions are given without holes, so transactions that append come one after the other.  Small
pushes that arrive while one commits share the next, with its statements and its flush to the
disk; a large one is worth its own, prepared while another's is written.
"""

from __future__ import annotations

import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.log.decide import Link, Refusal, read_links
from server.log.ingest import Taken, append, take
from server.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from server.db.engine import Database
    from server.log.identity import PlantIdentity
    from sync.wire import Push, PushConflict, Pushed

#: More events than this go alone.
_SMALL = 100

#: Nobody's push is at fault; trying each alone would only take longer.
_DATABASE_AWAY = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError)


@dataclass(slots=True, eq=False)
class _Waiting:
    """A push, and what became of it once it is decided."""

    push: Push
    links: Sequence[Link] | Refusal
    admit: Callable[[sa.Connection], None]
    outcome: Pushed | PushConflict | Exception | None = None


class Intake:
    """The door that pushes come through; safe to use from any thread.

    Of those with small pushes, whoever finds it free takes in what all wait with.
    """

    def __init__(self) -> None:
        self._waiting: deque[_Waiting] = deque()
        self._turn = threading.Lock()

    @property
    def waiting(self) -> int:
        """How many pushes wait for the one that is being taken."""
        return len(self._waiting)

    def take(
        self,
        database: Database,
        push: Push,
        *,
        identity: PlantIdentity,
        now_us: int,
        admit: Callable[[sa.Connection], None],
    ) -> Pushed | PushConflict:
        """Append what is new of ``push``, durably; ``admit`` raises for who may not push.

        Raises:
            Problem: what ``admit`` raised.
            sqlalchemy.exc.SQLAlchemyError: the database failed.
        """
        one = _Waiting(push, read_links(push), admit)
        door = _Round(database, identity.generation, now_us)
        if len(push.events) > _SMALL:
            door.take_all([one])
        else:
            self._take_with_others(door, one)
        assert one.outcome is not None  # noqa: S101 - whoever had the turn decided it
        if isinstance(one.outcome, Exception):
            raise one.outcome
        return one.outcome

    def _take_with_others(self, door: _Round, one: _Waiting) -> None:
        self._waiting.append(one)
        with self._turn:
            if one.outcome is None:
                door.take_all(list(self._drained()))

    def _drained(self) -> Iterable[_Waiting]:
        while self._waiting:
            yield self._waiting.popleft()


@dataclass(frozen=True, slots=True)
class _Round:
    """What whoever has the turn takes in with."""

    database: Database
    generation: str
    now_us: int

    def take_all(self, waiting: Sequence[_Waiting]) -> None:
        """Decide every one of ``waiting``."""
        try:
            self._take_together(waiting, looks_for_ids=False)
        except _DATABASE_AWAY as error:
            for one in waiting:
                one.outcome = error
        except Exception:  # noqa: BLE001 - supervision edge: one push must not spoil the others
            for one in waiting:
                self._take_alone(one)

    def _take_alone(self, one: _Waiting) -> None:
        """In the way that can say which event is here already."""
        try:
            self._take_together([one], looks_for_ids=True)
        except Exception as error:  # noqa: BLE001 - raised again where the push came from
            one.outcome = error

    def _take_together(self, waiting: Sequence[_Waiting], *, looks_for_ids: bool) -> None:
        answers: list[Pushed | PushConflict | Problem] = []
        new: list[Link] = []
        # In one order everywhere: two workers must not wait for each other's chains.
        waiting = sorted(waiting, key=lambda one: (one.push.station, one.push.epoch))
        with self.database.write() as connection:
            for one in waiting:
                taken = self._take(connection, one, looks_for_ids=looks_for_ids)
                answers.append(taken.answer if isinstance(taken, Taken) else taken)
                new.extend(taken.new if isinstance(taken, Taken) else ())
            append(connection, new, now_us=self.now_us)
        for one, answer in zip(waiting, answers, strict=True):
            one.outcome = answer

    def _take(
        self, connection: sa.Connection, one: _Waiting, *, looks_for_ids: bool
    ) -> Taken | Problem:
        try:
            one.admit(connection)
        except Problem as problem:
            return problem
        return take(
            connection,
            one.push,
            one.links,
            generation=self.generation,
            now_us=self.now_us,
            looks_for_ids=looks_for_ids,
        )
