"""The URLs of Modbus devices."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NoReturn
from urllib.parse import parse_qs, urlsplit

from app.domain.errors import InvalidInput
from device_drivers.serial.modbus.register_map import RegisterMap, load_map
from device_drivers.serial.port_url import FRAME
from device_drivers.serial.usb import UsbIdentity, parse_usb

_SCHEMES = frozenset({"modbus+tcp", "modbus+rtu"})
_SETTINGS = frozenset({"profile", "device", "baud", "frame", "unit", "usb"})
PORT = 502
#: What the specification asks of every RTU device.
BAUD, RTU_FRAME = 19_200, "8E1"
MOST_DEVICES = 247


@dataclass(frozen=True, slots=True)
class ModbusUrl:
    """``modbus+tcp://192.168.1.40:502?device=1&profile=…`` taken apart.

    ``line`` names the wire: devices with the same one share it.  ``host`` is None for RTU, where
    ``path`` or ``usb`` say which port.
    """

    line: str
    device: int
    map: RegisterMap
    host: str | None = None
    port: int = PORT
    path: str = ""
    usb: UsbIdentity | None = None
    baud: int = BAUD
    frame: str = RTU_FRAME
    unit: str | None = None


def parse_modbus_url(url: str) -> ModbusUrl:
    """Take ``url`` apart, and load its register map.

    Raises:
        InvalidInput: something in it or in the map is wrong; the message says what.
    """
    parts = urlsplit(url)
    if parts.scheme not in _SCHEMES:
        _refuse(url, "a Modbus device's URL begins with modbus+tcp:// or modbus+rtu://")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    unknown = sorted(query.keys() - _SETTINGS)
    if unknown:
        _refuse(url, f"unknown setting {', '.join(unknown)}; use {', '.join(sorted(_SETTINGS))}")
    if "profile" not in query:
        _refuse(url, "it names no register map; add profile=handshake or profile=FILE.toml")
    device = _number(url, query.get("device", "1"), "device", MOST_DEVICES)
    baud = _number(url, query.get("baud", str(BAUD)), "baud", 10_000_000)
    registers, unit = load_map(query["profile"]), query.get("unit")
    if parts.scheme == "modbus+tcp":
        host, port = _address(url)
        line = f"{host}:{port}"
        return ModbusUrl(line, device, registers, host=host, port=port, unit=unit)
    frame = query.get("frame", RTU_FRAME)
    if not FRAME.fullmatch(frame):
        _refuse(url, f"frame must be data bits, parity and stop bits such as 8E1, not {frame!r}")
    usb = parse_usb(query["usb"]) if "usb" in query else None
    path = parts.netloc + parts.path
    if (usb is None) == (not path.strip("/")):
        _refuse(url, "it names no port, or two: write /dev/serial/by-id/… or usb=0403:6001")
    line = path if usb is None else f"USB {usb}"
    return ModbusUrl(
        line, device, registers, path=path, usb=usb, baud=baud, frame=frame, unit=unit
    )


def _address(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    try:
        port = parts.port or PORT
    except ValueError:
        _refuse(url, "its port must be a number up to 65535")
    if not parts.hostname:
        _refuse(url, "it names no host")
    return parts.hostname, port


def _number(url: str, text: str, name: str, most: int) -> int:
    number = int(text) if text.isascii() and text.isdecimal() else 0
    if not 1 <= number <= most:
        _refuse(url, f"{name} must be a whole number from 1 to {most}, not {text!r}")
    return number


def _refuse(url: str, why: str) -> NoReturn:
    message = f"{url}: {why}."
    raise InvalidInput(message)
