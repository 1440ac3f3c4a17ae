"""Which column of somebody's file is what of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from analysis.person_columns import names_a_person
from memory.records import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

CONTEXT = "context."
_ONCE = (
    "id", "at", "kind", "key", "constraint", "response", "decision", "outcome", "rare", "imported",
)  # fmt: skip
_SEVERAL = ("text", "tradeoffs")
_NEEDED = ("text", "at")


class MappingError(Exception):
    """The mapping cannot be used; the message says what to change."""


class ColumnMapping(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to read from a file, as it may stand in a JSON file beside it.

    ``columns`` says for a column what it is: "id", "text", "at", "kind", "key", "constraint",
    "response", "tradeoffs", "decision", "outcome", "rare", "imported", or "context." and a key:
    ``{"Beschreibung": "text", "Anlage": "context.station"}``.  Several columns may be "text"; they
    are put one below the other.  ``outcomes`` says what their words for an outcome mean.
    ``at_format`` is that of ``strptime``, for times that are not ISO 8601; times without an
    offset are of ``zone``, an IANA name.
    """

    columns: dict[str, str]
    outcomes: dict[str, Outcome] = {}
    at_format: str | None = None
    zone: str = "UTC"

    def check(self) -> None:
        """See that every case has a text and a time, and that nothing is there twice.

        Raises:
            MappingError: it cannot be used.
        """
        targets = list(self.columns.values())
        for column, target in self.columns.items():
            _check_target(column, target)
            if target not in _SEVERAL and targets.count(target) > 1:
                message = f'"{target}" has several columns; keep one of them'
                raise MappingError(message)
        missing = [target for target in _NEEDED if target not in targets]
        if missing:
            message = f'no column is "{missing[0]}"; say which one is'
            raise MappingError(message)
        self.tzinfo()

    def tzinfo(self) -> ZoneInfo:
        """The zone.

        Raises:
            MappingError: there is no such zone.
        """
        try:
            return ZoneInfo(self.zone)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            message = f'"{self.zone}" is no time zone; write one like Europe/Berlin'
            raise MappingError(message) from error


def own_columns(names: Iterable[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The mapping of a file whose columns are named as they are meant, and what it leaves out."""
    columns: dict[str, str] = {}
    ignored: list[str] = []
    for name in names:
        target = name.strip()
        if _is_target(target) and not _says_who(target) and target not in columns.values():
            columns[name] = target
        else:
            ignored.append(name)
    return columns, tuple(ignored)


def _check_target(column: str, target: str) -> None:
    if not _is_target(target):
        known = ", ".join((*_SEVERAL, *_ONCE))
        message = f'"{target}" is nothing a case has; there are {known} and context.KEY'
        raise MappingError(message)
    for name in (column, target):
        if _says_who(name):
            message = (
                f'"{name}" names people, whom the memory does not keep; leave the column out, '
                "or take their shift"
            )
            raise MappingError(message)


def _is_target(target: str) -> bool:
    is_context = target.startswith(CONTEXT) and len(target) > len(CONTEXT)
    return is_context or target in _ONCE or target in _SEVERAL


def _says_who(name: str) -> bool:
    return names_a_person(name.removeprefix(CONTEXT))
