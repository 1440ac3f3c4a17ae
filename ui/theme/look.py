"""How one screen looks: palette, metrics and fonts together, handed to every widget."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from ui.theme.files import RESOURCES
from ui.theme.tokens import PALETTES, Metrics, Palette, ShownState, StateColours

FAMILY = "Inter"
#: Asked, letter by letter, for what Inter does not have: Chinese.
FALLBACK = "Noto Sans SC"
_WEIGHTS = {
    400: QFont.Weight.Normal,
    500: QFont.Weight.Medium,
    600: QFont.Weight.DemiBold,
    700: QFont.Weight.Bold,
}
_FEATURES = ("cv11",)  # the single-storey a
#: Figures of equal width.  Inter widens the hyphen with them: names like PO-100482 go without.
_TABULAR = ("tnum",)

#: Role of a text: size token and weight.
ROLES = {
    "meta": ("meta", 500),
    "body": ("body", 400),
    "strong": ("body", 600),
    "lead": ("lead", 400),
    "heading": ("lead", 600),
    "title": ("title", 700),
    "value": ("value", 700),
    "andon": ("andon", 700),
}


@dataclass(frozen=True, slots=True)
class Look:
    """``palette`` and ``metrics`` of the one screen there is; without motion all things jump."""

    palette: Palette
    metrics: Metrics
    has_motion: bool = False

    @classmethod
    def of(
        cls,
        theme: str,
        *,
        size_px: tuple[int, int],
        px_per_mm: float,
        has_gloves: bool = False,
        has_motion: bool = False,
    ) -> Look:
        """``theme`` is "light" or "dark"."""
        metrics = Metrics.for_screen(*size_px, px_per_mm, has_gloves=has_gloves)
        return cls(PALETTES[theme], metrics, has_motion)

    def px(self, du: float) -> int:
        return self.metrics.px(du)

    def font(self, role: str, *, is_tabular: bool = False) -> QFont:
        """``is_tabular`` for numbers that change in place or stand in a column."""
        size, weight = ROLES[role]
        tabular = is_tabular or role == "value"
        return self.font_of(getattr(self.metrics.sizes, size), weight, is_tabular=tabular)

    def font_of(self, size_du: float, weight: int, *, is_tabular: bool = False) -> QFont:
        font = QFont([FAMILY, FALLBACK])
        font.setPixelSize(self.px(size_du))
        font.setWeight(_WEIGHTS[weight])
        for feature in _FEATURES + _TABULAR * is_tabular:
            font.setFeature(QFont.Tag(feature), 1)
        return font

    def state(self, state: ShownState) -> StateColours:
        return self.palette.states[state]

    def qt_palette(self) -> QPalette:
        """The colours of everything that is not coloured on purpose."""
        ours = self.palette
        palette = QPalette()
        role = QPalette.ColorRole
        for name, colour in (
            (role.Window, ours.canvas),
            (role.Base, ours.raised),
            (role.Button, ours.raised),
            (role.WindowText, ours.text),
            (role.Text, ours.text),
            (role.ButtonText, ours.text),
            (role.Highlight, ours.accent),
            (role.HighlightedText, ours.on_accent),
        ):
            palette.setColor(name, QColor(colour))
        return palette


def load_fonts() -> None:
    """Register our fonts with the application; call once, after the application exists."""
    for path in sorted((RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
