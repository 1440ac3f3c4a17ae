"""The composition root: the one module that knows all the others."""

from __future__ import annotations

import asyncio
import logging
import os
import random
from contextlib import asynccontextmanager
from datetime import datetime
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.devices import make_devices, patience, recorder
from app.domain.calls import ARRIVED, SEEN, Rung
from app.domain.plant import StationInfo
from app.journal.journal import SqliteJournal
from app.journal.store import JournalStore
from app.ports.sync import SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.runtime.clock import SystemClock
from app.runtime.config import StationConfig, data_folder, scan_patterns
from app.runtime.paper import keep_page
from app.runtime.sharpness import is_sharp
from app.runtime.shifts import Shifts
from app.scanning.gs1 import warm_up
from app.scanning.parser import parse_scan
from app.services.line_state import LineRules
from app.services.people_state import PeopleRules
from app.services.station import Station
from app.services.station_ports import StationPorts
from app.services.station_state import StationState
from app.services.storage_problem import storage_problem
from app.services.work_state import UPGRADE, Work
from app.upkeep import JOURNAL, TestableDevices, add_upkeep

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from app.domain.errors import StorageFault
    from device_drivers.opcua.state_server import StateServer
    from sync.identity import Enrolment
    from sync.wire import Enrolled

log = logging.getLogger(__name__)

_FONTS = Path(__file__).resolve().parents[1] / "resources" / "fonts"
#: Set aside on the disk, for the last facts when it is full.
BALLAST_BYTES = 8 * 1024 * 1024


def _unseen(_: Work) -> None:
    """No screen."""


@asynccontextmanager
async def open_station(
    config: StationConfig,
    path: Path,
    on_state: Callable[[StationState], None],
    on_upgrade: Callable[[Work], None] = _unseen,
) -> AsyncIterator[tuple[Station, SqliteJournal, BlobFiles]]:
    """The core of the station configured in ``path``, its journal open.  On the I/O loop.

    ``on_upgrade`` hears how far newer software is with the records of older.

    Raises:
        StorageFault: another process has the journal, or it cannot be trusted.
    """
    from sync.identity import load_or_create_identity

    folder, clock = data_folder(config, path), SystemClock()
    loop, since_us = asyncio.get_running_loop(), clock.now_us()

    def told(done: int, total: int) -> None:
        work = Work(UPGRADE, since_us, done, total, can_cancel=False)
        # Of a loop that was closed meanwhile it fails, and what was drawn is taken back.
        loop.call_soon_threadsafe(on_upgrade, work)

    store = JournalStore(
        folder / JOURNAL,
        station=config.station.id,
        clock=clock,
        random_bytes=os.urandom,
        signer=load_or_create_identity(identity_files(path)[0], config.station.id, os.urandom),
        ballast_bytes=BALLAST_BYTES,
        told=told,
    )
    journal = SqliteJournal(store)
    await journal.open()
    blobs = BlobFiles(folder / "blobs")
    try:
        yield _station(config, journal, blobs, on_state, folder), journal, blobs
    finally:
        await journal.close()


async def run_station(
    config: StationConfig,
    path: Path,
    *,
    on_state: Callable[[StationState], None],
    on_open: Callable[[Station], None],
    on_upgrade: Callable[[Work], None] = _unseen,
    restart: Callable[[], None] = lambda: None,
) -> None:
    """Run everything the station does without a screen, until cancelled.  On the I/O loop.

    ``on_open`` gets the station before its first state; ``on_state`` every state, in order;
    ``on_upgrade`` how far the records are before there is one.
    ``restart`` is called when somebody wants all this to be cancelled and run again.
    """
    scada = _state_server(config)
    shown = scada.passing(on_state) if scada is not None else on_state
    async with open_station(config, path, shown, on_upgrade) as (station, journal, blobs):
        await _enter_epoch(path, journal)
        folder = data_folder(config, path)
        async with recorder(folder) as rings, asyncio.TaskGroup() as group:
            devices = make_devices(config, station, rings, folder)
            station.use(
                tools=devices.tools,
                gauges=devices.gauges,
                machine=devices.machine,
                cameras=devices.cameras,
                printers=devices.printers,
            )
            looked_after = add_upkeep(
                station,
                config=config,
                path=path,
                folder=folder,
                journal=journal,
                blobs=blobs,
                software=version("asbuilt"),
                devices=TestableDevices(
                    printers=devices.printers,
                    cameras=devices.cameras,
                    gauges=devices.gauges,
                    machine=devices.machine[0] if devices.machine else None,
                ),
                restart=restart,
            )
            on_open(station)
            for service in looked_after:
                group.create_task(service.run())
            for device, watch in devices.all:
                group.create_task(watch.run(device, patience()))
            group.create_task(station.run())
            group.create_task(asyncio.to_thread(warm_up))
            group.create_task(journal.check())
            group.create_task(_run_sync(config, path, station, journal, blobs))
            if scada is not None:
                group.create_task(scada.run())


def _state_server(config: StationConfig) -> StateServer | None:
    if config.scada is None:
        return None
    from device_drivers.opcua.state_server import StateServer

    section = config.station
    return StateServer(section.id, section.name, config.scada.listen)


def _station(
    config: StationConfig,
    journal: SqliteJournal,
    blobs: BlobFiles,
    on_state: Callable[[StationState], None],
    folder: Path,
) -> Station:
    shifts = Shifts(config.shift)
    ports = StationPorts(
        journal=journal,
        reference=journal,
        blobs=blobs,
        clock=SystemClock(),
        parse_scan=partial(parse_scan, patterns=scan_patterns(config)),
        verify_pin=_verify_pin,
        today=lambda: datetime.now().astimezone().date(),
        shift=shifts.name,
        keep_page=lambda name, lines: str(keep_page(folder / "handovers", name, lines, _FONTS)),
        shift_span=shifts.span,
        use_calendar=shifts.use,
        is_sharp=is_sharp,
        told=journal,
    )
    return Station(
        info=_info(config),
        ports=ports,
        sync=_sync_at_start(config),
        software=version("asbuilt"),
        on_state=on_state,
        people=_people(config),
        line=_line(config),
    )


def _line(config: StationConfig) -> LineRules:
    section = config.line
    return LineRules(
        stop_after_s=section.stop_after_s or None,
        ladder=(
            Rung("lead", section.lead_after_s, SEEN),
            Rung("manager", section.manager_after_s, ARRIVED),
        ),
    )


def _people(config: StationConfig) -> PeopleRules:
    section = config.people
    return PeopleRules(
        idle_after_s=section.idle_after_min * 60 or None,
        roster_old_s=section.roster_old_h * 3_600,
        warn_days=section.certificate_warn_days,
    )


def starting_state(config: StationConfig, *works: Work) -> StationState:
    """What a screen shows before the journal is open."""
    sync = _sync_at_start(config)
    return StationState(version=0, station=_info(config), sync=sync, works=works, is_starting=True)


def closed_state(config: StationConfig, fault: StorageFault) -> StationState:
    """What a screen shows of a station whose journal stays shut."""
    return StationState(
        version=0,
        station=_info(config),
        sync=_sync_at_start(config),
        storage_problem=storage_problem(fault),
    )


def _info(config: StationConfig) -> StationInfo:
    section = config.station
    return StationInfo(
        station=section.id,
        name=section.name,
        line=section.line,
        skills=section.skills,
        crew=section.crew,
    )


def _sync_at_start(config: StationConfig) -> SyncStatus:
    url = config.server.url if config.server else None
    return SyncStatus(SyncState.OFFLINE if url else SyncState.NOT_ENROLLED, server_url=url)


async def _verify_pin(stored: str, pin: str) -> bool:
    """Slow on purpose, so not on the loop."""

    def verify() -> bool:
        try:
            return PasswordHasher().verify(stored, pin)
        except (VerificationError, InvalidHashError):
            return False

    return await asyncio.to_thread(verify)


async def _enter_epoch(path: Path, journal: SqliteJournal) -> None:
    """Before anything is recorded: an enrolment may have begun a new epoch."""
    from app.journal.outbox import SqliteOutbox
    from sync.identity import load_enrolment

    enrolment = load_enrolment(identity_files(path)[1])
    if enrolment is not None:
        await SqliteOutbox(journal).begin_epoch(enrolment.epoch)


async def _run_sync(
    config: StationConfig, path: Path, station: Station, journal: SqliteJournal, blobs: BlobFiles
) -> None:
    """Push, pull and carry blobs until cancelled; without a server only count what waits."""
    from app.journal.outbox import SqliteOutbox
    from sync.client import SyncClient, open_http
    from sync.identity import load_enrolment, load_or_create_identity

    key, enrolled = identity_files(path)
    enrolment = load_enrolment(enrolled)
    loop = asyncio.get_running_loop()

    def documents_came(_documents: object) -> None:
        # The reference to the task is kept by the set until it is done.
        task = loop.create_task(station.reference_changed())
        running.add(task)
        task.add_done_callback(running.discard)

    running: set[asyncio.Task[None]] = set()
    url = enrolment.server_url if enrolment else "http://127.0.0.1"
    async with open_http(url, ca_file=_ca_file(config, path)) as http:
        client = SyncClient(
            outbox=SqliteOutbox(journal),
            blobs=blobs,
            identity=load_or_create_identity(key, config.station.id, os.urandom),
            enrolment=enrolment,
            http=http,
            clock=SystemClock(),
            random=random.random,
            on_status=station.sync_changed,
            on_documents=documents_came,
        )
        station.kick_sync = client.kick
        station.units.use(client.units)
        await client.run()


def identity_files(path: Path) -> tuple[Path, Path]:
    """The station's key and its enrolment, beside its configuration."""
    return path.with_suffix(".key"), path.with_suffix(".enrolment.json")


def _ca_file(config: StationConfig, path: Path) -> Path | None:
    named = config.server.ca_file if config.server else None
    return path.parent / named if named else None


def _newest_epoch(folder: Path) -> int:
    from app.journal.schema import reader

    journal = folder / JOURNAL
    if not journal.is_file():
        return 0
    with reader(journal) as db:
        return int(db.execute("SELECT coalesce(max(epoch), 0) FROM epoch").get)


def enrol_station(config: StationConfig, path: Path, server: str, code: str) -> Enrolment:
    """Register the station's key with ``server``.  Runs its own loop: for the command line.

    Raises:
        PlantFault: the server cannot be reached, or refuses the code.
        StorageFault: the journal is there and cannot be read.
    """
    from sync.client import open_http
    from sync.identity import (
        Enrolment,
        load_enrolment,
        load_or_create_identity,
        save_enrolment,
    )
    from sync.link import enrol

    key, enrolled = identity_files(path)
    identity = load_or_create_identity(key, config.station.id, os.urandom)
    former = load_enrolment(enrolled)
    # The journal's counts too: a restored one has begun an epoch that no enrolment knows of.
    epoch = max(former.epoch if former else 0, _newest_epoch(data_folder(config, path)))

    async def ask() -> Enrolled:
        async with open_http(server, ca_file=_ca_file(config, path)) as http:
            return await enrol(http, identity, code=code, name=config.station.name, epoch=epoch)

    answer = asyncio.run(ask())
    enrolment = Enrolment(
        server_url=server,
        station=answer.station,
        epoch=answer.epoch,
        plant=answer.plant,
        plant_key=answer.plant_key,
    )
    save_enrolment(enrolled, enrolment)
    return enrolment
