"""`asbuilt journal`: check, export, append to, rebuild, prune and set aside a journal file."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.commands import journal_copies
from app.commands.journal_file import print_json, store_at
from app.domain.envelope import Actor
from app.domain.errors import InvalidInput, StorageFault
from app.domain.events import KINDS, Body

if TYPE_CHECKING:
    from collections.abc import Callable

WRONG_INPUT = 2
CHECK_FAILED = 1


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add `journal` and its own commands."""
    parser = commands.add_parser("journal", help="check, export, back up, repair a journal")
    parser.set_defaults(run=run)
    actions = parser.add_subparsers(dest="action", required=True)
    for name, text in (
        ("verify", "chain, numbers, projections, blobs, signatures"),
        ("export", "one envelope a line"),
        ("append", "JSON bodies from standard input, one a line"),
        ("rebuild", "drop and rebuild the projections"),
        ("prune", "seal old events that server and backup have into files beside the journal"),
        ("set-aside", "rename a damaged journal and begin a new one linked to it"),
        ("backup", "a whole copy, also while the station runs"),
        ("restore", "a backup as a new journal, in an epoch of its own"),
    ):
        action = actions.add_parser(name, help=text)
        action.add_argument("path", type=Path, help="the journal file")
        action.add_argument("--json", action="store_true", help="one object a line (always so)")
        if name == "export":
            action.add_argument("--since", type=int, default=0, help="only numbers above this")
        if name == "append":
            action.add_argument("--kind", required=True, help="the kind of event: note.written …")
        if name == "prune":
            action.add_argument(
                "--keep-days", type=int, required=True, metavar="N", help="keep what is newer"
            )
            action.add_argument(
                "--in-server-backup",
                type=_place,
                metavar="EPOCH:NUMBER",
                help="the last event that a backup of the server is known to have",
            )
    journal_copies.add_arguments(actions.choices)


def run(args: argparse.Namespace) -> int:
    """Do what was asked; 0 done, 1 a check failed, 2 wrong input."""
    actions: dict[str, Callable[[argparse.Namespace], int]] = {
        "verify": _verify,
        "export": _export,
        "append": _append,
        "rebuild": _rebuild,
        "prune": _prune,
        "set-aside": journal_copies.run_set_aside,
        "backup": journal_copies.run_backup,
        "restore": journal_copies.run_restore,
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
    from app.domain.envelope import head_message
    from app.journal.verify import verify
    from app.runtime.blob_files import BlobFiles

    blobs = BlobFiles(args.path.parent / "blobs")
    try:
        found = verify(args.path, read_blob=blobs.read, head_message=head_message)
    except StorageFault as error:
        print_json({"events": 0, "ok": False, "first_bad": None, "problems": [str(error)]})
        raise
    print_json(
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
    store = store_at(args.path)
    store.open()
    try:
        for number, line in enumerate(sys.stdin.buffer, start=1):
            if line.strip():
                body = _read_body(decoder, line, number)
                done = store.append((NewEvent(body, Actor("system", "command-line")),))
                print_json({"seq": done.last_seq})
    finally:
        store.close()
    return 0


def _rebuild(args: argparse.Namespace) -> int:
    if not args.path.is_file():
        msg = f"{args.path}: there is no journal here; give the path of a journal file"
        raise InvalidInput(msg)
    store = store_at(args.path)
    store.open()
    try:
        differing = store.rebuild_projections()
    finally:
        store.close()
    print_json({"equal": not differing, "differing": differing})
    return CHECK_FAILED if differing else 0


def _prune(args: argparse.Namespace) -> int:
    from app.domain.envelope import head_message
    from app.journal.pruning import note_durable_backup, prune
    from app.journal.verify import verify
    from app.runtime.blob_files import BlobFiles
    from app.runtime.clock import SystemClock

    if args.keep_days < 0:
        msg = "--keep-days: expected a whole number from 0"
        raise InvalidInput(msg)
    blobs = BlobFiles(args.path.parent / "blobs")
    found = verify(args.path, read_blob=blobs.read, head_message=head_message)
    if not found.is_ok:
        msg = (
            f"{args.path} is not in order, and nothing of it is pruned: see asbuilt journal verify"
        )
        raise StorageFault(msg, reason="damaged")
    store = store_at(args.path)
    store.open()
    try:
        if args.in_server_backup is not None:
            with store.transaction() as db:
                note_durable_backup(db, args.in_server_backup)
        done = prune(store, keep_days=args.keep_days, now_us=SystemClock().now_us())
    finally:
        store.close()
    print_json(
        {
            "events": done.events,
            "segments": done.segments,
            "rest_kept_for": done.kept_for,
            "freed_bytes": done.room.freed_bytes,
            "room_kept_for": done.room.kept_for,
        }
    )
    return 0


def _place(text: str) -> tuple[int, int]:
    epoch, _, seq = text.partition(":")
    if not (epoch.isdecimal() and seq.isdecimal()):
        msg = f"{text}: expected an epoch and a number, such as 2:4711"
        raise argparse.ArgumentTypeError(msg)
    return int(epoch), int(seq)


def _read_body(decoder: msgspec.json.Decoder[Body], line: bytes, number: int) -> Body:
    try:
        return decoder.decode(line)
    except msgspec.MsgspecError as error:
        msg = f"line {number} of the input is no such body: {error}"
        raise InvalidInput(msg) from error
