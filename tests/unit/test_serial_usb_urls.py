"""Finding a serial device by its USB identity, and the finer settings of its URL."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from app.domain.errors import DeviceOffline, InvalidInput
from device_drivers.serial.port_url import parse_port_url
from device_drivers.serial.usb import UsbIdentity, parse_usb, system_ports


@dataclass(frozen=True)
class Port:
    device: str
    vid: int | None
    pid: int | None
    serial_number: str | None = None


TTYS = Port("/dev/ttyS0", None, None)
FTDI = Port("/dev/ttyUSB0", 0x0403, 0x6001, "A50285BI")


def test_a_device_is_found_by_its_usb_identity_whatever_its_name_is_now() -> None:
    identity = parse_usb("0403:6001:A50285BI")
    assert identity.find([TTYS, FTDI]) == "/dev/ttyUSB0"
    assert identity.find([Port("/dev/ttyUSB7", 0x0403, 0x6001, "A50285BI")]) == "/dev/ttyUSB7"


def test_a_device_that_is_not_plugged_in_is_said_with_its_identity() -> None:
    with pytest.raises(DeviceOffline, match="no USB device 0403:6001:X is plugged in"):
        parse_usb("0403:6001:X").find([TTYS, FTDI])


def test_two_devices_of_a_kind_are_not_guessed_between() -> None:
    twin = replace(FTDI, device="/dev/ttyUSB1", serial_number="B1")
    with pytest.raises(DeviceOffline, match=r"2 USB devices .*\(here: A50285BI, B1\)"):
        parse_usb("0403:6001").find([FTDI, twin])


def test_the_ports_of_this_machine_can_be_listed() -> None:
    assert all(port.device for port in system_ports())


@pytest.mark.parametrize("url", ["serial:?usb=0403:6001:A1", "serial://?usb=0403:6001:A1"])
def test_a_url_can_name_a_usb_device_instead_of_a_port(url: str) -> None:
    parsed = parse_port_url(url)
    assert parsed.usb == UsbIdentity(0x0403, 0x6001, "A1")
    assert parsed.path == "USB 0403:6001:A1"


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("serial:///dev/x?usb=0403:6001", "has no path"),
        ("socket://10.0.0.7:4001?usb=0403:6001", "has no path"),
        ("serial:?usb=ftdi", "vendor:product"),
        ("serial:///dev/x?frame=8X1", "such as 7E2"),
        ("serial:///dev/x?label=2", "before:1"),
        ("serial:///dev/x?profile=sylvac&ask=rts", "only be dtr"),
    ],
)
def test_a_wrong_setting_of_a_port_is_refused_with_what_to_write(url: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        parse_port_url(url)


def test_frame_and_label_are_read() -> None:
    parsed = parse_port_url("serial:///dev/x?frame=7E2&label=after:2")
    assert (parsed.frame, parsed.label) == ("7E2", (0, 2))
