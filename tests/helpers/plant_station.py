"""A station as the server meets it: real envelopes, real chains, real signatures."""

from __future__ import annotations

import hashlib
import itertools
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw
from nacl.signing import SigningKey

from app.domain.envelope import (
    GENESIS,
    Actor,
    Envelope,
    Refs,
    chain_hash,
    encode_envelope,
    head_message,
)
from app.domain.events import (
    Body,
    CurveAttached,
    MeasurementRecorded,
    NokAcknowledged,
    NoteWritten,
    PartFitted,
    ScanRefused,
    StepCompleted,
    StepConfirmed,
    TighteningRecorded,
    UnitCompleted,
    UnitStarted,
)
from app.domain.instructions import (
    BomLine,
    Instruction,
    InstructStep,
    Limits,
    MeasureStep,
    Position,
    ScanStep,
    TorqueStep,
)
from app.domain.plant import Component, Hold, Lot, Order, Person
from app.domain.readings import Curve, Judgement, Quantity, Reading, ReadingKind
from sync.wire import (
    PROTOCOL,
    TOKEN_TAG,
    Challenge,
    Enrol,
    Enrolled,
    Feed,
    Push,
    PushConflict,
    Pushed,
    PushedEvent,
    Snapshot,
    Token,
)
from tests.helpers.patience import PATIENT_S

if TYPE_CHECKING:
    from collections.abc import Iterable

    import httpx

START_US = int(datetime(2026, 11, 20, 8, 31, 2, tzinfo=UTC).timestamp() * 1_000_000)
OPERATOR = Actor("person", "417")
TOOL = Actor("device", "T-07")
SYSTEM = Actor("system", "station")

INSTRUCTION = Instruction(
    id="gearbox-mount",
    title={"en": "Mount gearbox"},
    product="GX-200",
    operation="10",
    steps=(
        ScanStep(id="housing", title={"en": "Scan housing"}, component="housing"),
        ScanStep(id="bearing", title={"en": "Scan bearing"}, component="bearing"),
        ScanStep(id="gears", title={"en": "Scan gear set"}, component="gear-set"),
        InstructStep(id="place", title={"en": "Place gearbox"}, machine="clamp"),
        TorqueStep(
            id="bolts",
            title={"en": "Tighten"},
            tool="T-07",
            program=12,
            torque=Limits(Decimal("23.5"), Decimal("26.5"), "N.m", Decimal(25)),
            angle=Limits(Decimal(50), Decimal(70), "deg"),
            positions=tuple(
                Position(str(n), 0.2 * n, 0.5, label={"en": f"Bolt {n}"}) for n in (1, 2, 3, 4)
            ),
        ),
        MeasureStep(
            id="backlash",
            title={"en": "Backlash"},
            characteristic="backlash",
            gauge="G-12",
            limits=Limits(Decimal("0.08"), Decimal("0.14"), "mm"),
        ),
    ),
    bills={
        "B": (
            BomLine(component="housing", part="HS-200", name={"en": "Housing"}),
            BomLine(component="bearing", part="SKF-6204", name={"en": "Bearing"}),
            BomLine(component="gear-set", part="GS-55", name={"en": "Gear set"}, tracked="serial"),
        )
    },
)
INSTRUCTION_BYTES = msgspec.json.encode(INSTRUCTION)
REVISION = hashlib.sha256(INSTRUCTION_BYTES).hexdigest()


@dataclass
class FakeStation:
    """Writes a chain and pushes it; ``epoch`` and ``key`` as they were enrolled."""

    name: str
    key: SigningKey = field(default_factory=SigningKey.generate)
    epoch: int = 1
    generation: str = ""
    token: str = ""
    at_us: int = START_US
    seen_pos: int = 0
    prev_hash: str = GENESIS
    written: list[PushedEvent] = field(default_factory=list)
    refs: Refs = field(default_factory=Refs)

    @property
    def public_key(self) -> str:
        return self.key.verify_key.encode().hex()

    def write(self, body: Body | Raw, actor: Actor = OPERATOR, **changes: Any) -> PushedEvent:
        """Append one event to the station's own chain."""
        kind = body.KIND if isinstance(body, Body) else "future.thing"
        self.at_us += 7_000_000
        values: dict[str, Any] = {
            "v": 1,
            "event_id": f"{self.name}-{self.epoch}-{len(self.written) + 1}",
            "station": self.name,
            "epoch": self.epoch,
            "seq": len(self.written) + 1,
            "kind": kind,
            "version": 1,
            "at": self.at_us,
            "recorded_at": self.at_us,
            "mono_ns": self.at_us * 1_000,
            "boot": "boot-1",
            "seen_pos": self.seen_pos,
            "actor": actor,
            "refs": self.refs,
            "body": body if isinstance(body, Raw) else Raw(msgspec.json.encode(body)),
            "prev_hash": self.prev_hash,
        }
        raw = encode_envelope(Envelope(**{**values, **changes}))
        self.prev_hash = chain_hash(self.prev_hash, raw)
        pushed = PushedEvent(self.prev_hash, Raw(raw))
        self.written.append(pushed)
        return pushed

    def write_in(self, unit: str, body: Body) -> PushedEvent:
        """Append an event about ``unit``."""
        return self.write(body, refs=Refs(unit=unit, order="PO-100482"))

    def notes(self, count: int) -> None:
        for number in range(count):
            self.write(NoteWritten(text=f"note {number}"))

    def push_of(self, first: int = 1, last: int | None = None, **changes: Any) -> Push:
        """The push message for events ``first`` to ``last`` of what was written."""
        events = tuple(self.written[first - 1 : last])
        seq = first + len(events) - 1
        head = events[-1].hash if events else self.hash_at(first - 1)
        message = head_message(self.name, self.epoch, seq, head)
        values: dict[str, Any] = {
            "protocol": PROTOCOL,
            "station": self.name,
            "epoch": self.epoch,
            "generation": self.generation,
            "from_seq": first,
            "prev_hash": self.hash_at(first - 1),
            "events": events,
            "head_signature": self.key.sign(message).signature.hex(),
            "sent_at": self.at_us,
        }
        return Push(**{**values, **changes})

    def hash_at(self, seq: int) -> str:
        return self.written[seq - 1].hash if seq else GENESIS

    async def enrol(self, client: httpx.AsyncClient, code: str) -> Enrolled:
        body = Enrol(code=code, station=self.name, public_key=self.public_key)
        reply = await client.post("/v1/enrol", content=msgspec.json.encode(body))
        assert reply.status_code == 200, reply.text
        enrolled = msgspec.json.decode(reply.content, type=Enrolled)
        self.epoch, self.generation = enrolled.epoch, enrolled.generation
        return enrolled

    async def sign_in(self, client: httpx.AsyncClient) -> httpx.Response:
        asked = await client.post("/v1/token/challenge", json={"station": self.name})
        nonce = msgspec.json.decode(asked.content, type=Challenge).nonce
        signature = self.key.sign(TOKEN_TAG + nonce.encode()).signature.hex()
        answer = {"station": self.name, "nonce": nonce, "signature": signature}
        reply = await client.post("/v1/token", json=answer)
        if reply.status_code == 200:
            self.token = msgspec.json.decode(reply.content, type=Token).token
        return reply

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    async def push(self, client: httpx.AsyncClient, push: Push | None = None) -> httpx.Response:
        content = msgspec.json.encode(push or self.push_of())
        return await client.post("/v1/sync/push", content=content, headers=self.headers)

    async def pushed(self, client: httpx.AsyncClient, push: Push | None = None) -> Pushed:
        reply = await self.push(client, push)
        assert reply.status_code == 200, reply.text
        return msgspec.json.decode(reply.content, type=Pushed)

    async def refused(self, client: httpx.AsyncClient, push: Push | None = None) -> PushConflict:
        reply = await self.push(client, push)
        assert reply.status_code == 409, reply.text
        return msgspec.json.decode(reply.content, type=PushConflict)

    async def feed(
        self, client: httpx.AsyncClient, after: int = 0, wait_s: int = 0, **query: Any
    ) -> Feed:
        params = {"generation": self.generation, "after": after, "wait_s": wait_s, **query}
        reply = await client.get(
            "/v1/sync/feed", params=params, headers=self.headers, timeout=PATIENT_S
        )
        assert reply.status_code == 200, reply.text
        return msgspec.json.decode(reply.content, type=Feed)

    async def snapshot(self, client: httpx.AsyncClient) -> Snapshot:
        reply = await client.get("/v1/sync/snapshot", headers=self.headers)
        assert reply.status_code == 200, reply.text
        return msgspec.json.decode(reply.content, type=Snapshot)

    def build(self, serial: str, *, order: str = "PO-100482", gears: str = "GS-5512") -> None:
        """One good unit with a refused bearing, one NOK bolt and a curve."""
        for body, actor in unit_story(serial, order=order, gears=gears):
            self.refs = Refs(unit=serial, order=order, step=getattr(body, "step", None))
            self.write(body, actor)
        self.refs = Refs()


_results = itertools.count(4290)


def reading(torque: str, angle: str, *, ok: bool) -> Reading:
    """What tool T-07 sends."""
    judged = Judgement.OK if ok else Judgement.LOW
    return Reading(
        kind=ReadingKind.TIGHTENING,
        source="T-07",
        result_id=str(next(_results)),
        received_at=datetime(2026, 11, 20, 8, 35, 20, tzinfo=UTC),
        ok=ok,
        program="12",
        values=(
            Quantity("torque", Decimal(torque), "N.m", judgement=judged),
            Quantity("angle", Decimal(angle), "deg", judgement=Judgement.OK),
        ),
    )


def gauge_reading(value: str) -> Reading:
    """What gauge G-12 sends."""
    return Reading(
        kind=ReadingKind.MEASUREMENT,
        source="G-12",
        result_id=str(next(_results)),
        received_at=datetime(2026, 11, 20, 8, 48, 3, tzinfo=UTC),
        values=(Quantity("value", Decimal(value), "mm"),),
    )


def unit_story(serial: str, *, order: str, gears: str) -> Iterable[tuple[Body, Actor]]:
    """What a station writes while a gearbox is mounted."""
    yield (
        UnitStarted(
            serial=serial,
            order=order,
            product="GX-200",
            variant="B",
            instruction=INSTRUCTION.id,
            revision=REVISION,
            raw=serial,
        ),
        OPERATOR,
    )
    yield _fitted("housing", "HS-200", lot="H-2210"), OPERATOR
    facts = {"component": "Bearing", "lot": "88190", "hold": "H-0093", "reason": "noise"}
    yield ScanRefused(code="lot.on_hold", raw="88190", facts=facts, step="bearing"), OPERATOR
    yield _fitted("bearing", "SKF-6204", lot="88213"), OPERATOR
    yield _fitted("gears", "GS-55", component="gear-set", serial=gears), OPERATOR
    yield StepConfirmed(step="place", means="machine"), Actor("device", "PLC-4")
    yield from _tightened("1", "25.1", "59")
    yield from _tightened("2", "24.8", "61")
    low = reading("16.9", "112", ok=False)
    nok = TighteningRecorded(
        step="bolts",
        position="3",
        attempt=1,
        ok=False,
        counted=True,
        reading=low,
        reasons=("torque_low", "angle_high"),
    )
    yield nok, TOOL
    yield NokAcknowledged(step="bolts", position="3"), OPERATOR
    yield from _tightened("3", "25.2", "58", attempt=2)
    yield from _tightened("4", "24.9", "60")
    yield StepCompleted(step="bolts"), SYSTEM
    measured = MeasurementRecorded(
        step="backlash",
        characteristic="backlash",
        attempt=1,
        ok=True,
        means="gauge",
        reading=gauge_reading("0.11"),
    )
    yield measured, Actor("device", "G-12")
    yield UnitCompleted(serial=serial, evidence="provable"), SYSTEM


def _fitted(
    step: str,
    part: str,
    *,
    component: str | None = None,
    lot: str | None = None,
    serial: str | None = None,
) -> PartFitted:
    return PartFitted(
        step=step,
        component=component or step,
        part=part,
        raw=lot or serial or part,
        means="scanner",
        lot=lot,
        serial=serial,
    )


def _tightened(
    position: str, torque: str, angle: str, *, attempt: int = 1
) -> Iterable[tuple[Body, Actor]]:
    result = reading(torque, angle, ok=True)
    yield (
        TighteningRecorded(
            step="bolts", position=position, attempt=attempt, ok=True, counted=True, reading=result
        ),
        TOOL,
    )
    content = curve_content(result)
    blob = hashlib.sha256(content).hexdigest()
    attached = CurveAttached(
        source="T-07", epoch=1, result_id=result.result_id, blob=blob, samples=60
    )
    yield attached, TOOL


def curve_content(result: Reading) -> bytes:
    """A plausible trace that ends at the result's torque and angle."""
    torque, angle = result.values[0].value, result.values[1].value
    angles = tuple(float(angle) * step / 59 for step in range(60))
    torques = tuple(float(torque) * (share / float(angle)) ** 1.8 for share in angles)
    curve = Curve(
        source=result.source, result_id=result.result_id, angle_deg=angles, torque_nm=torques
    )
    return msgspec.json.encode(curve)


ORDER = Order(
    order="PO-100482", product="GX-200", variant="B", quantity=40, instruction="gearbox-mount"
)
GEAR_SET = Lot(
    lot="GS-5512",
    part="GS-55",
    contains=(Component(part="SH-30", lot="SH-301", name="Shaft"),),
)
BEARING_LOT = Lot(lot="88213", part="SKF-6204", expires=date(2027, 3, 31), supplier_batch="S-9917")
HOLD = Hold(
    hold="H-0093",
    reason="noise at run-in",
    owner="quality 31",
    placed_at=datetime(2026, 11, 19, tzinfo=UTC),
    lot="88190",
)
PERSON = Person(person="417", name="Operator 417", role="operator")
