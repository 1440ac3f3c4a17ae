"""A tool by other ways than a plain network connection, and with numbered telegrams."""

from __future__ import annotations

import asyncio
import os
import pty
import socket
import tty
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import InvalidInput
from app.ports.devices import LinkState, Outcome
from device_drivers.open_protocol.message import Message, accepted, build
from device_drivers.open_protocol.settings import Settings, Way
from device_drivers.open_protocol.url import settings_from
from tests.helpers.certificates import self_signed
from tests.helpers.patience import PATIENT_S
from tests.helpers.tool_rig import TIMES, FakeLog, Rig, a_rig, a_tool

pytestmark = pytest.mark.allow_warnings


def a_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


async def works(rig: Rig) -> None:
    """Armed, tightened, stored, acknowledged, and the unit's own."""
    await rig.until_state(LinkState.READY)
    assert (await rig.tool.arm(12, "0418-77231")).is_confirmed
    rig.simulator.controller.tighten()
    await rig.until(lambda: any(what.startswith("acknowledged") for what in rig.story))
    (reading,) = rig.log.readings.values()
    assert reading.identifiers == ("0418-77231",)


@asynccontextmanager
async def a_dialling_controller(**settings: Any) -> AsyncIterator[Rig]:
    """The station listens, the controller dials."""
    port = a_free_port()
    tls = settings.pop("controller_tls", None)
    known = {"way": Way.ANSWER, **settings}
    async with a_rig(settings=known, dials=("127.0.0.1", port), tls=tls) as rig:
        yield rig


async def test_a_controller_that_dials_the_station_is_served_like_any_other() -> None:
    async with a_dialling_controller() as rig:
        await works(rig)
        waiting = [status for status in rig.statuses if status.state is LinkState.CONNECTING]
        assert "for the controller to connect" in str(waiting[-1].detail)


async def test_a_controller_that_dials_is_let_in_again_after_a_cut() -> None:
    async with a_dialling_controller() as rig:
        await works(rig)
        await rig.do(do="cut", seconds=0.05)
        await rig.until_happened("connected", times=2)
        await rig.until_state(LinkState.READY)


async def test_a_port_nobody_can_listen_on_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        settings = Settings("T-07", "127.0.0.1", port, times=TIMES, way=Way.ANSWER)
        lost = asyncio.Event()
        details: list[str] = []

        def status_changed(status: Any) -> None:
            if status.state is LinkState.DISCONNECTED:
                details.append(status.detail)
                lost.set()

        tool = a_tool(settings, FakeLog(lambda _: None), status_changed)
        running = asyncio.create_task(tool.run())
        async with asyncio.timeout(PATIENT_S):
            await lost.wait()
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert "cannot listen" in details[0]


def tls_url(scheme: str, folder: Path, *, trusts: str, shows: str = "") -> Settings:
    query = f"tls=yes&ca={folder / trusts}.pem"
    if shows:
        query += f"&cert={folder / shows}.pem&key={folder / shows}.key.pem"
    return settings_from("T-07", f"{scheme}://127.0.0.1:1?{query}")


async def test_a_controller_whose_certificate_is_trusted_is_spoken_to(tmp_path: Path) -> None:
    self_signed(tmp_path, "controller")
    shown = settings_from(
        "T-07",
        f"openprotocol+listen://127.0.0.1?tls=yes&cert={tmp_path}/controller.pem"
        f"&key={tmp_path}/controller.key.pem",
    )
    trusting = tls_url("openprotocol", tmp_path, trusts="controller")
    async with a_rig(settings={"tls": trusting.tls}, tls=shown.tls) as rig:
        await works(rig)


async def test_a_controller_whose_certificate_is_not_trusted_is_not(tmp_path: Path) -> None:
    for name in ("controller", "another"):
        self_signed(tmp_path, name)
    shown = settings_from(
        "T-07",
        f"openprotocol+listen://127.0.0.1?tls=yes&cert={tmp_path}/controller.pem"
        f"&key={tmp_path}/controller.key.pem",
    )
    trusting = tls_url("openprotocol", tmp_path, trusts="another")
    async with a_rig(settings={"tls": trusting.tls}, tls=shown.tls) as rig:
        await rig.until(lambda: any(status.detail for status in rig.statuses))
        assert "certificate verify failed" in str(rig.tool.status.detail)
        assert "connected" not in rig.story


async def test_a_controller_may_dial_by_tls_too(tmp_path: Path) -> None:
    self_signed(tmp_path, "station")
    answering = tls_url("openprotocol+listen", tmp_path, trusts="station", shows="station")
    dialling = tls_url("openprotocol", tmp_path, trusts="station", shows="station")
    async with a_dialling_controller(tls=answering.tls, controller_tls=dialling.tls) as rig:
        await works(rig)


@pytest.mark.parametrize(
    ("query", "wrong"),
    [
        ("tls=yes&ca=/no/such.pem", "certificates cannot be used"),
        ("tls=maybe", "tls is yes or no"),
        ("programs=1-7", "a list such as 1:7"),
        ("baud=fast", "baud is a number"),
        ("profil=generic", "'profil' is no setting"),
    ],
)
def test_a_setting_that_cannot_be_is_named(query: str, wrong: str) -> None:
    with pytest.raises(InvalidInput, match=wrong):
        settings_from("T-07", f"openprotocol://h?{query}")


async def test_telegrams_are_numbered_and_acknowledged_on_the_link_where_both_can() -> None:
    async with a_rig(vendor="link_level") as rig:
        await works(rig)
        assert rig.story.index("stored 1") < rig.story.index("acknowledged 1")
        for _ in range(120):
            assert (await rig.tool.disarm()).is_confirmed
        rig.simulator.controller.tighten()
        await rig.until_happened("acknowledged 2")
        assert rig.story.count("connected") == 1


async def test_a_numbered_result_that_comes_again_is_stored_once() -> None:
    async with a_rig(vendor="link_level") as rig:
        await rig.until_state(LinkState.READY)
        rig.log.is_full = True
        rig.simulator.controller.tighten()
        await rig.until_happened("not stored")
        rig.log.is_full = False
        await rig.do(do="cut", seconds=0.05)
        await rig.until_happened("connected", times=2)
        await rig.until(lambda: (1, "1") in rig.log.readings)
        assert len(rig.log.readings) == 1


async def test_numbering_can_be_left_alone_by_a_profile() -> None:
    from msgspec.structs import replace as changed

    from device_drivers.open_protocol.profile import GENERIC

    profile = changed(GENERIC, may_number=False)
    async with a_rig(vendor="link_level", settings={"profile": profile}) as rig:
        await works(rig)


@pytest.mark.skipif(not hasattr(os, "openpty"), reason="needs a pty")
async def test_a_controller_on_a_serial_line_is_spoken_to_between_stx_and_etx() -> None:
    """The other end of the line, spoken by hand: a controller in twenty lines."""
    master, slave = pty.openpty()
    tty.setraw(master)
    tty.setraw(slave)
    loop = asyncio.get_running_loop()
    heard = bytearray()
    asked: list[int] = []

    def hear() -> None:
        heard.extend(os.read(master, 4096))
        while b"\x03" in heard:
            end = heard.index(b"\x03")
            telegram = Message(bytes(heard[heard.index(b"\x02") + 1 : end]))
            assert heard.startswith(b"\x07\x09\x07\x09\x02")
            del heard[: end + 1]
            asked.append(telegram.mid)
            os.write(master, b"\x02" + answer_to(telegram).frame + b"\x03")

    def answer_to(telegram: Message) -> Message:
        if telegram.mid == 1:
            return build(2, b"010001020103Serial                   ")
        if telegram.mid == 64:
            return build(4, b"006415")
        return telegram if telegram.mid == 9999 else accepted(telegram.mid)

    loop.add_reader(master, hear)
    path = os.ttyname(slave)
    settings = settings_from("T-07", f"openprotocol+serial://{path}?baud=115200")
    changed = asyncio.Event()
    tool = a_tool(replace(settings, times=TIMES), FakeLog(lambda _: None), lambda _: changed.set())
    running = asyncio.create_task(tool.run())
    try:
        async with asyncio.timeout(PATIENT_S):
            while tool.status.state is not LinkState.READY:
                changed.clear()
                await changed.wait()
        assert (await tool.disarm()).outcome is Outcome.CONFIRMED
        assert asked[0] == 1
        assert 42 in asked
    finally:
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        loop.remove_reader(master)
        os.close(master)
        os.close(slave)
