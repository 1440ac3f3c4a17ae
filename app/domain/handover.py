"""A shift handed over: what is counted for people, and what the next shift has to know."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from app.domain.events import UnitCompleted, UnitHeld
from app.domain.handover_draft import drafted, is_mandatory
from app.domain.line_events import CallOpened, HandoverItem
from app.domain.problem_events import DefectRecorded, DefectResolved

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from app.domain.calls import Call
    from app.domain.event_body import Body
    from app.domain.stops import Stop

#: The next shift ticks the exceptions only, and no more than this.
MOST_TICKS = 5
#: What the tick behind which the rest stands is called.
REST = "rest"


@dataclass(frozen=True, slots=True)
class Standing:
    """A unit begun and not finished; ``state`` is "open", "left" or "held"."""

    serial: str
    state: str
    order: str | None
    since_us: int | None


@dataclass(frozen=True, slots=True)
class OrderStands:
    """How far an order is; ``is_blocked`` when it cannot run."""

    order: str
    done: int
    quantity: int
    is_blocked: bool = False


def counts_of(bodies: Iterable[Body]) -> dict[str, int]:
    """Units by what became of them; scrap is what was proposed for scrap."""
    counts: Counter[str] = Counter(good=0, reworked=0, scrap=0)
    for body in bodies:
        match body:
            case UnitCompleted(evidence="provable"):
                counts["reworked" if body.reworked else "good"] += 1
            case UnitCompleted():
                counts["not_provable"] += 1
            case DefectRecorded(proposal="scrap"):
                counts["scrap"] += 1
    return dict(counts)


def minutes_of(stops: Iterable[Stop], since_us: int, now_us: int) -> tuple[tuple[str, int], ...]:
    """Whole minutes lost to each reason since then, the most first; "" are not named yet."""
    lost: Counter[str] = Counter()
    for stop in stops:
        end = now_us if stop.ended_us is None else stop.ended_us
        begins = [stop.began_us + part.after_s * 1_000_000 for part in stop.parts]
        reasons = [part.reason for part in stop.parts]
        begins, reasons = begins or [stop.began_us], reasons or [stop.reason or ""]
        for reason, begin, until in zip(reasons, begins, [*begins[1:], end], strict=True):
            lost[reason] += max(0, min(until, end) - max(begin, since_us))
    minutes = [(reason, us // 60_000_000) for reason, us in lost.most_common()]
    return tuple((reason, count) for reason, count in minutes if count)


def open_defects(bodies: Iterable[Body], serials: Iterable[str]) -> tuple[DefectRecorded, ...]:
    """Defects of these units that nobody has put right."""
    found: dict[tuple[str, int], DefectRecorded] = {}
    for body in bodies:
        match body:
            case DefectRecorded():
                found[body.serial, body.number] = body
            case DefectResolved():
                found.pop((body.serial, body.number), None)
    here = frozenset(serials)
    return tuple(defect for defect in found.values() if defect.serial in here)


def items_of(
    *,
    calls: Sequence[Call],
    loose_tools: Sequence[str],
    units: Sequence[Standing],
    defects: Sequence[DefectRecorded],
    unassigned: int,
    unnamed_stops: int,
    orders: Sequence[OrderStands],
    more: Sequence[HandoverItem] = (),
) -> tuple[HandoverItem, ...]:
    """All that is open, the gravest first; equals stay in the order given.

    ``more`` is what the station's other services know to be open.
    """
    items = [_item("call", c.call, what=c.kind, since_us=str(c.at_us)) for c in calls]
    items += [_item("tool", tool, device=tool) for tool in loose_tools]
    items += [_unit(unit) for unit in units]
    items += [
        _item("defect", f"{d.serial}/{d.number}", serial=d.serial, code=d.code) for d in defects
    ]
    if unassigned:
        items.append(_item("results", "", count=str(unassigned)))
    if unnamed_stops:
        items.append(_item("stops", "", count=str(unnamed_stops)))
    items += [
        _item(
            "blocked" if one.is_blocked else "order",
            one.order,
            order=one.order,
            done=str(one.done),
            quantity=str(one.quantity),
        )
        for one in orders
        if one.is_blocked or one.done
    ]
    return drafted([*items, *more])


def cited(
    items: Iterable[HandoverItem], facts: Iterable[tuple[Body, str]]
) -> tuple[HandoverItem, ...]:
    """The items with their records, from (body, record) in the journal's order."""
    found: dict[str, tuple[str, ...]] = {}
    for body, record in facts:
        for name in _about(body):
            found[name] = (*found.get(name, ()), record)
    return tuple(
        item if item.events else replace(item, events=found.get(item.item, ())) for item in items
    )


def _about(body: Body) -> tuple[str, ...]:
    """The items that rest on this fact."""
    match body:
        case CallOpened():
            return (f"call:{body.call}",)
        case UnitHeld():
            return (f"held:{body.serial}",)
        case DefectRecorded():
            return (f"defect:{body.serial}/{body.number}",)
        case _:
            return ()


def with_safety(items: tuple[HandoverItem, ...], words: str | None) -> tuple[HandoverItem, ...]:
    """What was said about safety comes before everything."""
    return items if words is None else (_item("safety", "", words=words), *items)


def exceptions(items: Iterable[HandoverItem]) -> tuple[HandoverItem, ...]:
    """What the next shift has to tick; the last tick stands for all that are too many."""
    found = [item for item in items if is_mandatory(item)]
    if len(found) <= MOST_TICKS:
        return tuple(found)
    left = len(found) - (MOST_TICKS - 1)
    return (*found[: MOST_TICKS - 1], HandoverItem(REST, REST, {"count": str(left)}))


def _unit(unit: Standing) -> HandoverItem:
    kind = "held" if unit.state == "held" else "mid_step"
    since = {} if unit.since_us is None else {"since_us": str(unit.since_us)}
    order = {} if unit.order is None else {"order": unit.order}
    return _item(kind, unit.serial, serial=unit.serial, **since, **order)


def _item(kind: str, name: str, **facts: str) -> HandoverItem:
    return HandoverItem(f"{kind}:{name}", kind, facts)
