"""What the journal keeps of torque curves: those to read, and what a joint's were like."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.curve_events import CurveWindowsLearned
    from app.domain.envelope import Refs


@dataclass(frozen=True, slots=True)
class UnreadCurve:
    """A curve that is kept and not read yet, and the counted result ``event_id`` it belongs to.

    ``is_ok``: by the controller, and by the limits of the instruction.
    """

    source: str
    epoch: int
    result_id: str
    joint: str
    step: str
    position: str
    is_ok: bool
    event_id: str
    refs: Refs
    blob: str


@dataclass(frozen=True, slots=True)
class GoodCurve:
    """The numbers of a curve to learn from, and the event of its result."""

    event_id: str
    numbers: dict[str, float]


@dataclass(frozen=True, slots=True)
class JointRecord:
    """The windows of a joint, how many curves there are to learn from, the tool's newest torques.

    ``windows`` and ``good`` are since a time that was asked for; ``finals_nm`` oldest first.
    """

    windows: CurveWindowsLearned | None = None
    version: int = 0
    good: int = 0
    finals_nm: tuple[float, ...] = ()
