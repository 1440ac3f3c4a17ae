"""A whole station core on a real journal, with fake devices under the test's thumb."""

from __future__ import annotations

import asyncio
import hashlib
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import apsw
import msgspec

from app.domain.envelope import Envelope, decode_envelope
from app.domain.errors import StorageFault
from app.domain.events import KINDS, Body
from app.domain.instructions import Instruction
from app.domain.plant import (
    DecidedSituation,
    EffectiveRevision,
    Hold,
    Lot,
    Order,
    Person,
    StationInfo,
)
from app.domain.readings import Reading
from app.domain.shift_calendar import ShiftCalendar
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome
from app.ports.sync import Document, FeedMark, SyncState, SyncStatus
from app.runtime.blob_files import BlobFiles
from app.scanning.parser import parse_scan
from app.services.line_state import LineRules
from app.services.people_state import PeopleRules
from app.services.station import Station
from app.services.station_ports import StationPorts
from app.services.station_state import StationState
from app.services.tool_control import RELOCK_S
from tests.helpers.gearbox import INSTRUCTION, NOW, TODAY, tightening
from tests.helpers.patience import PATIENT_S

REVISION = hashlib.sha256(msgspec.json.encode(INSTRUCTION)).hexdigest()
BADGE = "BADGE-417"


async def _same_pin(stored: str, pin: str) -> bool:
    return stored == pin


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


PLANT: tuple[msgspec.Struct, ...] = (
    Order(order="PO-1", product="GX-200", variant="B", quantity=40, instruction="gearbox-mount"),
    Order(
        order="PO-4711",
        product="GX-200",
        variant="A",
        quantity=2,
        instruction="gearbox-mount",
        serials=("0418-90001", "0418-90002"),
    ),
    EffectiveRevision(instruction="gearbox-mount", revision=REVISION, effective_from=NOW),
    Person(person="417", name="Operator 417", role="operator", badge=sha256("417"), pin="1234"),
    Person(
        person="402",
        name="Operator 402",
        role="operator",
        badge=sha256("402"),
        skills={"torque": date(2026, 11, 19)},
    ),
    Person(person="412", name="Lead 412", role="lead", badge=sha256("412")),
    Lot(lot="H-1", part="HS-200"),
    Lot(lot="H-2", part="HS-200", location="rack B3", quantity=140),
    Hold(hold="H-0093", reason="noise", owner="quality 31", placed_at=NOW, lot="H-1"),
)


class FakeClock:
    boot = "boot-1"

    def __init__(self) -> None:
        self.us = int(NOW.timestamp() * 1e6)
        self.set_by_us = 0

    def now_us(self) -> int:
        self.us += 1000
        return self.us + self.set_by_us

    def mono_ns(self) -> int:
        return self.us * 1000


class FakeTool:
    """Confirms everything unless told otherwise; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer = self.lock_answer = CommandResult(Outcome.CONFIRMED)
        self.status = DeviceStatus("T-07", LinkState.READY)
        self.locked = asyncio.Event()

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def arm(self, program: int, identifier: str) -> CommandResult:
        self.asked.append(f"arm {program} for {identifier}")
        return self.answer

    async def disarm(self) -> CommandResult:
        self.asked.append("lock")
        self.locked.set()
        return self.lock_answer


class FakeMachine:
    def __init__(self) -> None:
        self.state = "running"
        self.is_part_present = True
        self.status = DeviceStatus("M-1", LinkState.READY)
        self.answers: asyncio.Queue[CommandResult] = asyncio.Queue()
        self.asked: list[str] = []

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def request(self, name: str, serial: str) -> CommandResult:
        self.asked.append(f"{name} {serial}")
        return await self.answers.get()


class FakeGauge:
    def __init__(self) -> None:
        self.flushed = 0
        self.status = DeviceStatus("G-12", LinkState.READY)

    async def run(self) -> None:
        await asyncio.Event().wait()

    def flush(self) -> None:
        self.flushed += 1


class BrokenDisk:
    """A journal whose appends fail while ``is_broken``; everything else is the real one."""

    def __init__(self, journal: SqliteJournal) -> None:
        self._journal = journal
        self.is_broken = False

    def __getattr__(self, name: str) -> object:
        return getattr(self._journal, name)

    async def append(self, *events: object) -> object:
        if self.is_broken:
            msg = "disk full"
            raise StorageFault(msg, reason="full")
        return await self._journal.append(*events)  # type: ignore[arg-type]

    async def reopen(self) -> None:
        if self.is_broken:
            msg = "still full"
            raise StorageFault(msg, reason="full")


class Rig:
    """The station, and what a test needs to drive and watch it."""

    def __init__(
        self,
        journal: SqliteJournal,
        folder: Path,
        *,
        has_machine: bool,
        info: StationInfo | None = None,
        people: PeopleRules | None = None,
        line: LineRules | None = None,
    ) -> None:
        self.shift = "Early"
        self.calendar: ShiftCalendar | None = None
        self.journal = BrokenDisk(journal)
        self.clock = FakeClock()
        self.tool, self.machine, self.gauge = FakeTool(), FakeMachine(), FakeGauge()
        self.states: list[StationState] = []
        self._seen = asyncio.Condition()
        self.station = Station(
            info=info or StationInfo(station="ST-040", name="Gearbox mount", line="L4"),
            people=people,
            line=line,
            ports=StationPorts(
                journal=self.journal,  # type: ignore[arg-type]
                reference=journal,
                blobs=BlobFiles(folder / "blobs"),
                clock=self.clock,
                parse_scan=parse_scan,
                verify_pin=_same_pin,
                today=lambda: TODAY,
                shift=lambda: self.shift,
                use_calendar=self._use_calendar,
                told=journal,
            ),
            sync=SyncStatus(SyncState.OFFLINE),
            software="test",
            on_state=self._on_state,
        )
        self.station.use(
            tools={"T-07": self.tool},
            gauges={"G-12": self.gauge},
            machine=("M-1", self.machine) if has_machine else None,
        )

    def _use_calendar(self, calendar: ShiftCalendar | None) -> None:
        self.calendar = calendar

    def _on_state(self, state: StationState) -> None:
        self.states.append(state)
        self._waker = asyncio.ensure_future(self._wake())

    async def _wake(self) -> None:
        async with self._seen:
            self._seen.notify_all()

    @property
    def state(self) -> StationState:
        return self.station.board.state

    async def until(self, claim: Callable[[StationState], bool]) -> StationState:
        """Wait until the station's state fulfils ``claim``."""
        async with asyncio.timeout(PATIENT_S), self._seen:
            await self._seen.wait_for(lambda: claim(self.state))
        return self.state

    async def scan(self, *codes: str) -> None:
        """Unhurried: no code within half a second of the one before."""
        for code in codes:
            self.clock.us += 600_000
            await self.station.code_scanned(code, "scanner")

    async def pull(self, result_id: str, torque: str = "25.10", **changes: object) -> bool:
        return await self.station.inbox.store(_reading(result_id, torque, **changes))

    async def to_bolts(self, serial: str = "0418-77231") -> None:
        """Sign in and build up to the armed torque step."""
        await self.scan(BADGE, f"SN {serial}", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        self.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
        await self.until(lambda s: s.tool is not None and s.tool.is_armed)

    async def to_step(self, step: str, serial: str = "0418-77231") -> None:
        """Sign in and build ``serial`` up to ``step``, which is one a person answers."""
        await self.to_bolts(serial)
        await self.pull(f"{serial}-1")
        await self.pull(f"{serial}-2")
        await self.station.value_typed(Decimal("0.11"))
        for place in ("left", "right"):
            await self.station.point_answered(place, True)
        while self.step != step:
            self.clock.us += 5_000_000
            await self.station.primary_pressed()
            assert self.state.refusal is None, self.state.refusal

    @property
    def step(self) -> str | None:
        run = self.state.run
        return None if run is None or run.current is None else run.current.step.id

    async def hold(self) -> None:
        """Somebody elsewhere has put the open unit on hold."""
        run = self.station._work.run
        assert run is not None
        self.station._work.run = replace(run, held="quality")
        await self.station.reference_changed()

    async def forget_instruction(self) -> None:
        """The server took the instruction back."""
        documents = [document(record, n) for n, record in enumerate(PLANT, 1)]
        outbox = SqliteOutbox(self.journal._journal)
        await outbox.replace_documents(FeedMark("g", 100), documents)

    async def decide(self, serial: str, words: str) -> None:
        """A decision about ``serial`` comes down from the plant."""
        told = DecidedSituation(
            situation="held", kind="held", title="Unit on hold", decision="rework", words=words,
            by="lead 204", why="loose", at=NOW, units=(serial,),
        )  # fmt: skip
        await self.told(told)

    async def told(self, told: DecidedSituation) -> None:
        """A decision comes down from the plant."""
        body = Document(100, DecidedSituation.KIND, told.situation, msgspec.json.encode(told))
        outbox = SqliteOutbox(self.journal._journal)
        mark = await outbox.feed_mark()
        await outbox.apply_feed(mark, up_to=100, documents=[body])
        await self.station.reference_changed()

    async def publish(self, *records: msgspec.Struct) -> None:
        """Documents of planners and administrators come down."""
        await self.came_down(*records)
        await self.station.reference_changed()

    async def came_down(self, *records: msgspec.Struct) -> None:
        """They are here, and the station has not been told yet."""
        outbox = SqliteOutbox(self.journal._journal)
        mark = await outbox.feed_mark()
        first = mark.pos + 1
        documents = [document(record, first + n) for n, record in enumerate(records)]
        await outbox.apply_feed(mark, up_to=first + len(records), documents=documents)

    async def bodies(self, serial: str) -> list[Body]:
        events = await self.journal._journal.unit_events(serial)
        return [msgspec.json.decode(e.body, type=KINDS[e.kind]) for e in events]

    async def record(self) -> list[tuple[str | None, Body]]:
        """All there is, oldest first, each with the unit it is about."""
        events = await self.envelopes()
        return [(e.refs.unit, msgspec.json.decode(e.body, type=KINDS[e.kind])) for e in events]

    async def envelopes(self) -> list[Envelope]:
        """As :meth:`record`, with who and when."""
        return await self.journal._journal.read(_all_events)

    async def kinds(self, serial: str) -> list[str]:
        return [e.kind for e in await self.journal._journal.unit_events(serial)]


def _all_events(db: apsw.Connection) -> list[Envelope]:
    rows = db.execute("SELECT raw FROM event ORDER BY epoch, seq")
    return [decode_envelope(raw) for (raw,) in rows]


def _reading(result_id: str, torque: str, **changes: Any) -> Reading:
    return tightening(torque, result_id=result_id, **changes)


def document(record: msgspec.Struct, pos: int) -> Document:
    kind: str = record.KIND  # type: ignore[attr-defined]
    key = str(getattr(record, record.__struct_fields__[0]))
    return Document(pos, kind, key, msgspec.json.encode(record))


async def load_plant(journal: SqliteJournal, instruction: Instruction = INSTRUCTION) -> None:
    content = msgspec.json.encode(instruction)
    revision = hashlib.sha256(content).hexdigest()
    in_force = EffectiveRevision(instruction=instruction.id, revision=revision, effective_from=NOW)
    records = (*(r for r in PLANT if not isinstance(r, EffectiveRevision)), in_force)
    documents = [document(record, n) for n, record in enumerate(records, 1)]
    documents.append(Document(99, "instruction", revision, content))
    await SqliteOutbox(journal).replace_documents(FeedMark("g", 99), documents)


@asynccontextmanager
async def station_at(
    folder: Path,
    *,
    has_machine: bool = True,
    relock_s: float = RELOCK_S,
    instruction: Instruction = INSTRUCTION,
    info: StationInfo | None = None,
    people: PeopleRules | None = None,
    line: LineRules | None = None,
) -> AsyncIterator[Rig]:
    """A running station on the journal in ``folder``."""
    clock = FakeClock()
    store = JournalStore(
        folder / "journal.db", station="ST-040", clock=clock, random_bytes=os.urandom
    )
    journal = SqliteJournal(store)
    await journal.open()
    await load_plant(journal, instruction)
    rig = Rig(journal, folder, has_machine=has_machine, info=info, people=people, line=line)
    rig.station._tools.relock_s = relock_s
    running = asyncio.create_task(rig.station.run())
    await rig.until(lambda s: s.version > 0 and bool(s.orders or s.run))
    try:
        yield rig
    finally:
        running.cancel()
        await asyncio.wait([running])
        await journal.close()


def at(hour: int) -> datetime:
    return datetime(2026, 11, 20, hour, tzinfo=UTC)
