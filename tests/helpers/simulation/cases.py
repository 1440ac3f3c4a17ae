"""Histories kept as cases: for each mutant the smallest one found that shows it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from tests.helpers.simulation.mutants import MUTANTS
from tests.helpers.simulation.shrink import shrink
from tests.helpers.simulation.steps import CALM, Fate, History, Step, history
from tests.helpers.simulation.world import what_is_wrong

CASES = Path(__file__).parents[2] / "faults" / "killing_seeds.toml"
MEASURED = 2_000


@dataclass(frozen=True, slots=True)
class Case:
    """A mutant, how many of the first seeds notice it, one that does, and its smallest history."""

    mutant: str
    killed_of_2000: int
    seed: int | None = None
    steps: tuple[Step, ...] = ()


def load_cases(path: Path = CASES) -> tuple[Case, ...]:
    return msgspec.convert(
        tomllib.loads(path.read_text(encoding="utf-8"))["case"], type=tuple[Case, ...]
    )


def find_case(mutant: str, *, seeds: range) -> Case:
    """Tries the seeds; looks beyond the measured ones only while none is found."""
    killing: list[int] = []
    for seed in seeds:
        if seed >= MEASURED and killing:
            break
        if _is_killed(history(seed), mutant):
            killing.append(seed)
    killed = sum(seed < MEASURED for seed in killing)
    if not killing:
        return Case(mutant, killed)
    smallest = shrink(history(killing[0]), lambda steps: _is_killed(steps, mutant))
    return Case(mutant, killed, killing[0], smallest)


def shorter(found: Case, kept: Case) -> Case:
    """The new figures, with the kept history while that still shows the mutant in fewer steps."""
    is_good = bool(kept.steps) and _is_killed(kept.steps, kept.mutant)
    is_shorter = not found.steps or len(kept.steps) < len(found.steps)
    steps = kept.steps if is_good and is_shorter else found.steps
    # A rare one was found by a longer search than this.
    seed = kept.seed if found.seed is None else found.seed
    return replace(found, seed=seed, steps=steps)


def written(case: Case) -> str:
    """As one table of the file."""
    lines = ["[[case]]", f'mutant = "{case.mutant}"', f"killed_of_2000 = {case.killed_of_2000}"]
    if case.seed is not None:
        lines.append(f"seed = {case.seed}")
    lines += ["steps = [", *(f"  {_written_step(step)}," for step in case.steps), "]"]
    return "\n".join(lines) + "\n"


def _is_killed(steps: History, mutant: str) -> bool:
    # Only what shows the mutant: with the product's rules the same history is well.
    return what_is_wrong(steps, MUTANTS[mutant]) is not None and what_is_wrong(steps) is None


def _written_step(step: Step) -> str:
    told = f'what = "{step.what}", who = {step.who}'
    if step.count:
        told += f", count = {step.count}"
    return f"{{ {told}{_written_fate(step.fate)} }}"


def _written_fate(fate: Fate) -> str:
    told = []
    for name in Fate.__dataclass_fields__:
        value = getattr(fate, name)
        if value != getattr(CALM, name):
            told.append(f"{name} = {_toml(value)}")
    return f", fate = {{ {', '.join(told)} }}" if told else ""


def _toml(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return (
        {True: "true", False: "false"}[value]
        if isinstance(value, bool)
        else (f'"{value}"' if isinstance(value, str) else str(value))
    )
