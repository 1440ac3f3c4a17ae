"""Codes as the dark and light squares they are drawn of.

Each is read back before anybody gets it: what a scanner would not send exactly as it was asked
for is not drawn.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from app.domain.errors import InvalidInput
from app.domain.labels import SymbolKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    import zxingcpp

    from app.domain.labels import Symbol

#: Light modules the standards want around each; two, not one, around a Data Matrix: cutters slip.
_QUIET = {SymbolKind.GS1_128: 10, SymbolKind.DATAMATRIX: 2, SymbolKind.QR: 4}
#: Enough for a label that is scratched in a corner.
_QR_CORRECTION = "M"
_READ_SCALE = 3
#: Without this, bytes get a mark for their encoding, which scanners send as if it were content.
_NO_ECI = -1
_DARK_BELOW = 128
_LIBRARY_NOISE = re.compile(r"^Error \d+: | \(retval: \d+\)$")


@dataclass(frozen=True, slots=True)
class Modules:
    """``rows`` from top to bottom, True where it is dark; one row when it is made of bars."""

    rows: tuple[tuple[bool, ...], ...]
    quiet: int

    @property
    def is_linear(self) -> bool:
        return len(self.rows) == 1

    @property
    def width(self) -> int:
        return len(self.rows[0])

    def runs(self, row: int) -> list[tuple[int, int]]:
        """Start and length of each dark stretch of ``row``."""
        found: list[tuple[int, int]] = []
        for at, is_dark in enumerate(self.rows[row]):
            if is_dark and found and sum(found[-1]) == at:
                found[-1] = (found[-1][0], found[-1][1] + 1)
            elif is_dark:
                found.append((at, 1))
        return found


def modules_of(symbol: Symbol) -> Modules:
    """``symbol`` drawn.

    Raises:
        InvalidInput: it does not hold that much, or what was drawn does not read as asked for.
    """
    import zxingcpp

    formats = {
        SymbolKind.GS1_128: zxingcpp.BarcodeFormat.Code128,
        SymbolKind.DATAMATRIX: zxingcpp.BarcodeFormat.DataMatrix,
        SymbolKind.QR: zxingcpp.BarcodeFormat.QRCode,
    }
    drawing = formats[symbol.kind]
    try:
        drawn = zxingcpp.create_barcode(_content(symbol), drawing, **_settings(symbol))
    except ValueError as error:
        why = _LIBRARY_NOISE.sub("", str(error))
        message = f"{symbol.kind}: this code cannot be drawn: {why}."
        raise InvalidInput(message) from error
    _check(symbol, _as_sent(drawn))
    # A buffer of bytes in rows, which neither type says.
    image: Any = drawn.to_image(add_quiet_zones=False)
    levels: Any = memoryview(image).tolist()
    rows = tuple(tuple(level < _DARK_BELOW for level in row) for row in levels)
    is_linear = symbol.kind is SymbolKind.GS1_128
    return Modules(rows[:1] if is_linear else rows, _QUIET[symbol.kind])


def _content(symbol: Symbol) -> str | bytes:
    """GS1 elements the way the library wants them told apart; square brackets are in no value."""
    if symbol.elements:
        return "".join(f"[{identifier}]{value}" for identifier, value in symbol.elements)
    return symbol.text.encode()


def _settings(symbol: Symbol) -> Mapping[str, object]:
    settings: dict[str, object] = {"gs1": bool(symbol.elements), "eci": _NO_ECI}
    if symbol.kind is SymbolKind.QR:
        settings["ec_level"] = _QR_CORRECTION
    if symbol.kind is SymbolKind.DATAMATRIX:
        settings["force_square"] = True
    return settings


def _as_sent(drawn: zxingcpp.Barcode) -> bytes | None:
    """What a scanner sends that reads it: AIM identifier, content, and marks of encodings."""
    import zxingcpp

    read = zxingcpp.read_barcode(
        drawn.to_image(scale=_READ_SCALE),
        zxingcpp.BarcodeFormats(drawn.format),
        text_mode=zxingcpp.TextMode.HexECI,
    )
    return None if read is None else bytes.fromhex(read.text)


def _check(symbol: Symbol, sent: bytes | None) -> None:
    wanted = (symbol.aim + symbol.text).encode()
    if sent is None:
        message = f"{symbol.kind}: what was drawn cannot be read back, so it is not printed."
        raise InvalidInput(message)
    if sent != wanted:
        message = (
            f"{symbol.kind}: what was drawn reads as {sent!r}, not as {wanted!r}, so it is not "
            "printed."
        )
        raise InvalidInput(message)
