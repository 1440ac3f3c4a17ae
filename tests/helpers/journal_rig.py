"""Journals for tests: a clock that stands still, repeatable randomness, ready-made events."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from app.domain.envelope import Actor, Refs
from app.domain.events import (
    CurveAttached,
    MeasurementRecorded,
    NoteWritten,
    PartFitted,
    ReadingUnassigned,
    StepRedone,
    TighteningRecorded,
    UnitCompleted,
    UnitHeld,
    UnitStarted,
)
from app.domain.readings import Quantity, Reading, ReadingKind
from app.journal.projections import Told, nobody
from app.journal.store import JournalStore
from app.ports.journal import NewEvent

STATION = "ST-040"
PERSON = Actor("person", "417")
TOOL = Actor("device", "T-07")


class FakeClock:
    """Moves only when told to."""

    def __init__(self) -> None:
        self.boot = "boot-1"
        self.us = 1_795_000_000_000_000
        self.ns = 5_000_000_000

    def now_us(self) -> int:
        return self.us

    def mono_ns(self) -> int:
        return self.ns

    def advance(self, seconds: float) -> None:
        self.us += int(seconds * 1_000_000)
        self.ns += int(seconds * 1_000_000_000)


def make_store(
    path: Path, *, clock: FakeClock | None = None, seed: int = 7, told: Told = nobody
) -> JournalStore:
    return JournalStore(
        path,
        station=STATION,
        clock=clock or FakeClock(),
        random_bytes=random.Random(seed).randbytes,  # noqa: S311 (repeatable)
        told=told,
    )


def open_store(path: Path, *, clock: FakeClock | None = None, seed: int = 7) -> JournalStore:
    store = make_store(path, clock=clock, seed=seed)
    store.open()
    return store


def note(text: str = "cover replaced", unit: str | None = None) -> NewEvent:
    return NewEvent(NoteWritten(text=text), PERSON, Refs(unit=unit))


def reading(
    result_id: str,
    *,
    source: str = "T-07",
    epoch: int = 1,
    kind: ReadingKind = ReadingKind.TIGHTENING,
) -> Reading:
    return Reading(
        kind=kind,
        source=source,
        epoch=epoch,
        result_id=result_id,
        received_at=datetime(2026, 11, 20, 8, 35, 20, tzinfo=UTC),
        at_device="2026-11-20:09:35:20",
        ok=True,
        values=(Quantity("torque", Decimal("25.10"), "N.m"),),
    )


def tightening(result_id: str, *, unit: str = "U-1", source: str = "T-07") -> NewEvent:
    body = TighteningRecorded(
        step="30",
        position="1",
        attempt=1,
        ok=True,
        counted=True,
        reading=reading(result_id, source=source),
    )
    return NewEvent(body, TOOL, Refs(unit=unit, step="30"))


def measured(result_id: str, *, source: str = "G-01") -> NewEvent:
    body = MeasurementRecorded(
        step="40",
        characteristic="gap",
        attempt=1,
        ok=True,
        means="gauge",
        reading=reading(result_id, source=source, kind=ReadingKind.MEASUREMENT),
    )
    return NewEvent(body, TOOL, Refs(unit="U-1", step="40"))


def unassigned(found: Reading) -> NewEvent:
    return NewEvent(ReadingUnassigned(reading=found, reason="no_unit"), TOOL)


def started(serial: str, order: str = "PO-1") -> NewEvent:
    body = UnitStarted(
        serial=serial,
        order=order,
        product="GX-200",
        variant="B",
        instruction="gearbox-mount",
        revision="r1",
        raw=serial,
    )
    return NewEvent(body, PERSON, Refs(unit=serial, order=order))


def held(serial: str) -> NewEvent:
    return NewEvent(UnitHeld(serial=serial, code="attempts.used"), PERSON, Refs(unit=serial))


def completed(serial: str) -> NewEvent:
    body = UnitCompleted(serial=serial, evidence="provable")
    return NewEvent(body, PERSON, Refs(unit=serial))


def fitted(part: str, serial: str, unit: str, step: str = "20") -> NewEvent:
    body = PartFitted(
        step=step, component="cover", part=part, serial=serial, raw=serial, means="scanner"
    )
    return NewEvent(body, PERSON, Refs(unit=unit, step=step))


def redone(unit: str, step: str = "20") -> NewEvent:
    return NewEvent(StepRedone(step=step, reason="seal"), PERSON, Refs(unit=unit, step=step))


def curve(blob: str, result_id: str = "1") -> NewEvent:
    body = CurveAttached(source="T-07", epoch=1, result_id=result_id, blob=blob, samples=3)
    return NewEvent(body, TOOL, Refs(unit="U-1"))
