"""A line of a check that failed, and what is decided about it at the plant's board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.events import StepRedone
from app.domain.form_events import FormLineSettled
from app.domain.form_run import CHECK_FAILED, failed_line_key
from app.domain.plant import DecidedSituation
from app.services.forms import FailFormLine, StartForm
from tests.helpers.checks import FLOOR, GUARD, check, published
from tests.helpers.gearbox import NOW
from tests.helpers.station_rig import BADGE, station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.services.forms_state import FormRow
    from tests.helpers.station_rig import Rig

NAME = "start-of-shift"
UNIT = "SN 0418-77231"


def row(rig: Rig) -> FormRow:
    found = rig.state.forms.row(NAME)
    assert found is not None
    return found


async def blocked(rig: Rig) -> str:
    """The guard is not OK, and no unit is begun; the run."""
    await published(rig, check(GUARD, FLOOR, every_h=8, failed_blocks=True))
    await rig.scan(BADGE)
    await rig.station.do(StartForm(NAME))
    await rig.station.do(FailFormLine("guard", "switch is loose"))
    await rig.scan(UNIT)
    assert rig.state.refusal is not None
    assert rig.state.refusal.refusal.code == "form.line_failed"
    return row(rig).run


def decided(run: str, decision: str = "put_right", step: str = "guard") -> DecidedSituation:
    return DecidedSituation(
        situation=failed_line_key(run, step), kind=CHECK_FAILED, title="Guard is not OK",
        decision=decision, words="Put right", by="lead 204", why="switch replaced", at=NOW,
        station="ST-040",
    )  # fmt: skip


async def settled(rig: Rig) -> list[FormLineSettled]:
    return [body for _, body in await rig.record() if isinstance(body, FormLineSettled)]


@pytest.mark.parametrize(("decision", "step"), [("noted", "guard"), ("put_right", "floor")])
async def test_what_settles_nothing_leaves_the_station_blocked(
    tmp_path: Path, decision: str, step: str
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(decided(await blocked(rig), decision, step))
        assert row(rig).blocks
        assert await settled(rig) == []


@pytest.mark.parametrize("decision", ["put_right", "no_danger"])
async def test_a_decision_at_the_board_lets_units_begin_and_stands_in_the_record_once(
    tmp_path: Path, decision: str
) -> None:
    async with station_at(tmp_path) as rig:
        run = await blocked(rig)
        await rig.publish(decided(run, decision))
        await rig.publish(decided(run, decision))
        (found,) = await settled(rig)
        assert (found.run, found.step, found.why) == (run, "guard", decision)
        assert (found.right, found.decided_by) == ("sign_off", "lead 204")
        await rig.scan(UNIT)
        assert rig.state.run is not None
        assert rig.state.run.serial == "0418-77231"


async def test_a_line_that_fails_once_more_is_not_settled_by_the_decision_before(
    tmp_path: Path,
) -> None:
    """The line was done again before the decision came, and failed after it had."""
    async with station_at(tmp_path) as rig:
        run = await blocked(rig)
        await rig.station.refusal_closed()
        await rig.station.step_redone("guard", "done_wrong")
        assert [b for _, b in await rig.record() if isinstance(b, StepRedone)]
        await rig.publish(decided(run))
        await rig.station.do(FailFormLine("guard", "loose again"))
        assert row(rig).blocks
        assert await settled(rig) == []
        await rig.publish(decided(run))
        assert not row(rig).blocks
