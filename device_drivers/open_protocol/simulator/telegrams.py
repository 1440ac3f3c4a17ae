"""The telegrams of the simulated controller, filled from its rundowns."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from device_drivers.open_protocol.fields import Value, serialise
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.trace import ANGLE, TORQUE, build_trace

if TYPE_CHECKING:
    from collections.abc import Sequence

    from device_drivers.open_protocol.simulator.tightening import Rundown

CELL, CHANNEL, NAME = 1, 1, "Simulated controller"
CONTROLLER_SERIAL, TOOL_SERIAL = "SIM0001", "SIMTOOL-01"
#: Two bytes hold 327.67 N.m in hundredths.
FINE_UP_TO = 300.0
NEWTON_METRES, DEGREES = 1, 50
CHANGED_AT = "2026-01-01:00:00:00"

_IDENTITY: dict[str, Value] = {
    "cell_id": CELL,
    "channel_id": CHANNEL,
    "controller_name": NAME,
    "supplier": "ASB",
    "protocol_version": "R2.16",
    "controller_software": "simulator 1",
    "tool_software": "simulator 1",
    "rbu_type": "simulated",
    "controller_serial": CONTROLLER_SERIAL,
    "system_type": 1,
    "system_subtype": 1,
    "sequence_support": 0,
    "linking_support": 0,
    "station_id": 1,
    "station_name": NAME,
    "client_id": 1,
    "optional_keep_alive": 0,
}
#: What this controller does not measure: blank on the wire.
_UNUSED: dict[str, Value] = dict.fromkeys(
    (
        "rundown_angle_min",
        "rundown_angle_max",
        "rundown_angle",
        "current_min",
        "current_max",
        "current",
        "self_tap_min",
        "self_tap_max",
        "self_tap_torque",
        "prevail_min",
        "prevail_max",
        "prevail_torque",
        "identifier_2",
        "identifier_3",
        "identifier_4",
        "customer_error",
        "prevail_compensate_value",
        "compensated_angle",
    )
)


def started(revision: int) -> Message:
    """0002."""
    return _fill(2, revision, _IDENTITY)


def tool_description(tightenings: int) -> Message:
    """0041."""
    return _fill(
        41,
        1,
        {
            "tool_serial": TOOL_SERIAL,
            "tightenings": tightenings,
            "calibrated_at": CHANGED_AT,
            "controller_serial": CONTROLLER_SERIAL,
        },
    )


def selected(program: int) -> Message:
    """0015."""
    return _fill(15, 1, {"pset": program, "pset_changed_at": CHANGED_AT})


def program_list(numbers: Sequence[int]) -> Message:
    """0011."""
    return _fill(11, 1, {"psets": tuple(sorted(numbers))})


def identifier(vin: str) -> Message:
    """0052."""
    return _fill(52, 1, {"vin": vin[:25]})


def clock(time: str) -> Message:
    """0081."""
    return _fill(81, 1, {"time": time})


def alarm(code: str, time: str) -> Message:
    """0071."""
    return _fill(71, 1, {"code": code, "controller_ready": 1, "tool_ready": 0, "time": time})


def result(rundown: Rundown, revision: int) -> Message:
    """0061."""
    return _fill(61, revision, _values(rundown))


def old_result(rundown: Rundown, revision: int) -> Message:
    """0065: shorter than 0061, in every revision."""
    return _fill(65, revision, _values(rundown))


def traces(
    rundown: Rundown, angles: Sequence[float], torques: Sequence[float]
) -> dict[int, Message]:
    """0900, one for each kind of trace."""
    return {
        ANGLE: build_trace(
            rundown.result_id,
            time=rundown.time,
            kind=ANGLE,
            unit=DEGREES,
            samples=angles,
            step=0.1,
        ),
        TORQUE: build_trace(
            rundown.result_id,
            time=rundown.time,
            kind=TORQUE,
            unit=NEWTON_METRES,
            samples=torques,
            step=0.01 if max(torques) < FINE_UP_TO else 1.0,
        ),
    }


def _values(rundown: Rundown) -> dict[str, Value]:
    program = rundown.program
    return _UNUSED | {
        "cell_id": CELL,
        "channel_id": CHANNEL,
        "controller_name": NAME,
        "vin": rundown.vin,
        "job_id": 0,
        "pset": program.number,
        "strategy": 1,
        "strategy_options": "00000",
        "batch_size": 0,
        "batch_counter": 0,
        "status": int(rundown.is_ok),
        "batch_status": 2,
        "torque_status": rundown.torque_status,
        "angle_status": rundown.angle_status,
        "rundown_angle_status": 1,
        "current_status": 1,
        "self_tap_status": 1,
        "prevail_monitoring_status": 1,
        "prevail_compensate_status": 1,
        "error_status": "0000000000",
        "torque_min": program.torque_min,
        "torque_max": program.torque_max,
        "torque_target": program.torque_target,
        "torque": rundown.torque,
        "angle_min": program.angle_min,
        "angle_max": program.angle_max,
        "angle_target": 0,
        "angle": rundown.angle,
        "tightening_id": rundown.result_id,
        "job_sequence": 0,
        "sync_tightening_id": 0,
        "tool_serial": TOOL_SERIAL,
        "time": rundown.time,
        "pset_changed_at": CHANGED_AT,
        "pset_name": f"Program {program.number}",
        "torque_unit": 1,
        "result_type": rundown.result_type,
        "error_status_2": "0000000000",
        "final_angle": Decimal(rundown.angle),
    }


def _fill(mid: int, revision: int, values: dict[str, Value]) -> Message:
    return build(mid, serialise(LAYOUTS[mid, revision], values), revision=revision)
