"""The shift calendar comes in as a document, and one that would count wrongly does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.shift_calendar import ShiftCalendar

if TYPE_CHECKING:
    from tests.helpers.plant_rig import PlantRig

pytest_plugins = ["tests.helpers.plant_fixtures"]

EARLY = {"name": "early", "start": "06:00:00", "end": "14:00:00"}
LATE = {"name": "late", "start": "13:00:00", "end": "22:00:00"}


def plan(*shifts: dict[str, str], zone: str = "Europe/Berlin") -> bytes:
    patterns = [{"begins": "2026-01-05", "shifts": shifts}]
    return msgspec.json.encode({"calendar": "*", "zone": zone, "patterns": patterns})


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (plan(EARLY, zone="Europe/Atlantis"), 'expected a name like "Europe/Berlin"'),
        (plan(EARLY, LATE), "2026-01-05 13:00: is in two shifts, 'early' and 'late'"),
    ],
)
async def test_a_calendar_that_would_count_wrongly_is_refused(
    plant: PlantRig, body: bytes, sentence: str
) -> None:
    reply = await plant.client.put("/v1/documents/calendar/*", content=body)
    assert reply.status_code == 422
    assert sentence in reply.json()["detail"]
    assert (await plant.client.get("/v1/documents/calendar")).json() == []


async def test_a_calendar_is_kept_as_it_came(plant: PlantRig) -> None:
    reply = await plant.client.put("/v1/documents/calendar/*", content=plan(EARLY))
    assert reply.is_success, reply.text
    (kept,) = (await plant.client.get("/v1/documents/calendar")).json()
    assert kept["key"] == "*"
    assert msgspec.convert(kept["body"], ShiftCalendar) == msgspec.json.decode(
        plan(EARLY), type=ShiftCalendar
    )
