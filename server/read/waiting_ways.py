"""The ways out of a decision that waits for the lead: the plant's own list of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.decision_waiting import WAITING
from app.domain.memory_documents import SiteCodes
from memory.code_lists import RESPONSES, UNKNOWN, Code, CodeList, ListName
from server.log.feed import current
from server.read.situation_kinds import Action, kind_of

if TYPE_CHECKING:
    import sqlalchemy as sa

#: Whom it waits for is called already, and has to know.
_NO_WAY_OUT = frozenset({"call_lead", UNKNOWN})


def ways_out(connection: sa.Connection, kind: str) -> tuple[Action, ...]:
    """What can be decided about a situation of this kind."""
    actions = kind_of(kind).actions
    if kind != WAITING:
        return actions
    words = {action.decision: action.words for action in actions}
    offered = (code for code in _responses(connection).offered if code.code not in _NO_WAY_OUT)
    return tuple(Action(code.code, _said(code, words)) for code in offered)


def words_of(connection: sa.Connection, kind: str) -> dict[str, str]:
    """What each decision says, those that are offered no longer among them."""
    words = {action.decision: action.words for action in kind_of(kind).actions}
    if kind == WAITING:
        words |= {code.code: _said(code, words) for code in _responses(connection).codes}
    return words


def _responses(connection: sa.Connection) -> CodeList:
    body = current(connection, SiteCodes.KIND, ListName.RESPONSES)
    return RESPONSES if body is None else msgspec.json.decode(body, type=CodeList)


def _said(code: Code, words: dict[str, str]) -> str:
    """The plant's own text, the product's, or the code itself."""
    if code.text:
        return code.text.get("en") or next(iter(code.text.values()))
    return words.get(code.code) or code.code.replace("_", " ").capitalize()
