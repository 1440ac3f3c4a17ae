"""Static field tables: how a telegram's body is laid out, and reading and writing by them.

A blank field is one the controller does not support: it reads as None, never as 0.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

Value: TypeAlias = int | str | Decimal | tuple[int, ...] | None
Values: TypeAlias = Mapping[str, Value]

#: What is left after the last known field, kept as it is.
REST = "rest"
#: A width: everything to the end of the telegram.
TO_THE_END = 0

_HUNDREDTH = Decimal("0.01")


class Kind(enum.Enum):
    """How a field is written."""

    NUMBER = "digits, zeros to the left"
    TEXT = "text, spaces to the right"
    HUNDREDTHS = "a number times 100, two decimals kept"
    NUMBERS = "three digits how many, then each in its width"
    COUNTED = "two digits how long, then the text"


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``id`` is its two-digit parameter id, where it has one."""

    name: str
    kind: Kind
    width: int
    id: int | None = None


Layout: TypeAlias = tuple[Field, ...]


class FieldFault(ValueError):
    """A telegram's body is not laid out as its MID and revision demand."""


def plain(*rows: tuple[str, Kind, int]) -> Layout:
    """Fields without parameter ids."""
    return tuple(Field(*row) for row in rows)


def numbered(*rows: tuple[str, Kind, int], first: int = 1) -> Layout:
    """Fields with parameter ids counting from ``first``."""
    return tuple(Field(*row, id=first + index) for index, row in enumerate(rows))


def parse(layout: Layout, body: bytes) -> dict[str, Value]:
    """The fields of ``body``; those of a shorter body than expected are absent.

    Raises:
        FieldFault: names the field and what was found there.
    """
    values: dict[str, Value] = {}
    at = 0
    for field in layout:
        if at == len(body) and field.width != TO_THE_END:
            return values
        at = _skip_id(field, body, at)
        values[field.name], at = _parse_one(field, body, at)
    if at < len(body):
        values[REST] = _text(body[at:])
    return values


def serialise(layout: Layout, values: Values) -> bytes:
    """The body for ``values``: all fields of the layout are needed.

    Raises:
        KeyError: a field is missing.
        FieldFault: a value does not fit its width.
    """
    parts = [_serialise_one(field, values[field.name]) for field in layout]
    rest = values.get(REST)
    return b"".join(parts) + (_bytes(str(rest)) if rest is not None else b"")


def printable(text: str) -> str:
    """Text as it may go into a record: a controller that does not speak UTF-8 speaks Latin-1."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _bytes(text).decode("latin-1")
    return text


def _skip_id(field: Field, body: bytes, at: int) -> int:
    if field.id is None:
        return at
    found = body[at : at + 2]
    if found != b"%02d" % field.id:
        message = f"{field.name}: parameter id {field.id:02d} expected, {found!r} found"
        raise FieldFault(message)
    return at + 2


def _parse_one(field: Field, body: bytes, at: int) -> tuple[Value, int]:
    if field.kind is Kind.NUMBERS:
        return _parse_numbers(field, body, at)
    if field.kind is Kind.COUNTED:
        length = _number(field, _take(field, body, at, 2)) or 0
        return _text(_take(field, body, at + 2, length)), at + 2 + length
    end = len(body) if field.width == TO_THE_END else at + field.width
    raw = _take(field, body, at, end - at)
    if field.kind is Kind.TEXT:
        return (_text(raw).rstrip(" ") or None), end
    number = _number(field, raw)
    if field.kind is Kind.HUNDREDTHS and number is not None:
        return number * _HUNDREDTH, end
    return number, end


def _parse_numbers(field: Field, body: bytes, at: int) -> tuple[Value, int]:
    count = _number(field, _take(field, body, at, 3)) or 0
    at += 3
    numbers: list[int] = []
    for _ in range(count):
        numbers.append(_number(field, _take(field, body, at, field.width)) or 0)
        at += field.width
    return tuple(numbers), at


def _take(field: Field, body: bytes, at: int, width: int) -> bytes:
    raw = body[at : at + width]
    if len(raw) < width:
        message = f"{field.name}: {width} bytes expected, the telegram ends after {len(raw)}"
        raise FieldFault(message)
    return raw


def _number(field: Field, raw: bytes) -> int | None:
    stripped = raw.strip(b" ")
    if not stripped:
        return None
    digits = stripped[1:] if stripped[:1] in {b"-", b"+"} else stripped
    if not digits.isdigit():
        message = f"{field.name}: a number expected, {raw!r} found"
        raise FieldFault(message)
    return int(stripped)


def _serialise_one(field: Field, value: Value) -> bytes:
    prefix = b"" if field.id is None else b"%02d" % field.id
    if field.kind is Kind.NUMBERS:
        numbers = value if isinstance(value, tuple) else ()
        return prefix + b"%03d" % len(numbers) + b"".join(_digits(field, n) for n in numbers)
    if field.kind is Kind.COUNTED:
        raw = _bytes(str(value or ""))
        return prefix + b"%02d" % len(raw) + raw
    return prefix + _fixed(field, value)


def _fixed(field: Field, value: Value) -> bytes:
    if value is None:
        return b" " * field.width
    if field.kind is Kind.TEXT:
        raw = _bytes(str(value))
        return _fitting(field, raw.ljust(field.width))
    if isinstance(value, int | Decimal):
        scaled = value * 100 if field.kind is Kind.HUNDREDTHS else value
        return _digits(field, int(scaled))
    message = f"{field.name}: a number expected, {value!r} given"
    raise FieldFault(message)


def _digits(field: Field, number: int) -> bytes:
    return _fitting(field, f"{number:0{field.width}d}".encode())


def _fitting(field: Field, raw: bytes) -> bytes:
    if field.width != TO_THE_END and len(raw) > field.width:
        message = f"{field.name}: {raw!r} does not fit into {field.width} bytes"
        raise FieldFault(message)
    return raw


def _text(raw: bytes) -> str:
    """Lossless, whatever the bytes; see :func:`printable`."""
    return raw.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
