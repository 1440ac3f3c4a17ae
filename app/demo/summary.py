"""What the demonstration proved, read back from the records and not from the script."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
from msgspec import Struct

from app.demo.plant import run_command
from app.demo.programs import ProgramFailed
from app.domain.envelope import chain_hash, decode_envelope

if TYPE_CHECKING:
    from app.demo.places import Places
    from app.demo.plant import DemoServer


#: From so many units on every chapter is in the story.
ALL_CHAPTERS = 5


@dataclass(slots=True)
class Happened:
    """What the story showed, beside what the records say."""

    offline_waiting: int = 0
    is_outage_survived: bool = False
    is_resumed_after_kill: bool = False
    faults: list[str] = field(default_factory=list)


class Summary(Struct, frozen=True, kw_only=True):
    """The last page of the story; ``files`` are relative to the output folder."""

    units: int
    provable: int
    results: int
    refused_scans: int
    nok: int
    reworked: int
    events: int
    journal_ok: bool
    server_in_step: bool
    outage_survived: bool
    kept_while_offline: int
    resumed_after_kill: bool
    faults: tuple[str, ...]
    seconds: float
    chain_head: str
    files: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        return self.journal_ok and self.server_in_step


class Evidence:
    """Counts over the journal's own events."""

    def __init__(self, stored: list[bytes]) -> None:
        envelopes = [decode_envelope(raw) for raw in stored]
        self._bodies = [(e.kind, msgspec.json.decode(e.body)) for e in envelopes]
        self.last_seq = envelopes[-1].seq
        self.head = chain_hash(envelopes[-1].prev_hash, stored[-1])
        self._completed = self.of("unit.completed")
        self.serials = [unit["serial"] for unit in self._completed]

    def of(self, kind: str) -> list[dict[str, Any]]:
        return [body for found, body in self._bodies if found == kind]

    @property
    def results(self) -> int:
        return len(self.of("tightening.recorded")) + len(self.of("measurement.recorded"))

    @property
    def nok(self) -> int:
        return sum(t["counted"] and not t["ok"] for t in self.of("tightening.recorded"))

    @property
    def reworked(self) -> int:
        return sum(unit.get("reworked", 0) > 0 for unit in self._completed)

    @property
    def provable(self) -> int:
        return sum(unit["evidence"] == "provable" for unit in self._completed)


async def collect(server: DemoServer, places: Places) -> Evidence:
    """While the server still runs: fetch the records it gives out."""
    exported = await run_command("journal", "export", str(places.journal))
    evidence = Evidence([line.encode() for line in exported.splitlines()])
    files: dict[str, bytes] = {}
    for serial in evidence.serials:
        pdf = await server.fetch(f"/v1/units/{quote(serial, safe='')}/record.pdf")
        files[f"as-built-{serial}.pdf"] = pdf
    for order in sorted({b["order"] for b in evidence.of("unit.started")}):
        xml = await server.fetch(f"/v1/orders/{quote(order, safe='')}/confirmation")
        files[f"confirmation-{order}.xml"] = xml
    await asyncio.to_thread(_write_all, places, files)
    return evidence


async def summarise(
    places: Places,
    happened: Happened,
    evidence: Evidence,
    *,
    known: dict[str, Any],
    seconds: float,
) -> Summary:
    """Put the last page together; the journal is checked by the product's own command.

    ``known`` is what the server says of the station.
    """
    verdict = await _verify(places)
    return Summary(
        units=len(evidence.serials),
        provable=evidence.provable,
        results=evidence.results,
        refused_scans=len(evidence.of("scan.refused")),
        nok=evidence.nok,
        reworked=evidence.reworked,
        events=verdict["events"],
        journal_ok=verdict["ok"],
        server_in_step=known["high_water"] == evidence.last_seq
        and known["head_hash"] == evidence.head,
        outage_survived=happened.is_outage_survived,
        kept_while_offline=happened.offline_waiting,
        resumed_after_kill=happened.is_resumed_after_kill,
        faults=tuple(happened.faults),
        seconds=round(seconds, 1),
        chain_head=evidence.head,
        files=tuple(await asyncio.to_thread(_files, places)),
    )


def table(summary: Summary, places: Places) -> str:
    """The last page for a person."""
    yes = {True: "yes", False: "no"}
    rows = [
        ("Units built", f"{summary.units}, {summary.provable} provable"),
        ("Results recorded", str(summary.results)),
        ("Scans refused", str(summary.refused_scans)),
        ("NOK bolts", f"{summary.nok}, {summary.reworked} units reworked"),
        ("Events", f"{summary.events}, head {summary.chain_head[:16]}"),
        ("Journal verified", yes[summary.journal_ok]),
        ("Server in step", yes[summary.server_in_step]),
        ("Outage survived", _played(summary, _outage_words(summary))),
        ("Resumed after kill", _played(summary, yes[summary.resumed_after_kill])),
        ("Took", f"{summary.seconds} s"),
        ("Files", f"{len(summary.files)} in {places.out}"),
    ]
    return "\n".join(f"  {name:<20}{value}" for name, value in rows)


def _outage_words(summary: Summary) -> str:
    return f"{'yes' if summary.outage_survived else 'no'}, {summary.kept_while_offline} kept"


def _played(summary: Summary, words: str) -> str:
    """A short story leaves the outage and the kill out; that is no failure."""
    return (
        words if summary.units >= ALL_CHAPTERS else f"not played with under {ALL_CHAPTERS} units"
    )


async def _verify(places: Places) -> dict[str, Any]:
    """The verdict of ``asbuilt journal verify``; a bad journal is a finding, not a crash."""
    try:
        said = await run_command("journal", "verify", str(places.journal))
    except ProgramFailed as failure:
        return {"events": 0, "ok": False, "first_bad": str(failure)}
    verdict: dict[str, Any] = msgspec.json.decode(said)
    return verdict


def _write_all(places: Places, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (places.records / name).write_bytes(content)


def _files(places: Places) -> list[str]:
    found = [*places.records.iterdir(), *places.screens.iterdir()]
    return sorted(str(path.relative_to(places.out)) for path in found)
