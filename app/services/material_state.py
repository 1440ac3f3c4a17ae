"""What the station knows of its material, for the screen."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.material_events import PartFitted
    from app.ports.journal import LotStock


@dataclass(frozen=True, slots=True)
class Undo:
    """The part scanned last, while nothing else was recorded: its ``person`` may take it back.

    With ``is_critical`` a second person signs.
    """

    serial: str
    person: str
    fitted: PartFitted
    is_critical: bool


@dataclass(frozen=True, slots=True)
class Expected:
    """What the next part scan is for: ``what`` is "extra" or "box", for a while only."""

    what: str
    until_us: int
    why: str = ""
    quantity: int = 0


@dataclass(frozen=True, slots=True)
class MaterialState:
    """``stock`` lies at the line by count, ``low_at`` is when it is called low.

    ``opened`` says when each lot that keeps only so long was opened.  ``count`` is how many pieces
    the next scan fits, where a person said so; ``received`` is the box that came last.
    """

    stock: tuple[LotStock, ...] = ()
    low_at: int = 5
    opened: dict[str, datetime] = field(default_factory=dict)
    undo: Undo | None = None
    expected: Expected | None = None
    count: int | None = None
    received: LotStock | None = None
