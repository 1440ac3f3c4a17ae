"""A small gearbox instruction and ready-made readings, for tests of the rules."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from app.domain.events import Body
from app.domain.instructions import (
    BomLine,
    ConfirmStep,
    InspectStep,
    Instruction,
    InstructStep,
    Limits,
    MeasureStep,
    Position,
    ScanStep,
    TorqueStep,
)
from app.domain.parts import PartFacts
from app.domain.plant import Lot
from app.domain.readings import Quantity, Reading, ReadingKind
from app.domain.refusal import Refusal
from app.domain.rules import Command, FitPart, TakeReading, decide, opening
from app.domain.scans import Scan, ScanKind
from app.domain.unit_run import UnitRun, begin, replay

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
TODAY = date(2026, 11, 20)
HOUSING = BomLine(component="housing", part="HS-200", name={"en": "Housing"}, gtin="4006381333931")
BEARING = BomLine(component="bearing", part="SKF-6204", name={"en": "Bearing"})
GEARS = BomLine(component="gear-set", part="GS-55", name={"en": "Gear set"}, tracked="serial")

INSTRUCTION = Instruction(
    id="gearbox-mount",
    title={"en": "Mount gearbox"},
    product="GX-200",
    operation="10",
    steps=(
        ScanStep(id="unit", title={"en": "Scan unit"}, component="unit"),
        ScanStep(id="housing", title={"en": "Scan housing"}, component="housing"),
        ScanStep(id="gears", title={"en": "Scan gear set"}, component="gear-set"),
        InstructStep(id="place", title={"en": "Place gearbox"}, machine="clamp"),
        TorqueStep(
            id="bolts",
            title={"en": "Tighten"},
            tool="T-07",
            program=12,
            torque=Limits(Decimal("23.5"), Decimal("26.5"), "N.m", Decimal(25)),
            angle=Limits(Decimal(50), Decimal(70), "deg"),
            positions=tuple(Position(str(n), 0.1, 0.1) for n in (1, 2)),
        ),
        MeasureStep(
            id="backlash",
            title={"en": "Backlash"},
            characteristic="backlash",
            gauge="G-12",
            limits=Limits(Decimal("0.08"), Decimal("0.14"), "mm"),
        ),
        InspectStep(
            id="seal",
            title={"en": "Inspect seal"},
            positions=(Position("left", 0.1, 0.1), Position("right", 0.9, 0.1)),
        ),
        InstructStep(id="wipe", title={"en": "Wipe"}, variants=("A",), min_dwell_s=2),
        ConfirmStep(
            id="sworn",
            title={"en": "Swear"},
            statement={"en": "It is clean"},
            needs_badge=True,
            variants=("A",),
        ),
        ConfirmStep(id="label", title={"en": "Label"}, statement={"en": "It is labelled"}),
    ),
    bills={"A": (HOUSING, BEARING, GEARS), "B": (HOUSING, BEARING, GEARS)},
)


def unit(variant: str = "B", serial: str = "0418-77231") -> UnitRun:
    run = begin(
        serial=serial, order="PO-1", variant=variant, instruction=INSTRUCTION, revision="r" * 64
    )
    return replay(run, opening(run))


def done(run: UnitRun, command: Command) -> UnitRun:
    """``run`` after a command that must be accepted."""
    return replay(run, accepted(run, command))


def accepted(run: UnitRun, command: Command) -> tuple[Body, ...]:
    decision = decide(run, command)
    assert not isinstance(decision, Refusal), decision
    return decision


def refused(run: UnitRun, command: Command) -> Refusal:
    decision = decide(run, command)
    assert isinstance(decision, Refusal), decision
    return decision


def part(line: BomLine = HOUSING, **facts: Any) -> FitPart:
    """A scan of ``line``'s label, good unless ``facts`` say otherwise."""
    is_lot = line.tracked == "lot"
    scan = Scan(
        kind=ScanKind.PART,
        raw=f"P:{line.part}",
        gtin=line.gtin,
        part=line.part,
        lot="L-1" if is_lot else None,
        serial=None if is_lot else "S-1",
    )
    known = {"lot": Lot(lot="L-1", part=line.part) if is_lot else None}
    return FitPart(scan, PartFacts(today=TODAY, **(known | facts)))


def tightening(torque: str = "25.10", angle: str = "59", **changes: Any) -> Reading:
    fields: dict[str, Any] = {
        "kind": ReadingKind.TIGHTENING,
        "source": "T-07",
        "result_id": "1",
        "received_at": NOW,
        "ok": True,
        "program": "12",
        "values": (
            Quantity("torque", Decimal(torque), "N.m", Decimal("23.50"), Decimal("26.50")),
            Quantity("angle", Decimal(angle), "deg"),
        ),
    }
    return Reading(**(fields | changes))


def measured(value: str = "0.11", unit: str = "mm") -> Reading:
    return Reading(
        kind=ReadingKind.MEASUREMENT,
        source="G-12",
        result_id=value,
        received_at=NOW,
        values=(Quantity("backlash", Decimal(value), unit),),
    )


def pull(reading: Reading | None = None, armed: str | None = "bolts") -> TakeReading:
    return TakeReading(reading or tightening(), armed)


def at_step(step: str, variant: str = "B") -> UnitRun:
    """A unit whose steps before ``step`` are done."""
    from app.domain.rules import AnswerPoint, Confirm, TakeMachineAnswer

    script: tuple[tuple[str, tuple[Command, ...]], ...] = (
        ("housing", (part(),)),
        ("gears", (part(GEARS),)),
        ("place", (TakeMachineAnswer("clamp", ok=True),)),
        ("bolts", (pull(), pull(tightening(result_id="2")))),
        ("backlash", (TakeReading(measured(), "backlash"),)),
        ("seal", (AnswerPoint("left", ok=True), AnswerPoint("right", ok=True), Confirm())),
        ("wipe", (Confirm(seconds_shown=2),)),
        ("sworn", (Confirm("badge"),)),
        ("label", (Confirm(),)),
    )
    run = unit(variant)
    for name, commands in script:
        if name == step:
            break
        if run.step_run(name) is not None:
            for command in commands:
                run = done(run, command)
    return run
