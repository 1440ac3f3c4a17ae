"""What stands on a printed label, as lines of plain text."""

from __future__ import annotations

from msgspec import Struct


class Label(Struct, frozen=True, kw_only=True):
    """``kind`` is "test" or "unit"; the first line is the one to be read from afar."""

    kind: str
    lines: tuple[str, ...]


def sample_label(station: str, printer: str, at: str) -> Label:
    """Proves that a printer prints, and which one it was."""
    return Label(kind="test", lines=("TEST", station, printer, at))


def unit_label(*, serial: str, product: str, variant: str, order: str) -> Label:
    """Who a unit is."""
    return Label(kind="unit", lines=(serial, f"{product} {variant}".strip(), order))
