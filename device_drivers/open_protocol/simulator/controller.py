"""The simulated controller itself: tool, programs, results and faults, without any network."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from device_drivers.open_protocol.simulator import telegrams
from device_drivers.open_protocol.simulator import tightening as tool
from device_drivers.open_protocol.tables import best_revision

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from decimal import Decimal

    from device_drivers.open_protocol.message import Message
    from device_drivers.simulator_control import Emit

TIME_FORMAT = "%Y-%m-%d:%H:%M:%S"
MAX_KEPT = 5000
ANY_REVISION = 999


class Client(Protocol):
    """Somebody connected to the controller."""

    @property
    def wants_results(self) -> bool: ...

    def cut(self, why: str) -> None: ...

    def announce_selection(self) -> None: ...

    def announce_identifier(self, vin: str) -> None: ...

    def announce_alarm(self, code: str) -> None: ...

    def announce_result(
        self, rundown: tool.Rundown, traces: dict[int, Message], *, times: int = 1
    ) -> None: ...


class SimulatedController:
    """One controller with one tool, serving one client at a time."""

    def __init__(self, *, emit: Emit, rng: random.Random, now: Callable[[], datetime]) -> None:
        self.emit = emit
        self.programs = tool.default_programs()
        self.results: list[tool.Rundown] = []
        self.selected = tool.FIRST_SELECTED
        self.is_enabled = True
        #: Faults to come: how often, and until when by the loop's clock.
        self.duplicates = 0
        self.acks_to_swallow = 0
        self.wrong_selection: int | None = None
        self.newest_revisions: dict[int, int] = {}
        self.refuses_until = 0.0
        self.mute_until = 0.0
        self._rng = rng
        self._now = now
        self._clock_offset = timedelta()
        self._clients: set[Client] = set()
        self._holder: Client | None = None
        self._vin: str | None = None
        self._next_id = 1

    @property
    def clients(self) -> tuple[Client, ...]:
        return tuple(self._clients)

    def connected(self, client: Client) -> None:
        self._clients.add(client)
        if _loop_time() < self.refuses_until:
            client.cut("connections are refused for now")

    def gone(self, client: Client) -> None:
        self._clients.discard(client)
        if self._holder is client:
            self._holder = None
            self.emit({"event": "disconnected"})

    def admit(self, client: Client) -> bool:
        """One client at a time."""
        if self._holder is not None:
            self.emit({"event": "turned away"})
            return False
        self._holder = client
        self.emit({"event": "connected"})
        return True

    @property
    def is_mute(self) -> bool:
        return _loop_time() < self.mute_until

    def newest_revision(self, mid: int) -> int:
        """The highest revision this controller claims to know; variants (ANY_REVISION) always."""
        return self.newest_revisions.get(mid, max(best_revision(mid), ANY_REVISION))

    def time(self) -> str:
        """The controller's own clock: local, without a zone."""
        return (self._now() + self._clock_offset).strftime(TIME_FORMAT)

    def set_clock(self, text: str) -> bool:
        try:
            wanted = datetime.strptime(text, TIME_FORMAT).replace(tzinfo=self._now().tzinfo)
        except ValueError:
            return False
        self._clock_offset = wanted - self._now()
        return True

    def select(self, number: int) -> bool:
        if number not in self.programs:
            return False
        self.selected = number
        if self.wrong_selection is not None:
            self.selected, self.wrong_selection = self.wrong_selection, None
        self.emit({"event": "selected", "pset": self.selected})
        return True

    def announce_selection(self) -> None:
        for client in self._clients:
            client.announce_selection()

    def enable(self, is_enabled: bool) -> None:
        self.is_enabled = is_enabled
        self.emit({"event": "enabled" if is_enabled else "disabled"})

    def identify(self, vin: str) -> None:
        self._vin = vin
        self.emit({"event": "identifier", "vin": vin})
        for client in self._clients:
            client.announce_identifier(vin)

    def find(self, result_id: int) -> tool.Rundown | None:
        """A kept result; 0 is the newest."""
        if result_id == 0:
            return self.results[-1] if self.results else None
        newest_first = reversed(self.results)
        return next((kept for kept in newest_first if kept.result_id == result_id), None)

    def swallows_ack(self) -> bool:
        if self.acks_to_swallow == 0:
            return False
        self.acks_to_swallow -= 1
        self.emit({"event": "swallowed"})
        return True

    def forget(self, result_id: int) -> None:
        """Lose one result, as a full memory does."""
        self.results = [kept for kept in self.results if kept.result_id != result_id]

    def reset_ids(self) -> None:
        """Lose all results and count from 1, as after a change of the memory card."""
        self.results = []
        self._next_id = 1

    def tighten(
        self,
        torque: Decimal | None = None,
        angle: int | None = None,
        ok: bool | None = None,
        result_type: int = tool.TIGHTENING,
    ) -> None:
        """One rundown with the selected program, whether the tool is enabled or not."""
        program = self.programs[self.selected]
        torque = tool.good_torque(self._rng, program) if torque is None else torque
        angle = tool.good_angle(self._rng) if angle is None else angle
        rundown = tool.Rundown(
            result_id=self._next_id,
            program=program,
            torque=torque,
            angle=angle,
            is_ok=tool.is_within(program, torque, angle) if ok is None else ok,
            time=self.time(),
            vin=self._vin,
            result_type=result_type,
        )
        self._next_id += 1
        self.results = [*self.results, rundown][-MAX_KEPT:]
        self._announce(rundown)

    def _announce(self, rundown: tool.Rundown) -> None:
        kind = "loosened" if rundown.result_type == tool.LOOSENING else "tightened"
        self.emit(
            {
                "event": kind,
                "result_id": str(rundown.result_id),
                "torque": str(rundown.torque),
                "angle": rundown.angle,
                "ok": rundown.is_ok,
            }
        )
        times = 1 + self.duplicates
        self.duplicates = 0
        traces = telegrams.traces(rundown, *tool.curve(self._rng, rundown))
        for client in self._clients:
            client.announce_result(rundown, traces, times=times)


def _loop_time() -> float:
    return asyncio.get_running_loop().time()
