"""The request handshake against the simulated PLC's program, without a network between."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from app.domain.errors import DeviceFault, DeviceOffline
from app.ports.devices import Outcome
from device_drivers.opcua.handshake import Handshake, PhaseLimits, Request
from device_drivers.opcua.plc_program import Asked, PlcProgram, Refusal
from device_drivers.opcua.tags import TagNames

NAMES = TagNames()
REQUEST = Request("r-2", "clamp", "SN-1")
LIMITS = PhaseLimits(clear_s=0.05, acknowledge_s=0.05, result_s=0.05)


class FakeTags:
    """Tags whose every look at them is one cycle of ``plc``; ``tick_s`` passes meanwhile."""

    def __init__(self, plc: PlcProgram, *, tick_s: float = 0.1) -> None:
        self.plc = plc
        self.asked = Asked(request=False, name="", serial="", id="")
        self.is_stuck = False
        self.fault_on_read: DeviceFault | None = None
        self.fault_at_phase = ""
        self.handshake: Handshake | None = None
        self._tick_s = tick_s
        self._at = 0.0

    async def read(self, names: tuple[str, ...]) -> list[Any]:
        if self.handshake and self.handshake.phase == self.fault_at_phase and self.fault_on_read:
            raise self.fault_on_read
        self._at += self._tick_s
        if not self.is_stuck:
            self.plc.scan(self.asked, self._at)
        roles = {getattr(NAMES, role): role for role in ("acknowledge", "acknowledge_id", "done")}
        roles |= {
            getattr(NAMES, role): role for role in ("result_id", "result_code", "result_text")
        }
        return [getattr(self.plc.shown, roles[name]) for name in names]

    async def write(self, values: dict[str, Any]) -> None:
        roles = {
            NAMES.request: "request",
            NAMES.request_name: "name",
            NAMES.request_serial: "serial",
            NAMES.request_id: "id",
        }
        self.asked = replace(self.asked, **{roles[n]: value for n, value in values.items()})

    async def changed(self) -> None:
        await asyncio.sleep(0.001)


def handshake(tags: FakeTags) -> Handshake:
    tags.handshake = Handshake(tags, NAMES, LIMITS)
    return tags.handshake


async def test_a_muted_machine_times_out_naming_the_phase_and_nothing_stays_requested() -> None:
    plc = PlcProgram()
    plc.mute(until=1e9)
    tags = FakeTags(plc)
    result = await handshake(tags).perform(REQUEST)
    assert result.outcome is Outcome.TIMED_OUT
    assert result.facts["phase"] == "acknowledge"
    assert "did not acknowledge “clamp”" in (result.words or "")
    assert not tags.asked.request


async def test_a_machine_that_never_finishes_times_out_in_the_result_phase() -> None:
    tags = FakeTags(PlcProgram(work_s=1e9))
    result = await handshake(tags).perform(REQUEST)
    assert (result.outcome, result.facts["phase"]) == (Outcome.TIMED_OUT, "result")
    assert not tags.asked.request


async def test_a_machine_that_never_clears_its_last_answer_times_out_before_being_asked() -> None:
    plc = PlcProgram()
    plc.shown = replace(plc.shown, done=True, result_id="r-1", result_code="0")
    tags = FakeTags(plc)
    tags.is_stuck = True
    result = await handshake(tags).perform(REQUEST)
    assert (result.outcome, result.facts["phase"]) == (Outcome.TIMED_OUT, "clear")
    assert tags.asked.id == ""


async def test_a_refused_request_carries_the_machines_code_and_words() -> None:
    plc = PlcProgram()
    plc.refuse_next(Refusal("E17", "clamp pressure low"))
    result = await handshake(FakeTags(plc)).perform(REQUEST)
    assert (result.outcome, result.code, result.words) == (
        Outcome.REJECTED,
        "E17",
        "clamp pressure low",
    )


async def test_a_refusal_without_words_still_says_something() -> None:
    plc = PlcProgram()
    plc.refuse_next(Refusal("", ""))
    result = await handshake(FakeTags(plc)).perform(REQUEST)
    assert result.outcome is Outcome.REJECTED
    assert result.words


async def test_an_answer_to_an_earlier_request_is_never_taken() -> None:
    class OldAnswer(FakeTags):
        """Shows the old result, flags and all, as soon as anything is requested."""

        async def write(self, values: dict[str, Any]) -> None:
            await super().write(values)
            raised = values.get(NAMES.request) is True
            old = replace(plc.shown, acknowledge_id="r-1", result_id="r-1", result_code="0")
            plc.shown = replace(old, done=raised, acknowledge=raised)

    plc = PlcProgram()
    tags = OldAnswer(plc)
    tags.is_stuck = True
    result = await handshake(tags).perform(REQUEST)
    assert (result.outcome, result.facts["phase"]) == (Outcome.TIMED_OUT, "acknowledge")


@pytest.mark.parametrize("phase", ["clear", "acknowledge", "result"])
async def test_a_link_lost_in_any_phase_is_raised_and_the_phase_known(phase: str) -> None:
    tags = FakeTags(PlcProgram(work_s=1e9))
    tags.fault_on_read = DeviceOffline("M-1", "cable out")
    tags.fault_at_phase = phase
    asking = handshake(tags)
    with pytest.raises(DeviceOffline):
        await asking.perform(REQUEST)
    assert asking.facts(REQUEST)["phase"] == phase


async def test_a_cancelled_request_is_withdrawn_from_the_machine() -> None:
    tags = FakeTags(PlcProgram(work_s=1e9))
    asking = asyncio.ensure_future(
        Handshake(tags, NAMES, PhaseLimits(result_s=60)).perform(REQUEST)
    )
    while not tags.plc.shown.acknowledge:
        await tags.changed()
    asking.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asking
    assert not tags.asked.request


async def test_a_request_carried_out_is_confirmed_and_both_sides_are_cleared() -> None:
    tags = FakeTags(PlcProgram())
    result = await handshake(tags).perform(REQUEST)
    assert result.is_confirmed
    assert result.facts == {"request": "clamp", "request_id": "r-2"}
    await tags.read((NAMES.done,))
    assert not tags.plc.shown.done
    assert not tags.plc.shown.acknowledge


async def test_a_machine_that_finished_before_we_looked_is_confirmed_too() -> None:
    result = await handshake(FakeTags(PlcProgram(work_s=0), tick_s=9)).perform(REQUEST)
    assert result.is_confirmed


async def test_a_release_takes_the_part_away_unless_it_was_refused() -> None:
    plc = PlcProgram()
    tags = FakeTags(plc)
    plc.refuse_next(Refusal("E2", "door open"))
    await handshake(tags).perform(Request("r-1", "release", "SN-1"))
    assert plc.shown.part_present
    await handshake(tags).perform(Request("r-2", "release", "SN-1"))
    assert not plc.shown.part_present
