"""Causes people choose from when something went wrong: things, never people."""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from app.domain.instructions import Text

#: A first-class answer, and one in words alone.
UNKNOWN, OTHER = "unknown", "other"
#: Of what a cause is asked.
KINDS = ("nok", "part", "tool", "machine")
MOST_SUGGESTIONS = 3
#: With fewer like cases nothing is suggested.
LEAST_CASES = 3


class Cause(Struct, frozen=True, omit_defaults=True):
    """One cause; without ``text`` the screen has words of its own for the code."""

    code: str
    text: Text = {}


class CauseCodes(Struct, frozen=True, kw_only=True):
    """The causes of one kind of ``situation``: "nok", "part", "tool" or "machine"."""

    KIND: ClassVar[str] = "cause_codes"

    situation: str
    causes: tuple[Cause, ...]


#: Where the plant says nothing.
DEFAULT_CAUSES: dict[str, tuple[Cause, ...]] = {
    "nok": (
        Cause("thread"),
        Cause("bit_worn"),
        Cause("wrong_screw"),
        Cause("tool_settings"),
        Cause("part_damaged"),
    ),
    "part": (
        Cause("not_at_place"),
        Cause("empty"),
        Cause("wrong_part"),
        Cause("part_damaged"),
        Cause("label_bad"),
    ),
    "tool": (
        Cause("bit_worn"),
        Cause("tool_settings"),
        Cause("tool_no_power"),
        Cause("tool_no_answer"),
        Cause("tool_broken"),
    ),
    "machine": (
        Cause("fixture_worn"),
        Cause("fixture_dirty"),
        Cause("machine_alarm"),
        Cause("machine_no_answer"),
        Cause("guard_open"),
    ),
}
