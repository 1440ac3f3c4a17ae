"""``asbuilt record``: check a signed as-built record, with nothing but the file and a key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.commands.plant import ask_plant
from app.commands.record_check import is_signed, said
from app.domain.errors import InvalidInput
from app.domain.signed_record import check_record

if TYPE_CHECKING:
    import argparse

OK, FAILED = 0, 1
_KEY_DIGITS = 64
_VERIFY_HELP = """Check FILE: the plant's signature, every record's hash, the order of the
records, and what the stations signed.  Without --key it is checked against the key in the file
itself, and the key is printed: compare it with the one the plant published.
"""


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``record`` to the command line."""
    record = commands.add_parser("record", help="check a signed as-built record")
    actions = record.add_subparsers(dest="action", required=True, metavar="ACTION")
    verify = actions.add_parser("verify", help="check a file", description=_VERIFY_HELP)
    verify.add_argument("file", type=Path, metavar="FILE")
    verify.add_argument("--key", metavar="KEY", help="the plant's public key: hex, or a file")
    verify.add_argument("--json", action="store_true", help="one JSON object")
    verify.set_defaults(run=run_verify)
    key = actions.add_parser("key", help="write the plant's public key")
    key.add_argument("--server", required=True)
    key.add_argument("--out", type=Path, required=True, metavar="FILE")
    key.set_defaults(run=run_key)


def run_verify(args: argparse.Namespace) -> int:
    """Print every check; 1 when one failed.

    Raises:
        InvalidInput: the file or the key cannot be read.
    """
    key = None if args.key is None else read_key(args.key)
    try:
        file = args.file.read_bytes()
    except OSError as error:
        message = f"{args.file}: cannot be read ({error.strerror})."
        raise InvalidInput(message) from error
    checked = check_record(file, is_signed=is_signed, plant_key=key)
    print(said(checked, as_json=args.json, has_key=key is not None))
    return OK if checked.is_ok else FAILED


def run_key(args: argparse.Namespace) -> int:
    """Fetch the key once, over a way you trust."""
    found = msgspec.json.decode(ask_plant(args.server, "/v1/plant/key").content)
    args.out.write_text(f"{found['public_key']}\n")
    print(f"{args.out}: public key of {found['plant']}")
    return OK


def read_key(text: str) -> str:
    """The key itself, or the content of a file.

    Raises:
        InvalidInput: neither is 64 hexadecimal digits.
    """
    path = Path(text)
    found = path.read_text(errors="replace").strip() if path.is_file() else text.strip()
    digits = found.lower()
    if len(digits) != _KEY_DIGITS or set(digits) - set("0123456789abcdef"):
        message = f"--key {text}: expected 64 hexadecimal digits, or a file with them"
        raise InvalidInput(message)
    return digits
