"""What the simulated controller says of itself: identity, programs, jobs, signals, modes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from device_drivers.open_protocol.simulator.fill import cut, fill
from device_drivers.open_protocol.simulator.subscriptions import number_in

if TYPE_CHECKING:
    from device_drivers.open_protocol.fields import Value
    from device_drivers.open_protocol.message import Message
    from device_drivers.open_protocol.simulator.shown import Shown
    from device_drivers.open_protocol.simulator.tightening import Program
    from device_drivers.open_protocol.simulator.vendor import Vendor
    from device_drivers.open_protocol.simulator.work import Job

CELL, CHANNEL, NAME = 1, 1, "Simulated controller"
CONTROLLER_SERIAL, TOOL_SERIAL = "SIM0001", "SIMTOOL-01"
CHANGED_AT = "2026-01-01:00:00:00"
CLOCKWISE = 1
#: What an alarm code is cut to in revision 1, and in the later ones.
SHORT_CODE, LONG_CODE = 4, 5
VIN_WIDTH = NAME_WIDTH = 25


def started(vendor: Vendor, revision: int) -> Message:
    """0002."""
    return fill(
        2,
        revision,
        {
            "cell_id": CELL if vendor.start.has_cell else None,
            "channel_id": CHANNEL,
            "controller_name": NAME,
            "supplier": vendor.start.supplier,
            "protocol_version": vendor.start.protocol,
            "controller_software": "simulator 1",
            "tool_software": "simulator 1",
            "rbu_type": "simulated",
            "controller_serial": CONTROLLER_SERIAL,
            "system_type": 1,
            "system_subtype": 1,
            "sequence_support": int(vendor.acknowledging.is_link_level),
            "linking_support": 0,
            "station_id": 1,
            "station_name": NAME,
            "client_id": "1",
            "optional_keep_alive": int(not vendor.silence_s),
        },
    )


def tool_description(controller: Shown, revision: int) -> Message:
    """0041."""
    made = len(controller.shelf.kept)
    return fill(
        41,
        revision,
        {
            "tool_serial": TOOL_SERIAL,
            "tightenings": made,
            "calibrated_at": CHANGED_AT,
            "controller_serial": CONTROLLER_SERIAL,
            "calibration_value": Decimal(100),
            "serviced_at": CHANGED_AT,
            "tightenings_since_service": made,
            "tool_type": 2,
            "controller_software": "simulator 1",
            "tool_max_torque": Decimal(90),
            "primary_tool": 1,
            "tool_model": "SIMTOOL",
            "tool_number": 1,
        },
    )


def clock(time: str) -> Message:
    """0081."""
    return fill(81, 1, {"time": time})


def selected(controller: Shown, revision: int) -> Message:
    """0015: nothing selected is program 0."""
    program = controller.programs.get(controller.selected)
    values: dict[str, Value] = {"pset": 0, "pset_changed_at": CHANGED_AT}
    if program is not None:
        values |= _program_values(controller, program)
        values["pset"] = controller.index(program.number)
    return fill(15, revision, values)


def program_list(controller: Shown, revision: int) -> Message:
    """0011."""
    numbers = tuple(sorted(controller.programs))
    return fill(
        11,
        revision,
        {
            "pset_count": len(numbers),
            "psets": numbers,
            "stages": (1,) * len(numbers),
            "types": ({"type": "1"},) * len(numbers),
            "changes": ({"changed_at": CHANGED_AT},) * len(numbers),
        },
    )


def program(controller: Shown, shown: Program, revision: int) -> Message:
    """0013: with the limits."""
    return fill(13, revision, _program_values(controller, shown))


def batch_locked(*, is_locked: bool) -> Message:
    """0022."""
    return fill(22, 1, {"is_locked": int(is_locked)})


def job_list(controller: Shown, revision: int) -> Message:
    """0031."""
    return fill(31, revision, {"jobs": tuple(sorted(controller.work.jobs))})


def job(shown: Job, revision: int) -> Message:
    """0033."""
    steps: tuple[dict[str, Value], ...] = tuple(
        {
            "channel_id": CHANNEL,
            "pset": step.program,
            "auto_select": 1,
            "batch_size": step.size,
            "socket": 0,
            "step_name": f"Program {step.program}",
            "step_type": 0,
            "step_option": 0,
        }
        for step in shown.steps
    )
    return fill(
        33,
        revision,
        {
            "job_id": shown.number,
            "job_name": cut(shown.name, NAME_WIDTH),
            "forced_order": 1,
            "seconds_to_first": 0,
            "seconds_to_complete": 0,
            "batch_mode": 0,
            "lock_at_done": 0,
            "uses_line_control": 0,
            "repeats": 0,
            "loosening": 0,
            "reserved": 0,
            "step_count": len(steps),
            "steps": steps,
        },
    )


def job_info(controller: Shown, revision: int) -> Message:
    """0035."""
    work = controller.work
    return fill(
        35,
        revision,
        {
            "job_id": work.job,
            "job_status": int(work.status),
            "batch_mode": 0,
            "batch_size": work.size(controller.selected),
            "batch_counter": work.counter,
            "time": controller.time(),
            "vin": controller.vin and cut(controller.vin, VIN_WIDTH),
        },
    )


def identifier(controller: Shown, revision: int) -> Message:
    """0052: in revision 2 all four parts."""
    return fill(52, revision, _identifier_values(controller))


def identifiers(controller: Shown, revision: int) -> Message:
    """0152: the parts of the work order's identifier and what became of them."""
    parts: list[dict[str, Value]] = []
    for number in range(1, 5):
        known = controller.identifiers[number - 1 : number]
        parts.append(
            {
                "parameter_id": number,
                "identifier_type": number,
                "is_included": 1,
                "part_status": int(bool(known)),
                "result": cut(known[0], VIN_WIDTH) if known else None,
            }
        )
    return fill(152, revision, {"parts": tuple(parts)})


def alarm(controller: Shown, revision: int) -> Message:
    """0071."""
    return fill(71, revision, _alarm_values(controller, revision))


def alarm_details(controller: Shown) -> Message:
    """1000: the alarm with more to say of it."""
    code = controller.signals.alarm or ""
    values: dict[str, Value] = {
        "code": code[:LONG_CODE],
        "time": controller.time(),
        "parameters": (),
    }
    return fill(1000, 1, values)


def alarm_gone(code: str, revision: int) -> Message:
    """0074: acknowledged at the controller."""
    width = SHORT_CODE if revision == 1 else LONG_CODE
    return fill(74, min(revision, 2), {"code": code[:width]})


def alarm_status(controller: Shown, revision: int) -> Message:
    """0076."""
    return fill(76, revision, _alarm_values(controller, revision))


def inputs(controller: Shown) -> Message:
    """0211."""
    return fill(211, 1, {"inputs": tuple(controller.signals.inputs)})


def io_status(controller: Shown, revision: int) -> Message:
    """0215: every relay and input with the function it is wired to."""
    signals = controller.signals
    relays = tuple({"function": n, "is_on": int(s == 1)} for n, s in enumerate(signals.relays, 1))
    pins = tuple({"function": n, "is_on": s} for n, s in enumerate(signals.inputs, 1))
    most = 8 if revision == 1 else len(relays)
    return fill(
        215,
        revision,
        {
            "device_number": 0,
            "relay_count": len(relays[:most]),
            "relays": relays[:most],
            "input_count": len(pins),
            "inputs": pins,
        },
    )


def relay_function(controller: Shown, asked: Message) -> Message:
    """0217, for the function that was asked for."""
    number = number_in(asked)
    is_on = controller.signals.relay_functions.get(number, False)
    return fill(217, 1, {"relay": number, "is_on": int(is_on)})


def input_function(controller: Shown, asked: Message) -> Message:
    """0221, for the function that was asked for."""
    number = number_in(asked)
    is_on = controller.signals.input_functions.get(number, False)
    return fill(221, 1, {"input": number, "is_on": int(is_on)})


def sockets(controller: Shown) -> Message:
    """0251."""
    lifted = tuple(int(is_lifted) for is_lifted in controller.signals.lifted)
    return fill(251, 1, {"device_number": 1, "socket_count": len(lifted), "sockets": lifted})


def manual_mode(controller: Shown) -> Message:
    """0401."""
    return fill(401, 1, {"is_manual": int(controller.signals.is_manual)})


def commands_disabled(controller: Shown) -> Message:
    """0421."""
    is_disabled = controller.faults.commands_refused_with is not None
    return fill(421, 1, {"is_disabled": int(is_disabled)})


def _program_values(controller: Shown, program: Program) -> dict[str, Value]:
    return {
        "pset": program.number,
        "pset_name": f"Program {program.number}",
        "rotation": CLOCKWISE,
        "batch_size": min(99, controller.work.sizes.get(program.number, 0)),
        "torque_min": program.torque_min,
        "torque_max": program.torque_max,
        "torque_target": program.torque_target,
        "angle_min": program.angle_min,
        "angle_max": program.angle_max,
        "angle_target": 0,
        "pset_changed_at": CHANGED_AT,
    }


def _identifier_values(controller: Shown) -> dict[str, Value]:
    known = [cut(text, VIN_WIDTH) for text in controller.identifiers]
    named: dict[str, Value] = {f"identifier_{n}": text for n, text in enumerate(known[1:], 2)}
    return named | {"vin": known[0] if known else None}


def _alarm_values(controller: Shown, revision: int) -> dict[str, Value]:
    code, width = controller.signals.alarm, SHORT_CODE if revision == 1 else LONG_CODE
    return {
        "is_active": int(code is not None),
        "code": code and code[:width],
        "controller_ready": 1,
        "tool_ready": int(code is None),
        "tool_health": 1 if code is None else 0,
        "text": code and f"Alarm {code}",
        "time": controller.time(),
    }
