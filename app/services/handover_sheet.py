"""The sheet of a station's handover: the shift counted from the journal, and all that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.handover import (
    OrderStands,
    cited,
    counts_of,
    items_of,
    minutes_of,
    open_defects,
)
from app.domain.line_events import HandoverGiven, HandoverNoted
from app.services.handover_facts import bypassed, lots_on_hold, open_checks, waiting, watched
from app.services.line_state import HandoverSheet
from app.services.stop_settling import known_stops

if TYPE_CHECKING:
    from app.domain.handover import Standing
    from app.domain.line_events import HandoverItem
    from app.ports.journal import LineFact, Reference
    from app.services.line_record import LineRecord
    from app.services.line_state import ShiftSpan

#: A defect older than this is told by its unit, which is on hold.
DEFECTS_US = 7 * 86_400_000_000


async def counted_sheet(
    record: LineRecord, reference: Reference, span: ShiftSpan
) -> HandoverSheet:
    """The sheet as of now."""
    now_us = record.clock.now_us()
    older = await record.facts(now_us - DEFECTS_US)
    facts = [fact for fact in older if fact.at_us >= span.began_us]
    units = await record.journal.standing_units()
    items = await _open(record, reference, older, units)
    stops = await known_stops(older, reference, record.state.station.station, span.began_us)
    return HandoverSheet(
        shift=span.name,
        next_shift=span.next_name,
        since_us=span.began_us,
        counts=counts_of(fact.body for fact in facts),
        # Of a stop that began in the shift before, what lies in this one is lost to it.
        minutes=minutes_of(stops, span.began_us, now_us),
        items=cited(items, ((fact.body, fact.record) for fact in older)),
        notes=_notes(older),
    )


async def _open(
    record: LineRecord,
    reference: Reference,
    older: tuple[LineFact, ...],
    units: tuple[Standing, ...],
) -> tuple[HandoverItem, ...]:
    journal, state, now_us = record.journal, record.state, record.clock.now_us()
    return items_of(
        calls=state.line.calls,
        loose_tools=state.loose_tools,
        units=units,
        defects=open_defects((f.body for f in older), (u.serial for u in units)),
        unassigned=state.unassigned.count,
        unnamed_stops=state.line.unnamed,
        orders=[
            OrderStands(row.order.order, row.done, row.order.quantity, row.blocked is not None)
            for row in state.orders
        ],
        more=(
            *await lots_on_hold(journal, reference),
            *bypassed(state.quality),
            *await open_checks(journal, state.forms),
            *await watched(journal, reference, now_us),
            *await waiting(journal, reference, now_us),
            *state.line.questions,
        ),
    )


def _notes(facts: tuple[LineFact, ...]) -> tuple[tuple[str, str], ...]:
    """What people noted since the last handover, with who did."""
    notes: list[tuple[str, str]] = []
    for fact in facts:
        match fact.body:
            case HandoverGiven():
                notes = []
            case HandoverNoted():
                notes.append((fact.body.text, fact.body.name or ""))
    return tuple(notes)
