"""A simulated ZPL printer on TCP: a separate process that answers ``~HS`` and ``~HI``.

It keeps the labels it printed, and has the faults it is told to have.
"""

from __future__ import annotations

import asyncio
import contextlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.printer.host_status import Trouble
from device_drivers.simulator_control import LOCAL, Command, Control, Emit, emit_line

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

CONTROL_LINES = """\
control lines of printer:
  {"do": "paper_out"}  also head_open, ribbon_out, pause, buffer_full: until "clear"
  {"do": "hold"}       labels stay in the buffer until "clear"
  {"do": "mute"}       it answers nothing until "clear"
  {"do": "hang_up"}    it closes the line as soon as a label has come, until "clear"
  {"do": "clear"}      all is well again; what waited comes out
  {"do": "labels"}     says what it has printed"""
IDENTITY = "ZD421-203dpi,V93.21.07Z,8,8192KB"
_FORMAT = re.compile(rb"\^XA.*?\^XZ", re.DOTALL)
_ANYTHING = re.compile(rb"~HS|~HI|\^XA.*?\^XZ", re.DOTALL)
_FIELD = re.compile(r"\^FD(.*?)\^FS", re.DOTALL)
_HEXADECIMAL = re.compile(rb"_([0-9A-F]{2})")
_MOST_BYTES = 100_000
_FAULTS = {
    "paper_out": Trouble.PAPER_OUT,
    "head_open": Trouble.HEAD_OPEN,
    "ribbon_out": Trouble.RIBBON_OUT,
    "pause": Trouble.PAUSED,
    "buffer_full": Trouble.BUFFER_FULL,
}


class PrinterMechanics:
    """What the printer is: its troubles, its buffer, and the labels that came out of formats."""

    def __init__(self, on_printed: Callable[[tuple[str, ...]], None]) -> None:
        self._on_printed = on_printed
        self.troubles: set[Trouble] = set()
        self.is_holding = False
        self.is_mute = False
        self.hangs_up = False
        self.labels: list[tuple[str, ...]] = []
        self.formats: list[bytes] = []
        self._buffer: list[bytes] = []

    def take(self, piece: bytes) -> bytes:
        """One command or format; returns the answer."""
        if piece == b"~HS":
            return b"" if self.is_mute else self._status()
        if piece == b"~HI":
            return b"" if self.is_mute else f"\x02{IDENTITY}\x03\r\n".encode()
        self._buffer.append(piece)
        self.work()
        return b""

    def work(self) -> None:
        """Print what waits, if nothing is in the way."""
        if self.troubles or self.is_holding:
            return
        while self._buffer:
            self.formats.append(self._buffer.pop(0))
            label = lines_of(self.formats[-1])
            self.labels.append(label)
            self._on_printed(label)

    def clear(self) -> None:
        """All is well again: what waited comes out."""
        self.troubles.clear()
        self.is_holding = self.is_mute = self.hangs_up = False
        self.work()

    def _status(self) -> bytes:
        has, waiting = self._has, len(self._buffer)
        first = f"030,{has(Trouble.PAPER_OUT)},{has(Trouble.PAUSED)},0320,{waiting:03},"
        first += f"{has(Trouble.BUFFER_FULL)},0,0,000,0,0,0"
        second = f"000,0,{has(Trouble.HEAD_OPEN)},{has(Trouble.RIBBON_OUT)},1,2,6,0,"
        second += f"{waiting:08},1,000"
        return "".join(f"\x02{part}\x03\r\n" for part in (first, second, "0000,0")).encode()

    def _has(self, trouble: Trouble) -> int:
        return int(trouble in self.troubles)


class PrinterSimulator:
    """The printer behind a TCP port; each connection has its own half-received commands."""

    def __init__(self, *, emit: Emit) -> None:
        self._emit = emit
        self.mechanics = PrinterMechanics(self._printed)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    async def listen(self, port: int = 0, host: str = LOCAL) -> int:
        """Start; returns the port.

        Raises:
            InvalidInput: the port is taken.
        """
        try:
            self._server = await asyncio.start_server(self._serve, host, port)
        except OSError as error:
            message = f"Port {port} cannot be used: {error.strerror}."
            raise InvalidInput(message) from error
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Switched off: every line breaks."""
        if self._server is not None:
            self._server.close()
        for writer in tuple(self._writers):
            writer.transport.abort()
        if self._server is not None:
            await self._server.wait_closed()

    async def do(self, command: Command) -> None:
        mechanics = self.mechanics
        match command["do"]:
            case name if name in _FAULTS:
                mechanics.troubles.add(_FAULTS[name])
            case "hold":
                mechanics.is_holding = True
            case "mute":
                mechanics.is_mute = True
            case "hang_up":
                mechanics.hangs_up = True
            case "clear":
                mechanics.clear()
            case "labels":
                self._emit({"event": "labels", "labels": [list(x) for x in mechanics.labels]})
            case name:
                known = ", ".join([*_FAULTS, "hold", "mute", "hang_up", "clear", "labels"])
                message = f"There is no {name!r} here; use {known} or quit."
                raise InvalidInput(message)

    def _printed(self, lines: tuple[str, ...]) -> None:
        self._emit({"event": "printed", "lines": list(lines)})

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        buffer = bytearray()
        try:
            while payload := await reader.read(4096):
                buffer += payload
                for piece in take_pieces(buffer):
                    writer.write(self.mechanics.take(piece))
                    if self.mechanics.hangs_up and _FORMAT.fullmatch(piece):
                        writer.transport.abort()
                        return
        except ConnectionError:
            pass  # it hung up in the middle: what came of a format is forgotten with the line
        finally:
            self._writers.discard(writer)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


def take_pieces(buffer: bytearray) -> list[bytes]:
    """Take the whole commands and formats out of ``buffer``, in the order they came."""
    pieces, end = [], 0
    for found in _ANYTHING.finditer(buffer):
        pieces.append(found.group())
        end = found.end()
    del buffer[:end]
    del buffer[: max(0, len(buffer) - _MOST_BYTES)]
    return pieces


def lines_of(zpl: bytes) -> tuple[str, ...]:
    """The texts of a format's fields."""
    fields = _FIELD.findall(zpl.decode("latin-1"))
    return tuple(_unescaped(field.encode("latin-1")) for field in fields)


def _unescaped(field: bytes) -> str:
    plain = _HEXADECIMAL.sub(lambda found: bytes.fromhex(found[1].decode()), field)
    return plain.decode("utf-8", "replace")


def main(args: argparse.Namespace) -> int:
    """Run the printer on ``args.port`` until told to quit."""
    return asyncio.run(_main(args))


async def _main(args: argparse.Namespace) -> int:
    printer = PrinterSimulator(emit=emit_line)
    port = await printer.listen(args.port or 0)
    url = f"printer://{LOCAL}:{port}?profile=zpl"
    emit_line({"event": "listening", "kind": "printer", "port": port, "url": url})
    try:
        await Control(printer, emit=emit_line).run(
            script=Path(args.script) if args.script else None,
            is_manual=args.manual,
            free_run=_nothing,
            socket_port=args.control_port,
        )
    finally:
        await printer.close()
    return 0


async def _nothing() -> None:
    """A printer does nothing by itself."""
    await asyncio.Event().wait()
