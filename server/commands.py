"""The command ``asbuilt server``: runs the plant server, backs it up, takes its schema back."""

from __future__ import annotations

import json
import signal
import socket
import sys
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.domain.errors import EnvironmentFault, InvalidInput
from server.settings import DEFAULT_PORT, Settings, load_settings

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from server.plant import Plant

MAX_PORT = 65535
#: What PostgreSQL answers somebody who may not.
_NO_RIGHTS = "42501"


class StopAsked:
    """Whether a signal asked to stop before anybody could: then it is done as soon as it can be.

    Uvicorn stops in order, then raises the signal once more: for this handler that means nothing.
    """

    def __init__(self) -> None:
        self.is_asked = False

    def ask(self, *_signal: object) -> None:
        """The handler."""
        self.is_asked = True


def add_parser(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``server`` to the command line."""
    parser = commands.add_parser(
        "server",
        help="run the plant server",
        description="Runs the plant server: orders, genealogy, pages and the stations' memory.",
    )
    parser.add_argument(
        "action",
        nargs="?",
        choices=("run", "backup", "schema"),
        default="run",
        help="run (as without), backup, or schema: go back to an older release's",
    )
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--config", type=Path, metavar="FILE", help="the server's TOML file")
    source.add_argument("--data", type=Path, metavar="DIR", help="folder for everything it keeps")
    parser.add_argument("--host", help="address to listen on (127.0.0.1)")
    parser.add_argument(
        "--port", type=int, help=f"port to listen on ({DEFAULT_PORT}); 0 picks one"
    )
    parser.add_argument("--database", metavar="URL", help="postgresql:// instead of a local file")
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes that answer; needs PostgreSQL (1)"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="draw all lists anew from the log while serving"
    )
    parser.add_argument(
        "--restored", action="store_true", help="the data comes from a backup: tell the stations"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--out", type=Path, metavar="DIR", help="backup: the new folder")
    parser.add_argument(
        "--by", metavar="COMMAND", help="backup: what backs PostgreSQL up; 0 when it is durable"
    )
    parser.add_argument("--to", metavar="SCHEMA", help="schema: the one of the older release")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Serve until SIGTERM or SIGINT, or do the other action; 0 when all went well."""
    if args.action == "run":
        return _run(args)
    try:
        return _back_up(args) if args.action == "backup" else _take_back(args)
    except OSError as error:
        message = (
            f"{error.filename or args.action}: {error.strerror}; do it as the user that the "
            "server runs as, where there is room"
        )
        raise EnvironmentFault(message) from error


def _run(args: argparse.Namespace) -> int:
    settings = _settings(args)
    _check_workers(settings)
    listener = _listen(settings)
    try:
        plant = _open(settings, is_restored=args.restored)
    except BaseException:
        listener.close()
        raise
    stop = StopAsked()
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, stop.ask)
    serve = _serve if settings.workers == 1 else _serve_with_workers
    serve(plant, listener, stop, as_json=args.json, rebuilds=args.rebuild)
    return 0


def _open(settings: Settings, *, is_restored: bool) -> Plant:
    from server.plant import open_plant

    try:
        with _database_named():
            return open_plant(settings, is_restored=is_restored)
    except OSError as error:
        message = f"{settings.data_dir}: cannot be used as data folder ({error.strerror})"
        raise InvalidInput(message) from error


def _back_up(args: argparse.Namespace) -> int:
    from server.backup import copy_plant, run_backup
    from server.plant import system_now_us

    settings = _settings(args)
    with _database_named():
        if settings.database is None and args.out is not None and args.by is None:
            found = copy_plant(settings, args.out.resolve(), now_us=system_now_us())
        elif settings.database is not None and args.by is not None and args.out is None:
            found = run_backup(settings, args.by, now_us=system_now_us())
        else:
            message = "backup: give --out DIR, or with --database --by COMMAND"
            raise InvalidInput(message)
    _say(msgspec.json.encode(found).decode())
    return 1 if found.missing_blobs else 0


def _take_back(args: argparse.Namespace) -> int:
    from server.db.engine import is_in_use, open_database
    from server.db.migrate import take_back

    settings = _settings(args)
    if args.to is None:
        message = "schema: give --to SCHEMA, with the server stopped"
        raise InvalidInput(message)
    file = settings.data_dir / "plant.db"
    if settings.database is None and not file.exists():
        message = f"{settings.data_dir}: there is no plant in this folder"
        raise InvalidInput(message)
    if settings.database is None and is_in_use(file):
        message = f"{settings.data_dir}: is being served; stop the server first"
        raise EnvironmentFault(message)
    with _database_named():
        database = open_database(settings.database, file=file)
        try:
            take_back(database, args.to)
        finally:
            database.close()
    _say(f"The database has schema {args.to}; start the release it belongs to")
    return 0


@contextmanager
def _database_named() -> Iterator[None]:
    """A database that is away, damaged or lets nobody in is told in words, not in a traceback."""
    import sqlalchemy as sa

    try:
        yield
    except sa.exc.DatabaseError as error:
        # SQLite has no class of its own for a file that is damaged, or is no database.
        is_unusable = type(error) in {sa.exc.OperationalError, sa.exc.DatabaseError}
        if not is_unusable and getattr(error.orig, "sqlstate", None) != _NO_RIGHTS:
            raise
        why = " ".join(str(error.orig).split())
        message = f"the database cannot be used: {why}; check --database, and that it runs"
        raise EnvironmentFault(message) from error


def _settings(args: argparse.Namespace) -> Settings:
    settings = load_settings(args.config) if args.config else Settings(args.data.resolve())
    port = settings.port if args.port is None else args.port
    if not 0 <= port <= MAX_PORT:
        message = f"port = {port}: expected 0 to {MAX_PORT}"
        raise InvalidInput(message)
    return Settings(
        data_dir=settings.data_dir,
        host=args.host or settings.host,
        port=port,
        database=args.database or settings.database,
        plant=settings.plant,
        reading=settings.reading,
        timezone=settings.timezone,
        workers=settings.workers if args.workers is None else args.workers,
        language_model=settings.language_model,
    )


def _check_workers(settings: Settings) -> None:
    if settings.workers < 1:
        message = f"workers = {settings.workers}: expected a whole number from 1"
        raise InvalidInput(message)
    if settings.workers > 1 and settings.database is None:
        message = (
            f"workers = {settings.workers}: several workers need PostgreSQL; "
            "give its URL with --database, or leave out --workers"
        )
        raise InvalidInput(message)


def _listen(settings: Settings) -> socket.socket:
    """The listening socket; taken first, so that a second server changes nothing."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listener = socket.create_server((settings.host, settings.port), family=family)
    except (OSError, OverflowError) as error:
        message = (
            f"cannot listen on {settings.host}, port {settings.port}: {error}; "
            "is a server running there already? Choose another with --port"
        )
        raise EnvironmentFault(message) from error
    # Connections inherit it.  Without, head and body of an answer go in two packets, and the
    # second waits 40 ms for the first's acknowledgement: asyncio does not set it for us here.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def _serve(
    plant: Plant, listener: socket.socket, stop: StopAsked, *, as_json: bool, rebuilds: bool
) -> None:
    """This process does everything."""
    from server.serving import plant_server, share_the_interpreter

    def started() -> None:
        _announce(plant, listener, as_json=as_json)
        if rebuilds:
            _rebuild_beside(plant, as_json=as_json)
        server.should_exit = server.should_exit or stop.is_asked

    share_the_interpreter()
    plant.start()
    server = plant_server(plant, started)
    server.run(sockets=[listener])


def _serve_with_workers(
    plant: Plant, listener: socket.socket, stop: StopAsked, *, as_json: bool, rebuilds: bool
) -> None:
    """Others answer; this process draws, and watches over them."""
    from server.workers import Workers

    workers = Workers(plant.settings, listener)
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: workers.stop())
    if stop.is_asked:
        workers.stop()
    workers.start()
    plant.start()
    _announce(plant, listener, as_json=as_json)
    if rebuilds:
        _rebuild_beside(plant, as_json=as_json)
    workers.watch()
    plant.close()


def _rebuild_beside(plant: Plant, *, as_json: bool) -> None:
    """Draw everything anew while the server works, and say how it came out."""

    def rebuild() -> None:
        is_equal = plant.projector.rebuild()
        if as_json:
            _say(json.dumps({"event": "rebuilt", "equal": is_equal}))
        else:
            _say("Projections drawn anew: " + ("they were right" if is_equal else "mended"))

    threading.Thread(target=rebuild, name="rebuild", daemon=True).start()


def _announce(plant: Plant, listener: socket.socket, *, as_json: bool) -> None:
    from server.plant import FIRST_CODE_VALID_S

    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    url = f"http://{shown}:{port}"
    code = None if plant.has_stations() else plant.create_enrolment_code(FIRST_CODE_VALID_S)
    if as_json:
        line = {"event": "listening", "url": url, "generation": plant.identity.generation}
        _say(json.dumps(line if code is None else line | {"enrolment_code": code}))
        return
    _say(f"The plant server listens on {url}")
    if code is not None:
        minutes = FIRST_CODE_VALID_S // 60
        _say(
            f"Enrol the first station within {minutes} minutes: "
            f"asbuilt enrol --server {url} --code {code} --config STATION.toml"
        )


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
