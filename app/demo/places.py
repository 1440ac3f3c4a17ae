"""The folders of one demonstration, and the ports it uses."""

from __future__ import annotations

import shutil
import socket
from dataclasses import dataclass
from pathlib import Path

from app.domain.errors import InvalidInput

#: Tells a folder of an earlier demonstration from somebody's own.
MARKER = ".asbuilt-demo"
RESOURCES = Path(__file__).parents[2] / "resources"


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything of one run lies."""

    out: Path

    @property
    def config(self) -> Path:
        return self.station / "station.toml"

    @property
    def journal(self) -> Path:
        return self.station / "journal.db"

    @property
    def station(self) -> Path:
        return self.out / "station"

    @property
    def server(self) -> Path:
        return self.out / "server"

    @property
    def devices(self) -> Path:
        return self.out / "devices"

    @property
    def screens(self) -> Path:
        return self.out / "screens"

    @property
    def records(self) -> Path:
        return self.out / "records"

    @property
    def logs(self) -> Path:
        return self.out / "logs"

    @property
    def summary(self) -> Path:
        return self.out / "summary.json"

    def prepare(self) -> None:
        """Make empty folders; what an earlier demonstration left is removed.

        Raises:
            InvalidInput: the folder holds something else, or cannot be one.
        """
        try:
            self._prepare()
        except OSError as error:
            msg = f"{error.filename}: cannot be used ({error.strerror}). Name another --out."
            raise InvalidInput(msg) from error

    def _prepare(self) -> None:
        if self.out.exists() and any(self.out.iterdir()):
            if not (self.out / MARKER).exists():
                msg = f"{self.out} is not empty and not of a demonstration. Name another --out."
                raise InvalidInput(msg)
            shutil.rmtree(self.out)
        for folder in (
            self.station, self.server, self.devices, self.screens, self.records, self.logs,
        ):  # fmt: skip
            folder.mkdir(parents=True)
        (self.out / MARKER).touch()


def free_port() -> int:
    """A port nobody listens on now, on the loopback address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
