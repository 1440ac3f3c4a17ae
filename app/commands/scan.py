"""``asbuilt scan parse TEXT``: what a scan was understood as."""

from __future__ import annotations

import argparse
import re

import msgspec

from app.scanning.parser import parse_scan

OK = 0

_SEPARATOR = re.compile(r"\\x1d|<GS>|\{GS\}|\^\]", re.IGNORECASE)
_PARSE_HELP = r"""Print as one JSON object what the station understands TEXT as.

TEXT is what the scanner sends, with or without its AIM identifier (]C1, ]d2, ]Q3 ...), or the
bracket form printed under a GS1 code: '(01)09506000134352(10)A7'.  The GS1 separator (FNC1) may
be typed as \x1d, <GS>, {GS} or ^].  A code that is nothing known has "kind": "unknown"; a
damaged GS1 code too, it is never repaired.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``scan`` to the command line."""
    scan = commands.add_parser("scan", help="what a scan was understood as")
    actions = scan.add_subparsers(dest="action", required=True, metavar="ACTION")
    parse = actions.add_parser(
        "parse",
        help="understand one code",
        description=_PARSE_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parse.add_argument("text", metavar="TEXT", help="the code, as sent or as printed under it")
    parse.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the scan; an unknown one is an answer too."""
    scan = parse_scan(unescape(args.text))
    print(msgspec.json.encode(scan).decode())
    return OK


def unescape(text: str) -> str:
    r"""``text`` with ``\x1d``, ``<GS>``, ``{GS}`` and ``^]`` as the separator they stand for."""
    return _SEPARATOR.sub("\x1d", text)
