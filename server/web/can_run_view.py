"""How the board says what is in the way of an order: one line for each kind of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from server.flow.blockers import CALIBRATION, CERTIFICATE, HOLD, MATERIAL, PERSON, STATION
from server.flow.blockers import INSTRUCTIONS as UNPUBLISHED

if TYPE_CHECKING:
    from server.flow.blockers import BlockerKind

_SEVERAL = {
    PERSON: "{} certificates nobody who is signed in has",
    MATERIAL: "{} parts without a usable lot",
    STATION: "{} stations do not work",
    HOLD: "{} parts whose lots are held",
    CALIBRATION: "{} devices that are not calibrated",
    CERTIFICATE: "{} certificates nobody holds",
    UNPUBLISHED: "{} instructions that are not published",
}


def blocked_words(group: BlockerKind) -> str:
    """Like "3 parts without a usable lot"; one thing alone is said as it is."""
    if group.count == 1:
        return group.blockers[0].what
    return _SEVERAL[group.kind].format(group.count)
