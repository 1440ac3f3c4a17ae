"""Times as the API and the pages speak them: aware datetimes, made from stored microseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# Years 2 to 9998: a zone's offset must not lead out of the calendar either.
_EARLIEST, _LATEST = -62_104_060_800_000_000, 253_370_764_800_000_000


def utc(at_us: int) -> datetime:
    """A stored time; one no calendar knows (a wild clock) becomes the nearest that one does."""
    return EPOCH + timedelta(microseconds=max(_EARLIEST, min(_LATEST, at_us)))


def maybe_utc(at_us: int | None) -> datetime | None:
    """The same for a time that may not have come yet."""
    return None if at_us is None else utc(at_us)
