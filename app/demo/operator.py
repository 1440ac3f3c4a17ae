"""The scripted operator: looks at the station, does what it asks, through real devices.

Scans go through the simulated scanner's line, trigger pulls through the controller's protocol,
values through the gauge's; the rest are taps on the station's own widgets.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from app.demo.programs import ProgramFailed

if TYPE_CHECKING:
    import random
    from collections.abc import Awaitable, Callable, Mapping
    from pathlib import Path

    from app.demo.programs import Event, Program


REACTION_S = 0.3
SCAN_AGAIN_S = 0.8


@dataclass(frozen=True, slots=True)
class Bench:
    """The processes around the operator."""

    station: Program
    tool: Program
    gauge: Program
    scanner: Program
    machine: Program


@dataclass(slots=True)
class Deviations:
    """What goes wrong on one unit.  Each happens once."""

    wrong_scans: dict[str, list[str]] = field(default_factory=dict)
    nok_at: set[str] = field(default_factory=set)
    kill_at: str | None = None
    cut_at: str | None = None
    #: By step: what happens there before its work is done; "nok": while a failed result is open.
    incidents: dict[str, Callable[[], Awaitable[None]]] = field(default_factory=dict)


class Operator:
    """Builds units.  ``labels`` maps a component to what its good label says.

    ``second`` is the badge of whoever signs where a step asks for a second person.
    """

    def __init__(
        self,
        bench: Bench,
        *,
        badge: str,
        second: str = "",
        labels: Mapping[str, str],
        chance: random.Random,
        pace_s: float,
        picture: Callable[[str], Path],
    ) -> None:
        self._bench = bench
        self._badge = badge
        self._second = second
        self._labels = labels
        self._chance = chance
        self._pace_s = pace_s
        self._picture = picture
        self._kept: set[str] = set()
        self._last_scan = ("", 0.0)

    async def sign_in(self) -> None:
        await self.keep_picture("sign-in")
        await self._scan(self._badge)
        await self._state(lambda s: s["person"] is not None, "somebody to be signed in")
        await self.keep_picture("queue")

    async def build(
        self, unit_label: str, gears_label: str, deviations: Deviations | None = None
    ) -> None:
        """Build one unit from its label to its release."""
        wrong = deviations or Deviations()
        await self._scan(unit_label)
        await self._state(lambda s: s["serial"] is not None, "the unit to be open")
        while True:
            state = await self._state(lambda _s: True, "a state")
            if state["serial"] is None:
                break
            place = "nok" if state["nok"] else str(state["step"])
            incident = wrong.incidents.pop(place, None)
            if incident is not None:
                await incident()
                continue
            if wrong.kill_at is not None and _place(state) == wrong.kill_at:
                return
            await self._step(state, gears_label, wrong)
        await self.keep_picture("done")

    async def resume(self, gears_label: str) -> None:
        """Go on with the unit that is open."""
        state = await self._state(lambda s: s["serial"] is not None, "the unit to be open")
        while state["serial"] is not None:
            await self._step(state, gears_label, Deviations())
            state = await self._state(lambda _s: True, "a state")

    async def press(self, *names: str) -> None:
        """Tap each button once it takes a finger.

        Raises:
            ProgramFailed: the screen has no such button.
        """
        for name in names:
            await self.see(name)
            await asyncio.sleep(self._pace_s)
            await self._tap(name)

    async def see(self, name: str) -> None:
        """Wait until a button is there and takes a finger."""
        station = self._bench.station
        station.forget()
        await station.tell(do="where", name=name)
        heard = await station.hear(
            lambda e: e.get("name") == name or e.get("event") == "error", f"the button {name!r}"
        )
        if heard["event"] == "error":
            raise ProgramFailed(str(heard["why"]))

    async def wait(self, claim: Callable[[Event], bool], what: str) -> Event:
        """The newest state that fulfils ``claim``, once the screen shows it."""
        return await self._state(claim, what)

    async def show_badge(self, *codes: str) -> None:
        """Others' badges are scanned, for the signatures that are asked for, one by one."""
        before = None
        for code in codes:
            asked = await self._asked_again(before)
            await self.keep_picture(f"sign-{asked['asked']}")
            await self._scan(code)
            before = asked["asked_right"]
        await self._state(lambda s: s["asked"] is None, "the signature to be taken")

    async def _asked_again(self, before: str | None) -> Event:
        """For a signature, with another right than the one ``before``."""
        return await self._state(
            lambda s: s["asked"] is not None and s["asked_right"] != before,
            "a signature to be asked for",
        )

    async def type_words(self, words: str) -> None:
        """On the keyboard of the glass: a capital first, as it proposes."""
        keys = ("space" if key == " " else key for key in words)
        await self.press(*(f"key:{key}" for key in keys))

    async def show_value(self, value: str) -> None:
        """Press the gauge's button on a piece of that size, once the step could be read."""
        await asyncio.sleep(REACTION_S)
        await self._bench.gauge.tell(do="measure", value=value)

    async def become(self, badge: str, person: str) -> None:
        """Another person signs in."""
        await self._scan(badge)
        await self._state(lambda s: s["person"] == person, f"{person} to be signed in")

    async def _step(self, state: Event, gears_label: str, wrong: Deviations) -> None:
        await asyncio.sleep(self._pace_s)
        if state["nok"]:
            await self._acknowledge()
            return
        await self.keep_picture(state["kind"])
        match state["kind"]:
            case "scan":
                await self._scan_part(state, gears_label, wrong)
            case "torque":
                await self._tighten(state, wrong)
            case "measure":
                await self._measure(state)
            case "inspect":
                await self._inspect(state)
            case _ if state.get("machine"):
                await self._place(state)
            case _:
                await self._tap("primary")
                if state.get("signed_too"):
                    await self.show_badge(self._second)
                await self._moved(state, "the step to be confirmed")

    async def _place(self, state: Event) -> None:
        """The machine does it; when it says no, the operator reads why and tries again."""
        before = _progress(state)
        seen = await self._state(
            lambda s: _progress(s) != before or s["machine_problem"] is not None,
            "the machine to answer",
        )
        if seen["machine_problem"] is not None and _progress(seen) == before:
            await self.keep_picture("machine-refused")
            await self._tap("retry")
            await self._state(lambda s: s["machine_problem"] is None, "the machine to try again")

    async def _scan_part(self, state: Event, gears_label: str, wrong: Deviations) -> None:
        for code in wrong.wrong_scans.pop(state["step"], []):
            before = state["refused_in_a_row"]
            await self._scan(code)
            state = await self._state(
                lambda s, n=before: s["refused_in_a_row"] > n,  # type: ignore[misc]
                f"{code!r} to be refused",
            )
            await self.keep_picture(f"blocked-{state['refusal'].replace('.', '-')}")
            await asyncio.sleep(self._pace_s)
        is_gears = state["component"] == "gear-set"
        await self._scan(gears_label if is_gears else self._labels[state["component"]])
        await self._moved(state, f"the {state['component']} to be accepted")

    async def _tighten(self, state: Event, wrong: Deviations) -> None:
        armed = await self._state(
            lambda s: s["armed"] or s["step"] != state["step"], "the tool to be released"
        )
        if not armed["armed"]:
            return
        await self.keep_picture("torque")
        place = _place(armed)
        if place == wrong.cut_at:
            # The tool is enabled and its link is gone: the controller keeps what it does now.
            wrong.cut_at = None
            await self._bench.tool.tell(do="cut", seconds=1)
            await self._bench.tool.tell(do="tighten", torque="25.05", angle=60, ok=True)
        elif place in wrong.nok_at:
            wrong.nok_at.discard(place)
            await self._bench.tool.tell(do="tighten", torque="16.90", angle=112, ok=False)
        else:
            torque = Decimal(self._chance.randint(2450, 2560)) / 100
            await self._bench.tool.tell(
                do="tighten", torque=f"{torque:.2f}", angle=self._chance.randint(56, 64), ok=True
            )
        await self._moved(armed, "the result of the tool")

    async def _acknowledge(self) -> None:
        await self.keep_picture("nok")
        await asyncio.sleep(self._pace_s)
        await self._tap("acknowledge")
        await self._state(lambda s: not s.get("nok"), "the NOK to be acknowledged")

    async def _measure(self, state: Event) -> None:
        # A value sent before a person could have read the step is stale to the station.
        await asyncio.sleep(REACTION_S)
        value = Decimal(self._chance.randint(95, 125)) / 1000
        await self._bench.gauge.tell(do="measure", value=f"{value:.3f}")
        await self._moved(state, "the gauge's value")

    async def _inspect(self, state: Event) -> None:
        for position in state["open"]:
            await self._tap(f"point:{position}:ok")
            state = await self._moved(state, f"{position} to be answered")
        await self._tap("primary")
        await self._moved(state, "the inspection to be confirmed")

    async def _moved(self, state: Event, what: str) -> Event:
        """Wait until something of the unit is different: evidence, step, position or NOK."""
        before = _progress(state)
        return await self._state(lambda s: _progress(s) != before, what)

    async def _state(self, claim: Callable[[Event], bool], what: str) -> Event:
        """The newest state that fulfils ``claim``, once the screen shows it."""
        return await self._bench.station.latest(
            lambda s: bool(s.get("settled", True) and claim(s)), what
        )

    async def _scan(self, code: str) -> None:
        now = asyncio.get_running_loop().time()
        before, at = self._last_scan
        if code == before:
            # Sooner than a hand can, it is one code read twice.
            await asyncio.sleep(max(0.0, at + SCAN_AGAIN_S - now))
        self._last_scan = (code, asyncio.get_running_loop().time())
        await self._bench.scanner.tell(do="scan", text=code)

    async def _tap(self, name: str) -> None:
        await self._bench.station.tell(do="tap", name=name)

    async def keep_picture(self, face: str) -> None:
        """Keep a picture of a face the first time it is seen."""
        path = str(self._picture(face))
        if face in self._kept:
            return
        self._kept.add(face)
        await self._bench.station.tell(do="screenshot", path=path)
        shot = await self._bench.station.hear(
            lambda e: e.get("event") in ("screenshot", "error") and e.get("path", path) == path,
            f"the picture {path}",
        )
        if shot["event"] == "error":
            msg = f"no picture of {face}: {shot['why']}"
            raise ProgramFailed(msg)


def _place(state: Event) -> str:
    """The step, and the position in it: "tighten.3"."""
    position = state.get("position")
    return f"{state['step']}.{position}" if position else str(state["step"])


def _progress(state: Event) -> tuple[object, ...]:
    names = ("serial", "index", "evidence_count", "nok", "position", "held")
    return tuple(state.get(name) for name in names)
