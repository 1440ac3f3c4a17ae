"""The reference story: a shift at one station, with everything that can go wrong in it."""

from __future__ import annotations

import asyncio
import random
import sys
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from app.demo.board import hand_line_over
from app.demo.flow_summary import read_line
from app.demo.incidents import (
    INSPECTOR,
    LEAD,
    OPERATOR,
    accept_evidence,
    bypass_gate,
    call_the_lead,
    check_the_station,
    decide,
    hand_over,
    say_it_worked,
    send_to_rework,
    verify_gate,
)
from app.demo.line import load_line, machine_zone
from app.demo.neighbour import let_it_work
from app.demo.operator import Bench, Deviations, Operator
from app.demo.places import RESOURCES, Places, free_port
from app.demo.plant import DemoServer
from app.demo.programs import Program
from app.demo.station_config import station_config
from app.demo.summary import Happened, collect, summarise
from app.domain.plant import Shipment

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from app.authoring.demo_plant import DemoPlant
    from app.demo.line import DemoLine
    from app.demo.summary import Summary
    from app.domain.plant import StationInfo

#: So many of the first units leave the plant.
SHIPPED, CUSTOMER = 2, "Mill 7"
#: Long enough to follow on a screen.
HUMAN_PACE_S = 0.4


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the caller of the demonstration asked for."""

    units: int
    seed: int
    is_headless: bool
    with_faults: bool


class Story:
    """One run.  ``tell`` prints a line for whoever watches."""

    def __init__(self, wishes: Wishes, places: Places, plant: DemoPlant) -> None:
        self._wishes = wishes
        self._plant = plant
        #: Without it the station stands alone.
        self._line: DemoLine | None = None
        self.places = places
        self.happened = Happened()
        self._port = free_port()
        self.server = DemoServer(f"http://127.0.0.1:{self._port}")
        self._tool_port, self._machine_port = free_port(), free_port()
        self._programs = self._make_programs()
        self.operator = self._make_operator()

    async def run(self, elapsed_s: Callable[[], float]) -> Summary:
        """Play it, and read back what it left.

        Raises:
            ProgramFailed: something did not do what it must.
        """
        async with AsyncExitStack() as stack:
            stack.push_async_callback(self._stop_all)
            folder = RESOURCES / "demo"
            self._line = await asyncio.to_thread(load_line, folder, zone=machine_zone())
            await self._start_all()
            tell("The operator signs in by badge.")
            await self.operator.sign_in()
            tell("The shift begins with the check of the station, on the screen.")
            await check_the_station(self.operator)
            for number in range(self._wishes.units):
                await self._build(number)
            tell("The lead hands the shift over; the next one ticks what is open and takes it.")
            await hand_over(self.operator, self._plant.cards)
            await self._wait_until_synced()
            await self._ship()
            tell("On the board the lead hands the line over; the next one accepts each item.")
            self.happened.line_handover = await hand_line_over(self.server, self._station.line)
            self.happened.line = await read_line(self.server, self._station.line)
            evidence = await collect(self.server, self.places)
            await self._programs["station"].stop()
            known = await self.server.station(self._plant.station.station)
            return await summarise(
                self.places,
                self.happened,
                evidence,
                known=known,
                decisions=await self.server.decisions(),
                seconds=elapsed_s(),
            )

    async def _build(self, number: int) -> None:
        """Each of the first units shows one thing; the others are plain."""
        chapters = {
            0: self._defect,
            1: self._wrong_parts,
            2: self._bad_bolt,
            3: self._outage,
            4: self._kill,
        }
        # A single unit must show the line at work too: it meets the wrong parts and the bad bolt.
        if self._wishes.units == 1:
            await self._everything_on_one(number)
            return
        await chapters.get(number, self._plain)(number)

    async def _plain(self, number: int) -> None:
        tell(f"Unit {self._serial(number)}: built step by step.")
        await self.operator.build(self._unit(number), self._gears(number))

    async def _defect(self, number: int) -> None:
        tell(f"Unit {self._serial(number)}: a scratch on the picture; the lead orders rework.")
        defect = partial(send_to_rework, self.operator, self._serial(number), self._lead)
        deviations = Deviations(incidents={"seal": defect})
        await self.operator.build(self._unit(number), self._gears(number), deviations)
        if self._wishes.with_faults:
            await self._device_faults()

    async def _everything_on_one(self, number: int) -> None:
        tell(f"Unit {self._serial(number)}: a wrong lot, a held lot and one bad bolt.")
        deviations = Deviations(self._wrong_labels(), {f"{self._bolts}.3"})
        await self._decided(number, deviations)

    async def _wrong_parts(self, number: int) -> None:
        tell(f"Unit {self._serial(number)}: a wrong, an expired and a held lot are refused.")
        deviations = Deviations(wrong_scans=self._wrong_labels())
        if self._wishes.with_faults:
            deviations.cut_at = f"{self._bolts}.2"
        await self.operator.build(self._unit(number), self._gears(number), deviations)

    async def _bad_bolt(self, number: int) -> None:
        tell(f"Unit {self._serial(number)}: bolt 3 fails; the card says what helped before.")
        tell("The operator says why, what is done and what it costs; the bolt is done again.")
        tell("The lead is called, comes, and signs by badge.")
        call = partial(call_the_lead, self.operator, self._lead)
        deviations = Deviations(nok_at={f"{self._bolts}.3"}, incidents={"backlash": call})
        await self._decided(number, deviations)

    async def _decided(self, number: int, deviations: Deviations) -> None:
        """A unit with a failed bolt that is decided about."""
        deviations.incidents["nok"] = partial(decide, self.operator)
        await self.operator.build(self._unit(number), self._gears(number), deviations)
        await say_it_worked(self.operator)

    async def _outage(self, number: int) -> None:
        station = self._programs["station"]
        await self._programs["server"].kill()
        tell(f"Unit {self._serial(number)}: the server is gone; the station carries on.")
        await self._with_bypass(number)
        offline = await station.latest(
            lambda s: s["sync"] == "offline" and s["waiting"] > 0, "the station to say offline"
        )
        self.happened.offline_waiting = offline["waiting"]
        await self.operator.keep_picture("offline")
        tell(f"The server comes back; {offline['waiting']} events kept safe catch up.")
        tell("The bypass has locked itself; two people verify the gate before the next unit.")
        # Nobody at the station waits for a server.
        await asyncio.gather(self._start_server(), verify_gate(self.operator, self._plant.cards))
        await self._wait_until_synced()
        self.happened.is_outage_survived = True

    async def _with_bypass(self, number: int) -> None:
        tell("A label cannot be read: two people open the approved bypass, for one unit.")
        bypass = partial(bypass_gate, self.operator, self._plant.cards)
        deviations = Deviations(incidents={"scan-housing": bypass})
        await self.operator.build(self._unit(number), self._gears(number), deviations)
        tell("That unit is not provable: two people accept it, with the reason.")
        await accept_evidence(self.operator, self._serial(number), self._plant.cards)

    async def _kill(self, number: int) -> None:
        tell(f"Unit {self._serial(number)}: the station is killed between two bolts.")
        station, place = self._programs["station"], f"{self._bolts}.3"
        deviations = Deviations(kill_at=place)
        await self.operator.build(self._unit(number), self._gears(number), deviations)
        await station.kill()
        await self._start_station()
        state = await station.latest(lambda s: s["serial"] is not None, "the unit to be back")
        is_same = (state["serial"], f"{state['step']}.{state['position']}") == (
            self._serial(number),
            place,
        )
        tell(f"It came back at {state['step']}, bolt {state['position']}; the operator goes on.")
        await self.operator.sign_in()
        await self.operator.resume(self._gears(number))
        self.happened.is_resumed_after_kill = is_same

    async def _device_faults(self) -> None:
        """Ask each device to misbehave; the next units show that nothing came of it."""
        tell("Faults: a repeated result, a lost acknowledgement, a cut tool link, line noise,")
        tell("a machine that refuses once, a gauge that is unplugged for a second.")
        await self._programs["tool"].tell(do="duplicate_next")
        await self._programs["tool"].tell(do="swallow_ack")
        await self._programs["scanner"].tell(do="garbage", hex="00ff1d0d")
        await self._programs["machine"].tell(
            do="refuse_next", code="E17", text="clamp pressure low"
        )
        await self._programs["gauge"].tell(do="unplug", seconds=1)
        self.happened.faults = [
            "duplicate result", "lost acknowledgement", "cut tool link", "line noise",
            "machine refusal", "unplugged gauge",
        ]  # fmt: skip

    async def _ship(self) -> None:
        """The planner's system tells what has left."""
        serials = tuple(self._serial(number) for number in range(min(SHIPPED, self._wishes.units)))
        at = datetime.now(UTC)
        await self.server.publish(Shipment(shipment="D-2041", serials=serials, to=CUSTOMER, at=at))
        tell(f"{len(serials)} shipped to {CUSTOMER}.")
        self.happened.shipped = len(serials)

    # -- the programs ----------------------------------------------------------------------

    async def _start_all(self) -> None:
        tell("Starting the server, the simulated devices and the station.")
        text = station_config(
            self._plant.station,
            server=self.server.url,
            devices=self.places.devices.resolve(),
            tool_port=self._tool_port,
            machine_port=self._machine_port,
            has_sound=not self._wishes.is_headless,
        )
        self.places.config.write_text(text, "utf-8")
        for name in ("tool", "machine", "gauge", "scanner"):
            await self._programs[name].start()
        await self._start_server()
        for name in ("tool", "machine", "gauge", "scanner"):
            await self._programs[name].hear(
                lambda e: e.get("event") == "listening", f"the {name} to listen"
            )
        await self.server.set_up(self._plant, self.places)
        if self._line is None:
            await self._start_station()
            return
        tell(f"{self._line.neighbour.station} behind it has worked for hours, and stands still.")
        revision = await self.server.set_up_line(self._line)
        await asyncio.gather(self._start_station(), self._start_neighbour(self._line, revision))

    async def _start_neighbour(self, line: DemoLine, revision: str) -> None:
        now_us = round(datetime.now(UTC).timestamp() * 1e6)
        made = await let_it_work(
            self.server, line, revision=revision, now_us=now_us, seed=self._wishes.seed
        )
        await self.server.publish(line.order_after(made, now_us=now_us))

    async def _start_server(self) -> None:
        await self._programs["server"].start()
        await self._programs["server"].hear(
            lambda e: e.get("event") == "listening", "the server to listen"
        )

    async def _start_station(self) -> None:
        environment = {"QT_QPA_PLATFORM": "offscreen"} if self._wishes.is_headless else {}
        station = self._programs["station"]
        await station.start(**environment)
        await station.latest(
            lambda s: (
                (s["orders"] > 0 or s["serial"] is not None)
                and bool(s["devices"])
                and set(s["devices"].values()) == {"ready"}
            ),
            "orders to be here and all devices ready",
            timeout_s=30,
        )

    async def _wait_until_synced(self) -> None:
        await self._programs["station"].latest(
            lambda s: s["sync"] == "synced" and s["waiting"] == 0,
            "everything to reach the server",
            timeout_s=60,
        )

    async def _stop_all(self) -> None:
        await self.server.close()
        for name in ("station", "scanner", "gauge", "machine", "tool", "server"):
            await self._programs[name].stop()

    def _make_programs(self) -> dict[str, Program]:
        where, devices = self.places, self.places.devices
        station = ["station", "--config", str(where.config), "--control", "--window"]
        simulate = ("device", "simulate")
        words: dict[str, list[str]] = {
            "server": [
                "server", "--data", str(where.server), "--port", str(self._port), "--json",
            ],
            "station": station,
            "tool": [
                *simulate, "open-protocol", "--port", str(self._tool_port), "--manual",
                "--seed", str(self._wishes.seed),
            ],
            "machine": [*simulate, "opcua", "--port", str(self._machine_port), "--manual"],
            "gauge": [*simulate, "gauge", "--link", str(devices / "gauge"), "--manual"],
            "scanner": [*simulate, "scanner", "--link", str(devices / "scanner"), "--manual"],
        }  # fmt: skip
        return {
            name: Program(name, command, log=where.logs / f"{name}.log")
            for name, command in words.items()
        }

    def _make_operator(self) -> Operator:
        programs = self._programs
        return Operator(
            Bench(
                station=programs["station"],
                tool=programs["tool"],
                gauge=programs["gauge"],
                scanner=programs["scanner"],
                machine=programs["machine"],
            ),
            badge=self._plant.cards[OPERATOR],
            second=self._plant.cards[INSPECTOR],
            labels={name: label.text() for name, label in self._plant.labels.items()},
            chance=random.Random(self._wishes.seed),  # noqa: S311 - plays a person
            pace_s=0.0 if self._wishes.is_headless else HUMAN_PACE_S,
            picture=self._picture,
        )

    def _picture(self, face: str) -> Path:
        return self.places.screens / f"{face}.png"

    # -- what the operator scans -----------------------------------------------------------

    @property
    def _station(self) -> StationInfo:
        return self._plant.station

    @property
    def _lead(self) -> str:
        return self._plant.cards[LEAD]

    @property
    def _bolts(self) -> str:
        return "tighten-b"

    def _wrong_labels(self) -> dict[str, list[str]]:
        labels = self._plant.labels
        wrong = ("bearing-wrong", "bearing-expired", "bearing-held")
        return {"scan-bearing": [labels[name].text() for name in wrong]}

    def _unit(self, number: int) -> str:
        return self._plant.labels["unit"].text(number)

    def _serial(self, number: int) -> str:
        return self._unit(number).removeprefix("SN ")

    def _gears(self, number: int) -> str:
        return self._plant.labels["gear-set"].text(number)


def tell(line: str) -> None:
    """Say what happens now."""
    sys.stdout.write(f"  {line}\n")
    sys.stdout.flush()
