"""A whole station, a controller with every fault, and the controller's own list as the witness.

Whatever happens to the wire, to the controller or to the station: every result the controller
made is in the journal exactly once, in the controller's order, and none counts for another unit
than the one it was made for.
"""

from __future__ import annotations

import itertools
import os
import random
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

from app.domain.envelope import Envelope, decode_envelope, head_message
from app.domain.events import ReadingUnassigned, TighteningRecorded
from app.domain.readings import Reading, ReadingKind
from app.journal.export import export
from app.journal.projections import read_fact
from app.journal.verify import verify
from app.runtime.blob_files import BlobFiles
from device_drivers.open_protocol.simulator.client import Patience
from device_drivers.open_protocol.simulator.faults import Faults
from device_drivers.open_protocol.simulator.ledger import Entry, Ledger, read_ledger
from device_drivers.open_protocol.simulator.shelf import OWN_STATION
from device_drivers.open_protocol.simulator.vendor import OldResults, Vendor, load_vendor
from tests.helpers.effort import effort
from tests.helpers.witness import Station, Witness, stations

RESULTS = effort(40, 500)
#: Others' controllers are witnesses in the long runs, each for fewer results.
OTHERS = (
    "atlas_pf4000",
    "atlas_pf6000_old",
    "atlas_mtf6000",
    "cleco_mpro",
    "sturtevant_global400",
    "link_level",
)
#: What the station takes them for, where that has another name.
PROFILES = {"link_level": "generic"}
OTHER_RESULTS = 120
#: Long enough to be met, short enough to wait for.
HALF_OPEN_S = 0.3
STATION_MODULE = "tests.helpers.tightening_station"
#: The controller's own patience, as short as the station's.
PATIENCE = Patience(resend_s=0.15, silence_s=1.5)
KILL = "kill"
NOW = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
#: How often a worker waits for the station before the next bolt.
UNHURRIED = 0.8
MISHAPS: tuple[dict[str, Any] | str | None, ...] = (
    None,
    None,
    KILL,
    {"do": "cut", "how": "pulled", "seconds": 0.05},
    {"do": "cut", "how": "closed", "seconds": 0.05},
    {"do": "cut", "how": "reset", "seconds": 0.05},
    {"do": "cut", "how": "half_open", "seconds": 0.2},
    {"do": "freeze", "seconds": 0.3},
    {"do": "freeze", "seconds": 0.9},
    {"do": "silence", "seconds": 0.3},
    {"do": "duplicate_next"},
    {"do": "swallow_ack", "times": 2},
    {"do": "swallow_ack", "times": 4},
    {"do": "delay", "mid": 61, "seconds": 0.1},
    {"do": "delay", "mid": 5, "seconds": 0.1},
    {"do": "delay", "mid": 65, "seconds": 0.1},
    {"do": "no_answer", "mid": 64},
    {"do": "wrong_length", "mid": 61, "by": 10},
    {"do": "garbage"},
    {"do": "pieces", "bytes": 1},
    {"do": "pieces", "bytes": 0},
    {"do": "together", "count": 2},
    {"do": "together", "count": 0},
    {"do": "drop_subscriptions"},
    {"do": "late_result"},
    {"do": "one_too_many"},
)


@dataclass
class Journey:
    """One shift of mishaps."""

    witness: Witness
    station: Station
    chance: random.Random
    has_all: bool
    had: list[str] = field(default_factory=list)
    #: Told of later, and so perhaps kept later.
    late: set[int] = field(default_factory=set)

    @property
    def controller(self) -> Any:
        return self.witness.simulator.controller

    async def ready(self) -> None:
        """The station has released the tool for a unit."""
        await self.witness.until(lambda: bool(self.controller.is_enabled))

    async def tighten(self) -> None:
        """Once or twice; mostly the next waits until the station has had them."""
        witness, seen = self.witness, self.witness.connections
        for _ in range(self.chance.choice((1, 1, 2))):
            self.controller.tighten()
        last = witness.made[-1]
        if self.chance.random() < UNHURRIED:
            await witness.until(
                lambda: (
                    last in witness.acknowledged | witness.fetched
                    # What nobody heard of cannot be had again everywhere.
                    or (not self.has_all and witness.connections > seen)
                )
            )

    async def have(self, mishap: dict[str, Any] | str | None) -> None:
        if mishap is None:
            return
        self.had.append(f"after {len(self.witness.made)}: {mishap}")
        if mishap == KILL:
            await self.station.kill()
            # A killed station does not lock its tool: what is made now, nobody hears of.
            for _ in range(self.chance.choice((0, 1, 2))):
                self.controller.tighten()
            await self.station.start()
        elif isinstance(mishap, dict):
            await self.witness.simulator.do(mishap)
            if mishap["do"] == "late_result":
                self.late.add(int(self.witness.made[-1]))

    async def finish(self) -> None:
        """No more faults; one last result is acknowledged, and so everything before it."""
        await self.station.kill()
        self.controller.faults = Faults()
        seen = self.witness.connections
        await self.station.start()
        await self.witness.until(lambda: self.witness.connections > seen)
        await self.ready()
        self.controller.tighten()
        last = self.witness.made[-1]
        await self.witness.until(lambda: last in self.witness.acknowledged)
        await self.station.kill()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("vendor", ["generic", *OTHERS[: effort(0, len(OTHERS))]])
async def test_every_result_is_in_the_journal_once_in_order_and_of_its_own_unit(
    tmp_path: Path, vendor: str
) -> None:
    count = RESULTS if vendor == "generic" else OTHER_RESULTS
    chance = random.Random(count)  # noqa: S311 (repeatable)
    path, keep = tmp_path / "j.db", tmp_path / "controller.jsonl"
    ledger = Ledger(keep)
    behaviour = _impatient(load_vendor(vendor))
    has_all = behaviour.results.old is not OldResults.NONE
    # No rundown takes less than a second, and a controller's clock tells no less apart.
    seconds = itertools.count()
    witness = Witness(
        count,
        now=lambda: NOW + timedelta(seconds=next(seconds)),
        ledger=ledger,
        patience=PATIENCE,
        vendor=behaviour,
    )
    witness.simulator.controller.enable(is_enabled=False)
    profile = PROFILES.get(vendor, vendor)
    port = await witness.simulator.start()
    async with stations(STATION_MODULE, path, port, profile) as station:
        journey = Journey(witness, station, chance, has_all=has_all)
        await station.start()
        while len(witness.made) < count:
            await journey.ready()
            await journey.tighten()
            await journey.have(chance.choice(MISHAPS))
        await journey.finish()
    await witness.simulator.stop()
    ledger.close()
    found = verify(path, read_blob=BlobFiles(tmp_path / "blobs").read, head_message=head_message)
    assert found.is_ok, found
    made = read_ledger(keep)
    story = f"mishaps: {journey.had}"
    _compare(path, made, story, has_all=has_all, late=journey.late)


def _impatient(vendor: Vendor) -> Vendor:
    clients = structs.replace(
        vendor.clients, half_open_s=min(HALF_OPEN_S, vendor.clients.half_open_s)
    )
    return structs.replace(vendor, clients=clients)


def _compare(path: Path, made: list[Entry], story: str, *, has_all: bool, late: set[int]) -> None:
    facts = [(decode_envelope(raw), read_fact(decode_envelope(raw))) for raw in export(path)]
    kept: list[Reading] = []
    counted: list[tuple[Envelope, Reading]] = []
    for envelope, fact in facts:
        body = fact.body if fact is not None else None
        if isinstance(body, TighteningRecorded | ReadingUnassigned):
            kept.append(body.reading)
        if isinstance(body, TighteningRecorded) and body.counted:
            counted.append((envelope, body.reading))
    missing = [n for r in kept if r.kind is ReadingKind.GAP for n in _numbers(r.result_id)]
    assert not missing or not has_all, f"{missing}, {story}"
    # Where the station began is kept, too: it is no result.
    results = [reading for reading in kept if reading.kind is ReadingKind.TIGHTENING]
    assert {reading.epoch for reading in results} == {1}, story
    ids = [int(reading.result_id) for reading in results]
    # What the controller has no more is named (and kept if it comes late all the same);
    # everything else is there, in its order.
    own = [entry.result_id for entry in made if entry.station == OWN_STATION]
    assert sorted({*missing}) == sorted(missing), story
    assert {*own} <= {*ids, *missing}, story
    on_time = [n for n in own if n not in late and n not in missing]
    assert [n for n in ids if n in on_time] == on_time, story
    # What came along of another station's is kept once, and counts for nobody (below).
    assert len(ids) == len({*ids}), story
    vins = {entry.result_id: entry.vin for entry in made}
    wrong = [
        (reading.result_id, envelope.refs.unit, vins[int(reading.result_id)])
        for envelope, reading in counted
        if vins[int(reading.result_id)] != envelope.refs.unit
    ]
    assert wrong == [], story
    assert len(counted) > len(made) / 4, story


def _numbers(gap: str) -> range:
    first, _, last = gap.partition("-")
    return range(int(first), int(last or first) + 1)
