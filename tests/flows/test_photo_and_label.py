"""A whole station with camera and printer: the photo gets to the plant, the label comes out."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import msgspec
import pytest
import zxingcpp

from app.domain.instructions import ConfirmStep, Instruction, PhotoStep, ScanStep
from app.domain.plant import Order, Person
from app.main import enrol_station, run_station
from app.ports.devices import LinkState
from app.runtime.config import load_config
from app.services.station import Station
from app.services.station_state import StationState
from sync.client import open_http
from tests.helpers.gs1_strings import burn
from tests.helpers.patience import PATIENT_S
from tests.helpers.pictures import write_folder
from tests.helpers.printers import printer_on_tcp
from tests.helpers.sync_rig import RunningPlant

pytestmark = pytest.mark.allow_warnings

UNIT = "0418-77231"
WORK = Instruction(
    id="plate",
    title={"en": "Type plate"},
    product="GX-200",
    operation="10",
    steps=(
        ScanStep(id="unit", title={"en": "Scan unit"}, component="unit"),
        PhotoStep(id="photo", title={"en": "Photo of the plate"}, camera="C-1"),
        ConfirmStep(id="label", title={"en": "Label"}, statement={"en": "It is labelled"}),
    ),
    bills={"B": ()},
)
ORDER = Order(order="PO-1", product="GX-200", variant="B", quantity=40, instruction="plate")
PERSON = Person(
    person="417", name="Operator", role="operator", badge=hashlib.sha256(b"417").hexdigest()
)


class Running:
    """The station, and what its screen was told."""

    def __init__(self) -> None:
        self._state: StationState | None = None
        self._news = asyncio.Event()
        self.opened: asyncio.Future[Station] = asyncio.get_running_loop().create_future()

    def on_state(self, state: StationState) -> None:
        self._state = state
        self._news.set()

    async def until(self, fits: Callable[[StationState], bool]) -> StationState:
        async with asyncio.timeout(PATIENT_S):
            while self._state is None or not fits(self._state):
                self._news.clear()
                await self._news.wait()
        return self._state


@asynccontextmanager
async def a_plant(folder: Path) -> AsyncIterator[RunningPlant]:
    plant = RunningPlant(folder)
    await plant.start()
    try:
        await plant.publish(ORDER, ORDER.order)
        await plant.publish(PERSON, PERSON.person)
        async with open_http(plant.url) as http:
            reply = await http.post("/v1/instructions", content=msgspec.json.encode(WORK))
        assert reply.status_code == 200, reply.text
        yield plant
    finally:
        await plant.stop()


@asynccontextmanager
async def a_station(folder: Path, plant: RunningPlant, printer: str) -> AsyncIterator[Running]:
    path = folder / "station.toml"
    path.write_text(
        f"""
        [station]
        id = "ST-040"
        name = "Plate"
        line = "L1"
        [server]
        url = "{plant.url}"
        [[device]]
        name = "C-1"
        kind = "camera"
        url = "camera+file://{folder}/pictures"
        [[device]]
        name = "P-1"
        kind = "printer"
        url = "{printer}"
        """,
        "utf-8",
    )
    config = load_config(path)
    assert plant.plant is not None
    code = plant.plant.create_enrolment_code(3600)
    await asyncio.to_thread(enrol_station, config, path, plant.url, code)
    running = Running()
    task = asyncio.create_task(
        run_station(config, path, on_state=running.on_state, on_open=running.opened.set_result)
    )
    try:
        yield running
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


def is_at(step: str) -> Callable[[StationState], bool]:
    def is_there(state: StationState) -> bool:
        run = state.run
        return run is not None and run.current is not None and run.current.step.id == step

    return is_there


def are_ready(state: StationState) -> bool:
    ready = {device.device for device in state.devices if device.state is LinkState.READY}
    return {"C-1", "P-1"} <= ready


async def test_the_photo_reaches_the_plant_and_the_label_comes_out_once(tmp_path: Path) -> None:
    pictures = write_folder(tmp_path / "pictures", 2)
    async with (
        a_plant(tmp_path / "plant") as plant,
        printer_on_tcp() as (printer, url),
        a_station(tmp_path, plant, url) as running,
    ):
        station = await running.opened
        await running.until(are_ready)
        await running.until(lambda state: bool(state.orders))
        await station.code_scanned("BADGE-417", "scanner")
        await station.order_chosen("PO-1")
        await station.code_scanned(f"SN {UNIT}", "scanner")
        await running.until(is_at("photo"))
        await station.photo_pressed()
        await station.photo_pressed()
        await station.primary_pressed()
        await running.until(is_at("label"))
        for command in ("CMD:LABEL", "CMD:LABEL-TEST", "CMD:LABEL"):
            await station.code_scanned(command, "scanner")
        refused = await running.until(lambda state: state.refusal is not None)
        await _until_so(lambda: station._ports.journal.label_of(UNIT), "printed")
        await station.refusal_closed()
        await station.primary_pressed()
        done = await running.until(lambda state: state.finished is not None)
        photo = hashlib.sha256(pictures[1]).hexdigest()
        async with open_http(plant.url) as http:

            async def state() -> str:
                unit = (await http.get(f"/v1/units/{UNIT}")).json()
                return str(unit.get("state")) if plant.has_blob(photo) else "without its photo"

            await _until_so(state, "completed")
            served = await http.get(f"/v1/units/{UNIT}/photos/{photo}.jpg")
            record = (await http.get(f"/v1/units/{UNIT}")).json()
    assert served.content == pictures[1]
    units = [label for label in printer.mechanics.labels if label[0] == UNIT]
    assert units == [(UNIT, "GX-200 B", "PO-1")]
    (code,) = zxingcpp.read_barcodes(burn(printer.mechanics.formats[0]))
    assert (code.symbology_identifier, code.bytes) == ("]d1", UNIT.encode())
    assert refused.refusal is not None
    assert refused.refusal.refusal.code in {"label.printed", "label.unknown"}
    assert done.finished is not None
    assert done.finished.evidence == "provable"
    kinds = [line["kind"] for line in record["lines"]]
    assert {"photo.taken", "label.requested", "label.ended"} <= set(kinds)
    assert [one["title"] for one in record["photos"]] == ["Photo of the plate"]


async def _until_so(ask: Callable[[], Awaitable[str | None]], wanted: str) -> None:
    async with asyncio.timeout(PATIENT_S):
        while await ask() != wanted:  # noqa: ASYNC110 (a database has no event)
            await asyncio.sleep(0.02)
