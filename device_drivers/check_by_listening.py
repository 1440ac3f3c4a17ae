"""Looks over a device that cannot be asked much: does its link come up, does a value come?"""

from __future__ import annotations

import asyncio
import contextlib
from typing import TYPE_CHECKING

from app.domain.readings import Quality
from app.ports.devices import DeviceStatus, LinkState
from device_drivers.finding import Finding

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.readings import Reading
    from app.ports.devices import OnStatus

    Listen = Callable[[str, Callable[[Reading], None], OnStatus], Awaitable[None]]


async def check_by_listening(
    url: str, listen: Listen, *, mono: Callable[[], float], timeout_s: float
) -> tuple[Finding, ...]:
    """Connect as a station would, until one value came or the time is over.

    Raises:
        InvalidInput: the URL cannot be used.
    """
    visit = _Visit(url, mono)
    listening = asyncio.ensure_future(listen(url, visit.take, visit.status_changed))
    value = asyncio.ensure_future(visit.has_value.wait())
    await asyncio.wait({listening, value}, timeout=timeout_s, return_when=asyncio.FIRST_COMPLETED)
    value.cancel()
    listening.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await listening
    return visit.findings(timeout_s)


class _Visit:
    """What was seen of the device."""

    def __init__(self, url: str, mono: Callable[[], float]) -> None:
        self._mono = mono
        self._began = mono()
        self._link_ms: str | None = None
        self._detail: str | None = None
        self._status = DeviceStatus(url, LinkState.DISCONNECTED)
        self._reading: Reading | None = None
        self._reading_ms = ""
        self.has_value = asyncio.Event()

    def status_changed(self, status: DeviceStatus) -> None:
        if status.detail not in {None, "stopped"}:
            self._detail = status.detail
        if status.detail != "stopped":
            self._status = status
        if status.state is LinkState.READY and self._link_ms is None:
            self._link_ms = self._elapsed_ms()

    def take(self, reading: Reading) -> None:
        if self._reading is None:
            self._reading = reading
            self._reading_ms = self._elapsed_ms()
            self.has_value.set()

    def findings(self, timeout_s: float) -> tuple[Finding, ...]:
        link = self._link(timeout_s)
        if not link.works:
            return (link,)
        return (link, self._identity(), self._value(timeout_s))

    def _link(self, timeout_s: float) -> Finding:
        if self._link_ms is None:
            why = self._detail or f"no answer within {timeout_s:g} s"
            return Finding("link", works=False, facts={"state": self._status.state, "why": why})
        return Finding("link", works=True, facts={"ready_ms": self._link_ms})

    def _identity(self) -> Finding:
        identity = self._status.identity
        if identity is None:
            why = "the device does not say who it is"
            return Finding("identity", works=False, facts={"why": why}, matters=False)
        return Finding("identity", works=True, facts={"identity": identity})

    def _value(self, timeout_s: float) -> Finding:
        if self._reading is None:
            why = f"none within {timeout_s:g} s; press its button, or let it read something"
            return Finding("value", works=False, facts={"why": why})
        reading = self._reading
        values = [f"{value.value} {value.unit}" for value in reading.values]
        facts = {
            "after_ms": self._reading_ms,
            "kind": reading.kind.value,
            "quality": reading.quality.value,
            "read": reading.text or reading.state or ", ".join(values),
            "why": reading.reason or "",
        }
        said = {key: value for key, value in facts.items() if value}
        return Finding("value", works=reading.quality is Quality.GOOD, facts=said)

    def _elapsed_ms(self) -> str:
        return f"{1000 * (self._mono() - self._began):.1f}"
