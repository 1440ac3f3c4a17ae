"""A completed unit that is not provable, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.instructions import Step


@dataclass(frozen=True, slots=True)
class Unproven:
    """Its gaps, and the steps that can be done again to close some of them.

    ``work`` are all its steps: what the gaps are about has its name there.
    """

    serial: str
    gaps: tuple[str, ...]
    steps: tuple[str, ...]
    work: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class WaitingUnit:
    """A unit that waits for a person since ``since_us`` (µs UTC).

    Of a finished one ``gaps`` are what its proof lacks and ``work`` its steps; a held one says by
    ``held`` why, and by ``owner`` whose it is, "" where nobody is named.
    """

    serial: str
    since_us: int
    gaps: tuple[str, ...] = ()
    work: tuple[Step, ...] = ()
    held: str = ""
    owner: str = ""
