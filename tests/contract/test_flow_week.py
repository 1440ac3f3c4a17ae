"""A scripted week with night shifts across each change of the clock: every minute counts once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.domain.events import StationStarted
from server.db.flow_tables import flow_cycle, flow_stop
from server.flow.losses import LineTimes, OeeRow
from server.read.line_documents import LineDocuments
from tests.contract.test_flow_drawing import rows
from tests.helpers.flow_station import HOUR, MINUTE, Script, info, plan, three_shifts, us

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

#: From the early shift of a Monday to that of the next; in the night to Sunday the clock jumps.
AUTUMN = ("2026-10-19T06:00:00+02:00", "2026-10-26T06:00:00+01:00", 7 * 24 + 1)
SPRING = ("2027-03-22T06:00:00+01:00", "2027-03-29T06:00:00+02:00", 7 * 24 - 1)
UNIT_US = 10 * MINUTE
#: In the night of the change, over the hour that comes twice or never.
OFF_FOR_US = 3 * HOUR


async def scripted_week(plant: PlantRig, begin: int, end: int) -> tuple[int, int]:
    """Units one after the other, a stop a day; the station is off for three hours on Sunday."""
    await plant.publish(three_shifts())
    await plant.publish(info("ST-040"))
    await plant.publish(plan("ST-040", ideal_s=300))
    station = await plant.station()
    script = Script(station)
    script.on(begin)
    off = end - 29 * HOUR + 30 * MINUTE
    here, number = begin, 0
    while here < end:
        if off <= here < off + OFF_FOR_US:
            script.at(off, StationStarted(software="1"))  # the last word before it goes off
            script.on(off + OFF_FOR_US)
            here = off + OFF_FOR_US
            continue
        number += 1
        done = min(here + UNIT_US, end, off if here < off else end)
        script.begin(f"U-{number}", here)
        if number % 144 == 7:
            script.stop(f"stop-{number}", here + MINUTE, here + 8 * MINUTE, "setup")
        script.unit_done(f"U-{number}", done)
        here = done
    plant.clock.at_us = end
    await station.sign_in(plant.client)
    for first in range(1, len(station.written) + 1, 400):
        last = min(first + 399, len(station.written))
        await station.pushed(plant.client, station.push_of(first, last))
    return off, number


def told_apart(plant: PlantRig, begin: int, end: int, by: str) -> list[OeeRow]:
    with plant.plant.database.read() as connection:
        documents = LineDocuments(connection)
        times = LineTimes(
            connection, documents, ["ST-040"], begin_us=begin, end_us=end, now_us=end
        )
        elapsed = sum(span.end_us - span.begin_us for span in times.spans["ST-040"])
        assert elapsed == end - begin, "a moment is in no state, or in two"
        return times.oee_rows(by)


@pytest.mark.parametrize(("first", "last", "hours"), [AUTUMN, SPRING])
async def test_no_minute_of_the_week_is_lost_or_counted_twice(
    local_plant: PlantRig, first: str, last: str, hours: int
) -> None:
    begin, end = us(first), us(last)
    assert end - begin == hours * HOUR
    _, made = await scripted_week(local_plant, begin, end)
    (whole,) = told_apart(local_plant, begin, end, "line")
    shifts = told_apart(local_plant, begin, end, "shift")
    assert len(shifts) == 21
    breaks_min = 21 * 30
    assert whole.planned_min == hours * 60 - breaks_min
    for name in ("planned_min", "running_min", "unseen_min", "beyond_min", "made", "good"):
        together = sum(getattr(one, name) for one in shifts)
        assert together == pytest.approx(getattr(whole, name)), name
    nights = [one for one in shifts if one.name.endswith("night")]
    long_night = max if hours > 168 else min
    assert long_night(one.planned_min for one in nights) == 450 + (hours - 168) * 60
    # The last unit is finished in the first moment of the next week.
    assert whole.made == made - 1
    say_their_shift(local_plant, end)


def say_their_shift(plant: PlantRig, end: int) -> None:
    """Every stop and unit carries the key of the shift it was in."""
    with plant.plant.database.read() as connection:
        planned = LineDocuments(connection).planned("Line 4")
    assert planned is not None
    for table, at in ((flow_cycle, "at"), (flow_stop, "began_at")):
        found = [row for row in rows(plant, table) if row[at] < end]
        assert found
        for row in found:
            shift = planned.shift_of(row["shift"])
            assert shift is not None
            assert shift.begin_us <= row[at] < shift.end_us


@pytest.mark.parametrize(("first", "last"), [AUTUMN[:2], SPRING[:2]])
async def test_what_nobody_knows_is_never_inside_an_oee(
    local_plant: PlantRig, first: str, last: str
) -> None:
    begin, end = us(first), us(last)
    off, _ = await scripted_week(local_plant, begin, end)
    (whole,) = told_apart(local_plant, begin, end, "line")
    # The break of the night lies in the three hours: it was never planned.
    assert whole.unseen_min in {180, 150}
    known_min = whole.planned_min - whole.unseen_min
    assert whole.coverage == pytest.approx(known_min / whole.planned_min)
    lost_min = whole.lost["setup"] + whole.lost["stopped"] + whole.lost["waiting"]
    inside_min = whole.running_min - whole.beyond_min
    assert inside_min + lost_min == pytest.approx(known_min)
    assert whole.availability == pytest.approx(whole.running_min / known_min)
    (only,) = told_apart(local_plant, off, off + OFF_FOR_US, "line")
    assert (only.coverage, only.oee, only.availability) == (0, None, None)
