"""What the demonstration proved, read back from the records and not from the script."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec
from msgspec import Struct

from app.demo.board import LineHandedOver
from app.demo.flow_summary import LineToday
from app.demo.plant import run_command
from app.demo.programs import ProgramFailed
from app.domain.envelope import chain_hash, decode_envelope

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from app.demo.places import Places
    from app.demo.plant import DemoServer
    from app.domain.memory_documents import KnownDecision


#: From so many units on every chapter is in the story.
ALL_CHAPTERS = 5

#: What the server gives out of each unit, by the file it is kept in.
RECORD_FORMS = {
    "as-built-{}.pdf": "record.pdf",
    "as-built-{}.json": "record.json",
    "epcis-{}.json": "epcis.json",
}
PLANT_KEY = "plant.pub"
AT_ONCE = 2
#: The lot of gear wheels that is in every gear set: where did it go?
RECALLED = "GW-118"


@dataclass(slots=True)
class Happened:
    """What the story showed, beside what the records say."""

    offline_waiting: int = 0
    is_outage_survived: bool = False
    is_resumed_after_kill: bool = False
    faults: list[str] = field(default_factory=list)
    shipped: int = 0
    line: LineToday | None = None
    line_handover: LineHandedOver | None = None


class Decided(Struct, frozen=True, kw_only=True):
    """A decision at the station, and how it stands at the server.

    ``held`` of ``closed`` like cases is what the card said of the response that was chosen.
    ``built`` and ``repeats`` are since then; the window is ``units``.
    """

    response: str
    taps: int
    seconds: float
    held: int
    closed: int
    outcome: str
    built: int
    units: int
    repeats: int


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
    defects: int
    defects_resolved: int
    dispositions: int
    bypassed: int
    bypasses_locked: int
    bypasses_verified: int
    evidence_accepted: int
    calls_solved: int
    checks: int
    decisions: tuple[Decided, ...]
    handovers: int
    handed_over: int
    ticked: int
    taken_over: int
    signatures: int
    samples: int
    records_verified: int
    shipped: int
    line: LineToday | None
    line_handover: LineHandedOver | None
    seconds: float
    chain_head: str
    files: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        are_records_good = self.records_verified == self.units
        is_line_good = self.line is not None and self.line.is_good
        is_taken_over = self.line_handover is not None and self.line_handover.is_good
        are_told = is_line_good and is_taken_over
        return self.journal_ok and self.server_in_step and are_records_good and are_told


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

    def since(self, decision: str) -> tuple[int, int]:
        """Units built and repeats after a decision."""
        made = [k == "decision.made" and b["decision"] == decision for k, b in self._bodies]
        at = made.index(True)
        key, later = self._bodies[at][1]["key"], self._bodies[at:]
        built = sum(kind == "unit.completed" for kind, _ in later)
        return built, sum(kind == "situation.opened" and b["key"] == key for kind, b in later)

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
        unit = f"/v1/units/{quote(serial, safe='')}"
        for name, form in RECORD_FORMS.items():
            files[name.format(serial)] = await server.fetch(f"{unit}/{form}")
    for order in sorted({b["order"] for b in evidence.of("unit.started")}):
        xml = await server.fetch(f"/v1/orders/{quote(order, safe='')}/confirmation")
        files[f"confirmation-{order}.xml"] = xml
    files[f"where-used-{RECALLED}.csv"] = await server.fetch(
        f"/v1/where-used/{RECALLED}?format=csv"
    )
    plant_key = msgspec.json.decode(await server.fetch("/v1/plant/key"))["public_key"]
    files[PLANT_KEY] = f"{plant_key}\n".encode()
    await asyncio.to_thread(_write_all, places, files)
    return evidence


async def summarise(
    places: Places,
    happened: Happened,
    evidence: Evidence,
    *,
    known: dict[str, Any],
    decisions: Sequence[KnownDecision],
    seconds: float,
) -> Summary:
    """Put the last page together; the journal is checked by the product's own command.

    ``known`` is what the server says of the station, ``decisions`` those it knows.
    """
    verdict = await _verify(places)
    given, taken = evidence.of("handover.given"), evidence.of("handover.accepted")
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
        defects=len(evidence.of("defect.recorded")),
        defects_resolved=len(evidence.of("defect.resolved")),
        dispositions=len(evidence.of("unit.disposed")),
        bypassed=len(evidence.of("bypass.applied")),
        bypasses_locked=len(evidence.of("bypass.ended")),
        bypasses_verified=len(evidence.of("bypass.verified")),
        evidence_accepted=sum(
            one["how"] == "accepted" for one in evidence.of("evidence.resolved")
        ),
        calls_solved=sum(one["how"] == "solved" for one in evidence.of("call.closed")),
        checks=len(evidence.of("form.completed")),
        decisions=tuple(_decided(evidence, one) for one in decisions),
        handovers=len(given),
        handed_over=sum(len(one["items"]) for one in given),
        ticked=sum(len(one["items"]) for one in taken),
        taken_over=len(taken),
        signatures=len(evidence.of("signed.off")),
        samples=sum(one["is_due"] for one in evidence.of("sample.decided")),
        records_verified=await _verified_records(places),
        shipped=happened.shipped,
        line=happened.line,
        line_handover=happened.line_handover,
        seconds=round(seconds, 1),
        chain_head=evidence.head,
        files=tuple(await asyncio.to_thread(_files, places)),
    )


def _decided(evidence: Evidence, known: KnownDecision) -> Decided:
    decision, response = known.decision, known.response
    made = next(one for one in evidence.of("decision.made") if one["decision"] == decision)
    shown = [
        msgspec.json.decode(one["shown"])
        for one in evidence.of("card.shown")
        if one["situation"] == made["situation"]
    ]
    ranked = [one for card in shown for one in card["ranked"] if one["response"] == response]
    held, failed = (sum(one[name] for one in ranked) for name in ("held", "failed"))
    built, repeats = evidence.since(decision)
    return Decided(
        response=response,
        taps=made.get("taps", 0),
        seconds=made.get("after_s", 0.0),
        held=held,
        closed=held + failed,
        outcome=known.outcome,
        built=built,
        units=known.expectation.units,
        repeats=repeats,
    )


async def _verify(places: Places) -> dict[str, Any]:
    """The verdict of ``asbuilt journal verify``; a bad journal is a finding, not a crash."""
    try:
        said = await run_command("journal", "verify", str(places.journal))
    except ProgramFailed as failure:
        return {"events": 0, "ok": False, "first_bad": str(failure)}
    verdict: dict[str, Any] = msgspec.json.decode(said)
    return verdict


async def _verified_records(places: Places) -> int:
    """How many signed records ``asbuilt record verify`` finds good by the plant's key alone."""
    key = str(places.records / PLANT_KEY)
    files = await asyncio.to_thread(sorted, places.records.glob("as-built-*.json"))
    at_once = asyncio.Semaphore(AT_ONCE)

    async def is_good(file: Path) -> bool:
        async with at_once:
            try:
                await run_command("record", "verify", str(file), "--key", key)
            except ProgramFailed:
                return False
            return True

    return sum(await asyncio.gather(*map(is_good, files)))


def _write_all(places: Places, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (places.records / name).write_bytes(content)


def _files(places: Places) -> list[str]:
    found = [*places.records.iterdir(), *places.screens.iterdir()]
    return sorted(str(path.relative_to(places.out)) for path in found)
