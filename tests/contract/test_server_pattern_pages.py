"""Many patterns are shown a page at a time, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.memory.pattern_records import FACTOR, Pattern
from server.memory.patterns import keep_patterns
from server.read.times import utc

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

PAGE = "/memory/patterns"
HOUR_US = 3_600_000_000


def found(plant: PlantRig, count: int, *, closed: int = 0) -> None:
    patterns = [
        Pattern(
            pattern=f"factor:nok:{hour:02}",
            kind=FACTOR,
            key=f"nok:ST-{hour:02}",
            p=1e-9,
            found_at=utc(hour * HOUR_US),
            seen_at=utc(hour * HOUR_US),
            parts=(("lot", "L-1"),),
            state="closed" if hour < closed else "new",
        )
        for hour in range(count)
    ]
    with plant.plant.database.write() as connection:
        keep_patterns(connection, patterns)


async def shown(plant: PlantRig, query: str = "") -> str:
    return (await plant.client.get(PAGE + query)).text


async def test_a_page_that_is_no_number_or_beyond_the_last_says_so(local_plant: PlantRig) -> None:
    found(local_plant, 3)
    assert (await local_plant.client.get(f"{PAGE}?page=two")).status_code == 422
    assert "There are no further ones" in await shown(local_plant, "?page=9")
    assert 'rel="next"' not in await shown(local_plant)


async def test_older_ones_are_a_page_further(local_plant: PlantRig) -> None:
    found(local_plant, 30, closed=3)
    first = await shown(local_plant)
    assert (first.count('<section class="card" id="pattern-'), "ST-29" in first) == (25, True)
    assert "Page 1 of 2, of 27 in all" in first
    second = await shown(local_plant, "?page=2")
    assert (second.count('<section class="card" id="pattern-'), "ST-03" in second) == (2, True)
    assert 'rel="next"' not in second
    closed = await shown(local_plant, "?closed=1&page=2")
    assert closed.count('<section class="card" id="pattern-') == 5
    assert f'href="{PAGE}?page=1&amp;closed=1"' in closed
