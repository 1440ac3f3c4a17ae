"""The plant's words for why, what and at what price: lists of codes, in versions.

A code that was used is never taken away, it only is offered no longer: old records still read.
"""

from __future__ import annotations

import re
from enum import StrEnum

from msgspec import Struct, structs

from memory.records import Expectation

UNKNOWN, OTHER = "unknown", "other"
#: What fits a screen of chips without scrolling at a station.
MOST_OFFERED = 30
KINDS = ("contain", "correct", "prevent", "accept", "escalate")
_CODE = re.compile(r"[a-z][a-z0-9_]{0,39}")


class ListName(StrEnum):
    """Which list."""

    CONSTRAINTS = "constraints"
    RESPONSES = "responses"
    TRADEOFFS = "tradeoffs"


_PROBLEMS = {
    "bad_code": "is no code: small letters, digits and _, at most 40, a letter first",
    "code_exists": "is on the list already",
    "list_full": f"would be one more than {MOST_OFFERED}: retire another first",
    "no_kind": f"needs a kind: {', '.join(KINDS)}",
    "code_needed": "stays on the list: not to know is an answer",
    "no_such_code": "is not on the list",
}


class ListError(Exception):
    """A change of a list that is none: ``code`` is the problem, ``about`` the code in question."""

    def __init__(self, code: str, about: str) -> None:
        super().__init__(f'"{about[:60]}" {_PROBLEMS[code]}.')
        self.code = code
        self.about = about


class Code(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One thing to choose.

    Without ``text`` (by language) the screen has words of its own.  A response has its ``kind``,
    what it should bring, and the responses it ``opposes``.  A tradeoff has the ``metric`` its
    price is measured in.  ``since`` is the list's version it came with, ``approved_by`` a role.
    """

    code: str
    text: dict[str, str] = {}
    kind: str = ""
    expectation: Expectation | None = None
    opposes: tuple[str, ...] = ()
    metric: str = ""
    is_retired: bool = False
    since: int = 1
    approved_by: str = ""


class CodeList(Struct, frozen=True, kw_only=True):
    """A list as it stands in one version; each change makes the next."""

    name: ListName
    version: int = 1
    codes: tuple[Code, ...] = ()

    @property
    def offered(self) -> tuple[Code, ...]:
        return tuple(code for code in self.codes if not code.is_retired)

    def get(self, code: str) -> Code | None:
        """Also one that is offered no longer."""
        return next((one for one in self.codes if one.code == code), None)


def with_code(codes: CodeList, new: Code, *, approved_by: str) -> CodeList:
    """The next version, with one more code or one offered again; it asks for a role's approval.

    Raises:
        ListError: the code is malformed, is there already, or the list is full.
    """
    problem = _problem(codes, new)
    if problem is not None:
        raise ListError(problem, new.code)
    version = codes.version + 1
    fresh = structs.replace(new, since=version, approved_by=approved_by, is_retired=False)
    kept = tuple(one for one in codes.codes if one.code != new.code)
    return structs.replace(codes, version=version, codes=(*kept, fresh))


def without_code(codes: CodeList, code: str) -> CodeList:
    """The next version, which no longer offers the code.

    Raises:
        ListError: it is not offered, or it is "I do not know", which nobody may be denied.
    """
    if code == UNKNOWN:
        problem = "code_needed"
        raise ListError(problem, code)
    old = codes.get(code)
    if old is None or old.is_retired:
        problem = "no_such_code"
        raise ListError(problem, code)
    gone = structs.replace(old, is_retired=True)
    kept = tuple(gone if one is old else one for one in codes.codes)
    return structs.replace(codes, version=codes.version + 1, codes=kept)


def opposites(responses: CodeList) -> dict[str, frozenset[str]]:
    """Which responses exclude each other, in both directions; retired ones too."""
    pairs: dict[str, set[str]] = {}
    for code in responses.codes:
        for other in code.opposes:
            pairs.setdefault(code.code, set()).add(other)
            pairs.setdefault(other, set()).add(code.code)
    return {code: frozenset(others) for code, others in sorted(pairs.items())}


def expectation_of(response: Code, tradeoffs: tuple[Code, ...] = ()) -> Expectation:
    """What the card fills in: an acceptance is held to the first price that was accepted."""
    expected = response.expectation or Expectation()
    priced = next((one for one in tradeoffs if one.metric and one.expectation), None)
    if response.kind == "accept" and priced is not None and priced.expectation is not None:
        return priced.expectation
    return expected


def versions(*lists: CodeList) -> str:
    """Which lists were in force: "constraints 3, responses 1"; is written with what was shown."""
    return ", ".join(f"{one.name} {one.version}" for one in lists)


def _problem(codes: CodeList, new: Code) -> str | None:
    old = codes.get(new.code)
    problems = {
        "bad_code": not _CODE.fullmatch(new.code) or new.code == OTHER,
        "code_exists": old is not None and not old.is_retired,
        "list_full": len(codes.offered) >= MOST_OFFERED,
        "no_kind": codes.name is ListName.RESPONSES and new.kind not in KINDS,
    }
    return next((problem for problem, is_so in problems.items() if is_so), None)


# -- what a plant begins with ------------------------------------------------------------------

CONSTRAINTS = CodeList(
    name=ListName.CONSTRAINTS,
    codes=tuple(
        Code(code=code)
        for code in (
            "material_short",
            "tool_out",
            "skill",
            "spec",
            "time",
            "space",
            "safety",
            "upstream",
            "downstream",
            UNKNOWN,
        )
    ),
)

_NO_ESCAPE = Expectation(metric="escapes", units=50, hours=72)
_NO_REPEAT = Expectation(units=50, hours=72)
#: A change of the way things are made has to prove itself for longer.
_NO_REPEAT_LONG = Expectation(units=200, hours=336)
#: Whoever is called decides; whether it worked shows in the shift.
_SOON = Expectation(units=20, hours=8)


def _response(
    code: str, kind: str, expectation: Expectation, opposes: tuple[str, ...] = ()
) -> Code:
    return Code(code=code, kind=kind, expectation=expectation, opposes=opposes)


RESPONSES = CodeList(
    name=ListName.RESPONSES,
    codes=(
        _response("check_all", "contain", _NO_ESCAPE),
        _response("set_aside", "contain", _NO_ESCAPE, ("use_as_is",)),
        _response("hold_lot", "contain", _NO_ESCAPE, ("use_as_is",)),
        _response("stop_line", "contain", _NO_ESCAPE, ("run_on",)),
        _response("redo", "correct", _NO_REPEAT),
        _response("clean", "correct", _NO_REPEAT),
        _response("replace_part", "correct", _NO_REPEAT, ("use_as_is",)),
        _response("replace_tool", "correct", _NO_REPEAT),
        _response("adjust", "correct", _NO_REPEAT),
        _response("restart", "correct", _NO_REPEAT),
        _response("maintain", "prevent", _NO_REPEAT_LONG),
        _response("show_again", "prevent", _NO_REPEAT_LONG),
        _response("add_check", "prevent", _NO_REPEAT_LONG),
        _response("change_instruction", "prevent", _NO_REPEAT_LONG),
        _response("use_as_is", "accept", _NO_ESCAPE),
        _response("use_alternative", "accept", _NO_ESCAPE),
        _response("run_on", "accept", _NO_ESCAPE),
        _response("call_lead", "escalate", _SOON),
        _response("call_maintenance", "escalate", _SOON),
        _response("call_quality", "escalate", _SOON),
        _response("ask_engineering", "escalate", _SOON),
    ),
)


def _price(code: str, metric: str, most: float) -> Code:
    expectation = Expectation(
        metric=metric, direction="at_most", threshold=most, units=50, hours=72
    )
    return Code(code=code, metric=metric, expectation=expectation)


TRADEOFFS = CodeList(
    name=ListName.TRADEOFFS,
    codes=(
        _price("time", "stop_min", 30),
        _price("slower", "lost_units", 5),
        _price("overtime", "overtime_min", 60),
        _price("promise", "promise_min", 120),
        _price("scrap", "scrap_units", 2),
        _price("rework", "rework_units", 5),
        _price("more_checks", "check_min", 60),
        _price("margin", "escapes", 0),
        Code(code="none"),
        Code(code=UNKNOWN),
    ),
)
