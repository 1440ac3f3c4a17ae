"""Draws projections beside the work: pushes are acknowledged without waiting for it.

Of several workers on one PostgreSQL only one draws; when it dies, another takes its turn.
"""

from __future__ import annotations

import logging
import threading
import time
from typing import TYPE_CHECKING

import sqlalchemy as sa

from server.db.turns import Lock

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.db.engine import Database
    from server.read.projector import Projector

_LOOK_EVERY_S = 1.0
_SETTLED_LOOK_S = 0.01
#: Longer than from one push of a backlog to the next.
_PAUSE_S = 0.1
#: While a backlog comes, and while a line works as usual: a board waits for it.
_LONGEST_WAIT_S, _LONGEST_USUAL_WAIT_S = 1.0, 0.3
#: So much to draw at once is a backlog.
_BACKLOG = 250

_log = logging.getLogger(__name__)


class Turn:
    """The right to draw: an advisory lock that ends with the worker that holds it."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._connection: sa.Connection | None = None

    def is_ours(self) -> bool:
        """Whether this worker may draw now; always on SQLite, where there is only one."""
        if not self._database.is_postgres:
            return True
        if self._connection is not None:
            try:
                self._connection.exec_driver_sql("SELECT 1")
            except sa.exc.DBAPIError:
                self.give_up()
                raise
            return True
        engine = self._database.engine.execution_options(isolation_level="AUTOCOMMIT")
        connection = engine.connect()
        lock = sa.select(sa.func.pg_try_advisory_lock(int(Lock.DRAWING)))
        if not connection.execute(lock).scalar_one():
            connection.close()
            return False
        self._connection = connection
        return True

    def give_up(self) -> None:
        if self._connection is not None:
            # Closing for good ends the session, and with it the lock.
            self._connection.invalidate()
            self._connection.close()
            self._connection = None


class Drawer:
    """A thread that draws what is new; ``on_drawn`` is called from it after each batch."""

    def __init__(
        self, database: Database, projector: Projector, on_drawn: Callable[[], None]
    ) -> None:
        self._turn = Turn(database)
        self._projector = projector
        self._on_drawn = on_drawn
        self._news = threading.Event()
        self._is_awaited = threading.Event()
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self.is_running = False
        self.is_failing = False
        self._has_backlog = False

    def start(self, *, draws: bool = True) -> None:
        """Start drawing; without ``draws`` leave it to another process for good."""
        self.is_running = True
        if draws:
            self._thread = threading.Thread(target=self._run, name="drawer", daemon=True)
            self._thread.start()

    def poke(self) -> None:
        """There is something new to draw; callable from any thread."""
        self._news.set()

    def stop(self) -> None:
        """Finish the batch at hand and stop."""
        self._stopping.set()
        self._is_awaited.set()
        self._news.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None
        self.is_running = False
        self._turn.give_up()

    def settle(self, timeout_s: float) -> bool:
        """Wait until what is committed now is drawn, here or by another worker."""
        wanted = self._projector.heads()
        deadline = time.monotonic() + timeout_s
        self._is_awaited.set()
        self.poke()
        while not self._projector.has_drawn(wanted):
            self._is_awaited.set()
            if time.monotonic() > deadline or self._stopping.wait(_SETTLED_LOOK_S):
                return False
        return True

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._news.wait(_LOOK_EVERY_S)
            self._news.clear()
            try:
                if self._turn.is_ours():
                    self._draw()
                self.is_failing = False
            except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
                self.is_failing = True
                _log.warning("projections are behind the log: %s", str(error).partition("\n")[0])
                self._stopping.wait(_LOOK_EVERY_S)
            except Exception:  # noqa: BLE001 - supervision edge: one failure must not end drawing
                self.is_failing = True
                _log.exception("projections are behind the log; trying again")
                self._stopping.wait(_LOOK_EVERY_S)

    def _draw(self) -> None:
        self._let_pushes_pass()
        while not self._stopping.is_set() and (count := self._projector.draw_batch()):
            self._has_backlog = count >= _BACKLOG
            self._on_drawn()
            if self._news.is_set():
                self._let_pushes_pass()

    def _let_pushes_pass(self) -> None:
        """Wait for a pause between pushes, but not for ever, and not when somebody looks.

        Whoever waits for an acknowledgement goes first: drawing shares the interpreter with
        them, and on SQLite the one writer's lock.
        """
        longest_s = _LONGEST_WAIT_S if self._has_backlog else _LONGEST_USUAL_WAIT_S
        until = time.monotonic() + longest_s
        while not self._is_awaited.is_set() and self._news.wait(_PAUSE_S):
            if time.monotonic() > until:
                break
            self._news.clear()
        self._is_awaited.clear()
