"""Makes a failing history small: leaves out steps and bad luck for as long as it still fails."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.helpers.simulation.steps import CALM, Fate, History, Step


def shrink(steps: History, fails: Callable[[History], bool]) -> History:
    """A history that still fails and fails no more without any one of its steps."""
    before: History | None = None
    while before != steps:
        before = steps
        steps = _without_steps(steps, fails)
        steps = _with_better_luck(steps, fails)
    return steps


def _without_steps(steps: History, fails: Callable[[History], bool]) -> History:
    """Delta debugging: halves first, single steps last."""
    size = max(len(steps) // 2, 1)
    while True:
        at = 0
        while at < len(steps):
            fewer = steps[:at] + steps[at + size :]
            if fails(fewer):
                steps = fewer
            else:
                at += size
        if size == 1:
            return steps
        size //= 2


def _with_better_luck(steps: History, fails: Callable[[History], bool]) -> History:
    for at, step in enumerate(steps):
        for simpler in _simpler(step):
            other = (*steps[:at], simpler, *steps[at + 1 :])
            if fails(other):
                steps = other
                break
    return steps


def _simpler(step: Step) -> list[Step]:
    """Simplest first; never the step itself."""
    fate = step.fate
    fates: list[Fate] = [
        CALM,
        replace(fate, asked=(0,)),
        replace(fate, answered=(0,)),
        replace(fate, crash="", is_killed=False, damage=0),
        replace(fate, answered=()),
        replace(fate, asked=()),
    ]
    steps = [replace(step, fate=simpler) for simpler in fates if _cost(simpler) < _cost(fate)]
    if step.count > 1:
        steps.append(replace(step, count=1))
    return steps


def _cost(fate: Fate) -> tuple[int, int]:
    troubles = bool(fate.crash) + fate.is_killed + bool(fate.damage)
    return troubles + (fate.asked != (0,)) + (fate.answered != (0,)), sum(
        (*fate.asked, *fate.answered)
    )
