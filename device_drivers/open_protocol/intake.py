"""Takes results in: in order, none twice, none missing without saying so.

Before a result is stored, those between it and the last stored one are fetched; what the
controller no longer has becomes a reading of kind GAP.  So the log never runs ahead of a hole,
whatever moment the power fails.

An id that falls back while the device's time goes on means that the controller began to count
anew: a new epoch, never an old result to ignore.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.readings import FIRST_CONTACT, Quality, ReadingKind
from app.ports.devices import LastResult, ResultLog
from device_drivers.open_protocol.backfill import (
    NO_OLD_RESULTS,
    NOT_THERE,
    Fetch,
    Hole,
    consecutive,
    forward,
    nothing,
    number_of,
    walk_back,
    whole,
)
from device_drivers.open_protocol.profile import GENERIC, Ids, OldResults

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from device_drivers.open_protocol.backfill import Missed
    from device_drivers.open_protocol.profile import Profile
    from device_drivers.open_protocol.results import Reader

logger = logging.getLogger(__name__)

#: More than this are not fetched one by one; what is older becomes a gap.
MAX_FETCHED = 2000

#: Enough to know a repeat that overlaps with what was fetched meanwhile.
MAX_REMEMBERED = 256


class Intake:
    """Lives as long as the tool, over many connections."""

    def __init__(
        self,
        log: ResultLog,
        reader: Reader,
        *,
        profile: Profile = GENERIC,
        max_fetched: int = MAX_FETCHED,
    ) -> None:
        self._log = log
        self._reader = reader
        self._old = profile.old_results
        self._counts_each_connection = profile.ids is Ids.EACH_CONNECTION
        self._max_fetched = max_fetched
        self._lock = asyncio.Lock()
        self._last: LastResult | None = None
        self._recent: dict[int, str | None] = {}
        self._is_first_of_connection = False

    @property
    def epoch(self) -> int:
        """The epoch new results belong to."""
        return self._last.epoch if self._last is not None else 1

    @property
    def last_number(self) -> int | None:
        """The number of the newest result that is here."""
        return whole(self._last.result_id) if self._last is not None else None

    async def refresh(self) -> None:
        """Look up what is durable; before anything else on a new connection."""
        self._is_first_of_connection = True
        known = await self._log.last(self._reader.source)
        if known is None or whole(known.result_id) is None:
            return
        # A log need not count gaps and states; what we stored ourselves is durable too.
        if self._last is None or _order(known) > _order(self._last):
            self._last = known

    async def reconcile(self, fetch: Fetch) -> int:
        """After connecting: take in what was made while nobody listened.  Returns how many.

        The first time ever there is nothing to compare with: the newest result is where we
        begin, and that is made durable.

        Raises:
            StorageFault: a result could not be kept.
            DeviceFault: the link broke; what was stored stays stored.
        """
        async with self._lock:
            return await self._caught_up(fetch)

    async def accept(self, reading: Reading, fetch: Fetch) -> Reading:
        """Make a live result durable, after those before it; returns it as stored.

        Raises:
            StorageFault: it could not be kept; it must not be acknowledged.
            DeviceFault: the link broke while fetching earlier ones; do not acknowledge either.
        """
        async with self._lock:
            if self._is_apart(reading):
                await self._log.store(reading)
                return reading
            await self._take(reading, fetch)
            self._is_first_of_connection = False
            return replace(reading, epoch=self.epoch)

    def _is_apart(self, reading: Reading) -> bool:
        """Kept, and no part of this station's count: unreadable, or another station's."""
        return reading.quality is Quality.QUARANTINED or reading.source != self._reader.source

    async def _caught_up(self, fetch: Fetch) -> int:
        if self._old is OldResults.INDEX_REPLAY:
            last = self.last_number
            if last is None:
                return 0
            return await self._store_missed(forward(fetch, last + 1, self._max_fetched))
        if self._old in {OldResults.NONE, OldResults.REWIND}:
            return 0
        newest = await fetch(0)
        if newest is not None and self._is_apart(newest):
            await self._log.store(newest)
            newest = None if self._old is OldResults.CONSECUTIVE else newest
        if self._last is None:
            await self._begin(newest)
            return 0
        if newest is None or self._is_last(newest):
            return 0
        if self._is_apart(newest):
            return await self._fill(number_of(newest), fetch)
        return await self._take(newest, fetch)

    async def _begin(self, newest: Reading | None) -> None:
        """First contact: what is older than this was never ours."""
        number = number_of(newest) if newest is not None else _NOTHING_YET
        at_device = newest.at_device if newest is not None else None
        begin = self._reader.note(f"begin-{number}", ReadingKind.STATE, FIRST_CONTACT)
        await self._log.store(replace(begin, at_device=at_device))
        self._last = LastResult(1, str(number), at_device)

    async def _take(self, reading: Reading, fetch: Fetch) -> int:
        if self._is_known(reading):
            await self._log.store(replace(reading, epoch=self.epoch))
            return 1
        if self._counts_each_connection and self._is_first_of_connection:
            return await self._begin_connection(reading)
        if self._is_new_epoch(reading):
            return await self._begin_epoch(reading, fetch)
        before = await self._fill(number_of(reading), fetch)
        await self._store(replace(reading, epoch=self.epoch))
        return before + 1

    async def _fill(self, end: int, fetch: Fetch) -> int:
        """Store what was made after the last and before ``end``, oldest first."""
        last = self.last_number
        if last is None or end <= last + 1:
            return 0
        if last == _NOTHING_YET and self._old is OldResults.CONSECUTIVE:
            return await self._take_back_to(None, end, fetch)
        return await self._store_missed(self._missed(last + 1, end, fetch))

    def _missed(self, first: int, end: int, fetch: Fetch) -> Missed:
        if self._old is OldResults.WALK_BACK:
            return walk_back(fetch, first, end, self._max_fetched)
        if self._old in {OldResults.NONE, OldResults.REWIND}:
            return nothing(first, end)
        return consecutive(fetch, first, end, self._max_fetched)

    async def _store_missed(self, missed: Missed) -> int:
        stored = 0
        # Where nothing was here at the first contact, there is no telling where the count began.
        counts_from_one = self.epoch > 1 or self.last_number != _NOTHING_YET
        async for each in missed:
            if isinstance(each, Hole):
                if counts_from_one or each.first > _NOTHING_YET + 1:
                    await self._store_gap(each)
            elif self._is_apart(each):
                await self._log.store(each)
            else:
                await self._store(replace(each, epoch=self.epoch))
                stored += 1
        return stored

    def _is_last(self, reading: Reading) -> bool:
        last = self._last
        return (
            last is not None
            and number_of(reading) == whole(last.result_id)
            and (last.at_device is None or reading.at_device == last.at_device)
        )

    def _is_known(self, reading: Reading) -> bool:
        """A repeat of one that was stored or fetched not long ago."""
        number = number_of(reading)
        return number in self._recent and self._recent[number] == reading.at_device

    def _is_new_epoch(self, reading: Reading) -> bool:
        """An id at or below the last that is no repeat of one we know.

        When in doubt it is a new epoch: a result twice is better than a result lost.
        """
        last, number = self._last, number_of(reading)
        last_id = self.last_number
        if last is None or last_id is None or number > last_id or self._is_last(reading):
            return False
        if last.at_device is None or reading.at_device is None:
            return number < last_id
        return reading.at_device >= last.at_device

    async def _begin_epoch(self, reading: Reading, fetch: Fetch) -> int:
        """The controller counts anew: fetch back to where our knowledge ends, then store."""
        assert self._last is not None  # noqa: S101  _is_new_epoch said so
        ended = self._last
        await self._open_epoch(ended, reading)
        before = 0
        if self._old is OldResults.CONSECUTIVE:
            before = await self._take_back_to(ended, number_of(reading), fetch)
        await self._store(replace(reading, epoch=self.epoch))
        return before + 1

    async def _begin_connection(self, reading: Reading) -> int:
        """A controller that counts each connection by itself: what was made between is unknown."""
        if self._last is not None:
            await self._open_epoch(self._last, reading)
            gap = self._reader.note("unknown", ReadingKind.GAP, "", epoch=self.epoch)
            await self._log.store(replace(gap, state=None, reason=NO_OLD_RESULTS))
        if number_of(reading) > 1:
            await self._store_gap(Hole(1, number_of(reading) - 1, NO_OLD_RESULTS))
        await self._store(replace(reading, epoch=self.epoch))
        return 1

    async def _open_epoch(self, ended: LastResult, reading: Reading) -> None:
        epoch = ended.epoch + 1
        words = f"result {reading.result_id} after {ended.result_id}"
        if not self._counts_each_connection:
            logger.warning(
                "device=%s counts anew: %s; epoch %d begins", reading.source, words, epoch
            )
            alarm = self._reader.note(
                f"counts anew: {epoch}", ReadingKind.ALARM, "counts anew", epoch=epoch
            )
            await self._log.store(replace(alarm, reason=words))
        self._last = LastResult(epoch, str(_NOTHING_YET), ended.at_device)
        self._recent.clear()

    async def _take_back_to(self, ended: LastResult | None, end: int, fetch: Fetch) -> int:
        """Store what there is before ``end``, back to where an earlier epoch ended.

        Without an earlier epoch there is no telling where the count began, and so no gap.
        """
        fresh: list[Reading] = []
        for number in range(end - 1, 0, -1):
            old = await fetch(number) if len(fresh) < self._max_fetched else None
            if old is None or number_of(old) != number or self._is_apart(old):
                if ended is not None:
                    await self._store_gap(Hole(1, number, NOT_THERE))
                break
            if ended is not None and not _is_later(old, ended):
                break
            fresh.append(old)
        for result in reversed(fresh):
            await self._store(replace(result, epoch=self.epoch))
        return len(fresh)

    async def _store(self, reading: Reading) -> None:
        await self._log.store(reading)
        last = self._last
        number = number_of(reading)
        is_newer = (
            last is None or reading.epoch > last.epoch or number > (whole(last.result_id) or 0)
        )
        self._remember(reading)
        if is_newer:
            self._last = LastResult(reading.epoch, str(number), reading.at_device)

    def _remember(self, reading: Reading) -> None:
        self._recent[number_of(reading)] = reading.at_device
        while len(self._recent) > MAX_REMEMBERED:
            del self._recent[next(iter(self._recent))]

    async def _store_gap(self, hole: Hole) -> None:
        logger.warning(
            "device=%s results %d to %d are missing: %s",
            self._reader.source, hole.first, hole.last, hole.reason,
        )  # fmt: skip
        await self._log.store(
            self._reader.gap(hole.first, hole.last, epoch=self.epoch, reason=hole.reason)
        )
        known = self._last.at_device if self._last is not None else None
        self._last = LastResult(self.epoch, str(hole.last), known)


#: The id before a controller's first.
_NOTHING_YET = 0


def _order(last: LastResult) -> tuple[int, int]:
    return last.epoch, whole(last.result_id) or 0


def _is_later(old: Reading, ended: LastResult) -> bool:
    if old.at_device is None or ended.at_device is None:
        return True
    return old.at_device >= ended.at_device
