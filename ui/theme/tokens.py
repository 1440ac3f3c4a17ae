"""Design tokens: the only place where a colour or a size is a literal.

Colours are checked by ``tests/unit/test_tokens.py`` for WCAG contrast and for distance under
simulated colour-vision deficiency.  Sizes are in design units: 1 du = 0.25 mm on the glass, so
a target is as large on a 12" panel as on a 24" one.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace

MM_PER_DU = 0.25
DENSE_BELOW_DU = 1200  # screen width
DENSE_BELOW_HEIGHT_DU = 850  # a 15.6" panel is wide enough, but too low for ROOMY faces
LEAST_KEY = 72  # 18 mm, where a note takes room from the number pad
GLOVE_TARGET = 1.15
#: A printed code on the screen is black on white in every theme: readers want that contrast.
CODE_INK, CODE_PAPER = "#000000", "#FFFFFF"
GLOVE_GAP = 1.5
RAIL_FROM_DU = 1600  # narrower screens show the progress strip instead of the rail


class ShownState(enum.StrEnum):
    """Every state a screen can show; the whole product uses only these."""

    TODO = "todo"
    IN_PROGRESS = "in_progress"
    OK = "ok"
    NOK = "nok"
    ATTENTION = "attention"
    BLOCKED = "blocked"
    OFFLINE = "offline"
    WAIVED = "waived"
    CALLING = "calling"


@dataclass(frozen=True, slots=True)
class StateColours:
    """One state: ``solid`` with ``ink`` on it, a quiet ``tint``, and text ``on_tint``."""

    solid: str
    ink: str
    tint: str
    on_tint: str


@dataclass(frozen=True, slots=True)
class Palette:
    """Everything that may be coloured.  ``picture`` re-tints an instruction's drawings."""

    canvas: str
    surface: str
    raised: str
    text: str
    text_muted: str
    divider: str
    control: str
    accent: str
    accent_pressed: str
    on_accent: str
    warn_line: str
    avatar: str
    on_avatar: str
    picture_ground: str
    picture: dict[str, str]
    states: dict[ShownState, StateColours]


LIGHT = Palette(
    canvas="#E3E7EB",
    surface="#F3F5F7",
    raised="#FFFFFF",
    text="#10171E",
    text_muted="#3D4955",
    divider="#C3CAD1",
    control="#66727E",
    accent="#0B57C2",
    accent_pressed="#083F8E",
    on_accent="#FFFFFF",
    warn_line="#7A5200",
    avatar="#2A3340",
    on_avatar="#FFFFFF",
    picture_ground="#F4F6F8",
    picture={},
    states={
        ShownState.TODO: StateColours("#66707A", "#FFFFFF", "#E6E9EC", "#3D4955"),
        ShownState.IN_PROGRESS: StateColours("#0B57C2", "#FFFFFF", "#DFEBFB", "#0B57C2"),
        ShownState.OK: StateColours("#0E6245", "#FFFFFF", "#DDF1E8", "#0E6245"),
        ShownState.NOK: StateColours("#C8140A", "#FFFFFF", "#FCE3E1", "#B3120A"),
        ShownState.ATTENTION: StateColours("#F4AC00", "#10171E", "#FFF1CC", "#7A5200"),
        ShownState.BLOCKED: StateColours("#131A23", "#FFFFFF", "#D5DAE0", "#131A23"),
        ShownState.OFFLINE: StateColours("#66707A", "#FFFFFF", "#E6E9EC", "#3D4955"),
        ShownState.WAIVED: StateColours("#66707A", "#FFFFFF", "#E6E9EC", "#10171E"),
        ShownState.CALLING: StateColours("#0B57C2", "#FFFFFF", "#DFEBFB", "#0B57C2"),
    },
)

DARK = Palette(
    canvas="#14191E",
    surface="#1D242B",
    raised="#273038",
    text="#F2F5F7",
    text_muted="#B9C3CC",
    divider="#3C4751",
    control="#8B99A7",
    accent="#62AEF7",
    accent_pressed="#94C9FA",
    on_accent="#06192E",
    warn_line="#FFC420",
    avatar="#3A444E",
    on_avatar="#F2F5F7",
    picture_ground="#1D242B",
    picture={
        "#DDE2E9": "#39444E",
        "#ECEFF2": "#303A43",
        "#F3F5F7": "#46525D",
        "#C9D0D8": "#3C4751",
        "#A7B0BC": "#66727E",
        "#8A94A0": "#8B99A7",
        "#5B6673": "#B9C3CC",
    },
    states={
        ShownState.TODO: StateColours("#97A0A8", "#0B1117", "#2B333B", "#B9C3CC"),
        ShownState.IN_PROGRESS: StateColours("#4AA8F5", "#0B1117", "#12304D", "#62AEF7"),
        ShownState.OK: StateColours("#2BDE9B", "#0B1117", "#12372B", "#2BDE9B"),
        ShownState.NOK: StateColours("#FF6B57", "#0B1117", "#451A16", "#FF8A79"),
        ShownState.ATTENTION: StateColours("#FFC420", "#0B1117", "#3D3008", "#FFC420"),
        ShownState.BLOCKED: StateColours("#F2F5F7", "#0B1117", "#3A444E", "#F2F5F7"),
        ShownState.OFFLINE: StateColours("#97A0A8", "#0B1117", "#2B333B", "#B9C3CC"),
        ShownState.WAIVED: StateColours("#97A0A8", "#0B1117", "#2B333B", "#F2F5F7"),
        ShownState.CALLING: StateColours("#4AA8F5", "#0B1117", "#12304D", "#62AEF7"),
    },
)

PALETTES = {"light": LIGHT, "dark": DARK}


@dataclass(frozen=True, slots=True)
class Sizes:
    """Type, targets and the frame of a screen, in design units.

    At 65 cm, 22 du of Inter is 21 minutes of arc: the middle of what ISO 9241-303 prefers for
    reading.  80 du is a 20 mm target, where more size stops helping.
    """

    meta: int
    body: int
    lead: int
    title: int
    value: int
    andon: int
    target: int
    primary: int
    primary_width: int
    key: int
    letter: int
    gap: int
    key_gap: int
    margin: int
    gutter: int
    pad: int
    header: int
    action_bar: int
    icon: int

    def for_gloves(self, *, is_dense: bool) -> Sizes:
        """Larger targets, further apart.

        Keys stay as they are on a small panel: they would not fit otherwise.
        """
        grown = {
            name: round(getattr(self, name) * GLOVE_TARGET)
            for name in ("target", "primary", *(() if is_dense else ("key", "letter")))
        }
        apart = {name: round(getattr(self, name) * GLOVE_GAP) for name in ("gap", "key_gap")}
        return replace(self, **grown, **apart)


ROOMY = Sizes(
    meta=18, body=22, lead=30, title=36, value=96, andon=120,
    target=72, primary=92, primary_width=420, key=80, letter=72, gap=20, key_gap=4,
    margin=32, gutter=24, pad=24, header=72, action_bar=124, icon=28,
)  # fmt: skip
DENSE = Sizes(
    meta=18, body=20, lead=24, title=30, value=64, andon=96,
    target=64, primary=80, primary_width=280, key=80, letter=64, gap=16, key_gap=4,
    margin=16, gutter=16, pad=16, header=56, action_bar=104, icon=24,
)  # fmt: skip

RADIUS_CARD = 14
RADIUS_CONTROL = 10
RADIUS_CHIP = 10
PROGRESS_STRIP = 12
RAIL_WIDTH = 380


@dataclass(frozen=True, slots=True)
class Metrics:
    """Turns design units into the logical pixels of one screen."""

    px_per_du: float
    width_du: float
    height_du: float
    sizes: Sizes
    is_dense: bool

    @classmethod
    def for_screen(
        cls, width_px: int, height_px: int, px_per_mm: float, *, has_gloves: bool = False
    ) -> Metrics:
        """``px_per_mm`` was measured on the glass; what a panel reports is often wrong."""
        px_per_du = px_per_mm * MM_PER_DU
        width_du, height_du = width_px / px_per_du, height_px / px_per_du
        is_dense = width_du < DENSE_BELOW_DU or height_du < DENSE_BELOW_HEIGHT_DU
        sizes = DENSE if is_dense else ROOMY
        if has_gloves:
            sizes = sizes.for_gloves(is_dense=is_dense)
        return cls(px_per_du, width_du, height_du, sizes, is_dense)

    @property
    def has_rail(self) -> bool:
        return not self.is_dense and self.width_du >= RAIL_FROM_DU

    def px(self, du: float) -> int:
        return max(round(du * self.px_per_du), 1) if du > 0 else 0
