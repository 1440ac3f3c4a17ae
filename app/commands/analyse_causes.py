"""``asbuilt analyse causes``: what the units of a CSV file that have an outcome have in common."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from app.commands.csv_columns import CsvColumns
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from analysis.causes import Hint, Observations, Part
    from analysis.factors import Factor

OK = 0
_YES = frozenset({"1", "1.0", "true", "yes", "nok", "fail", "failed", "bad", "x"})
_NO = frozenset({"0", "0.0", "false", "no", "ok", "pass", "passed", "good", ""})
_UNIT_COLUMNS = ("unit", "serial", "unit_id", "id")
#: A column of numbers with more different ones than this is cut, unless its name says they are
#: codes: nobody means lot 4711 to be more than lot 4710.
_MOST_LEVELS = 12
_CODES = re.compile(
    r"article|batch|code|id|lot|machine|no|nr|number|order|part|pn|product|program|pset|rev"
    r"|revision|serial|shift|spindle|station|step|supplier|tool|variant"
)
#: "minutes_since_shift_start" is a number for all that.
_MEASURES = re.compile(r"age|days|hours|minutes|seconds|since")
_UNITS_SHOWN = 8

_HELP = """What was seen more often with the units that have the outcome; never what caused it.

FILE is CSV, one unit a line. The outcome is 1, true, yes, NOK or fail (0, false, no, OK, pass or
nothing for the others), or what --value says. Numbers with many values (minutes since a refill)
are cut into fifths; --as-number and --as-code say otherwise. Units are compared inside their
stratum: --strata product,station. A column that names people is refused.
"""


def add_kind(kinds: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``causes`` to the kinds of ``analyse``."""
    causes = kinds.add_parser(
        "causes",
        help="what units with a fault have in common",
        description=_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    causes.add_argument("file", type=Path, metavar="FILE")
    causes.add_argument("--outcome", required=True, metavar="COLUMN")
    causes.add_argument("--value", metavar="TEXT", help="the outcome looked for")
    causes.add_argument("--factors", required=True, type=_names, metavar="A,B,C")
    causes.add_argument("--strata", default=[], type=_names, metavar="A,B")
    causes.add_argument("--as-number", default=[], type=_names, metavar="A,B")
    causes.add_argument("--as-code", default=[], type=_names, metavar="A,B")
    causes.add_argument(
        "--depth", type=int, choices=(1, 2), default=2, help="2: also combinations of two levels"
    )
    causes.add_argument(
        "--shuffles",
        type=int,
        metavar="N",
        help="deal the outcomes anew N times, and say how often there was a hint then",
    )
    causes.add_argument("--seed", type=int, default=1, help="of --shuffles")
    causes.add_argument("--json", action="store_true", help="one JSON object a hint")
    causes.set_defaults(run=run_causes)


def run_causes(args: Namespace) -> int:
    """Print the hints, strongest first.

    Raises:
        InvalidInput: the file cannot be read, has not these columns, or one of them names people.
    """
    from analysis.causes import hints
    from analysis.person_columns import PersonIsNoFactor

    try:
        seen = observations(args)
    except PersonIsNoFactor as error:
        message = f"{args.file}: {error}"
        raise InvalidInput(message) from error
    if args.shuffles is not None:
        return _print_shuffles(seen, args)
    found = hints(seen, depth=args.depth)
    for hint in found:
        print(msgspec.json.encode(_plain(hint)).decode() if args.json else _sentence(hint))
    if not args.json:
        print(_summary(seen, len(found)))
    return OK


def observations(args: Namespace) -> Observations:
    """Raises InvalidInput or PersonIsNoFactor."""
    from analysis.causes import Observations
    from analysis.factors import Factor
    from analysis.person_columns import refuse_person

    for column in (args.outcome, *args.factors, *args.strata):
        refuse_person(column)
    if args.outcome in args.factors:
        message = f"{args.file}: {args.outcome} is the outcome, and cannot be a factor, too"
        raise InvalidInput(message)
    table = CsvColumns(args.file)
    outcome = _outcome(table, args.outcome, args.value)
    factors = [_factor(table, name, args) for name in args.factors]
    strata = [Factor.of(name, table.column(name)) for name in args.strata]
    units = table.first_of(_UNIT_COLUMNS) or [f"line {line}" for line in table.lines]
    return Observations.of(units, outcome, factors, strata)


def _outcome(table: CsvColumns, column: str, value: str | None) -> list[bool]:
    texts = table.column(column)
    if value is not None:
        if value not in texts:
            table.refuse(f"no unit has {value!r} in the column {column}")
        return [text == value for text in texts]
    for line, text in zip(table.lines, texts, strict=True):
        if text.lower() not in _YES | _NO:
            table.refuse(
                f"line {line}: {column} is {text!r}, expected 1 or 0, true or false, "
                "NOK or OK; or say with --value what to look for"
            )
    return [text.lower() in _YES for text in texts]


def _factor(table: CsvColumns, name: str, args: Namespace) -> Factor:
    from analysis.factors import Factor

    if name in args.as_number:
        return Factor.cut(name, table.numbers_or_refuse(name))
    numbers = None if name in args.as_code or _is_code(name) else table.numbers(name)
    if numbers is None or len(set(numbers)) <= _MOST_LEVELS:
        return Factor.of(name, table.column(name))
    return Factor.cut(name, numbers)


def _is_code(name: str) -> bool:
    words = re.split(r"[^a-z]+", name.lower())
    return any(map(_CODES.fullmatch, words)) and not any(map(_MEASURES.fullmatch, words))


def _print_shuffles(seen: Observations, args: Namespace) -> int:
    import numpy as np

    from analysis.causes import share_of_false_hints

    if args.shuffles < 1:
        message = f"--shuffles {args.shuffles}: must be 1 or more"
        raise InvalidInput(message)
    random = np.random.default_rng(args.seed)
    share = share_of_false_hints(seen, rounds=args.shuffles, random=random, depth=args.depth)
    if args.json:
        found = {"shuffles": args.shuffles, "seed": args.seed, "share_with_hints": share}
        print(msgspec.json.encode(found).decode())
    else:
        print(f"of {args.shuffles} deals without any cause, {share:.1%} showed a hint")
    return OK


def _plain(hint: Hint) -> dict[str, Any]:
    factor, level = _named(hint.parts)
    return {
        "factor": factor,
        "level": level,
        "parts": [_plain_part(part) for part in hint.parts],
        "n": hint.n,
        "k": hint.k,
        "expected": hint.expected,
        "lift": hint.lift,
        "low": hint.low,
        "high": hint.high,
        "p": hint.p,
        "q": hint.q,
        "units": hint.units,
        "explained_by": [_plain_part(part) for part in hint.explained_by],
    }


def _plain_part(part: Part) -> dict[str, Any]:
    plain: dict[str, Any] = {"factor": part.factor, "level": part.level}
    return plain if part.bounds is None else plain | {"bounds": part.bounds}


def _named(parts: Sequence[Part]) -> tuple[str, str]:
    """Both factors and both levels of a combination, in the same order."""
    return " + ".join(part.factor for part in parts), " + ".join(part.level for part in parts)


def _sentence(hint: Hint) -> str:
    units = ", ".join(hint.units[:_UNITS_SHOWN])
    more = f" and {hint.k - _UNITS_SHOWN} more" if hint.k > _UNITS_SHOWN else ""
    said = (
        f"seen more often with {_with(hint.parts)}: {hint.k} of {hint.n}, {hint.lift:.1f} times "
        f"the usual {hint.expected:.1f} ({hint.low:.1f} to {hint.high:.1f}), q {hint.q:.2g}; "
        f"units {units}{more}"
    )
    if hint.explained_by:
        said += f"; nothing of its own beside {_with(hint.explained_by)}"
    return said


def _with(parts: Sequence[Part]) -> str:
    return " and ".join(f"{part.factor} {part.level}" for part in parts)


def _summary(seen: Observations, found: int) -> str:
    with_outcome = int(seen.has_outcome.sum())
    said = "no hint" if not found else f"{found} hint" + ("s" if found > 1 else "")
    return f"{said} from {len(seen.units)} units, {with_outcome} with the outcome"


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",") if name.strip()]
    if not names:
        message = f"{text!r}: expected names of columns with commas between them"
        raise argparse.ArgumentTypeError(message)
    return list(dict.fromkeys(names))
