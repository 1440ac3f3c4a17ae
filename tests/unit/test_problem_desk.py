"""Problems, defects and causes on a real journal: what is recorded, and what it holds up."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np
import pytest

from app.domain.defect_rules import FoundDefect
from app.domain.defects import DEFAULT_CODES, DefectCode, DefectCodes, Pin
from app.domain.errors import DeviceFault, DeviceOffline
from app.domain.problem_events import (
    DefectDismissed,
    DefectRecorded,
    ProblemDescribed,
    ProblemEnded,
)
from app.domain.whys import Cause, CauseCodes
from app.ports.devices import DeviceStatus, LinkState, Photo
from app.runtime.sharpness import is_sharp, sharpness
from app.services.defects import COUNTED_DAYS, DismissDefect, RecordDefect, ResolveDefect
from app.services.problem_desk import DescribeProblem, EndDanger
from app.services.snapshots import DropSnapshot, TakeSnapshot
from tests.helpers.station_rig import BADGE, station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.event_body import Body
    from app.services.acts import Act
    from tests.helpers.station_rig import Rig

UNIT = "0418-77231"
SCRATCH = FoundDefect("scratch", "minor", "rework_here", (Pin(0.1, 0.1, "left"),))


class FakeCamera:
    """Gives ``jpeg`` when it may; ``fault`` is why it does not."""

    def __init__(self, jpeg: bytes = b"jpeg") -> None:
        self.jpeg = jpeg
        self.fault: DeviceFault | None = None
        self.may = asyncio.Event()
        self.may.set()
        self.status = DeviceStatus("CAM-1", LinkState.READY)

    async def run(self) -> None:
        await asyncio.Event().wait()

    async def photo(self) -> Photo:
        await self.may.wait()
        if self.fault is not None:
            raise self.fault
        return Photo(self.jpeg, 640, 480, datetime(2026, 11, 20, 9, 41, tzinfo=UTC))


async def at_seal(rig: Rig) -> None:
    await rig.to_bolts()
    await rig.pull("1")
    await rig.pull("2")
    assert rig.step == "backlash"


async def do(rig: Rig, *acts: Act) -> None:
    for act in acts:
        await rig.station.do(act)


def of_kind(bodies: list[Body], kind: type[Body]) -> list[Body]:
    return [body for body in bodies if isinstance(body, kind)]


# -- unhappy paths ----------------------------------------------------------------------------


@pytest.mark.parametrize("act", [RecordDefect(SCRATCH), DismissDefect(()), ResolveDefect(1)])
async def test_without_a_unit_nothing_is_recorded_of_it(tmp_path: Path, act: Act) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, act)
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "unit.none"


@pytest.mark.allow_warnings
async def test_a_full_disk_records_nothing_and_shows_nothing_recorded(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await at_seal(rig)
        rig.journal.is_broken = True
        await do(rig, RecordDefect(SCRATCH))
        assert rig.state.defects.recorded_us == 0
        assert rig.state.run is not None
        assert rig.state.run.open_defects == ()
        assert rig.state.storage_problem is not None


async def test_a_report_needs_words_or_a_photo(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, DescribeProblem("other", "  ", with_photo=True))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "problem.no_words"


async def test_a_camera_that_gives_nothing_says_why_and_stops_nobody(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        camera = FakeCamera()
        camera.fault = DeviceOffline("CAM-1", "unplugged")
        rig.station._problems.use({"CAM-1": camera})
        await at_seal(rig)
        await do(rig, TakeSnapshot())
        await rig.until(
            lambda s: s.defects.snap is not None and s.defects.snap.problem is not None
        )
        await do(rig, RecordDefect(SCRATCH, with_photo=True))
        (recorded,) = of_kind(await rig.bodies(UNIT), DefectRecorded)
        assert isinstance(recorded, DefectRecorded)
        assert recorded.photo is None


# -- defects ------------------------------------------------------------------------------------


async def test_a_defect_is_on_record_before_it_is_shown_and_is_counted(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await at_seal(rig)
        assert rig.state.defects.codes == DEFAULT_CODES
        await do(rig, RecordDefect(SCRATCH))
        (recorded,) = of_kind(await rig.bodies(UNIT), DefectRecorded)
        assert isinstance(recorded, DefectRecorded)
        assert (recorded.step, recorded.zone, recorded.number) == ("backlash", "left", 1)
        assert rig.state.defects.recorded == 1
        assert rig.state.defects.counts == {("left", "scratch"): 1}


async def test_a_defect_looked_at_on_another_unit_is_not_recorded(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await at_seal(rig)
        await do(rig, RecordDefect(SCRATCH, "0418-00000"))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "defect.other_unit"
        assert of_kind(await rig.bodies(UNIT), DefectRecorded) == []


async def test_what_was_found_long_ago_no_longer_counts(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await at_seal(rig)
        await do(rig, RecordDefect(SCRATCH))
        rig.clock.us += (COUNTED_DAYS + 1) * 86_400 * 1_000_000
        await rig.station.reference_changed()
        assert rig.state.defects.counts == {}


async def test_the_plants_own_list_of_a_product_takes_the_place_of_ours(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(
            DefectCodes(product="*", codes=(DefectCode("any"),)),
            DefectCodes(product="GX-200", codes=(DefectCode("pore", {"en": "Pore"}),)),
            CauseCodes(situation="tool", causes=(Cause("battery", {"en": "Battery"}),)),
        )
        await at_seal(rig)
        assert [code.code for code in rig.state.defects.codes] == ["pore"]
        assert [cause.code for cause in rig.state.card.lists.causes["tool"]] == ["battery"]
        assert len(rig.state.card.lists.causes["nok"]) > 1


async def test_a_unit_proposed_for_scrap_is_held_and_its_tool_locked(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        found = FoundDefect("crack", "safety", "scrap")
        await do(rig, RecordDefect(found))
        await rig.until(lambda s: s.tool is None or not s.tool.is_armed)
        assert rig.state.run is not None
        assert rig.state.run.held == "defect_scrap"
        assert rig.tool.asked[-1] == "lock"


async def test_the_last_step_leaves_a_unit_open_until_its_defect_is_put_right(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("label")
        await do(rig, RecordDefect(SCRATCH))
        await rig.station.primary_pressed()
        run = rig.state.run
        assert run is not None
        assert (run.index, rig.state.finished) == (None, None)
        await do(rig, ResolveDefect(1))
        assert rig.state.finished is not None
        assert rig.state.finished.gaps == ("typed:backlash",)
        assert rig.state.run is None


async def test_open_defects_survive_a_restart(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_step("label")
        await do(rig, RecordDefect(SCRATCH))
        await rig.station.primary_pressed()
    async with station_at(tmp_path) as rig:
        assert rig.state.run is not None
        assert [d.code for d in rig.state.run.open_defects] == ["scratch"]


async def test_what_is_no_defect_is_on_record_too_and_keeps_nothing_open(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await at_seal(rig)
        await do(rig, DismissDefect((Pin(0.1, 0.1, "left"),)))
        (dismissed,) = of_kind(await rig.bodies(UNIT), DefectDismissed)
        assert isinstance(dismissed, DefectDismissed)
        assert dismissed.pins[0].zone == "left"
        assert rig.state.run is not None
        assert rig.state.run.open_defects == ()


# -- photos ---------------------------------------------------------------------------------------


async def test_a_slow_camera_holds_nobody_up_and_its_photo_is_kept_with_the_defect(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        camera = FakeCamera(b"photo")
        camera.may.clear()
        rig.station._problems.use({"CAM-1": camera})
        await rig.to_bolts()
        await do(rig, TakeSnapshot())
        await rig.pull("1")
        await rig.pull("2")  # the work went on meanwhile
        assert rig.state.defects.snap is not None
        assert rig.state.defects.snap.is_taking
        camera.may.set()
        await rig.until(lambda s: s.defects.snap is not None and s.defects.snap.photo is not None)
        await do(rig, RecordDefect(SCRATCH, with_photo=True))
        (recorded,) = of_kind(await rig.bodies(UNIT), DefectRecorded)
        assert isinstance(recorded, DefectRecorded)
        assert recorded.photo is not None
        assert await rig.station._ports.blobs.get(recorded.photo) == b"photo"
        assert rig.state.defects.snap is None


async def test_a_photo_thrown_away_before_it_came_does_not_come_back(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        camera = FakeCamera()
        camera.may.clear()
        rig.station._problems.use({"CAM-1": camera})
        await at_seal(rig)
        await do(rig, TakeSnapshot())
        await do(rig, DropSnapshot())
        camera.may.set()
        await do(rig, TakeSnapshot())
        await rig.until(lambda s: s.defects.snap is not None and s.defects.snap.photo is not None)
        shown = [s.defects.snap for s in rig.states if s.defects.snap is not None]
        assert [snap.photo is not None for snap in shown].count(True) >= 1


def chart(*, blur: int) -> bytes:
    picture: np.ndarray[Any, np.dtype[Any]] = np.full((480, 640), 230, np.uint8)
    for n in range(12):
        cv2.line(picture, (20 + n * 50, 20), (60 + n * 50, 460), 20, 2)
    if blur:
        picture = cv2.GaussianBlur(picture, (0, 0), blur)
    return bytes(cv2.imencode(".jpg", picture)[1])


def test_a_sharp_photo_is_told_from_a_blurred_one_and_from_none() -> None:
    assert is_sharp(chart(blur=0))
    assert not is_sharp(chart(blur=6))
    assert sharpness(b"no picture") == sharpness(b"") == 0.0


# -- problems -----------------------------------------------------------------------------------


async def test_not_safe_locks_the_tool_until_somebody_says_how_it_was_made_safe(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.problem_reported("not_safe")
        await rig.until(lambda s: s.tool is None or not s.tool.is_armed)
        assert rig.tool.asked[-1] == "lock"
        await do(rig, EndDanger("other"))
        assert rig.state.run is not None
        assert rig.state.run.is_stopped
        await do(rig, EndDanger("cleaned"))
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        (ended,) = of_kind(await rig.bodies(UNIT), ProblemEnded)
        assert isinstance(ended, ProblemEnded)
        assert ended.how == "cleaned"


async def test_not_safe_survives_a_restart(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.problem_reported("not_safe")
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        assert rig.state.run is not None
        assert rig.state.run.is_stopped
        assert not any(word.startswith("arm") for word in rig.tool.asked)


async def test_what_a_problem_is_follows_its_report(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await at_seal(rig)
        await rig.station.problem_reported("instruction")
        await do(rig, DescribeProblem("instruction", "Bolt 3 missing"))
        (told,) = of_kind(await rig.bodies(UNIT), ProblemDescribed)
        assert isinstance(told, ProblemDescribed)
        assert (told.words, told.step) == ("Bolt 3 missing", "backlash")
