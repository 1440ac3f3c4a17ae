"""A server by another hand, with the official nodesets: only where node-opcua is installed.

``ASBUILT_NODE_OPCUA`` names the ``node_modules`` folder that has it.
"""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from app.domain.readings import Quality
from app.ports.devices import LinkState
from device_drivers.local_clock import LocalClock
from device_drivers.opcua.joining_simulator import JoiningSimulator
from device_drivers.opcua.machine import OpcUaMachine
from device_drivers.supervisor import BackOff
from tests.helpers.joining_rig import JoiningRig, short_pause
from tests.helpers.patience import PATIENT_S

SCRIPT = Path(__file__).parents[1] / "helpers" / "foreign_opcua_server.js"
MODULES = os.environ.get("ASBUILT_NODE_OPCUA", "")
pytestmark = [
    pytest.mark.allow_warnings,
    pytest.mark.skipif(
        not MODULES, reason="ASBUILT_NODE_OPCUA does not name a folder with node-opcua"
    ),
]


class Foreign:
    """The other server's process."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.url = ""

    async def line(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        async with asyncio.timeout(PATIENT_S):
            while True:
                text = await self._process.stdout.readline()
                assert text, "the other server ended"
                if text.startswith(b"{"):
                    said: dict[str, Any] = json.loads(text)
                    return said

    async def do(self, **command: Any) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(command).encode() + b"\n")
        while (await self.line()).get("did") != command["do"]:
            pass


@asynccontextmanager
async def foreign() -> AsyncIterator[Foreign]:
    process = await asyncio.create_subprocess_exec(
        "node",
        str(SCRIPT),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        env={**os.environ, "NODE_PATH": MODULES},
    )
    server = Foreign(process)
    try:
        server.url = f"opc.tcp://127.0.0.1:{(await server.line())['port']}/foreign"
        yield server
    finally:
        if process.stdin is not None:
            process.stdin.close()
        async with asyncio.timeout(PATIENT_S):
            await process.wait()


async def test_a_foreign_machine_is_asked_and_answers() -> None:
    rig = JoiningRig(JoiningSimulator(emit=lambda _: None))
    async with foreign() as server:
        machine = OpcUaMachine(
            device="M-1",
            url=f"{server.url}?profile=tags",
            clock=LocalClock(),
            back_off=BackOff(lambda: 1.0, sleep=short_pause),
            on_status=rig._status_changed,
            on_change=lambda _, __: rig._news.set(),
        )
        running = asyncio.ensure_future(machine.run())
        await rig.until_link(LinkState.READY)
        answered = await machine.request("clamp", "SN-1")
        await server.do(do="state", value="idle")
        await rig.until(lambda: machine.state == "idle")
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    assert answered.is_confirmed


async def test_what_a_foreign_joining_system_encodes_wrongly_is_kept_aside_and_never_counted() -> (
    None
):
    """It sets the mask of a derived structure's optional fields one bit too high.

    Its namespaces, definitions, events and filters are right, and used as they are.
    """
    rig = JoiningRig(JoiningSimulator(emit=lambda _: None))
    async with foreign() as server:
        tool = rig.make_tool(f"{server.url}?profile=joining", locks_tool=False)
        running = asyncio.ensure_future(tool.run())
        await rig.until_link(LinkState.READY)
        for counted in (False, True):
            await server.do(do="tighten", torque=25.2, counted=counted)
        await rig.until(lambda: len(rig.log.readings) == 3)
        still = tool.status.state
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
    aside = rig.log.readings[1:]
    assert still is LinkState.READY
    assert [r.quality for r in aside] == [Quality.QUARANTINED] * 2
    assert all(r.raw and r.reason and r.ok is None for r in aside)
