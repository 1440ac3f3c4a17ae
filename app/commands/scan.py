"""``asbuilt scan``: what a scan was understood as, and the sheet of printed commands."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.domain.languages import SCREEN_LANGUAGES
from app.domain.scan_patterns import DEFAULT
from app.scanning.parser import parse_scan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.commands.command_sheet import PrintedLabel
    from app.domain.scan_patterns import Pattern

OK, CANNOT_WRITE = 0, 2

_SEPARATOR = re.compile(r"\\x1d|<GS>|\{GS\}|\^\]", re.IGNORECASE)
_PARSE_HELP = r"""Print as one JSON object what the station understands TEXT as.

TEXT is what the scanner sends, with or without its AIM identifier (]C1, ]d2, ]Q3 ...), or the
bracket form printed under a GS1 code: '(01)09506000134352(10)A7'.  The GS1 separator (FNC1) may
be typed as \x1d, <GS>, {GS} or ^].  A code that is nothing known has "kind": "unknown"; a
damaged GS1 code too, it is never repaired.
"""
_SHEET_HELP = """Write the printed commands (CONFIRM, PROBLEM, OK ...) as QR codes on A4 pages.

Each does what its button on the screen does.  Cut them up and stick them where the hands are.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``scan`` to the command line."""
    scan = commands.add_parser("scan", help="what a scan was understood as; printed commands")
    actions = scan.add_subparsers(dest="action", required=True, metavar="ACTION")
    parse = actions.add_parser(
        "parse",
        help="understand one code",
        description=_PARSE_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parse.add_argument("text", metavar="TEXT", help="the code, as sent or as printed under it")
    add_config(parse)
    parse.set_defaults(run=run)
    sheet = actions.add_parser(
        "sheet",
        help="the commands to print",
        description=_SHEET_HELP,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    sheet.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    sheet.add_argument("--language", choices=SCREEN_LANGUAGES, default="en")
    sheet.set_defaults(run=run_sheet)


def add_config(parser: argparse.ArgumentParser) -> None:
    """Add ``--config``, for codes that only this plant has."""
    words = "a station's configuration, for the plant's own codes"
    parser.add_argument("--config", type=Path, metavar="FILE", help=words)


def patterns_of(config: Path | None) -> Sequence[Pattern]:
    """What codes there are.

    Raises:
        InvalidInput: the configuration is wrong.
    """
    from app.runtime.config import load_config, scan_patterns

    return DEFAULT if config is None else scan_patterns(load_config(config))


def run(args: argparse.Namespace) -> int:
    """Print the scan; an unknown one is an answer too."""
    scan = parse_scan(unescape(args.text), patterns=patterns_of(args.config))
    print(msgspec.json.encode(scan).decode())
    return OK


def run_sheet(args: argparse.Namespace) -> int:
    """Write the sheet."""
    from app.commands.command_sheet import command_sheet
    from ui.theme.files import RESOURCES

    words = words_of(args.language)
    family = "NotoSansSC" if args.language == "zh" else "Inter"
    fonts = RESOURCES / "fonts"
    pdf = command_sheet(
        printed_labels(words),
        title=words("command/title"),
        bold=fonts / f"{family}-Bold.ttf",
        plain=fonts / f"{family}-Regular.ttf",
    )
    try:
        args.out.write_bytes(pdf)
    except OSError as error:
        why = f"cannot be written ({error.strerror}). Name another --out."
        sys.stderr.write(f"{args.out}: {why}\n")
        return CANNOT_WRITE
    print(args.out)
    return OK


def printed_labels(words: Callable[[str], str]) -> list[PrintedLabel]:
    """Every command; ``words`` says the texts of :mod:`ui.words_input` in a language."""
    from app.commands.command_sheet import PrintedLabel
    from app.domain.printed_commands import CHOICES, COMMANDS, PREFIX
    from app.services.label_desk import FIRST, REASONS, TEST

    named = [word for word in (*COMMANDS, FIRST, TEST) if word not in CHOICES]
    texts = {word: (f"command/{word}", f"command/{word}/does") for word in named}
    texts |= {word: (f"command/{word}", "command/again/does") for word in REASONS}
    texts |= dict.fromkeys(CHOICES, ("command/choice", "command/choice/does"))
    return [
        PrintedLabel(PREFIX + word, *(words(key).format(number=word) for key in keys))
        for word, keys in texts.items()
    ]


def words_of(language: str) -> Callable[[str], str]:
    """Without an application: only a screen needs one."""
    from ui.languages import SOURCE, load_translator
    from ui.messages import CONTEXT, WORDS

    translator = None if language == SOURCE else load_translator(language)

    def words(key: str) -> str:
        found = translator.translate(CONTEXT, WORDS[key]) if translator is not None else ""
        return found or WORDS[key]

    return words


def unescape(text: str) -> str:
    r"""``text`` with ``\x1d``, ``<GS>``, ``{GS}`` and ``^]`` as the separator they stand for."""
    return _SEPARATOR.sub("\x1d", text)
