"""Brings a database to the newest schema, once, whoever starts first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa
from alembic import command
from alembic.config import Config

if TYPE_CHECKING:
    from server.db.engine import Database

#: Any number, the same for every server: only one may migrate at a time.
_MIGRATION_LOCK = 0x41534255


def migrate(database: Database) -> None:
    """Run the migrations that are missing, all or none."""
    config = Config()
    config.set_main_option("script_location", "server.db:migrations")
    config.set_main_option("path_separator", "os")
    with database.write() as connection:
        if database.is_postgres:
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MIGRATION_LOCK)))
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
