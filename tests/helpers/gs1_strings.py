"""Random GS1 element strings that are right, and a printer's eye that sees what comes out."""

from __future__ import annotations

import random
import re
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

GS = "\x1d"
#: GS1 AI encodable character set 82.
SET_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_READABLE = re.compile(r"\(\d+\)")
_GRAPHIC = re.compile(r"\^FO(\d+),(\d+)\^GFA,(\d+),(\d+),(\d+),([0-9A-F:]+)\^FS")
_SIZE = re.compile(r"\^PW(\d+)\^LL(\d+)")

Elements = list[tuple[str, str]]


def _digits(chance: random.Random, count: int) -> str:
    return "".join(chance.choices("0123456789", k=count))


def _checked(chance: random.Random, count: int) -> str:
    """Digits with the check digit behind them, counted with weights of 3 from the right."""
    body = "1" + _digits(chance, count - 2)
    total = sum(int(d) * w for d, w in zip(reversed(body), [3, 1] * count, strict=False))
    return body + str((10 - total % 10) % 10)


def _date(chance: random.Random) -> str:
    day = chance.choice([0, chance.randint(1, 28)])
    return f"{chance.randint(0, 99):02}{chance.randint(1, 12):02}{day:02}"


def _text(chance: random.Random, most: int) -> str:
    while True:
        text = "".join(chance.choices(SET_82, k=chance.randint(1, most)))
        if not _READABLE.search(text):
            return text


#: Identifier, whether its length is one of the predefined ones, and a value.
MAKERS: tuple[tuple[str, bool, Callable[[random.Random], str]], ...] = (
    ("00", True, lambda c: _checked(c, 18)),
    ("01", True, lambda c: _checked(c, 14)),
    ("11", True, _date),
    ("13", True, _date),
    ("15", True, _date),
    ("17", True, _date),
    ("20", True, lambda c: _digits(c, 2)),
    ("3103", True, lambda c: _digits(c, 6)),
    ("414", True, lambda c: _checked(c, 13)),
    ("10", False, lambda c: _text(c, 20)),
    ("21", False, lambda c: _text(c, 20)),
    ("22", False, lambda c: _text(c, 20)),
    ("240", False, lambda c: _text(c, 30)),
    ("241", False, lambda c: _text(c, 30)),
    ("250", False, lambda c: _text(c, 30)),
    ("30", False, lambda c: _digits(c, c.randint(1, 8))),
    ("37", False, lambda c: _digits(c, c.randint(1, 8))),
    ("400", False, lambda c: _text(c, 30)),
    ("7003", False, lambda c: f"27{c.randint(1, 12):02}{c.randint(1, 28):02}1230"),
    ("91", False, lambda c: _text(c, 60)),
)


def random_elements(chance: random.Random, most_chars: int = 400) -> Elements:
    """One to six elements, each identifier once, together at most ``most_chars``."""
    while True:
        chosen = chance.sample(MAKERS, chance.randint(1, 6))
        elements = [(identifier, make(chance)) for identifier, _, make in chosen]
        if len(as_sent(elements)) <= most_chars:
            return elements


def as_sent(elements: Elements) -> str:
    """What a scanner sends: a separator behind each that is not of a predefined length."""
    fixed = {identifier for identifier, is_fixed, _ in MAKERS if is_fixed}
    sent = "".join(i + value + ("" if i in fixed else GS) for i, value in elements)
    return sent.removesuffix(GS)


def as_printed(elements: Elements) -> str:
    return "".join(f"({identifier}){value}" for identifier, value in elements)


def burn(zpl: bytes) -> NDArray[np.uint8]:
    """The graphic fields of a format as a print head burns them: 0 is black."""
    text = zpl.decode("ascii")
    size = _SIZE.search(text)
    assert size is not None
    paper = np.full((int(size[2]), int(size[1])), 255, np.uint8)
    for left, top, sent, total, wide, body in _GRAPHIC.findall(text):
        rows = _unpacked(body, int(wide))
        assert len(rows) * int(wide) == int(sent) == int(total)
        picture = np.unpackbits(np.array(rows, np.uint8), axis=1)
        down, across = np.nonzero(picture)
        paper[down + int(top), across + int(left)] = 0  # an index beyond the paper fails
    return paper


def _unpacked(body: str, wide: int) -> list[list[int]]:
    rows: list[list[int]] = []
    at = 0
    while at < len(body):
        if body[at] == ":":
            rows.append(rows[-1])
            at += 1
        else:
            rows.append(list(bytes.fromhex(body[at : at + 2 * wide])))
            at += 2 * wide
    return rows
