"""Takes results in: in order, none twice, none missing without saying so.

A controller's ids count up.  Before a result is stored, those between it and the last stored one
are fetched; what the controller no longer has becomes a reading of kind GAP.  So the log never
runs ahead of a hole, whatever moment the power fails.

An id that falls back while the device's time goes on means that the controller began to count
anew: a new epoch, never an old result to ignore.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.readings import Quality
from app.ports.devices import LastResult, ResultLog

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from device_drivers.open_protocol.results import Reader

logger = logging.getLogger(__name__)

#: Fetches an old result by id, or None when it cannot be had; 0 is the newest.
Fetch = Callable[[int], Awaitable["Reading | None"]]

#: More than this are not fetched one by one; what is older becomes a gap.
MAX_FETCHED = 2000

#: Enough to know a repeat that overlaps with what was fetched meanwhile.
MAX_REMEMBERED = 256


class Intake:
    """Lives as long as the tool, over many connections."""

    def __init__(self, log: ResultLog, reader: Reader, *, max_fetched: int = MAX_FETCHED) -> None:
        self._log = log
        self._max_fetched = max_fetched
        self._reader = reader
        self._lock = asyncio.Lock()
        self._last: LastResult | None = None
        self._recent: dict[int, str | None] = {}

    @property
    def epoch(self) -> int:
        """The epoch new results belong to."""
        return self._last.epoch if self._last is not None else 1

    async def refresh(self) -> None:
        """Look up what is durable; before anything else on a new connection."""
        known = await self._log.last(self._reader.source)
        if known is None or _number(known.result_id) is None:
            return
        # A log need not count gaps and states; what we stored ourselves is durable too.
        if self._last is None or _order(known) > _order(self._last):
            self._last = known

    async def reconcile(self, fetch: Fetch) -> int:
        """After connecting: take in what was made while nobody listened.  Returns how many.

        The first time ever there is nothing to compare with: the newest result is where we begin.

        Raises:
            StorageFault: a result could not be kept.
            DeviceFault: the link broke; what was stored stays stored.
        """
        async with self._lock:
            newest = await self._ask(0, fetch)
            if self._last is None:
                self._last = _begin(newest)
                return 0
            if newest is None or self._is_last(newest):
                return 0
            return await self._take(newest, fetch)

    async def accept(self, reading: Reading, fetch: Fetch) -> Reading:
        """Make a live result durable, after those before it; returns it as stored.

        Raises:
            StorageFault: it could not be kept; it must not be acknowledged.
            DeviceFault: the link broke while fetching earlier ones; do not acknowledge either.
        """
        async with self._lock:
            if reading.quality is Quality.QUARANTINED:
                await self._log.store(reading)
                return reading
            await self._take(reading, fetch)
            return replace(reading, epoch=self.epoch)

    async def _take(self, reading: Reading, fetch: Fetch) -> int:
        if self._is_new_epoch(reading):
            return await self._begin_epoch(reading, fetch)
        last = _number(self._last.result_id) if self._last is not None else None
        before = 0
        if last == _NOTHING_YET:
            before = await self._take_back_to(None, _id(reading), fetch)
        elif last is not None:
            before = await self._fill(last + 1, _id(reading), fetch)
        await self._store(replace(reading, epoch=self.epoch))
        return before + 1

    def _is_last(self, reading: Reading) -> bool:
        last = self._last
        return (
            last is not None
            and reading.result_id == last.result_id
            and (last.at_device is None or reading.at_device == last.at_device)
        )

    def _is_new_epoch(self, reading: Reading) -> bool:
        """An id at or below the last that is no repeat of one we know.

        When in doubt it is a new epoch: a result twice is better than a result lost.
        """
        last, number = self._last, _id(reading)
        last_id = _number(last.result_id) if last is not None else None
        if last is None or last_id is None or number > last_id or self._is_last(reading):
            return False
        if number in self._recent and self._recent[number] == reading.at_device:
            return False
        if last.at_device is None or reading.at_device is None:
            return number < last_id
        return reading.at_device >= last.at_device

    async def _fill(self, first: int, end: int, fetch: Fetch) -> int:
        """Store the results ``first`` to ``end`` - 1, oldest first."""
        if end - first > self._max_fetched:
            await self._store_gap(
                first, end - self._max_fetched - 1, "too many to fetch one by one"
            )
            first = end - self._max_fetched
        stored, missing_from = 0, None
        for number in range(first, end):
            old = await self._ask(number, fetch)
            if old is None:
                missing_from = number if missing_from is None else missing_from
                continue
            if missing_from is not None:
                await self._store_gap(missing_from, number - 1, _NOT_THERE)
                missing_from = None
            await self._store(replace(old, epoch=self.epoch))
            stored += 1
        if missing_from is not None:
            await self._store_gap(missing_from, end - 1, _NOT_THERE)
        return stored

    async def _begin_epoch(self, reading: Reading, fetch: Fetch) -> int:
        """The controller counts anew: fetch back to where our knowledge ends, then store."""
        assert self._last is not None  # noqa: S101  _is_new_epoch said so
        ended = self._last
        logger.warning(
            "device=%s counts anew: result %s after %s; epoch %d begins",
            reading.source, reading.result_id, ended.result_id, ended.epoch + 1,
        )  # fmt: skip
        self._last = LastResult(ended.epoch + 1, str(_NOTHING_YET), ended.at_device)
        self._recent.clear()
        before = await self._take_back_to(ended, _id(reading), fetch)
        await self._store(replace(reading, epoch=self.epoch))
        return before + 1

    async def _take_back_to(self, ended: LastResult | None, end: int, fetch: Fetch) -> int:
        """Store what there is before ``end``, back to where an earlier epoch ended.

        Without an earlier epoch there is no telling where the count began, and so no gap.
        """
        fresh: list[Reading] = []
        for number in range(end - 1, 0, -1):
            old = await self._ask(number, fetch) if len(fresh) < self._max_fetched else None
            if old is None:
                if ended is not None:
                    await self._store_gap(1, number, _NOT_THERE)
                break
            if ended is not None and not _is_later(old, ended):
                break
            fresh.append(old)
        for result in reversed(fresh):
            await self._store(replace(result, epoch=self.epoch))
        return len(fresh)

    async def _ask(self, number: int, fetch: Fetch) -> Reading | None:
        """Exactly this old result; one that cannot be read is kept as evidence, no more."""
        old = await fetch(number)
        if old is None:
            return None
        if old.quality is Quality.QUARANTINED:
            await self._log.store(old)
            return None
        return old if number in {0, _id(old)} else None

    async def _store(self, reading: Reading) -> None:
        await self._log.store(reading)
        last = self._last
        is_newer = (
            last is None
            or reading.epoch > last.epoch
            or _id(reading) > (_number(last.result_id) or 0)
        )
        self._remember(reading)
        if is_newer:
            self._last = LastResult(reading.epoch, str(_id(reading)), reading.at_device)

    def _remember(self, reading: Reading) -> None:
        self._recent[_id(reading)] = reading.at_device
        while len(self._recent) > MAX_REMEMBERED:
            del self._recent[next(iter(self._recent))]

    async def _store_gap(self, first: int, last: int, reason: str) -> None:
        logger.warning(
            "device=%s results %d to %d are missing: %s", self._reader.source, first, last, reason
        )
        await self._log.store(self._reader.gap(first, last, epoch=self.epoch, reason=reason))
        known = self._last.at_device if self._last is not None else None
        self._last = LastResult(self.epoch, str(last), known)


_NOT_THERE = "the controller does not have it any more"

#: The id before a controller's first.
_NOTHING_YET = 0


def _order(last: LastResult) -> tuple[int, int]:
    return last.epoch, _number(last.result_id) or 0


def _begin(newest: Reading | None) -> LastResult:
    if newest is None:
        return LastResult(1, str(_NOTHING_YET), None)
    return LastResult(1, newest.result_id, newest.at_device)


def _is_later(old: Reading, ended: LastResult) -> bool:
    if old.at_device is None or ended.at_device is None:
        return True
    return old.at_device >= ended.at_device


def _id(reading: Reading) -> int:
    """A result's own number; the last of a gap's."""
    return _number(reading.result_id) or 0


def _number(result_id: str) -> int | None:
    digits = result_id.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else None
