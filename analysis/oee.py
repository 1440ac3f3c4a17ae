"""Overall equipment effectiveness by ISO 22400-2, and what was lost to what.

Availability = APT / PBT, effectiveness = PRI × PQ / APT, quality ratio = GQ / PQ.  Nothing is
clipped: a factor above 1 says that an ideal cycle or a plan is wrong, and is told as such.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loss:
    """What a factor cost, in minutes of planned time and in units at the ideal cycle.

    Negative where the factor is above 1; ``units`` is None while nothing was made.
    """

    factor: str
    minutes: float
    units: float | None


@dataclass(frozen=True, slots=True)
class Oee:
    """The factors as shares (0 to 1, above 1 when something is wrong with the inputs).

    A factor is None where it has nothing to be a share of.  ``above_one`` names those that
    cannot be true.
    """

    availability: float | None
    effectiveness: float | None
    quality: float | None
    oee: float | None
    above_one: tuple[str, ...]
    losses: tuple[Loss, ...]


def oee(*, pbt_s: float, apt_s: float, ideal_s: float, made: int, good: int) -> Oee:
    """The OEE of times in seconds and counts of units.

    ``pbt_s`` is the planned busy time (the shift without its breaks, and without time of which
    nothing is known), ``apt_s`` the actual production time, ``ideal_s`` the planned run time of
    all that was made: the sum of PRI × PQ over products.

    Raises:
        ValueError: a negative input, or more good ones than were made; the sentence says which.
    """
    _check(pbt_s=pbt_s, apt_s=apt_s, ideal_s=ideal_s, made=made, good=good)
    cycle_s = ideal_s / made if made else None
    factors = {
        "availability": _share(apt_s, pbt_s),
        "effectiveness": _share(ideal_s, apt_s),
        "quality": _share(good, made),
    }
    # The product of the factors where all are there; 0, and not unknown, when nothing ran.
    whole = _share(ideal_s * good / made if made else 0.0, pbt_s)
    lost_s = {
        "availability": pbt_s - apt_s,
        "effectiveness": apt_s - ideal_s,
        "quality": 0.0 if cycle_s is None else cycle_s * (made - good),
    }
    return Oee(
        **factors,
        oee=whole,
        above_one=tuple(name for name, share in factors.items() if share and share > 1),
        losses=tuple(
            Loss(name, lost / 60, _share(lost, cycle_s)) for name, lost in lost_s.items()
        ),
    )


def _check(**values: float) -> None:
    for name, value in values.items():
        if not 0 <= value < float("inf"):
            message = f"{name} is {value:g}: must be 0 or more"
            raise ValueError(message)
    if values["good"] > values["made"]:
        message = f"{values['good']:g} good units of {values['made']:g} made"
        raise ValueError(message)


def _share(part: float, whole: float | None) -> float | None:
    return part / whole if whole else None
