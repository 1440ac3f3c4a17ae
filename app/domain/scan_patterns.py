"""The table of a plant's own codes: what is no GS1 code is one of these, whole, or nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from app.domain.gtin import gtin14
from app.domain.printed_commands import COMMANDS, PREFIX
from app.domain.scans import Scan, ScanKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: The named groups a pattern may have; each fills the field of the same name.
GROUPS = frozenset({"value", "gtin", "part", "lot", "serial", "quantity"})


@dataclass(frozen=True, slots=True)
class Pattern:
    """A code of ``kind`` is one that ``regex`` matches from its first to its last character."""

    kind: ScanKind
    regex: re.Pattern[str]

    def read(self, text: str) -> Scan | None:
        match = self.regex.fullmatch(text)
        if match is None:
            return None
        found = {name: value for name, value in match.groupdict().items() if value}
        if "gtin" in found and gtin14(found["gtin"]) is None:
            return None
        value = found.get("value")
        quantity = found.get("quantity")
        return Scan(
            kind=self.kind,
            raw=text,
            value=value.upper() if value and self.kind is ScanKind.COMMAND else value,
            gtin=gtin14(found.get("gtin", "")),
            part=found.get("part"),
            lot=found.get("lot"),
            serial=found.get("serial"),
            quantity=int(quantity) if quantity else None,
        )


def pattern(kind: str, regex: str) -> Pattern:
    """A pattern as it stands in a configuration file.

    Raises:
        InvalidInput: the kind or the expression is wrong; the message says how.
    """
    kinds = [k.value for k in ScanKind if k is not ScanKind.UNKNOWN]
    if kind not in kinds:
        msg = f"scan pattern {regex!r}: kind: expected one of {', '.join(kinds)}, got {kind!r}"
        raise InvalidInput(msg)
    try:
        compiled = re.compile(regex, re.ASCII)
    except re.error as error:
        msg = f"scan pattern {regex!r}: not a regular expression: {error}"
        raise InvalidInput(msg) from error
    _check_groups(ScanKind(kind), compiled)
    return Pattern(ScanKind(kind), compiled)


def _check_groups(kind: ScanKind, regex: re.Pattern[str]) -> None:
    names = set(regex.groupindex)
    strange = sorted(names - GROUPS)
    if strange:
        known = ", ".join(sorted(GROUPS))
        msg = f"scan pattern {regex.pattern!r}: no field {strange[0]!r}; there are {known}"
        raise InvalidInput(msg)
    wanted = {"part", "gtin"} if kind is ScanKind.PART else {"value"}
    if not names & wanted:
        named = " or ".join(f"(?P<{name}>…)" for name in sorted(wanted))
        msg = f"scan pattern {regex.pattern!r}: a {kind.value} needs a group {named}"
        raise InvalidInput(msg)


def _table(rows: Iterable[tuple[str, str]]) -> tuple[Pattern, ...]:
    return tuple(pattern(kind, regex) for kind, regex in rows)


#: The demo plant's codes, and a fair start for another plant.
DEFAULT: tuple[Pattern, ...] = _table(
    (
        ("unit", r"(?:SN[ :]?)?(?P<value>\d{4}-\d{5})"),
        ("order", r"(?P<value>PO-\d{4,10})"),
        ("badge", r"BADGE-(?P<value>[0-9A-Za-z-]{3,40})"),
        ("location", r"LOC-(?P<value>[0-9A-Za-z.-]{1,20})"),
        (
            "command",
            (
                rf"{PREFIX}(?P<value>{'|'.join(COMMANDS)}"
                r"|LABEL(?:-TEST|-DAMAGED|-LOST|-UNREADABLE|-NOT-OUT)?)"
            ),
        ),
        (
            "part",
            (
                r"P:(?P<part>[^;\x00-\x1f]{1,40})"
                r"(?:;L:(?P<lot>[^;\x00-\x1f]{1,40}))?"
                r"(?:;S:(?P<serial>[^;\x00-\x1f]{1,40}))?"
                r"(?:;Q:(?P<quantity>\d{1,6}))?"
            ),
        ),
    )
)


def with_own(own: Sequence[Pattern]) -> tuple[Pattern, ...]:
    """A plant's own patterns in place of ours of the same kind; our commands always stay."""
    replaced = {one.kind for one in own} - {ScanKind.COMMAND}
    return (*own, *(one for one in DEFAULT if one.kind not in replaced))
