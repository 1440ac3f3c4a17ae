"""A check of three lines, as a plant would publish it."""

from __future__ import annotations

import hashlib
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.form_rule import FormRule
from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    Instruction,
    Limits,
    MeasureStep,
    Position,
    ScanStep,
    SignOffRule,
)
from app.domain.plant import EffectiveRevision
from app.journal.outbox import SqliteOutbox
from app.ports.sync import Document
from tests.helpers.gearbox import NOW
from tests.helpers.station_rig import document

if TYPE_CHECKING:
    from tests.helpers.station_rig import Rig

GUARD = ConfirmStep(
    id="guard",
    title={"en": "The guard is closed", "de": "Die Schutzhaube ist zu"},
    statement={"en": "The guard is closed and its switch works."},
)
FLOOR = InspectStep(
    id="floor",
    title={"en": "Floor and bench"},
    positions=(
        Position(id="floor", x=0.2, y=0.5, label={"en": "Floor"}),
        Position(id="bench", x=0.8, y=0.5, label={"en": "Bench"}),
    ),
)
MASTER = MeasureStep(
    id="master",
    title={"en": "Measure the master piece"},
    characteristic="master",
    gauge="G-12",
    limits=Limits(low=Decimal("0.09"), high=Decimal("0.11"), unit="mm"),
    max_attempts=2,
)
EXTINGUISHER = ScanStep(
    id="extinguisher",
    title={"en": "Scan the fire extinguisher"},
    component="code",
    expects="EXT-114",
)
APPROVAL = ConfirmStep(
    id="approval",
    title={"en": "Approval"},
    statement={"en": "Looked at by the lead"},
    sign_off=SignOffRule(right="sign_off", meaning={"en": "Looked at by the lead"}),
)


def check(*steps: Any, name: str = "start-of-shift", **rule: Any) -> Instruction:
    """A check of ``steps`` (else the guard alone), due by ``rule``."""
    return Instruction(
        id=name,
        title={"en": "Start of shift", "de": "Schichtbeginn"},
        product="",
        operation="",
        steps=steps or (GUARD,),
        bills={},
        form=FormRule(**rule),
    )


async def published(rig: Rig, instruction: Instruction, at: datetime = NOW) -> None:
    """The check comes down, in force since ``at``."""
    content = msgspec.json.encode(instruction)
    revision = hashlib.sha256(content).hexdigest()
    in_force = EffectiveRevision(instruction=instruction.id, revision=revision, effective_from=at)
    outbox = SqliteOutbox(rig.journal._journal)
    mark = await outbox.feed_mark()
    documents = [
        Document(mark.pos + 1, "instruction", revision, content),
        document(in_force, mark.pos + 2),
    ]
    await outbox.apply_feed(mark, up_to=mark.pos + 2, documents=documents)
    await rig.station.reference_changed()
