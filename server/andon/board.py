"""What the andon board shows: open calls and whose they are, messages and who has not signed."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.broadcasts import Broadcast, Place, is_for
from app.domain.calls import ARRIVED, escalations
from app.domain.plant import Order, StationInfo
from app.domain.plant_calls import (
    EscalationPlan,
    PlantCall,
    answering_roles,
    call_elsewhere,
    ladder_of,
    next_stages,
    plan_for,
)
from server.db.andon_tables import andon_broadcast, andon_call, andon_receipt
from server.log.andon_calls import with_answers
from server.log.feed import current_all, current_many
from server.read.board import SILENT_AFTER_US, station_cards
from server.read.times import maybe_utc, utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from server.read.board import StationCard

#: Beyond these a board shows how many more there are.
MOST_CALLS, MOST_MESSAGES = 100, 30


class Going(Struct, frozen=True, kw_only=True):
    """The call goes to the role ``to``, from ``at`` on."""

    to: str
    at: datetime


class OpenCall(Struct, frozen=True, kw_only=True):
    """A call that is open: ``went`` are those it went on to, ``goes`` who is next, and when.

    ``stages`` are what may be said of it now, ``roles`` who may say it.
    """

    call: PlantCall
    station_name: str
    went: tuple[Going, ...]
    goes: Going | None
    stages: tuple[str, ...]
    roles: tuple[str, ...]


class Receipt(Struct, frozen=True, kw_only=True):
    """One station a message is for; ``at`` and ``role`` once somebody signed for it there.

    ``silent_s`` is how long nothing was heard of a station that has not signed, if it is away.
    """

    station: str
    at: datetime | None = None
    role: str | None = None
    silent_s: float | None = None


class Message(Struct, frozen=True, kw_only=True):
    """A message, and the stations it is for; ``is_open`` while it counts."""

    message: Broadcast
    is_open: bool
    taken_back_at: datetime | None
    receipts: tuple[Receipt, ...]

    @property
    def missing(self) -> tuple[Receipt, ...]:
        """The stations where nobody has signed yet."""
        return tuple(one for one in self.receipts if one.at is None)


class Board(Struct, frozen=True, kw_only=True):
    """Everything at one moment; ``more_calls`` are open beyond those that are listed."""

    calls: tuple[OpenCall, ...]
    more_calls: int
    messages: tuple[Message, ...]


def andon_board(connection: sa.Connection, *, now_us: int) -> Board:
    """The oldest calls first, the newest messages first."""
    is_open = andon_call.c.ended_at.is_(None)
    count = sa.select(sa.func.count()).select_from(andon_call).where(is_open)
    statement = sa.select(andon_call).where(is_open).order_by(andon_call.c.opened_at)
    rows = connection.execute(statement.limit(MOST_CALLS)).mappings().all()
    total = connection.execute(count).scalar_one()
    cards = station_cards(connection, now_us=now_us)
    plans = escalation_plans(connection)
    names = {card.station: card for card in cards}
    calls = with_answers(connection, rows)
    return Board(
        calls=tuple(_open(one, names.get(one.station), plans, now_us) for one in calls),
        more_calls=total - len(rows),
        messages=tuple(messages(connection, cards, now_us=now_us)),
    )


def escalation_plans(connection: sa.Connection) -> list[EscalationPlan]:
    """The plant's plans of who answers and who comes next."""
    items = current_all(connection, EscalationPlan.KIND)
    return [msgspec.json.decode(item.body, type=EscalationPlan) for item in items]


def roles_of(connection: sa.Connection, call: PlantCall) -> frozenset[str]:
    """Who may answer ``call``."""
    info = current_many(connection, StationInfo.KIND, [call.station]).get(call.station)
    line = "" if info is None else msgspec.json.decode(info, type=StationInfo).line
    return answering_roles(plan_for(escalation_plans(connection), call.kind, line), call.kind)


def messages(
    connection: sa.Connection, cards: Sequence[StationCard], *, now_us: int
) -> list[Message]:
    """The newest messages, each with the stations it is for."""
    statement = sa.select(andon_broadcast).order_by(andon_broadcast.c.at.desc())
    rows = connection.execute(statement.limit(MOST_MESSAGES)).all()
    names = [row.broadcast for row in rows]
    signed: dict[str, dict[str, Receipt]] = {}
    statement = sa.select(andon_receipt).where(andon_receipt.c.broadcast.in_(names))
    for one in connection.execute(statement):
        receipt = Receipt(station=one.station, at=utc(one.at), role=one.role)
        signed.setdefault(one.broadcast, {})[one.station] = receipt
    places = _places(connection, cards)
    return [
        _message(row, signed.get(row.broadcast, {}), cards, places, now_us=now_us) for row in rows
    ]


def _open(
    call: PlantCall, card: StationCard | None, plans: Iterable[EscalationPlan], now_us: int
) -> OpenCall:
    line = card.line if card is not None and card.line else ""
    plan = plan_for(plans, call.kind, line)
    known = call_elsewhere(call)
    found = () if known.answer(ARRIVED) else escalations(known, ladder_of(plan))
    coming = sorted(found, key=lambda one: one.at_us)
    goes = [Going(to=one.to, at=utc(one.at_us)) for one in coming]
    now = utc(now_us)
    return OpenCall(
        call=msgspec.structs.replace(call, line=line),
        station_name=call.station if card is None else card.name,
        went=tuple(one for one in goes if one.at <= now),
        goes=next((one for one in goes if one.at > now), None),
        stages=next_stages(one.stage for one in call.answers),
        roles=tuple(sorted(answering_roles(plan, call.kind))),
    )


def _places(connection: sa.Connection, cards: Sequence[StationCard]) -> dict[str, Place]:
    """What each station is known to be about; which parts it fits only it knows itself."""
    infos = {
        info.station: info
        for item in current_all(connection, StationInfo.KIND)
        for info in [msgspec.json.decode(item.body, type=StationInfo)]
    }
    worked = sorted({card.order for card in cards if card.order})
    orders = current_many(connection, Order.KIND, worked) if worked else {}
    products = {n: msgspec.json.decode(body, type=Order).product for n, body in orders.items()}
    return {
        card.station: Place(
            station=card.station,
            skills=frozenset(infos[card.station].skills if card.station in infos else ()),
            orders=frozenset({card.order} if card.order else ()),
            products=frozenset({products[card.order]} if card.order in products else ()),
        )
        for card in cards
    }


def _message(
    row: sa.Row[tuple[object, ...]],
    signed: dict[str, Receipt],
    cards: Sequence[StationCard],
    places: dict[str, Place],
    *,
    now_us: int,
) -> Message:
    message = msgspec.json.decode(row.body, type=Broadcast)
    waiting = [
        Receipt(station=card.station, silent_s=_away_s(card))
        for card in cards
        if card.station not in signed and is_for(message, places[card.station])
    ]
    known = {card.station for card in cards}
    unknown = set(message.names) - known if message.audience == "station" else set()
    waiting += [Receipt(station=name) for name in sorted(unknown - set(signed))]
    return Message(
        message=message,
        is_open=row.ended_at is None and row.until > now_us,
        taken_back_at=maybe_utc(row.ended_at),
        receipts=(*sorted(signed.values(), key=lambda one: one.station), *waiting),
    )


def _away_s(card: StationCard) -> float | None:
    silent_s = card.silent_s
    return silent_s if silent_s is not None and silent_s > SILENT_AFTER_US / 1e6 else None
