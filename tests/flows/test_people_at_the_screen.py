"""People at the screen: what they tap and scan, down to the journal and back to the face."""

from __future__ import annotations

import asyncio
from datetime import UTC
from typing import TYPE_CHECKING, Any

from app.domain.events import SignedOff, TrainingStarted
from app.runtime.intents import IntentsOnLoop
from app.services.people_state import PeopleRules
from tests.helpers.station_rig import BADGE, Rig, station_at
from tests.unit.test_people import SKILLED, TORQUE, TRAINER, UNIT, signed_step
from ui.messages import say
from ui.presenters.station_presenter import StationPresenter
from ui.presenters.view_states import IdleBody, SignInBody

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from concurrent.futures import Future
    from pathlib import Path

    from ui.presenters.view_states import Screen


class Desk:
    """A presenter in front of a real station; its intents run on the same loop."""

    def __init__(self, rig: Rig) -> None:
        self._rig = rig
        self._now_s = 0.0
        self._running: list[asyncio.Task[None]] = []
        self.drawn: list[Screen] = []
        intents = IntentsOnLoop(self._submit)
        intents.serve(rig.station)
        self._presenter = StationPresenter(
            self.drawn.append,
            intents=intents,
            now_us=lambda: rig.clock.us,
            now_s=lambda: self._now_s,
            later=lambda _seconds, call: call(),
            zone=UTC,
        )

    def _submit(self, doing: Coroutine[Any, Any, None]) -> Future[None]:
        task = asyncio.ensure_future(doing)
        self._running.append(task)
        return task  # type: ignore[return-value]

    @property
    def face(self) -> str:
        self._presenter.state_changed(self._rig.state)
        return self.drawn[-1].face

    @property
    def body(self) -> object:
        return self.drawn[-1].body

    async def tap(self, *names: str) -> None:
        """Unhurried; each tap is answered before the next."""
        for name in names:
            assert self.face
            self._now_s += 1
            assert self._presenter.tapped(name), (name, self.face)
            await asyncio.gather(*self._running)
            self._running.clear()

    async def scan(self, *codes: str) -> None:
        await self._rig.scan(*codes)
        assert self.face


async def test_a_trainer_signs_on_by_number_and_pin_and_the_trainee_builds(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        await rig.publish(TRAINER, SKILLED)
        desk = Desk(rig)
        await desk.scan("BADGE-402")
        assert desk.face == "blocked"
        await desk.tap("primary")
        assert desk.face == "sign_off"
        await desk.tap("number", "key:7", "primary", "key:7", "key:7", "key:7", "key:7", "primary")
        assert desk.face == "queue"
        assert say(desk.drawn[-1].header.person_short) == "OP 402 + TR 7"
        await desk.scan(f"SN {UNIT}")
        assert desk.face == "step.scan"
        [training] = [b for _, b in await rig.record() if isinstance(b, TrainingStarted)]
        assert (training.trainee, training.trainer, training.means) == ("402", "7", "pin")


async def test_a_second_person_signs_and_the_first_goes_on(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=signed_step()) as rig:
        desk = Desk(rig)
        await rig.to_step("label")
        await desk.tap("primary")
        assert desk.face == "sign_off"
        await desk.scan("BADGE-402")
        body = desk.body
        assert isinstance(body, SignInBody)
        assert body.refusal is not None
        assert "Lead 412" in say(body.refusal.line)
        await desk.tap("cancel_sign")
        assert desk.face == "step.confirm"
        await desk.tap("primary")
        await desk.scan("BADGE-412")
        assert desk.face == "done"
        [signed] = [b for _, b in await rig.record() if isinstance(b, SignedOff)]
        assert (signed.name, signed.meaning) == ("Lead 412", "Verified")
        assert rig.state.person is not None
        assert rig.state.person.person == "417"


async def test_the_locked_screen_gives_the_half_typed_value_back(tmp_path: Path) -> None:
    async with station_at(tmp_path, people=PeopleRules(idle_after_s=180.0)) as rig:
        desk = Desk(rig)
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2")
        assert rig.step == "backlash"
        await desk.tap("type_value", "key:0", "key:.", "key:1")
        rig.clock.us += 181_000_000
        await rig.station._look()
        assert desk.face == "idle"
        body = desk.body
        assert isinstance(body, IdleBody)
        assert UNIT in say(body.notes[0])
        await desk.tap("wake")
        assert desk.face == "sign_in"
        await desk.tap("person:417", "key:1", "key:2", "key:3", "key:4", "primary")
        assert desk.face == "step.measure"
        await desk.tap("key:1", "primary")
        assert rig.step == "seal"
        await desk.scan(BADGE)
        assert desk.face == "step.inspect"
