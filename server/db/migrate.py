"""Brings a database to the newest schema, once, whoever starts first; or back to an older one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.domain.errors import InvalidInput, StorageFault
from server.db.turns import Lock, take_turn

if TYPE_CHECKING:
    import sqlalchemy as sa

    from server.db.engine import Database

#: The schema before there was any, and the one this software works with.
NOTHING, NEWEST = "base", "head"


def migrate(database: Database) -> None:
    """Run the migrations that are missing, all or none.

    Raises:
        StorageFault: newer software wrote the database; it is left as it is.
    """
    with database.write() as connection:
        config = _config(connection)
        if not is_newest(connection):
            _refuse_newer(config, connection)
            command.upgrade(config, NEWEST)


def take_back(database: Database, revision: str) -> None:
    """Undo the migrations after ``revision``, all or none; what only they could hold is lost.

    Raises:
        StorageFault: newer software wrote the database; it is left as it is.
        InvalidInput: there is no such schema, or it is newer than the database's.
    """
    with database.write() as connection:
        config = _config(connection)
        _refuse_newer(config, connection)
        older = _up_to(config, revision_of(connection))
        if revision not in older:
            message = f"schema {revision}: this database can go back to {', '.join(older)}"
            raise InvalidInput(message)
        command.downgrade(config, revision)


def hold_start(connection: sa.Connection) -> None:
    """Until the commit, every other server that starts on this database waits."""
    take_turn(connection, Lock.START)


def revision_of(connection: sa.Connection) -> str | None:
    """The schema a database has; None when it is empty."""
    return MigrationContext.configure(connection).get_current_revision()


def is_newest(connection: sa.Connection) -> bool:
    """Whether the database has the schema this software works with."""
    return revision_of(connection) == _newest()


@cache
def _newest() -> str | None:
    """What this software works with; the scripts are read once."""
    return ScriptDirectory.from_config(_scripts()).get_current_head()


def _scripts() -> Config:
    config = Config()
    config.set_main_option("script_location", "server.db:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _config(connection: sa.Connection) -> Config:
    hold_start(connection)
    config = _scripts()
    config.attributes["connection"] = connection
    return config


def _refuse_newer(config: Config, connection: sa.Connection) -> None:
    found = revision_of(connection)
    known = _up_to(config, NEWEST)
    if found is not None and found not in known:
        message = (
            f"newer software wrote this database (schema {found}, this software knows "
            f"{known[-1]}); install that release again, the database was left as it is"
        )
        raise StorageFault(message, reason="too_new")


def _up_to(config: Config, revision: str | None) -> list[str]:
    """Every schema up to ``revision``, oldest first."""
    if revision is None:
        return [NOTHING]
    scripts = ScriptDirectory.from_config(config)
    steps = [step.revision for step in scripts.walk_revisions(NOTHING, revision)]
    return [NOTHING, *reversed(steps)]
