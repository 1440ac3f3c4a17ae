"""What a simulated controller can be told to do at work: a control line for each."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator import tightening as tool
from device_drivers.open_protocol.simulator.arguments import decimal, flag, one_of, text, whole
from device_drivers.open_protocol.simulator.signals import INPUTS, SOCKETS, TOOL_RUNNING
from device_drivers.open_protocol.simulator.work import Job, Step

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from device_drivers.open_protocol.simulator.told import Told
    from device_drivers.simulator_control import Command

Run: TypeAlias = "Callable[[Told, Command], None]"

MAX_PROGRAM, MAX_JOB, MAX_BATCH, MAX_SPINDLES, MAX_FUNCTION = 999, 9999, 9999, 50, 999
IDENTIFIER_WIDTH, ALARM_WIDTH, NAME_WIDTH = 100, 5, 25


@dataclass(frozen=True, slots=True)
class Act:
    """``example`` are its arguments; most may be left out.  ``also`` are others it takes.

    ``words`` say what happens.
    """

    example: Mapping[str, object]
    words: str
    run: Run
    also: frozenset[str] = frozenset()


def _tighten(simulator: Told, command: Command) -> None:
    controller = simulator.controller
    torque = decimal(command, "torque") if "torque" in command else None
    angle = whole(command, "angle", most=99999) if "angle" in command else None
    ok = flag(command, "ok", default=None)
    if "failure" in command:
        kind = one_of(command, "failure", tool.FAILURES, "")
        program = controller.programs.get(controller.selected)
        if program is not None:
            torque, angle = program.failing(kind)
    if not simulator.is_locked():
        controller.tighten(torque, angle, ok)


def _loosen(simulator: Told, _command: Command) -> None:
    if not simulator.is_locked():
        simulator.controller.tighten(Decimal("3.10"), 60, ok=False, result_type=tool.LOOSENING)


def _select(simulator: Told, command: Command) -> None:
    simulator.controller.select_by_hand(known_program(simulator, command))


def _program(simulator: Told, command: Command) -> None:
    number = whole(command, "pset", least=1, most=MAX_PROGRAM)
    target = decimal(command, "target")
    simulator.controller.programs[number] = tool.program_around(number, target)


def _job(simulator: Told, command: Command) -> None:
    number = whole(command, "number", least=1, most=MAX_JOB)
    name = text({"name": f"Job {number}"} | command, "name", most=NAME_WIDTH)
    steps = command.get("steps")
    if not isinstance(steps, list) or not steps:
        message = '"job" needs "steps", such as [[12, 8]]: a program and how often, each.'
        raise InvalidInput(message)
    simulator.controller.work.jobs[number] = Job(number, name, tuple(map(_step, steps)))


def _step(step: object) -> Step:
    match step:
        case [int(program), int(size)] if 1 <= program <= MAX_PROGRAM and 1 <= size <= MAX_BATCH:
            return Step(program, size)
    message = f'A step of a "job" is a program and how often, such as [12, 8]; got {step!r}.'
    raise InvalidInput(message)


def _batch(simulator: Told, command: Command) -> None:
    number = known_program(simulator, command)
    simulator.controller.work.sizes[number] = whole(command, "size", most=MAX_BATCH)
    simulator.controller.work.reset_counter()


def _identify(simulator: Told, command: Command) -> None:
    simulator.controller.identify(text(command, "vin", most=IDENTIFIER_WIDTH))


def _alarm(simulator: Told, command: Command) -> None:
    simulator.controller.raise_alarm(text({"code": "E404"} | command, "code", most=ALARM_WIDTH))


def _clear_alarm(simulator: Told, _command: Command) -> None:
    simulator.controller.clear_alarm()


def _input(simulator: Told, command: Command) -> None:
    number = whole(command, "number", TOOL_RUNNING, most=MAX_FUNCTION)
    is_on = bool(flag(command, "on", default=True))
    simulator.controller.set_input(number, is_on=is_on)


def _relay(simulator: Told, command: Command) -> None:
    number = whole(command, "number", most=MAX_FUNCTION)
    simulator.controller.set_relay(number, is_on=bool(flag(command, "on", default=True)))


def _pin(simulator: Told, command: Command) -> None:
    number = whole(command, "number", least=1, most=INPUTS)
    simulator.controller.set_pin(number, is_on=bool(flag(command, "on", default=True)))


def _socket(simulator: Told, command: Command) -> None:
    number = whole(command, "number", least=1, most=SOCKETS)
    simulator.controller.lift(number, is_lifted=bool(flag(command, "lifted", default=True)))


def _manual(simulator: Told, command: Command) -> None:
    simulator.controller.set_manual(is_manual=bool(flag(command, "on", default=True)))


def _spindles(simulator: Told, command: Command) -> None:
    simulator.controller.spindles = whole(command, "count", least=1, most=MAX_SPINDLES)


def known_program(simulator: Told, command: Command) -> int:
    """The program that a command is about."""
    number = whole(command, "pset")
    if number not in simulator.controller.programs:
        message = f"There is no program {number}; define it with {{'do': 'program'}} first."
        raise InvalidInput(message)
    return number


#: By the word after "do".
ACTS: Mapping[str, Act] = MappingProxyType(
    {
        "tighten": Act(
            {"torque": "25.10", "angle": 59, "ok": True},
            "one tightening with the selected program, if the tool is released; "
            f'or with "failure": {", ".join(tool.FAILURES)}',
            _tighten,
            frozenset({"failure"}),
        ),
        "loosen": Act({}, "the screw is loosened again, if the tool is released", _loosen),
        "select": Act({"pset": 5}, "somebody turns the selector at the controller", _select),
        "program": Act(
            {"pset": 7, "target": "10.00"}, "defines a program, 6 % to either side", _program
        ),
        "job": Act(
            {"number": 3, "name": "Cover", "steps": [[12, 8]]},
            "defines a job: programs, and how often each",
            _job,
        ),
        "batch": Act({"pset": 12, "size": 4}, "sets a program's batch size", _batch),
        "identify": Act({"vin": "0418-77231"}, "somebody scans at the controller", _identify),
        "alarm": Act({"code": "E404"}, "raises an alarm", _alarm),
        "clear_alarm": Act({}, "the alarm is acknowledged at the controller", _clear_alarm),
        "input": Act(
            {"number": 26, "on": True}, "a digital input function: 26 is a running tool", _input
        ),
        "relay": Act({"number": 1, "on": True}, "a relay function", _relay),
        "pin": Act({"number": 1, "on": True}, "one of eight inputs watched from outside", _pin),
        "socket": Act({"number": 1, "lifted": True}, "a socket leaves its tray", _socket),
        "manual": Act({"on": True}, "manual mode instead of automatic", _manual),
        "spindles": Act({"count": 4}, "so many spindles tighten at once", _spindles),
    }
)
