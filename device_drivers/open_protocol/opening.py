"""Opens the wire to a controller: by network, from either side, or by a serial line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from device_drivers.open_protocol.framer import Framer, SerialFramer
from device_drivers.open_protocol.link import Link
from device_drivers.open_protocol.settings import Way
from device_drivers.transport import accept_tcp, open_serial, open_tcp

if TYPE_CHECKING:
    from collections.abc import Callable

    from device_drivers.open_protocol.settings import Settings
    from device_drivers.transport import Transport


async def open_link(
    settings: Settings, *, on_listening: Callable[[int], None] | None = None
) -> Link:
    """Connect, or wait for the controller to connect.

    Raises:
        DeviceOffline, DeviceTimeout: nobody there, or not whom we trust.
    """
    framing = SerialFramer() if settings.way is Way.SERIAL else Framer()
    link = Link(settings.device, settings.times, framing)
    link.start(await _open_wire(settings, link, on_listening or _tell_nobody))
    return link


async def _open_wire(
    settings: Settings, link: Link, on_listening: Callable[[int], None]
) -> Transport:
    match settings.way:
        case Way.ANSWER:
            return await accept_tcp(
                settings.host,
                settings.port,
                on_bytes=link.on_bytes,
                on_lost=link.on_lost,
                on_listening=on_listening,
                tls=settings.tls,
            )
        case Way.SERIAL:
            return await open_serial(
                settings.host, baud=settings.baud, on_bytes=link.on_bytes, on_lost=link.on_lost
            )
        case Way.DIAL:
            return await open_tcp(
                settings.host,
                settings.port,
                on_bytes=link.on_bytes,
                on_lost=link.on_lost,
                timeout_s=settings.times.connect_s,
                tls=settings.tls,
            )


def _tell_nobody(_port: int) -> None:
    """For who asked for the connection, and knows the port."""
