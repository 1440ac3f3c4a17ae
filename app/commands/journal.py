"""`asbuilt journal`: check, export, append to and rebuild a journal file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Actor
from app.domain.errors import InvalidInput, StorageFault
from app.domain.events import KINDS, Body

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from app.journal.store import JournalStore

WRONG_INPUT = 2
CHECK_FAILED = 1
#: Whose journal it is when this command makes a new one.
LOCAL_STATION = "local"


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `journal` and its own commands."""
    parser = commands.add_parser("journal", help="check, export, append to or rebuild a journal")
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(dest="action", required=True)
    for name, text in (
        ("verify", "chain, numbers, projections, blobs, signatures"),
        ("export", "one envelope a line"),
        ("append", "JSON bodies from standard input, one a line"),
        ("rebuild", "drop and rebuild the projections"),
    ):
        action = actions.add_parser(name, help=text)
        action.add_argument("path", type=Path, help="the journal file")
        action.add_argument("--json", action="store_true", help="one object a line (always so)")
        if name == "export":
            action.add_argument("--since", type=int, default=0, help="only numbers above this")
        if name == "append":
            action.add_argument("--kind", required=True, help="the kind of event: note.written …")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 0 done, 1 a check failed, 2 wrong input."""
    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "verify": _verify,
        "export": _export,
        "append": _append,
        "rebuild": _rebuild,
    }
    try:
        return actions[args.action](args)
    except InvalidInput as error:
        print(error, file=sys.stderr)
        return WRONG_INPUT
    except StorageFault as error:
        print(error, file=sys.stderr)
        return CHECK_FAILED


def _verify(args: argparse.Namespace) -> int:
    from app.journal.verify import verify
    from app.runtime.blob_files import BlobFiles
    from sync.wire import head_message

    blobs = BlobFiles(args.path.parent / "blobs")
    try:
        found = verify(args.path, read_blob=blobs.read, head_message=head_message)
    except StorageFault as error:
        _print_json({"events": 0, "ok": False, "first_bad": None, "problems": [str(error)]})
        raise
    _print_json(
        {
            "events": found.events,
            "ok": found.is_ok,
            "first_bad": found.first_bad,
            "problems": found.problems,
        }
    )
    return 0 if found.is_ok else CHECK_FAILED


def _export(args: argparse.Namespace) -> int:
    from app.journal.export import export

    out = sys.stdout.buffer
    try:
        for raw in export(args.path, since=args.since):
            out.write(raw + b"\n")
        out.flush()
    except BrokenPipeError:
        # The reader has seen enough; keep the interpreter from complaining about it at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _append(args: argparse.Namespace) -> int:
    from app.ports.journal import NewEvent

    kind = KINDS.get(args.kind)
    if kind is None:
        msg = f"--kind {args.kind} is not known; it is one of {', '.join(sorted(KINDS))}"
        raise InvalidInput(msg)
    decoder = msgspec.json.Decoder(kind, strict=True)
    store = _store(args.path)
    store.open()
    try:
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if line.strip():
                body = _read_body(decoder, line, number)
                done = store.append((NewEvent(body, Actor("system", "command-line")),))
                _print_json({"seq": done.last_seq})
    finally:
        store.close()
    return 0


def _rebuild(args: argparse.Namespace) -> int:
    if not args.path.is_file():
        msg = f"{args.path}: there is no journal here; give the path of a journal file"
        raise InvalidInput(msg)
    store = _store(args.path)
    store.open()
    try:
        differing = store.rebuild_projections()
    finally:
        store.close()
    _print_json({"equal": not differing, "differing": differing})
    return CHECK_FAILED if differing else 0


def _store(path: Path) -> JournalStore:
    from app.journal.export import stored_station
    from app.journal.store import JournalStore
    from app.runtime.clock import SystemClock

    station = (stored_station(path) if path.exists() else None) or LOCAL_STATION
    return JournalStore(path, station=station, clock=SystemClock(), random_bytes=os.urandom)


def _read_body(decoder: msgspec.json.Decoder[Body], line: bytes, number: int) -> Body:
    try:
        return decoder.decode(line)
    except msgspec.MsgspecError as error:
        msg = f"line {number} of the input is no such body: {error}"
        raise InvalidInput(msg) from error


def _print_json(answer: object) -> None:
    sys.stdout.write(msgspec.json.encode(answer).decode() + "\n")
    sys.stdout.flush()
