"""Rights: what a person may do beyond the work itself.

A role is a name for several rights.  The plant may say what a role may do (documents of kind
"role"); what it does not say is as in :data:`ROLES`.  A plant may use rights of its own names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.plant import Person, Role

TRAIN = "train"
SIGN_OFF = "sign_off"
SETTLE_RESULTS = "settle_results"
REPRINT_LABEL = "reprint_label"
SKIP_STEP = "skip_step"
BYPASS = "bypass"
REWORK = "rework"
ADD_PART = "add_part"
DISPOSE = "dispose"
CONCEDE = "concede"
SCRAP = "scrap"
RELEASE_HOLD = "release_hold"
APPROVE_FIRST = "approve_first"
MAINTAIN = "maintain"
CHANGE_SETTINGS = "change_settings"
MANAGE_PEOPLE = "manage_people"
BROADCAST = "broadcast"

#: Every right the program itself asks for.
RIGHTS = frozenset(
    {
        TRAIN,
        SIGN_OFF,
        SETTLE_RESULTS,
        REPRINT_LABEL,
        SKIP_STEP,
        BYPASS,
        REWORK,
        ADD_PART,
        DISPOSE,
        CONCEDE,
        SCRAP,
        RELEASE_HOLD,
        APPROVE_FIRST,
        MAINTAIN,
        CHANGE_SETTINGS,
        MANAGE_PEOPLE,
        BROADCAST,
    }
)

_LEAD = frozenset(
    {
        SETTLE_RESULTS,
        REPRINT_LABEL,
        SIGN_OFF,
        SKIP_STEP,
        BYPASS,
        REWORK,
        ADD_PART,
        MANAGE_PEOPLE,
        SCRAP,
        APPROVE_FIRST,
        BROADCAST,
    }
)
_INSPECTOR = frozenset(
    {SIGN_OFF, REPRINT_LABEL, DISPOSE, RELEASE_HOLD, REWORK, ADD_PART, APPROVE_FIRST}
)

#: What a role may do where the plant does not say.
ROLES: dict[str, frozenset[str]] = {
    "operator": frozenset({REPRINT_LABEL}),
    "trainer": frozenset({TRAIN, REPRINT_LABEL}),
    "lead": _LEAD,
    "inspector": _INSPECTOR,
    "quality": _INSPECTOR | {CONCEDE},
    "technician": frozenset({MAINTAIN, CHANGE_SETTINGS, BYPASS, REPRINT_LABEL}),
    "engineer": frozenset(
        {SIGN_OFF, SKIP_STEP, CONCEDE, REPRINT_LABEL, REWORK, ADD_PART, BROADCAST}
    ),
    "administrator": frozenset({CHANGE_SETTINGS, MANAGE_PEOPLE}),
}


def rights_of(person: Person, roles: Iterable[Role]) -> frozenset[str]:
    """What ``person`` may do: the role's rights and their own; nothing once they left."""
    if not person.is_active:
        return frozenset()
    said = next((frozenset(r.rights) for r in roles if r.role == person.role), None)
    of_role = ROLES.get(person.role, frozenset[str]()) if said is None else said
    return of_role | frozenset(person.rights)
