"""Faults asked for on the command line: at the start, or after every so many results."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator.fault_acts import FAULTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from device_drivers.open_protocol.simulator.controller_simulator import ControllerSimulator
    from device_drivers.simulator_control import Command, Emit

#: How often, among a fault's own arguments.
EVERY = "every"
MADE = frozenset({"tightened", "loosened"})


class Planned:
    """``wishes`` are written as ``cut:seconds=2,how=reset,every=7``.

    Raises:
        InvalidInput: a wish cannot be understood.
    """

    def __init__(self, wishes: Sequence[str], emit: Emit) -> None:
        commands = [parse_wish(wish) for wish in wishes]
        self._at_once = [command for command in commands if EVERY not in command]
        self._later = [(command.pop(EVERY), command) for command in commands if EVERY in command]
        self._emit = emit
        self._made = 0
        self._simulator: ControllerSimulator | None = None

    async def begin(self, simulator: ControllerSimulator) -> None:
        """Ask for what is wanted from the start.

        Raises:
            InvalidInput: an argument is wrong.
        """
        self._simulator = simulator
        for command in self._at_once:
            await simulator.do(command)

    def emit(self, event: Command) -> None:
        """The simulator's events on their way out: results are counted."""
        self._emit(event)
        if event["event"] not in MADE:
            return
        self._made += 1
        for every, command in self._later:
            if self._made % every == 0:
                # After the result is told of: a fault is of what comes next.
                asyncio.get_running_loop().call_soon(self._have, command)

    def _have(self, command: Command) -> None:
        if self._simulator is None:
            return
        try:
            FAULTS[command["do"]].run(self._simulator, command)
        except InvalidInput as error:
            self._emit({"event": "error", "detail": str(error)})


def parse_wish(wish: str) -> Command:
    """A fault as written on the command line.

    Raises:
        InvalidInput: there is no such fault, or an argument is not ``name=value``.
    """
    name, _, rest = wish.partition(":")
    if name not in FAULTS:
        message = f"There is no fault {name!r}; there are: {', '.join(sorted(FAULTS))}."
        raise InvalidInput(message)
    command: Command = {"do": name}
    for argument in rest.split(",") if rest else ():
        key, equals, value = argument.partition("=")
        if not equals:
            message = f"{wish!r}: an argument is written name=value, not {argument!r}."
            raise InvalidInput(message)
        command[key.strip()] = _value(value.strip())
    every = command.get(EVERY, 1)
    if isinstance(every, bool) or not isinstance(every, int) or every < 1:
        message = f'{wish!r}: "every" is a number of results, from 1.'
        raise InvalidInput(message)
    return command


def _value(text: str) -> object:
    """A number or true or false; anything else is a text."""
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        return text
    return value if isinstance(value, bool | int | float) else text
