"""Torque curves at the station: each is read once it is kept, and what it says is recorded.

Curves are read beside the station's turns: nobody waits for it, and no unit is made NOK by it.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.domain.curve_events import CURVE_ALARM
from app.domain.envelope import Refs
from app.domain.errors import StorageFault
from app.domain.spc import ChartLimits, characteristic_key
from app.ports.journal import NewEvent
from app.services.curve_judging import is_due, learned, read_curve
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.curve_events import CurveRead
    from app.ports.curves import JointRecord, UnreadCurve
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts

log = logging.getLogger(__name__)

#: A curve that was kept longer ago, by earlier software, is not read any more.
_READ_BACK_US = 7 * 24 * 3600 * 1_000_000
_AT_ONCE = 16


class CurveReading:
    """Reads what waits in the journal, also from before a restart.

    ``signalled`` is called after an alarm was recorded.
    """

    def __init__(
        self, ports: StationPorts, board: StateBoard, *, signalled: Callable[[], Awaitable[None]]
    ) -> None:
        self._ports = ports
        self._board = board
        self._signalled = signalled
        self._wake = asyncio.Event()
        self._given_up: set[str] = set()
        self._shown_unit: str | None = None

    def noted(self) -> None:
        """A curve is kept."""
        self._wake.set()

    async def run(self) -> None:
        """Read what waits, then what comes, until cancelled."""
        while True:
            try:
                while await self._read_some():
                    pass
            except StorageFault as fault:
                # Said where results are kept; the curves still wait in the journal.
                log.warning("curves are not read: %s", fault)
            await self._wake.wait()
            self._wake.clear()

    async def _read_some(self) -> bool:
        """Whether there was one to read."""
        since_us = self._ports.clock.now_us() - _READ_BACK_US
        most = _AT_ONCE + len(self._given_up)
        found = await self._ports.journal.unread_curves(since_us, most)
        waiting = [one for one in found if one.event_id not in self._given_up]
        for unread in waiting:
            await self._read(unread)
        return bool(waiting)

    async def _read(self, unread: UnreadCurve) -> None:
        try:
            since_us = await self._renewed_us(unread)
            reading = await self._judged(unread, since_us)
            await self._ports.journal.append(
                NewEvent(reading, SYSTEM, unread.refs, causes=(unread.event_id,))
            )
            self._show(reading, unread.refs.unit)
            if reading.verdict == CURVE_ALARM:
                await self._signalled()
            await self._learn(unread, since_us)
        except StorageFault:
            raise
        except Exception:  # it advises: a mistake in it must not stop the tools, nor the others
            log.exception("the curve of result %s could not be read", unread.result_id)
            self._given_up.add(unread.event_id)

    def _show(self, reading: CurveRead, unit: str | None) -> None:
        """What a unit's curves have to say stays while only good ones of it follow."""
        shown = self._board.state.curve_reading
        is_said = shown is not None and shown.verdict == CURVE_ALARM and unit == self._shown_unit
        if reading.verdict == CURVE_ALARM or not is_said:
            self._shown_unit = unit
            self._board.update(curve_reading=reading)

    async def _judged(self, unread: UnreadCurve, since_us: int) -> CurveRead:
        content = await self._ports.blobs.get(unread.blob)
        record = await self._record(unread, since_us)
        return await asyncio.to_thread(read_curve, unread, content, record)

    async def _learn(self, unread: UnreadCurve, since_us: int) -> None:
        """Once there are enough curves with this one."""
        record = await self._record(unread, since_us)
        count = is_due(record)
        if count is None:
            return
        curves = await self._ports.journal.good_curves(unread.joint, since_us, count)
        windows = await asyncio.to_thread(learned, unread.joint, record, curves)
        await self._ports.journal.append(NewEvent(windows, SYSTEM, _of_joint(unread)))

    async def _record(self, unread: UnreadCurve, since_us: int) -> JointRecord:
        return await self._ports.journal.joint_record(unread.joint, unread.source, since_us)

    async def _renewed_us(self, unread: UnreadCurve) -> int:
        """Since when curves count: an engineer who renews the step's limits renews these too."""
        characteristic = characteristic_key(unread.refs.instruction or "", unread.step)
        plan = await self._ports.reference.get(ChartLimits, characteristic)
        return 0 if plan is None else round(plan.set_at.timestamp() * 1e6)


def _of_joint(unread: UnreadCurve) -> Refs:
    """Windows are of no unit."""
    return Refs(step=unread.step, instruction=unread.refs.instruction)
