"""``asbuilt device replay``: what went over a wire goes through the driver once more."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec

from app.commands.device_readings import Printed, tell
from app.domain.errors import DeviceFault
from device_drivers.families import family_of
from device_drivers.ring_file import read_ring

if TYPE_CHECKING:
    from pathlib import Path

    from device_drivers.ring_file import Record

OK, FAILED = 0, 1


async def replay(file: Path, url: str) -> int:
    """Print each reading the driver makes of it.

    Devices whose telegrams a library takes off the wire have no bytes to feed back: what the
    library told is printed as it was recorded.

    Raises:
        InvalidInput: the file or the URL cannot be used.
    """
    family = family_of(url)
    records = tuple(read_ring(file))
    feed_back = family.function("replay")
    if feed_back is None:
        for record in records:
            print(msgspec.json.encode(_shown(record)).decode())
        return OK
    printed = Printed()
    try:
        await feed_back(url, records, printed.take, tell)
    except DeviceFault as fault:
        print(f"{file}: the driver gets no further: {fault.detail}.", file=sys.stderr)
        return FAILED
    print(f"{file}: {printed.count} readings of {len(records)} records.", file=sys.stderr)
    return OK


def _shown(record: Record) -> dict[str, Any]:
    at = datetime.fromtimestamp(record.at_us / 1e6, UTC).isoformat(timespec="milliseconds")
    shown = {"at": at.replace("+00:00", "Z"), "what": record.what, **record.note}
    return {**shown, "bytes": record.text} if record.text else shown
