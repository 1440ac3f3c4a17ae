"""How a simulated device is told what to do: one JSON object a line, from a script or stdin.

What it does comes out the same way, so a test, a demonstration and a person use one interface.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import signal
import sys
import threading
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

#: A command as it came; ``do`` names it.
Command: TypeAlias = dict[str, Any]
Emit: TypeAlias = Callable[[Command], None]

STDIN = 0
LOCAL = "127.0.0.1"


class Simulated(Protocol):
    """A simulated device that can be told things."""

    async def do(self, command: Command) -> None:
        """Carry out one command.

        Raises:
            InvalidInput: there is no such command, or its arguments are wrong.
        """
        ...


def emit_line(event: Command) -> None:
    """Print one event on stdout, at once."""
    sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def parse_line(line: str) -> Command:
    """One control line.

    Raises:
        InvalidInput: it is no JSON object with a ``do``.
    """
    try:
        command = json.loads(line)
    except json.JSONDecodeError as error:
        message = f"A control line must be one JSON object, not {line.strip()!r}: {error}."
        raise InvalidInput(message) from error
    if not isinstance(command, dict) or not isinstance(command.get("do"), str):
        message = f'A control line needs a "do", such as {{"do": "quit"}}; got {line.strip()!r}.'
        raise InvalidInput(message)
    if not isinstance(command.get("after_s", 0), int | float):
        message = f'"after_s" must be a number of seconds, in {line.strip()!r}.'
        raise InvalidInput(message)
    return command


def read_script(path: Path) -> list[Command]:
    """The lines of a script; blank ones and ``#`` comments are skipped.

    Raises:
        InvalidInput: the file cannot be read, or a line is wrong; the message names it.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        message = f"The script {path} cannot be read: {error}."
        raise InvalidInput(message) from error
    return [parse_line(line) for line in lines if line.strip() and not line.startswith("#")]


class Control:
    """Drives a simulated device until it is told to quit, interrupted, or left by its parent."""

    def __init__(self, device: Simulated, *, emit: Emit) -> None:
        self._device = device
        self._emit = emit
        self._free_run: asyncio.Task[None] | None = None
        self._from_socket: asyncio.Queue[str | None] = asyncio.Queue()

    async def run(
        self,
        *,
        script: Path | None,
        is_manual: bool,
        free_run: Callable[[], Awaitable[None]],
        socket_port: int | None = None,
    ) -> None:
        """Returns when it is over.

        Without a script and not ``is_manual``, ``free_run`` goes on by itself until the first
        command.  A manual simulator ends with its stdin: its parent is gone.  With a
        ``socket_port`` control lines are taken there as well, from this machine only.

        Raises:
            InvalidInput: the script is wrong, or the port is taken.
        """
        loop = asyncio.get_running_loop()
        commands = read_script(script) if script is not None else []
        signals = asyncio.Event()
        for signum in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(signum, signals.set)
        lines = _stdin_lines(loop)
        server = await self._open_socket(socket_port)
        try:
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(_quit_on(signals))
                tasks.create_task(self._obey(lines, is_manual=is_manual))
                tasks.create_task(self._play(commands))
                if script is None and not is_manual:
                    self._free_run = tasks.create_task(_forever(free_run))
                tasks.create_task(self._obey(self._from_socket, is_manual=False))
        except* _Quit:
            pass
        finally:
            if server is not None:
                server.close()

    async def _open_socket(self, port: int | None) -> asyncio.Server | None:
        if port is None:
            return None
        try:
            server = await asyncio.start_server(self._read_socket, LOCAL, port)
        except OSError as error:
            message = f"The control port {port} on {LOCAL} cannot be used: {error.strerror}."
            raise InvalidInput(message) from error
        self._emit({"event": "control", "port": server.sockets[0].getsockname()[1]})
        return server

    async def _read_socket(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        """Lines from one connection; what they cause is printed, as always."""
        with contextlib.suppress(ConnectionError):
            async for line in reader:
                self._from_socket.put_nowait(line.decode("utf-8", "replace"))
        writer.close()

    async def _play(self, commands: list[Command]) -> None:
        for command in commands:
            await asyncio.sleep(float(command.get("after_s", 0)))
            await self._carry_out(command)

    async def _obey(self, lines: asyncio.Queue[str | None], *, is_manual: bool) -> None:
        while (line := await lines.get()) is not None:
            if not line.strip():
                continue
            if self._free_run is not None:
                self._free_run.cancel()
            try:
                await self._carry_out(parse_line(line))
            except InvalidInput as error:
                self._emit({"event": "error", "detail": str(error)})
        if is_manual:
            raise _Quit

    async def _carry_out(self, command: Command) -> None:
        if command["do"] == "quit":
            raise _Quit
        try:
            await self._device.do(command)
        except InvalidInput as error:
            self._emit({"event": "error", "detail": str(error)})


class _Quit(Exception):
    """Ends the task group from inside."""


async def _quit_on(event: asyncio.Event) -> None:
    await event.wait()
    raise _Quit


async def _forever(free_run: Callable[[], Awaitable[None]]) -> None:
    await free_run()


def _stdin_lines(loop: asyncio.AbstractEventLoop) -> asyncio.Queue[str | None]:
    """Lines of stdin whatever it is (terminal, pipe, file, /dev/null); None at its end.

    A daemon thread, because asyncio can only watch some of those; unbuffered, because a thread
    asleep inside a buffered reader would hold its lock while the interpreter shuts down.
    """
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def put(line: str | None) -> None:
        with contextlib.suppress(RuntimeError):  # the loop closed while we were reading
            loop.call_soon_threadsafe(lines.put_nowait, line)

    def read() -> None:
        try:
            with io.FileIO(STDIN, closefd=False) as stdin:
                for line in stdin:
                    put(line.decode("utf-8", "replace"))
        except OSError:
            pass  # stdin is closed: nobody will command us, which is not an error
        put(None)

    threading.Thread(target=read, name="stdin", daemon=True).start()
    return lines
