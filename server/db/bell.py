"""Tells one worker what the others committed: LISTEN on PostgreSQL, on a connection of its own.

A notification can be lost with its connection, so the counters are looked at now and then too.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

import psycopg
import sqlalchemy as sa

if TYPE_CHECKING:
    from collections.abc import Callable

#: What workers on one database notify each other on.
CHANNEL = "asbuilt"

_LOOK_EVERY_S = 2.0
_RETRY_AFTER_S = 0.5
_STOP = "stop"

_log = logging.getLogger(__name__)


class Bell:
    """Calls ``on_ring`` with a topic, from its own thread, whenever another worker rang."""

    def __init__(
        self,
        engine: sa.Engine,
        on_ring: Callable[[str], None],
        *,
        look_every_s: float = _LOOK_EVERY_S,
    ) -> None:
        self._engine = engine.execution_options(isolation_level="AUTOCOMMIT")
        self._on_ring = on_ring
        self._look_every_s = look_every_s
        self._stopping = threading.Event()
        self._heads: dict[str, int] = {}
        self._thread = threading.Thread(target=self._run, name="bell", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Leave at once; an unreachable database only delays it."""
        self._stopping.set()
        try:
            ring(self._engine, _STOP)
        except sa.exc.DBAPIError:
            _log.info("the database is away; not waiting for the bell")
            return
        self._thread.join(self._look_every_s + 1)

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                with self._engine.connect() as connection:
                    self._listen(connection)
            except (sa.exc.DBAPIError, psycopg.Error) as error:
                _log.warning("no wake-ups from other workers: %s", str(error).splitlines()[0])
                self._stopping.wait(_RETRY_AFTER_S)

    def _listen(self, connection: sa.Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, psycopg.Connection)  # noqa: S101 - the dialect's only driver
        driver.execute(f"LISTEN {CHANNEL}")
        try:
            while not self._stopping.is_set():
                self._look(connection)
                for notification in driver.notifies(timeout=self._look_every_s, stop_after=1):
                    self._ring(notification.payload)
        finally:
            # The connection may go back to the pool listening: nobody there would empty it.
            connection.invalidate()

    def _look(self, connection: sa.Connection) -> None:
        """Ring for what moved without a notification, also while we were not listening."""
        for name, value in connection.exec_driver_sql("SELECT name, value FROM counter"):
            if self._heads.get(name, value) != value:
                self._on_ring(name)
            self._heads[name] = value

    def _ring(self, topic: str) -> None:
        if topic != _STOP:
            self._on_ring(topic)


def ring(engine: sa.Engine, topic: str) -> None:
    """Tell every worker at once; within a transaction ``pg_notify`` does it at the commit."""
    with engine.begin() as connection:
        connection.execute(sa.select(sa.func.pg_notify(CHANNEL, topic)))
