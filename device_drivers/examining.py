"""Looks at whoever answers at a device's URL: by its family's check, else by listening."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from device_drivers.check_by_listening import check_by_listening
from device_drivers.families import family_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from device_drivers.finding import Finding


async def examine(url: str, timeout_s: float) -> Sequence[Finding]:
    """One finding for each thing looked at.

    Raises:
        InvalidInput: the URL cannot be used.
        DeviceFault: whoever is there does not do its part.
        TimeoutError: nobody answered within ``timeout_s``.
    """
    family = family_of(url)
    check = family.function("check")
    if check is None:
        listen = family.function("listen")
        return await check_by_listening(url, listen, mono=time.monotonic, timeout_s=timeout_s)
    async with asyncio.timeout(timeout_s):
        findings: Sequence[Finding] = await check(
            url, now=lambda: datetime.now(UTC).astimezone(), mono=time.monotonic
        )
    return findings
