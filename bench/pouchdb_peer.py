"""PouchDB beside us: installed by npm into a scratch folder, run by node, asked for its times."""

from __future__ import annotations

import json
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.long_journal import scratch_folder

if TYPE_CHECKING:
    from collections.abc import Iterator

_HERE = Path(__file__).parent / "pouchdb"
_INSTALL_S = 240
_REPLICATE_S = 300


class CannotRun(Exception):
    """Node, npm or the packages are not to be had; the text says which."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A PouchDB server (LevelDB, over HTTP) and where its clients keep theirs."""

    folder: Path
    url: str

    def push(self, documents: Path, name: str) -> float:
        """Seconds to replicate ``documents`` (JSON lines) from a client to the server."""
        return self._replicate("push", documents, name)

    def pull(self, documents: Path, name: str) -> float:
        """Seconds to replicate them all into an empty client's database; push them before."""
        return self._replicate("pull", documents, name)

    def _replicate(self, direction: str, documents: Path, name: str) -> float:
        client = str(self.folder / f"client-{direction}-{name}")
        said = subprocess.run(  # noqa: S603 - our own script
            [_node(), "compare.js", direction, str(documents), client, f"{self.url}/{name}"],
            cwd=self.folder,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
            timeout=_REPLICATE_S,
        )
        answer = json.loads(said.stdout)
        wanted = documents.read_text("utf-8").count("\n")
        assert answer["documents"] == wanted, f"PouchDB has {answer['documents']} of {wanted}"
        return float(answer["seconds"])


@contextmanager
def pouchdb() -> Iterator[Peer]:
    """A running peer.

    Raises:
        CannotRun: why there is none on this machine.
    """
    folder = scratch_folder()
    for name in ("package.json", "compare.js"):
        shutil.copyfile(_HERE / name, folder / name)
    _install(folder)
    command = [_node(), "compare.js", "serve", str(folder / "served")]
    with subprocess.Popen(  # noqa: S603 - our own script
        command, cwd=folder, stdout=subprocess.PIPE, text=True
    ) as server:
        try:
            assert server.stdout is not None
            yield Peer(folder, json.loads(server.stdout.readline())["url"])
        finally:
            server.kill()


def _node() -> str:
    found = shutil.which("node")
    if found is None:
        message = "node is missing"
        raise CannotRun(message)
    return found


def _install(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None or not _node():
        message = "npm is missing"
        raise CannotRun(message)
    words = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]
    try:
        done = subprocess.run(  # noqa: S603 - npm from the path, our own words
            [npm, *words],
            cwd=folder,
            capture_output=True,
            text=True,
            timeout=_INSTALL_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        message = f"npm did not install PouchDB within {_INSTALL_S} s"
        raise CannotRun(message) from error
    if done.returncode != 0:
        message = f"npm cannot install PouchDB: {done.stderr.strip().splitlines()[-1:]}"
        raise CannotRun(message)
