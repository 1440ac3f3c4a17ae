"""Limits can be written in every unit in which a device tells its values."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from app.authoring.units import ANGLE, TORQUE, UNITS
from device_drivers.opcua.joining_results import _UNITS as JOINING
from device_drivers.open_protocol.results import TORQUE_UNITS
from device_drivers.open_protocol.variables import UNITS as VARIABLE
from device_drivers.serial.scale import _UCUM as SCALE
from device_drivers.serial.wrench import _UCUM as WRENCH


@pytest.mark.parametrize(
    ("reported", "allowed"),
    [
        (set(TORQUE_UNITS.values()) - {"%"}, TORQUE),
        (VARIABLE.values(), TORQUE + ANGLE),
        (JOINING.values(), TORQUE + ANGLE),
        (WRENCH.values(), UNITS),
        (SCALE.values(), UNITS),
    ],
    ids=["open protocol", "variable fields", "joining", "wrench", "scale"],
)
def test_a_unit_that_a_device_reports_can_have_limits(
    reported: Collection[str], allowed: Collection[str]
) -> None:
    assert set(reported) <= set(allowed)
