"""``asbuilt analyse KIND FILE``: an analysis on a plain file, so that it can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.commands import (
    analyse_bottleneck,
    analyse_causes,
    analyse_curves,
    analyse_oee,
    analyse_promise,
    analyse_recurrence,
    analyse_spc,
)

if TYPE_CHECKING:
    import argparse
    from argparse import ArgumentParser

#: Each adds its kind: ``add_kind(kinds)``.
_KINDS = (
    analyse_bottleneck,
    analyse_causes,
    analyse_curves,
    analyse_oee,
    analyse_promise,
    analyse_recurrence,
    analyse_spc,
)


def add_parser(commands: argparse._SubParsersAction[ArgumentParser]) -> None:
    """Add ``analyse`` to the command line."""
    analyse = commands.add_parser("analyse", help="check the numbers of an analysis on a file")
    kinds = analyse.add_subparsers(dest="kind", required=True, metavar="KIND")
    for module in _KINDS:
        module.add_kind(kinds)
