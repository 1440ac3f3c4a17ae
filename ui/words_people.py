"""Words about people: certificates, rights, training, second signatures, the locked screen."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

PEOPLE: dict[str, str] = {
    # -- refusals ---------------------------------------------------------------------------
    "sign_in.badge_unknown/why_who": QT_TRANSLATE_NOOP("station", "Ask to be added: {who}."),
    "sign_in.not_allowed/why_who": QT_TRANSLATE_NOOP(
        "station", "{person} is not active. Ask {who}."
    ),
    "sign_in.skill_missing/why_who": QT_TRANSLATE_NOOP(
        "station", "With a trainer you can work all the same."
    ),
    "sign_in.skill_missing/why_until_who": QT_TRANSLATE_NOOP(
        "station", "It was valid until {until}. With a trainer you can work all the same."
    ),
    "right.missing/headline": QT_TRANSLATE_NOOP("station", "You may not do this."),
    "right.missing/why": QT_TRANSLATE_NOOP(
        "station", "It needs the right “{right}”. Nobody here has it."
    ),
    "right.missing/why_who": QT_TRANSLATE_NOOP(
        "station", "It needs the right “{right}”. Ask {who}."
    ),
    "sign_off.same_person/headline": QT_TRANSLATE_NOOP("station", "This is the same person."),
    "sign_off.same_person/why": QT_TRANSLATE_NOOP("station", "Somebody else than {name} signs."),
    "sign_off.in_training/headline": QT_TRANSLATE_NOOP("station", "{name} is in training."),
    "sign_off.in_training/why": QT_TRANSLATE_NOOP(
        "station", "Somebody with the certificate signs."
    ),
    "confirm.needs_sign_off/headline": QT_TRANSLATE_NOOP("station", "A second person signs here."),
    "confirm.needs_sign_off/why": QT_TRANSLATE_NOOP(
        "station", "It needs the right “{right}”. Press Confirm to ask for it."
    ),
    # -- what to do ---------------------------------------------------------------------------
    "do/trainer": QT_TRANSLATE_NOOP("station", "Work with a trainer: press Trainer signs."),
    "do/renew": QT_TRANSLATE_NOOP("station", "Have the certificate renewed."),
    "do/other_person": QT_TRANSLATE_NOOP("station", "Let somebody else go on: scan their badge."),
    "do_it/trainer": QT_TRANSLATE_NOOP("station", "Trainer signs"),
    "do_it/sign": QT_TRANSLATE_NOOP("station", "Sign"),
    "do_it/cancel": QT_TRANSLATE_NOOP("station", "Cancel"),
    "do_it/wake": QT_TRANSLATE_NOOP("station", "Sign in without badge"),
    "wait/second_badge": QT_TRANSLATE_NOOP("station", "Scan the second badge"),
    # -- the second person --------------------------------------------------------------------
    "sign_off/title": QT_TRANSLATE_NOOP("station", "Second person: scan your badge"),
    "sign_off/trainer": QT_TRANSLATE_NOOP("station", "Trainer: scan your badge"),
    "sign_off/meaning": QT_TRANSLATE_NOOP("station", "You sign: “{meaning}”"),
    "sign_off/about": QT_TRANSLATE_NOOP("station", "You sign what {name} did."),
    "sign_off/of_call": QT_TRANSLATE_NOOP("station", "I have come to help"),
    "sign_off/of_handover": QT_TRANSLATE_NOOP("station", "I take the shift over"),
    "sign_off/train": QT_TRANSLATE_NOOP("station", "You answer for the work of {name}."),
    "sign_off/how": QT_TRANSLATE_NOOP("station", "Badge, or number and PIN."),
    "sign_off/right": QT_TRANSLATE_NOOP("station", "Right needed: {right}"),
    "sign_off/people": QT_TRANSLATE_NOOP("station", "May sign here"),
    "sign_off/nobody": QT_TRANSLATE_NOOP("station", "Scan the badge, or enter the number."),
    "sign_off/step": QT_TRANSLATE_NOOP("station", "Then a second person signs: “{meaning}”"),
    # -- certificates and the roster ------------------------------------------------------------
    "certificate/one": QT_TRANSLATE_NOOP(
        "station", "Certificate “{skill}” until {until}, days left: {count}"
    ),
    "sign_in/roster_unknown": QT_TRANSLATE_NOOP(
        "station", "The list of people may be old: no server since the start."
    ),
    "certificate/soon": QT_TRANSLATE_NOOP("station", "“{skill}”, days left: {count}"),
    "certificate/needed": QT_TRANSLATE_NOOP("station", "Needed here"),
    "certificate/ended": QT_TRANSLATE_NOOP("station", "Ended on {until}"),
    "certificate/never": QT_TRANSLATE_NOOP("station", "No certificate on record"),
    "certificate/who": QT_TRANSLATE_NOOP("station", "Trainers here"),
    "people/time": QT_TRANSLATE_NOOP("station", "{who} · {time}"),
    "training/short": QT_TRANSLATE_NOOP("station", "Trained by {name}"),
    "crew/with": QT_TRANSLATE_NOOP("station", "With {names}"),
    "crew/short": QT_TRANSLATE_NOOP("station", "{name} + {names}"),
    # -- nobody there ---------------------------------------------------------------------------
    "idle/title": QT_TRANSLATE_NOOP("station", "Scan your badge"),
    "idle/unit": QT_TRANSLATE_NOOP("station", "Unit {serial} waits, exactly as it was left."),
    "idle/free": QT_TRANSLATE_NOOP("station", "No unit is in work."),
    "idle/tool": QT_TRANSLATE_NOOP("station", "The tool is locked."),
    "sign_in/shift": QT_TRANSLATE_NOOP("station", "Shift {shift}"),
    "sign_in/open_results": QT_TRANSLATE_NOOP("station", "Unassigned results: {count}"),
    "sign_in/blocked_orders": QT_TRANSLATE_NOOP("station", "Orders that cannot run: {count}"),
    "gap/not_signed": QT_TRANSLATE_NOOP("station", "Second signature missing: {where}"),
    # -- rights, as a noun -----------------------------------------------------------------------
    "right/train": QT_TRANSLATE_NOOP("station", "Train others"),
    "right/sign_off": QT_TRANSLATE_NOOP("station", "Sign as second person"),
    "right/settle_results": QT_TRANSLATE_NOOP("station", "Assign results"),
    "right/reprint_label": QT_TRANSLATE_NOOP("station", "Print a label again"),
    "right/skip_step": QT_TRANSLATE_NOOP("station", "Leave a step out"),
    "right/bypass": QT_TRANSLATE_NOOP("station", "Bypass a device"),
    "right/rework": QT_TRANSLATE_NOOP("station", "Order rework"),
    "right/dispose": QT_TRANSLATE_NOOP("station", "Decide about a defect"),
    "right/concede": QT_TRANSLATE_NOOP("station", "Accept a deviation"),
    "right/release_hold": QT_TRANSLATE_NOOP("station", "Release a hold"),
    "right/maintain": QT_TRANSLATE_NOOP("station", "Maintain devices"),
    "right/change_settings": QT_TRANSLATE_NOOP("station", "Change settings"),
    "right/manage_people": QT_TRANSLATE_NOOP("station", "Manage people"),
}
