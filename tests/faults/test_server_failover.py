"""The database's machine dies under load: the standby takes over, nothing acknowledged is gone."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from tests.helpers.effort import effort
from tests.helpers.load import (
    all_drawn,
    assert_log_is_union,
    client_of,
    codes_of,
    log_in_postgres,
    pushers,
)
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import server_process
from tests.helpers.postgres_pair import postgres_pair

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.postgres_pair import Cluster

STATIONS = 3
EVENTS = effort(1_500, 30_000)


async def test_no_acknowledged_event_is_lost_when_the_primary_dies(tmp_path: Path) -> None:
    with postgres_pair() as (primary, standby):
        hosts = f"127.0.0.1:{primary.port},127.0.0.1:{standby.port}"
        url = f"postgresql://postgres@{hosts}/postgres?target_session_attrs=read-write"
        with server_process("--data", str(tmp_path), "--database", url) as (_process, said):
            await fail_over_under_load(said["url"], primary, standby)
        # What the standby has is all that was promised: it is not taken for a backup.
        with server_process("--data", str(tmp_path), "--database", url) as (_process, again):
            assert again["generation"] == said["generation"]
            async with client_of(again["url"]) as client:
                assert (await client.get("/v1/health")).json()["alarms"] == []


async def fail_over_under_load(url: str, primary: Cluster, standby: Cluster) -> None:
    async with client_of(url) as client:
        outboxes = await pushers(client, await codes_of(client, STATIONS), EVENTS)
        draining = [asyncio.create_task(one.drain(client)) for one in outboxes]
        await asyncio.gather(*(one.has_acked(EVENTS // 3) for one in outboxes))
        primary.kill()
        promised = {one.station.name: one.acked for one in outboxes}
        assert all(acked < EVENTS for acked in promised.values())
        await asyncio.to_thread(standby.promote)
        kept = dict.fromkeys(promised, 0)
        for _pos, name, _seq, _digest in log_in_postgres(standby.url):
            kept[name] += 1
        assert all(kept[name] >= acked for name, acked in promised.items())
        await asyncio.gather(*draining)
        assert_log_is_union(log_in_postgres(standby.url), [one.station for one in outboxes])
        await asyncio.wait_for(all_drawn(client, STATIONS * EVENTS), PATIENT_S)
