"""Every fault the simulated controller can be asked for, seen from the other end of the wire."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator.client import Patience
from device_drivers.open_protocol.simulator.fault_acts import FAULTS
from device_drivers.open_protocol.simulator.planned import Planned, parse_wish
from tests.helpers.certificates import self_signed
from tests.helpers.controller_rig import ControllerRig, Peer, a_controller, read

RESULT, RESULT_ACK = 60, 62


@pytest.fixture
async def rig() -> AsyncIterator[ControllerRig]:
    async with a_controller() as made:
        yield made


@pytest.fixture
async def peer(rig: ControllerRig) -> Peer:
    """Subscribed to results."""
    made = await rig.connect()
    await made.start(RESULT)
    return made


async def result(peer: Peer) -> int:
    """The next telegram is a result: its id, acknowledged."""
    message = await peer.receive()
    assert message.mid == 61
    peer.tell(RESULT_ACK)
    number = read(message)["tightening_id"]
    assert isinstance(number, int)
    return number


@pytest.mark.parametrize("how", ["pulled", "closed", "reset"])
async def test_cut_ends_the_connection_and_refuses_the_next(
    rig: ControllerRig, peer: Peer, how: str
) -> None:
    await rig.do("cut", seconds=5, how=how)
    if how == "reset":
        with pytest.raises(ConnectionResetError):
            await peer.reader.read(1)
    else:
        assert await peer.is_over()
    assert await (await rig.connect()).is_over()


async def test_cut_half_open_says_nothing_and_keeps_the_place_taken() -> None:
    now_s = 0.0
    async with a_controller(mono=lambda: now_s) as rig:
        first = await rig.connect()
        await first.start()
        await rig.do("cut", how="half_open", seconds=15)
        first.tell(9999)
        second = await rig.connect()
        assert await second.code(1) == 96
        now_s = 15.0
        assert (await second.ask(1)).mid == 2
        assert first.reader._buffer == b""  # type: ignore[attr-defined]


async def test_freeze_answers_late_and_loses_nothing(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("freeze", seconds=0.2)
    peer.tell(9999)
    rig.controller.tighten()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await peer.reader.readexactly(1)
    assert {(await peer.receive()).mid, (await peer.receive()).mid} == {61, 9999}


async def test_silence_loses_what_is_said(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("silence", seconds=0.2)
    peer.tell(9999)
    await asyncio.sleep(0.3)  # the silence itself
    assert (await peer.ask(40)).mid == 41


async def test_delay_lets_others_overtake(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("delay", mid=5, seconds=0.05)
    peer.tell(43)
    assert (await peer.ask(40)).mid == 41
    assert (await peer.receive()).mid == 5


async def test_duplicate_next_sends_one_result_twice(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("duplicate_next")
    rig.controller.tighten()
    rig.controller.tighten()
    assert [await result(peer) for _ in range(3)] == [1, 1, 2]


async def test_swallow_ack_sends_the_result_again(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("swallow_ack")
    rig.controller.tighten()
    assert [await result(peer) for _ in range(2)] == [1, 1]
    await rig.until_event("acknowledged")


async def test_what_is_never_acknowledged_ends_the_connection(
    rig: ControllerRig, peer: Peer
) -> None:
    rig.controller.tighten()
    ids = [read(await peer.receive())["tightening_id"] for _ in range(4)]
    assert ids == [1, 1, 1, 1]
    assert await peer.is_over()


async def test_what_is_never_acknowledged_drops_all_subscriptions_at_others() -> None:
    async with a_controller("atlas_pf4000") as rig:
        peer = await rig.connect()
        await peer.start(RESULT)
        rig.controller.tighten()
        for _ in range(4):
            assert (await peer.receive()).mid == 61
        await rig.until_event("subscriptions dropped")
        rig.controller.tighten()
        assert (await peer.ask(9999)).mid == 9999
        assert await peer.code(63) == 10


async def test_drop_subscriptions_tells_nobody(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("drop_subscriptions")
    rig.controller.tighten()
    assert (await peer.ask(9999)).mid == 9999
    assert await peer.code(RESULT) is None


async def test_wrong_length_declares_more_than_comes(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("wrong_length", mid=61, by=10)
    rig.controller.tighten()
    assert await peer.reader.readexactly(4) == b"0241"
    assert (await peer.reader.readexactly(228))[-1] == 0


async def test_garbage_is_no_telegram(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("garbage", bytes=40)
    assert len(await peer.reader.readexactly(40)) == 40


async def test_say_sends_whatever_it_is_told(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("say", frame="00240005001         0060")
    assert (await peer.receive()).body == b"0060"
    await rig.do("say", hex="00ff")
    assert await peer.reader.readexactly(2) == b"\x00\xff"
    with pytest.raises(InvalidInput, match="hexadecimal"):
        await rig.do("say", hex="0")


async def test_pieces_arrive_one_byte_at_a_time_and_whole(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("pieces", bytes=1)
    rig.controller.tighten()
    assert len(await peer.reader.read(1000)) < 231
    await rig.do("pieces", bytes=0)
    rig.controller.tighten()
    text = b""
    while text.count(b"0061") < 1 or not text.endswith(b"\0"):
        text += await peer.reader.read(1000)


async def test_together_sends_two_telegrams_in_one_packet(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("together", count=2)
    peer.tell(42)
    peer.tell(43)
    assert (
        await peer.reader.read(1000) == b"00240005001         0042\x0000240005001         0043\0"
    )
    await rig.do("together", count=0)
    assert await peer.code(43) is None


async def test_refuse_answers_with_the_code_once(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("refuse", mid=43, code=27)
    assert await peer.code(43) == 27
    assert await peer.code(43) is None


async def test_no_answer_hears_and_keeps_silent(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("no_answer", mid=18)
    peer.tell(18, b"012")
    assert (await peer.ask(9999)).mid == 9999
    await rig.until_event("unanswered")


async def test_disable_commands_refuses_them_and_says_so(rig: ControllerRig, peer: Peer) -> None:
    assert await peer.code(420) is None
    assert (await peer.receive()).body == b"0"
    peer.tell(422)
    await rig.do("disable_commands", code=92)
    assert (await peer.receive()).body == b"1"
    peer.tell(422)
    assert await peer.code(18, b"012") == 92
    assert (await peer.ask(40)).mid == 41
    await rig.do("disable_commands", on=False)
    assert (await peer.receive()).body == b"0"
    assert await peer.code(18, b"012") is None


async def test_select_wrong_next_accepts_one_program_and_selects_another(
    rig: ControllerRig, peer: Peer
) -> None:
    await rig.do("select_wrong_next", pset=5)
    assert await peer.code(18, b"012") is None
    assert rig.controller.selected == 5


async def test_wrong_limits_are_claimed_by_one_result(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("wrong_limits", percent=10)
    rig.controller.tighten()
    rig.controller.tighten()
    targets = []
    for _ in range(2):
        targets.append(str(read(await peer.receive())["torque_target"]))
        peer.tell(RESULT_ACK)
    assert targets == ["27.50", "25.00"]


async def test_forget_loses_one_old_result(rig: ControllerRig, peer: Peer) -> None:
    for _ in range(2):
        rig.controller.tighten()
        await result(peer)
    await rig.do("forget", result_id=1)
    assert await peer.code(64, b"0000000001") == 15
    assert (await peer.ask(64, b"0000000002")).mid == 65


async def test_reset_ids_counts_anew(rig: ControllerRig, peer: Peer) -> None:
    rig.controller.tighten()
    assert await result(peer) == 1
    await rig.do("reset_ids")
    rig.controller.tighten()
    assert await result(peer) == 1
    await rig.do("reset_ids", first=700)
    rig.controller.tighten()
    assert await result(peer) == 700


async def test_limit_revision_knows_no_newer_one(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("limit_revision", mid=64, revision=2)
    assert await peer.code(64, b"0000000000", revision=3) == 97
    assert await peer.code(64, b"0000000000", revision=2) == 15


async def test_clock_goes_wrong(rig: ControllerRig, peer: Peer) -> None:
    assert (await peer.ask(80)).body == b"2026-11-20:08:00:00"
    await rig.do("clock", seconds=-3600)
    assert (await peer.ask(80)).body == b"2026-11-20:07:00:00"
    await rig.do("clock", to="1970-01-01:00:00:00")
    assert (await peer.ask(80)).body == b"1970-01-01:00:00:00"
    with pytest.raises(InvalidInput, match="1970-01-01"):
        await rig.do("clock", to="yesterday")


async def test_late_result_comes_with_the_next_subscription(
    rig: ControllerRig, peer: Peer
) -> None:
    await rig.do("late_result")
    assert (await peer.ask(9999)).mid == 9999
    assert await peer.code(63) is None
    assert await peer.code(60, revision=6) is None
    late = read(await peer.receive())
    assert late["tightening_id"] == 1
    assert late["error_status_2"] == f"{1 << 18:010d}"


async def test_one_too_many_comes_from_a_locked_tool(rig: ControllerRig, peer: Peer) -> None:
    assert await peer.code(42) is None
    await rig.do("tighten")
    await rig.until_event("refused")
    await rig.do("one_too_many")
    assert await result(peer) == 1


async def test_foreign_result_is_of_another_station(rig: ControllerRig, peer: Peer) -> None:
    await rig.do("foreign_result", station=3)
    message = await peer.receive()
    assert message.frame[12:14] == b"03"
    peer.tell(RESULT_ACK)
    old = read(await peer.ask(64, b"0000000001", revision=7))
    assert old["station_id"] == 3


async def test_power_cycle_loses_everybody_and_what_was_selected(
    rig: ControllerRig, peer: Peer
) -> None:
    assert await peer.code(18, b"005") is None
    await rig.do("power_cycle", seconds=0)
    assert await peer.is_over()
    assert rig.controller.selected == 12
    assert (await (await rig.connect()).ask(1)).mid == 2


async def test_slow_tls_keeps_its_caller_waiting(tmp_path: Path) -> None:
    pair = self_signed(tmp_path, "localhost")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pair.file, pair.key_file)
    caller = ssl.create_default_context(cafile=str(pair.file))
    async with a_controller(tls=server) as rig:
        await rig.do("slow_tls", seconds=0.2)
        calling = asyncio.create_task(rig.connect(caller))
        _, waiting = await asyncio.wait({calling}, timeout=0.1)
        assert waiting
        assert (await (await calling).ask(1)).mid == 2


async def test_a_simulator_that_stops_leaves_nobody_at_the_door(tmp_path: Path) -> None:
    pair = self_signed(tmp_path, "localhost")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pair.file, pair.key_file)
    async with a_controller(tls=server) as rig:
        await rig.do("slow_tls", seconds=60)
        peer = await rig.connect()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05):
                await peer.ask(1)
        await rig.simulator.stop()
        assert await peer.is_over()


async def test_a_caller_without_tls_gets_nowhere_with_a_controller_that_wants_it(
    tmp_path: Path,
) -> None:
    pair = self_signed(tmp_path, "localhost")
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pair.file, pair.key_file)
    async with a_controller(tls=server) as rig:
        peer = await rig.connect()
        peer.tell(1)
        assert await peer.is_over()


async def test_a_client_that_says_nothing_is_given_up() -> None:
    async with a_controller(patience=Patience(silence_s=0.05)) as rig:
        peer = await rig.connect()
        await peer.start()
        assert await peer.is_over()


def test_every_fault_has_a_test_here() -> None:
    tests = " ".join(name for name in globals() if name.startswith("test_"))
    assert [name for name in FAULTS if name not in tests] == []


@pytest.mark.parametrize(
    ("wish", "complaint"),
    [
        ("dance", "no fault 'dance'"),
        ("cut:seconds", "name=value"),
        ("cut:every=0", "from 1"),
        ("cut:every=often", "from 1"),
    ],
)
def test_a_wish_that_cannot_be_understood_is_one_sentence(wish: str, complaint: str) -> None:
    with pytest.raises(InvalidInput, match=complaint):
        parse_wish(wish)


@pytest.mark.parametrize(
    ("command", "complaint"),
    [
        ({"do": "cut", "how": "gently"}, "half_open"),
        ({"do": "cut", "seconds": "soon"}, '"seconds"'),
        ({"do": "cut", "hwo": "reset"}, "takes how, seconds"),
        ({"do": "refuse", "code": 100}, "from 0 to 99"),
        ({"do": "late_result", "now": True}, "nothing else"),
    ],
)
async def test_a_fault_with_wrong_arguments_is_one_sentence(
    rig: ControllerRig, command: dict[str, object], complaint: str
) -> None:
    with pytest.raises(InvalidInput, match=complaint):
        await rig.simulator.do(command)


async def test_a_fault_on_the_command_line_comes_after_every_so_many_results(
    rig: ControllerRig, peer: Peer
) -> None:
    planned = Planned(["duplicate_next:every=2", "limit_revision:mid=64,revision=1"], rig._saw)
    await planned.begin(rig.simulator)
    rig.controller.emit = planned.emit
    assert await peer.code(64, b"0000000000", revision=2) == 97
    for number in (1, 2, 3):
        rig.controller.tighten()
        assert await result(peer) == number
    assert await result(peer) == 3
