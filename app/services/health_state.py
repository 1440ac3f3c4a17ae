"""What is known of the station's own computer and of what its work needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Needs:
    """Titles of the steps of waiting orders that use a device; empty: work goes on without it."""

    steps: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HealthFacts:
    """What the health page says beside the devices.

    ``needs`` by device; ``calibrations`` by device what is to say of one that ends soon, is over
    or was withdrawn.  ``diagnostics`` is what support needs to know, as text, and ``code`` the
    same as rows of a QR code ("1" dark); ``diagnostics_id`` can be read out by phone.
    """

    disk_used: float | None = None
    disk_free_bytes: int = 0
    needs: dict[str, Needs] = field(default_factory=dict)
    calibrations: dict[str, Refusal] = field(default_factory=dict)
    labels_waiting: int = 0
    diagnostics_id: str = ""
    diagnostics: str = ""
    code: tuple[str, ...] = ()
