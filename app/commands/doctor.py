"""`asbuilt doctor`: is this machine fit to keep a journal?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.journal_file import print_json
from app.domain.errors import StorageFault

if TYPE_CHECKING:
    import argparse

    from app.journal.drive import Finding

NOT_FIT = 1
_VERDICTS = {True: "ok", False: "NOT FIT", None: "note"}


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `doctor`."""
    parser = commands.add_parser("doctor", help="is this machine fit to keep a journal?")
    parser.add_argument(
        "--disk",
        nargs="?",
        type=Path,
        const=Path(),
        metavar="PATH",
        help="only the drive under this folder (here, when no folder is given)",
    )
    parser.add_argument("--json", action="store_true", help="one object a line")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Look at everything there is to look at; 1 when something is not fit."""
    from app.journal.drive import check_drive

    try:
        findings = check_drive(args.disk or Path())
    except StorageFault as fault:
        print(fault, file=sys.stderr)
        return NOT_FIT
    if args.disk is None:
        findings = (*_clock(), *findings)
    for finding in findings:
        _tell(finding, as_json=args.json)
    return NOT_FIT if any(finding.is_fit is False for finding in findings) else 0


def _clock() -> tuple[Finding, ...]:
    from app.journal.drive import Finding
    from app.runtime.clock import SystemClock

    #: This software is younger than that.
    earliest_us = 1_760_000_000_000_000
    is_set = SystemClock().now_us() > earliest_us
    words = "set" if is_set else "stands before this software was made; set it"
    return (Finding("clock", is_set, words),)


def _tell(finding: Finding, *, as_json: bool) -> None:
    if as_json:
        print_json(finding)
    else:
        print(f"{_VERDICTS[finding.is_fit]:<8} {finding.check:<13} {finding.words}")
