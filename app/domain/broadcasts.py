"""Messages to stations: whom one is for, how long it counts, and who has signed for it.

Roles and stations only: a receipt says which role read it where, never who.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, ClassVar, Literal, TypeAlias, get_args

from msgspec import Meta, Struct

from app.domain.event_body import Body

if TYPE_CHECKING:
    from collections.abc import Iterable

#: Letters of one message: what is longer is not read at a station.
MOST_LETTERS = 160
#: So long a message may count, in hours.
LONGEST_H = 7 * 24
#: So many stations, skills, orders, products or parts one message may name.
MOST_NAMES = 50
Audience = Literal["everybody", "station", "skill", "order", "product", "part"]
EVERYBODY: Audience = "everybody"
AUDIENCES: tuple[Audience, ...] = get_args(Audience)
_Name = Annotated[str, Meta(min_length=1, max_length=100)]
_Sentence = Annotated[str, Meta(min_length=1, max_length=MOST_LETTERS)]
_Texts = Annotated[dict[_Name, _Sentence], Meta(min_length=1, max_length=10)]
_Names = Annotated[tuple[_Name, ...], Meta(max_length=MOST_NAMES)]


class Broadcast(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A message for ``names`` of an ``audience``, in ``text`` by language, until ``until``.

    ``role`` is whose it is, ``place`` the station it was written at, None for the web board.  An
    ``is_urgent`` one has to be signed for before the next unit begins.
    """

    KIND: ClassVar[str] = "broadcast"

    broadcast: str
    text: _Texts
    role: str
    at: datetime
    until: datetime
    audience: Audience = "everybody"
    names: _Names = ()
    is_urgent: bool = False
    place: str | None = None


class BroadcastSent(Body, frozen=True, kw_only=True):
    """A message was written at a station; the plant hands it to whom it is for."""

    KIND: ClassVar[str] = "broadcast.sent"
    broadcast: str
    text: _Texts
    role: str
    until: datetime
    audience: Audience = "everybody"
    names: _Names = ()
    is_urgent: bool = False


class BroadcastRead(Body, frozen=True, kw_only=True):
    """Somebody with this ``role`` signed for a message at the station, at the event's time."""

    KIND: ClassVar[str] = "broadcast.read"
    broadcast: str
    role: str


BroadcastBody: TypeAlias = BroadcastSent | BroadcastRead


class Place(Struct, frozen=True):
    """What counts at a station now: its skills and those of who works there, and the work."""

    station: str
    skills: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()
    products: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()


def is_for(message: Broadcast, place: Place) -> bool:
    """Whether somebody at ``place`` is meant."""
    names = set(message.names)
    match message.audience:
        case "everybody":
            return True
        case "station":
            return place.station in names
        case "skill":
            return bool(names & place.skills)
        case "order":
            return bool(names & place.orders)
        case "product":
            return bool(names & place.products)
        case "part":
            return bool(names & place.parts)


def unread(
    messages: Iterable[Broadcast], place: Place, *, read: Iterable[str], now: datetime
) -> tuple[Broadcast, ...]:
    """What is to be read at ``place`` now: the urgent ones first, then the oldest."""
    done = frozenset(read)
    meant = [
        one
        for one in messages
        if one.until > now and one.broadcast not in done and is_for(one, place)
    ]
    return tuple(sorted(meant, key=lambda one: (not one.is_urgent, one.at, one.broadcast)))
