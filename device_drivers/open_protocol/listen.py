"""Reports what a controller sends: for engineers, without a station."""

from __future__ import annotations

import random
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.session import Settings
from device_drivers.open_protocol.tool import OpenProtocolTool
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.readings import Curve, Reading
    from app.ports.devices import LastResult, OnStatus

SCHEME = "openprotocol"
DEFAULT_PORT = 4545
PROFILES = ("standard",)


async def listen(
    url: str, on_reading: Callable[[Reading], None], on_status: OnStatus | None = None
) -> None:
    """Connect and report each result until cancelled; reconnects by itself, never locks a tool.

    Raises:
        InvalidInput: the URL cannot be used; the message says why.
    """
    tool = OpenProtocolTool(
        controller_settings(url, locks_tool=False),
        log=_Printed(on_reading),
        now=lambda: datetime.now(UTC),
        back_off=BackOff(random.SystemRandom().random, cap_s=2.0),
        on_status=on_status,
    )
    await tool.run()


def controller_settings(
    url: str, *, device: str | None = None, locks_tool: bool = True
) -> Settings:
    """The settings in ``openprotocol://host:port?source=T-07&unit=N.m``.

    ``source`` names the device in its readings where ``device`` does not; ``unit`` is for
    controllers whose telegrams do not say it.

    Raises:
        InvalidInput: it is no such URL.
    """
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if parts.scheme != SCHEME or not parts.hostname:
        message = f"{url}: a controller's URL looks like {SCHEME}://host:{DEFAULT_PORT}."
        raise InvalidInput(message)
    try:
        port = parts.port or DEFAULT_PORT
    except ValueError as error:
        message = f"{url}: the port must be a number from 1 to 65535."
        raise InvalidInput(message) from error
    profile = query.get("profile", [PROFILES[0]])[0]
    if profile not in PROFILES:
        message = f"{url}: there is no profile {profile!r}; there is: {', '.join(PROFILES)}."
        raise InvalidInput(message)
    return Settings(
        device=device or query.get("source", [f"{parts.hostname}:{port}"])[0],
        host=parts.hostname,
        port=port,
        torque_unit=query.get("unit", ["N.m"])[0],
        locks_tool=locks_tool,
        wants_traces=locks_tool,
    )


class _Printed:
    """A result log that keeps nothing but the knowledge of what was reported."""

    def __init__(self, on_reading: Callable[[Reading], None]) -> None:
        self._on_reading = on_reading
        self._seen: set[tuple[int, str]] = set()

    async def store(self, reading: Reading) -> bool:
        key = (reading.epoch, reading.result_id)
        if key in self._seen:
            return False
        self._seen.add(key)
        self._on_reading(reading)
        return True

    async def store_curve(self, curve: Curve) -> None:
        """Not reported."""

    async def last(self, source: str) -> LastResult | None:  # noqa: ARG002  one source here
        return None
