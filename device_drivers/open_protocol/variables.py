"""Variable fields: a parameter's number with a value whose type and unit it says itself."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from device_drivers.open_protocol.fields import Value, Values

#: Whole numbers, a float, and the scientific float of the MicroTorque Focus 6000.
UNSIGNED, SIGNED, FLOAT, TEXT, TIME, BOOLEAN, HEXADECIMAL, SCIENTIFIC = 1, 2, 3, 4, 5, 6, 7, 90
_NUMBERS = frozenset({UNSIGNED, SIGNED, FLOAT, SCIENTIFIC})

#: UCUM codes.  Not the enumeration of MID 0061's parameter 48.
UNITS: Mapping[int, str] = MappingProxyType(
    {
        1: "N.m",
        2: "[lbf_av].[ft_i]",
        3: "cN.m",
        6: "[lbf_av].[in_i]",
        7: "kgf.m",
        12: "mN.m",
        50: "deg",
    }
)


@dataclass(frozen=True, slots=True)
class Parameter:
    """One variable field; ``text`` is its value as it came."""

    pid: str
    text: str
    type: int = TEXT
    unit: int = 0
    step: int = 0

    @property
    def number(self) -> Decimal | None:
        """The value with the device's own resolution; None when it is no number."""
        if self.type == HEXADECIMAL:
            return _hexadecimal(self.text)
        if self.type not in _NUMBERS:
            return None
        try:
            number = Decimal(self.text.strip())
        except InvalidOperation:
            return None
        return number if number.is_finite() else None

    @property
    def record(self) -> dict[str, Value]:
        """As the tables have it."""
        return {
            "pid": self.pid,
            "type": self.type,
            "unit": self.unit,
            "step": self.step,
            "value": self.text,
        }


def parameters(values: Values, name: str = "parameters") -> list[Parameter]:
    """The variable fields of a telegram."""
    found = values.get(name)
    records = found if isinstance(found, tuple) else ()
    return [_parameter(record) for record in records if not isinstance(record, int | None)]


def _parameter(record: Values) -> Parameter:
    return Parameter(
        pid=str(record.get("pid") or ""),
        text=str(record.get("value") or ""),
        type=_whole(record.get("type")),
        unit=_whole(record.get("unit")),
        step=_whole(record.get("step")),
    )


def _whole(value: Value) -> int:
    return value if isinstance(value, int) else 0


def _hexadecimal(text: str) -> Decimal | None:
    try:
        return Decimal(int(text.strip(), 16))
    except ValueError:
        return None
