"""The families of devices: by the scheme of a device's URL, which package drives it."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Family:
    """One package under ``device_drivers``.

    ``tier`` is how well the driver is proven: docs/engineers.md says what each one means and what
    it was proven against; the package's docstring says the same tier.  The package has a module
    ``listen``, and may have ``check`` and ``replay``.
    """

    package: str
    tier: str

    def function(self, name: str) -> Any:  # noqa: ANN401  each has its own signature
        """``listen``, ``check`` or ``replay`` of this family; None where it has none."""
        try:
            module = importlib.import_module(f"device_drivers.{self.package}.{name}")
        except ModuleNotFoundError as error:
            if error.name != f"device_drivers.{self.package}.{name}":
                raise
            return None
        return getattr(module, name)


OPEN_PROTOCOL = Family("open_protocol", "bronze")
OPC_UA = Family("opcua", "bronze")
SERIAL = Family("serial", "bronze")
MODBUS = Family("serial.modbus", "bronze")
CAMERA = Family("camera", "bronze")
PRINTER = Family("printer", "bronze")

FAMILIES: Mapping[str, Family] = MappingProxyType(
    {
        "openprotocol": OPEN_PROTOCOL,
        "openprotocol+listen": OPEN_PROTOCOL,
        "openprotocol+serial": OPEN_PROTOCOL,
        "opc.tcp": OPC_UA,
        "serial": SERIAL,
        "socket": SERIAL,
        "rfc2217": SERIAL,
        "modbus+tcp": MODBUS,
        "modbus+rtu": MODBUS,
        "camera": CAMERA,
        "camera+file": CAMERA,
        "printer": PRINTER,
        "printer+cups": PRINTER,
    }
)


def family_of(url: str) -> Family:
    """Who drives the device at ``url``.

    Raises:
        InvalidInput: nobody does.
    """
    scheme = urlsplit(url).scheme
    family = FAMILIES.get(scheme)
    if family is None:
        known = ", ".join(f"{name}://" for name in FAMILIES)
        message = f"{url}: no driver for {scheme or 'this'}; a device's URL begins with {known}."
        raise InvalidInput(message)
    return family
