"""Realistic states of the demonstration station: one of every face."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from app.authoring.demo_plant import load_demo_plant
from app.authoring.instruction_folder import load
from app.domain.errors import StorageFault, StorageReason
from app.domain.events import (
    Body,
    MeasurementRecorded,
    PartFitted,
    PointInspected,
    ReadingUnassigned,
    StepCompleted,
    StepConfirmed,
    TighteningRecorded,
    UnitHeld,
)
from app.domain.instructions import MeasureStep, TorqueStep
from app.domain.plant import DecidedSituation, Order
from app.domain.readings import Curve, Quantity, Reading, ReadingKind
from app.domain.refusal import Refusal
from app.domain.rights import SETTLE_RESULTS, SIGN_OFF, rights_of
from app.domain.unit_run import UnitRun, begin, replay
from app.ports.devices import DeviceStatus, LinkState, Trouble
from app.ports.journal import KeptResult, Unassigned
from app.ports.sync import SyncState, SyncStatus
from app.services.card_state import CardState
from app.services.people_state import PeopleState
from app.services.station_state import (
    Choice,
    FinishedUnit,
    MachineView,
    OrderRow,
    PickedResult,
    ReportedProblem,
    ShownRefusal,
    StationState,
    ToolView,
    UnwantedResults,
)
from app.services.storage_problem import storage_problem
from app.services.work_state import UPGRADE, Work
from tests.screens.situations import third_bolt

if TYPE_CHECKING:
    from app.authoring.demo_plant import DemoPlant
    from app.authoring.instruction_folder import Published
    from app.domain.plant import Person

DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"
NOW = datetime(2026, 11, 20, 9, 42, 30, tzinfo=UTC)
NOW_US = round(NOW.timestamp() * 1e6)
SERIAL = "0418-77231"
LOT_HELD, LOT_GOOD = "88190", "88213"
#: Else the card of the failed bolt would be there by itself.
_ASKED_LATER = CardState(situations=(replace(third_bolt(), postponed_in="Early"),))


@lru_cache(maxsize=1)
def plant() -> DemoPlant:
    return load_demo_plant(DEMO, today=date(2026, 11, 20))


@lru_cache(maxsize=1)
def published() -> Published:
    return load(plant().instruction)


def step_ids() -> list[str]:
    return [s.id for s in published().instruction.steps_for("B")]


def done_before(step: str) -> tuple[Body, ...]:
    """What was recorded before ``step`` of variant B."""
    bodies: list[Body] = []
    for name in step_ids()[: step_ids().index(step)]:
        bodies += _EVIDENCE.get(name, ())
        bodies.append(StepCompleted(step=name))
    return tuple(bodies)


def unit_at(step: str, *more: Body) -> UnitRun:
    start = begin(
        serial=SERIAL,
        order="PO-100482",
        variant="B",
        instruction=published().instruction,
        revision=published().revision,
    )
    return replay(start, (*done_before(step), *more))


def tightening(
    number: int, torque: str, angle: str, *, attempt: int = 1, reasons: tuple[str, ...] = ()
) -> TighteningRecorded:
    """A result of bolt ``number``, as T-07 would have sent it a little before now."""
    step = next(s for s in published().instruction.steps if s.id == "tighten-b")
    assert isinstance(step, TorqueStep)
    reading = Reading(
        kind=ReadingKind.TIGHTENING,
        source="T-07",
        result_id=str(5000 + number * 10 + attempt),
        received_at=NOW - timedelta(seconds=45 - 11 * number),
        ok=not reasons,
        program="12",
        values=(
            Quantity("torque", Decimal(torque), "N.m", step.torque.low, step.torque.high),
            Quantity("angle", Decimal(angle), "deg"),
        ),
    )
    return TighteningRecorded(
        step="tighten-b",
        position=str(number),
        attempt=attempt,
        ok=not reasons,
        counted=True,
        reading=reading,
        reasons=reasons,
    )


def measurement(
    value: str, *, attempt: int = 1, reasons: tuple[str, ...] = ()
) -> MeasurementRecorded:
    reading = Reading(
        kind=ReadingKind.MEASUREMENT,
        source="G-12",
        result_id=str(attempt),
        received_at=NOW - timedelta(seconds=20),
        values=(Quantity("backlash", Decimal(value), "mm"),),
    )
    return MeasurementRecorded(
        step="backlash",
        characteristic="backlash",
        attempt=attempt,
        ok=not reasons,
        means="gauge",
        reading=reading,
        reasons=reasons,
    )


def curve_of(result: TighteningRecorded, *, is_stripped: bool = False) -> Curve:
    """A rundown, then a straight rise; a stripped thread falls off."""
    torque = result.reading.value("torque")
    end = float(torque.value) if torque else 0.0
    angle, trace = [], []
    for i in range(181):
        share = i / 180
        value = 1.2 + 0.1 * math.sin(i / 2)
        top = 0.8 if is_stripped else 1.0
        if share > 0.35:
            rise = min(1.0, (share - 0.35) / (top - 0.35))
            value = 1.2 + (end - 1.2) * rise + 0.08 * math.sin(i * 1.7)
        if share > top:
            value -= 2.6 * math.sin((share - top) / (1 - top) * math.pi * 0.7)
        angle.append(share * 360 / 6)
        trace.append(value)
    return Curve(
        source="T-07",
        result_id=result.reading.result_id,
        angle_deg=tuple(angle),
        torque_nm=tuple(trace),
    )


def orders() -> tuple[OrderRow, ...]:
    def order(number: int, variant: str, quantity: int, due: datetime, priority: int = 0) -> Order:
        return Order(
            order=f"PO-{number}",
            product="GX-200",
            variant=variant,
            quantity=quantity,
            instruction="gearbox-mount",
            due=due,
            priority=priority,
            sequence=number,
        )

    today = NOW.replace(minute=0, second=0)
    return (
        OrderRow(
            order(100482, "B", 40, today.replace(hour=11, minute=30), 1), 11, is_running=True
        ),
        OrderRow(order(100490, "A", 25, today.replace(hour=13, minute=10)), 0),
        OrderRow(
            order(100491, "C", 12, today.replace(hour=15)),
            0,
            blocked=Refusal("instruction.missing", {"instruction": "gearbox-mount-c"}),
        ),
        OrderRow(order(100495, "B", 60, today.replace(hour=8) + timedelta(days=1)), 0),
    )


def people(*present: Person, **more: Any) -> PeopleState:
    """Those who are at the station, who acted last at the end."""
    return PeopleState(
        present=present,
        rights=rights_of(present[-1], ()) if present else frozenset(),
        holders={SETTLE_RESULTS: "Lead 12", SIGN_OFF: "Lead 12, Inspector 31"},
        **more,
    )


def signed_in(step: str | None = None, *more: Body) -> StationState:
    """Operator 417 at ST-040, with the unit at ``step`` if one is named."""
    roster = plant().people
    run = None if step is None else unit_at(step, *more)
    return StationState(
        version=1,
        station=plant().station,
        sync=SyncStatus(
            SyncState.SYNCED,
            last_ok_at_us=NOW_US - 2_000_000,
            server_url="plant.local",
            clock_quality="synced",
            clock_offset_s=0,
        ),
        shift="Early",
        person=roster[0],
        people=people(roster[0]),
        recent_people=(roster[0], roster[3], roster[1]),
        orders=orders(),
        order=None if run is None else orders()[0].order,
        order_done=11,
        run=run,
        step_since_us=NOW_US - 30_000_000,
        devices=devices(),
        pictures=published().blobs,
    )


def devices(**states: LinkState) -> tuple[DeviceStatus, ...]:
    """The devices of the station; keyword ``T07`` and so on change a link."""
    seen = NOW - timedelta(seconds=23)
    return tuple(
        DeviceStatus(
            name,
            states.get(name.replace("-", ""), LinkState.READY),
            detail="no route to host" if name.replace("-", "") in states else None,
            identity=identity,
            last_value_at=seen,
            tier=tier,
            heard_at=seen,
        )
        for name, identity, tier in (
            ("T-07", "Open Protocol · serial C0451", "bronze"),
            ("G-12", "serial gauge · COM3", "bronze"),
            ("S-1", "scanner · USB", "bronze"),
            ("M-1", "OPC UA · clamp fixture", "bronze"),
        )
    )


def offline(state: StationState) -> StationState:
    status = SyncStatus(
        SyncState.OFFLINE,
        waiting=14,
        oldest_waiting_at_us=NOW_US - 4 * 60_000_000,
        last_ok_at_us=NOW_US - 4 * 60_000_000,
        last_error="no route to host",
        server_url="plant.local",
        problem="sync.unreachable",
        clock_quality="holdover",
        clock_offset_s=0,
    )
    return replace(state, sync=status)


GOOD = (tightening(1, "25.12", "59"), tightening(2, "24.83", "61"))
STRIPPED = tightening(
    3, "16.94", "112", attempt=2, reasons=("torque_low", "angle_high", "device_nok")
)
FIRST_TRY = tightening(3, "17.21", "104", attempt=1, reasons=("torque_low", "angle_high"))
ARMED = ToolView("T-07", is_armed=True, program=12, armed_since_us=NOW_US - 6_000_000)

_EVIDENCE: dict[str, tuple[Body, ...]] = {
    "check-variant-b": (StepConfirmed(step="check-variant-b", means="tap"),),
    "scan-housing": (
        PartFitted(
            step="scan-housing", component="housing", part="GX-H-200", raw="H-2210",
            means="scanner", lot="H-2210",
        ),
    ),
    "scan-bearing": (
        PartFitted(
            step="scan-bearing", component="bearing", part="SKF 6204", raw="88213",
            means="scanner", lot=LOT_GOOD,
        ),
    ),
    "scan-gear-set": (
        PartFitted(
            step="scan-gear-set", component="gear-set", part="GX-GS-200B", raw="GS-1119-0042",
            means="scanner", serial="GS-1119-0042",
        ),
    ),
    "place": (StepConfirmed(step="place", means="machine", detail="clamp"),),
    "tighten-b": (*GOOD, tightening(3, "25.04", "60"), tightening(4, "24.97", "60")),
    "backlash": (measurement("0.112"),),
    "seal": tuple(
        PointInspected(step="seal", position=f"seal-{i}", ok=True) for i in (1, 2, 3)
    ),
}  # fmt: skip


def torque() -> StationState:
    state = signed_in("tighten-b", *GOOD)
    return replace(state, tool=ARMED, last_reading=GOOD[1].reading, curve=curve_of(GOOD[1]))


def torque_first() -> StationState:
    return replace(signed_in("tighten-b"), tool=replace(ARMED, armed_since_us=NOW_US - 9_000_000))


def torque_lost() -> StationState:
    problem = Refusal("tool.lost_while_enabled", {"tool": "T-07"})
    return replace(
        torque(),
        tool=replace(ARMED, is_armed=False, problem=problem),
        devices=devices(T07=LinkState.DISCONNECTED),
        loose_tools=("T-07",),
    )


def health_of_many_synced() -> StationState:
    """As many lines as one page can hold, and more."""
    return replace(decided(), devices=health_of_many().devices)


def torque_not_locked() -> StationState:
    """A NOK locked the tool, and its controller did not answer; the NOK is seen by now."""
    problem = Refusal("tool.not_locked", {"tool": "T-07"})
    tool = replace(ARMED, is_armed=False, problem=problem)
    return replace(torque(), tool=tool, loose_tools=("T-07",))


def torque_uncounted() -> StationState:
    """Somebody pulled the trigger again while a NOK was open."""
    return replace(
        torque(), uncounted=Refusal("uncounted.nok_not_acknowledged", {"device": "T-07"})
    )


def unassigned(person: str = "412") -> StationState:
    """A tool was pulled twice where none was asked for, and one of both is looked at."""
    state, run = signed_in(), torque().run
    assert run is not None
    assert run.current is not None
    assert state.person is not None
    who = msgspec.structs.replace(state.person, name=f"Lead {person}", role="lead")
    torque_nm = Quantity("torque", Decimal("25.18"), "N.m")
    kept = tuple(
        KeptResult(
            ReadingUnassigned(
                reading=Reading(
                    kind=ReadingKind.TIGHTENING,
                    source="T-07",
                    result_id=str(number),
                    received_at=NOW - timedelta(minutes=9 - number),
                    values=(torque_nm,),
                ),
                reason="not_armed",
                during=SERIAL,
            )
        )
        for number in range(6)
    )
    choices = tuple(Choice(serial, run.current.step) for serial in (SERIAL, "0418-77226"))
    picked = PickedResult(kept[0], choices)
    return replace(
        state, person=who, people=people(who), unassigned=Unassigned(7, kept), picked=picked
    )


def unassigned_for_operator() -> StationState:
    """An operator sees what waits, and who decides."""
    state = signed_in()
    return replace(unassigned(), person=state.person, people=state.people)


def untypeable() -> StationState:
    """The value must come from the gauge."""
    state = signed_in("backlash")
    assert state.run is not None
    steps = tuple(
        replace(s, step=msgspec.structs.replace(s.step, may_be_typed=False))
        if isinstance(s.step, MeasureStep)
        else s
        for s in state.run.steps
    )
    away = devices(G12=LinkState.DISCONNECTED)
    return replace(state, run=replace(state.run, steps=steps), devices=away)


def torque_lost_offline() -> StationState:
    """The fullest header there is."""
    return offline(torque_lost())


def torque_refused() -> StationState:
    facts = {"device": "T-07", "code": "P12", "words": "program 12 does not exist"}
    tool = ToolView("T-07", problem=Refusal("device.refused", facts))
    return replace(signed_in("tighten-b"), tool=tool)


def nok() -> StationState:
    state = signed_in("tighten-b", *GOOD, FIRST_TRY, STRIPPED)
    curve = curve_of(STRIPPED, is_stripped=True)
    armed = replace(ARMED, is_armed=False)
    return replace(state, tool=armed, curve=curve, card=_ASKED_LATER)


def nok_measure() -> StationState:
    return signed_in("backlash", measurement("0.152", reasons=("value_high",)))


def held() -> StationState:
    third = tightening(3, "16.71", "115", attempt=3, reasons=("torque_low", "angle_high"))
    hold = UnitHeld(serial=SERIAL, code="too_many_attempts", step="tighten-b")
    state = signed_in("tighten-b", *GOOD, FIRST_TRY, STRIPPED, third, hold)
    return replace(state, card=_ASKED_LATER)


def blocked() -> StationState:
    """The held bearing lot, while the station is offline."""
    facts = {
        "scanned": "]d20109521234502043172703311088190",
        "component": "Bearing 6204",
        "part": "SKF 6204",
        "lot": LOT_HELD,
        "use_lot": LOT_GOOD,
        "use_location": "B3",
        "use_quantity": "140",
        "use_expires": "2027-03-31",
        "hold": "H-0093",
        "reason": "noise at run-in, 6 units",
        "owner": "quality 31",
        "since": "2026-11-20T08:15:00+00:00",
    }
    refusal = ShownRefusal(Refusal("lot.on_hold", facts), NOW_US - 3_000_000)
    return replace(offline(signed_in("scan-bearing")), refusal=refusal)


def blocked_wrong() -> StationState:
    """The third wrong scan in a row."""
    facts = {
        "scanned": "]d20109521234502036",
        "component": "Bearing 6204",
        "part": "SKF 6204",
        "scanned_part": "SKF 6203",
        "lot": "90112",
    }
    refusal = ShownRefusal(Refusal("part.not_in_bill", facts), NOW_US - 3_000_000, 3)
    return replace(signed_in("scan-bearing"), refusal=refusal)


def blocked_unit() -> StationState:
    refusal = ShownRefusal(Refusal("order.unknown_unit", {"serial": "0418-99001"}), NOW_US)
    return replace(signed_in(), refusal=refusal)


def done() -> StationState:
    finished = FinishedUnit(SERIAL, "provable", (), 0, NOW_US - 2_000_000)
    return replace(signed_in(), finished=finished)


def done_with_gaps() -> StationState:
    gaps = ("typed:backlash", "limits_unknown:tighten-b.3")
    at_us, steps = NOW_US - 2_000_000, published().instruction.steps_for("B")
    finished = FinishedUnit(SERIAL, "not_provable", gaps, 2, at_us, steps=steps)
    return replace(signed_in(), finished=finished)


def instruct() -> StationState:
    machine = MachineView("M-1", "waiting", is_part_present=False, request="clamp")
    return replace(signed_in("place"), machine=machine)


def instruct_refused() -> StationState:
    facts = {"machine": "M-1", "request": "clamp", "code": "17", "words": "clamp 2 not closed"}
    problem = Refusal("machine.refused", facts)
    machine = MachineView("M-1", "fault", is_part_present=True, request="clamp", problem=problem)
    return replace(signed_in("place"), machine=machine)


def inspect() -> StationState:
    return signed_in("seal", PointInspected(step="seal", position="seal-1", ok=True))


def signed_out() -> StationState:
    return replace(signed_in(), person=None, people=people(), run=None, order=None)


def sign_in_refused() -> StationState:
    facts = {"who": "Lead 12, Administrator 3"}
    refusal = ShownRefusal(Refusal("sign_in.badge_unknown", facts), NOW_US)
    state = replace(offline(signed_out()), sign_in_refusal=refusal)
    return replace(state, run=unit_at("tighten-b", *GOOD))


_JOURNAL = "/var/lib/asbuilt/st-040/journal.db"
STORAGE: dict[StorageReason, str] = {
    "full": f"{_JOURNAL} cannot be written: the disk is full (database or disk is full); "
    "free some space, then try again",
    "read_only": f"{_JOURNAL} cannot be written: the file or its disk is read-only "
    "(attempt to write a readonly database); check permissions and mount",
    "io": f"{_JOURNAL} cannot be written: the disk reported an error (disk I/O error); "
    "check the disk and its cable, then restart",
    "damaged": f"{_JOURNAL} cannot be read: the file is damaged or no journal (database disk "
    "image is malformed); set it aside (asbuilt journal set-aside) and restore the newest copy, "
    "or begin a new one",
    "locked_by_other": f"{_JOURNAL}.lock: this journal is open in another process (4711); "
    "only one station may write it: stop the other one first",
    "not_ours": f"{_JOURNAL}: this is the journal of station ST-020, not of ST-040; "
    "check the station's name or the journal's path",
    "too_new": f"{_JOURNAL} was written by newer software (schema 7, this one knows 2); "
    "update this station",
}


def storage_fault(reason: StorageReason = "full") -> StationState:
    problem = storage_problem(StorageFault(STORAGE[reason], reason=reason))
    return replace(torque(), storage_problem=problem)


def cannot_open(reason: StorageReason) -> StationState:
    """At start: the journal stays shut, so nothing is known but the station's name."""
    problem = storage_problem(StorageFault(STORAGE[reason], reason=reason))
    sync = SyncStatus(SyncState.OFFLINE, server_url="plant.local")
    return StationState(version=0, station=plant().station, sync=sync, storage_problem=problem)


def sync_trouble(
    state: SyncState, problem: str, *, error: str, age_min: float = 190
) -> StationState:
    """On the station's page: why nothing is sent."""
    since = NOW_US - round(age_min * 60e6)
    status = SyncStatus(
        state,
        waiting=214,
        oldest_waiting_at_us=since,
        last_ok_at_us=since,
        last_error=error,
        server_url="plant.local",
        problem=problem,
        clock_quality="synced",
        clock_offset_s=0,
    )
    return replace(signed_in(), sync=status)


def clock(quality: str, offset_s: int | None) -> StationState:
    state = signed_in()
    status = replace(state.sync, clock_quality=quality, clock_offset_s=offset_s)
    return replace(state, sync=status)


def problem_recorded() -> StationState:
    """A defect that is told in words, with no unit to show it on."""
    return replace(signed_in(), reported=ReportedProblem("defect", NOW_US))


def health() -> StationState:
    """A gauge that is away, and a tool that was."""
    away = Trouble("no route to host", NOW - timedelta(minutes=20), count=121)
    was = Trouble("connection refused", NOW - timedelta(hours=2), 14, NOW - timedelta(minutes=95))
    about: dict[str, dict[str, Any]] = {
        "G-12": {
            "code": "device.offline",
            "tries": 121,
            "trouble": away,
            "heard_at": NOW - timedelta(minutes=20),
        },
        "T-07": {"trouble": was},
    }
    now = tuple(
        replace(device, **about.get(device.device, {}))
        for device in devices(G12=LinkState.DISCONNECTED)
    )
    return replace(offline(signed_in()), devices=now)


def health_of_many() -> StationState:
    """More devices than fit on a page; the one that is away comes first."""
    more = tuple(
        DeviceStatus(f"S-{n}", LinkState.READY, identity="scanner · USB", last_value_at=NOW)
        for n in range(2, 9)
    )
    return replace(health(), devices=(*devices(M1=LinkState.DEGRADED), *more))


DECIDED = DecidedSituation(
    situation="held:0418-77226",
    kind="held",
    title="Unit on hold",
    decision="rework",
    words="Rework the unit",
    by="lead 204",
    why="bolt 3 was loose",
    at=NOW - timedelta(minutes=21),
    station="ST-040",
    units=("0418-77226",),
)


def decided() -> StationState:
    """Something was decided today, and something longer ago."""
    old = msgspec.structs.replace(DECIDED, situation="old", at=NOW - timedelta(days=3))
    return replace(signed_in(), decisions=(DECIDED, old))


def blocked_decided() -> StationState:
    """A unit on hold, and what was decided about it."""
    facts = {"serial": "0418-77226", "decided": DECIDED.words, "by": DECIDED.by}
    refusal = ShownRefusal(Refusal("unit.held", facts), NOW_US)
    return replace(decided(), run=None, order=None, refusal=refusal)


def blocked_result() -> StationState:
    """A tool ran in a step that has none."""
    refusal = ShownRefusal(Refusal("result.not_wanted", {"device": "T-07"}), NOW_US)
    stray = UnwantedResults("T-07", 1, NOW_US, NOW_US)
    one = Unassigned(1, ())
    return replace(signed_in("backlash"), refusal=refusal, unwanted=(stray,), unassigned=one)


def blocked_too_soon() -> StationState:
    """A label that was scanned before the step could have been read."""
    facts = {"scanned": "CMD:CONFIRM", "step": "check-variant-b", "seconds": "3"}
    refusal = ShownRefusal(Refusal("confirm.too_soon", facts), NOW_US)
    return replace(signed_in("check-variant-b"), refusal=refusal)


def long_queue() -> StationState:
    """More orders than fit on a page."""
    rows = orders()
    more = [replace_order(rows[1], f"PO-1006{i:02}") for i in range(6)]
    return replace(signed_in(), orders=(*rows, *more))


def replace_order(row: OrderRow, name: str) -> OrderRow:
    return replace(row, order=msgspec.structs.replace(row.order, order=name))


def starting() -> StationState:
    """The window is there, the journal is not open yet."""
    empty = signed_out()
    return StationState(version=0, station=empty.station, sync=empty.sync, is_starting=True)


def upgrading() -> StationState:
    """Newer software brings the records of a long journal up to date."""
    work = Work(UPGRADE, NOW_US - 12_000_000, 412_000, 1_000_000, can_cancel=False)
    return replace(starting(), works=(work,))


def torque_stray() -> StationState:
    """Another tool goes on making results that nobody asked for."""
    stray = UnwantedResults("T-02", 14, NOW_US - 3_000_000, NOW_US)
    return replace(torque(), unwanted=(stray,), unassigned=Unassigned(14, ()))
