"""Who may decide what: each situation has an owner, and a right that goes with that owner's role.

A plant gives the right to others in its role documents, or to one person, like any other right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.read.situation_kinds import (
    ADMINISTRATOR,
    ENGINEERING,
    IT,
    LEAD,
    PLANNER,
    QUALITY,
)

if TYPE_CHECKING:
    from server.api.access import Visitor

#: The owner's role, and the right that lets others decide too.
_OWNERS: dict[str, tuple[str, str]] = {
    LEAD: ("lead", "decide_lead"),
    QUALITY: ("quality", "decide_quality"),
    ENGINEERING: ("engineer", "decide_engineering"),
    PLANNER: ("planner", "decide_planning"),
    IT: ("administrator", "decide_it"),
    ADMINISTRATOR: ("administrator", "decide_administration"),
}


def may_decide(visitor: Visitor, owner: str) -> bool:
    """Whether this is theirs to decide; whoever sits at the server itself may in any case."""
    role, right = _OWNERS.get(owner, _OWNERS[ADMINISTRATOR])
    return visitor.has_role(frozenset({role})) or visitor.has_right(right)
