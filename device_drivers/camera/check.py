"""Looks a camera over: is it there, and what does a picture of it look like?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault
from device_drivers.camera.opening import source_for
from device_drivers.camera.still_camera import StillCamera
from device_drivers.camera.url import parse_camera_url
from device_drivers.finding import Finding
from device_drivers.supervisor import BackOff

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime


async def check(
    url: str, *, now: Callable[[], datetime], mono: Callable[[], float]
) -> tuple[Finding, ...]:
    """Take one picture, and throw it away.

    Raises:
        InvalidInput: the URL cannot be used.
        DeviceFault: it is not there.
    """
    place, source = parse_camera_url(url), source_for(url)
    camera = StillCamera(device=url, source=source, now=now, back_off=BackOff(rng=lambda: 1.0))
    identity = Finding("identity", works=True, facts={"camera": await camera.identify()})
    started = mono()
    try:
        photo = await camera.photo()
    except DeviceFault as fault:
        return identity, Finding("photo", works=False, facts={"why": fault.detail})
    facts = {
        "asked": "" if place.folder else f"{place.width_px}x{place.height_px}",
        "got": f"{photo.width_px}x{photo.height_px}",
        "bytes": str(len(photo.jpeg)),
        "latency_ms": f"{(mono() - started) * 1000:.0f}",
    }
    said = {key: value for key, value in facts.items() if value}
    return identity, Finding("photo", works=True, facts=said)
