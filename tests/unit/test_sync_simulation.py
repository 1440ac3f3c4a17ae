"""Whatever the network, the disks and the backups do: in the end all sides agree, or say not."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest

from app.ports.sync import PushMark
from sync.uplink import after_pushed
from sync.wire import Pushed
from tests.helpers.sync_world import Rules, World

SEEDS = 20_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 400


def _what_is_wrong(seed: int, rules: Rules | None = None) -> str | None:
    """None when everything drained and agrees."""
    world = World(seed, rules)
    world.run(bad_ticks=80, calm_ticks=60)
    for station in world.stations:
        disk, server = station.disk, world.server
        theirs = server.chains.get((station.name, disk.epoch), [])
        if disk.push.fork is not None:
            return f"{station.name} is still forked"
        if theirs != disk.chain:
            return f"{station.name} has other events than the server, and nobody noticed"
        if disk.push.acked != len(disk.chain):
            return f"{station.name} has not drained"
        if disk.documents != server.documents():
            return f"{station.name} works from other documents than the server's"
    return None


def test_every_station_drains_and_agrees_once_the_faults_stop() -> None:
    wrong = {seed: found for seed in range(SEEDS) if (found := _what_is_wrong(seed)) is not None}
    assert wrong == {}


def _bare_high_water(mark: PushMark, reply: Pushed, own: str | None) -> PushMark:
    del own
    return replace(mark, acked=reply.high_water)


def _without_hash(mark: PushMark, reply: Pushed, own: str | None) -> PushMark:
    del own
    return after_pushed(mark, reply, reply.hash_at_high_water)


@pytest.mark.parametrize(
    "rules",
    [
        Rules(after_pushed=_without_hash),
        Rules(looks_after_restore=False),
        Rules(is_answer_to=lambda mark, reply: bool(mark.generation and reply.generation)),
        Rules(after_pushed=_bare_high_water),
    ],
    ids=["hash not compared", "restored server not asked", "any feed answer", "bare high water"],
)
def test_leaving_a_rule_out_is_noticed(rules: Rules) -> None:
    assert any(_what_is_wrong(seed, rules) is not None for seed in range(300))
