"""Turns that the workers of a plant take, one after the other: PostgreSQL's advisory locks.

SQLite has one writer at a time anyway.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Lock(IntEnum):
    """What is done by one at a time; the numbers are ours in the whole database."""

    START = 0x41534255
    DRAWING = 0x41534256
    SAYING = 0x41534257
    HANDOVER = 0x41534258


def take_turn(connection: Connection, lock: Lock) -> None:
    """Until the commit, every other who takes the turn of the same lock waits."""
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(int(lock))))
