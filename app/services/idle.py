"""Locks the screen when nobody has done anything for a while; the work waits as it is."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.services.acts import Act

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.ports.clock import Clock
    from app.services.attendance import Attendance
    from app.services.sign_off import SignOff
    from app.services.state_board import StateBoard

#: How often it looks.
LOOK_S = 1.0


@dataclass(frozen=True, slots=True)
class Present(Act):
    """Somebody touched the screen, without asking the station for anything."""


class Idle:
    """:meth:`presence` from whatever a person or their tool does; :meth:`look` now and then."""

    def __init__(
        self,
        *,
        board: StateBoard,
        clock: Clock,
        attendance: Attendance,
        sign_off: SignOff,
        sleep: Callable[[float], Awaitable[object]] = asyncio.sleep,
    ) -> None:
        self._board = board
        self._clock = clock
        self._attendance = attendance
        self._sign_off = sign_off
        self._sleep = sleep
        self._seen_ns = clock.mono_ns()

    def presence(self) -> None:
        """Somebody is there."""
        self._seen_ns = self._clock.mono_ns()

    def used(self, *, is_wanted: bool) -> None:
        """A tool or gauge reported: somebody holds it, unless nobody wanted its result."""
        if is_wanted:
            self.presence()

    @property
    def is_due(self) -> bool:
        """Whether the screen is to be locked: nobody was there, and no machine works for them."""
        state = self._board.state
        after_s = state.people.rules.idle_after_s
        if after_s is None or state.people.idle_us is not None:
            return False
        is_waiting = state.machine is not None and state.machine.request is not None
        if is_waiting and state.person is not None:
            return False
        return (self._clock.mono_ns() - self._seen_ns) / 1e9 >= after_s

    async def lock(self) -> None:
        """Inside a turn: nobody is signed in any more; what was half done stays."""
        self._sign_off.cancel()
        await self._attendance.leave("idle")
        people = replace(self._board.state.people, idle_us=self._clock.now_us(), trainee=None)
        self._board.update(people=people, sign_in_refusal=None)

    def wake(self) -> None:
        """Somebody came, and has not said who they are yet."""
        self.presence()
        if self._board.state.people.idle_us is not None:
            self._board.update(people=replace(self._board.state.people, idle_us=None))

    async def run(self, look: Callable[[], Awaitable[None]]) -> None:
        """Call ``look`` every second, until cancelled."""
        while True:
            await self._sleep(LOOK_S)
            await look()
