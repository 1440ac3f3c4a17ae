"""Everything about the station itself rather than its work: settings, the journal as a whole."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault, InvalidInput
from app.journal.care import FileCare
from app.journal.outbox import SqliteOutbox
from app.journal.record_reader import JournalRecords
from app.runtime.clock import SystemClock
from app.runtime.qr import qr_rows
from app.runtime.settings_store import FileSettings, settings_of
from app.runtime.sticks import removable_drives
from app.services.device_test import DeviceTest
from app.services.first_download import FirstDownload
from app.services.health_watch import HealthWatch
from app.services.journal_care import JournalCareDesk
from app.services.long_work import LongWork
from app.services.records import RecordLookUp
from app.services.settings import Settings
from app.services.work_state import Ending

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from app.journal.journal import SqliteJournal
    from app.ports.devices import Camera, Gauge, LabelPrinter
    from app.runtime.blob_files import BlobFiles
    from app.runtime.config import StationConfig
    from app.services.station import Station
    from device_drivers.finding import Finding

TRY_TIMEOUT_S = 8.0
#: In the station's data folder.
JOURNAL = "journal.db"
#: There, too: what is written out when no stick is plugged in.
OUT = "out"


@dataclass(frozen=True, slots=True)
class TestableDevices:
    """The devices a test does something with, and the name of the machine, if there is one."""

    __test__ = False
    printers: Mapping[str, LabelPrinter]
    cameras: Mapping[str, Camera]
    gauges: Mapping[str, Gauge]
    machine: str | None


def add_upkeep(
    station: Station,
    *,
    config: StationConfig,
    path: Path,
    folder: Path,
    journal: SqliteJournal,
    blobs: BlobFiles,
    software: str,
    devices: TestableDevices,
    restart: Callable[[], None],
) -> tuple[LongWork, HealthWatch, FirstDownload]:
    """Let the screen of ``station`` look after it; what is returned is to be run."""
    from app.domain.envelope import head_message

    clock = SystemClock()
    works = LongWork(station.board, clock)
    works.add_to(station.acts)
    Settings(
        store=FileSettings(path),
        board=station.board,
        journal=journal,
        clock=clock,
        works=works,
        try_url=try_url,
        restart=restart,
    ).add_to(station.acts)
    care = FileCare(
        folder / JOURNAL,
        own=folder / OUT,
        sticks=removable_drives,
        read_blob=blobs.read,
        head_message=head_message,
        now_us=clock.now_us,
    )
    JournalCareDesk(care, station.board, works).add_to(station.acts)
    station.board.update(settings=replace(settings_of(config), software=software))
    test = DeviceTest(
        board=station.board,
        works=works,
        printers=devices.printers,
        cameras=devices.cameras,
        gauges=devices.gauges,
        new_job=lambda: os.urandom(8).hex(),
        now_text=lambda: datetime.now().astimezone().strftime("%Y-%m-%d %H:%M"),
    )
    test.add_to(station.acts)
    station.catch_scan = test.catches
    records = JournalRecords(folder / JOURNAL)
    RecordLookUp(records, journal, station.board).add_to(station.acts)
    download = FirstDownload(SqliteOutbox(journal), works)
    health = HealthWatch(
        board=station.board,
        journal=journal,
        reference=journal,
        records=records,
        disk=lambda: _disk(folder),
        qr=qr_rows,
        software=software,
        machine=devices.machine,
        today=lambda: datetime.now().astimezone().date(),
    )
    return works, health, download


def _disk(folder: Path) -> tuple[int, int]:
    usage = shutil.disk_usage(folder)
    return usage.used, usage.free


async def try_url(url: str) -> Ending:
    """Who answers at a device's URL; the first thing that does not work says why not."""
    from device_drivers.examining import examine

    try:
        findings = await examine(url, TRY_TIMEOUT_S)
    except TimeoutError:
        return Ending("trial.silent", is_ok=False, facts={"seconds": f"{TRY_TIMEOUT_S:g}"})
    except InvalidInput as error:
        return Ending("trial.not_valid", is_ok=False, facts={"why": str(error)})
    except DeviceFault as fault:
        return Ending("trial.failed", is_ok=False, facts={"why": fault.detail})
    lines = tuple(_line(finding) for finding in findings)
    bad = next((f for f in findings if f.matters and not f.works), None)
    if bad is not None:
        return Ending("trial.lacks", is_ok=False, facts={"what": bad.topic}, lines=lines)
    return Ending("trial.answers", is_ok=True, lines=lines)


def _line(finding: Finding) -> str:
    facts = ", ".join(f"{key} {value}" for key, value in finding.facts.items())
    return f"{finding.topic}: {facts}" if facts else finding.topic
