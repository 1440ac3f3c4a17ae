"""What the program in a simulated machine's PLC does: pure, one call per scan cycle.

It follows the handshake of :mod:`device_drivers.opcua.handshake` from the machine's side and
knows which requests hold the part (``clamp``) and which hand it over (``release``).
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, replace

PART_LEAVES_AFTER = "release"
OK_CODE = "0"


@dataclass(frozen=True, slots=True)
class Asked:
    """The station's side of the handshake, as the program reads it."""

    request: bool
    name: str
    serial: str
    id: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The machine's side.  A request is answered under its own id."""

    state: str = "running"
    part_present: bool = True
    heartbeat: int = 0
    acknowledge: bool = False
    acknowledge_id: str = ""
    done: bool = False
    result_id: str = ""
    result_code: str = ""
    result_text: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    """How the next request is to be refused."""

    code: str
    text: str


class PlcProgram:
    """The machine's logic.  ``at`` is monotonic seconds."""

    def __init__(self, *, work_s: float = 0.3) -> None:
        self.work_s = work_s
        self.shown = Shown()
        self._refusals: deque[Refusal] = deque()
        self._mute_until = 0.0
        self._done_at: float | None = None
        self._beat_at = 0.0

    def set_state(self, state: str) -> None:
        self.shown = replace(self.shown, state=state)

    def set_part(self, *, is_present: bool) -> None:
        self.shown = replace(self.shown, part_present=is_present)

    def refuse_next(self, refusal: Refusal) -> None:
        self._refusals.append(refusal)

    def mute(self, until: float) -> None:
        """See no request before ``until``."""
        self._mute_until = until

    def scan(self, asked: Asked, at: float) -> Shown:
        """One cycle: look at the inputs, give the outputs."""
        self._beat(at)
        if not asked.request:
            self._clear()
        elif self._is_new(asked):
            if at >= self._mute_until:
                self._take(asked, at)
        elif self._done_at is not None and at >= self._done_at:
            self._finish(asked)
        return self.shown

    def _beat(self, at: float) -> None:
        if at - self._beat_at >= 1:
            self._beat_at = at
            self.shown = replace(self.shown, heartbeat=(self.shown.heartbeat + 1) % 2**32)

    def _is_new(self, asked: Asked) -> bool:
        return not self.shown.acknowledge and not self.shown.done and asked.id != ""

    def _clear(self) -> None:
        self._done_at = None
        self.shown = replace(self.shown, acknowledge=False, done=False)

    def _take(self, asked: Asked, at: float) -> None:
        self._done_at = at + self.work_s
        self.shown = replace(self.shown, acknowledge=True, acknowledge_id=asked.id)

    def _finish(self, asked: Asked) -> None:
        self._done_at = None
        refusal = self._refusals.popleft() if self._refusals else None
        if refusal is None and asked.name == PART_LEAVES_AFTER:
            self.shown = replace(self.shown, part_present=False)
        elif refusal is None:
            self.shown = replace(self.shown, part_present=True)
        self.shown = replace(
            self.shown,
            done=True,
            result_id=asked.id,
            result_code=refusal.code if refusal else OK_CODE,
            result_text=refusal.text if refusal else "",
        )
