"""From the samples of a curve to its reading, and from readings to windows.  Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from analysis.curve_signatures import judge, with_frozen
from analysis.curve_windows import Left, Window, learn
from analysis.curves import FINAL, Trace, UnreadableCurve, features_of
from app.domain.curve_events import (
    CURVE_LEARNING,
    CURVE_UNREADABLE,
    CurveRead,
    CurveWindow,
    CurveWindowsLearned,
    LeftWindow,
)
from app.domain.readings import Curve

if TYPE_CHECKING:
    from app.ports.curves import GoodCurve, JointRecord, UnreadCurve

#: Windows are learned from so many curves, then again as more make them narrower; after that they
#: stand still until an engineer renews the limits of the step.
LEARN_AT = (30, 100, 300)


def is_due(record: JointRecord) -> int | None:
    """From how many curves windows are to be learned now; None when they stand."""
    before = 0 if record.windows is None else record.windows.count
    return max((count for count in LEARN_AT if before < count <= record.good), default=None)


def learned(joint: str, record: JointRecord, curves: tuple[GoodCurve, ...]) -> CurveWindowsLearned:
    """The next version of the windows, learned from ``curves``."""
    windows = learn([curve.numbers for curve in curves])
    return CurveWindowsLearned(
        joint=joint,
        version=record.version + 1,
        count=len(curves),
        first=curves[0].event_id,
        last=curves[-1].event_id,
        windows=tuple(_kept(name, window) for name, window in windows.items()),
    )


def read_curve(unread: UnreadCurve, content: bytes | None, record: JointRecord) -> CurveRead:
    """What the curve says by the windows there are; "unreadable" when it is none."""
    said = CurveRead(
        joint=unread.joint,
        source=unread.source,
        epoch=unread.epoch,
        result_id=unread.result_id,
        blob=unread.blob,
        step=unread.step,
        position=unread.position,
        is_ok=unread.is_ok,
        verdict=CURVE_UNREADABLE,
    )
    if content is None:
        return msgspec.structs.replace(said, reason="its samples are not kept here")
    try:
        curve = msgspec.json.decode(content, type=Curve)
        numbers = features_of(Trace(curve.angle_deg, curve.torque_nm))
    except (msgspec.DecodeError, UnreadableCurve) as error:
        return msgspec.structs.replace(said, reason=str(error))
    return _judged(said, numbers, record)


def _judged(said: CurveRead, numbers: dict[str, float], record: JointRecord) -> CurveRead:
    windows = record.windows
    kept = () if windows is None else windows.windows
    found = with_frozen(
        judge(numbers, {window.name: _window(window) for window in kept}),
        (*record.finals_nm, numbers[FINAL]),
    )
    is_learning = windows is None and found.signature is None
    return msgspec.structs.replace(
        said,
        verdict=CURVE_LEARNING if is_learning else found.verdict,
        version=None if windows is None else windows.version,
        signature=found.signature,
        left=tuple(_left(one) for one in found.left),
        numbers=numbers,
    )


def _kept(name: str, window: Window) -> CurveWindow:
    return CurveWindow(name, window.low, window.high, window.usual, window.least, window.most)


def _window(kept: CurveWindow) -> Window:
    return Window(kept.low, kept.high, kept.usual, kept.least, kept.most)


def _left(left: Left) -> LeftWindow:
    return LeftWindow(left.value, _kept(left.name, left.window))
