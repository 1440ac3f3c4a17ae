"""Where a Modbus device keeps its value: a register map out of a TOML file."""

from __future__ import annotations

import struct
import tomllib
from decimal import Decimal
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from app.domain.errors import InvalidInput
from device_drivers.serial.decoded import Faulty, Measured

if TYPE_CHECKING:
    from collections.abc import Sequence

Table = Literal["holding", "input", "coil", "discrete"]
_LAYOUTS = {
    "int16": ">h",
    "uint16": ">H",
    "int32": ">i",
    "uint32": ">I",
    "float32": ">f",
}


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """One coil or register, counted from 0 as on the wire; of a register one ``bit``."""

    table: Table
    address: int
    bit: int = 0


class ValuePlace(Struct, frozen=True, forbid_unknown_fields=True):
    """One number and how to read it.

    ``scale`` is what one count is worth, with the digits the device shows.  A ``float32`` needs
    ``decimals`` instead: how many of its digits mean something.  ``none`` are the counts by
    which the device says that it has no value.
    """

    name: str
    address: int
    unit: str
    type: Literal["int16", "uint16", "int32", "uint32", "float32"] = "int16"
    table: Literal["holding", "input"] = "holding"
    low_word_first: bool = False
    scale: Decimal = Decimal(1)
    decimals: int | None = None
    none: tuple[int, ...] = ()

    @property
    def count(self) -> int:
        """How many registers it takes."""
        return struct.calcsize(_LAYOUTS[self.type]) // 2

    def read(self, registers: Sequence[int]) -> Measured | Faulty:
        """The value in ``registers``."""
        words = reversed(registers) if self.low_word_first else registers
        raw = b"".join(word.to_bytes(2, "big") for word in words)
        (number,) = struct.unpack(_LAYOUTS[self.type], raw)
        if number in self.none:
            return Faulty(f"The device has no {self.name} now (it says {number}); measure again.")
        if self.decimals is None:
            return Measured(Decimal(number) * self.scale, self.unit)
        value = Decimal(number)
        if not value.is_finite():
            return Faulty(f"The device has no {self.name} now (it says {number}); measure again.")
        return Measured(round(value * self.scale, self.decimals), self.unit)


class UnitPlace(Struct, frozen=True, forbid_unknown_fields=True):
    """The register in which a device tells the unit it measures in; UCUM unit by its code."""

    address: int
    codes: dict[str, str]
    table: Literal["holding", "input"] = "holding"


class RegisterMap(Struct, frozen=True, forbid_unknown_fields=True):
    """One kind of device.

    A value is new when ``ready`` rises; ``taken`` is written once the value is durable here, and
    withdrawn when ``ready`` has fallen.  Without ``ready`` a value is only read when asked for.
    ``fault`` set means that the value must not be believed.  ``told_unit`` must be the unit of
    the first value: a key on the device can change it.
    """

    value: tuple[ValuePlace, ...]
    kind: Literal["measurement", "weight"] = "measurement"
    ready: Place | None = None
    taken: Place | None = None
    fault: Place | None = None
    told_unit: UnitPlace | None = None
    every_s: float = 0.1


def load_map(name: str) -> RegisterMap:
    """The map ``name``: one that comes with the software, or the path of a file.

    Raises:
        InvalidInput: there is none, or it is wrong; the message says where.
    """
    text = _text(name)
    try:
        found = msgspec.convert(tomllib.loads(text), RegisterMap)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        message = f"The register map {name} is wrong: {error}."
        raise InvalidInput(message) from error
    problem = _problem(found)
    if problem:
        message = f"The register map {name} is wrong: {problem}."
        raise InvalidInput(message)
    return found


def _text(name: str) -> str:
    if not name.endswith(".toml"):
        folder = resources.files("device_drivers.serial.modbus") / "profiles"
        path = folder / f"{name}.toml"
        if path.is_file():
            return path.read_text("utf-8")
        known = sorted(p.name.removesuffix(".toml") for p in folder.iterdir())
        message = f"There is no register map {name!r}; use {', '.join(known)} or a .toml file."
        raise InvalidInput(message)
    try:
        return Path(name).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        message = f"The register map {name} cannot be read: {error}."
        raise InvalidInput(message) from error


def _problem(found: RegisterMap) -> str | None:
    if not found.value:
        return "it has no [[value]]"
    for value in found.value:
        if (value.type == "float32") != (value.decimals is not None):
            return f"{value.name}: a float32 needs decimals, and nothing else may have them"
        if not value.scale.is_finite() or value.scale == 0:
            return f"{value.name}: scale must be a number such as 0.001"
    if found.taken is not None and found.taken.table not in {"coil", "holding"}:
        return "taken must be a coil or a holding register: the others cannot be written"
    places = [found.ready, found.taken, found.fault, found.told_unit, *found.value]
    if any(p is not None and not 0 <= p.address <= 0xFFFF for p in places):  # noqa: PLR2004
        return "an address is from 0 to 65535"
    return None if found.every_s > 0 else "every_s must be above 0"
