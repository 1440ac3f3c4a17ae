"""Waits in PostgreSQL, seen from a test."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import sqlalchemy as sa

if TYPE_CHECKING:
    from server.db.engine import Database

_DEADLINE_S = 60


async def somebody_waits(database: Database) -> None:
    """Until a transaction waits for another one's lock."""
    waiting = sa.text("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted)")
    async with asyncio.timeout(_DEADLINE_S):
        while True:
            with database.read() as connection:
                if connection.execute(waiting).scalar_one():
                    return
            await asyncio.sleep(0)
