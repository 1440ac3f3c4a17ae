"""What the picture with pins shows, and the question beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.view_states import Body

if TYPE_CHECKING:
    from ui.presenters.phrases import Words
    from ui.presenters.rows import Row
    from ui.presenters.view_states import PictureView, TileView


@dataclass(frozen=True, slots=True)
class PinsView:
    """The pins at ``places`` (shares of the picture), the ``chosen`` one marked.

    Without ``is_open`` they are only shown.  ``turn`` goes on to the next of several.
    """

    places: tuple[tuple[float, float], ...] = ()
    chosen: int = 0
    is_open: bool = False
    can_add: bool = False
    turn: TileView | None = None


_NO_PINS = PinsView()


@dataclass(frozen=True, slots=True)
class ZoneView:
    """An outline on the picture, in shares of it."""

    points: tuple[tuple[float, float], ...]
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class DefectBody(Body):
    """The picture on the left, the question of the stage on the right.

    ``tiles`` are short answers, ``rows`` such with a line each; ``marks`` stand in one line under
    ``marks_label``, the chosen one is ``mark``.
    """

    title: Words
    stages: tuple[Words, ...]
    stage: int
    picture: PictureView
    heading: Words
    line: Words
    can_pin: bool = False
    zones: tuple[ZoneView, ...] = ()
    pins: PinsView = _NO_PINS
    tiles: tuple[TileView, ...] = ()
    rows: tuple[Row, ...] = ()
    count: str = ""
    count_label: Words = ""
    marks: tuple[TileView, ...] = ()
    marks_label: Words = ""
    mark: str = ""
