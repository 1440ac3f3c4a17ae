"""The plant's lists of codes as they are published, and how well they fit what people mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct, structs

from app.domain.memory_documents import SiteCodes
from memory.code_lists import (
    CONSTRAINTS,
    RESPONSES,
    TRADEOFFS,
    Code,
    CodeList,
    ListError,
    ListName,
    with_code,
    without_code,
)
from memory.list_health import Choice, ListHealth, Proposal, health, proposals
from server.db.memory_tables import memory_decision
from server.log.feed import Document, current_many, publish
from server.memory.records import CardAnswer
from server.memory.said import take_turn
from server.problems import invalid, not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_BEGINNINGS = {one.name: one for one in (CONSTRAINTS, RESPONSES, TRADEOFFS)}
#: The newest answers say how a list does today.
_MOST_CHOICES = 2_000
#: A card has this many rows; one list is one of them.
_ROWS_OF_A_CARD = 4


class ListState(Struct, frozen=True, kw_only=True):
    """A list, how it does, and what people keep writing beside it."""

    codes: CodeList
    health: ListHealth
    proposals: tuple[Proposal, ...]


def all_lists(connection: sa.Connection) -> dict[str, CodeList]:
    """Each list as it stands, the plant's own or what a plant begins with."""
    bodies = current_many(connection, SiteCodes.KIND, list(_BEGINNINGS))
    return {
        name.value: msgspec.json.decode(bodies[name], type=CodeList) if name in bodies else first
        for name, first in _BEGINNINGS.items()
    }


def list_state(connection: sa.Connection, name: str) -> ListState:
    """One list with its health, from the newest answers.

    Raises:
        Problem: there is no such list.
    """
    codes = _list(connection, name)
    choices = list(_choices(connection, codes.name))
    return ListState(
        codes=codes, health=health(codes, choices), proposals=proposals(codes, choices)
    )


def add_code(
    connection: sa.Connection, name: str, code: Code, *, role: str, now_us: int
) -> CodeList:
    """Publish the next version with one more code, approved by a role.

    Raises:
        Problem: there is no such list, or the code cannot be on it.
    """
    return _change(
        connection, name, lambda codes: with_code(codes, code, approved_by=role), now_us=now_us
    )


def retire_code(connection: sa.Connection, name: str, code: str, *, now_us: int) -> CodeList:
    """Publish the next version, which no longer offers the code.

    Raises:
        Problem: there is no such list, or the code has to stay.
    """
    return _change(connection, name, lambda codes: without_code(codes, code), now_us=now_us)


def _change(
    connection: sa.Connection, name: str, change: Callable[[CodeList], CodeList], *, now_us: int
) -> CodeList:
    take_turn(connection)
    try:
        changed = change(_list(connection, name))
    except ListError as error:
        raise invalid(detail=str(error), problem=error.code) from error
    told = SiteCodes(**structs.asdict(changed))
    document = Document(SiteCodes.KIND, changed.name.value, msgspec.json.encode(told))
    publish(connection, [document], now_us=now_us)
    return changed


def _list(connection: sa.Connection, name: str) -> CodeList:
    found = all_lists(connection).get(name)
    if found is None:
        known = ", ".join(one.value for one in ListName)
        raise not_found(detail=f"There is no list {name!r}; there are {known}.")
    return found


def _choices(connection: sa.Connection, name: ListName) -> Iterator[Choice]:
    columns = memory_decision.c
    statement = sa.select(columns.key, columns.shift, columns.decided_at, columns.card)
    # A lead chose at the server, from another list and at leisure.
    statement = statement.where(columns.event_id.not_like("feed:%"))
    statement = statement.order_by(columns.decided_at.desc(), columns.decision)
    for row in connection.execute(statement.limit(_MOST_CHOICES)):
        card = msgspec.json.decode(row.card, type=CardAnswer)
        for code in _chosen(card, name):
            yield Choice(
                code=code,
                key=row.key,
                shift=row.shift,
                at_us=row.decided_at,
                seconds=card.after_s / _ROWS_OF_A_CARD,
                text=card.words,
            )


def _chosen(card: CardAnswer, name: ListName) -> tuple[str, ...]:
    match name:
        case ListName.CONSTRAINTS:
            return (card.constraint,)
        case ListName.RESPONSES:
            return (card.response,)
        case ListName.TRADEOFFS:
            return card.tradeoffs
