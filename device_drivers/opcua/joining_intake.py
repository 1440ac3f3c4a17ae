"""Takes a joining system's results in: in order, none twice, none missing without saying so.

Before a result is stored, those between it and the last stored one are fetched by their sequence
numbers; what the server does not give becomes a reading of kind GAP.  A number that falls back
while the device's time goes on means that the joining system began to count anew: a new epoch,
never an old result to ignore.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.readings import FIRST_CONTACT, Quality, ReadingKind
from app.ports.devices import LastResult, ResultLog

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from device_drivers.opcua.joining_results import Result, ResultReader

logger = logging.getLogger(__name__)

#: More than this are not asked for; what is older becomes a gap.
MAX_FETCHED = 2000
#: Enough to know a repeat that overlaps with what was fetched meanwhile.
MAX_REMEMBERED = 512
NOT_THERE = "the joining system does not give it any more"
TOO_MANY = "too many to be fetched"

#: Fetches results by their numbers, first to last; those it cannot have are left out.
Fetch = Callable[[int, int], Awaitable[Sequence["Result"]]]


class JoiningIntake:
    """Lives as long as the tool, over many connections."""

    def __init__(
        self, log: ResultLog, reader: ResultReader, *, max_fetched: int = MAX_FETCHED
    ) -> None:
        self._log = log
        self._reader = reader
        self._max_fetched = max_fetched
        self._last: LastResult | None = None
        self._recent: dict[int, str | None] = {}
        self._lock = asyncio.Lock()

    @property
    def epoch(self) -> int:
        """The epoch new results belong to."""
        return self._last.epoch if self._last is not None else 1

    @property
    def last_number(self) -> int | None:
        """The number of the newest result that is here."""
        return _whole(self._last.result_id) if self._last is not None else None

    async def refresh(self) -> None:
        """Look up what is durable; before anything else on a new connection."""
        known = await self._log.last(self._reader.source)
        if known is None or _whole(known.result_id) is None:
            return
        if self._last is None or _order(known) > _order(self._last):
            self._last = known

    async def begin(self, newest: Result | None) -> None:
        """At the first contact ever: what is older than ``newest`` was never ours."""
        if self._last is not None:
            return
        number = newest.number if newest is not None and newest.number is not None else 0
        at_device = newest.reading.at_device if newest is not None else None
        note = self._reader.note(f"begin-{number}", ReadingKind.STATE, FIRST_CONTACT)
        await self._log.store(replace(note, at_device=at_device))
        self._last = LastResult(1, str(number), at_device)

    async def accept(self, result: Result, fetch: Fetch) -> Reading:
        """Make ``result`` durable, after those before it; returns it as stored.

        Raises:
            StorageFault: it could not be kept; it must not be acknowledged.
            DeviceFault: the link broke while fetching earlier ones.
        """
        async with self._lock:
            return await self._accept(result, fetch)

    async def _accept(self, result: Result, fetch: Fetch) -> Reading:
        reading, number = result.reading, result.number
        if reading.quality is Quality.QUARANTINED or number is None:
            await self._log.store(reading)
            return reading
        if self._is_known(number, reading):
            known = replace(reading, epoch=self.epoch)
            await self._log.store(known)
            return known
        if self._is_new_epoch(number, reading):
            await self._open_epoch(number)
        last = self.last_number
        if last is not None and number > last + 1:
            await self._fill(last + 1, number - 1, fetch)
        return await self._store(number, reading)

    def _is_known(self, number: int, reading: Reading) -> bool:
        """A repeat: of one stored not long ago, or of the last one before this run."""
        if number in self._recent:
            return self._recent[number] == reading.at_device
        last = self._last
        return (
            last is not None
            and number == _whole(last.result_id)
            and last.at_device == reading.at_device
        )

    def _is_new_epoch(self, number: int, reading: Reading) -> bool:
        last = self._last
        if last is None or number > (self.last_number or 0):
            return False
        if last.at_device is None or reading.at_device is None:
            return True
        # When in doubt it is a new epoch: a result twice is better than a result lost.
        return reading.at_device >= last.at_device

    async def _open_epoch(self, number: int) -> None:
        assert self._last is not None  # noqa: S101  _is_new_epoch said so
        ended = self._last
        epoch = ended.epoch + 1
        words = f"result {number} after {ended.result_id}"
        logger.warning(
            "device=%s counts anew: %s; epoch %d begins", self._reader.source, words, epoch
        )
        name = f"counts anew: {epoch}"
        alarm = self._reader.note(name, ReadingKind.ALARM, "counts anew", epoch=epoch)
        await self._log.store(replace(alarm, reason=words))
        self._last = LastResult(epoch, "0", ended.at_device)
        self._recent.clear()

    async def _fill(self, first: int, end: int, fetch: Fetch) -> None:
        """Store the results ``first`` to ``end``, oldest first, and name those not to be had."""
        if end - first >= self._max_fetched:
            await self._store_gap(first, end - self._max_fetched, TOO_MANY)
            first = end - self._max_fetched + 1
        fetched = {each.number: each for each in await fetch(first, end)}
        missing_from = None
        for number in range(first, end + 1):
            found = fetched.get(number)
            if found is None:
                missing_from = number if missing_from is None else missing_from
                continue
            if missing_from is not None:
                await self._store_gap(missing_from, number - 1, NOT_THERE)
                missing_from = None
            await self._store(number, replace(found.reading, backfilled=True))
        if missing_from is not None:
            await self._store_gap(missing_from, end, NOT_THERE)

    async def _store(self, number: int, reading: Reading) -> Reading:
        stored = replace(reading, epoch=self.epoch)
        await self._log.store(stored)
        self._recent[number] = reading.at_device
        while len(self._recent) > MAX_REMEMBERED:
            del self._recent[next(iter(self._recent))]
        if self.last_number is None or number > self.last_number:
            self._last = LastResult(self.epoch, str(number), reading.at_device)
        return stored

    async def _store_gap(self, first: int, last: int, reason: str) -> None:
        logger.warning(
            "device=%s results %d to %d are missing: %s", self._reader.source, first, last, reason
        )
        await self._log.store(self._reader.gap(first, last, epoch=self.epoch, reason=reason))
        known = self._last.at_device if self._last is not None else None
        self._last = LastResult(self.epoch, str(last), known)


def _order(last: LastResult) -> tuple[int, int]:
    return last.epoch, _whole(last.result_id) or 0


def _whole(result_id: str) -> int | None:
    """The number in a result id; the last of a gap's."""
    digits = result_id.rpartition("-")[2]
    return int(digits) if digits.isdecimal() else None
