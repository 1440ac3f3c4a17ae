"""Where the fonts and icons that ship with the product are."""

from __future__ import annotations

from pathlib import Path

#: Beside the packages, in a checkout as in an installed wheel.
RESOURCES = Path(__file__).resolve().parents[1] / "resources"
FONTS = RESOURCES / "fonts"
ICONS = RESOURCES / "icons"
