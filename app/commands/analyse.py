"""``asbuilt analyse KIND FILE``: an analysis on a plain file, so that it can be checked.

As with commands, the module of a kind is imported when it is asked for: some need numpy.
"""

from __future__ import annotations

import argparse
import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

#: Each module adds its kind: ``add_kind(kinds)``.
_KINDS: dict[str, tuple[str, str]] = {
    "bottleneck": ("app.commands.analyse_bottleneck", "which station limits the line"),
    "causes": ("app.commands.analyse_causes", "what units with a fault have in common"),
    "curves": ("app.commands.analyse_curves", "torque curves: windows and signatures"),
    "oee": ("app.commands.analyse_oee", "overall equipment effectiveness"),
    "promise": ("app.commands.analyse_promise", "when more units will be finished"),
    "recurrence": ("app.commands.analyse_recurrence", "what came back more often than before"),
    "spc": ("app.commands.analyse_spc", "control charts and capability"),
}


def add_parser(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``analyse`` to the command line."""
    kinds = "\n".join(f"  {kind:<12}{said}" for kind, (_, said) in _KINDS.items())
    analyse = commands.add_parser(
        "analyse",
        help="check the numbers of an analysis on a file",
        description=f"Check the numbers of an analysis on a file. KIND is one of:\n\n{kinds}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    analyse.add_argument("kind", choices=tuple(_KINDS), metavar="KIND")
    analyse.add_argument("words", nargs=argparse.REMAINDER, metavar="…", help="see KIND --help")
    analyse.set_defaults(run=_run, parser=type(analyse))


def _run(args: Namespace) -> int:
    parser: ArgumentParser = args.parser(prog="asbuilt analyse")
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    importlib.import_module(_KINDS[args.kind][0]).add_kind(kinds)
    chosen = parser.parse_args([args.kind, *args.words])
    status: int = chosen.run(chosen)
    return status
