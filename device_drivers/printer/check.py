"""Looks a printer over: who it is, how it stands, how fast it answers.  Prints nothing."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from device_drivers.finding import Finding
from device_drivers.printer.conversation import talk_to
from device_drivers.printer.spooler import Spooler
from device_drivers.printer.url import PDF, PrinterUrl, parse_printer_url

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

ANSWER_S = 3.0


async def check(
    url: str,
    *,
    now: Callable[[], datetime],
    mono: Callable[[], float],
    environment: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Ask, and change nothing.  ``environment`` is what the spooler's commands run in.

    Raises:
        InvalidInput: the URL cannot be used.
        DeviceFault: nobody there.
    """
    del now  # a printer's clock is not asked
    place = parse_printer_url(url)
    if place.profile == PDF:
        return await _check_queue(place, os.environ if environment is None else environment)
    async with talk_to(place, answer_s=ANSWER_S) as talk:
        started = mono()
        identity = await talk.identity()
        latency = f"{(mono() - started) * 1000:.1f}"
        status = await talk.status()
    waiting = {"formats": str(status.formats), "labels": str(status.labels)}
    trouble = {"problem": status.sentence} if status.troubles else {}
    return (
        Finding("identity", works=True, facts={"printer": identity, "latency_ms": latency}),
        Finding("status", works=not status.troubles, facts=waiting | trouble),
    )


async def _check_queue(place: PrinterUrl, environment: Mapping[str, str]) -> tuple[Finding, ...]:
    spooler = Spooler(place.queue, environment=environment)
    queue = await spooler.queue()
    return (
        Finding("identity", works=True, facts={"printer": spooler.name}),
        Finding("status", works=queue.is_printing, facts={"words": queue.words}),
    )
