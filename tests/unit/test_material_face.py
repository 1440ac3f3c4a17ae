"""The pages about parts: what is in the unit, what comes out, what lies at the line."""

from __future__ import annotations

from dataclasses import replace

from app.services.material import (
    CountLot,
    ExpectBox,
    ExpectExtra,
    ForgetExpected,
    SetCount,
    TakeOut,
    UndoScan,
)
from app.services.scan_routing import TypePart
from tests.screens import material_scenes, scenes
from tests.unit.test_ui_presenter import Scene, bearing
from ui.messages import say
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import BandBody, ScanSide, StepBody, TilesBody


def names(scene: Scene) -> list[str]:
    return [action.name for action in scene.screen.actions.left]


def rows(scene: Scene) -> RowsBody:
    assert isinstance(scene.screen.body, RowsBody)
    return scene.screen.body


def acts(scene: Scene) -> list[object]:
    return [call[1] for call in scene.intents.calls if call[0] == "do"]


def scan_side(scene: Scene) -> ScanSide:
    assert isinstance(scene.screen.body, StepBody)
    assert isinstance(scene.screen.body.side, ScanSide)
    return scene.screen.body.side


# -- undo --------------------------------------------------------------------------------------


def test_nobody_else_is_offered_to_undo_a_scan() -> None:
    state = material_scenes.just_scanned()
    other = next(p for p in scenes.plant().people if p.person == "402")
    assert "undo_scan" not in names(Scene(replace(state, person=other)))


def test_another_unit_is_not_offered_the_undo_of_the_last_one() -> None:
    state = material_scenes.just_scanned()
    assert state.run is not None
    assert "undo_scan" not in names(Scene(replace(state, run=replace(state.run, serial="other"))))


def test_one_s_own_scan_is_undone_with_one_tap() -> None:
    scene = Scene(material_scenes.just_scanned())
    scene.tap("undo_scan")
    assert acts(scene) == [UndoScan()]


# -- how many ----------------------------------------------------------------------------------


def test_a_step_for_one_piece_asks_for_no_count() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    scene.tap("missing")
    assert "count" not in [row.name for row in rows(scene).rows]
    scene.tap("count")
    assert scene.screen.face == "missing"


def test_more_than_are_missing_cannot_be_typed() -> None:
    scene = Scene(material_scenes.several())
    scene.tap("missing", "count", "key:9", "primary")
    assert acts(scene) == []
    assert scene.primary[0] == "waiting"


def test_a_count_is_told_to_the_station_and_shown_on_the_step() -> None:
    state = material_scenes.several()
    scene = Scene(state)
    assert say(scan_side(scene).heading) == "Fetch 3 of these"
    assert say(scan_side(scene).slot) == "Scan the next. So far: 1 of 4"
    scene.tap("missing", "count", "key:2", "primary")
    assert acts(scene) == [SetCount(2)]
    counted = replace(state, version=2, material=replace(state.material, count=2))
    scene.show(counted)
    assert say(scan_side(scene).slot) == "Next scan fits: 2"


def test_a_step_with_all_its_pieces_is_filled() -> None:
    state = bearing(scenes.signed_in("scan-bearing"))
    assert state.run is not None
    scene = Scene(scenes.signed_in("scan-bearing"))
    scene.show(replace(state, version=2))
    assert scan_side(scene).is_filled


# -- a label that cannot be read ---------------------------------------------------------------


def test_where_no_part_is_asked_for_nothing_is_typed() -> None:
    scene = Scene(material_scenes.still_held())
    scene.tap("missing")
    assert "type_label" not in names(scene)


def test_a_damaged_label_is_typed_as_it_stands_on_the_part() -> None:
    scene = Scene(material_scenes.damaged())
    scene.tap("type_label", "key:8", "key:8", "key:2", "primary")
    assert acts(scene) == [TypePart("882")]


# -- out again ---------------------------------------------------------------------------------


def test_a_part_that_came_out_meanwhile_is_not_taken_out_twice() -> None:
    scene = Scene(material_scenes.at_bolts())
    scene.tap("missing", "parts", "take_out:99")
    assert scene.screen.face == "parts"


def test_a_part_is_taken_out_with_its_reason() -> None:
    scene = Scene(material_scenes.still_held())
    scene.tap("missing", "parts", "take_out:0", "out_reason:on_hold")
    (act,) = acts(scene)
    assert isinstance(act, TakeOut)
    assert (act.fitted.lot, act.reason, act.quantity) == ("88213", "on_hold", None)


def test_of_several_pieces_it_is_asked_how_many_come_out() -> None:
    state = material_scenes.several()
    assert state.run is not None
    steps = tuple(
        replace(
            step,
            evidence=tuple(e for e in step.evidence for _ in range(2))
            if step.step.id == "scan-bearing"
            else step.evidence,
        )
        for step in state.run.steps
    )
    scene = Scene(replace(state, run=replace(state.run, steps=steps)))
    place = [row.value for row in _parts(scene).rows]
    number = next(n for n, value in enumerate(place) if say(value) == "2 ×")
    scene.tap(f"take_out:{number}", "out_reason:wrong_part", "key:1", "primary")
    (act,) = acts(scene)
    assert isinstance(act, TakeOut)
    assert act.quantity == 1


def _parts(scene: Scene) -> RowsBody:
    scene.tap("missing")
    scene.tap("parts")
    return rows(scene)


def test_a_part_on_hold_in_the_unit_comes_first_and_leads_out() -> None:
    scene = Scene(material_scenes.held_in_unit())
    assert scene.primary == ("primary", "Take out")
    scene.tap("primary")
    chip = rows(scene).rows[0].chip
    assert chip is not None
    assert say(chip.words) == "On hold"


def test_a_finished_unit_with_a_held_part_says_why_it_is_open() -> None:
    scene = Scene(material_scenes.held_at_the_end())
    assert isinstance(scene.screen.body, BandBody)
    assert "H-0097 by Quality 31: cage cracked" in say(scene.screen.body.why)
    assert scene.primary == ("primary", "Take out")


def test_what_is_on_hold_is_on_the_list_of_what_is_missing() -> None:
    scene = Scene(material_scenes.still_held())
    scene.tap("missing")
    assert say(rows(scene).rows[0].below) == "88213 is on hold: H-0097"


def test_doing_a_step_with_a_critical_part_again_says_that_it_takes_two() -> None:
    scene = Scene(scenes.torque())
    scene.tap("rail:scan-bearing")
    assert isinstance(scene.screen.body, TilesBody)
    assert "second person" in say(scene.screen.body.line)
    scene.tap("back", "rail:scan-housing")
    assert isinstance(scene.screen.body, TilesBody)
    assert "second person" not in say(scene.screen.body.line)


# -- beyond the bill ---------------------------------------------------------------------------


def test_who_may_not_add_a_part_is_refused_before_anything_is_typed() -> None:
    scene = Scene(material_scenes.still_held())
    scene.tap("missing", "parts", "extra")
    assert acts(scene) == [ExpectExtra("")]
    assert scene.screen.face == "parts"


def test_an_added_part_is_scanned_after_its_reason_is_said() -> None:
    scene = Scene(material_scenes.at_bolts())
    scene.tap("missing", "parts", "extra", "key:g", "key:a", "key:p", "primary")
    assert acts(scene) == [ExpectExtra("gap")]
    assert scene.screen.face == "extra.scan"
    scene.tap("forget")
    assert acts(scene)[-1] == ForgetExpected()


# -- at the line -------------------------------------------------------------------------------


def test_a_low_lot_says_so_and_is_counted_anew() -> None:
    scene = Scene(material_scenes.counted())
    scene.tap("missing", "stock")
    chips = [row.chip and say(row.chip.words) for row in rows(scene).rows]
    assert chips == [None, "Low", None]
    scene.tap("recount:1", "key:1", "key:2", "primary")
    assert acts(scene) == [CountLot("SKF 6204", "88170", 12)]


def test_a_box_is_counted_once_its_label_is_scanned() -> None:
    scene = Scene(material_scenes.counted())
    scene.tap("missing", "stock", "box", "key:4", "key:0", "primary")
    assert acts(scene) == [ExpectBox(40)]
    assert scene.screen.face == "box"
    scene.show(replace(material_scenes.box_came(), version=2, scans=1))
    assert scene.screen.face == "box.received"


def test_a_lot_that_is_not_there_is_recorded_and_the_next_may_be_taken() -> None:
    scene = Scene(material_scenes.take_first())
    scene.tap("not_there:SKF 6204;88170")
    assert acts(scene) == [CountLot("SKF 6204", "88170", 0)]
    assert scene.screen.face == "not_there"


def test_only_the_lot_to_take_first_is_said_not_to_be_there() -> None:
    assert not [n for n in names(Scene(scenes.blocked())) if n.startswith("not_there")]
