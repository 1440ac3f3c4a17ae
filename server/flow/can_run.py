"""What can run now: each open order against material, holds, people, tools and stations.

What cannot run names everything that is in its way, in the order in which it is cheap to clear:
people first, then material, stations, holds, calibrations, missing certificates last.  Where the
plant keeps no records of something, it is not in the way; it is said to be unchecked.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, TypeVar

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.calibration import Calibration, about, is_barred, record_of
from app.domain.instructions import Instruction, MeasureStep, TorqueStep, in_language
from app.domain.plant import EffectiveRevision, Hold, Lot, Order, Person
from server.db.tables import station_state
from server.flow.blockers import (
    CALIBRATION,
    CERTIFICATE,
    CHEAPEST_FIRST,
    HOLD,
    INSTRUCTIONS,
    MATERIAL,
    PERSON,
    STATION,
    Blocker,
    BlockerKind,
    by_kind,
)
from server.log.feed import INSTRUCTION, current, current_all

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import tzinfo

    from server.read.board import StationCard
    from server.read.line_documents import LineDocuments
    from server.read.orders import OrderProgress

T = TypeVar("T", bound=Struct)

MOST_ORDERS = 30
_BAD = frozenset({"offline", "stopped", "never"})


class Runnable(Struct, frozen=True, kw_only=True):
    """An open order; without ``blockers`` it can run.  ``unchecked`` is what nobody can say.

    ``kinds`` are the same blockers, gathered.
    """

    order: str
    product: str
    priority: int
    due: datetime | None
    units_left: int
    can_run: bool
    blockers: tuple[Blocker, ...]
    unchecked: tuple[str, ...]
    kinds: tuple[BlockerKind, ...]


class CanRun(Struct, frozen=True, kw_only=True):
    """The open orders, the most urgent first.

    ``cheapest`` is the blocked order that takes the least to run; None when nothing is blocked.
    """

    orders: tuple[Runnable, ...]
    cheapest: Runnable | None
    more: int


def what_can_run(
    connection: sa.Connection,
    documents: LineDocuments,
    orders: Sequence[OrderProgress],
    cards: Sequence[StationCard],
    *,
    now_us: int,
    zone: tzinfo | None,
) -> CanRun:
    """The board, for at most :data:`MOST_ORDERS` of the ``orders``, as the ``cards`` stand."""
    today = datetime.fromtimestamp(now_us / 1e6, UTC).astimezone(zone).date()
    unfinished = [
        one
        for one in orders
        if one.completed < one.order.quantity and one.order.state == "released"
    ]
    shown = unfinished[:MOST_ORDERS]
    plant = _Plant(connection, documents, cards, today, now_us=now_us)
    looked_at = tuple(plant.look_at(one) for one in shown)
    blocked = [one for one in looked_at if one.blockers]
    cheapest = min(blocked, key=_cost, default=None)
    return CanRun(orders=looked_at, cheapest=cheapest, more=len(unfinished) - len(shown))


def _cost(one: Runnable) -> tuple[list[int], int]:
    """The dearest thing in its way first; of equal ones the more urgent order."""
    dear = sorted((CHEAPEST_FIRST.index(b.kind) for b in one.blockers), reverse=True)
    return dear, one.priority or 10**9


class _Plant:
    """The documents and states that say what can run, read once."""

    def __init__(
        self,
        connection: sa.Connection,
        documents: LineDocuments,
        cards: Sequence[StationCard],
        today: date,
        *,
        now_us: int,
    ) -> None:
        self._connection = connection
        self._documents = documents
        self._today = today
        self._now = datetime.fromtimestamp(now_us / 1e6, UTC)
        self._cards = cards
        self._holds = {h.lot: h for h in self._all(Hold) if h.lot and h.lifted_at is None}
        self._lots = self._lots_by_part()
        self._calibrations = self._all(Calibration)
        self._people = [one for one in self._all(Person) if one.is_active]
        self._here = set(
            connection.execute(
                sa.select(station_state.c.person).where(station_state.c.person.is_not(None))
            ).scalars()
        )
        self._instructions: dict[str, Instruction | None] = {}

    def look_at(self, one: OrderProgress) -> Runnable:
        order = one.order
        instruction = self._instruction(order.instruction)
        blockers: list[Blocker] = []
        unchecked: list[str] = []
        if instruction is None:
            blockers.append(
                Blocker(
                    kind=INSTRUCTIONS,
                    what=f"Instruction {order.instruction} is not published",
                    unblock="engineering publishes it",
                )
            )
        else:
            blockers += self._material(order, instruction, unchecked)
            blockers += self._tools(instruction)
        stations = self._stations_of(order)
        blockers += self._stations(stations)
        blockers += self._certificates(stations)
        blockers.sort(key=lambda found: CHEAPEST_FIRST.index(found.kind))
        return Runnable(
            order=order.order,
            product=f"{order.product} {order.variant}",
            priority=order.priority,
            due=order.due,
            units_left=order.quantity - one.completed,
            can_run=not blockers,
            blockers=tuple(blockers),
            unchecked=tuple(unchecked),
            kinds=by_kind(blockers),
        )

    # --- material

    def _material(
        self, order: Order, instruction: Instruction, unchecked: list[str]
    ) -> list[Blocker]:
        found = []
        for line in instruction.bills.get(order.variant, ()):
            lots = [lot for part in line.parts for lot in self._lots.get(part, ())]
            name = f"{in_language(line.name, 'en')} {line.part}"
            if line.tracked != "lot" or not lots:
                unchecked += [name] if line.tracked == "lot" else []
                continue
            reasons = [self._against(lot) for lot in lots]
            if all(reasons):
                found.append(_cheapest_lot(name, [r for r in reasons if r is not None]))
        return found

    def _against(self, lot: Lot) -> Blocker | None:
        """What keeps a lot from going into a unit."""
        hold = self._holds.get(lot.lot)
        if lot.quantity == 0:
            return Blocker(kind=MATERIAL, what=f"lot {lot.lot} is used up", unblock="bring a lot")
        if self._is_over(lot):
            return Blocker(kind=MATERIAL, what=f"lot {lot.lot} expired", unblock="bring another")
        if hold is not None:
            unblock = f"{hold.owner} decides about hold {hold.hold} ({hold.reason})"
            return Blocker(kind=HOLD, what=f"lot {lot.lot} is held", unblock=unblock)
        return None

    def _is_over(self, lot: Lot) -> bool:
        if lot.expires is not None and lot.expires < self._today:
            return True
        if lot.use_within_h is None or lot.opened_at is None:
            return False
        return (self._now - lot.opened_at).total_seconds() > lot.use_within_h * 3600

    def _lots_by_part(self) -> dict[str, list[Lot]]:
        found: dict[str, list[Lot]] = {}
        for lot in self._all(Lot):
            found.setdefault(lot.part, []).append(lot)
        return found

    # --- tools, stations and people

    def _tools(self, instruction: Instruction) -> list[Blocker]:
        devices = {step.tool for step in instruction.steps if isinstance(step, TorqueStep)}
        devices |= {step.gauge for step in instruction.steps if isinstance(step, MeasureStep)}
        found = []
        for device in sorted(devices):
            said = about(device, record_of(device, self._calibrations), self._today)
            if said is not None and is_barred(said):
                state = said.code.rpartition(".")[2]
                owner = said.facts.get("owner") or "quality"
                action = said.facts.get("action") or "calibrate it or take another"
                what = f"{device}: its calibration is {state}"
                found.append(Blocker(kind=CALIBRATION, what=what, unblock=f"{owner}: {action}"))
        return found

    def _stations_of(self, order: Order) -> list[StationCard]:
        """Those of the order's line; of an order for no line, all that could work it."""
        return [card for card in self._cards if order.line is None or card.line == order.line]

    def _stations(self, cards: list[StationCard]) -> list[Blocker]:
        if not cards:
            return [
                Blocker(
                    kind=STATION, what="No station of its line is enrolled", unblock="enrol one"
                )
            ]
        bad = [card for card in cards if card.state in _BAD]
        # Where the plant says in which order units pass a line, each of its stations is needed.
        line = cards[0].line or ""
        is_needed = set(self._documents.plan_of(line).stations)
        stopping = [card for card in bad if card.station in is_needed or len(bad) == len(cards)]
        words = {"offline": "is not heard of", "stopped": "is stopped", "never": "never reported"}
        return [
            Blocker(
                kind=STATION,
                what=f"{card.station} {words[card.state]}",
                unblock=f"get {card.station} going",
            )
            for card in stopping
        ]

    def _certificates(self, cards: list[StationCard]) -> list[Blocker]:
        """Somebody with each certificate has to be signed in somewhere on the line."""
        wanted: dict[str, str] = {}
        for card in cards:
            info = self._documents.infos.get(card.station)
            for skill in () if info is None else info.skills:
                wanted.setdefault(skill, card.station)
        missing = {
            skill: [one for one in self._people if one.skills.get(skill, date.min) >= self._today]
            for skill in sorted(wanted)
        }
        missing = {
            skill: holders
            for skill, holders in missing.items()
            if self._here.isdisjoint(one.person for one in holders)
        }
        return [
            _certificate(skill, wanted[skill], holders, missing)
            for skill, holders in missing.items()
        ]

    # --- documents

    def _instruction(self, name: str) -> Instruction | None:
        if name not in self._instructions:
            effective = current(self._connection, EffectiveRevision.KIND, name)
            self._instructions[name] = None if effective is None else self._read(effective)
        return self._instructions[name]

    def _read(self, effective: bytes) -> Instruction | None:
        revision = msgspec.json.decode(effective, type=EffectiveRevision).revision
        body = current(self._connection, INSTRUCTION, revision)
        return None if body is None else msgspec.json.decode(body, type=Instruction)

    def _all(self, kind: type[T]) -> list[T]:
        items = current_all(self._connection, kind.KIND)  # type: ignore[attr-defined]
        return [msgspec.json.decode(item.body, type=kind) for item in items]


def _certificate(
    skill: str, station: str, holders: list[Person], missing: dict[str, list[Person]]
) -> Blocker:
    """Who holds this certificate, and where one person can clear several, who holds them all."""
    if not holders:
        what = f"Nobody holds a valid certificate {skill} ({station})"
        unblock = "train somebody, or work with a trainer"
        return Blocker(kind=CERTIFICATE, what=what, unblock=unblock)
    held = [name for name, found in missing.items() if found]
    people = {one.person for one in holders}
    of_all = people.intersection(*({one.person for one in missing[name]} for name in held))
    what = f"Nobody with certificate {skill} is signed in ({station})"
    it = "it" if len(held) == 1 else "them all"
    who = _one_of(of_all, it) if of_all else _one_of(people, "it")
    return Blocker(kind=PERSON, what=what, unblock=f"{who} signs in")


def _one_of(people: set[str], what: str) -> str:
    if len(people) == 1:
        return f"the one person who holds {what}"
    return f"one of {len(people)} people who hold {what}"


def _cheapest_lot(name: str, reasons: list[Blocker]) -> Blocker:
    """The lot that is nearest to being usable stands for the part: material before a hold."""
    best = min(reasons, key=lambda one: CHEAPEST_FIRST.index(one.kind))
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    held = next((one for one in reasons if one.kind == HOLD), None)
    unblock = f"bring a usable lot of {name}"
    if held is not None:
        unblock += f", or {held.unblock}"
    return Blocker(kind=best.kind, what=f"{name}: {best.what}{more}", unblock=unblock)
