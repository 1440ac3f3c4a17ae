"""What is read when a history fails: its seed, what is wrong, and the smallest history left."""

from __future__ import annotations

import hashlib
import re

from tests.helpers.simulation.judge import Wrong
from tests.helpers.simulation.rules import Rules
from tests.helpers.simulation.shrink import shrink
from tests.helpers.simulation.steps import History, history
from tests.helpers.simulation.world import PRODUCT, World, what_is_wrong


def tell(steps: History, rules: Rules = PRODUCT) -> str:
    """What happened in a history, line by line."""
    story: list[str] = []
    try:
        World(rules, story).run(steps)
    except Wrong as wrong:
        story.append(f"WRONG: {wrong}")
    return "\n".join(story)


def trace_hash(seed: int) -> str:
    """Equal for equal stories."""
    return hashlib.sha256(tell(history(seed)).encode()).hexdigest()


def failure(seed: int, rules: Rules = PRODUCT) -> str:
    """The seed's failure, with a history in which every step is needed for it."""
    kind = _kind(what_is_wrong(history(seed), rules))
    smallest = shrink(history(seed), lambda steps: _kind(what_is_wrong(steps, rules)) == kind)
    return (
        f"seed {seed} fails; {len(smallest)} of {len(history(seed))} steps are enough:\n"
        f"{tell(smallest, rules)}\n"
        f"(run it again with: python -m tests.helpers.simulation {seed})"
    )


def _kind(wrong: str | None) -> str | None:
    """The same fault may name other numbers in a smaller history."""
    return None if wrong is None else re.sub(r"\d+", "#", wrong)
