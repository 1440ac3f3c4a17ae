"""`asbuilt journal backup`, `restore` and `set-aside`: what to do before and after a disk dies."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from app.commands.journal_file import print_json, store_at
from app.domain.envelope import Actor
from app.domain.errors import StorageFault
from app.domain.events import StationStarted

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping

    from app.journal.set_aside import Remains

SYSTEM = Actor("system", "command-line")


def add_arguments(actions: Mapping[str, argparse.ArgumentParser]) -> None:
    """What each of the three takes beyond the path."""
    backup, restore, aside = actions["backup"], actions["restore"], actions["set-aside"]
    backup.add_argument("--out", type=Path, required=True, metavar="FILE", help="the new copy")
    backup.add_argument("--blobs", action="store_true", help="curves and photos too")
    restore.add_argument("--to", type=Path, required=True, metavar="PATH", help="the new journal")
    aside.add_argument("--station", metavar="ID", help="when the file no longer says whose it is")
    aside.add_argument(
        "--epoch", type=int, metavar="N", help="of the new journal, when the file does not say"
    )


def run_backup(args: argparse.Namespace) -> int:
    """Copy; the answer says what is in the copy."""
    from app.journal.copies import copy_journal

    copied = copy_journal(args.path, args.out)
    missing = _copy_blobs(args.path, args.out, copied.blobs) if args.blobs else ()
    print_json(
        {
            "file": str(args.out),
            "station": copied.station,
            "epoch": copied.epoch,
            "seq": copied.seq,
            "hash": copied.hash,
            "segments": len(copied.segments),
            "blobs": len(copied.blobs) - len(missing) if args.blobs else 0,
            "missing_blobs": missing,
        }
    )
    return 0 if not missing else 1


def run_restore(args: argparse.Namespace) -> int:
    """Copy a backup that checks out, and begin an epoch: the server must see no fork."""
    from app.domain.envelope import head_message
    from app.journal.copies import copy_journal, refuse_to_overwrite
    from app.journal.verify import verify

    refuse_to_overwrite(args.to)
    # Which blobs came along is said below; the record itself must be in order.
    found = verify(args.path, read_blob=lambda _: b"", head_message=head_message)
    if not found.is_ok:
        msg = f"{args.path} is not in order and was not restored: see asbuilt journal verify"
        raise StorageFault(msg, reason="damaged")
    copied = copy_journal(args.path, args.to)
    missing = _copy_blobs(args.path, args.to, copied.blobs)
    epoch = _begin(args.to, copied.station, previous_head=copied.hash)
    print_json(
        {
            "file": str(args.to),
            "station": copied.station,
            "events": found.events,
            "epoch": epoch,
            "missing_blobs": missing,
            "next": "enrol the station again (asbuilt enrol) before it starts",
        }
    )
    return 0


def run_set_aside(args: argparse.Namespace) -> int:
    """Rename, then begin a new journal if the file or the caller says whose and after which."""
    from app.journal.set_aside import set_aside

    remains = set_aside(args.path, stamp=datetime.now(UTC).strftime("%Y%m%dT%H%M%S"))
    station, last = remains.station or args.station, _last_epoch(remains, args.epoch)
    fresh = None
    if station is not None and last is not None:
        head = remains.head or ""
        fresh = _begin(args.path, station, epoch=last + 1, previous_head=head)
    print_json(
        {
            "set_aside": str(remains.path),
            "station": station,
            "previous_head": remains.head,
            "epoch": fresh,
            "next": "enrol the station again (asbuilt enrol) before it starts",
        }
    )
    return 0


def _last_epoch(remains: Remains, wanted: int | None) -> int | None:
    """The newer of what the file says and what the caller knows (of the server, say)."""
    known = [remains.epoch, None if wanted is None else wanted - 1]
    return max((epoch for epoch in known if epoch is not None), default=None)


def _begin(path: Path, station: str, *, previous_head: str, epoch: int | None = None) -> int:
    """The first event of ``epoch``, or of the next one, names the last of the journal before."""
    from app.ports.journal import NewEvent

    store = store_at(path, station=station)
    store.open()
    try:
        store.begin_epoch(store.head.epoch + 1 if epoch is None else epoch)
        body = StationStarted(software="asbuilt journal", previous_head=previous_head or None)
        store.append((NewEvent(body, SYSTEM),))
        return store.head.epoch
    finally:
        store.close()


def _copy_blobs(source: Path, target: Path, hashes: tuple[str, ...]) -> tuple[str, ...]:
    """A journal's blobs are in the folder `blobs` beside it; names those that are not there."""
    from app.runtime.blob_files import BlobFiles

    here, there = BlobFiles(source.parent / "blobs"), BlobFiles(target.parent / "blobs")
    missing = []
    for sha256 in hashes:
        content = here.read(sha256)
        if content is None:
            missing.append(sha256)
        else:
            there.write(content)
    return tuple(missing)
