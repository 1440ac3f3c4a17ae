"""Finds a serial port by the USB device behind it: its name may change with every plugging."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import serialx

from app.domain.errors import DeviceOffline, InvalidInput

_WRITTEN = re.compile(r"(?P<vid>[0-9A-Fa-f]{4}):(?P<pid>[0-9A-Fa-f]{4})(?::(?P<serial>.+))?")


class UsbPort(Protocol):
    """A serial port as the operating system lists it."""

    @property
    def device(self) -> str: ...
    @property
    def vid(self) -> int | None: ...
    @property
    def pid(self) -> int | None: ...
    @property
    def serial_number(self) -> str | None: ...


ListPorts: TypeAlias = Callable[[], Iterable[UsbPort]]


@dataclass(frozen=True, slots=True)
class UsbIdentity:
    """Vendor, product and, where one of a kind is not enough, the serial number."""

    vid: int
    pid: int
    serial: str | None = None

    def __str__(self) -> str:
        written = f"{self.vid:04x}:{self.pid:04x}"
        return f"{written}:{self.serial}" if self.serial else written

    def find(self, ports: Iterable[UsbPort]) -> str:
        """The name of its port now.

        Raises:
            DeviceOffline: it is not plugged in, or nobody can tell which one it is.
        """
        found = [p for p in ports if (p.vid, p.pid) == (self.vid, self.pid)]
        if self.serial is not None:
            found = [p for p in found if p.serial_number == self.serial]
        if not found:
            raise DeviceOffline(str(self), f"no USB device {self} is plugged in")
        if len(found) > 1:
            serials = ", ".join(sorted(p.serial_number or "none" for p in found))
            detail = (
                f"{len(found)} USB devices {self} are plugged in; "
                f"add the serial number (here: {serials}) to the URL"
            )
            raise DeviceOffline(str(self), detail)
        return found[0].device


def parse_usb(text: str) -> UsbIdentity:
    """``0403:6001`` or ``0403:6001:A50285BI``, in hexadecimal as ``lsusb`` prints them.

    Raises:
        InvalidInput: it is written otherwise.
    """
    found = _WRITTEN.fullmatch(text)
    if found is None:
        message = f"usb={text}: write it as vendor:product[:serial number], such as 0403:6001"
        raise InvalidInput(message)
    return UsbIdentity(int(found["vid"], 16), int(found["pid"], 16), found["serial"])


def system_ports() -> Iterable[UsbPort]:
    """The ports of this machine."""
    return serialx.list_serial_ports()
