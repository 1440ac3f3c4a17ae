"""From the wire and the finger to the screen, and the heartbeat of the screen's thread.

The station is the real one with its window (see bench/watched_screen.py) in a process of its own;
the measured controller and the scanner are in this one.  Once alone, once while four
gauges send a hundred values a second each that no step wants; bench/twenty_devices.py has more.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import random
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from time import perf_counter_ns
from typing import TYPE_CHECKING, Any, TypeAlias

import msgspec
from msgspec import structs

from app.domain.instructions import BomLine, Limits, Position, ScanStep, TorqueStep
from app.domain.plant import EffectiveRevision, Order, Person
from app.journal.journal import SqliteJournal
from app.journal.outbox import SqliteOutbox
from app.journal.store import JournalStore
from app.ports.sync import Document, FeedMark
from app.runtime.clock import SystemClock
from bench.long_journal import scratch_folder
from bench.rows import Row, percentile
from bench.watched_screen import FILLED, TOOL
from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
from tests.helpers.gearbox import INSTRUCTION, NOW
from tests.helpers.station_rig import BADGE, document, sha256

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from collections.abc import Awaitable, Callable
    from pathlib import Path

#: What a person waits for.
MOST_MS = 100.0
#: A screen that is later than this stutters.
MOST_LATE_MS = 50.0
RESULTS, SCANS = 30, 12
GAUGES, GAUGE_PER_S = 4, 100
#: Longer than any run takes.
CHATTER_S = 600
PATIENT_S = 60.0
#: Nobody scans faster; a code sooner than this is taken for the same one again.
BETWEEN_SCANS_S = 0.65
BETWEEN_RESULTS_S = 0.15
BETWEEN_TAPS_S = 0.1
#: A new screen takes no tap for 250 ms.
SETTLED_S = 0.35
TURNS = 15
#: Different on the screen each time.
TORQUES = (Decimal("24.90"), Decimal("25.10"))

PARTS = tuple(
    BomLine(component=f"c{n}", part=f"PT-{n}", name={"en": f"Part {n}"}, tracked="serial")
    for n in range(SCANS + 1)
)
WORK = structs.replace(
    INSTRUCTION,
    steps=(
        ScanStep(id="unit", title={"en": "Scan unit"}, component="unit"),
        *(ScanStep(id=p.component, title=p.name, component=p.component) for p in PARTS),
        TorqueStep(
            id="bolts",
            title={"en": "Tighten"},
            tool=TOOL,
            program=12,
            torque=Limits(Decimal("23.5"), Decimal("26.5"), "N.m", Decimal(25)),
            angle=Limits(Decimal(40), Decimal(80), "deg"),
            positions=tuple(Position(str(n), 0.1, 0.1) for n in range(RESULTS + 1)),
        ),
    ),
    bills={"B": PARTS},
)


@dataclass(slots=True)
class Seen:
    """What one run of the station showed, in milliseconds."""

    committed: list[float] = field(default_factory=list)
    painted: list[float] = field(default_factory=list)
    scanned: list[float] = field(default_factory=list)
    tapped: list[float] = field(default_factory=list)
    turned: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    began_ns: int = 0


class WatchedStation:
    """The station's process: what it said last, and waiting for what it says."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._changed = asyncio.Event()
        self.state: dict[str, Any] = {}
        self.shown: dict[str, int] = {}
        self.stored: dict[str, int] = {}
        self.beats: list[tuple[int, float]] = []

    async def listen(self) -> None:
        """Until its end."""
        assert self._process.stdout is not None
        async for line in self._process.stdout:
            said = json.loads(line)
            match said["event"]:
                case "painted":
                    self.shown[said["what"]] = said["at_ns"]
                case "stored":
                    self.stored[said["what"]] = said["at_ns"]
                case "beats":
                    self.beats = said["beats"]
                case "state":
                    self.state = said
            self._changed.set()

    async def until(self, claim: Callable[[], bool]) -> None:
        async with asyncio.timeout(PATIENT_S):
            while not claim():
                self._changed.clear()
                await self._changed.wait()

    async def ready(self, names: set[str]) -> None:
        """Wait for the devices of these names to be connected."""
        gone = ("ready", "degraded")
        await self.until(lambda: all(self._device(name) in gone for name in names))

    def do(self, **command: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command).encode() + b"\n")

    def _device(self, name: str) -> str | None:
        found: str | None = self.state.get("devices", {}).get(name)
        return found


class Scanner:
    """A scanner behind a port of a terminal server."""

    def __init__(self) -> None:
        self._writer: asyncio.StreamWriter | None = None

    async def start(self) -> asyncio.Server:
        return await asyncio.start_server(self._connected, "127.0.0.1", 0)

    def scan(self, code: str) -> int:
        """Put ``code`` on the socket; returns when."""
        assert self._writer is not None
        at_ns = perf_counter_ns()
        self._writer.write(code.encode() + b"\r\n")
        return at_ns

    async def _connected(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writer = writer


def run() -> list[Row]:
    """Alone, then among four gauges."""
    alone = asyncio.run(measured(scratch_folder()))
    among = asyncio.run(measured(scratch_folder(), _gauges))
    others = f"{GAUGES} gauges stream"
    return [
        *rows_of("0061 on the socket to its committed event", alone.committed, None),
        *rows_of("0061 on the socket to its value on the screen", alone.painted, MOST_MS),
        *rows_of("scan on the socket to the filled slot on the screen", alone.scanned, MOST_MS),
        *rows_of(f"0061 to its committed event while {others}", among.committed, None),
        *rows_of(f"0061 to the screen while {others}", among.painted, MOST_MS),
        *rows_of(f"scan to the screen while {others}", among.scanned, MOST_MS),
        *rows_of("tap on a key to its digit on the screen", alone.tapped, MOST_MS),
        *rows_of("tap to another face, drawn", alone.turned, MOST_MS),
        row_of("heartbeat of the screen's thread, late, p99", alone.late, 0.99, MOST_LATE_MS),
        row_of("the same, latest: a change of the screen", alone.late, 1.0, None),
        row_of(f"the same while {others}, p99", among.late, 0.99, MOST_LATE_MS),
        row_of(f"the same while {others}, latest", among.late, 1.0, MOST_LATE_MS),
    ]


def rows_of(name: str, values_ms: list[float], most_ms: float | None) -> list[Row]:
    """Median and p95."""
    return [
        row_of(f"{name}: median", values_ms, 0.5, most_ms),
        row_of(f"{name}: p95", values_ms, 0.95, most_ms),
    ]


def row_of(name: str, values_ms: list[float], share: float, most_ms: float | None) -> Row:
    """The value below which ``share`` of them lie."""
    value = percentile(sorted(values_ms), share)
    return Row(name, len(values_ms), value, "ms", most=most_ms)


Neighbours: TypeAlias = "Callable[[Path, AsyncExitStack], Awaitable[list[tuple[str, str, str]]]]"


async def measured(folder: Path, neighbours: Neighbours | None = None) -> Seen:
    """Start everything, work one unit, end everything; ``neighbours`` starts more devices."""
    async with AsyncExitStack() as stack:
        controller = ControllerSimulator(
            emit=lambda _: None,
            rng=random.Random(1),  # noqa: S311  a simulation, not a secret
            now=lambda: datetime.now(UTC),
        )
        scanner = Scanner()
        port = await controller.start()
        stack.push_async_callback(controller.stop)
        server = await scanner.start()
        stack.callback(server.close)
        scanner_port = server.sockets[0].getsockname()[1]
        devices = [
            (TOOL, "tool", f"openprotocol://127.0.0.1:{port}"),
            ("S-1", "scanner", f"socket://127.0.0.1:{scanner_port}?profile=scanner"),
        ]
        mine = {name for name, _, _ in devices}
        if neighbours is not None:
            devices += await neighbours(folder, stack)
        config = _configure(folder, devices)
        await _load_plant(folder)
        station, ended = await _start(config, stack)
        steady = {name for name, kind, _ in devices if kind == "tool" or name in mine}
        await station.ready(steady)
        seen = await _work(station, controller, scanner)
        station.do(do="quit")
        await ended
        # The start of a station is not what stutters before a person's eyes.
        seen.late = [late for at_ns, late in station.beats if at_ns >= seen.began_ns]
        return seen


async def _work(
    station: WatchedStation, controller: ControllerSimulator, scanner: Scanner
) -> Seen:
    """Type, sign in, turn pages, scan all parts, tighten all bolts."""
    seen = Seen()
    await station.until(lambda: station.state.get("face") == "sign_in")
    await asyncio.sleep(SETTLED_S)
    seen.tapped = await _type(station)
    scanner.scan(BADGE)
    await station.until(lambda: station.state["person"] is not None)
    scanner.scan("SN 0418-77231")
    await station.until(lambda: "Part 0" in station.shown)
    seen.began_ns = perf_counter_ns()
    seen.turned = await _turn_pages(station)
    for n in range(SCANS):
        await asyncio.sleep(BETWEEN_SCANS_S)
        seen.scanned.append(await _scan(station, scanner, n))
    await asyncio.sleep(BETWEEN_SCANS_S)
    scanner.scan(f"P:PT-{SCANS};S:S-{SCANS}")
    for n in range(RESULTS):
        await station.until(lambda n=n: _waits_for(station, n))  # type: ignore[misc]
        await asyncio.sleep(BETWEEN_RESULTS_S)
        committed, painted = await _tighten(station, controller, TORQUES[n % 2])
        seen.committed.append(committed)
        seen.painted.append(painted)
    return seen


async def _type(station: WatchedStation) -> list[float]:
    """Milliseconds from each tap on a key to the frame with its digit."""
    station.do(do="tap", name="number")
    await asyncio.sleep(SETTLED_S)
    taken, typed = [], ""
    for key in (*"41741741", *("back",) * 8) * 2:
        typed = typed[:-1] if key == "back" else typed + key
        taken.append(await _tap(station, f"key:{key}", f"typed:{typed or ' '}"))
        await asyncio.sleep(BETWEEN_TAPS_S)
    return taken


async def _turn_pages(station: WatchedStation) -> list[float]:
    """Milliseconds from each tap to the whole frame of the other face."""
    taken = []
    for _ in range(TURNS):
        for name, face in (("problem", "problem"), ("back", "step.scan")):
            await asyncio.sleep(SETTLED_S)
            taken.append(await _tap(station, name, f"face:{face}"))
    return taken


async def _tap(station: WatchedStation, name: str, shows: str) -> float:
    station.shown.pop(shows, None)
    at_ns = perf_counter_ns()
    station.do(do="tap", name=name)
    await station.until(lambda: shows in station.shown)
    return (station.shown[shows] - at_ns) / 1e6


def _waits_for(station: WatchedStation, position: int) -> bool:
    state = station.state
    return bool(state["armed"]) and state.get("position") == str(position)


async def _scan(station: WatchedStation, scanner: Scanner, number: int) -> float:
    """Milliseconds until the slot is seen filled; the next step comes a moment later."""
    following = f"Part {number + 1}"
    station.shown.pop(FILLED, None)
    at_ns = scanner.scan(f"P:PT-{number};S:S-{number}")
    await station.until(lambda: {FILLED, following} <= station.shown.keys())
    return (station.shown[FILLED] - at_ns) / 1e6


async def _tighten(
    station: WatchedStation, controller: ControllerSimulator, torque: Decimal
) -> tuple[float, float]:
    """Milliseconds until the result is durable, and until a frame shows it."""
    station.stored.clear()
    station.shown.clear()
    # Taken before the telegram is made: what is measured is rather too long than too short.
    at_ns = perf_counter_ns()
    controller.controller.tighten(torque=torque, angle=60)
    await station.until(lambda: bool(station.stored) and _shown_at(station, torque) is not None)
    painted_ns = _shown_at(station, torque)
    assert painted_ns is not None
    return (min(station.stored.values()) - at_ns) / 1e6, (painted_ns - at_ns) / 1e6


def _shown_at(station: WatchedStation, torque: Decimal) -> int | None:
    return station.shown.get(f"{torque:f}", station.shown.get(f"{torque.normalize():f}"))


async def _gauges(folder: Path, stack: AsyncExitStack) -> list[tuple[str, str, str]]:
    """Gauges that stream from now on."""
    script = folder / "script"
    count = GAUGE_PER_S * CHATTER_S
    stream = {"do": "stream", "value": "1.234", "count": count, "per_second": GAUGE_PER_S}
    script.write_text(json.dumps(stream) + "\n")
    devices = []
    for n in range(GAUGES):
        link = str(folder / f"gauge{n}")
        words = ("app.cli", "device", "simulate", "torque-gauge")
        await spawn(stack, *words, "--link", link, "--script", str(script))
        devices.append((f"G-{n}", "gauge", f"serial://{link}?profile=mark-10&unit=N.m"))
    return devices


async def _start(config: Path, stack: AsyncExitStack) -> tuple[WatchedStation, asyncio.Task[None]]:
    process = await spawn(stack, "bench.watched_screen", str(config))
    station = WatchedStation(process)
    return station, asyncio.create_task(station.listen())


async def spawn(stack: AsyncExitStack, *words: str) -> Process:
    """A process of our own that ends with ``stack``."""
    # What the simulated gauges say of themselves is for nobody; a pipe would fill up.
    is_heard = words[0] != "app.cli"
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", *words),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE if is_heard else asyncio.subprocess.DEVNULL,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        limit=1 << 26,
    )
    stack.push_async_callback(_end, process)
    return process


async def _end(process: Process) -> None:
    if process.returncode is None:
        process.terminate()
    await process.wait()


def _configure(folder: Path, devices: list[tuple[str, str, str]]) -> Path:
    lines = ['[station]\nid = "BENCH"\nname = "Bench"\nline = "L"']
    lines += ["[screen]\nfull_screen = false\nsound = false"]
    for name, kind, url in devices:
        lines += [f'[[device]]\nname = "{name}"\nkind = "{kind}"\nurl = "{url}"']
    config = folder / "station.toml"
    config.write_text("\n".join(lines) + "\n", "utf-8")
    return config


async def _load_plant(folder: Path) -> None:
    """What the station works from, as if a server had sent it."""
    content = msgspec.json.encode(WORK)
    revision = hashlib.sha256(content).hexdigest()
    records = (
        Order(order="PO-1", product="GX-200", variant="B", quantity=10, instruction=WORK.id),
        EffectiveRevision(instruction=WORK.id, revision=revision, effective_from=NOW),
        Person(person="417", name="Operator 417", role="operator", badge=sha256(BADGE[6:])),
    )
    documents = [document(record, n) for n, record in enumerate(records, 1)]
    documents.append(Document(99, "instruction", revision, content))
    (folder / "data").mkdir()
    path = folder / "data" / "journal.db"
    clock = SystemClock()
    journal = SqliteJournal(
        JournalStore(path, station="BENCH", clock=clock, random_bytes=os.urandom)
    )
    await journal.open()
    await SqliteOutbox(journal).replace_documents(FeedMark("g", 99), documents)
    await journal.close()
