"""The command ``asbuilt``: finds the command's module, runs it, and says what went wrong.

Modules are imported by name when their command is used: a fast start is a promise, and the
server's commands stay outside the station's imports.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from typing import TYPE_CHECKING, NoReturn

from app.domain.errors import AsbuiltError, InvalidInput

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_FAILED = 1
EXIT_WRONG_INPUT = 2

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("app.commands.demo", "the reference story on this machine"),
    "station": ("app.commands.station", "run a workstation"),
    "server": ("server.commands", "run the plant server"),
    "config": ("app.commands.config", "check a configuration file"),
    "enrol": ("app.commands.enrol", "register this station with a server"),
    "journal": ("app.commands.journal", "verify, export, append, rebuild"),
    "doctor": ("app.commands.doctor", "is this machine fit to keep a journal?"),
    "device": ("app.commands.device", "check, listen to, simulate, replay a device; dump all"),
    "scan": ("app.commands.scan", "what a scan is understood as"),
    "label": ("app.commands.label", "write a code for scanners: GS1-128, Data Matrix, QR"),
    "orders": ("app.commands.plant", "import orders, write confirmations"),
    "person": ("app.commands.person", "who may sign in, with which certificates and rights"),
    "unit": ("app.commands.plant", "a unit's as-built record"),
    "record": ("app.commands.record", "check a signed as-built record"),
    "where-used": ("app.commands.plant", "where a lot or serial went"),
    "memory": ("app.commands.memory", "the decision memory: import, search, suggest, export"),
    "analyse": ("app.commands.analyse", "check the numbers of an analysis on a file"),
    "gallery": ("app.commands.gallery", "every widget of the screen in every state"),
    "instructions": ("app.commands.instructions", "check or publish instructions"),
}


class _Parser(argparse.ArgumentParser):
    """Says one sentence when the words are off, instead of a usage dump."""

    def error(self, message: str) -> NoReturn:
        sys.stderr.write(f"{self.prog}: {message}. See '{self.prog} --help'.\n")
        raise SystemExit(EXIT_WRONG_INPUT)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    words = sys.argv[1:] if argv is None else list(argv)
    if not words or words[0] in ("-h", "--help"):
        _print_help()
        return 0
    if words[0] not in COMMANDS:
        known = ", ".join(COMMANDS)
        sys.stderr.write(f"asbuilt: there is no command '{words[0]}'. There are: {known}.\n")
        return EXIT_WRONG_INPUT
    parser = _Parser(prog="asbuilt")
    commands = parser.add_subparsers(dest="command", required=True)
    importlib.import_module(COMMANDS[words[0]][0]).add_parser(commands)
    args = parser.parse_args(words)
    return _run(args)


def _run(args: argparse.Namespace) -> int:
    try:
        status: int = args.run(args)
    except InvalidInput as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_WRONG_INPUT
    except AsbuiltError as error:
        sys.stderr.write(f"{error}\n")
        return EXIT_FAILED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader (head, less) has what it wanted.
        sys.stderr.close()
        return 0
    return status


def _print_help() -> None:
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {words}" for name, (_, words) in COMMANDS.items()]
    head = "asbuilt: station software for assembly lines, and the plant server behind it\n"
    tail = "\n'asbuilt COMMAND --help' says more.\n"
    sys.stdout.write("\n".join([head, *lines, tail]))


if __name__ == "__main__":
    raise SystemExit(main())
