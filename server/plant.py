"""The plant server's parts in one place, for the endpoints to use."""

from __future__ import annotations

import logging
import secrets
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import sqlalchemy as sa
from nacl.signing import SigningKey

from server.db.bell import Bell
from server.db.engine import open_database
from server.db.migrate import migrate
from server.db.tables import station
from server.files import BlobFiles, secret_file
from server.limits import Attempts
from server.log.enrolment import create_code
from server.log.identity import DRAWN, FEED, LOG, ensure_identity, renew_generation
from server.log.tokens import Tokens
from server.read.drawer import Drawer
from server.read.projector import Projector
from server.waker import Waker

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.db.engine import Database
    from server.log.identity import PlantIdentity
    from server.settings import Settings

FIRST_CODE_VALID_S = 60 * 60

_log = logging.getLogger(__name__)


def system_now_us() -> int:
    """Microseconds since 1970, UTC."""
    return time.time_ns() // 1_000


@dataclass(frozen=True, slots=True)
class Plant:
    """Everything a request may need.  Opened once, closed once."""

    settings: Settings
    database: Database
    identity: PlantIdentity
    blobs: BlobFiles
    tokens: Tokens
    attempts: Attempts
    projector: Projector
    drawer: Drawer
    bell: Bell | None
    waker: Waker
    admin_token: str
    now_us: Callable[[], int]
    random: Callable[[int], bytes]

    def start(self, *, draws: bool = True) -> None:
        """Draw beside the work from now on, or let another do it; listen to the others."""
        self.drawer.start(draws=draws)
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
        if self.drawer.is_running:
            self.drawer.stop()
            if self.bell is not None:
                self.bell.stop()
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


def open_plant(
    settings: Settings,
    *,
    is_restored: bool = False,
    now_us: Callable[[], int] = system_now_us,
    random: Callable[[int], bytes] = secrets.token_bytes,
) -> Plant:
    """Open the data folder and the database, made on the first start.

    ``is_restored`` says that they come from a backup: a new generation makes the stations send
    again what the backup lacks, and read the feed anew.

    Raises:
        AsbuiltError: the database cannot be used as told.
    """
    folder = settings.data_dir
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)  # hashes of PINs, keys, names
    seed = secret_file(folder / "plant.key", lambda: random(32))
    token_key = secret_file(folder / "token.key", lambda: random(32))
    admin_token = secret_file(folder / "admin.token", lambda: random(24).hex().encode() + b"\n")
    database = open_database(settings.database, file=folder / "plant.db")
    try:
        migrate(database)
        with database.write() as connection:
            if is_restored:
                renew_generation(connection, lambda: random(16).hex())
            identity = ensure_identity(
                connection,
                name=settings.plant,
                plant_key=SigningKey(seed).verify_key.encode().hex(),
                now_us=now_us(),
                new_generation=lambda: random(16).hex(),
            )
    except BaseException:
        database.close()
        raise
    projector, waker = Projector(database), Waker()
    drawer = Drawer(database, projector, on_drawn=lambda: waker.notify(LOG))
    plant = Plant(
        settings=settings,
        database=database,
        identity=identity,
        blobs=BlobFiles(folder / "blobs"),
        tokens=Tokens(token_key, now_us=now_us, random=random),
        attempts=Attempts(now_us=now_us, workers=settings.workers),
        projector=projector,
        drawer=drawer,
        bell=Bell(database.engine, _Rung(waker, drawer)) if database.is_postgres else None,
        waker=waker,
        admin_token=admin_token.decode().strip(),
        now_us=now_us,
        random=random,
    )
    plant.project()
    return plant
