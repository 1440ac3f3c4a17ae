"""URLs of serial devices and machines."""

from __future__ import annotations

import pytest

from app.domain.errors import InvalidInput
from device_drivers.serial.port_url import PortUrl, parse_port_url


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("usb:///dev/x", "begins with serial://"),
        ("serial://?profile=mitutoyo", "names no port"),
        ("serial:///dev/x?profile=mitotoyo", "unknown profile 'mitotoyo'"),
        ("serial:///dev/x?bauds=9600", "unknown setting bauds"),
        ("serial:///dev/x?baud=fast", "baud must be a whole number"),
        ("serial:///dev/x?end=enter", "unknown end 'enter'"),
    ],
)
def test_a_wrong_url_is_refused_with_what_is_wrong(url: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        parse_port_url(url)


def test_a_port_is_a_scanner_unless_it_says_otherwise() -> None:
    assert parse_port_url("serial:///dev/ttyS0") == PortUrl("/dev/ttyS0", "scanner")


def test_settings_come_from_the_query_and_a_windows_port_has_no_path() -> None:
    parsed = parse_port_url("serial://COM3?profile=mitutoyo&baud=19200&unit=mm")
    assert parsed == PortUrl("COM3", "mitutoyo", baud=19200, unit="mm")


def test_a_device_server_keeps_its_url_without_our_settings() -> None:
    parsed = parse_port_url("socket://10.0.0.7:4001?profile=mt-sics")
    assert (parsed.path, parsed.profile) == ("socket://10.0.0.7:4001", "mt-sics")
