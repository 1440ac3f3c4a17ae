"""What stands on a printed label: lines of plain text, and one code for scanners."""

from __future__ import annotations

import enum

from msgspec import Struct


class SymbolKind(enum.StrEnum):
    """How a code is drawn."""

    GS1_128 = "gs1-128"
    DATAMATRIX = "datamatrix"
    QR = "qr"


#: The AIM identifiers a scanner sends: of a GS1 code, and of any other.
_AIM = {
    SymbolKind.GS1_128: ("]C1", ""),
    SymbolKind.DATAMATRIX: ("]d2", "]d1"),
    SymbolKind.QR: ("]Q3", "]Q1"),
}
#: A code says at most so many things a line each, in so many lines, of so many characters.
_FEW_LINES, _MOST_LINES, _LINE_CHARS = 6, 10, 32


class Symbol(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A code as a scanner has to send it: ``aim`` and then ``text``.

    A GS1 code has ``elements``, each an application identifier and its value; ``text`` is then
    the same with the separators that are needed, and never with a bracket people read.
    """

    kind: SymbolKind
    text: str
    elements: tuple[tuple[str, str], ...] = ()

    @property
    def aim(self) -> str:
        gs1, other = _AIM[self.kind]
        return gs1 if self.elements else other

    @property
    def interpretation(self) -> tuple[str, ...]:
        """The lines people read beside it; of a GS1 code each element with its brackets."""
        if self.elements:
            return tuple(f"({identifier}){value}" for identifier, value in self.elements)
        return ("".join(sign if sign.isprintable() else " " for sign in self.text),)


class Label(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """``kind`` is "test", "unit" or "code"; the first line is the one to be read from afar."""

    kind: str
    lines: tuple[str, ...]
    symbol: Symbol | None = None


def sample_label(station: str, printer: str, at: str) -> Label:
    """Proves that a printer prints, and which one it was."""
    return Label(kind="test", lines=("TEST", station, printer, at))


def unit_label(
    *, serial: str, product: str, variant: str, order: str, symbol: Symbol | None = None
) -> Label:
    """Who a unit is; ``symbol`` says its serial to a scanner."""
    lines = (serial, f"{product} {variant}".strip(), order)
    return Label(kind="unit", lines=lines, symbol=symbol)


def code_label(symbol: Symbol) -> Label:
    """A code and what it says, nothing else."""
    return Label(kind="code", lines=_set_lines(symbol), symbol=symbol)


def _set_lines(symbol: Symbol) -> tuple[str, ...]:
    """One part a line; many, or those under bars, share lines; a long one goes on in the next."""
    parts = symbol.interpretation
    most = max(_LINE_CHARS, -(-sum(map(len, parts)) // _MOST_LINES))
    is_sharing = symbol.kind is SymbolKind.GS1_128 or len(parts) > _FEW_LINES
    lines: list[str] = []
    for part in parts:
        if is_sharing and lines and len(lines[-1] + part) <= most:
            lines[-1] += part
        else:
            lines += [part[at : at + most] for at in range(0, len(part), most)]
    return tuple(lines)
