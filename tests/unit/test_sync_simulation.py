"""The simulator itself: the same seed is the same history, and a failing one is made small."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.helpers.simulation.mutants import MUTANTS
from tests.helpers.simulation.report import failure, tell, trace_hash
from tests.helpers.simulation.shrink import shrink
from tests.helpers.simulation.steps import CALM, Fate, History, Step, history
from tests.helpers.simulation.world import what_is_wrong

SEEDS = range(40)


def test_the_same_seed_tells_the_same_story() -> None:
    assert [trace_hash(seed) for seed in SEEDS] == [trace_hash(seed) for seed in SEEDS]


def test_another_process_tells_the_same_story() -> None:
    seed = 7
    told = subprocess.run(
        [sys.executable, "-m", "tests.helpers.simulation", str(seed)],
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == tell(history(seed)) + "\n"


def test_different_seeds_tell_different_stories() -> None:
    assert len({trace_hash(seed) for seed in SEEDS}) == len(SEEDS)


def test_a_history_without_faults_drains() -> None:
    steps = (Step("record", 0, 3), Step("publish", 1, 2), Step("record", 1, 2), Step("push"))
    assert what_is_wrong(steps) is None


def test_a_lost_answer_after_the_commit_costs_nothing() -> None:
    steps = (Step("record", 0, 3), Step("push", 0, 0, Fate(answered=())), Step("record"))
    assert what_is_wrong(steps) is None


def test_shrinking_leaves_only_what_is_needed() -> None:
    needed = {Step("clone", 1, 2), Step("push", 2, 1)}
    steps = (*history(3), *needed, *history(4))

    def fails(some: History) -> bool:
        return {step.what for step in some} >= {"clone", "push"}

    small = shrink(steps, fails)
    assert sorted(step.what for step in small) == ["clone", "push"]
    assert all(step.fate == CALM for step in small)


def test_a_failing_seed_is_told_by_its_smallest_history() -> None:
    rules = MUTANTS["answer before commit"]
    seed = next(seed for seed in range(200) if what_is_wrong(history(seed), rules) is not None)
    told = failure(seed, rules)
    assert told.startswith(f"seed {seed} fails; ")
    assert "the server crashes before its commit" in told
    assert "WRONG: " in told
    assert told.count("\n") < 20


def test_no_step_of_a_smallest_history_can_be_left_out() -> None:
    rules = MUTANTS["prune on ack"]
    seed = next(seed for seed in range(200) if what_is_wrong(history(seed), rules) is not None)
    small = shrink(history(seed), lambda steps: what_is_wrong(steps, rules) is not None)
    for at in range(len(small)):
        assert what_is_wrong(small[:at] + small[at + 1 :], rules) is None
