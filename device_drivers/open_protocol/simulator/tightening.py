"""What a simulated tool does: programs with limits, rundowns, and their curves.

All chance comes from the generator passed in: the same seed, the same shift.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

HUNDREDTH = Decimal("0.01")
LOW, WITHIN, HIGH = 0, 1, 2
TIGHTENING, LOOSENING = 1, 2
BATCH_NOK, BATCH_OK, BATCH_NOT_USED, BATCH_RUNNING = 0, 1, 2, 3

#: What goes wrong with a screw: torque as a share of the target, angle as one of the middle.
FAILURES: Mapping[str, tuple[Decimal, Decimal]] = MappingProxyType(
    {
        "cross_threaded": (Decimal("1.00"), Decimal("0.30")),
        "stripped": (Decimal("0.68"), Decimal("1.90")),
        "over_torque": (Decimal("1.12"), Decimal("1.05")),
        "released_early": (Decimal("0.55"), Decimal("0.45")),
        "wrong_joint": (Decimal("1.00"), Decimal("1.60")),
    }
)

#: The reference story's program, selected when the controller is switched on.
FIRST_SELECTED = 12

#: A curve has this many samples before the head is seated, and about two for each degree after.
RUNDOWN_DEG = 180.0
RUNDOWN_SAMPLES = 90
STEP_DEG = 0.5
#: Friction in a sound thread as a share of the final torque; how far a jammed screw comes of its
#: run-down, and what its friction grows to.
FRICTION, JAMMED_WAY, JAMMED_FRICTION = 0.05, 0.4, 0.3


@dataclass(frozen=True, slots=True)
class Program:
    """A parameter set.  Torque in N.m, angle in degrees."""

    number: int
    torque_min: Decimal
    torque_max: Decimal
    torque_target: Decimal
    angle_min: int = 40
    angle_max: int = 80

    def shifted(self, percent: int) -> Program:
        """The same with torque limits and target moved: what a wrong controller claims."""
        factor = Decimal(100 + percent) / 100
        return replace(
            self,
            torque_min=(self.torque_min * factor).quantize(HUNDREDTH),
            torque_max=(self.torque_max * factor).quantize(HUNDREDTH),
            torque_target=(self.torque_target * factor).quantize(HUNDREDTH),
        )

    def failing(self, kind: str) -> tuple[Decimal, int]:
        """Torque and angle of a screw that fails as ``kind`` of :data:`FAILURES` says."""
        torque, angle = FAILURES[kind]
        middle = Decimal(self.angle_min + self.angle_max) / 2
        return (self.torque_target * torque).quantize(HUNDREDTH), round(middle * angle)


@dataclass(frozen=True, slots=True)
class Count:
    """Where a rundown stands in its batch and job."""

    size: int = 0
    counter: int = 0
    status: int = BATCH_NOT_USED
    job: int = 0
    sequence: int = 0


NOT_COUNTED = Count()


@dataclass(frozen=True, slots=True)
class Rundown:
    """One result of the simulated controller.

    ``station`` is the virtual station that made it; ``is_late`` says that it was made while
    nobody could be told.
    """

    result_id: int
    program: Program
    torque: Decimal
    angle: int
    is_ok: bool
    time: str
    vin: str | None
    result_type: int = TIGHTENING
    station: int = 1
    count: Count = NOT_COUNTED
    identifiers: tuple[str, ...] = ()
    is_late: bool = False

    @property
    def torque_status(self) -> int:
        return _status(self.torque, self.program.torque_min, self.program.torque_max)

    @property
    def is_jammed(self) -> bool:
        """Torque came at much too small an angle: the screw bites before its head is down."""
        return self.torque_status != LOW and 2 * self.angle < self.program.angle_min

    @property
    def angle_status(self) -> int:
        return _status(
            Decimal(self.angle), Decimal(self.program.angle_min), Decimal(self.program.angle_max)
        )


def default_programs() -> dict[int, Program]:
    """Programs 1 to 99: 12 is the reference story's, the others follow their number."""
    programs = {
        number: program_around(number, Decimal(2 * number + 1)) for number in range(1, 100)
    }
    programs[FIRST_SELECTED] = program_around(FIRST_SELECTED, Decimal(25))
    return programs


def program_around(number: int, target: Decimal) -> Program:
    """A program that allows 6 % to either side of ``target``."""
    return Program(
        number,
        torque_min=(target * Decimal("0.94")).quantize(HUNDREDTH),
        torque_max=(target * Decimal("1.06")).quantize(HUNDREDTH),
        torque_target=target.quantize(HUNDREDTH),
    )


def good_torque(rng: random.Random, program: Program) -> Decimal:
    """As a healthy tool scatters: 0.8 % around the target, well within the limits."""
    target = float(program.torque_target)
    scattered = rng.gauss(target, 0.008 * target)
    nearest = min(max(scattered, 0.96 * target), 1.04 * target)
    return Decimal(f"{nearest:.2f}")


def good_angle(rng: random.Random) -> int:
    """The joint's stiffness varies a little."""
    return round(min(max(rng.gauss(59.0, 2.5), 50.0), 70.0))


def is_within(program: Program, torque: Decimal, angle: int) -> bool:
    """Whether the controller calls this OK."""
    return (
        program.torque_min <= torque <= program.torque_max
        and program.angle_min <= angle <= program.angle_max
    )


def curve(rng: random.Random, rundown: Rundown) -> tuple[list[float], list[float]]:
    """Angle and torque of a rundown, sample by sample.

    Free running with thread friction, then the head seats and torque rises: softly at first,
    then in proportion to the angle.  A jammed screw turns harder and harder, and not as far.
    """
    final = float(rundown.torque)
    way_deg = RUNDOWN_DEG * (JAMMED_WAY if rundown.is_jammed else 1.0)
    friction = FRICTION * final
    angles = [way_deg * i / RUNDOWN_SAMPLES for i in range(RUNDOWN_SAMPLES)]
    torques = [
        max(
            0.0, friction * (1.0 + 0.25 * math.sin(angle / 57.3)) + rng.gauss(0.0, 0.06 * friction)
        )
        for angle in angles
    ]
    if rundown.is_jammed:
        friction = JAMMED_FRICTION * final
        torques = [torque + friction * i / RUNDOWN_SAMPLES for i, torque in enumerate(torques)]
    steps = max(1, round(rundown.angle / STEP_DEG))
    for i in range(1, steps + 1):
        share = i / steps
        angles.append(way_deg + rundown.angle * share)
        torques.append(
            friction + (final - friction) * _rise(share) + rng.gauss(0.0, 0.003 * final)
        )
    torques[-1] = final
    return angles, torques


def _rise(share: float) -> float:
    """0 to 1: the first fifth settles the joint, the rest is elastic."""
    settle = 0.2
    slope = 1.0 / (1.0 - settle / 2.0)
    if share < settle:
        return slope * share * share / (2.0 * settle)
    return slope * (share - settle / 2.0)


def _status(value: Decimal, low: Decimal, high: Decimal) -> int:
    if value < low:
        return LOW
    return HIGH if value > high else WITHIN
