"""The controller's own durable list of everything it made: the witness from outside.

One JSON object a line, on the disk before anybody is told of the result.
"""

from __future__ import annotations

import os
from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator.tightening import (
    NOT_COUNTED,
    TIGHTENING,
    Count,
    Program,
    Rundown,
)

if TYPE_CHECKING:
    from pathlib import Path


class Entry(Struct, frozen=True, omit_defaults=True):
    """One result as listed; ``count_no`` tells apart the counts that begin anew."""

    count_no: int
    result_id: int
    program: Program
    torque: Decimal
    angle: int
    ok: bool
    time: str
    vin: str | None = None
    result_type: int = TIGHTENING
    station: int = 1
    count: Count = NOT_COUNTED
    identifiers: tuple[str, ...] = ()

    def rundown(self) -> Rundown:
        """The result, as it was."""
        return Rundown(
            self.result_id, self.program, self.torque, self.angle, self.ok, self.time, self.vin,
            self.result_type, self.station, self.count, self.identifiers,
        )  # fmt: skip


class Ledger:
    """A file that only grows.

    Raises:
        InvalidInput: the file cannot be opened, or a line of it is no entry.
    """

    def __init__(self, path: Path) -> None:
        self.entries = read_ledger(path)
        try:
            self._file = path.open("ab", buffering=0)
        except OSError as error:
            message = f"The list of results {path} cannot be written: {error.strerror}."
            raise InvalidInput(message) from error

    def append(self, rundown: Rundown, count_no: int) -> None:
        """On the disk when this returns."""
        entry = Entry(
            count_no, rundown.result_id, rundown.program, rundown.torque, rundown.angle,
            rundown.is_ok, rundown.time, rundown.vin, rundown.result_type, rundown.station,
            rundown.count, rundown.identifiers,
        )  # fmt: skip
        self._file.write(msgspec.json.encode(entry) + b"\n")
        os.fsync(self._file.fileno())

    def close(self) -> None:
        self._file.close()


def read_ledger(path: Path) -> list[Entry]:
    """Every entry, oldest first; none when there is no such file yet.

    Raises:
        InvalidInput: the file cannot be read, or a line of it is no entry.
    """
    if not path.exists():
        return []
    decoder = msgspec.json.Decoder(Entry)
    try:
        return decoder.decode_lines(path.read_bytes())
    except OSError as error:
        message = f"The list of results {path} cannot be read: {error.strerror}."
        raise InvalidInput(message) from error
    except msgspec.DecodeError as error:
        message = f"{path} is no list of a simulated controller's results: {error}."
        raise InvalidInput(message) from error
