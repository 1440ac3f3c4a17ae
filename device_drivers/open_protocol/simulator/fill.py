"""Builds a telegram of the controller's from values by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from device_drivers.open_protocol.fields import serialise
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from device_drivers.open_protocol.fields import Value


def fill(mid: int, revision: int, values: Mapping[str, Value]) -> Message:
    """What is not given is blank: a controller that does not support the field."""
    return build(mid, serialise(LAYOUTS[mid, revision], values), revision=revision)


def cut(text: str, width: int) -> str:
    """As much of ``text`` as fits into ``width`` bytes: never half a character."""
    return text.encode()[:width].decode(errors="ignore")
