"""States in which a lead looks at the stops of a station, and corrects one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from app.domain.flow_documents import (
    ReasonGroup,
    StopContradicted,
    StopPart,
    StopReason,
    StopReasons,
)
from app.domain.stops import Stop
from app.services.line_state import ToldStop
from tests.screens import andon_scenes, scenes

if TYPE_CHECKING:
    from app.services.station_state import StationState

_MINUTE = 60_000_000
TREE = StopReasons(
    line="*",
    groups=(
        ReasonGroup(
            code="material",
            name={"en": "Material", "de": "Material"},
            reasons=(
                StopReason("feeding", {"en": "Feeding jammed", "de": "Zuf\u00fchrung klemmt"}),
                StopReason("missing", {"en": "Missing", "de": "Fehlt"}),
            ),
        ),
        ReasonGroup(code="machine", name={"en": "Machine", "de": "Maschine"}),
        ReasonGroup(code="setup", name={"en": "Setup", "de": "R\u00fcsten"}),
    ),
)
_AT = datetime.fromtimestamp((scenes.NOW_US - 20 * _MINUTE) / 1e6, UTC)


def _told(number: int, age_min: int, length_min: int, *reasons: tuple[str, int]) -> ToldStop:
    begin = scenes.NOW_US - age_min * _MINUTE
    parts = tuple(StopPart(reason=code, after_s=after_s) for code, after_s in reasons)
    reason = parts[-1].reason if parts else None
    return ToldStop(Stop(f"s-{number}", begin, begin + length_min * _MINUTE, reason), parts)


def second() -> ToldStop:
    """Set at the board while this station was away."""
    told = replace(_told(1, 200, 18, ("setup", 0)), by="lead", settled_at=_AT, version=1)
    against = StopContradicted(
        stop="ST-040/s-1",
        parts=(StopPart(reason="material/feeding"), StopPart(reason="machine", after_s=300)),
        role="lead",
        at=_AT,
        place="ST-040",
        counts=told.parts,
        counts_role="lead",
    )
    return replace(told, against=against)


def listed(*more: ToldStop) -> StationState:
    """A lead is signed in; one stop of each sort."""
    parts = (("material/missing", 0), ("machine", 300))
    found = (
        _told(5, 12, 4),
        _told(4, 40, 6, ("unknown", 0)),
        replace(_told(3, 90, 18, *parts), by="lead", is_on_its_way=True),
        _told(2, 150, 3, ("material/feeding", 0)),
        *more,
        replace(_told(0, 300, 7, ("setup", 0)), by="engineer", settled_at=_AT, version=2),
    )
    state = andon_scenes.elsewhere()
    line = replace(state.line, stops=found, reasons=TREE.codes, tree=TREE)
    return replace(state, line=line)


def contradicted() -> StationState:
    return listed(second())


_ONE = ("help", "stops", "stop:s-3")
#: As :class:`tests.screens.catalogue.Shot` has them.
STOPS_SHOTS = (
    ("stops-way", "call", listed, ("help",)),
    ("stops", "stops", listed, ("help", "stops")),
    ("stops-one", "stops.one", listed, _ONE),
    ("stops-after", "stops.after", listed, (*_ONE, "stop_split")),
    (
        "stops-second-part",
        "stops.one.second.0",
        listed,
        (*_ONE, "stop_split", "key:5", "primary", "stop_reason:machine"),
    ),
    ("stops-contradicted", "stops.against.s-1", contradicted, ()),
)
