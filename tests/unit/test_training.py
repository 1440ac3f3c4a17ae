"""Who is not certified works with a trainer who answers for them, and both are in the record."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.events import (
    StepCompleted,
    TrainingEnded,
    TrainingStarted,
    UnitStarted,
)
from app.services.sign_in import AskTrainer
from app.services.sign_off import SignByPin
from tests.helpers.station_rig import Rig, station_at
from tests.unit.test_people import SKILLED, TORQUE, TRAINER, UNIT, asked_refusal, recorded, refused


async def trainee_refused(rig: Rig) -> None:
    await rig.publish(TRAINER, SKILLED)
    await rig.scan("BADGE-402")


async def test_without_a_certificate_the_screen_says_which_since_when_and_who_helps(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await trainee_refused(rig)
        facts = refused(rig).facts
        assert (facts["skill"], facts["until"]) == ("torque", "2026-11-19")
        assert facts["who"] == "Trainer 7"
        assert rig.state.people.trainee is not None
        assert rig.state.person is None


async def test_a_badge_of_somebody_else_signs_them_in_and_trains_nobody(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await trainee_refused(rig)
        await rig.scan("BADGE-700")
        assert rig.state.person == TRAINER
        assert rig.state.people.training is None
        assert rig.state.people.trainee is None
        assert await recorded(rig, TrainingStarted) == []


@pytest.mark.parametrize(
    ("badge", "code"),
    [
        ("BADGE-500", "right.missing"),
        ("BADGE-402", "sign_in.skill_missing"),
        ("BADGE-000", "sign_in.badge_unknown"),
    ],
)
async def test_only_a_trainer_who_may_work_here_answers_for_a_trainee(
    tmp_path: Path, badge: str, code: str
) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await trainee_refused(rig)
        await rig.station.do(AskTrainer())
        await rig.scan(badge)
        assert asked_refusal(rig).code == code
        assert rig.state.person is None


async def test_a_trainee_may_still_ask_after_new_documents_came(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await rig.publish(TRAINER, SKILLED)
        await rig.scan("BADGE-500", "BADGE-402")
        await rig.station.reference_changed()
        await rig.station.do(AskTrainer())
        await rig.scan("BADGE-700")
        assert rig.state.person is not None
        assert rig.state.person.person == "402"


async def test_the_trainee_works_and_both_are_in_the_record(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await trainee_refused(rig)
        await rig.station.do(AskTrainer())
        await rig.station.do(SignByPin("7", "7777"))
        assert rig.state.person is not None
        assert rig.state.person.person == "402"
        await rig.scan(f"SN {UNIT}", "P:HS-200;L:H-2")
        bodies = await rig.bodies(UNIT)
        assert [b.trainer for b in bodies if isinstance(b, UnitStarted | StepCompleted)] == [
            "7", "7", "7",
        ]  # fmt: skip
        [started] = await recorded(rig, TrainingStarted)
        assert (started.trainee, started.trainer, started.skills) == ("402", "7", ("torque",))
        actors = {e.actor.id for e in await rig.journal._journal.unit_events(UNIT)}
        assert actors == {"402"}


async def in_training(rig: Rig) -> None:
    await trainee_refused(rig)
    await rig.station.do(AskTrainer())
    await rig.scan("BADGE-700")
    assert rig.state.people.training is not None


async def test_training_ends_with_the_sign_out(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await in_training(rig)
        await rig.station.signed_out()
        await rig.scan("BADGE-402")
        assert refused(rig).code == "sign_in.skill_missing"
        assert [b.why for b in await recorded(rig, TrainingEnded)] == ["signed_out"]


async def test_training_ends_with_the_shift_and_the_work_stays(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await in_training(rig)
        await rig.scan(f"SN {UNIT}")
        rig.shift = "Late"
        await rig.station._look()
        assert rig.state.person is None
        assert rig.step == "housing"
        assert [b.why for b in await recorded(rig, TrainingEnded)] == ["shift"]


async def test_who_takes_over_from_a_trainee_ends_the_training(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await in_training(rig)
        await rig.scan("BADGE-500")
        assert rig.state.people.training is None
        await rig.scan("BADGE-402")
        assert refused(rig).code == "sign_in.skill_missing"
        assert rig.state.person == SKILLED
