"""The station's state as a control room reads it: by a real client, over a real socket."""

from __future__ import annotations

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from asyncua import ua
from asyncua.client.client import Client
from asyncua.common.node import Node
from asyncua.ua.uaerrors import UaError

from app.domain.errors import InvalidInput
from app.domain.plant import StationInfo
from app.domain.readings import Quantity, Reading, ReadingKind
from app.domain.refusal import Refusal
from app.ports.devices import DeviceStatus, LinkState
from app.ports.sync import SyncState, SyncStatus
from app.services.station_state import StationState
from device_drivers.opcua.state_server import NAMESPACE, PLACES, StateServer
from tests.helpers.patience import PATIENT_S

START = StationState(
    version=1,
    station=StationInfo(station="ST-04", name="Final assembly", line="L1", skills=()),
    sync=SyncStatus(SyncState.SYNCED),
)
TORQUE = Quantity("torque", Decimal("25.10"), "N.m")
READING = Reading(
    kind=ReadingKind.TIGHTENING,
    source="T-07",
    result_id="17",
    received_at=datetime(2026, 11, 20, 8, tzinfo=UTC),
    ok=True,
    values=(TORQUE,),
)


class Room:
    """A control room."""

    def __init__(self, client: Client, index: int) -> None:
        self.client = client
        self._index = index

    def node(self, path: str) -> Node:
        return self.client.get_node(ua.NodeId(ua.String(f"ST-04.{path}"), ua.Int16(self._index)))

    async def read(self, path: str) -> Any:
        return await self.node(path).read_value()

    async def until(self, path: str, wanted: object) -> None:
        async with asyncio.timeout(PATIENT_S):
            # As control rooms do: they poll.
            while await self.read(path) != wanted:  # noqa: ASYNC110
                await asyncio.sleep(0.01)


@asynccontextmanager
async def a_room(server: StateServer) -> AsyncIterator[Room]:
    started = await server.start()
    following = asyncio.ensure_future(server._follow())
    try:
        async with Client(server.url) as client:
            yield Room(client, await client.get_namespace_index(NAMESPACE))
    finally:
        following.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await following
        await started.stop()


async def test_a_control_room_reads_each_change_and_can_change_nothing() -> None:
    states: list[StationState] = []
    server = StateServer("ST-04", "Final assembly", "127.0.0.1:0")
    show = server.passing(states.append)
    async with a_room(server) as room:
        show(START)
        await room.until("Health.ServerLink", "synced")
        assert (await room.read("MachineryItemState")).Text == "NotExecuting"
        show(replace(START, last_reading=READING, version=2))
        await room.until("LastResult.Values", ["torque 25.10 N.m"])
        assert await room.read("LastResult.Ok") is True
        lost = DeviceStatus("T-07", LinkState.DISCONNECTED, "cable out")
        problem = Refusal("storage.full", {})
        show(replace(START, devices=(lost,), storage_problem=problem, version=3))
        await room.until("Health.Troubles", ["T-07: cable out"])
        assert (await room.read("MachineryItemState")).Text == "OutOfService"
        for owner, name in PLACES.values():
            with pytest.raises(UaError):
                await room.node(f"{owner}.{name}").write_value(await room.read(f"{owner}.{name}"))
        with pytest.raises(UaError):
            await room.client.nodes.objects.add_object(2, "Mine")
        with pytest.raises(UaError):
            await room.client.delete_nodes([room.node("Work.Unit")])
        methods = await room.client.nodes.objects.get_children(nodeclassmask=ua.NodeClass.Method)
        assert methods == []
    assert [state.version for state in states] == [1, 2, 3]


@pytest.mark.allow_warnings
async def test_an_address_in_use_leaves_the_station_without_it_and_says_so(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with await asyncio.start_server(lambda *_: None, "127.0.0.1", 0) as taken:
        port = taken.sockets[0].getsockname()[1]
        with caplog.at_level(logging.ERROR):
            await StateServer("ST-04", "x", f"127.0.0.1:{port}").run()
    assert f"the state server cannot use 127.0.0.1:{port}" in caplog.text
    caplog.clear()
    with pytest.raises(InvalidInput, match="host:port"):
        StateServer("ST-04", "x", "4850")
