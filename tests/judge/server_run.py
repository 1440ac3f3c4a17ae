"""Sends a stretch of a history to a real server, as the line's station would record it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Envelope, Refs
from app.domain.events import UnitCompleted, UnitStarted
from app.domain.memory_events import DecisionMade, EvidenceRef, SituationOpened
from tests.helpers.plant_history import PlantHistory, script

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.event_body import Body
    from memory.records import Decision
    from tests.helpers.plant_history.trouble import Occurrence
    from tests.helpers.plant_rig import PlantRig
    from tests.helpers.plant_station import FakeStation

#: Units before the first decision and after the last that its watch needs.
MARGIN = 70
#: Events in one push.
AT_ONCE = 500


def decided_within(told: PlantHistory, rows: range) -> list[Decision]:
    """The decisions of which all that is watched lies in these units."""
    first, end = rows.start + MARGIN, rows.stop - MARGIN
    return [one.decision for one in told.truth.told.decided if first <= one.row < end]


def record(told: PlantHistory, station: FakeStation, rows: range) -> None:
    """Write the stretch into the station's log, in the order in which it happened."""
    decided = decided_within(told, rows)
    texts = {case.case: case.text for case in told.cases}
    about = {_last_before(told, rows, one): one for one in decided}
    happened: list[tuple[int, int, Callable[[], None]]] = []
    for row in rows:
        at_us = int(told.units.at_us[row])
        happened.append((at_us, 0, partial(_build, station, _started(told, row), at_us)))
    for seen in told.occurrences:
        if seen.row in rows:
            decision = about.get(seen)
            name = f"S {seen.key} {seen.row}" if decision is None else decision.case
            happened.append((seen.at_us, 1, partial(_open, station, seen, name, texts.get(name))))
    happened += [(one.decided_at_us, 2, partial(_decide, station, one)) for one in decided]
    for _, _, happen in sorted(happened, key=lambda one: one[:2]):
        happen()


def _last_before(told: PlantHistory, rows: range, decision: Decision) -> Occurrence | None:
    """What the decision is about."""
    before = [
        seen
        for seen in told.occurrences
        if seen.key == decision.key and seen.at_us <= decision.decided_at_us and seen.row in rows
    ]
    return before[-1] if before else None


def revision_of(row: int) -> str:
    return "B" if row < script.NEW_REVISION_UNIT else "C"


def _started(told: PlantHistory, row: int) -> UnitStarted:
    return UnitStarted(
        serial=told.units.serials[row],
        order="PO-1",
        product="GX",
        variant="B",
        instruction="gearbox-mount",
        revision=revision_of(row),
        raw=told.units.serials[row],
    )


def _build(station: FakeStation, started: UnitStarted, at_us: int) -> None:
    refs = Refs(unit=started.serial, order=started.order)
    _write(station, started, at_us - 2, refs)
    _write(station, UnitCompleted(serial=started.serial, evidence="provable"), at_us, refs)


def _open(station: FakeStation, seen: Occurrence, name: str, text: str | None) -> None:
    """It happened at this unit."""
    context = {"revision": revision_of(seen.row)} | ({"escaped": "yes"} if seen.is_escape else {})
    body = SituationOpened(
        situation=name,
        kind="nok",
        key=seen.key,
        title=text or seen.key.rpartition("/")[2].replace("_", " "),
        evidence=_evidence(station),
        context=context,
        severity="safety" if seen.is_safety else "normal",
    )
    _write(station, body, seen.at_us, Refs())


def _decide(station: FakeStation, decision: Decision) -> None:
    made = DecisionMade(
        decision=decision.decision,
        situation=decision.case,
        key=decision.key,
        constraint="unknown",
        response=decision.response,
        kind=decision.kind,
        role=decision.role,
        shift="A",
        context=decision.scope.context,
        expected_units=decision.expectation.units,
        expected_hours=decision.expectation.hours,
        is_safety=decision.is_safety,
    )
    _write(station, made, decision.decided_at_us, Refs())


def _evidence(station: FakeStation) -> tuple[EvidenceRef, ...]:
    trigger = station.written[-1]
    return (EvidenceRef(f"{station.name}-{station.epoch}-{len(station.written)}", trigger.hash),)


def _write(station: FakeStation, body: Body, at_us: int, refs: Refs) -> None:
    station.at_us = at_us - 7_000_000  # its clock goes on by seven seconds with every event
    station.write(body, refs=refs)


async def send(plant: PlantRig, station: FakeStation) -> None:
    """Push what was written as it came, the server's clock going with it."""
    for first in range(1, len(station.written) + 1, AT_ONCE):
        last = min(first + AT_ONCE - 1, len(station.written))
        sent = msgspec.json.decode(station.written[last - 1].envelope, type=Envelope)
        plant.clock.at_us = sent.at + 1
        await station.sign_in(plant.client)
        await station.pushed(plant.client, station.push_of(first, last))
