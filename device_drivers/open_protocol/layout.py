"""How a telegram's body is laid out: fields, and the words the tables are written in."""

from __future__ import annotations

import enum
from dataclasses import dataclass, replace
from typing import TypeAlias

#: A width: everything to the end of the telegram.
TO_THE_END = 0


class Kind(enum.Enum):
    """How a field is written."""

    NUMBER = "digits, zeros to the left"
    TEXT = "text, spaces to the right"
    HUNDREDTHS = "a number times 100, two decimals kept"
    NUMBERS = "several numbers of one width"
    RECORDS = "several records of one layout"


@dataclass(frozen=True, slots=True)
class Field:
    """One field; ``id`` is its two-digit parameter id, where it has one.

    How many numbers or records there are, or how long a text is, is said by ``times`` (always as
    many), or by ``counted``: as a number, the digits of a count written in front; as a name, the
    field before it that holds the count.  ``then`` is what separates it from the next.
    """

    name: str
    kind: Kind
    width: int
    id: int | None = None
    counted: int | str | None = None
    times: int = 0
    of: Layout = ()
    then: bytes = b""


Layout: TypeAlias = tuple[Field, ...]
#: A row of a table: name, kind and width; or a field with more to it.
Row: TypeAlias = "tuple[str, Kind, int] | Field"


def plain(*rows: Row) -> Layout:
    """Fields without parameter ids."""
    return tuple(row if isinstance(row, Field) else Field(*row) for row in rows)


def numbered(*rows: Row, first: int = 1) -> Layout:
    """Fields with parameter ids counting from ``first``."""
    return tuple(replace(field, id=first + index) for index, field in enumerate(plain(*rows)))


def numbers(name: str, width: int, counted: int | str | None = None, *, times: int = 0) -> Field:
    """Several numbers; see :class:`Field` for how many."""
    return Field(name, Kind.NUMBERS, width, counted=counted, times=times)


def records(name: str, of: Layout, counted: int | str | None = None, *, times: int = 0) -> Field:
    """Several records; see :class:`Field` for how many."""
    return Field(name, Kind.RECORDS, TO_THE_END, counted=counted, times=times, of=of)


def text(name: str, counted: int | str) -> Field:
    """A text as long as a count says."""
    return Field(name, Kind.TEXT, TO_THE_END, counted=counted)
