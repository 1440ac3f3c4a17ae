"""Relays, digital inputs, socket selectors, and the exchange with a PLC."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.layout import (
    TO_THE_END,
    Layout,
    numbered,
    numbers,
    plain,
    records,
)
from device_drivers.open_protocol.tables.kinds import NOTHING, N, T

if TYPE_CHECKING:
    from collections.abc import Mapping

_POINT = plain(("function", N, 3), ("is_on", N, 1))
_DEVICE = plain(("device_number", N, 2))
_RELAY, _INPUT = plain(("relay", N, 3)), plain(("input", N, 3))
_LIGHTS = numbered(("device_number", N, 2), numbers("lights", 1, times=8))

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        (200, 1): plain(numbers("relays", 1, times=10)),
        (210, 1): NOTHING,
        (211, 1): plain(numbers("inputs", 1, times=8)),
        (212, 1): NOTHING,
        (213, 1): NOTHING,
        (214, 1): _DEVICE,
        (214, 2): _DEVICE,
        (215, 1): numbered(
            ("device_number", N, 2),
            records("relays", _POINT, times=8),
            records("inputs", _POINT, times=8),
        ),
        (215, 2): numbered(
            ("device_number", N, 2),
            ("relay_count", N, 2),
            records("relays", _POINT, "relay_count"),
            ("input_count", N, 2),
            records("inputs", _POINT, "input_count"),
        ),
        (216, 1): _RELAY,
        (217, 1): numbered(("relay", N, 3), ("is_on", N, 1)),
        (218, 1): NOTHING,
        (219, 1): _RELAY,
        (220, 1): _INPUT,
        (221, 1): numbered(("input", N, 3), ("is_on", N, 1)),
        (222, 1): NOTHING,
        (223, 1): _INPUT,
        (224, 1): _INPUT,
        (225, 1): _INPUT,
        (240, 1): plain(("user_text", T, TO_THE_END)),
        (241, 1): NOTHING,
        (242, 1): plain(("user_text", T, TO_THE_END)),
        (243, 1): NOTHING,
        (244, 1): NOTHING,
        (245, 1): plain(("offset", N, 3), ("user_text", T, TO_THE_END)),
        (250, 1): NOTHING,
        (251, 1): numbered(
            ("device_number", N, 2),
            ("socket_count", N, 2),
            numbers("sockets", 1, "socket_count"),
        ),
        (252, 1): NOTHING,
        (253, 1): NOTHING,
        (254, 1): _LIGHTS,
        (255, 1): _LIGHTS,
    }
)
