"""Parts in and out: counts, two lots, opened lots, first to expire, undo, extras, late holds."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import PartFitted, ScanRefused, SignedOff, StepRedone
from app.domain.instructions import BomLine
from app.domain.material import FitPart, RemovePart, parts_in
from app.domain.material_events import LotOpened, PartCleared, PartHeld, PartRemoved
from app.domain.memory_events import SituationOpened
from app.domain.parts import PartFacts
from app.domain.plant import Hold, Lot, MaterialRules, Person
from app.domain.refusal import Refusal
from app.domain.requirements import still_missing
from app.domain.rules import decide
from app.domain.scans import Scan, ScanKind
from app.domain.unit_run import UnitRun, begin, replay
from app.services.handover import PrepareHandover
from app.services.material import (
    CountLot,
    ExpectBox,
    ExpectExtra,
    SetCount,
    TakeOut,
    UndoScan,
)
from app.services.scan_routing import TypePart
from app.services.sign_off import SignByPin
from tests.helpers.gearbox import GEARS, INSTRUCTION, NOW, TODAY, tightening
from tests.helpers.station_rig import BADGE, Rig, sha256, station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.events import Body

UNIT = "0418-77231"
HOUSING = BomLine(component="housing", part="HS-200", name={"en": "Housing"}, quantity=4)
CRITICAL = msgspec.structs.replace(HOUSING, quantity=1, is_safety_critical=True)
PLAN = msgspec.structs.replace(INSTRUCTION, bills={"B": (HOUSING, GEARS)})
CRITICAL_PLAN = msgspec.structs.replace(INSTRUCTION, bills={"B": (CRITICAL, GEARS)})
SOON = Lot(lot="SOON", part="HS-200", expires=TODAY + timedelta(days=30), location="rack B1")
LATE = Lot(lot="LATE", part="HS-200", expires=TODAY + timedelta(days=300))
GLUE = Lot(lot="GLUE", part="HS-200", use_within_h=8)
SCREW = Lot(lot="SCREW", part="SC-1")
LEAD = Person(
    person="413", name="Lead 413", role="lead", badge=sha256("413"), pin="1313", skills={}
)


async def parts(rig: Rig) -> list[tuple[str | None, int]]:
    run = rig.state.run
    assert run is not None
    return [(part.lot or part.serial, part.quantity) for part in parts_in(run)]


def code(rig: Rig) -> str | None:
    return None if rig.state.refusal is None else rig.state.refusal.refusal.code


def stock(rig: Rig) -> dict[str, int]:
    return {s.lot: s.quantity for s in rig.state.material.stock}


# -- how many ----------------------------------------------------------------------------------


async def test_more_than_are_missing_are_not_taken(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(SetCount(5))
        assert code(rig) == "part.too_many"


def test_a_count_of_none_fits_nothing() -> None:
    scan = Scan(kind=ScanKind.PART, raw="A", part="HS-200", lot="A")
    facts = PartFacts(today=TODAY, lot=Lot(lot="A", part="HS-200"))
    decision = decide(at_the_housing(HOUSING), FitPart(scan, facts, count=0))
    assert isinstance(decision, Refusal)
    assert decision.code == "part.too_many"


async def test_one_scan_of_a_lot_fits_all_that_are_missing(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2")
        assert await parts(rig) == [("H-2", 4)]
        assert rig.step == "gears"


async def test_what_a_box_has_left_is_fitted_and_the_rest_comes_from_another(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(SOON)
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(SetCount(1))
        await rig.scan("P:HS-200;L:SOON")
        assert rig.step == "housing"
        run = rig.state.run
        assert run is not None
        assert still_missing(run).parts[0].quantity == 3
        await rig.scan("P:HS-200;L:H-2")
        assert await parts(rig) == [("SOON", 1), ("H-2", 3)]
        assert rig.step == "gears"


async def test_a_label_that_says_two_fits_two(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2;Q:2")
        assert (rig.step, await parts(rig)) == ("housing", [("H-2", 2)])


# -- a label that cannot be read ---------------------------------------------------------------


async def test_where_nothing_is_scanned_nothing_is_typed(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.do(TypePart("H-2"))
        assert code(rig) == "part.not_typed_here"


async def test_a_plant_may_take_no_typed_numbers(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(MaterialRules(scope="*", may_be_typed=False))
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(TypePart("H-2"))
        assert (code(rig), await parts(rig)) == ("part.typing_not_allowed", [])


@pytest.mark.parametrize(
    ("number", "why"),
    [("H-1", "lot.on_hold"), ("NOTHING", "lot.unknown"), ("SCREW", "lot.of_other_part")],
)
async def test_a_typed_lot_is_judged_like_a_scanned_one(
    tmp_path: Path, number: str, why: str
) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(SCREW)
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(TypePart(number))
        assert (code(rig), await parts(rig)) == (why, [])
        assert [b for _, b in await rig.record() if isinstance(b, ScanRefused)] != []


async def test_a_typed_part_goes_in_and_the_record_says_how(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(TypePart("h-2"))
        await rig.station.do(TypePart("GS-1"))
        fitted = [b for b in await rig.bodies(UNIT) if isinstance(b, PartFitted)]
        assert [(b.lot, b.serial, b.means) for b in fitted] == [
            ("H-2", None, "typed"),
            (None, "GS-1", "typed"),
        ]


# -- which lot ---------------------------------------------------------------------------------


async def test_a_later_lot_is_taken_and_the_record_says_so(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(SOON, LATE)
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:LATE")
        (fitted,) = [b for b in await rig.bodies(UNIT) if isinstance(b, PartFitted)]
        assert fitted.instead_of_lot == "SOON"


async def test_a_strict_plant_lets_the_later_lot_in_once_the_first_is_not_there(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(SOON, LATE, MaterialRules(scope="ST-040", first_to_expire="refuse"))
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:LATE")
        assert code(rig) == "lot.take_first"
        await rig.station.do(CountLot("HS-200", "SOON", 0))
        await rig.scan("P:HS-200;L:LATE")
        assert (code(rig), await parts(rig)) == (None, [("LATE", 4)])


async def test_the_first_piece_opens_a_lot_and_its_hours_run_out(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(GLUE)
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(SetCount(1))
        await rig.scan("P:HS-200;L:GLUE")
        assert [b.lot for b in await rig.bodies(UNIT) if isinstance(b, LotOpened)] == ["GLUE"]
        rig.clock.us += 9 * 3_600_000_000
        await rig.scan("P:HS-200;L:GLUE")
        assert code(rig) == "lot.opened_too_long"
        assert await parts(rig) == [("GLUE", 1)]


async def test_the_opened_lot_is_the_one_to_take_first(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(GLUE, SOON)
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(SetCount(1))
        await rig.scan("P:HS-200;L:GLUE")
        fetch = rig.state.fetch
        assert fetch is not None
        assert fetch.lots["housing"].lot == "GLUE"


# -- out again ---------------------------------------------------------------------------------


async def test_only_the_scan_of_just_now_is_taken_back_without_a_reason(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(UndoScan())
        assert code(rig) == "part.no_mistake"


async def test_somebody_else_s_scan_is_not_taken_back_without_a_reason(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(LEAD)
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2", "BADGE-413")
        await rig.station.do(UndoScan())
        assert code(rig) == "part.no_mistake"
        assert await parts(rig) == [("H-2", 4)]


async def test_one_s_own_harmless_mistake_is_undone_at_once_and_stays_on_record(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2")
        await rig.station.do(UndoScan())
        assert (rig.step, await parts(rig), rig.state.material.undo) == ("housing", [], None)
        kinds = await rig.kinds(UNIT)
        assert kinds[-3:] == ["part.fitted", "step.completed", "part.removed"]


async def test_a_safety_critical_part_comes_out_with_a_second_person(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=CRITICAL_PLAN) as rig:
        await rig.publish(LEAD)
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2")
        await rig.station.do(UndoScan())
        assert await parts(rig) == [("H-2", 1)]
        assert rig.state.people.asked is not None
        await rig.station.do(SignByPin("413", "1313"))
        assert await parts(rig) == []
        signed, removed = (await rig.bodies(UNIT))[-2:]
        assert isinstance(signed, SignedOff)
        assert isinstance(removed, PartRemoved)
        assert (signed.person, signed.act, removed.reason) == ("413", "take_out", "wrong_scan")


async def test_doing_a_step_again_is_no_way_around_the_second_person(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=CRITICAL_PLAN) as rig:
        await rig.publish(LEAD)
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2")
        await rig.station.step_redone("housing", "wrong_part")
        assert (await parts(rig), rig.state.people.asked is not None) == ([("H-2", 1)], True)
        await rig.station.do(SignByPin("413", "1313"))
        assert await parts(rig) == []
        assert isinstance((await rig.bodies(UNIT))[-1], StepRedone)


async def test_a_piece_that_came_out_may_go_into_another_unit(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}", "P:HS-200;L:H-2", "P:GS-55;S:GS-1")
        run = rig.state.run
        assert run is not None
        await rig.station.do(TakeOut(parts_in(run)[-1], "part_damaged"))
        assert rig.step == "gears"
        assert await rig.journal._journal.fitted_in("GS-55", "GS-1") is None


# -- beyond the bill ---------------------------------------------------------------------------


async def test_who_may_not_add_a_part_is_told_who_may(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(SCREW)
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(ExpectExtra("shim needed"))
        assert code(rig) == "right.missing"
        await rig.scan("P:SC-1;L:SCREW")
        assert (code(rig), await parts(rig)) == ("part.not_in_bill", [])


async def test_an_added_part_has_a_reason_and_leaves_the_step_open(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.publish(SCREW)
        await rig.scan("BADGE-412", f"SN {UNIT}")
        await rig.station.do(ExpectExtra("shim needed"))
        await rig.scan("P:SC-1;L:SCREW")
        (fitted,) = [b for b in await rig.bodies(UNIT) if isinstance(b, PartFitted)]
        assert (fitted.component, fitted.why, fitted.part) == ("extra", "shim needed", "SC-1")
        assert rig.step == "housing"


async def test_a_part_of_the_bill_is_not_added_beside_it(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan("BADGE-412", f"SN {UNIT}")
        await rig.station.do(ExpectExtra("one more"))
        await rig.scan("P:HS-200;L:H-2")
        assert (code(rig), await parts(rig)) == ("extra.in_bill", [])


async def test_an_added_part_on_hold_stays_out(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        hold = Hold(hold="H-8", reason="soft", owner="quality 31", placed_at=NOW, lot="SCREW")
        await rig.publish(SCREW, hold)
        await rig.scan("BADGE-412", f"SN {UNIT}")
        await rig.station.do(ExpectExtra("shim needed"))
        await rig.scan("P:SC-1;L:SCREW")
        assert (code(rig), await parts(rig)) == ("lot.on_hold", [])


# -- at the line -------------------------------------------------------------------------------


async def test_a_box_of_a_lot_nobody_knows_is_not_counted(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE)
        await rig.station.do(ExpectBox(40))
        await rig.scan("P:HS-200;L:NEW")
        assert (code(rig), stock(rig)) == ("stock.lot_unknown", {})


async def test_the_count_goes_down_with_use_and_up_with_what_comes_back(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE)
        await rig.station.do(ExpectBox(40))
        await rig.scan("P:HS-200;L:H-2", f"SN {UNIT}", "P:HS-200;L:H-2")
        assert stock(rig) == {"H-2": 36}
        await rig.station.do(UndoScan())
        assert stock(rig) == {"H-2": 40}
        await rig.scan("P:HS-200;L:H-2")
        await rig.station.step_redone("housing", "part_damaged")
        assert stock(rig) == {"H-2": 36}


@pytest.mark.parametrize(("left", "held"), [(0, []), (3, ["H-2"])])
async def test_a_held_lot_is_handed_over_while_some_of_it_lies_here(
    tmp_path: Path, left: int, held: list[str]
) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE)
        await rig.station.do(ExpectBox(40))
        await rig.scan("P:HS-200;L:H-2")
        await rig.station.do(CountLot("HS-200", "H-2", left))
        await rig.publish(Hold(hold="Q-1", reason="rust", owner="31", placed_at=NOW, lot="H-2"))
        await rig.station.do(PrepareHandover())
        sheet = rig.state.line.sheet
        assert sheet is not None
        assert [item.facts["held"] for item in sheet.items if item.kind == "hold"] == held


async def test_a_count_of_nothing_warns_and_blocks_nobody(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=PLAN) as rig:
        await rig.scan(BADGE, f"SN {UNIT}")
        await rig.station.do(CountLot("HS-200", "H-2", 1))
        await rig.scan("P:HS-200;L:H-2")
        assert (await parts(rig), stock(rig)) == ([("H-2", 4)], {"H-2": -3})


# -- a hold that comes late --------------------------------------------------------------------

LATE_HOLD = Hold(hold="H-9", reason="porous", owner="quality 31", placed_at=NOW, lot="H-2")


async def test_a_hold_for_what_is_in_the_unit_is_said_and_keeps_it_open(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.publish(LATE_HOLD)
        assert code(rig) == "part.held_now"
        await rig.station.refusal_closed()
        await finish_all(rig)
        run = rig.state.run
        assert run is not None
        assert (run.completed, run.index, len(run.held_parts)) == (None, None, 1)
        assert "unit.completed" not in await rig.kinds(UNIT)


async def test_with_the_hold_lifted_the_unit_is_completed(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.publish(LATE_HOLD)
        await rig.station.refusal_closed()
        await finish_all(rig)
        await rig.publish(msgspec.structs.replace(LATE_HOLD, lifted_at=NOW, lifted_by="31"))
        kinds = [kind for kind in await rig.kinds(UNIT) if kind != SituationOpened.KIND]
        assert kinds[-2:] == [PartCleared.KIND, "unit.completed"]


async def test_with_a_good_part_instead_the_unit_is_completed(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(SOON)
        await rig.to_bolts()
        await rig.publish(LATE_HOLD)
        await rig.station.refusal_closed()
        await finish_all(rig)
        run = rig.state.run
        assert run is not None
        await rig.station.do(TakeOut(parts_in(run)[0], "on_hold"))
        assert rig.step == "housing"
        await rig.scan("P:HS-200;L:SOON")
        assert rig.state.finished is not None


async def test_a_hold_that_came_while_the_unit_was_away_is_said_when_it_is_back(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.unit_left()
        await rig.publish(LATE_HOLD)
        await rig.scan(f"SN {UNIT}")
        assert code(rig) == "part.held_now"


async def finish_all(rig: Rig) -> None:
    await rig.station.inbox.store(tightening(result_id="1"))
    await rig.station.inbox.store(tightening(result_id="2"))
    await rig.station.value_typed(Decimal("0.11"))
    for place in ("left", "right"):
        await rig.station.point_answered(place, True)
    for _ in range(2):
        rig.clock.us += 5_000_000
        await rig.station.primary_pressed()


# -- whatever happens --------------------------------------------------------------------------

_LOTS = ("A", "B", "C")
_moves = st.lists(
    st.one_of(
        st.tuples(st.just("fit"), st.sampled_from(_LOTS), st.integers(1, 5)),
        st.tuples(st.just("remove"), st.sampled_from(_LOTS), st.integers(1, 5)),
    ),
    max_size=15,
)


@given(quantity=st.integers(1, 6), moves=_moves)
def test_fitted_and_missing_always_make_the_bill(
    quantity: int, moves: list[tuple[str, str, int]]
) -> None:
    line = msgspec.structs.replace(HOUSING, quantity=quantity)
    run = at_the_housing(line)
    recorded: list[Body] = []
    for move, lot, count in moves:
        decision = decide(run, _command(move, lot, count))
        if not isinstance(decision, Refusal):
            recorded += decision
            run = replay(run, decision)
        inside = sum(p.quantity for p in parts_in(run))
        missing = {p.line.component: p.quantity for p in still_missing(run).parts}
        assert inside + missing.get("housing", 0) == quantity
        assert run.steps[0].is_completed == (inside == quantity)
    put_in = sum(b.quantity for b in recorded if isinstance(b, PartFitted))
    out = sum(b.quantity for b in recorded if isinstance(b, PartRemoved))
    assert put_in - out == sum(p.quantity for p in parts_in(run))


def at_the_housing(line: BomLine) -> UnitRun:
    steps = INSTRUCTION.steps[1:]
    plan = msgspec.structs.replace(INSTRUCTION, bills={"B": (line, GEARS)}, steps=steps)
    return begin(serial="1", order="o", variant="B", instruction=plan, revision="r")


def _command(move: str, lot: str, count: int) -> FitPart | RemovePart:
    if move == "fit":
        scan = Scan(kind=ScanKind.PART, raw=lot, part="HS-200", lot=lot)
        facts = PartFacts(today=TODAY, lot=Lot(lot=lot, part="HS-200"))
        return FitPart(scan, facts, count=count)
    fitted = PartFitted(
        step="housing", component="housing", part="HS-200", raw="", means="scanner", lot=lot
    )
    return RemovePart(fitted, "other", count)


@given(moves=_moves)
def test_a_held_part_is_open_until_it_is_out_or_cleared(moves: list[tuple[str, str, int]]) -> None:
    run = at_the_housing(HOUSING)
    for move, lot, count in moves:
        decision = decide(run, _command(move, lot, count))
        run = run if isinstance(decision, Refusal) else replay(run, decision)
    held = PartHeld(
        step="housing",
        component="housing",
        part="HS-200",
        hold="H",
        reason="r",
        owner="o",
        lot="A",
    )
    run = replay(run, (held,))
    inside = sum(p.quantity for p in parts_in(run) if p.lot == "A")
    if inside:
        out = decide(run, _command("remove", "A", inside))
        assert not isinstance(out, Refusal)
        assert replay(run, out).held_parts == ()
    assert replay(run, (PartCleared(hold="H", step="housing"),)).held_parts == ()
