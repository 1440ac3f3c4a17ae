"""Where devices put results: durable first, shown second, acknowledged last."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec

from app.domain.errors import DuplicateResult, StorageFault
from app.domain.events import Body, CurveAttached, ReadingUnassigned
from app.domain.readings import FIRST_CONTACT

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.readings import Curve, Reading
    from app.ports.devices import LastResult
    from app.ports.journal import Blobs, Journal
    from app.services.state_board import StateBoard

KEPT_CURVES = 200


class ResultInbox:
    """The :class:`app.ports.devices.ResultLog` of the station."""

    def __init__(
        self,
        *,
        journal: Journal,
        blobs: Blobs,
        board: StateBoard,
        take: Callable[[Reading], Awaitable[None]],
        record: Callable[[Body, str], Awaitable[None]],
        storage_failed: Callable[[StorageFault], None],
    ) -> None:
        self._journal = journal
        self._blobs = blobs
        self._board = board
        self._take = take
        self._record = record
        self._storage_failed = storage_failed
        self._curves: dict[tuple[str, int, str], str] = {}
        #: Told of each curve that is durable, to read it.
        self.curve_kept: Callable[[], None] = lambda: None

    async def store(self, reading: Reading) -> bool:
        try:
            if reading.state == FIRST_CONTACT:
                # About the device, and of no unit: nobody at the station has to see it.
                await self.keep_unassigned(reading, "first_contact")
            else:
                await self._take(reading)
        except DuplicateResult:
            return False
        except StorageFault as fault:
            self._storage_failed(fault)
            raise
        return True

    async def keep_unassigned(self, reading: Reading, reason: str) -> None:
        await self._record(ReadingUnassigned(reading=reading, reason=reason), reading.source)

    async def store_curve(self, curve: Curve) -> None:
        content = msgspec.json.encode(curve)
        key = (curve.source, curve.epoch, curve.result_id)
        if self._curves.get(key) == hashlib.sha256(content).hexdigest():
            return
        try:
            blob = await self._keep_curve(curve, content)
        except StorageFault as fault:
            self._storage_failed(fault)
            raise
        self._remember(key, blob)
        self._show(curve)
        self.curve_kept()

    async def _keep_curve(self, curve: Curve, content: bytes) -> str:
        blob = await self._blobs.put(content)
        body = CurveAttached(
            source=curve.source,
            epoch=curve.epoch,
            result_id=curve.result_id,
            blob=blob,
            samples=len(curve.torque_nm),
        )
        await self._record(body, curve.source)
        return blob

    async def last(self, source: str) -> LastResult | None:
        return await self._journal.last_result(source)

    def _remember(self, key: tuple[str, int, str], blob: str) -> None:
        self._curves[key] = blob
        while len(self._curves) > KEPT_CURVES:
            self._curves.pop(next(iter(self._curves)))

    def _show(self, curve: Curve) -> None:
        reading = self._board.state.last_reading
        if reading is not None and (reading.source, reading.epoch, reading.result_id) == (
            curve.source,
            curve.epoch,
            curve.result_id,
        ):
            self._board.update(curve=curve)
