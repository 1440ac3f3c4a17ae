"""Times as the API and the pages speak them: aware datetimes, made from stored microseconds."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EARLIEST, _LATEST = -62_135_596_800_000_000, 253_402_300_799_000_000


def utc(at_us: int) -> datetime:
    """A stored time; one no calendar knows (a wild clock) becomes the nearest that one does."""
    return _EPOCH + timedelta(microseconds=max(_EARLIEST, min(_LATEST, at_us)))


def maybe_utc(at_us: int | None) -> datetime | None:
    """The same for a time that may not have come yet."""
    return None if at_us is None else utc(at_us)
