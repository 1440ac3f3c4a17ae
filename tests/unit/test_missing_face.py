"""The list of what is still missing: what to fetch and where, before it is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.helpers.station_rig import BADGE, station_at
from tests.screens import scenes, step_scenes
from tests.unit.test_ui_presenter import Scene, bearing
from ui.messages import say
from ui.presenters.rows import RowsBody

if TYPE_CHECKING:
    from pathlib import Path


def rows(scene: Scene) -> RowsBody:
    body = scene.screen.body
    assert isinstance(body, RowsBody)
    return body


def test_without_a_unit_or_a_chosen_order_there_is_no_list() -> None:
    scene = Scene(scenes.signed_in())
    assert "missing" not in [a.name for a in scene.screen.actions.left]
    assert not scene.tap("missing")
    assert scene.screen.face == "queue"


def test_what_to_fetch_is_named_with_part_lot_place_and_count() -> None:
    scene = Scene(step_scenes.missing())
    scene.tap("missing")
    first = rows(scene).rows[0]
    assert first.words == "Bearing 6204"
    assert say(first.below) == "SKF 6204 · take lot 88213"
    assert first.chip is not None
    assert say(first.chip.words) == "Place B3"
    assert say(first.value) == "1 ×"


def test_the_list_says_how_much_is_on_it_before_it_is_opened() -> None:
    scene = Scene(step_scenes.missing())
    assert [say(a.words) for a in scene.screen.actions.left][-1] == "Missing: 8"


def test_fitting_what_was_fetched_leads_back_to_the_work() -> None:
    state = step_scenes.missing()
    scene = Scene(state)
    scene.tap("missing")
    scene.show(replace(bearing(state), version=2))
    assert scene.screen.face == "step.scan"
    scene.fire()
    scene.tap("missing")
    assert "Bearing 6204" not in [row.words for row in rows(scene).rows]


def test_a_long_list_goes_down_and_back_up() -> None:
    scene = Scene(step_scenes.missing())
    scene.tap("missing")
    first = rows(scene).rows
    scene.tap("down")
    assert rows(scene).rows != first
    scene.tap("up")
    assert rows(scene).rows == first


def test_the_way_back_is_the_step() -> None:
    scene = Scene(step_scenes.missing())
    scene.tap("missing", "primary")
    assert scene.screen.face == "step.scan"


def test_the_chosen_order_says_what_a_unit_of_it_needs() -> None:
    scene = Scene(step_scenes.missing_of_order())
    scene.tap("missing")
    assert say(rows(scene).title) == "Needed for a unit of PO-100482, variant B"
    assert [row.words for row in rows(scene).rows][:2] == ["Housing", "Bearing 6204"]


# -- the station behind it -------------------------------------------------------------------


async def test_a_lot_on_hold_is_never_the_one_to_take(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "SN 0418-77231")
        fetch = rig.state.fetch
        assert fetch is not None
        assert fetch.lots["housing"].lot == "H-2"


async def test_a_chosen_order_brings_its_list_without_a_unit(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        assert rig.state.fetch is None
        await rig.station.order_chosen("PO-4711")
        fetch = rig.state.fetch
        assert fetch is not None
        assert (fetch.order, fetch.variant) == ("PO-4711", "A")
        assert fetch.needed.parts[0].line.component == "housing"
