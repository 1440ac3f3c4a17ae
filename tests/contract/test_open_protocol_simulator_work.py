"""The simulated controller at work: programs, jobs, identifiers, signals and results."""

from __future__ import annotations

from collections.abc import AsyncIterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.fields import Values, serialise
from device_drivers.open_protocol.simulator.acts import ACTS
from device_drivers.open_protocol.simulator.fault_acts import FAULTS
from device_drivers.open_protocol.simulator.help import control_lines
from device_drivers.open_protocol.simulator.subscriptions import ALL
from device_drivers.open_protocol.simulator.tightening import FAILURES
from device_drivers.open_protocol.simulator.vendor import Batches, Counted, vendor_names
from device_drivers.open_protocol.simulator.work import Work
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.trace import parse_trace
from tests.helpers.controller_rig import ControllerRig, Peer, a_controller, read


@pytest.fixture
async def rig() -> AsyncIterator[ControllerRig]:
    async with a_controller() as made:
        yield made


@pytest.fixture
async def peer(rig: ControllerRig) -> Peer:
    made = await rig.connect()
    await made.start()
    return made


async def event(peer: Peer, acknowledge: int) -> Values:
    """The next telegram, read and acknowledged."""
    values = read(await peer.receive())
    peer.tell(acknowledge)
    return values


def body(mid: int, revision: int = 1, **values: Any) -> bytes:
    return serialise(LAYOUTS[mid, revision], values)


@pytest.mark.parametrize("row", ALL, ids=lambda row: f"{row.subscribe:04d}")
async def test_every_subscription_begins_once_and_ends_once(peer: Peer, row: Any) -> None:
    number = b"001" if row.subscribe in {216, 220} else b""
    answers = []
    for mid in (row.subscribe, row.subscribe, row.unsubscribe, row.unsubscribe):
        answer = await peer.ask(mid, number)
        while answer.mid in row.events:
            peer.tell(row.acknowledges[row.events.index(answer.mid)])
            answer = await peer.receive()
        answers.append(int(answer.body[4:6]) if answer.mid == 4 else None)
    assert answers == [None, row.already, None, row.not_at_all]


async def test_programs_are_listed_in_every_revision_and_shown_with_their_limits(
    peer: Peer,
) -> None:
    for revision in (1, 2, 3, 4):
        listed = read(await peer.ask(10, revision=revision))
        assert listed["psets"] == tuple(range(1, 100))
    shown = read(await peer.ask(12, b"012"))
    assert (shown["torque_min"], shown["torque_max"]) == (Decimal("23.50"), Decimal("26.50"))
    assert await peer.code(12, b"777") == 2
    assert await peer.code(18, b"777") == 2


async def test_a_batch_is_counted_and_its_end_locks_the_tool_where_that_is_wanted(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(19, b"01202") is None
    assert await peer.code(21) is None
    assert (await event(peer, 23))["is_locked"] == 0
    assert await peer.code(60) is None
    await rig.do("tighten")
    running = await event(peer, 62)
    assert (running["batch_size"], running["batch_counter"], running["batch_status"]) == (2, 1, 3)
    await rig.do("tighten", failure="stripped")
    failed = await event(peer, 62)
    assert (failed["batch_counter"], failed["batch_status"], failed["status"]) == (1, 3, 0)
    await rig.do("tighten")
    assert (await event(peer, 62))["batch_status"] == 1
    assert (await event(peer, 23))["is_locked"] == 1
    await rig.do("tighten")
    await rig.until_event("refused")


def test_a_controller_that_counts_all_says_that_a_batch_was_not_ok() -> None:
    work = Work(Batches(counted=Counted.ALL), sizes={12: 2})
    counts = [work.count(12, is_ok=False), work.count(12, is_ok=True)]
    assert [(count.counter, count.status) for count in counts] == [(1, 3), (2, 0)]


async def test_a_batch_is_counted_by_hand_as_far_as_it_goes(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(128) == 23
    await rig.do("batch", pset=12, size=1)
    assert await peer.code(128) is None
    assert await peer.code(128) == 23
    assert await peer.code(129) is None
    assert await peer.code(129) == 23
    assert await peer.code(20, b"012") is None


async def test_a_job_leads_from_program_to_program_and_says_so(
    rig: ControllerRig, peer: Peer
) -> None:
    await rig.do("job", number=7, name="Cover", steps=[[5, 1], [12, 1]])
    assert read(await peer.ask(30))["jobs"] == (1, 2, 7)
    shown = read(await peer.ask(32, b"07"))
    assert shown["job_name"] == "Cover"
    assert await peer.code(32, b"99") == 17
    assert await peer.code(34) is None
    assert await peer.code(38, b"99") == 17
    assert await peer.code(39, b"07") == 21
    assert await peer.code(38, b"07") is None
    assert (await event(peer, 36))["job_status"] == 0
    assert rig.controller.selected == 5
    await rig.do("tighten")
    await event(peer, 36)
    assert rig.controller.selected == 12
    await rig.do("tighten")
    await event(peer, 36)
    assert rig.controller.work.status == 1
    assert await peer.code(38, b"07") is None
    await event(peer, 36)
    assert await peer.code(127) is None
    assert (await event(peer, 36))["job_status"] == 3
    assert await peer.code(127) is None
    assert await peer.code(130, b"0") is None
    assert rig.count("job off") == 1
    assert await peer.code(130, b"1") is None
    assert await peer.code(130, b"7") == 1


async def test_identifiers_come_one_by_one_and_are_taken_back(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(51, revision=2) is None
    assert await peer.code(151) is None
    assert await peer.code(50, b"0418-77231") is None
    assert (await event(peer, 53))["vin"] == "0418-77231"
    parts = (await event(peer, 153))["parts"]
    assert isinstance(parts, tuple)
    assert [part["part_status"] for part in parts if isinstance(part, dict)] == [1, 0, 0, 0]
    assert await peer.code(150, b"LOT-7") is None
    assert (await event(peer, 53))["identifier_2"] == "LOT-7"
    peer.tell(153)
    assert (await peer.receive()).mid == 152
    peer.tell(153)
    for mid in (155, 156, 157):
        assert await peer.code(mid) is None
        assert (await peer.receive()).mid == 52
        peer.tell(53)
        assert (await peer.receive()).mid == 152
        peer.tell(153)
    assert rig.controller.identifiers == []
    assert await peer.code(50, b"V" * 26) == 1
    assert await peer.code(150, b"V" * 101) == 1


async def test_an_alarm_is_told_and_acknowledged_from_either_side(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(70) is None
    assert (await event(peer, 77))["is_active"] == 0
    assert await peer.code(78) == 58
    await rig.do("alarm", code="E404")
    raised = await event(peer, 72)
    assert (raised["code"], raised["tool_ready"]) == ("E404", 0)
    assert await peer.code(78) is None
    assert (await event(peer, 75))["code"] == "E404"
    await rig.do("alarm")
    await event(peer, 72)
    await rig.do("clear_alarm")
    assert (await event(peer, 75))["code"] == "E404"


async def test_an_alarm_and_a_curves_limits_come_in_the_generic_way_too(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(8, b"100000200") == 74
    assert await peer.code(8, b"100000100") is None
    await rig.do("alarm", code="E404")
    assert (await event(peer, 1001))["code"] == "E404"
    assert await peer.code(8, b"090100100") is None
    await rig.do("tighten")
    message = await peer.receive()
    peer.tell(5, b"0901")
    parameters = read(message)["parameters"]
    assert isinstance(parameters, tuple)
    pids = [each["pid"] for each in parameters if isinstance(each, dict)]
    assert pids == ["30238", "30239", "30241", "30242"]
    assert await peer.code(9, b"090100100") is None


async def test_relays_and_inputs_are_set_told_and_shown(rig: ControllerRig, peer: Peer) -> None:
    assert await peer.code(200, b"1030000000") is None
    assert await peer.code(200, b"2333333333") is None
    assert (await rig.until_event("relays", 2))["states"] == "2000000000"
    assert await peer.code(210) is None
    assert (await event(peer, 212))["inputs"] == (0,) * 8
    await rig.do("pin", number=3)
    assert (await event(peer, 212))["inputs"] == (0, 0, 1, 0, 0, 0, 0, 0)
    for revision in (1, 2):
        status = read(await peer.ask(214, b"00", revision))
        assert status["device_number"] == 0
    assert await peer.code(214, b"09") == 53
    for number in (b"026", b"019"):
        assert await peer.code(220, number) is None
        await event(peer, 222)
    await rig.do("input", number=26)
    assert (await event(peer, 222)).items() >= {"input": 26, "is_on": 1}.items()
    assert await peer.code(225, b"026") is None
    assert (await event(peer, 222))["is_on"] == 0
    assert await peer.code(216, b"001") is None
    await event(peer, 218)
    await rig.do("relay", number=1)
    assert (await event(peer, 218))["is_on"] == 1


async def test_a_socket_that_is_lifted_is_told_and_lights_are_set(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(250) is None
    assert (await event(peer, 252))["socket_count"] == 8
    await rig.do("socket", number=2)
    sockets = (await event(peer, 252))["sockets"]
    assert isinstance(sockets, tuple)
    assert sockets[:3] == (0, 1, 0)
    lights = body(254, device_number=1, lights=(0, 1, 0, 0, 0, 0, 0, 0))
    assert await peer.code(254, lights) is None
    assert await peer.code(255, lights) is None
    assert rig.controller.signals.green == rig.controller.signals.red == [0, 1] + [0] * 6


async def test_manual_mode_is_told(rig: ControllerRig, peer: Peer) -> None:
    assert await peer.code(400) is None
    assert (await event(peer, 402))["is_manual"] == 0
    await rig.do("manual")
    assert (await event(peer, 402))["is_manual"] == 1


async def test_the_tool_is_locked_and_released_by_number_and_kind(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(42, body(42, 2, tool_number=1, lock_type=1), revision=2) is None
    assert rig.controller.is_enabled is False
    assert await peer.code(43, body(43, 2, tool_number=1), revision=2) is None
    assert await peer.code(42, body(42, 2, tool_number=2, lock_type=0), revision=2) == 29
    assert await peer.code(42, body(42, 2, tool_number=1, lock_type=9), revision=2) == 36
    for revision in range(1, 6):
        assert read(await peer.ask(40, revision=revision))["tool_serial"] == "SIMTOOL-01"


async def test_several_spindles_come_as_one_result(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("spindles", count=3)
    assert await peer.code(90) is None
    assert await peer.code(100) is None
    await rig.do("tighten")
    values = await event(peer, 102)
    spindles = values["spindles"]
    assert isinstance(spindles, tuple)
    assert [one["spindle"] for one in spindles if isinstance(one, dict)] == [1, 2, 3]
    assert (await event(peer, 92))["spindle_count"] == 3


async def test_results_of_spindles_and_operations_are_had_again_by_their_number(
    rig: ControllerRig, peer: Peer
) -> None:
    for _ in range(3):
        rig.controller.tighten()
    assert await peer.code(100, b"0000000002", revision=2) is None
    assert [(await event(peer, 102))["sync_tightening_id"] for _ in range(2)] == [2, 3]
    assert await peer.code(103) is None
    assert await peer.code(100, b"00000000021", revision=3) is None
    assert await peer.code(8, b"1201001300000000003" + b" " * 19 + b"1") is None
    messages = [(await event(peer, 1203)), (await event(peer, 1203))]
    assert [message["result_id"] for message in messages] == [3, 3]
    assert read(await peer.ask(6, b"1201001100000000002"))["result_id"] == 2
    assert read(await peer.ask(6, b"1201001100000000000"))["result_id"] == 3
    assert await peer.code(6, b"1201001100000000009") == 15


@pytest.mark.parametrize("revision", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 998, 999])
async def test_a_result_comes_in_the_revision_that_was_subscribed(
    rig: ControllerRig, peer: Peer, revision: int
) -> None:
    rig.controller.identify("0418-77231")
    assert await peer.code(60, revision=revision) is None
    await rig.do("tighten", torque="25.10", angle=59)
    message = await peer.receive()
    values = read(message)
    assert message.revision == revision
    assert (values["torque"], values["angle"], values["vin"]) == (
        Decimal("25.10"),
        59,
        "0418-77231",
    )


@pytest.mark.parametrize("failure", sorted(FAILURES))
async def test_a_screw_that_fails_is_not_ok(rig: ControllerRig, peer: Peer, failure: str) -> None:
    assert await peer.code(60, revision=3) is None
    await rig.do("tighten", failure=failure)
    values = await event(peer, 62)
    assert values["status"] == 0
    assert (values["torque_status"], values["angle_status"]) != (1, 1)
    assert values["result_type"] == 1


async def test_a_loosening_says_that_it_is_one(rig: ControllerRig, peer: Peer) -> None:
    assert await peer.code(60, revision=3) is None
    await rig.do("loosen")
    assert (await event(peer, 62))["result_type"] == 2


async def test_traces_follow_their_result_and_old_results_are_listed(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(60) is None
    assert await peer.code(8, b"0900001380" + b" " * 29 + b"02001002") is None
    await rig.do("tighten", torque="25.10", angle=59)
    await event(peer, 62)
    kinds = []
    for _ in range(2):
        trace = parse_trace(await peer.receive())
        peer.tell(5, b"0900")
        kinds.append(trace.kind)
        assert trace.result_id == 1
        assert trace.samples[-1] == pytest.approx({1: 239.0, 2: 25.1}[trace.kind])
    assert kinds == [1, 2]
    assert (await peer.ask(6, b"006600100")).mid == 66
    rows = read(await peer.ask(6, b"006700100"))["results"]
    assert isinstance(rows, tuple)
    assert [row["index"] for row in rows if isinstance(row, dict)] == [1]
    assert await peer.code(6, b"000100100") == 75
    assert await peer.code(8, b"006100100") == 73
    assert await peer.code(9, b"090000100") is None
    assert await peer.code(9, b"090000100") == 72


@pytest.mark.parametrize("name", sorted(ACTS))
async def test_every_control_line_of_the_help_is_understood(name: str, rig: ControllerRig) -> None:
    assert f'"do": "{name}"' in control_lines()
    await rig.do(name, **ACTS[name].example)


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ({"do": "job", "number": 1, "steps": []}, '"steps"'),
        ({"do": "job", "number": 1, "steps": [[12]]}, r"\[12, 8\]"),
        ({"do": "select", "pset": 777}, "no program 777"),
        ({"do": "tighten", "failure": "bored"}, "stripped"),
        ({"do": "identify", "vin": ""}, '"vin"'),
        ({"do": "socket", "number": 9}, "from 1 to 8"),
        ({"do": "pin", "number": True}, "whole number"),
        ({"do": "manual", "on": "yes"}, "true or false"),
    ],
)
async def test_a_control_line_with_wrong_arguments_is_one_sentence(
    rig: ControllerRig, command: dict[str, object], complaint: str
) -> None:
    with pytest.raises(InvalidInput, match=complaint):
        await rig.simulator.do(command)


@pytest.mark.parametrize("name", sorted([*ACTS, *FAULTS, *vendor_names()]))
def test_the_engineers_page_and_the_help_name_everything(name: str) -> None:
    page = (Path(__file__).parents[2] / "docs" / "engineers.md").read_text("utf-8")
    assert f'"{name}"' in page or f"`{name}`" in page
    assert name in control_lines()
