"""The arguments of a control line, checked: each mistake is one sentence."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator.tightening import HUNDREDTH

if TYPE_CHECKING:
    from collections.abc import Collection

    from device_drivers.simulator_control import Command

#: What the fields of a result telegram can hold.
MAX_TORQUE, MAX_WHOLE = 9000, 9_999_999_999
MAX_SECONDS = 86_400


def decimal(command: Command, key: str) -> Decimal:
    """A torque."""
    message = f'"{command["do"]}" needs "{key}", a number from 0 to {MAX_TORQUE}, such as "25.10".'
    try:
        number = Decimal(str(command.get(key))).quantize(HUNDREDTH)
    except InvalidOperation as error:
        raise InvalidInput(message) from error
    if not 0 <= number <= MAX_TORQUE:
        raise InvalidInput(message)
    return number


def whole(
    command: Command,
    key: str,
    default: int | None = None,
    *,
    least: int = 0,
    most: int = MAX_WHOLE,
) -> int:
    """A whole number."""
    number = command.get(key, default)
    if isinstance(number, bool) or not isinstance(number, int) or not least <= number <= most:
        message = f'"{command["do"]}" needs "{key}", a whole number from {least} to {most}.'
        raise InvalidInput(message)
    return number


def seconds(command: Command, default: float = 0, *, least: float = 0) -> float:
    """A span of time; ``least`` is negative where a clock may go back."""
    value = command.get("seconds", default)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if not is_number or not least <= value <= MAX_SECONDS * 366 * 100:
        message = f'"{command["do"]}" takes "seconds", a number such as 2.'
        raise InvalidInput(message)
    return float(value)


def flag(command: Command, key: str, default: bool | None) -> bool | None:
    """True or false; ``default`` when it is not there."""
    value = command.get(key, default)
    if not isinstance(value, bool | None):
        message = f'"{key}" must be true or false.'
        raise InvalidInput(message)
    return value


def one_of(command: Command, key: str, known: Collection[str], default: str) -> str:
    """One of a few words."""
    value = command.get(key, default)
    if value not in known:
        words = ", ".join(sorted(known))
        message = f'"{command["do"]}" takes "{key}" as one of {words}; got {value!r}.'
        raise InvalidInput(message)
    return str(value)


def text(command: Command, key: str, *, most: int) -> str:
    """Some text that fits."""
    value = command.get(key)
    if not isinstance(value, str) or not value or len(value) > most:
        message = f'"{command["do"]}" needs "{key}", a text of 1 to {most} characters.'
        raise InvalidInput(message)
    return value
