"""Whatever the network, the disks, the backups and the clocks do: nothing confirmed is lost.

Thousands of seeded histories of stations and server, with the product's own rules on both sides.
One seed alone: ``python -m tests.helpers.simulation SEED``.
"""

from __future__ import annotations

import pytest

from tests.helpers.effort import effort
from tests.helpers.simulation.report import failure
from tests.helpers.simulation.steps import history
from tests.helpers.simulation.world import what_is_wrong

PARTS = 20
SEEDS = effort(usual=2_000, soak=100_000) // PARTS


@pytest.mark.parametrize("part", range(PARTS))
def test_every_promise_is_kept_and_everything_drains(part: int) -> None:
    for seed in range(part * SEEDS, (part + 1) * SEEDS):
        if what_is_wrong(history(seed)) is not None:
            pytest.fail(failure(seed), pytrace=False)
