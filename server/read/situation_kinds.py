"""Whose each kind of situation is, and what that person can decide.

The actions are the plant's own words: deciding records one of them.  What it means for parts and
units is done by people, and recorded by stations as new facts.
"""

from __future__ import annotations

from msgspec import Struct

LEAD, QUALITY, PLANNER = "team lead", "quality", "planner"
ENGINEERING, IT, ADMINISTRATOR = "engineering", "IT", "administrator"


class Action(Struct, frozen=True):
    """One possible decision: its code, and what it says."""

    decision: str
    words: str


class SituationKind(Struct, frozen=True):
    """The role that owns a kind of situation, and the ways out."""

    owner: str
    actions: tuple[Action, ...]


_NOTED = Action("noted", "Noted: nothing has to be done")
_KEEP = Action("accept", "Accept as built")
_REWORK = Action("rework", "Rework the unit")
_SCRAP = Action("scrap", "Scrap the unit")
_RETURN = Action("return", "Return the unit")
_AS_IS = Action("use_as_is", "Use the unit as it is, by a concession")
_HOLD = Action("hold_units", "Hold the units until they are checked")
_RELEASE = Action("release_units", "Checked: release the units")
_UPDATE = Action("update_server", "Update the server, then draw the projections anew")
_SET_CLOCK = Action("clock_set", "The clock was set")

_KINDS: dict[str, SituationKind] = {
    "two_stations": SituationKind(
        LEAD,
        (
            Action("both_valid", "Both are valid: the work was shared"),
            Action("first_valid", "Only the first station's work counts"),
            Action("second_valid", "Only the second station's work counts"),
            _REWORK,
        ),
    ),
    "serial_twice": SituationKind(
        QUALITY,
        (
            Action("in_first", "Checked: the piece is in the first unit"),
            Action("in_second", "Checked: the piece is in the second unit"),
            Action("two_pieces", "Checked: two pieces carry the same serial"),
        ),
    ),
    "hold": SituationKind(QUALITY, (_HOLD, _RELEASE, _REWORK)),
    "held_lot_fitted": SituationKind(QUALITY, (_HOLD, _RELEASE, _REWORK)),
    "lot_expired": SituationKind(QUALITY, (_KEEP, _HOLD, _REWORK)),
    "lot_opened_too_long": SituationKind(QUALITY, (_KEEP, _HOLD, _REWORK)),
    "certificate_expired": SituationKind(
        QUALITY,
        (
            Action("renewed", "The certificate was renewed; the work is accepted"),
            _HOLD,
            _REWORK,
        ),
    ),
    "old_revision": SituationKind(
        ENGINEERING, (_KEEP, Action("delta", "Do the changed steps by the new revision"), _REWORK)
    ),
    "revision_changed": SituationKind(
        ENGINEERING, (_KEEP, Action("delta", "Do the changed steps by the new revision"), _REWORK)
    ),
    "order_closed": SituationKind(
        PLANNER,
        (Action("reopen", "Open the order again"), Action("move", "Count it to another order")),
    ),
    "order_exceeded": SituationKind(
        PLANNER,
        (
            Action("raise_quantity", "Raise the quantity of the order"),
            Action("to_stock", "Put the surplus to stock"),
        ),
    ),
    "fork": SituationKind(
        IT,
        (
            Action("enrol_again", "Enrol the station again: it goes on in a new epoch"),
            Action("stop_copy", "The other machine is a copy: it was switched off"),
        ),
    ),
    "clock_off": SituationKind(IT, (_SET_CLOCK, _NOTED)),
    "unknown_kind": SituationKind(ADMINISTRATOR, (_UPDATE, _NOTED)),
    "unreadable": SituationKind(ADMINISTRATOR, (_UPDATE, _NOTED)),
    "undrawn": SituationKind(ADMINISTRATOR, (_UPDATE, _NOTED)),
    "hole": SituationKind(
        ADMINISTRATOR, (Action("restored", "The server was restored from its backup"), _NOTED)
    ),
    "restored": SituationKind(
        ADMINISTRATOR, (Action("seen", "Seen: the stations have sent again what they had"), _NOTED)
    ),
    "result_gap": SituationKind(
        QUALITY,
        (
            Action("checked", "The unit was checked: nothing is missing"),
            _REWORK,
        ),
    ),
    "unassigned": SituationKind(
        LEAD, (Action("not_ours", "The result belongs to no unit"), _REWORK, _NOTED)
    ),
    "held": SituationKind(LEAD, (_REWORK, _KEEP, _AS_IS, _SCRAP, _RETURN)),
    "bypass": SituationKind(QUALITY, (_NOTED,)),
    "not_provable": SituationKind(QUALITY, (_KEEP, _REWORK, _SCRAP)),
    "chart_alarm": SituationKind(
        QUALITY,
        (
            Action("cause_removed", "The cause was found and removed"),
            Action("renew_limits", "The process was changed on purpose: renew the limits"),
            Action("chance", "Checked: no cause was found"),
            _HOLD,
        ),
    ),
    "curve_alarm": SituationKind(
        QUALITY,
        (
            Action("checked", "Checked: the joint is good"),
            Action("renew_limits", "The joint was changed on purpose: renew the limits"),
            _HOLD,
            _REWORK,
        ),
    ),
    "end_digits": SituationKind(
        LEAD, (Action("reading_improved", "How the value is read was improved"), _NOTED)
    ),
    "stop_unknown": SituationKind(
        LEAD, (Action("named", "The reason was named under Losses"), _NOTED)
    ),
    "stop_twice": SituationKind(
        LEAD, (Action("named", "The reason was set under Losses"), _NOTED)
    ),
    "check_overdue": SituationKind(LEAD, (Action("solved", "Solved"), _NOTED)),
    "check_failed": SituationKind(
        LEAD, (Action("put_right", "Put right"), Action("no_danger", "May stay as it is"))
    ),
    "problem": SituationKind(LEAD, (Action("solved", "Solved"), _NOTED)),
    # The responses a plant begins with, in the memory's words; what is offered is the plant's own
    # list (waiting_ways).  The answer becomes the case's.
    "decision_waiting": SituationKind(
        LEAD,
        (
            Action("check_all", "Check all"),
            Action("set_aside", "Set aside"),
            Action("hold_lot", "Hold the lot"),
            Action("stop_line", "Stop the line"),
            Action("redo", "Do it again"),
            Action("clean", "Clean it"),
            Action("replace_part", "Replace the part"),
            Action("replace_tool", "Change the tool"),
            Action("adjust", "Adjust"),
            Action("restart", "Restart"),
            Action("maintain", "Maintain"),
            Action("show_again", "Show how again"),
            Action("add_check", "Add a check"),
            Action("change_instruction", "Change instruction"),
            Action("use_as_is", "Use as it is"),
            Action("use_alternative", "Use an alternative"),
            Action("run_on", "Run on"),
            Action("call_maintenance", "Call maintenance"),
            Action("call_quality", "Call quality"),
            Action("ask_engineering", "Ask engineering"),
        ),
    ),
}
_ANY = SituationKind(ADMINISTRATOR, (Action("solved", "Solved"), _NOTED))


def kind_of(kind: str) -> SituationKind:
    """Also a kind nobody described has an owner."""
    return _KINDS.get(kind, _ANY)
