"""Words about held units, rework, concessions, and gates that are bypassed."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

QUALITY: dict[str, str] = {
    # -- deciding about a held unit ---------------------------------------------------------------
    "do_it/decide": QT_TRANSLATE_NOOP("station", "Decide"),
    "disposition/title": QT_TRANSLATE_NOOP("station", "Unit {serial}: what becomes of it?"),
    "disposition/line": QT_TRANSLATE_NOOP(
        "station", "Nothing is decided before everybody who must has signed."
    ),
    "disposition/rework": QT_TRANSLATE_NOOP("station", "Rework"),
    "disposition/scrap": QT_TRANSLATE_NOOP("station", "Scrap"),
    "disposition/use_as_is": QT_TRANSLATE_NOOP("station", "Use as is"),
    "disposition/return": QT_TRANSLATE_NOOP("station", "Return"),
    "disposition/why": QT_TRANSLATE_NOOP("station", "{what}: why?"),
    "disposition/why_line": QT_TRANSLATE_NOOP(
        "station", "Your words stay in the record of the unit."
    ),
    "do_it/to_signatures": QT_TRANSLATE_NOOP("station", "To the signatures"),
    "concession/title": QT_TRANSLATE_NOOP("station", "Use as is: what allows it?"),
    "concession/line": QT_TRANSLATE_NOOP(
        "station", "A concession is used up unit by unit. Without one, two people sign."
    ),
    "concession/this_unit": QT_TRANSLATE_NOOP("station", "This unit only"),
    "concession/two_sign": QT_TRANSLATE_NOOP("station", "Quality and engineering sign"),
    "concession/named": QT_TRANSLATE_NOOP("station", "Concession {concession} by {by}"),
    "concession/left": QT_TRANSLATE_NOOP("station", "Units left: {count} · until {time}"),
    "held/scrapped": QT_TRANSLATE_NOOP("station", "It is scrapped. It never goes on."),
    "held/returned": QT_TRANSLATE_NOOP("station", "It goes back. It is not finished here."),
    "unit.scrapped/headline": QT_TRANSLATE_NOOP("station", "Unit {serial} is scrapped."),
    "unit.scrapped/why": QT_TRANSLATE_NOOP(
        "station", "It was decided and signed. Nothing more is done on it."
    ),
    "unit.returned/headline": QT_TRANSLATE_NOOP("station", "Unit {serial} goes back."),
    "unit.returned/why": QT_TRANSLATE_NOOP(
        "station", "It was decided and signed. Nothing more is done on it here."
    ),
    "unit.held_elsewhere/headline": QT_TRANSLATE_NOOP(
        "station", "Stop. Unit {serial} is on hold."
    ),
    "unit.held_elsewhere/why": QT_TRANSLATE_NOOP(
        "station", "Another station or the plant holds it since {since}. {owner} decides."
    ),
    "unit.scrapped/do": QT_TRANSLATE_NOOP("station", "Put the unit in the red box."),
    "unit.returned/do": QT_TRANSLATE_NOOP("station", "Put the unit with what goes back."),
    "disposition.not_held/headline": QT_TRANSLATE_NOOP("station", "Unit {serial} is not held."),
    "disposition.not_held/why": QT_TRANSLATE_NOOP(
        "station", "There is nothing to decide about, or it was decided already."
    ),
    "disposition.unknown/headline": QT_TRANSLATE_NOOP("station", "This decision is not known."),
    "disposition.unknown/why": QT_TRANSLATE_NOOP(
        "station", "{disposition} is no way for a held unit."
    ),
    "disposition.no_reason/headline": QT_TRANSLATE_NOOP("station", "A reason is missing."),
    "disposition.no_reason/why": QT_TRANSLATE_NOOP(
        "station", "A decision about a unit says why, in a few words."
    ),
    "disposition.signed_twice/headline": QT_TRANSLATE_NOOP("station", "Signed already."),
    "disposition.signed_twice/why": QT_TRANSLATE_NOOP(
        "station", "{name} signed this decision already. Somebody else signs now."
    ),
    "disposition.not_signed/headline": QT_TRANSLATE_NOOP("station", "A signature is missing."),
    "disposition.not_signed/why": QT_TRANSLATE_NOOP(
        "station", "The decision needs other signatures than it has."
    ),
    "disposition.other_unit/headline": QT_TRANSLATE_NOOP("station", "Another unit is in work."),
    "disposition.other_unit/why": QT_TRANSLATE_NOOP(
        "station", "Unit {open} is in work now, and not {serial}."
    ),
    "concession.other_station/headline": QT_TRANSLATE_NOOP(
        "station", "Concession {concession} is not for here."
    ),
    "concession.other_station/why": QT_TRANSLATE_NOOP(
        "station", "It may be used at station {station} only."
    ),
    "concession.expired/headline": QT_TRANSLATE_NOOP(
        "station", "Concession {concession} has ended."
    ),
    "concession.expired/why": QT_TRANSLATE_NOOP("station", "Its time is over."),
    "concession.not_for_unit/headline": QT_TRANSLATE_NOOP(
        "station", "Concession {concession} does not cover this."
    ),
    "concession.not_for_unit/why": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} has something that was not conceded."
    ),
    "concession.used_up/headline": QT_TRANSLATE_NOOP(
        "station", "Concession {concession} is used up."
    ),
    "concession.used_up/why": QT_TRANSLATE_NOOP("station", "It was for {count} units."),
    "do/ask_new_concession": QT_TRANSLATE_NOOP("station", "Ask quality for a new concession."),
    # -- rework -----------------------------------------------------------------------------------
    "do_it/rework": QT_TRANSLATE_NOOP("station", "Rework"),
    "rework/title": QT_TRANSLATE_NOOP("station", "What is to be done?"),
    "rework/line": QT_TRANSLATE_NOOP(
        "station", "At its end the unit is judged again and goes back to its step."
    ),
    "rework/own_words": QT_TRANSLATE_NOOP("station", "In your own words"),
    "rework/own_below": QT_TRANSLATE_NOOP("station", "One step that says what to do"),
    "rework/steps": QT_TRANSLATE_NOOP("station", "Steps: {count}"),
    "rework/undoes": QT_TRANSLATE_NOOP("station", "Steps: {count} · opens again: {places}"),
    "rework/words": QT_TRANSLATE_NOOP("station", "What is to be done on the unit?"),
    "rework/opens": QT_TRANSLATE_NOOP("station", "What does it undo?"),
    "rework/opens_line": QT_TRANSLATE_NOOP(
        "station", "What is loosened is to do again. What was recorded stays."
    ),
    "rework/opens_nothing": QT_TRANSLATE_NOOP("station", "Nothing more"),
    "rework/why": QT_TRANSLATE_NOOP("station", "Why is it reworked?"),
    "do_it/order_rework": QT_TRANSLATE_NOOP("station", "Order the rework"),
    "rework.no_reason/headline": QT_TRANSLATE_NOOP("station", "A reason is missing."),
    "rework.no_reason/why": QT_TRANSLATE_NOOP("station", "Rework says why, in a few words."),
    "rework.nothing_to_do/headline": QT_TRANSLATE_NOOP("station", "The rework has no step."),
    "rework.nothing_to_do/why": QT_TRANSLATE_NOOP(
        "station", "Say what is to be done, or choose an operation."
    ),
    "rework.no_such_place/headline": QT_TRANSLATE_NOOP("station", "Unit {serial} has no {place}."),
    "rework.no_such_place/why": QT_TRANSLATE_NOOP(
        "station", "The operation opens a step that this unit does not have."
    ),
    "do/other_operation": QT_TRANSLATE_NOOP("station", "Choose another operation."),
    # -- bypassing a gate -------------------------------------------------------------------------
    "do_it/bypass": QT_TRANSLATE_NOOP("station", "Bypass"),
    "do_it/use_bypass": QT_TRANSLATE_NOOP("station", "Use alternative"),
    "do_it/did_alternative": QT_TRANSLATE_NOOP("station", "Done by the alternative"),
    "do_it/activate": QT_TRANSLATE_NOOP("station", "Activate"),
    "do_it/lock_again": QT_TRANSLATE_NOOP("station", "Lock again"),
    "do_it/verify": QT_TRANSLATE_NOOP("station", "Verify"),
    "do_it/gate_works": QT_TRANSLATE_NOOP("station", "The gate works"),
    "bypass/title": QT_TRANSLATE_NOOP("station", "Bypass of a gate"),
    "bypass/line": QT_TRANSLATE_NOOP(
        "station", "Only by what was approved. Two people activate it, and it locks by itself."
    ),
    "bypass/none": QT_TRANSLATE_NOOP("station", "No bypass is approved for this station."),
    "bypass/below": QT_TRANSLATE_NOOP("station", "{gate} · units: {count} · until {time}"),
    "bypass/gate_scan": QT_TRANSLATE_NOOP("station", "Scan"),
    "bypass/gate_torque": QT_TRANSLATE_NOOP("station", "Torque tool"),
    "bypass/gate_camera": QT_TRANSLATE_NOOP("station", "Camera"),
    "bypass/active": QT_TRANSLATE_NOOP("station", "Active"),
    "bypass/to_verify": QT_TRANSLATE_NOOP("station", "To verify"),
    "bypass/why": QT_TRANSLATE_NOOP("station", "Why is the gate bypassed?"),
    "bypass/header": QT_TRANSLATE_NOOP("station", "Bypass: {count} left, until {time}"),
    "bypass/use": QT_TRANSLATE_NOOP("station", "This step by its alternative"),
    "bypass/use_line": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} is number {number} of {of}. It is marked in its record."
    ),
    "bypass/alternative": QT_TRANSLATE_NOOP("station", "Alternative"),
    "bypass/checks": QT_TRANSLATE_NOOP("station", "Extra checks that follow"),
    "bypass/do_alternative": QT_TRANSLATE_NOOP("station", "Do the step by the alternative."),
    "bypass/do_checks": QT_TRANSLATE_NOOP("station", "Do every extra check that follows."),
    "bypass/locked": QT_TRANSLATE_NOOP("station", "The gate is locked again."),
    "bypass/locked_line": QT_TRANSLATE_NOOP(
        "station", "Nothing goes on here before two people have verified that it works."
    ),
    "bypass/restart": QT_TRANSLATE_NOOP("station", "Restart verification"),
    "bypass/do_verify": QT_TRANSLATE_NOOP("station", "Try the gate as it says above."),
    "bypass/do_sign": QT_TRANSLATE_NOOP("station", "Confirm it with a second person."),
    "bypass.unknown/headline": QT_TRANSLATE_NOOP("station", "Bypass {bypass} is not known."),
    "bypass.unknown/why": QT_TRANSLATE_NOOP("station", "The plant has taken it back."),
    "bypass.other_station/headline": QT_TRANSLATE_NOOP(
        "station", "Bypass {bypass} is not for here."
    ),
    "bypass.other_station/why": QT_TRANSLATE_NOOP(
        "station", "It was approved for station {station}."
    ),
    "bypass.not_approved/headline": QT_TRANSLATE_NOOP(
        "station", "Bypass {bypass} is not approved."
    ),
    "bypass.not_approved/why": QT_TRANSLATE_NOOP(
        "station", "Nobody has approved the alternative beforehand."
    ),
    "bypass.no_checks/headline": QT_TRANSLATE_NOOP("station", "Bypass {bypass} checks nothing."),
    "bypass.no_checks/why": QT_TRANSLATE_NOOP(
        "station", "A bypass names a gate and the extra checks of each unit."
    ),
    "bypass.expired/headline": QT_TRANSLATE_NOOP("station", "Bypass {bypass} has ended."),
    "bypass.expired/why": QT_TRANSLATE_NOOP("station", "Its time is over. The gate is locked."),
    "bypass.used_up/headline": QT_TRANSLATE_NOOP("station", "Bypass {bypass} is used up."),
    "bypass.used_up/why": QT_TRANSLATE_NOOP(
        "station", "It was approved for {count} units. The gate is locked."
    ),
    "bypass.no_reason/headline": QT_TRANSLATE_NOOP("station", "A reason is missing."),
    "bypass.no_reason/why": QT_TRANSLATE_NOOP("station", "A bypass says why, in a few words."),
    "bypass.no_second_person/headline": QT_TRANSLATE_NOOP("station", "A second person signs."),
    "bypass.no_second_person/why": QT_TRANSLATE_NOOP(
        "station", "A bypass needs two different people."
    ),
    "bypass.is_active/headline": QT_TRANSLATE_NOOP("station", "Bypass {bypass} is active."),
    "bypass.is_active/why": QT_TRANSLATE_NOOP("station", "It need not be activated again."),
    "bypass.not_active/headline": QT_TRANSLATE_NOOP("station", "Bypass {bypass} is not active."),
    "bypass.not_active/why": QT_TRANSLATE_NOOP("station", "The gate is locked."),
    "bypass.restart_first/headline": QT_TRANSLATE_NOOP("station", "The gate is not verified."),
    "bypass.restart_first/why": QT_TRANSLATE_NOOP(
        "station", "Bypass {bypass} has ended. Two people verify the gate first."
    ),
    "bypass.not_this_step/headline": QT_TRANSLATE_NOOP(
        "station", "The bypass is not for this step."
    ),
    "bypass.not_this_step/why": QT_TRANSLATE_NOOP("station", "{bypass} covers other steps."),
    "bypass.nok_open/headline": QT_TRANSLATE_NOOP("station", "This step has a failed result."),
    "bypass.nok_open/why": QT_TRANSLATE_NOOP(
        "station", "A failed result is put right or decided about, never bypassed."
    ),
    "bypass.nothing_to_verify/headline": QT_TRANSLATE_NOOP(
        "station", "There is nothing to verify."
    ),
    "bypass.nothing_to_verify/why": QT_TRANSLATE_NOOP(
        "station", "Bypass {bypass} is active, or its gate was verified already."
    ),
    "do/verify_gate": QT_TRANSLATE_NOOP("station", "Call the lead to verify the gate."),
    "do/use_gate": QT_TRANSLATE_NOOP("station", "Do the step with the gate itself."),
    # -- signatures, gaps, kinds of records, rights -----------------------------------------------
    "gap/bypassed": QT_TRANSLATE_NOOP("station", "Done by an alternative at {where}"),
    "gap/conceded": QT_TRANSLATE_NOOP("station", "Failed and used as is at {where}"),
    "kind/unit.disposed": QT_TRANSLATE_NOOP("station", "Decided about the unit"),
    "kind/rework.ordered": QT_TRANSLATE_NOOP("station", "Rework ordered"),
    "kind/positions.reopened": QT_TRANSLATE_NOOP("station", "Places opened again"),
    "kind/bypass.activated": QT_TRANSLATE_NOOP("station", "Bypass activated"),
    "kind/bypass.applied": QT_TRANSLATE_NOOP("station", "Gate bypassed"),
    "kind/bypass.ended": QT_TRANSLATE_NOOP("station", "Bypass ended"),
    "kind/bypass.verified": QT_TRANSLATE_NOOP("station", "Gate verified"),
    "right/scrap": QT_TRANSLATE_NOOP("station", "Scrap a unit"),
    "sign_off/of_bypass": QT_TRANSLATE_NOOP("station", "The gate may be bypassed for now"),
    "sign_off/of_bypass_verify": QT_TRANSLATE_NOOP("station", "The gate was tried and works"),
}
