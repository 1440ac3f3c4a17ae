"""Calibrations that end: said of every device of the station before a step needs it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from msgspec import structs

from app.domain.calibration import Calibrated, Calibration, about
from app.domain.events import TighteningRecorded
from app.journal.record_reader import JournalRecords
from app.ports.devices import DeviceStatus, LinkState
from app.services.health_watch import HealthWatch
from tests.helpers.station_rig import station_at
from tests.screens import health_scenes, inspection_scenes, scenes
from tests.unit.test_ui_presenter import Scene
from ui.messages import say
from ui.presenters.rows import RowsBody
from ui.presenters.view_states import HealthBody
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.station_state import StationState

TODAY = date(2026, 11, 20)


def due(day: int) -> StationState:
    record = Calibration(device="T-07", record="C-1", due=date(2026, 11, day))
    said, state = about("T-07", record, TODAY), scenes.signed_in()
    found = {} if said is None else {"T-07": said}
    return replace(state, health=replace(state.health, calibrations=found))


def chip_of(state: StationState) -> tuple[ShownState, str]:
    chip = Scene(state).screen.header.trouble
    assert chip is not None
    return chip.state, say(chip.words)


def test_what_is_over_is_amber_in_the_header_before_what_only_ends() -> None:
    assert chip_of(inspection_scenes.gauge_over()) == (
        ShownState.ATTENTION,
        "G-12: not calibrated",
    )


def test_a_device_that_is_away_comes_before_a_calibration() -> None:
    away = scenes.devices(T07=LinkState.DISCONNECTED)
    assert chip_of(replace(due(23), devices=away))[1] == "T-07 offline"


def test_the_header_says_calmly_how_many_days_are_left() -> None:
    assert chip_of(due(23)) == (ShownState.TODO, "T-07: calibrate in 3 d")
    assert chip_of(due(20)) == (ShownState.TODO, "T-07: calibrate today")
    assert chip_of(due(19))[0] is ShownState.ATTENTION


def test_a_good_calibration_is_not_spoken_of() -> None:
    record = Calibration(device="T-07", record="C-1", due=date(2027, 11, 20))
    assert about("T-07", record, TODAY) is None


def test_the_station_page_says_it_beside_the_device() -> None:
    scene = Scene(inspection_scenes.gauge_over())
    scene.tap("station")
    body = scene.screen.body
    assert isinstance(body, HealthBody)
    said = {say(line.name): say(line.detail) for line in body.lines}
    assert said["T-07"] == "Calibration ends in 3 d"
    assert said["G-12"] == "Calibration over: do not use"


def test_the_record_of_a_value_names_its_certificate() -> None:
    state = health_scenes.values()
    assert state.found is not None
    first, *others = state.found.records
    assert isinstance(first.body, TighteningRecorded)
    under = Calibrated(record="C-2201-88", grade="soon", due=date(2026, 11, 23))
    made = replace(first, body=structs.replace(first.body, calibration=under))
    scene = Scene(replace(state, found=replace(state.found, records=(made, *others))))
    scene.tap("records:step:tighten-b", f"record:{made.event_id}")
    said: dict[str, str] = {}
    for _ in range(4):
        body = scene.screen.body
        assert isinstance(body, RowsBody)
        said |= {say(row.words): say(row.value) for row in body.rows}
        scene.tap("down")
    assert said["Calibration"] == "C-2201-88 · 2026-11-23"


async def test_the_watch_speaks_of_devices_that_are_here_and_have_a_record(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(
            Calibration(device="T-07", record="C-1", due=date(2026, 11, 23)),
            Calibration(device="T-99", record="C-2", due=date(2026, 11, 1)),
            Calibration(device="*", is_required=True),
        )
        board = rig.station.board
        board.update(
            devices=tuple(DeviceStatus(name, LinkState.READY) for name in ("T-07", "S-1"))
        )
        watch = HealthWatch(
            board=board,
            journal=rig.journal._journal,
            reference=rig.journal._journal,
            records=JournalRecords(tmp_path / "journal.db"),
            disk=lambda: (1, 1),
            qr=lambda _: (),
            software="1",
            machine=None,
            today=lambda: TODAY,
        )
        await watch.see()
        assert {d: s.code for d, s in rig.state.health.calibrations.items()} == {
            "T-07": "calibration.soon"
        }
