"""Code 128 read bar by bar, by the table of ISO/IEC 15417: no library's word for it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABLE = """
212222 222122 222221 121223 121322 131222 122213 122312 132212 221213 221312 231212 112232 122132
122231 113222 123122 123221 223211 221132 221231 213212 223112 312131 311222 321122 321221 312212
322112 322211 212123 212321 232121 111323 131123 131321 112313 132113 132311 211313 231113 231311
112133 112331 132131 113123 113321 133121 313121 211331 231131 213113 213311 213131 311123 311321
331121 312113 312311 332111 314111 221411 431111 111224 111422 121124 121421 141122 141221 112214
112412 122114 122411 142112 142211 241211 221114 413111 241112 134111 111242 121142 121241 114212
124112 124211 411212 421112 421211 212141 214121 412121 111143 111341 131141 114113 114311 411113
411311 113141 114131 311141 411131 211412 211214 211232
"""
_WIDTHS = _TABLE.split()
_STOP = "2331112"
_FNC1, _STARTS = 102, {103: "A", 104: "B", 105: "C"}
_TO = {"A": {99: "C", 100: "B"}, "B": {99: "C", 101: "A"}, "C": {100: "B", 101: "A"}}
GS = "\x1d"


def read_gs1_128(row: Sequence[bool]) -> str:
    """The content of one row of modules, FNC1 between elements as GS.

    It must be a GS1-128: FNC1 right behind the start, and the check character right.
    """
    values = _values(row)
    *said, check = values
    weighted = said[0] + sum(place * value for place, value in enumerate(said[1:], start=1))
    assert weighted % 103 == check, "the check character is wrong"
    assert said[1] == _FNC1, "without FNC1 in front it is no GS1 code"
    return _text(_STARTS[said[0]], said[2:])


def _values(row: Sequence[bool]) -> list[int]:
    widths = "".join(str(len(list(run))) for _, run in groupby(row))
    assert row[0], "it begins with a bar"
    assert widths.endswith(_STOP), "it ends with the stop character"
    symbols = widths[: -len(_STOP)]
    return [_WIDTHS.index(symbols[at : at + 6]) for at in range(0, len(symbols), 6)]


def _text(code_set: str, values: Sequence[int]) -> str:
    text = ""
    for value in values:
        if value == _FNC1:
            text += GS
        elif value in _TO[code_set]:
            code_set = _TO[code_set][value]
        elif code_set == "C":
            text += f"{value:02}"
        else:
            assert value < 95, f"{value} of code set {code_set}: no character of GS1"
            text += chr(value + 32 if code_set == "B" or value < 64 else value - 64)
    return text
