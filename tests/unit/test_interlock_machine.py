"""Whatever the order of people, pulls, links, answers and faults: the interlock holds."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Callable, Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from msgspec import structs

from app.domain.errors import StorageFault
from app.domain.events import TighteningRecorded, UnitCompleted
from app.domain.instructions import ConfirmStep, Position, ScanStep, TorqueStep
from app.domain.readings import Reading, ReadingKind
from app.ports.devices import CommandResult, DeviceStatus, LinkState, Outcome
from tests.helpers.effort import effort
from tests.helpers.gearbox import INSTRUCTION, tightening
from tests.helpers.station_rig import BADGE, FakeTool, Rig, station_at

UNITS = ("0418-77231", "0418-77232")
TOOL = "T-07"
OUTCOMES = {
    "confirmed": CommandResult(Outcome.CONFIRMED),
    "refused": CommandResult(Outcome.REJECTED, "79"),
    "silent": CommandResult(Outcome.TIMED_OUT),
}
(BOLTS,) = [s for s in INSTRUCTION.steps if isinstance(s, TorqueStep)]
COVER = structs.replace(BOLTS, id="cover", program=13, positions=(Position("1", 0.1, 0.1),))
WORK = structs.replace(
    INSTRUCTION,
    steps=(
        ScanStep(id="unit", title={"en": "Scan unit"}, component="unit"),
        structs.replace(BOLTS, max_attempts=4),
        structs.replace(COVER, max_attempts=4),
        ConfirmStep(id="label", title={"en": "Label"}, statement={"en": "It is labelled"}),
    ),
)
#: How a pull can come out: what is different from a good tightening.
PULLS: dict[str, dict[str, Any]] = {
    "good": {},
    "nok": {"ok": False},
    "wrong program": {"program": "7"},
    "loosening": {"kind": ReadingKind.LOOSENING},
}
#: More than one commit, lock, release and their records ever need.
ROUNDS = 8


@dataclass(frozen=True)
class Released:
    """What the tool was really released for, and whether the station was told so."""

    serial: str
    step: str
    program: int
    number: int
    is_confirmed: bool


class Controller(FakeTool):
    """Knows whether its spindle can turn; a lost link or a lost answer does not change that."""

    def __init__(self) -> None:
        super().__init__()
        self.arming, self.locking, self.is_linked = "confirmed", "confirmed", True
        self.released: Released | None = None
        self.count = 0
        self.may_release: Callable[[], bool] = lambda: True

    async def arm(self, program: int, identifier: str) -> CommandResult:
        if not self.is_linked:
            return CommandResult(Outcome.OFFLINE)
        assert self.may_release()
        self.released = None
        if self.arming != "refused":
            step = next(s.id for s in (BOLTS, COVER) if s.program == program)
            self.count += 1
            is_confirmed = self.arming == "confirmed"
            self.released = Released(identifier, step, program, self.count, is_confirmed)
        return OUTCOMES[self.arming]

    async def disarm(self) -> CommandResult:
        if not self.is_linked:
            return CommandResult(Outcome.OFFLINE)
        if self.locking == "confirmed":
            self.released = None
        return OUTCOMES[self.locking]


class InterlockMachine(RuleBasedStateMachine):
    """The model: which result was made under which confirmed release."""

    @initialize()
    def build(self) -> None:
        self._runner = asyncio.Runner()
        self._folder = tempfile.TemporaryDirectory()
        self._stack = AsyncExitStack()
        self._made_for: dict[str, Released] = {}
        self._failed: set[int] = set()
        self._waiting: list[Reading] = []
        self._under_way: list[Reading] = []
        self._delivered: list[Reading] = []
        self._number = 0
        self._tool = Controller()
        self._rig = self._do(self._open())
        self._tool.may_release = lambda: not self._rig.state.loose_tools
        self.take_up(UNITS[0])

    async def _open(self) -> Rig:
        where = Path(self._folder.name)
        rig = await self._stack.enter_async_context(
            station_at(where, has_machine=False, instruction=WORK)
        )
        rig.station.use(tools={TOOL: self._tool}, gauges={}, machine=None)
        return rig

    def _do(self, doing: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(doing)

    def _done(self, doing: Coroutine[Any, Any, Any]) -> None:
        async def and_settle() -> None:
            await doing
            await self._settle()

        self._do(and_settle())

    async def _settle(self) -> None:
        """Let the tool's task come to rest: each round lets one commit through."""
        for _ in range(ROUNDS):
            await self._rig.journal._journal.work(lambda: None)
            for _ in range(5):
                await asyncio.sleep(0)

    # -- people and the world ----------------------------------------------------------------

    @rule(serial=st.sampled_from(UNITS))
    def take_up(self, serial: str) -> None:
        """Healthy again, signed in, and the unit on the screen if no other is in work."""
        self._done(self._rig.scan(BADGE, f"SN {serial}"))

    @rule()
    def go_on(self) -> None:
        """What the screen asks for: seen the failed one, confirmed the label."""
        self._done(self._rig.station.nok_acknowledged())
        self._done(self._rig.station.primary_pressed())

    @rule(what=st.sampled_from(["out", "leave", "retry", "redo bolts", "link", "link", "mood"]))
    def something_happens(self, what: str) -> None:
        station = self._rig.station
        match what:
            case "out":
                self._done(station.signed_out())
            case "leave":
                self._done(station.unit_left())
            case "retry":
                self._done(station.retry_pressed())
            case "redo bolts":
                self._done(station.step_redone("bolts", "done_wrong"))
            case "link":
                self._link()
            case _:
                self._tool.arming = self._tool.locking = "confirmed"
                self._rig.journal.is_broken = False

    @rule(
        release=st.sampled_from(["confirmed", "refused", "silent"]),
        lock=st.sampled_from(["confirmed", "confirmed", "silent"]),
        is_broken=st.sampled_from([False, False, False, True]),
    )
    def mood(self, release: str, lock: str, is_broken: bool) -> None:
        """How controller and disk behave from here on."""
        self._tool.arming, self._tool.locking = release, lock
        self._rig.journal.is_broken = is_broken

    def _link(self) -> None:
        """Breaks; or returns as a driver does it: locked, then what was missed, then ready."""
        if self._tool.is_linked:
            self._tool.is_linked = False
            self._done(self._says(LinkState.DISCONNECTED))
        else:
            self._tool.is_linked, self._tool.released = True, None
            self._done(self._reconcile())

    # -- results ------------------------------------------------------------------------------

    @precondition(lambda self: self._tool.released is not None)
    @rule(how=st.sampled_from(sorted(PULLS)), names_unit=st.booleans(), pulls=st.integers(1, 3))
    def pull(self, how: str, names_unit: bool, pulls: int) -> None:
        """One after the other, before the station had time to lock."""
        made = [self._made(how, names_unit=names_unit) for _ in range(pulls)]
        if not self._tool.is_linked:
            self._waiting += [structs.replace(reading, backfilled=True) for reading in made]
            return
        must_count = how == "good" and self._may_pull()
        for reading in made[:-1]:
            self._do(self._deliver(reading))
        self._done(self._deliver(made[-1]))
        if must_count:
            assert made[0].result_id in self._counted()

    @precondition(lambda self: self._tool.released is not None and self._tool.is_linked)
    @rule(how=st.sampled_from(["good", "good", "nok"]))
    def pull_that_takes_long(self, how: str) -> None:
        self._under_way.append(self._made(how, names_unit=True))

    @precondition(lambda self: self._under_way and self._tool.is_linked)
    @rule()
    def long_pull_ends(self) -> None:
        """Before the tool was released again: a spindle does one thing at a time."""
        reading = self._under_way.pop(0)
        if self._made_for[reading.result_id].number == self._tool.count:
            self._done(self._deliver(reading))

    @rule(
        named=st.sampled_from([(), *((u,) for u in UNITS), ("0418-1",)]),
        is_old=st.booleans(),
        program=st.sampled_from(["12", "13"]),
    )
    def result_nobody_asked_for(self, named: tuple[str, ...], is_old: bool, program: str) -> None:
        """Fetched from long ago, or made by somebody at the controller while it was locked."""
        is_nobodys = not self._tool.released and not self._rig.state.loose_tools
        if is_nobodys and self._has_no_late_one() and not (is_old and named):
            reading = self._reading(identifiers=named, program=program, backfilled=is_old)
            self._done(self._deliver(reading))

    @precondition(lambda self: self._delivered)
    @rule(draw=st.data())
    def repeat(self, draw: st.DataObject) -> None:
        self._done(self._deliver(draw.draw(st.sampled_from(self._delivered))))

    # -- what must hold ----------------------------------------------------------------------

    @invariant()
    def never_enabled_but_for_the_open_step(self) -> None:
        tool, state = self._tool, self._rig.state
        if tool.released is None or TOOL in state.loose_tools:
            return
        assert tool.is_linked
        assert tool.released.is_confirmed
        assert state.person is not None
        assert state.storage_problem is None
        run = state.run
        assert run is not None
        assert run.held is None
        assert run.current is not None
        assert not run.current.is_nok_open
        assert isinstance(run.current.step, TorqueStep)
        step = run.current.step
        released = (tool.released.serial, tool.released.step, tool.released.program)
        assert released == (run.serial, step.id, step.program)

    @invariant()
    def shown_as_enabled_only_when_it_is(self) -> None:
        shown = self._rig.state.tool
        if shown is not None and shown.is_armed and TOOL not in self._rig.state.loose_tools:
            assert self._tool.released is not None

    # -- inside -------------------------------------------------------------------------------

    def _may_pull(self) -> bool:
        state = self._rig.state
        is_armed = state.tool is not None and state.tool.is_armed
        return is_armed and TOOL not in state.loose_tools and not self._rig.journal.is_broken

    def _reading(self, **changes: Any) -> Reading:
        self._number += 1
        return tightening(result_id=str(self._number), **changes)

    async def _says(self, link: LinkState) -> None:
        self._tool.status = DeviceStatus(TOOL, link)
        self._rig.station.device_changed(self._tool.status)

    async def _reconcile(self) -> None:
        while self._waiting:
            if not await self._deliver(self._waiting[0]):
                break
            self._waiting.pop(0)
        await self._says(LinkState.READY)

    async def _deliver(self, reading: Reading) -> bool:
        """False when it could not be kept: the controller keeps it and sends it again."""
        try:
            is_new = await self._rig.station.inbox.store(reading)
        except StorageFault:
            is_resent = reading.result_id in self._made_for and not reading.backfilled
            self._under_way += [reading] if is_resent else []
            return False
        assert is_new == (reading.result_id not in {r.result_id for r in self._delivered})
        if is_new:
            self._delivered.append(reading)
            await self._check(reading)
        return True

    async def _check(self, reading: Reading) -> None:
        """A good result counts for its own release, unless that had failed before."""
        for serial in UNITS:
            for body in await self._rig.bodies(serial):
                if isinstance(body, TighteningRecorded) and body.reading == reading:
                    released = self._made_for.get(reading.result_id)
                    if body.ok:
                        assert released is not None
                        assert released.is_confirmed
                        assert (released.serial, released.step) == (serial, body.step)
                        assert released.number not in self._failed
                    elif body.counted and released is not None:
                        self._failed.add(released.number)

    def _made(self, how: str, *, names_unit: bool) -> Reading:
        released = self._tool.released
        assert released is not None
        fields = {"program": str(released.program), **PULLS[how]}
        reading = self._reading(identifiers=(released.serial,) if names_unit else (), **fields)
        self._made_for[reading.result_id] = released
        return reading

    def _has_no_late_one(self) -> bool:
        """One rundown may be late; what somebody else makes then cannot be told from it."""
        return self._rig.station._tools._armings._late is None

    def _counted(self, *serials: str) -> list[str]:
        bodies = [b for serial in serials or UNITS for b in self._do(self._rig.bodies(serial))]
        good = (b for b in bodies if isinstance(b, TighteningRecorded) and b.ok)
        return [body.reading.result_id for body in good]

    def teardown(self) -> None:
        if hasattr(self, "_runner"):
            counted = self._counted()
            assert len(counted) == len(set(counted))
            for serial in UNITS:
                bodies = self._do(self._rig.bodies(serial))
                if any(isinstance(body, UnitCompleted) for body in bodies):
                    assert len(self._counted(serial)) >= len(BOLTS.positions) + 1
            self._rig.journal.is_broken = False
            self._do(self._stack.aclose())
            self._runner.close()
            self._folder.cleanup()


InterlockMachine.TestCase.settings = settings(
    max_examples=effort(40, 1500), stateful_step_count=effort(20, 40), deadline=None
)
TestInterlock = pytest.mark.allow_warnings(InterlockMachine.TestCase)
