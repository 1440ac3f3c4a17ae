"""Makes the server's database of a release: `python -m … VERSION`, once a release, by its code.

What it wrote for a version stays as it is for ever; it is never made again.
"""

from __future__ import annotations

import asyncio
import shutil
import sys
import tempfile
from pathlib import Path

from nacl.signing import SigningKey

from app.domain.events import NoteWritten
from server.settings import Settings
from tests.helpers.plant_rig import running_plant
from tests.helpers.plant_station import (
    BEARING_LOT,
    GEAR_SET,
    HOLD,
    INSTRUCTION_BYTES,
    ORDER,
    PERSON,
    FakeStation,
)

FIXTURES = Path(__file__).parent / "fixtures"
STATION = "ST-040"
KEY = SigningKey(b"k" * 32)


async def make(folder: Path) -> None:
    """A day of a plant in small: documents, two units with one gear set, and a fork."""
    async with running_plant(Settings(folder)) as rig:
        for document in (ORDER, GEAR_SET, BEARING_LOT, HOLD, PERSON):
            await rig.publish(document)
        reply = await rig.client.post("/v1/instructions", content=INSTRUCTION_BYTES)
        assert reply.is_success, reply.text
        station = FakeStation(STATION, key=KEY)
        await station.enrol(rig.client, rig.plant.create_enrolment_code(3600))
        await station.sign_in(rig.client)
        station.build("GX-1")
        station.build("GX-2")
        await station.pushed(rig.client)
        other = await rig.station("ST-041")
        other.notes(3)
        await other.pushed(rig.client)
        fork = FakeStation("ST-041", key=other.key, token=other.token)
        fork.write_in("GX-9", NoteWritten(text="another history"))
        assert (await fork.push(rig.client)).status_code == 409


def main(version: str) -> None:
    folder = Path(tempfile.mkdtemp())
    asyncio.run(make(folder))
    shutil.copy(folder / "plant.db", FIXTURES / f"server-{version}.db")
    shutil.rmtree(folder)


if __name__ == "__main__":
    main(sys.argv[1])
