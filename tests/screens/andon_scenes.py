"""States in which other stations call, and messages wait to be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.domain.broadcasts import MOST_LETTERS, Broadcast
from app.domain.rights import BROADCAST
from app.services.line_state import AudienceName, AudienceNames, LineState
from tests.screens import line_scenes, scenes

if TYPE_CHECKING:
    from app.domain.calls import Call
    from app.services.station_state import StationState

_NOW = datetime.fromtimestamp(scenes.NOW_US / 1e6, UTC)


def elsewhere() -> StationState:
    """A lead is signed in; two stations call, one of them stands still."""
    stopped = _at("ST-050", line_scenes.call(seen_s=35))
    quiet = _at("ST-070", line_scenes.call("quality", age_s=40, is_stopped=False))
    state = _lead()
    return replace(state, line=LineState(elsewhere=(stopped, quiet)))


def there() -> StationState:
    """The lead is at the station that called."""
    call = line_scenes.call(seen_s=35)
    arrived = replace(call.answers[0], stage="arrived", at_us=call.at_us + 95_000_000, name="lead")
    call = _at("ST-050", replace(call, answers=(*call.answers, arrived)))
    return replace(_lead(), line=LineState(elsewhere=(call,)))


def message(*, is_urgent: bool = False, name: str = "m-1") -> Broadcast:
    """From the lead, until the end of the shift."""
    words = "Housing lot H-2210 is on hold. Take H-2214 from rack B3 and mark what you have built."
    return Broadcast(
        broadcast=name,
        text={"en": words},
        role="lead",
        at=_NOW - timedelta(minutes=4),
        until=_NOW + timedelta(hours=5),
        is_urgent=is_urgent,
        place="ST-050",
    )


def to_read() -> StationState:
    """Between two units: it can wait."""
    return replace(scenes.signed_in(), line=LineState(messages=(message(),)))


def urgent() -> StationState:
    """Between two units: the next one waits for it.  It is as long as one may be."""
    long = " ".join([message().text["en"]] * 2)[:MOST_LETTERS]
    first = msgspec.structs.replace(message(is_urgent=True), text={"en": long})
    found = (first, message(name="m-2"))
    return replace(scenes.signed_in(), line=LineState(messages=found))


def at_work() -> StationState:
    """An urgent message came while a unit is in work."""
    return replace(scenes.torque(), line=LineState(messages=(message(is_urgent=True),)))


def looked_up() -> StationState:
    """The lead writes, and the station knows whom it can be for."""
    stations = (
        AudienceName("ST-040", "Gearbox mount · Line 4"),
        AudienceName("ST-050", "Gearbox cover · Line 4"),
        AudienceName("ST-060", "Leak test and marking · Line 4"),
        AudienceName("ST-070", "End of line · Line 4"),
        AudienceName("ST-110", "Housing preassembly · Line 1"),
    )
    parts = (AudienceName("HS-200", "Housing"), AudienceName("6204-2Z", "Bearing"))
    state = elsewhere()
    found = AudienceNames(stations=stations, parts=parts)
    return replace(state, line=replace(state.line, audiences=found))


def _at(station: str, call: Call) -> Call:
    return replace(call, station=station, line="L4")


def _lead() -> StationState:
    lead = next(person for person in scenes.plant().people if person.role == "lead")
    people = scenes.people(lead)
    people = replace(people, rights=people.rights | {BROADCAST})
    return replace(scenes.signed_in(), person=lead, people=people)


_WRITTEN = ("help", "write", *(f"key:{letter}" for letter in "Halt"), "primary")
#: As :class:`tests.screens.catalogue.Shot` has them.
ANDON_SHOTS = (
    ("calls-elsewhere", "line_calls", elsewhere, ("help", "line_calls")),
    (
        "call-elsewhere",
        "line_calls.one",
        elsewhere,
        ("help", "line_calls", "elsewhere:maintenance"),
    ),
    (
        "call-elsewhere-there",
        "line_calls.one",
        there,
        ("help", "line_calls", "elsewhere:maintenance"),
    ),
    ("help-of-a-lead", "call", elsewhere, ("help",)),
    ("message", "message.m-1", to_read, ()),
    ("message-urgent", "message.m-1", urgent, ()),
    ("message-at-work", "step.torque", at_work, ()),
    ("message-to-whom", "message.to", elsewhere, _WRITTEN),
    ("message-to-whom-work", "message.to.work", elsewhere, (*_WRITTEN, "write_to:work")),
    (
        "message-names",
        "message.names.station",
        looked_up,
        (*_WRITTEN, "write_to:station", "name:ST-050"),
    ),
    ("message-no-names", "message.names.skill", looked_up, (*_WRITTEN, "write_to:skill")),
    (
        "message-sent",
        "message.sent",
        elsewhere,
        (*_WRITTEN, "write_urgent:yes", "write_to:everybody"),
    ),
)
