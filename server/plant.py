"""The plant server's parts in one place, for the endpoints to use."""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from nacl.signing import SigningKey

from server.db.bell import Bell
from server.db.engine import open_database
from server.db.migrate import hold_start, migrate
from server.db.tables import station
from server.files import BlobFiles, secret_file
from server.flow.figures import FlowFigures
from server.limits import Attempts
from server.log.enrolment import create_code
from server.log.identity import DRAWN, FEED, LOG, ensure_identity, renew_generation
from server.log.position import (
    FILE_NAME,
    PositionKeeper,
    position_of,
    raise_alarm,
    read_position,
    what_is_missing,
    write_position,
)
from server.log.tokens import Tokens
from server.memory.consumer import MemoryConsumer
from server.memory.pattern_sweep import PatternSweep
from server.memory.search import PlantMemory
from server.read.drawer import Drawer
from server.read.projector import Projector
from server.waker import Waker

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from server.db.engine import Database
    from server.log.identity import PlantIdentity
    from server.settings import Settings

FIRST_CODE_VALID_S = 60 * 60

_SENT_AGAIN = "Stations send again what it lacks, as far as they still have it."

_log = logging.getLogger(__name__)


def system_now_us() -> int:
    """Microseconds since 1970, UTC."""
    return time.time_ns() // 1_000


@dataclass(frozen=True, slots=True)
class Plant:
    """Everything a request may need.  Opened once, closed once.

    ``sign`` gives the plant's signature (hex) of a message.
    """

    settings: Settings
    database: Database
    identity: PlantIdentity
    blobs: BlobFiles
    tokens: Tokens
    attempts: Attempts
    projector: Projector
    drawer: Drawer
    keeper: PositionKeeper
    bell: Bell | None
    waker: Waker
    flow: FlowFigures
    memory: PlantMemory
    patterns: PatternSweep
    admin_token: str
    sign: Callable[[bytes], str]
    now_us: Callable[[], int]
    random: Callable[[int], bytes]

    def start(self, *, draws: bool = True) -> None:
        """Draw beside the work from now on, or let another do it; listen to the others."""
        self.drawer.start(draws=draws)
        self.memory.start()
        if draws:
            self.patterns.start()
        if self.bell is not None:
            self.bell.start()

    def settle(self, timeout_s: float = 1.0) -> None:
        """Give what is acknowledged already a moment to be drawn, before somebody looks."""
        if not self.drawer.is_running:
            return
        try:
            self.drawer.settle(timeout_s)
        except (sa.exc.DBAPIError, sa.exc.TimeoutError):
            _log.info("the database is away; showing what can be shown")

    def look_for_patterns(self) -> None:
        """Now, in all that is acknowledged."""
        self.settle()
        self.patterns.run_now()

    def is_drawing(self, behind: int) -> bool:
        """Whether the projections keep up: all is drawn, or is being drawn right now."""
        return behind == 0 or (self.drawer.is_running and not self.drawer.is_failing)

    def project(self) -> None:
        """Draw what is new, here and now or soon, and tell the pages.

        What was stored is acknowledged whatever happens here: a projection that fails is
        reported, and tried again with the next event and at the next start.
        """
        if self.drawer.is_running:
            self.drawer.poke()
            return
        try:
            self.projector.catch_up()
        except Exception:  # noqa: BLE001 - supervision edge: an acknowledged push must not look refused
            _log.exception("projections are behind the log")
        self.waker.notify(LOG)

    def published(self) -> None:
        """New documents are in the feed: wake the stations, then draw them."""
        self.waker.notify(FEED)
        self.project()

    def create_enrolment_code(self, valid_s: int) -> str:
        with self.database.write() as connection:
            return create_code(
                connection, now_us=self.now_us(), valid_s=valid_s, random=self.random
            )

    def has_stations(self) -> bool:
        with self.database.read() as connection:
            return connection.execute(sa.select(station.c.station).limit(1)).first() is not None

    def close(self) -> None:
        self.memory.stop()
        self.patterns.stop()
        if self.drawer.is_running:
            self.drawer.stop()
            if self.bell is not None:
                self.bell.stop()
        self.keeper.close()
        self.database.close()


@dataclass(frozen=True, slots=True)
class _Rung:
    """What to do about news of another worker."""

    waker: Waker
    drawer: Drawer

    def __call__(self, topic: str) -> None:
        if topic == DRAWN:
            self.waker.notify(LOG)
            return
        self.drawer.poke()
        if topic == FEED:
            self.waker.notify(FEED)


@dataclass(frozen=True, slots=True)
class _Opening:
    """Who we are, found out in one transaction, whoever else starts at the same moment."""

    settings: Settings
    plant_key: str
    now_us: Callable[[], int]
    random: Callable[[int], bytes]

    def identify(self, database: Database, *, is_restored: bool, is_worker: bool) -> PlantIdentity:
        file = self.settings.data_dir / FILE_NAME
        with database.write() as connection:
            hold_start(connection)
            if not is_worker:
                self._check_position(connection, file, is_restored=is_restored)
            identity = ensure_identity(
                connection,
                name=self.settings.plant,
                plant_key=self.plant_key,
                now_us=self.now_us(),
                new_generation=self._new_generation,
            )
            position = position_of(connection)
        if not is_worker:
            write_position(file, position)
        return identity

    def _check_position(self, connection: sa.Connection, file: Path, *, is_restored: bool) -> None:
        known = read_position(file)
        missing = what_is_missing(connection, known)
        if missing is None and not is_restored:
            return
        generation = self._new_generation()
        if known is not None:
            write_position(file, msgspec.structs.replace(known, coming=generation))
        renew_generation(connection, lambda: generation)
        if missing is not None and not is_restored:
            _log.error("The database came from a backup: %s. %s", missing, _SENT_AGAIN)
            raise_alarm(
                connection,
                key=f"restored:{generation}",
                missing=missing,
                do=_SENT_AGAIN,
                now_us=self.now_us(),
            )

    def _new_generation(self) -> str:
        return self.random(16).hex()


def open_plant(
    settings: Settings,
    *,
    is_restored: bool = False,
    is_worker: bool = False,
    now_us: Callable[[], int] = system_now_us,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> Plant:
    """Open the data folder and the database, made on the first start.

    ``is_restored`` says that they come from a backup: a new generation makes the stations send
    again what the backup lacks, and read the feed anew.  Without it the server finds out by
    itself; an ``is_worker`` leaves that to the first process.

    Raises:
        AsbuiltError: the database cannot be used as told.
    """
    folder = settings.data_dir
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # hashes of PINs, keys, names
    seed = secret_file(folder / "plant.key", lambda: random(32))
    token_key = secret_file(folder / "token.key", lambda: random(32))
    admin_token = secret_file(folder / "admin.token", lambda: random(24).hex().encode() + b"\n")
    database = open_database(settings.database, file=folder / "plant.db")
    key = SigningKey(seed)
    opening = _Opening(settings, key.verify_key.encode().hex(), now_us, random)
    try:
        migrate(database)
        identity = opening.identify(database, is_restored=is_restored, is_worker=is_worker)
    except BaseException:
        database.close()
        raise
    consumer, waker = MemoryConsumer(now_us), Waker()
    projector = Projector(database, consumer)
    keeper = PositionKeeper(database, folder / FILE_NAME)

    def drawn() -> None:
        waker.notify(LOG)
        if consumer.has_told():
            waker.notify(FEED)
        keeper.moved()

    drawer = Drawer(database, projector, on_drawn=drawn)
    plant = Plant(
        settings=settings,
        database=database,
        identity=identity,
        blobs=BlobFiles(folder / "blobs"),
        tokens=Tokens(token_key, now_us=now_us, random=random),
        attempts=Attempts(now_us=now_us, workers=settings.workers),
        projector=projector,
        drawer=drawer,
        keeper=keeper,
        bell=Bell(database.engine, _Rung(waker, drawer)) if database.is_postgres else None,
        waker=waker,
        flow=FlowFigures(),
        memory=PlantMemory(database, now_us),
        patterns=PatternSweep(database, now_us),
        admin_token=admin_token.decode().strip(),
        sign=lambda message: key.sign(message).signature.hex(),
        now_us=now_us,
        random=random,
    )
    plant.project()
    return plant
