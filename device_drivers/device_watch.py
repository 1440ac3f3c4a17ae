"""Looks after one driver from outside: its age, its troubles, its ring file, its restarts.

The driver says what its link does; what every family needs beyond that is added here, once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from app.ports.devices import LinkState, Trouble
from device_drivers.ring_file import Record, status_note
from device_drivers.supervisor import DRIVER_ENDED, keep_running
from device_drivers.wiretap import tapped

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.ports.clock import Clock
    from app.ports.devices import Device, DeviceStatus, OnStatus
    from device_drivers.ring_file import Recorder, What
    from device_drivers.scan_mask import ScanMask
    from device_drivers.supervisor import BackOff

#: A device that talks all the time is not reported to the screen more often than this.
HEARD_EVERY_US = 5_000_000
#: A code is over when nothing comes for this long, whatever its scanner ends it with.
PAUSE_US = 200_000

_TROUBLED = frozenset({LinkState.DISCONNECTED, LinkState.DEGRADED})


class DeviceWatch:
    """Stands between a driver and the station, and hears its wire (see ``wiretap.Tap``).

    ``on_status`` gets each change completed; ``on_heard`` gets the same status with a newer sign
    of life, now and then: nothing but the age on the screen depends on it.
    """

    def __init__(
        self,
        device: str,
        *,
        tier: str,
        clock: Clock,
        recorder: Recorder,
        on_status: OnStatus,
        on_heard: OnStatus,
        mask: ScanMask | None = None,
    ) -> None:
        self._device = device
        self._tier = tier
        self._clock = clock
        self._recorder = recorder
        self._on_status = on_status
        self._on_heard = on_heard
        self._mask = mask
        self._shown: DeviceStatus | None = None
        self._heard_us = 0
        self._told_us = 0
        self._kept: tuple[LinkState, str | None] | None = None

    async def run(self, device: Device, back_off: BackOff) -> None:
        """Run ``device`` until cancelled, its wires recorded."""

        def ended(reason: str, tries: int) -> None:
            status = replace(
                device.status,
                state=LinkState.DISCONNECTED,
                detail=f"{reason}; it is started again",
                code=DRIVER_ENDED,
                tries=tries,
            )
            self.status_changed(status)

        with tapped(self):
            await keep_running(device, back_off=back_off, on_ended=ended)

    def status_changed(self, status: DeviceStatus) -> None:
        """What the driver publishes."""
        before = self._shown
        is_same = before is not None and before.state is status.state
        if status.last_value_at is not None and not (
            before is not None and before.last_value_at == status.last_value_at
        ):
            self._heard_us = self._clock.now_us()
        self._shown = replace(
            status,
            tier=self._tier,
            since=before.since if is_same and before is not None else self._now(),
            heard_at=_at(self._heard_us) if self._heard_us else None,
            trouble=self._trouble(status, before.trouble if before is not None else None),
        )
        self._keep_status(status)
        self._on_status(self._shown)

    def opened(self, wire: str) -> None:
        self._put("opened", note={"wire": wire})

    def received(self, chunk: bytes) -> None:
        if self._mask is not None:
            chunk = self._masked(self._mask, chunk)
        self._heard()
        if chunk:
            self._put("in", chunk)

    def sent(self, chunk: bytes) -> None:
        self._put("out", chunk)

    def ended(self, reason: str) -> None:
        if self._mask is not None and (held := self._mask.flush()):
            self._put("in", held)
        self._put("ended", note={"reason": reason})

    def noted(self, note: Mapping[str, Any]) -> None:
        self._heard()
        self._put("note", note=dict(note))

    def _masked(self, mask: ScanMask, chunk: bytes) -> bytes:
        is_new = self._clock.now_us() - self._heard_us > PAUSE_US
        return (mask.flush() if is_new else b"") + mask.feed(chunk)

    def _heard(self) -> None:
        self._heard_us = self._clock.now_us()
        if self._shown is not None and self._heard_us - self._told_us >= HEARD_EVERY_US:
            self._told_us = self._heard_us
            self._shown = replace(self._shown, heard_at=_at(self._heard_us))
            self._on_heard(self._shown)

    def _trouble(self, status: DeviceStatus, before: Trouble | None) -> Trouble | None:
        is_over = before is None or before.ended_at is not None
        if status.state is LinkState.READY:
            return before if before is None or is_over else replace(before, ended_at=self._now())
        if status.state not in _TROUBLED or not status.detail:
            return before
        count = max(1, status.tries)
        if before is None or is_over:
            return Trouble(status.detail, self._now(), count)
        return replace(before, words=status.detail, count=count)

    def _keep_status(self, status: DeviceStatus) -> None:
        """Each new trouble once: an outage of a week must not push everything else out."""
        if status.state is LinkState.CONNECTING and status.tries:
            return
        if (status.state, status.detail) == self._kept:
            return
        self._kept = (status.state, status.detail)
        note = status_note(status.state.value, status.detail, status.identity)
        self._put("status", note=dict(note))

    def _put(self, what: What, chunk: bytes = b"", *, note: dict[str, Any] | None = None) -> None:
        record = Record(
            at_us=self._clock.now_us(), what=what, text=chunk.decode("latin-1"), note=note or {}
        )
        self._recorder.put(self._device, record)

    def _now(self) -> datetime:
        return _at(self._clock.now_us())


def _at(at_us: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1e6, UTC)
