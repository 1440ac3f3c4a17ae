"""What is said about a scan that came at the wrong time, at the wrong place, or damaged."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.services.station_state import ShownRefusal
from tests.screens.scenes import NOW_US, signed_in

if TYPE_CHECKING:
    from app.services.station_state import StationState


def refused(refusal: Refusal) -> StationState:
    return replace(signed_in("scan-bearing"), refusal=ShownRefusal(refusal, NOW_US))


_AT_STEP = {"component": "Bearing 6204", "part": "SKF 6204"}
BLOCKED = tuple(
    (name, partial(refused, refusal))
    for name, refusal in (
        ("scan-too-early", Refusal("command.too_early", {"scanned": "CMD:CONFIRM"})),
        ("scan-not-here", Refusal("command.not_here", {"scanned": "CMD:SIGN-OUT"})),
        ("scan-unfinished", Refusal("scan.unfinished", {"count": "17"})),
        ("scan-layout", Refusal("scan.layout", {"scanner": "US", "pc": "DE"})),
        ("scan-caps", Refusal("scan.caps_lock")),
        (
            "scan-location",
            Refusal(
                "scan.not_a_part",
                {"scanned": "LOC-B3", "kind": "location", "value": "B3", **_AT_STEP},
            ),
        ),
    )
)
