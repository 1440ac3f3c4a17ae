"""Reading and writing a telegram's body by its layout.

A blank field is one the controller does not support: it reads as None, never as 0.  Whatever is
written canonically reads and writes back byte for byte, also what is shorter or longer than its
layout.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from device_drivers.open_protocol.layout import TO_THE_END, Kind

if TYPE_CHECKING:
    from device_drivers.open_protocol.layout import Field, Layout

#: Numbers, or records with fields of their own.
Items: TypeAlias = "tuple[int | None, ...] | tuple[Mapping[str, Value], ...]"
Value: TypeAlias = "int | str | Decimal | Items | None"
Values: TypeAlias = Mapping[str, Value]

#: What is left after the last known field, kept as it is.
REST = "rest"
#: How many fields there were, when the telegram ended before its layout did.
CUT = "cut"
_HUNDREDTH = Decimal("0.01")


class FieldFault(ValueError):
    """A telegram's body is not laid out as its MID and revision demand."""


def parse(layout: Layout, body: bytes) -> dict[str, Value]:
    """The fields of ``body``; those of a shorter body than expected are absent.

    Raises:
        FieldFault: names the field and what was found there.
    """
    values: dict[str, Value] = {}
    at = 0
    for index, field in enumerate(layout):
        if at == len(body) and not _may_be_empty(field, values):
            values[CUT] = index
            return values
        values[field.name], at = _parse_one(field, body, at, values)
    if at < len(body):
        values[REST] = _text(body[at:])
    return values


def serialise(layout: Layout, values: Values) -> bytes:
    """The body for ``values``; a field that is not given is blank, as one not supported.

    Raises:
        FieldFault: a value does not fit its field.
    """
    cut, rest = values.get(CUT), values.get(REST)
    fields = layout[:cut] if isinstance(cut, int) else layout
    written = _write(fields, values)
    return written + (_bytes(str(rest)) if rest is not None else b"")


def printable(text: str) -> str:
    """Text as it may go into a record: a controller that does not speak UTF-8 speaks Latin-1."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _bytes(text).decode("latin-1")
    return text


def raw(text: str) -> bytes:
    """The bytes a text was read from."""
    return _bytes(text)


def _may_be_empty(field: Field, values: Values) -> bool:
    if isinstance(field.counted, str):
        return not values.get(field.counted)
    return field.width == TO_THE_END and field.kind is Kind.TEXT and field.counted is None


def _parse_one(field: Field, body: bytes, at: int, before: Values) -> tuple[Value, int]:
    at = _skip_id(field, body, at)
    count, at = _count(field, body, at, before)
    value: Value
    if field.kind is Kind.RECORDS:
        value, at = _parse_records(field, count, body, at)
    elif field.kind is Kind.NUMBERS:
        value, at = _parse_numbers(field, count, body, at)
    else:
        value, at = _parse_single(field, count, body, at)
    return value, _skip(field, field.then, body, at)


def _skip_id(field: Field, body: bytes, at: int) -> int:
    if field.id is None:
        return at
    found = body[at : at + 2]
    if found != b"%02d" % field.id:
        message = f"{field.name}: parameter id {field.id:02d} expected, {found!r} found"
        raise FieldFault(message)
    return at + 2


def _skip(field: Field, expected: bytes, body: bytes, at: int) -> int:
    found = body[at : at + len(expected)]
    if found != expected:
        message = f"{field.name}: {expected!r} expected after it, {found!r} found"
        raise FieldFault(message)
    return at + len(expected)


def _count(field: Field, body: bytes, at: int, before: Values) -> tuple[int, int]:
    """How many items or characters, and where they begin."""
    if isinstance(field.counted, int):
        count = _number(field, _take(field, body, at, field.counted)) or 0
        return max(count, 0), at + field.counted
    if field.counted is None:
        return field.times, at
    said = before.get(field.counted)
    return max(said, 0) if isinstance(said, int) else 0, at


def _parse_records(field: Field, count: int, body: bytes, at: int) -> tuple[Value, int]:
    found = []
    for _ in range(count):
        record: dict[str, Value] = {}
        for part in field.of:
            record[part.name], at = _parse_one(part, body, at, record)
        found.append(record)
    return tuple(found), at


def _parse_numbers(field: Field, count: int, body: bytes, at: int) -> tuple[Value, int]:
    found = []
    for _ in range(count):
        found.append(_number(field, _take(field, body, at, field.width)))
        at += field.width
    return tuple(found), at


def _parse_single(field: Field, count: int, body: bytes, at: int) -> tuple[Value, int]:
    if field.counted is not None:
        return _text(_take(field, body, at, count)), at + count
    if field.width == TO_THE_END:
        return _text(body[at:]) or None, len(body)
    found, end = _take(field, body, at, field.width), at + field.width
    if field.kind is Kind.TEXT:
        return (_text(found).rstrip(" ") or None), end
    number = _number(field, found)
    if field.kind is Kind.HUNDREDTHS and number is not None:
        return number * _HUNDREDTH, end
    return number, end


def _take(field: Field, body: bytes, at: int, width: int) -> bytes:
    found = body[at : at + width]
    if len(found) < width:
        message = f"{field.name}: {width} bytes expected, the telegram ends after {len(found)}"
        raise FieldFault(message)
    return found


def _number(field: Field, found: bytes) -> int | None:
    stripped = found.strip(b" ")
    if not stripped:
        return None
    digits = stripped[1:] if stripped[:1] in {b"-", b"+"} else stripped
    if not digits.isdigit():
        message = f"{field.name}: a number expected, {found!r} found"
        raise FieldFault(message)
    return int(stripped)


def _write(layout: Layout, values: Values) -> bytes:
    counts = _counts(layout, values)
    parts = []
    for field in layout:
        value = values.get(field.name)
        if field.name in counts and counts[field.name] != (value or 0):
            value = counts[field.name]
        parts.append(_write_one(field, value))
    return b"".join(parts)


def _counts(layout: Layout, values: Values) -> dict[str, int]:
    """How many there are of what a field of its own counts; one count may be for several."""
    counts: dict[str, int] = {}
    for field in layout:
        if isinstance(field.counted, str):
            length = _length(values.get(field.name))
            if counts.setdefault(field.counted, length) != length:
                message = f"{field.name}: {counts[field.counted]} expected, {length} given"
                raise FieldFault(message)
    return counts


def _length(value: Value) -> int:
    """Of a text in bytes: that is what a telegram counts."""
    if isinstance(value, str):
        return len(_bytes(value))
    return len(value) if isinstance(value, tuple) else 0


def _write_one(field: Field, value: Value) -> bytes:
    prefix = b"" if field.id is None else b"%02d" % field.id
    if isinstance(field.counted, int):
        prefix += f"{_length(value):0{field.counted}d}".encode()
    return prefix + _content(field, value) + field.then


def _content(field: Field, value: Value) -> bytes:
    if field.kind in {Kind.NUMBERS, Kind.RECORDS}:
        return _items(field, value)
    if field.kind is Kind.TEXT:
        written = _bytes(str(value)) if value is not None else b""
        return _fitting(field, written.ljust(field.width))
    if value is None:
        return _digits(field, None)
    if isinstance(value, int | Decimal):
        scaled = value * 100 if field.kind is Kind.HUNDREDTHS else value
        return _digits(field, int(scaled))
    message = f"{field.name}: a number expected, {value!r} given"
    raise FieldFault(message)


def _items(field: Field, value: Value) -> bytes:
    items = value if isinstance(value, tuple) else (None,) * field.times
    if field.times and len(items) != field.times:
        message = f"{field.name}: {field.times} expected, {len(items)} given"
        raise FieldFault(message)
    if field.kind is Kind.NUMBERS:
        return b"".join(_digits(field, item) for item in items if not isinstance(item, Mapping))
    return b"".join(_write(field.of, item if isinstance(item, Mapping) else {}) for item in items)


def _digits(field: Field, number: int | None) -> bytes:
    if number is None:
        return b" " * field.width
    return _fitting(field, f"{number:0{field.width}d}".encode())


def _fitting(field: Field, written: bytes) -> bytes:
    if field.width != TO_THE_END and len(written) > field.width:
        message = f"{field.name}: {written!r} does not fit into {field.width} bytes"
        raise FieldFault(message)
    return written


def _text(found: bytes) -> str:
    """Lossless, whatever the bytes; see :func:`printable`."""
    return found.decode("utf-8", "surrogateescape")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
