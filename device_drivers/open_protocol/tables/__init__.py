"""The layouts of the telegrams we know, by MID and revision: data, a page a family."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.tables import (
    alarms,
    identifiers,
    inputs,
    jobs,
    operations,
    programs,
    results,
    session,
    spindles,
    tools,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from device_drivers.open_protocol.layout import Layout

#: Revisions from here on are variants (998 with stages, 999 short), not newer ones.
FIRST_VARIANT = 900

LAYOUTS: Mapping[tuple[int, int], Layout] = MappingProxyType(
    {
        **session.LAYOUTS,
        **programs.LAYOUTS,
        **jobs.LAYOUTS,
        **tools.LAYOUTS,
        **identifiers.LAYOUTS,
        **results.LAYOUTS,
        **alarms.LAYOUTS,
        **spindles.LAYOUTS,
        **inputs.LAYOUTS,
        **operations.LAYOUTS,
    }
)


def best_revision(mid: int) -> int:
    """The highest ordinary revision of ``mid`` that we know; 0 when we do not know the MID."""
    return max((rev for known, rev in LAYOUTS if known == mid and rev < FIRST_VARIANT), default=0)
