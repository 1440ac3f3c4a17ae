"""The simulated controller itself: tool, programs, results and faults, without any network."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

from device_drivers.open_protocol.simulator import state_telegrams as telegrams
from device_drivers.open_protocol.simulator import tightening as tool
from device_drivers.open_protocol.simulator.faults import Faults
from device_drivers.open_protocol.simulator.shelf import Shelf
from device_drivers.open_protocol.simulator.signals import Signals
from device_drivers.open_protocol.simulator.subscriptions import (
    ALARM,
    ALARM_DETAILS,
    BATCH_LOCKED,
    COMMANDS_DISABLED,
    IDENTIFIER,
    IDENTIFIERS,
    INPUT_FUNCTION,
    INPUTS,
    JOB,
    MANUAL_MODE,
    RELAY_FUNCTION,
    SELECTION,
    SOCKETS,
    SPINDLE_STATUS,
)
from device_drivers.open_protocol.simulator.telegrams import spindle_status
from device_drivers.open_protocol.simulator.vendor import Vendor
from device_drivers.open_protocol.simulator.work import Work

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from decimal import Decimal

    from device_drivers.open_protocol.message import Message
    from device_drivers.open_protocol.simulator.ledger import Ledger
    from device_drivers.simulator_control import Emit

    Make = Callable[[Message], Message]

TIME_FORMAT = "%Y-%m-%d:%H:%M:%S"
NOTHING_SELECTED = 0
SPECIFIED = Vendor(title="Specification")


class Client(Protocol):
    """Somebody connected to the controller."""

    @property
    def wants_results(self) -> bool: ...

    def cut(self, why: str) -> None: ...

    def drop_subscriptions(self, why: str) -> None: ...

    def announce(self, subscription: int, make: Make, number: int = 0) -> None: ...

    def announce_result(self, rundown: tool.Rundown, *, times: int = 1) -> None: ...


class SimulatedController:
    """One controller with one tool; ``mono`` is its clock for intervals, in seconds."""

    def __init__(
        self,
        *,
        emit: Emit,
        rng: random.Random,
        now: Callable[[], datetime],
        vendor: Vendor = SPECIFIED,
        ledger: Ledger | None = None,
        mono: Callable[[], float] | None = None,
    ) -> None:
        self.emit = emit
        self.rng = rng
        self.vendor = vendor
        self.mono = mono or asyncio.get_running_loop().time
        self.programs = tool.default_programs()
        self.shelf = Shelf(vendor.results, ledger)
        self.work = Work(vendor.batches)
        self.signals = Signals()
        self.faults = Faults()
        self.selected = tool.FIRST_SELECTED
        self.is_enabled = True
        self.locks_after_batch = False
        self.spindles = 1
        self.identifiers: list[str] = []
        self._now = now
        self._clock_offset = timedelta()
        self._clients: dict[Client, None] = {}
        self._late: dict[int, tool.Rundown] = {}

    @property
    def clients(self) -> tuple[Client, ...]:
        """Everybody with a connection, started or not."""
        return tuple(self._clients)

    def connected(self, client: Client) -> None:
        self._clients[client] = None

    def gone(self, client: Client) -> None:
        self._clients.pop(client, None)

    @property
    def is_mute(self) -> bool:
        return self.mono() < self.faults.mute_until

    @property
    def vin(self) -> str | None:
        """The first identifier, which results carry."""
        return self.identifiers[0] if self.identifiers else None

    def index(self, program: int) -> int:
        """What this controller calls a program in 0015 and in results."""
        return self.vendor.selection.index(program)

    def time(self) -> str:
        """The controller's own clock: local, without a zone."""
        return (self._now() + self._clock_offset).strftime(TIME_FORMAT)

    def set_clock(self, text: str) -> bool:
        try:
            wanted = datetime.strptime(text, TIME_FORMAT).replace(tzinfo=self._now().tzinfo)
        except ValueError:
            return False
        self._clock_offset = wanted - self._now()
        return True

    def shift_clock(self, seconds: float) -> None:
        """So much later by its own clock, or earlier."""
        self._clock_offset += timedelta(seconds=seconds)

    def select(self, number: int) -> bool:
        """Select a program, or whatever a fault selects in its place."""
        if number not in self.programs and number != NOTHING_SELECTED:
            return False
        wrong, self.faults.wrong_selection = self.faults.wrong_selection, None
        self.selected = number if wrong is None else wrong
        self.emit({"event": "selected", "pset": self.selected})
        return True

    def select_by_hand(self, number: int) -> None:
        """Somebody turned the selector: no fault has a say in that."""
        self.selected = number
        self.emit({"event": "selected", "pset": number})
        self.announce_selection()

    def restart(self) -> None:
        """Switched on again: results and programs are kept, all else is as at first."""
        self.work = Work(self.vendor.batches, self.work.jobs)
        self.signals = Signals()
        self.selected, self.is_enabled = tool.FIRST_SELECTED, True
        self.identifiers = []
        self.emit({"event": "switched on"})

    def select_job(self, number: int) -> bool:
        """Begin a job with the first of its programs."""
        if number not in self.work.jobs:
            return False
        self.selected = self.work.begin(number)
        self.emit({"event": "job", "job": number, "pset": self.selected})
        return True

    def announce(self, subscription: int, make: Make, number: int = 0) -> None:
        """Tell everybody who subscribed (to this number); ``make`` gets the subscription."""
        for client in self.clients:
            client.announce(subscription, make, number)

    def announce_selection(self) -> None:
        self.announce(SELECTION, lambda asked: telegrams.selected(self, asked.revision))

    def announce_job(self) -> None:
        self.announce(JOB, lambda asked: telegrams.job_info(self, asked.revision))

    def enable(self, is_enabled: bool) -> None:
        self.is_enabled = is_enabled
        self.emit({"event": "enabled" if is_enabled else "disabled"})

    def identify(self, *identifiers: str) -> None:
        """These are the identifiers of what is tightened now."""
        self.identifiers = [self.vendor.text.sayable(text) for text in identifiers]
        self.emit({"event": "identifier", "vin": self.vin})
        self.announce(IDENTIFIER, lambda asked: telegrams.identifier(self, asked.revision))
        self.announce(IDENTIFIERS, lambda asked: telegrams.identifiers(self, asked.revision))

    def set_input(self, function: int, *, is_on: bool) -> None:
        """A digital input by its function: 26 is the running tool."""
        self.signals.input_functions[function] = is_on
        self.emit({"event": "input", "number": function, "on": is_on})
        self.announce(INPUT_FUNCTION, lambda a: telegrams.input_function(self, a), function)

    def set_relay(self, function: int, *, is_on: bool) -> None:
        """A relay by its function."""
        self.signals.relay_functions[function] = is_on
        self.emit({"event": "relay", "number": function, "on": is_on})
        self.announce(RELAY_FUNCTION, lambda a: telegrams.relay_function(self, a), function)

    def set_pin(self, number: int, *, is_on: bool) -> None:
        """One of the eight inputs that are watched from outside."""
        self.signals.inputs[number - 1] = int(is_on)
        self.announce(INPUTS, lambda _: telegrams.inputs(self))

    def lift(self, socket: int, *, is_lifted: bool) -> None:
        """A socket is taken from its tray, or put back."""
        self.signals.lifted[socket - 1] = is_lifted
        self.announce(SOCKETS, lambda _: telegrams.sockets(self))

    def set_manual(self, *, is_manual: bool) -> None:
        self.signals.is_manual = is_manual
        self.announce(MANUAL_MODE, lambda _: telegrams.manual_mode(self))

    def refuse_commands(self, code: int | None) -> None:
        """Refuse every command with this code, until told otherwise."""
        self.faults.commands_refused_with = code
        self.announce(COMMANDS_DISABLED, lambda _: telegrams.commands_disabled(self))

    def raise_alarm(self, code: str) -> None:
        self.signals.alarm = code
        self.announce(ALARM, lambda asked: telegrams.alarm(self, asked.revision))
        self.announce(ALARM_DETAILS, lambda _: telegrams.alarm_details(self))

    def clear_alarm(self) -> None:
        """The alarm is acknowledged, here or by the station."""
        code, self.signals.alarm = self.signals.alarm, None
        if code is not None:
            self.emit({"event": "alarm gone", "code": code})
            self.announce(ALARM, lambda a: telegrams.alarm_gone(code, a.revision))

    def other_spindles(self, first: tool.Rundown) -> list[tool.Rundown]:
        """What the spindles beside the first made of the same program."""
        found = []
        for _ in range(self.spindles - 1):
            torque, angle = tool.good_torque(self.rng, first.program), tool.good_angle(self.rng)
            is_ok = tool.is_within(first.program, torque, angle)
            found.append(replace(first, torque=torque, angle=angle, is_ok=is_ok))
        return found

    def tighten(
        self,
        torque: Decimal | None = None,
        angle: int | None = None,
        ok: bool | None = None,
        result_type: int = tool.TIGHTENING,
    ) -> None:
        """One rundown with the selected program, whether the tool is enabled or not."""
        if not self.vendor.results.are_made_without_client and not self.clients:
            self.emit({"event": "not kept", "why": "nobody is connected"})
            return
        rundown = self.shelf.add(self.rundown(torque, angle, ok, result_type))
        self._emit(rundown)
        self._tell(rundown, times=1 + self.faults.take_duplicates())
        self._after(rundown)

    def tighten_for_later(self) -> None:
        """A rundown of which nobody is told before the next subscription."""
        rundown = self.shelf.add(self.rundown())
        self._emit(rundown)
        self._late[rundown.result_id] = replace(rundown, is_late=True)

    def tighten_elsewhere(self, station: int) -> None:
        """A rundown of another virtual station, pushed here all the same."""
        rundown = self.shelf.add_foreign(self.rundown(), station)
        self._emit(rundown)
        self._tell(rundown)

    @property
    def late(self) -> tuple[tool.Rundown, ...]:
        """The results nobody has taken yet."""
        return tuple(self._late.values())

    def taken(self, result_id: int) -> None:
        """Somebody has acknowledged this result."""
        self._late.pop(result_id, None)
        self.emit({"event": "acknowledged", "result_id": str(result_id)})

    def rundown(
        self,
        torque: Decimal | None = None,
        angle: int | None = None,
        ok: bool | None = None,
        result_type: int = tool.TIGHTENING,
    ) -> tool.Rundown:
        """What the tool does now, without an id."""
        program = self.programs.get(self.selected, self.programs[tool.FIRST_SELECTED])
        torque = tool.good_torque(self.rng, program) if torque is None else torque
        angle = tool.good_angle(self.rng) if angle is None else angle
        is_ok = tool.is_within(program, torque, angle) if ok is None else ok
        percent, self.faults.wrong_limits_percent = self.faults.wrong_limits_percent, 0
        is_counted = result_type == tool.TIGHTENING
        count = self.work.count(self.selected, is_ok=is_ok) if is_counted else tool.NOT_COUNTED
        return tool.Rundown(
            result_id=0,
            program=program.shifted(percent) if percent else program,
            torque=torque,
            angle=angle,
            is_ok=is_ok,
            time=self.time(),
            vin=self.vin,
            result_type=result_type,
            count=count,
            identifiers=tuple(self.identifiers[1:]),
        )

    def _tell(self, rundown: tool.Rundown, *, times: int = 1) -> None:
        for client in self.clients:
            client.announce_result(rundown, times=times)
        if self.spindles > 1:
            self.announce(SPINDLE_STATUS, lambda _: spindle_status(self, rundown))

    def _emit(self, rundown: tool.Rundown) -> None:
        kind = "loosened" if rundown.result_type == tool.LOOSENING else "tightened"
        self.emit(
            {
                "event": kind,
                "result_id": str(rundown.result_id),
                "torque": str(rundown.torque),
                "angle": rundown.angle,
                "ok": rundown.is_ok,
            }
        )

    def _after(self, rundown: tool.Rundown) -> None:
        """What a batch's or a job's end brings with it."""
        if rundown.count.job:
            self.announce_job()
        if rundown.count.status not in {tool.BATCH_OK, tool.BATCH_NOK}:
            return
        following = self.work.next_program()
        if following is not None:
            self.select(following)
            self.announce_selection()
        elif self.vendor.selection.ends_with_batch:
            self.select(NOTHING_SELECTED)
            self.announce_selection()
        if self.locks_after_batch and following is None:
            self.enable(is_enabled=False)
            self.announce(BATCH_LOCKED, lambda _: telegrams.batch_locked(is_locked=True))
