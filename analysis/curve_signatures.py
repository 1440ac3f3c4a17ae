"""What an unusual torque curve looks like: named shapes, each by a rule that can be read.

A verdict stands beside the controller's own and never replaces it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from analysis.curve_windows import Left, Window, left_windows
from analysis.curves import BEFORE, FINAL, JUMP, PEAK, SNUG, TOTAL
from analysis.process_watch import watch

if TYPE_CHECKING:
    from analysis.curves import Features

OK, ALARM = "ok", "alarm"

NO_SCREW: Final = "no_screw"
RE_HIT: Final = "re_hit"
CROSS_THREAD: Final = "cross_thread"
STRIPPED: Final = "stripped"
STICK_SLIP: Final = "stick_slip"
WASHER: Final = "washer"
#: The tool says the same value again and again, whatever it tightens.
FROZEN: Final = "frozen_tool"

#: Torque near idle: below this share of the usual final torque.
_IDLE = 0.2
#: A screw that is tight already turns at most so far of the usual way from snug.
_RE_HIT = 0.2
#: Of the whole way, run-down included, it turns at most this much.
_NO_RUN_DOWN = 0.5
#: A cross-thread stops so far of the usual whole way, or earlier …
_SHORT = 0.9
#: … and turns this much harder before snug than usual.
_HARDER = 2.0
#: Torque has fallen when it ends at most at this share of its peak.
_FALLEN = 0.9
#: By so many of its values it is told whether a tool is coarse.
_REMEMBERED = 200
#: Torque that jumps this much more than usual is stick-slip.
_JUMPY = 2.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """``left`` are the windows the curve left, what the ``signature`` is told by first."""

    verdict: str
    left: tuple[Left, ...] = ()
    signature: str | None = None


def judge(curve: Features, windows: Mapping[str, Window]) -> Verdict:
    """The verdict of one curve by its joint's windows."""
    left = left_windows(curve, windows)
    if not left:
        return Verdict(OK)
    look = _Look(curve, windows, frozenset(one.name for one in left))
    for name, (rule, told_by) in _RULES.items():
        if rule(look):
            return Verdict(ALARM, _told_first(left, told_by), name)
    return Verdict(ALARM, left)


def with_frozen(verdict: Verdict, finals_nm: Sequence[float]) -> Verdict:
    """``verdict``, or an alarm when the tool's newest final torque came five times in a row.

    A coarse tool may do so by chance; then it is none (see :mod:`analysis.process_watch`).
    """
    newest = [(value,) for value in finals_nm[-_REMEMBERED:]]
    if verdict.signature is not None or not watch(newest, None).now:
        return verdict
    return Verdict(ALARM, verdict.left, FROZEN)


@dataclass(frozen=True, slots=True)
class _Look:
    curve: Features
    windows: Mapping[str, Window]
    left: frozenset[str]

    def share(self, name: str, of: str | None = None) -> float:
        """The value as a share of the usual one; 1 for what is not known."""
        window = self.windows.get(of or name)
        if name not in self.curve or window is None or window.usual == 0:
            return 1.0
        return self.curve[name] / window.usual

    def is_above(self, name: str) -> bool:
        return name in self.left and self.share(name) > 1

    def is_below(self, name: str) -> bool:
        return name in self.left and self.share(name) < 1


def _has_no_screw(look: _Look) -> bool:
    """The tool turns to its angle limit with torque near idle."""
    return look.share(PEAK, FINAL) < _IDLE and look.is_above(TOTAL)


def _is_re_hit(look: _Look) -> bool:
    """Target torque at once: the screw was tight before."""
    is_tight = FINAL not in look.left or look.is_above(FINAL)
    is_at_once = look.share(SNUG) < _RE_HIT and look.share(TOTAL) < _NO_RUN_DOWN
    return is_tight and is_at_once


def _is_cross_thread(look: _Look) -> bool:
    """Hard to turn before snug, and it stops early."""
    return look.is_above(BEFORE) and look.share(BEFORE) > _HARDER and look.share(TOTAL) < _SHORT


def _is_stripped(look: _Look) -> bool:
    """Torque falls, or stays below target, while the screw turns on."""
    is_far = look.is_above(SNUG) or look.is_above(TOTAL)
    has_fallen = look.curve[FINAL] <= _FALLEN * look.curve[PEAK]
    return is_far and (has_fallen or look.is_below(FINAL))


def _is_stick_slip(look: _Look) -> bool:
    """Torque jumps from sample to sample under load."""
    return look.is_above(JUMP) and look.share(JUMP) > _JUMPY


def _is_washer(look: _Look) -> bool:
    """Another angle at the usual torque: something else lies between head and part."""
    return FINAL not in look.left and (SNUG in look.left or TOTAL in look.left)


_Rule: TypeAlias = Callable[[_Look], bool]

#: In this order; the first that holds.  The names say which window tells it best.
_RULES: Mapping[str, tuple[_Rule, tuple[str, ...]]] = {
    NO_SCREW: (_has_no_screw, (PEAK, TOTAL)),
    RE_HIT: (_is_re_hit, (SNUG, TOTAL)),
    CROSS_THREAD: (_is_cross_thread, (BEFORE, TOTAL)),
    STRIPPED: (_is_stripped, (FINAL, SNUG, TOTAL)),
    STICK_SLIP: (_is_stick_slip, (JUMP,)),
    WASHER: (_is_washer, (SNUG, TOTAL)),
}


def _told_first(left: tuple[Left, ...], told_by: tuple[str, ...]) -> tuple[Left, ...]:
    ranks = {name: rank for rank, name in enumerate(told_by)}
    return tuple(sorted(left, key=lambda one: ranks.get(one.name, len(ranks))))
