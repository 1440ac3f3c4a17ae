"""What the station knows of problems and defects: the screen's part of the state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.domain.defects import DEFAULT_CODES

if TYPE_CHECKING:
    from app.domain.defects import Counts, DefectCode
    from app.domain.refusal import Refusal
    from app.ports.devices import Photo


@dataclass(frozen=True, slots=True)
class SnapView:
    """A photo taken for a defect or a report, or to look at; ``is_sharp`` None: nobody can tell.

    ``of`` are the unit and the step that were in work when it was asked for.
    """

    camera: str
    is_taking: bool = False
    photo: Photo | None = None
    is_sharp: bool | None = None
    problem: Refusal | None = None
    of: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class DefectsState:
    """What can be wrong with the product in work, how often it was, and what was recorded last.

    ``camera`` is the one that takes photos of defects, "" without one.  ``recorded`` is the number
    of the defect recorded last in this unit, ``recorded_us`` when anything was.
    """

    codes: tuple[DefectCode, ...] = DEFAULT_CODES
    counts: Counts = field(default_factory=dict)
    camera: str = ""
    snap: SnapView | None = None
    recorded: int | None = None
    recorded_us: int = 0
