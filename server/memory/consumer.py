"""The memory as a consumer of log and feed, beside the other projections.

It draws in their transaction and tells in it, too: what stations hear of is what was kept.  Drawn
anew, it tells nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.memory_documents import KnownCase
from app.domain.plant import DecidedSituation
from server.db.memory_tables import DRAWN_TABLES, memory_swept
from server.db.storable import upsert
from server.memory.drawing import MemoryDrawing, Touched, close_ended, place_kept
from server.memory.lead_watches import kept_watches
from server.memory.pattern_watches import watch_pattern
from server.memory.plant_cases import tell_plant_case
from server.memory.telling import tell_changes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from server.read.facts import Fact


class MemoryConsumer:
    """What the projector calls; ``now_us`` is the server's clock."""

    tables = DRAWN_TABLES

    def __init__(self, now_us: Callable[[], int]) -> None:
        self._now_us = now_us
        self._has_told = False

    def draw(self, connection: sa.Connection, facts: Sequence[Fact], *, tells: bool) -> None:
        """Draw events; with ``tells`` publish what changed."""
        kept = () if tells else kept_watches(connection)
        touched = MemoryDrawing(connection, facts, kept).draw()
        if tells:
            self._tell(connection, touched)

    def read_document(self, connection: sa.Connection, row: sa.Row[Any], *, tells: bool) -> None:
        """A document of the feed: what is decided at the server becomes a case and is watched."""
        if not tells:
            return
        body, now_us = bytes(row.body), self._now_us()
        if row.kind == DecidedSituation.KIND:
            self._has_told |= tell_plant_case(connection, body, row.pos, now_us=now_us)
        elif row.kind == KnownCase.KIND:
            self._has_told |= watch_pattern(connection, row.key, body, row.pos, now_us)

    def settle(self, connection: sa.Connection, *, tells: bool) -> int:
        """Nothing is new: close windows that ended in quiet; returns how much changed.

        Drawn anew, it closes as far as it did before, so that both come out equal.
        """
        if not tells:
            place_kept(connection, kept_watches(connection))
            swept = connection.execute(sa.select(memory_swept.c.at)).scalar_one_or_none()
            if swept is not None:
                close_ended(connection, now_us=swept)
            return 0
        touched = close_ended(connection, now_us=self._now_us())
        if not touched:
            return 0
        upsert(connection, memory_swept, {"id": 1, "at": self._now_us()})
        self._tell(connection, touched)
        return len(touched.keys)

    def has_told(self) -> bool:
        """Whether something was published since this was asked last."""
        told, self._has_told = self._has_told, False
        return told

    def _tell(self, connection: sa.Connection, touched: Touched) -> None:
        if touched.cases or touched.keys:
            now_us = self._now_us()
            told = tell_changes(connection, cases=touched.cases, keys=touched.keys, now_us=now_us)
            self._has_told |= told > 0
