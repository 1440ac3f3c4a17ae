"""Where fonts, icons and pictures lie: beside the packages, in a checkout as in a bundle."""

from __future__ import annotations

from pathlib import Path

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
