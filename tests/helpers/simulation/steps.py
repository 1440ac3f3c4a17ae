"""A history as data: what happens, to whom, and what becomes of each message.

Every step carries its own luck, so that a history stays the same when other steps are left out:
that is what lets a failing one be made small.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TypeAlias

LENGTH = 90
MACHINES = 3


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of one exchange.

    ``asked`` and ``answered`` say after how many steps each copy of the question and of each
    answer arrives; none is a loss.  ``crash`` is the server's, "before" or "after" the commit.
    ``is_killed``: the station dies while it keeps the answer.  ``damage``: above 0 the message is
    cut after so many events, below 0 a byte of its first event is another.
    """

    asked: tuple[int, ...] = (0,)
    answered: tuple[int, ...] = (0,)
    crash: str = ""
    is_killed: bool = False
    damage: int = 0


CALM = Fate()


@dataclass(frozen=True, slots=True)
class Step:
    """``what`` happens to machine ``who``; ``count`` says how much, how old or which."""

    what: str
    who: int = 0
    count: int = 0
    fate: Fate = CALM

    def __str__(self) -> str:
        told = f"{self.what} machine {self.who}"
        if self.count:
            told += f" ({self.count})"
        return told if self.fate == CALM else f"{told}, {_told(self.fate)}"


History: TypeAlias = tuple[Step, ...]

#: Work that goes on in every history, and how often.
_WORK = {"record": 14, "push": 24, "pull": 14, "publish": 6, "branch": 3, "blob": 4, "backup": 4}
#: Faults; each history draws which of them it has at all, and how often.
_FAULTS = {
    "kill": 3,
    "image": 5,
    "set back": 3,
    "clone": 2,
    "restore journal": 2,
    "prune": 5,
    "restore server": 3,
    "restart server": 2,
    "set clock": 3,
    "enrol": 3,
}


def history(seed: int, *, length: int = LENGTH) -> History:
    """The history of a seed."""
    luck = random.Random(seed)  # noqa: S311 (repeatable)
    weights = _WORK | {
        what: weight * luck.choice((1, 3))
        for what, weight in _FAULTS.items()
        if luck.random() < 0.5
    }
    # Some networks are good: then it is the other faults that show.
    badness = luck.choice((0.0, 0.5, 1.0, 1.0))
    kinds = luck.choices(list(weights), list(weights.values()), k=length)
    # Some machines stop working long before the end: nothing new tells them of a restore.
    idle_from = [luck.randrange(length) for _ in range(MACHINES)]
    steps = []
    for at, what in enumerate(kinds):
        who = luck.randrange(MACHINES)
        count, fate = luck.randrange(1, 5), _fate(luck, badness)
        if what == "record" and at > idle_from[who]:
            continue
        steps.append(Step(what, who, count, fate))
    return tuple(steps)


def _fate(luck: random.Random, badness: float) -> Fate:
    if luck.random() >= badness:
        return CALM
    chance = luck.random()
    return Fate(
        asked=_arrivals(luck),
        answered=_arrivals(luck),
        crash="before" if chance < 0.06 else "after" if chance < 0.1 else "",
        is_killed=luck.random() < 0.08,
        damage=luck.choice((-1, 1, 2)) if luck.random() < 0.05 else 0,
    )


def _arrivals(luck: random.Random) -> tuple[int, ...]:
    copies = luck.choices((0, 1, 2), (12, 78, 10))[0]
    return tuple(luck.choice((0, 0, 0, 0, 1, 2, 5, 12, 30)) for _ in range(copies))


def _told(fate: Fate) -> str:
    words = [
        _told_copies("question", fate.asked),
        _told_copies("answer", fate.answered),
        f"the server crashes {fate.crash} its commit" if fate.crash else "",
        "the station dies keeping the answer" if fate.is_killed else "",
        f"cut after {fate.damage} events" if fate.damage > 0 else "",
        "a byte is wrong" if fate.damage < 0 else "",
    ]
    return ", ".join(word for word in words if word)


def _told_copies(name: str, arrivals: tuple[int, ...]) -> str:
    if not arrivals:
        return f"{name} lost"
    if arrivals == (0,):
        return ""
    return f"{name} {'twice' if len(arrivals) > 1 else 'late'} (+{', +'.join(map(str, arrivals))})"
