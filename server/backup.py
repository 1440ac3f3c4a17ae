"""``asbuilt server backup``: a copy of the plant that can be served, and a note of what it has.

The note lets stations forget what such a copy has; it is made when the copy is durable.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.errors import InvalidInput, StorageFault
from app.durable import begin_private, sync_folder
from server.db.engine import open_database
from server.db.migrate import is_newest
from server.db.tables import blob
from server.files import BlobFiles, write_durably
from server.log.backup_mark import Place, kept_places, note_backup
from server.log.position import FILE_NAME, position_of, write_position

if TYPE_CHECKING:
    from pathlib import Path

    from server.db.engine import Database
    from server.settings import Settings

_SECRETS = ("plant.key", "token.key", "admin.token")


class BackedUp(msgspec.Struct, frozen=True, kw_only=True):
    """What is in a backup: of each station, everything up to (epoch, number)."""

    stations: dict[str, Place]
    missing_blobs: tuple[str, ...] = ()


def copy_plant(settings: Settings, out: Path, *, now_us: int) -> BackedUp:
    """Copy the data folder with its database to ``out``, also while it is served.

    Raises:
        InvalidInput: there is nothing to copy, or something is at ``out`` already.
        StorageFault: the copy is not in order; nothing was noted.
    """
    if out.exists():
        message = f"{out}: is there already; a backup never overwrites one"
        raise InvalidInput(message)
    unfinished = out.with_name(f"{out.name}.unfinished")
    with closing(_open(settings)) as database:
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True, mode=0o700)
        _copy_database(database, unfinished / "plant.db")
        found = _look_into(unfinished, settings.data_dir)
        for name in _SECRETS:
            write_durably(unfinished / name, (settings.data_dir / name).read_bytes(), mode=0o600)
        sync_folder(unfinished)
        unfinished.rename(out)
        sync_folder(out.parent)
        _note(database, found, now_us=now_us)
    return found


def run_backup(settings: Settings, command: str, *, now_us: int) -> BackedUp:
    """Let ``command`` back the database up; what was there before it began is noted after it.

    Raises:
        InvalidInput: there is no such command.
        StorageFault: it failed; nothing was noted.
    """
    with closing(_open(settings)) as database:
        with database.read() as connection:
            found = BackedUp(stations=kept_places(connection))
        try:
            done = subprocess.run(shlex.split(command), check=False)  # noqa: S603 - the operator's own
        except (OSError, ValueError) as error:
            message = f"--by {command!r}: cannot be run ({error})"
            raise InvalidInput(message) from error
        if done.returncode != 0:
            message = f"the backup command ended with {done.returncode}; nothing was noted"
            raise StorageFault(message)
        _note(database, found, now_us=now_us)
    return found


def _open(settings: Settings) -> Database:
    file = settings.data_dir / "plant.db"
    if settings.database is None and not file.exists():
        message = f"{settings.data_dir}: there is no plant in this folder"
        raise InvalidInput(message)
    database = open_database(settings.database, file=file)
    with database.read() as connection:
        is_ready = is_newest(connection)
    if not is_ready:
        database.close()
        message = "the database is of another release; start the server of this one first"
        raise StorageFault(message)
    return database


def _copy_database(database: Database, target: Path) -> None:
    """One moment of it, durable: a reader's view, while writers go on."""
    begin_private(target)
    with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver = connection.connection.driver_connection
        assert driver is not None  # noqa: S101 - it is connected
        driver.execute("VACUUM INTO ?", (str(target),))
    handle = os.open(target, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _look_into(folder: Path, source: Path) -> BackedUp:
    """What the copy itself says it has; its blobs are brought along, and it is marked a copy."""
    copy = open_database(None, file=folder / "plant.db")
    with closing(copy), copy.read() as connection:
        if connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() != "ok":
            message = f"{folder}: the copy is not in order; check the disk and the database"
            raise StorageFault(message, reason="damaged")
        names = tuple(connection.execute(sa.select(blob.c.sha256)).scalars())
        places = kept_places(connection)
        position = position_of(connection)
    write_position(folder / FILE_NAME, msgspec.structs.replace(position, is_copy=True))
    return BackedUp(stations=places, missing_blobs=_copy_blobs(names, source, folder))


def _copy_blobs(names: tuple[str, ...], source: Path, folder: Path) -> tuple[str, ...]:
    blobs, copies = BlobFiles(source / "blobs"), BlobFiles(folder / "blobs")
    missing = []
    for name in names:
        content = blobs.get(name)
        if content is None:
            missing.append(name)
        else:
            copies.put(content)
    return tuple(missing)


def _note(database: Database, found: BackedUp, *, now_us: int) -> None:
    with database.write() as connection:
        note_backup(connection, found.stations, now_us=now_us)
