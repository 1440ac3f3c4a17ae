"""Measuring the glass: a bar that is made as long as a bank card is wide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from app.services.settings import PX_PER_MM
from ui.presenters.phrases import Number, Words, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Body

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.scene import Desk, Parts, Scene

#: ISO/IEC 7810 ID-1: every bank card is so wide.
CARD_MM = Decimal("85.60")
_STEP_PX = {"shorter": -1, "longer": 1, "much_shorter": -10, "much_longer": 10}


@dataclass(frozen=True, slots=True)
class CalibrateBody(Body):
    """The bar is ``width_px`` wide, whatever has been set."""

    title: Words
    lines: tuple[Words, ...]
    width_px: int
    value: Words
    steps: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class CalibratePage(Page):
    """``px_per_mm`` is what the bar on the glass says now."""

    verbs: ClassVar[frozenset[str]] = frozenset({*_STEP_PX, "measured", "unpicked"})
    stays: ClassVar[bool] = True
    px_per_mm: Decimal
    then: Callable[[str], Page]
    back: Page
    width_px: int = 0

    def draw(self, scene: Scene) -> Parts:
        del scene
        width = self._width()
        body = CalibrateBody(
            phrase("calibrate/title"),
            (phrase("calibrate/hold"), phrase("calibrate/press")),
            width,
            phrase("setting/px_per_mm", value=Number(self._said(width))),
            (
                Action("much_shorter", "− 10", None),
                Action("shorter", "− 1", None),
                Action("longer", "+ 1", None),
                Action("much_longer", "+ 10", None),
            ),
        )
        save = Action("primary", phrase("do_it/fits"), "check-bold", "primary", "measured")
        cancel = Action("unpicked", phrase("do_it/cancel"), "x-bold")
        return "settings.calibrate", body, ActionsView((cancel,), save)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        if verb == "unpicked":
            return self.back
        width = self._width()
        if verb == "measured":
            return self.then(self._said(width))
        least, most = (round(float(CARD_MM) * edge) for edge in PX_PER_MM)
        return replace(self, width_px=max(least, min(most, width + _STEP_PX[verb])))

    def _width(self) -> int:
        return self.width_px or round(CARD_MM * self.px_per_mm)

    def _said(self, width: int) -> str:
        return f"{Decimal(width) / CARD_MM:.3f}".rstrip("0").rstrip(".")
