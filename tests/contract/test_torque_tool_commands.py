"""Commands, questions and subscriptions beyond the port, with a controller that has them all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from app.domain.errors import DeviceFault
from app.ports.devices import CommandResult, LinkState, Outcome
from device_drivers.open_protocol import watches
from device_drivers.open_protocol.commands import Commands
from device_drivers.open_protocol.profile import load
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.session import Session
from device_drivers.open_protocol.watches import Watch
from tests.helpers.tool_rig import START, Rig, a_rig

pytestmark = pytest.mark.allow_warnings


@pytest.fixture
async def rig() -> AsyncIterator[Rig]:
    async with a_rig() as made:
        await made.until_state(LinkState.READY)
        await made.do(do="job", number=3, steps=[[12, 8]])
        yield made


def session_of(rig: Rig) -> Session:
    session = rig.tool.session
    assert session is not None
    return session


@pytest.mark.parametrize(
    "tell",
    [
        lambda c: c.lock(),
        lambda c: c.lock(1, 2),
        lambda c: c.unlock(),
        lambda c: c.unlock(1),
        lambda c: c.abort_job(),
        lambda c: c.select(7),
        lambda c: c.set_batch_size(12, 150),
        lambda c: c.reset_batch(12),
        lambda c: c.select_job(3),
        lambda c: c.switch_jobs(off=True),
        lambda c: c.switch_jobs(off=False),
        lambda c: c.identify("0418-77231"),
        lambda c: c.identify_order("an identifier of a work order, longer than twenty-five"),
        lambda c: c.bypass_identifier(),
        lambda c: c.reset_identifiers(every=False),
        lambda c: c.reset_identifiers(every=True),
        lambda c: c.set_clock("2026-11-20:08:00:00"),
        lambda c: c.set_relays((1, 0, 0, 2, 3, 3, 3, 3, 3, 3)),
        lambda c: c.set_input(20, is_on=True),
        lambda c: c.set_input(20, is_on=False),
        lambda c: c.light_sockets(1, (1, 0, 0, 0, 0, 0, 0, 2), green=True),
        lambda c: c.light_sockets(1, (0,) * 8, green=False),
    ],
)
async def test_a_command_is_confirmed(
    rig: Rig, tell: Callable[[Commands], Awaitable[CommandResult]]
) -> None:
    result = await tell(session_of(rig).commands)
    assert result.is_confirmed, result


@pytest.mark.parametrize(
    ("tell", "code"),
    [
        (lambda c: c.lock(2), "29"),
        (lambda c: c.lock(1, 9), "36"),
        (lambda c: c.select(500), "02"),
        (lambda c: c.select_job(99), "17"),
        (lambda c: c.acknowledge_alarm(), "58"),
    ],
    ids=["no such tool", "no such lock", "no such program", "no such job", "no alarm"],
)
async def test_what_the_controller_does_not_want_is_rejected_with_its_code_and_words(
    rig: Rig, tell: Callable[[Commands], Awaitable[CommandResult]], code: str
) -> None:
    result = await tell(session_of(rig).commands)
    assert (result.outcome, result.code) == (Outcome.REJECTED, code)
    assert result.words


async def test_a_job_is_selected_when_the_controller_says_so(rig: Rig) -> None:
    session = session_of(rig)
    assert await session.watches.begin(watches.JOBS)
    assert (await session.commands.select_job(3)).is_confirmed
    assert session.watches.said[watches.JOB_INFO]["job_id"] == 3


async def test_a_job_is_restarted_and_aborted(rig: Rig) -> None:
    commands = session_of(rig).commands
    await commands.select_job(3)
    assert (await commands.count_up()).is_confirmed
    assert (await commands.count_down()).is_confirmed
    assert (await commands.restart_job(3)).is_confirmed
    assert (await commands.abort_job()).is_confirmed


async def test_an_alarm_is_acknowledged_and_over(rig: Rig) -> None:
    await rig.do(do="alarm", code="E404")
    await rig.until_state(LinkState.DEGRADED)
    assert (await session_of(rig).commands.acknowledge_alarm()).is_confirmed
    await rig.until_state(LinkState.READY)


async def test_questions_are_answered(rig: Rig) -> None:
    questions = session_of(rig).questions
    assert 12 in await questions.programs()
    program = await questions.program(12)
    assert (program["torque_min"], program["torque_max"]) == (Decimal("23.50"), Decimal("26.50"))
    assert 3 in await questions.jobs()
    job = await questions.job(3)
    assert job["step_count"] == 1
    assert (await questions.tool())["tool_serial"] == "SIMTOOL-01"
    relays = (await questions.inputs(0))["relays"]
    assert isinstance(relays, tuple)
    rig.simulator.controller.tighten()
    assert await questions.offline_count() == 1
    results = await questions.result_list()
    assert isinstance(results, tuple)
    assert [row["index"] for row in results if isinstance(row, dict)] == [1]


async def test_the_skew_of_the_clock_is_measured(rig: Rig) -> None:
    session = session_of(rig)
    ours = START.replace(tzinfo=None) + timedelta(hours=1)
    clock = await session.questions.clock(ours)
    assert clock.offset_s is not None
    assert -3600 <= clock.offset_s < -3500


@pytest.mark.parametrize(
    ("watch", "mid", "act"),
    [
        (watches.JOBS, watches.JOB_INFO, {"do": "tighten"}),
        (watches.IDENTIFIERS, watches.IDENTIFIER, {"do": "identify", "vin": "0418-77231"}),
        (watches.BATCH_LOCKS, watches.BATCH_LOCK, None),
        (watches.SPINDLE_STATUS, watches.SPINDLES, {"do": "tighten"}),
        (watches.ALL_INPUTS, watches.INPUTS, {"do": "pin", "number": 1, "on": True}),
        (watches.SOCKET_SELECTOR, watches.SOCKETS, {"do": "socket", "number": 1, "lifted": True}),
    ],
    ids=lambda value: str(value) if isinstance(value, int) else "",
)
async def test_what_is_subscribed_is_acknowledged_and_remembered(
    rig: Rig, watch: Watch, mid: int, act: dict[str, object] | None
) -> None:
    said = session_of(rig).watches
    await session_of(rig).commands.select_job(3)
    await rig.do(do="spindles", count=2)
    assert await said.begin(watch)
    if act == {"do": "tighten"}:
        rig.simulator.controller.tighten()
    elif act is not None:
        await rig.simulator.do(dict(act))
    assert await said.until(lambda: mid in said.said, 2.0)
    await said.end(watch)
    assert not said.is_on(watch)
    with pytest.raises(Refused):
        await said.end(watch)


async def test_one_digital_input_is_watched_by_its_function(rig: Rig) -> None:
    said = session_of(rig).watches
    assert await said.begin(watches.ONE_INPUT, {"input": 20})
    await rig.do(do="input", number=20, on=True)
    assert await said.until(lambda: said.said.get(watches.INPUT, {}).get("is_on") == 1, 2.0)
    assert said.said[watches.INPUT]["input"] == 20


async def test_while_commands_are_disabled_no_tool_is_armed_and_it_is_said(rig: Rig) -> None:
    await rig.do(do="disable_commands", on=True)
    status = await rig.until_state(LinkState.DEGRADED)
    assert "commands are disabled" in str(status.detail)
    result = await rig.tool.arm(12, "0418-77231")
    assert result.outcome is Outcome.REJECTED
    assert "disabled" in str(result.words)
    assert "enabled" not in rig.story
    await rig.do(do="disable_commands", on=False)
    await rig.until_state(LinkState.READY)
    assert (await rig.tool.arm(12, "0418-77231")).is_confirmed


async def test_in_manual_mode_no_tool_is_armed(rig: Rig) -> None:
    await rig.do(do="manual", on=True)
    await rig.until_state(LinkState.DEGRADED)
    result = await rig.tool.arm(12, "0418-77231")
    assert (result.outcome, result.code) == (Outcome.REJECTED, "manual")
    await rig.do(do="manual", on=False)
    await rig.until_state(LinkState.READY)


@pytest.mark.parametrize("code", [35, 92])
async def test_another_client_that_commands_the_controller_blocks_the_step(
    rig: Rig, code: int
) -> None:
    await rig.do(do="refuse", mid=42, code=code)
    result = await rig.tool.arm(12, "0418-77231")
    assert (result.outcome, result.code) == (Outcome.REJECTED, str(code))
    assert "enabled" not in rig.story


async def test_what_a_family_does_not_know_is_never_sent() -> None:
    settings = {"profile": load("desoutter_cvi")}
    async with a_rig(vendor="desoutter_cvi", settings=settings) as rig:
        await rig.until_state(LinkState.READY)
        result = await session_of(rig).commands.abort_job()
        assert (result.outcome, result.code) == (Outcome.REJECTED, "99")
        assert (await session_of(rig).commands.identify("0418-77231")).is_confirmed
        with pytest.raises(DeviceFault):
            await session_of(rig).questions.jobs()


async def test_a_job_that_is_still_being_aborted_is_waited_for(rig: Rig) -> None:
    await rig.do(do="refuse", mid=18, code=28)
    assert (await rig.tool.arm(12, "0418-77231")).is_confirmed
