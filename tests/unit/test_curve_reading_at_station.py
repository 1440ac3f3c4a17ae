"""Torque curves at the station: read beside the work, by windows that stand still."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from analysis.curve_signatures import judge
from analysis.curve_windows import learn
from analysis.curves import Trace, features_of
from app.domain.curve_events import CurveRead, CurveWindowsLearned
from app.domain.envelope import Actor, Refs
from app.domain.events import CurveAttached, TighteningRecorded
from app.domain.memory_events import SituationOpened
from app.domain.readings import Curve
from app.domain.spc import ChartLimits
from app.ports.curves import JointRecord, UnreadCurve
from app.ports.journal import NewEvent
from app.services.curve_judging import LEARN_AT, is_due, read_curve
from device_drivers.open_protocol.simulator import tightening as tightening_of
from tests.helpers.curve_plant import planted
from tests.helpers.gearbox import NOW, tightening
from tests.helpers.station_rig import station_at

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

    from app.services.station_state import StationState
    from tests.helpers.station_rig import Rig

JOINT = "gearbox-mount:bolts:12:T-07"


def curve_of(truth: str, result_id: str, *, seed: int | None = None) -> Curve:
    chance = random.Random(result_id if seed is None else seed)  # noqa: S311 - simulated
    made = planted(truth, chance)
    return Curve(
        source="T-07", result_id=result_id, angle_deg=made.angle_deg, torque_nm=made.torque_nm
    )


async def history(rig: Rig, count: int, *, first: int = 0) -> None:
    """Bolts that were tightened here on earlier units, and their curves."""
    for number in range(first, first + count):
        result_id = f"old-{number}"
        refs = Refs(unit=f"old-{number // 2}", step="bolts", instruction="gearbox-mount")
        body = TighteningRecorded(
            step="bolts",
            position="1",
            attempt=1,
            ok=True,
            counted=True,
            reading=tightening(f"{25 + number / 1000:.3f}", result_id=result_id),
        )
        await rig.journal.append(NewEvent(body, Actor("device", "T-07"), refs))
        await rig.station.inbox.store_curve(curve_of("ok", result_id))


async def read(rig: Rig, result_id: str) -> CurveRead:
    """The reading of a curve, once it is there."""

    def is_there(state: StationState) -> bool:
        return state.curve_reading is not None and state.curve_reading.result_id == result_id

    found = (await rig.until(is_there)).curve_reading
    assert found is not None
    return found


async def recorded(rig: Rig) -> list[CurveRead]:
    return [body for _, body in await rig.record() if isinstance(body, CurveRead)]


async def windows(rig: Rig) -> list[CurveWindowsLearned]:
    return [body for _, body in await rig.record() if isinstance(body, CurveWindowsLearned)]


def unread() -> UnreadCurve:
    return UnreadCurve("T-07", 1, "1", JOINT, "bolts", "1", True, "e1", Refs(), "aa")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (None, "its samples are not kept here"),
        (b"{", "Input data was truncated"),
        (b"[]", "Expected `object`"),
        (
            msgspec.json.encode(
                Curve(source="T-07", result_id="1", angle_deg=(1.0,), torque_nm=(2.0,))
            ),
            "samples: 1",
        ),
    ],
)
def test_what_cannot_be_read_says_why(content: bytes | None, reason: str) -> None:
    said = read_curve(unread(), content, JointRecord())
    assert said.verdict == "unreadable"
    assert reason in (said.reason or "")


def test_windows_are_learned_three_times_and_then_stand() -> None:
    assert is_due(JointRecord(good=29)) is None
    assert is_due(JointRecord(good=30)) == 30
    learned = CurveWindowsLearned(
        joint=JOINT, version=1, count=30, first="a", last="b", windows=()
    )
    assert is_due(JointRecord(learned, 1, 99)) is None
    assert is_due(JointRecord(learned, 1, 100)) == 100
    at_last = msgspec.structs.replace(learned, count=300)
    assert is_due(JointRecord(at_last, 3, 400)) is None


async def test_before_there_are_windows_a_curve_is_only_learned_from(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await rig.station.inbox.store_curve(curve_of("cross_thread", "1"))
        said = await read(rig, "1")
        assert (said.verdict, said.signature, said.version) == ("learning", None, None)
        assert said.numbers["final_nm"] > 20


async def test_a_cross_thread_that_the_controller_called_ok_is_said_and_stops_nothing(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, LEARN_AT[0])
        await rig.to_bolts()
        await rig.pull("1")
        await rig.station.inbox.store_curve(curve_of("cross_thread", "1"))
        said = await read(rig, "1")
        assert (said.verdict, said.signature, said.version) == ("alarm", "cross_thread", 1)
        assert (said.joint, said.step, said.is_ok) == (JOINT, "bolts", True)
        assert said.left[0].window.name == "before_snug_nm"
        await rig.pull("2")
        await rig.station.inbox.store_curve(curve_of("ok", "2"))
        await rig.until(lambda _: rig.step != "bolts")
        await history(rig, 1, first=60)
        await read(rig, "old-60")
        shown = {s.curve_reading.result_id for s in rig.states if s.curve_reading is not None}
        assert "2" not in shown  # it would hide what the unit's other curve says
        assert rig.state.run is not None
        assert rig.state.run.held is None
        assert rig.state.refusal is None
        assert "curve.read" in await rig.kinds("0418-77231")


async def test_what_the_controller_said_speaks_against_the_curve(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, LEARN_AT[0])
        await rig.to_bolts()
        await rig.pull("1")
        await rig.station.inbox.store_curve(curve_of("cross_thread", "1"))
        await rig.until(lambda state: bool(state.card.situations))
        (opened,) = [one for _, one in await rig.record() if isinstance(one, SituationOpened)]
        kinds = {one.event_id: one.kind for one in await rig.envelopes()}
        said = [(kinds[one.event], one.role) for one in opened.evidence]
        assert said[:2] == [("curve.read", "trigger"), ("tightening.recorded", "contradicts")]
        assert {role for _, role in said[2:]} == {"context"}


async def test_the_reading_of_a_nok_result_stands_beside_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, LEARN_AT[0])
        await rig.to_bolts()
        await rig.pull("1", "16.90", ok=False)
        await rig.station.inbox.store_curve(curve_of("stripped", "1"))
        said = await read(rig, "1")
        assert (said.signature, said.is_ok) == ("stripped", False)
        assert rig.state.run is not None
        assert rig.state.run.current is not None
        assert rig.state.run.current.is_nok_open


async def test_each_reading_names_the_windows_it_rests_on(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, LEARN_AT[0] + 2)
        await read(rig, f"old-{LEARN_AT[0] + 1}")
        (learned,) = await windows(rig)
        assert (learned.version, learned.count, learned.joint) == (1, LEARN_AT[0], JOINT)
        assert [said.version for said in await recorded(rig)] == [None] * 30 + [1, 1]
        names = {window.name for window in learned.windows}
        assert {"final_nm", "total_deg", "work_j", "peak_nm", "before_snug_nm"} <= names


async def test_an_engineer_who_renews_the_limits_of_the_step_renews_the_windows(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, LEARN_AT[0])
        await read(rig, "old-29")
        renewed = ChartLimits(
            characteristic="gearbox-mount:bolts", set_at=NOW + timedelta(days=900), by="engineer 5"
        )
        await rig.publish(renewed)
        await history(rig, 1, first=50)
        assert (await read(rig, "old-50")).verdict == "learning"


async def test_a_frozen_tool_is_an_alarm_also_while_windows_are_learned(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, 6)
        for number in range(5):
            result_id = f"same-{number}"
            refs = Refs(unit="U", step="bolts", instruction="gearbox-mount")
            body = TighteningRecorded(
                step="bolts", position="1", attempt=1, ok=True, counted=True,
                reading=tightening(f"25.{number}", result_id=result_id),
            )  # fmt: skip
            await rig.journal.append(NewEvent(body, Actor("device", "T-07"), refs))
            await rig.station.inbox.store_curve(curve_of("ok", result_id, seed=3))
        said = await read(rig, "same-4")
        assert (said.verdict, said.signature) == ("alarm", "frozen_tool")


@pytest.mark.allow_warnings
async def test_a_full_disk_loses_no_reading(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, 1)
        rig.journal.is_broken = True
        assert await recorded(rig) == []
        rig.journal.is_broken = False
        await history(rig, 1, first=1)
        await read(rig, "old-1")
        assert [said.result_id for said in await recorded(rig)] == ["old-0", "old-1"]


async def test_a_curve_kept_before_a_restart_is_read_after_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        curve = curve_of("ok", "1")
        blob = await rig.station._ports.blobs.put(msgspec.json.encode(curve))
        attached = CurveAttached(
            source="T-07", epoch=1, result_id="1", blob=blob, samples=len(curve.torque_nm)
        )
        await rig.journal.append(NewEvent(attached, Actor("device", "T-07")))
    async with station_at(tmp_path) as rig:
        assert (await read(rig, "1")).verdict == "learning"
        assert len(await recorded(rig)) == 1


async def test_a_curve_of_a_result_that_does_not_count_is_not_read(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.station.inbox.store_curve(curve_of("ok", "nobody's"))
        await history(rig, 1)
        await read(rig, "old-0")
        assert [said.result_id for said in await recorded(rig)] == ["old-0"]


async def test_rebuilt_from_the_events_the_curves_are_the_same(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await history(rig, LEARN_AT[0] + 1)
        await read(rig, "old-30")
        journal = rig.journal._journal
        before = await journal.joint_record(JOINT, "T-07", 0)
        assert before.good == LEARN_AT[0] + 1
        assert await journal.work(journal._store.rebuild_projections) == ()
        assert await journal.joint_record(JOINT, "T-07", 0) == before
        assert await journal.unread_curves(0, 10) == ()


def test_the_simulator_makes_curves_that_look_like_what_it_says_of_them() -> None:
    chance = random.Random(2)  # noqa: S311 - simulated
    program = tightening_of.default_programs()[tightening_of.FIRST_SELECTED]

    def numbers(torque: Decimal, angle: int) -> dict[str, float]:
        rundown = tightening_of.Rundown(
            result_id=1, program=program, torque=torque, angle=angle, is_ok=True, time="", vin=None
        )
        return features_of(Trace(*tightening_of.curve(chance, rundown)))

    good = [
        numbers(tightening_of.good_torque(chance, program), tightening_of.good_angle(chance))
        for _ in range(60)
    ]
    windows = learn(good)
    looks = {kind: judge(numbers(*program.failing(kind)), windows).signature
             for kind in ("cross_threaded", "stripped", "wrong_joint")}  # fmt: skip
    assert looks == {
        "cross_threaded": "cross_thread", "stripped": "stripped", "wrong_joint": "washer"
    }  # fmt: skip
    assert sum(judge(curve, windows).verdict == "alarm" for curve in good) <= 1
