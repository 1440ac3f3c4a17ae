"""Simulate from the command line.

``python -m tests.helpers.simulation 4207`` tells one seed, made small if it fails; with
``--mutant NAME`` under that mutant.  ``--cases`` writes the kept cases anew.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from tests.helpers.simulation.cases import CASES, find_case, load_cases, shorter, written
from tests.helpers.simulation.mutants import MUTANTS
from tests.helpers.simulation.report import failure, tell
from tests.helpers.simulation.steps import history
from tests.helpers.simulation.world import PRODUCT, what_is_wrong

_FARTHEST = 10_000
_HEAD = """\
# For each mutant of the rules of sync: how many of the seeds 0 to 1,999 notice it, one seed that
# does, and the smallest history left of it.  The histories are cases: they hold whatever becomes
# of the generator.  Written by `python -m tests.helpers.simulation --cases`,
# which keeps a history that is shorter already.
"""


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="simulation", description=__doc__)
    parser.add_argument("seed", type=int, nargs="?", default=0)
    parser.add_argument("--mutant", choices=sorted(MUTANTS))
    parser.add_argument("--cases", action="store_true")
    asked = parser.parse_args(arguments)
    if asked.cases:
        _write_cases()
        return 0
    rules = MUTANTS[asked.mutant] if asked.mutant else PRODUCT
    is_wrong = what_is_wrong(history(asked.seed), rules) is not None
    told = failure(asked.seed, rules) if is_wrong else tell(history(asked.seed), rules)
    sys.stdout.write(told + "\n")
    return int(is_wrong)


def _write_cases() -> None:
    kept = {case.mutant: case for case in load_cases()} if CASES.exists() else {}
    tables = [_HEAD]
    for mutant in MUTANTS:
        case = find_case(mutant, seeds=range(_FARTHEST))
        if mutant in kept:
            case = shorter(case, kept[mutant])
        sys.stdout.write(f"{mutant}: {case.killed_of_2000}, {len(case.steps)} steps\n")
        tables.append(written(case))
    CASES.write_text("\n".join(tables), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
