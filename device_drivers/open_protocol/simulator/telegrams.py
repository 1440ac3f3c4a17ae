"""The results of the simulated controller, in every form they can be subscribed to."""

from __future__ import annotations

import struct
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from device_drivers.open_protocol.fields import Value, serialise
from device_drivers.open_protocol.message import TRACE, Message, build
from device_drivers.open_protocol.simulator import tightening
from device_drivers.open_protocol.simulator.fill import cut, fill
from device_drivers.open_protocol.simulator.state_telegrams import (
    CELL,
    CHANGED_AT,
    CHANNEL,
    NAME,
    TOOL_SERIAL,
    VIN_WIDTH,
)
from device_drivers.open_protocol.simulator.subscriptions import OPERATION, RESULT, SPINDLES
from device_drivers.open_protocol.simulator.vendor import Vendor
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.simulator.shown import Shown
    from device_drivers.open_protocol.simulator.tightening import Program, Rundown

#: The telegrams of one result for one subscription, in their order.
Form: TypeAlias = "Callable[[Shown, Rundown, Message], Sequence[Message]]"

ANGLE, TORQUE = 1, 2
NEWTON_METRES, DEGREES = 1, 50
#: Scale of the samples: divided by the first, or multiplied by the second.
DIVISOR, FACTOR = "02213", "02214"
FLOAT, INTEGER, TEXT, TIME = 3, 1, 4, 5
#: An index in the extra data of 0006 and 0008.
INDEX_WIDTH = 10
#: Two bytes hold 327.67 N.m in hundredths.
FINE_UP_TO = 300.0
#: Bit 18 of the second error word, counted from 0: made while nobody could be told.
LATE_BIT = 18
_SPECIFIED = Vendor(title="Specification")


def result(rundown: Rundown, revision: int, vendor: Vendor = _SPECIFIED) -> Message:
    """0061."""
    return fill(61, revision, _values(rundown, vendor))


def old_result(rundown: Rundown, revision: int, vendor: Vendor = _SPECIFIED) -> Message:
    """0065: shorter than 0061, in every revision."""
    return fill(65, revision, _values(rundown, vendor))


def traces(
    rundown: Rundown,
    curve: tuple[Sequence[float], Sequence[float]],
    vendor: Vendor = _SPECIFIED,
) -> dict[int, Message]:
    """0900, one for each kind of trace."""
    angles, torques = (_thinned(samples, vendor.traces.most_samples) for samples in curve)
    step = 0.01 if max(torques) < FINE_UP_TO else 1.0
    return {
        ANGLE: _trace(rundown, (ANGLE, DEGREES), angles, 0.1, vendor),
        TORQUE: _trace(rundown, (TORQUE, NEWTON_METRES), torques, step, vendor),
    }


def _trace(
    rundown: Rundown,
    kind_and_unit: tuple[int, int],
    samples: Sequence[float],
    step: float,
    vendor: Vendor,
) -> Message:
    kind, unit = kind_and_unit
    counts = [max(-32768, min(32767, round(sample / step))) for sample in samples]
    divides = vendor.traces.divides
    scale = f"{1 / step if divides else step:g}"
    values: dict[str, Value] = {
        "result_id": f"{rundown.result_id:010d}",
        "time": rundown.time,
        "parameters": (),
        "kind": kind,
        "transducer": "00",
        "unit": unit,
        "trace_parameters": (parameter(DIVISOR if divides else FACTOR, scale, FLOAT, unit),),
        "resolutions": (),
        "samples": len(counts),
    }
    head = serialise(LAYOUTS[TRACE, 1], values)
    return build(TRACE, head + b"\0" + struct.pack(f">{len(counts)}h", *counts))


def parameter(pid: str, value: str, kind: int, unit: int = 0) -> Mapping[str, Value]:
    """A variable field."""
    return {
        "pid": pid,
        "length": len(value.encode()),
        "type": kind,
        "unit": unit,
        "step": 0,
        "value": value,
    }


def trace_limits(rundown: Rundown) -> Message:
    """0901: the limits that a curve is drawn with."""
    values: dict[str, Value] = {
        "result_id": f"{rundown.result_id:010d}",
        "time": rundown.time,
        "parameters": _limits(rundown.program),
    }
    return fill(901, 1, values)


def _thinned(samples: Sequence[float], most: int) -> Sequence[float]:
    """Every so many of them; the last is always there."""
    if not most or len(samples) <= most:
        return samples
    last = len(samples) - 1
    return [samples[round(i * last / (most - 1))] for i in range(most)]


def _as_result(controller: Shown, rundown: Rundown, asked: Message) -> list[Message]:
    message = result(rundown, asked.revision, controller.vendor)
    return [_from_station(message, rundown.station)]


def _as_spindles(controller: Shown, rundown: Rundown, asked: Message) -> list[Message]:
    return [spindles(controller, rundown, asked.revision)]


def spindles(controller: Shown, rundown: Rundown, revision: int) -> Message:
    """0101: the first spindle's values, and what the others scattered around them."""
    every = [rundown, *controller.other_spindles(rundown)]
    values = _values(rundown, controller.vendor) | {
        "spindle_count": len(every),
        "sync_tightening_id": rundown.result_id % 65536,
        "status": int(all(one.is_ok for one in every)),
        "system_subtype": 1,
        "spindles": tuple(
            {
                "spindle": number,
                "channel_id": number,
                "status": int(one.is_ok),
                "torque_status": one.torque_status,
                "torque": one.torque,
                "angle_status": one.angle_status,
                "angle": one.angle,
            }
            for number, one in enumerate(every, start=1)
        ),
    }
    return fill(101, revision, values)


def spindle_status(controller: Shown, rundown: Rundown) -> Message:
    """0091."""
    every = [rundown, *controller.other_spindles(rundown)]
    return fill(
        91,
        1,
        {
            "spindle_count": len(every),
            "sync_tightening_id": rundown.result_id % 65536,
            "time": rundown.time,
            "status": int(all(one.is_ok for one in every)),
            "spindles": tuple(
                {"spindle": number, "channel_id": number, "status": int(one.is_ok)}
                for number, one in enumerate(every, start=1)
            ),
        },
    )


def _as_operation(controller: Shown, rundown: Rundown, _asked: Message) -> list[Message]:
    """1201 with what it was about, then 1202 with the values of its one object."""
    values: dict[str, Value] = {
        "messages": 2,
        "message": 2,
        "result_id": rundown.result_id,
        "object_id": 1,
        "parameters": _measured(rundown),
    }
    about = _about(controller, rundown)
    return [_overall(rundown, about, messages=2), fill(1202, 1, values)]


def _overall(
    rundown: Rundown, parameters: tuple[Mapping[str, Value], ...], *, messages: int
) -> Message:
    return fill(
        1201,
        1,
        {
            "messages": messages,
            "message": 1,
            "result_id": rundown.result_id,
            "time": rundown.time,
            "status": int(rundown.is_ok),
            "operation": rundown.result_type,
            "objects": ({"object_id": 1, "object_status": int(rundown.is_ok)},),
            "parameters": parameters,
        },
    )


def _about(controller: Shown, rundown: Rundown) -> tuple[Mapping[str, Value], ...]:
    number = rundown.program.number
    return (
        parameter("03000", rundown.vin or "", TEXT),
        parameter("01000", str(controller.index(number)), INTEGER),
        parameter("01001", f"Program {number}", TEXT),
    )


def _measured(rundown: Rundown) -> tuple[Mapping[str, Value], ...]:
    return (
        parameter("30230", f"{rundown.torque}", FLOAT, NEWTON_METRES),
        parameter("30231", str(rundown.angle), FLOAT, DEGREES),
        parameter("30200", str(rundown.torque_status), INTEGER),
        parameter("30201", str(rundown.angle_status), INTEGER),
        parameter("30237", f"{rundown.program.torque_target}", FLOAT, NEWTON_METRES),
        *_limits(rundown.program),
    )


def _limits(program: Program) -> tuple[Mapping[str, Value], ...]:
    return (
        parameter("30238", f"{program.torque_min}", FLOAT, NEWTON_METRES),
        parameter("30239", f"{program.torque_max}", FLOAT, NEWTON_METRES),
        parameter("30241", str(program.angle_min), FLOAT, DEGREES),
        parameter("30242", str(program.angle_max), FLOAT, DEGREES),
    )


def old_operation(controller: Shown, values: Values) -> Message | None:
    """1201 by its index, everything in one telegram; 0 is the newest."""
    index = str(values.get("extra") or "")[:INDEX_WIDTH]
    rundown = controller.shelf.find(int(index)) if index.isdecimal() else None
    if rundown is None:
        return None
    parameters = _about(controller, rundown) + _measured(rundown)
    return _overall(rundown, parameters, messages=1)


def offline_count(controller: Shown, _values: Values) -> Message:
    """0066: how many results wait for whoever asks."""
    return fill(66, 1, {"offline": f"{min(99, len(controller.shelf.kept)):02d}"})


def result_list(controller: Shown, _values: Values) -> Message:
    """0067: the newest results in a few words, newest first."""
    newest = reversed(controller.shelf.kept[-99:])
    rows: tuple[Mapping[str, Value], ...] = tuple(
        {"index": kept.result_id, "time": kept.time, "status": int(kept.is_ok)} for kept in newest
    )
    return fill(67, 1, {"results": rows})


#: By the MID a client asks for with 0006; None when there is no such result.
REQUESTED: Mapping[int, Callable[[Shown, Values], Message | None]] = MappingProxyType(
    {66: offline_count, 67: result_list, OPERATION: old_operation}
)
#: By subscription.
FORMS: Mapping[int, Form] = MappingProxyType(
    {RESULT: _as_result, SPINDLES: _as_spindles, OPERATION: _as_operation}
)


def _values(rundown: Rundown, vendor: Vendor) -> dict[str, Value]:
    values = _identity_values(rundown, vendor) | _measured_values(rundown)
    return {name: value for name, value in values.items() if name not in vendor.results.blank}


def _identity_values(rundown: Rundown, vendor: Vendor) -> dict[str, Value]:
    program, count = rundown.program, rundown.count
    return {
        "cell_id": CELL if vendor.start.has_cell else None,
        "channel_id": CHANNEL,
        "controller_name": NAME,
        "station_id": rundown.station,
        "station_name": f"{NAME} {rundown.station}",
        "vin": rundown.vin and cut(rundown.vin, VIN_WIDTH),
        **{
            f"identifier_{n}": cut(text, VIN_WIDTH)
            for n, text in enumerate(rundown.identifiers, start=2)
        },
        "job_id": count.job,
        "job_sequence": count.sequence,
        "pset": vendor.selection.index(program.number),
        "pset_name": f"Program {program.number}",
        "pset_changed_at": CHANGED_AT,
        "batch_size": count.size,
        "batch_counter": count.counter,
        "batch_status": count.status,
        "tightening_id": rundown.result_id,
        "sync_tightening_id": 0,
        "tool_serial": TOOL_SERIAL,
        "time": rundown.time,
        "result_type": rundown.result_type,
        "stages": 0,
        "stage_count": 0,
        "stage_results": (),
    }


def _measured_values(rundown: Rundown) -> dict[str, Value]:
    program = rundown.program
    return {
        "strategy": 1,
        "strategy_options": "00000",
        "status": int(rundown.is_ok),
        "torque_status": rundown.torque_status,
        "angle_status": rundown.angle_status,
        "rundown_angle_status": tightening.WITHIN,
        "current_status": tightening.WITHIN,
        "self_tap_status": tightening.WITHIN,
        "prevail_monitoring_status": tightening.WITHIN,
        "prevail_compensate_status": tightening.WITHIN,
        "error_status": "0000000000",
        "error_status_2": f"{1 << LATE_BIT if rundown.is_late else 0:010d}",
        "torque_min": program.torque_min,
        "torque_max": program.torque_max,
        "torque_target": program.torque_target,
        "torque": rundown.torque,
        "angle_min": program.angle_min,
        "angle_max": program.angle_max,
        "angle_target": 0,
        "angle": rundown.angle,
        "torque_unit": 1,
        "final_angle": Decimal(rundown.angle),
    }


def _from_station(message: Message, station: int) -> Message:
    """With the station in the header, where it is not the first."""
    if station == 1:
        return message
    return Message(message.frame[:12] + b"%02d" % station + message.frame[14:])


def all_of(controller: Shown, rundown: Rundown, kinds: Iterable[int]) -> list[Message]:
    """The traces of these kinds, as far as there are such."""
    curve = tightening.curve(controller.rng, rundown)
    known = traces(rundown, curve, controller.vendor)
    return [known[kind] for kind in sorted(kinds) if kind in known]
