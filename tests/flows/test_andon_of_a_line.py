"""Two stations, the plant and its board: a call reaches who is to answer; so does a message."""

from __future__ import annotations

import asyncio
import time
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from app.domain.broadcasts import BroadcastRead
from app.services.broadcasts import ReadBroadcast, SendBroadcast
from app.services.calls import AnswerCall, CloseCall, OpenCall
from tests.helpers.line_rig import enrolment_at, start_plant, station_of_line
from tests.helpers.patience import PATIENT_S
from tests.helpers.station_rig import BADGE
from tests.helpers.sync_rig import PACE

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from pathlib import Path

    from tests.helpers.line_rig import LineStation
    from tests.helpers.sync_rig import RunningPlant

LEAD = "BADGE-412"
UNIT = "SN 0418-77231"
#: From the commit at one station to what the other shows, on a machine busy with others; a
#: station that asked only now and then would take longer.
AT_ONCE_S = PACE.feed_wait_s / 2


@dataclass
class Line:
    """ST-040, where work is done, the lead's ST-050, and the board."""

    plant: RunningPlant
    station: LineStation
    lead: LineStation
    board: httpx.AsyncClient

    async def open_calls(self) -> list[Any]:
        reply = await self.board.get("/v1/andon")
        return list(reply.json()["calls"])

    async def until(self, is_so: Callable[[Any], bool]) -> Any:
        """Wait until the board shows what ``is_so`` wants."""
        async with asyncio.timeout(PATIENT_S):
            while True:
                board = (await self.board.get("/v1/andon")).json()
                if is_so(board):
                    return board
                await asyncio.sleep(0.01)


@asynccontextmanager
async def line(folder: Path) -> AsyncIterator[Line]:
    async with AsyncExitStack() as stack:
        plant = await start_plant(folder / "plant")
        stack.push_async_callback(plant.stop)
        there = []
        for name in ("ST-040", "ST-050"):
            identity, enrolment = await enrolment_at(plant, name)
            station = station_of_line(folder / name, name, identity, enrolment)
            there.append(await stack.enter_async_context(station))
            # As the plant's: else a message from here would be over before it is sent.
            clock = there[-1].rig.clock
            clock.set_by_us = time.time_ns() // 1_000 - clock.us
        board = await stack.enter_async_context(
            httpx.AsyncClient(base_url=plant.url, timeout=PATIENT_S)
        )
        yield Line(plant, there[0], there[1], board)
        for one in there:
            await one.disconnect()
            await one._reading


async def test_a_call_is_at_the_leads_station_at_once_and_back_as_fast(tmp_path: Path) -> None:
    async with line(tmp_path) as here:
        station, lead = here.station.rig, here.lead.rig
        await lead.scan(LEAD)
        began = time.monotonic()
        await station.station.do(OpenCall("maintenance", is_stopped=True))
        state = await lead.until(lambda s: bool(s.line.elsewhere))
        assert time.monotonic() - began < AT_ONCE_S
        (call,) = state.line.elsewhere
        assert (call.station, call.opened.is_stopped) == ("ST-040", True)
        began = time.monotonic()
        await lead.station.do(AnswerCall(call.call, "on_the_way"))
        state = await station.until(lambda s: bool(s.line.calls and s.line.calls[0].answers))
        assert time.monotonic() - began < AT_ONCE_S
        (answer,) = state.line.calls[0].answers
        assert (answer.stage, answer.name) == ("on_the_way", "lead")
        await station.station.do(CloseCall(call.call, "solved"))
        await lead.until(lambda s: not s.line.elsewhere)
        assert await here.open_calls() == []


async def test_who_answers_at_the_board_and_at_a_station_at_once_are_one_after_the_other(
    tmp_path: Path,
) -> None:
    async with line(tmp_path) as here:
        await here.lead.rig.scan(LEAD)
        await here.station.rig.station.do(OpenCall("quality"))
        board = await here.until(lambda board: bool(board["calls"]))
        name = board["calls"][0]["call"]["call"]
        path, asked = f"/v1/andon/calls/{name}/answers", {"stage": "seen", "role": "quality"}
        assert (await here.board.post(path, json=asked)).status_code == 200
        await here.lead.rig.until(lambda s: bool(s.line.elsewhere and s.line.elsewhere[0].answers))
        await here.lead.rig.station.do(AnswerCall(name, "seen"))
        code, facts = here.lead.refusal
        assert (code, facts["who"]) == ("call.answered", "quality")
        again = await here.board.post(path, json=asked)
        assert (again.status_code, again.json()["role"]) == (409, "quality")
        assert (await here.board.post(path, json=asked | {"stage": "solved"})).status_code == 200
        await here.station.rig.until(lambda s: not s.line.calls)


async def test_a_station_that_was_away_gets_the_message_when_it_is_back(tmp_path: Path) -> None:
    async with line(tmp_path) as here:
        station, lead = here.station.rig, here.lead.rig
        await here.station.disconnect()
        await lead.scan(LEAD)
        await lead.station.do(SendBroadcast("Take lot H-2 only", "en", is_urgent=True))
        board = await here.until(lambda board: bool(board["messages"]))
        signed = {one["station"]: one["role"] for one in board["messages"][0]["receipts"]}
        assert signed == {"ST-040": None, "ST-050": "lead"}
        assert station.state.line.messages == ()
        await here.station.connect()
        state = await station.until(lambda s: bool(s.line.messages))
        await station.scan(BADGE, UNIT)
        assert station.state.run is None
        await station.station.do(ReadBroadcast(state.line.messages[0].broadcast))
        await here.until(lambda board: all(r["at"] for r in board["messages"][0]["receipts"]))
        await station.scan(UNIT)
        assert station.state.run is not None, here.station.refusal
        read = [b for _, b in await station.record() if isinstance(b, BroadcastRead)]
        assert [one.role for one in read] == ["operator"]
