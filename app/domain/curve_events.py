"""What a torque curve says: windows learned of a joint, and the reading of each curve by them."""

from __future__ import annotations

from typing import ClassVar, TypeAlias

from msgspec import Struct, field

from app.domain.event_body import Body

#: What a reading may say besides "ok".  "learning" is before there are windows.
CURVE_ALARM, CURVE_LEARNING, CURVE_UNREADABLE = "alarm", "learning", "unreadable"


class CurveWindow(Struct, frozen=True):
    """A number of the joint's OK curves lies from ``low`` to ``high``; the unit is in its name.

    ``usual`` is the middle of those learned from, ``least`` to ``most`` hold nine in ten of them.
    """

    name: str
    low: float
    high: float
    usual: float
    least: float
    most: float


class LeftWindow(Struct, frozen=True):
    """A window that a curve left; ``value`` is None for a step of the program it does not have."""

    value: float | None
    window: CurveWindow


class CurveWindowsLearned(Body, frozen=True, kw_only=True):
    """The windows of a joint; readings by ``version`` rest on exactly these.

    Learned from ``count`` curves of OK results that look like no fault; ``first`` and
    ``last`` are the events of their results.
    """

    KIND: ClassVar[str] = "curve.windows_learned"
    joint: str
    version: int
    count: int
    first: str
    last: str
    windows: tuple[CurveWindow, ...]


class CurveRead(Body, frozen=True, kw_only=True):
    """The reading of the curve ``blob``; it stands beside the controller's own verdict.

    ``is_ok``: the result was OK by the controller and our limits.  ``version`` names the windows
    (None while they are learned), ``left`` those left, what tells the ``signature`` first.
    ``numbers`` are those of the curve.  ``reason`` says why it is unreadable.
    """

    KIND: ClassVar[str] = "curve.read"
    joint: str
    source: str
    epoch: int
    result_id: str
    blob: str
    step: str
    position: str
    is_ok: bool
    verdict: str
    version: int | None = None
    signature: str | None = None
    left: tuple[LeftWindow, ...] = ()
    numbers: dict[str, float] = field(default_factory=dict)
    reason: str | None = None


CurveBody: TypeAlias = CurveWindowsLearned | CurveRead


def joint_key(*, instruction: str, step: str, program: str, tool: str) -> str:
    """Curves that are alike when all is well: one step, program and tool, in every revision."""
    return f"{instruction}:{step}:{program}:{tool}"
