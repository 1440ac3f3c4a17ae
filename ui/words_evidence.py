"""The words about evidence: what is missing, whose it is, and how it is settled."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

EVIDENCE: dict[str, str] = {
    "kind/evidence.asked": QT_TRANSLATE_NOOP("station", "Evidence asked for"),
    "kind/evidence.resolved": QT_TRANSLATE_NOOP("station", "Evidence settled"),
    # -- on the screen after a unit ------------------------------------------------------------
    "do_it/evidence": QT_TRANSLATE_NOOP("station", "What is missing"),
    "done/held": QT_TRANSLATE_NOOP(
        "station", "It is on hold: proof is missing. Quality decides about it."
    ),
    "done/accepted": QT_TRANSLATE_NOOP(
        "station", "Accepted without full proof. Signed: {people}. It stays not provable."
    ),
    "done/is_accepted": QT_TRANSLATE_NOOP("station", "Not provable, accepted"),
    "done/do_decide": QT_TRANSLATE_NOOP("station", "Press “What is missing” to settle it."),
    # -- the page ------------------------------------------------------------------------------
    "evidence/title": QT_TRANSLATE_NOOP("station", "SN {serial} is not provable"),
    "evidence/line": QT_TRANSLATE_NOOP(
        "station", "Make the proof now, or accept the unit without it. Both are signed."
    ),
    "evidence/looking": QT_TRANSLATE_NOOP("station", "Looking it up …"),
    "evidence/next": QT_TRANSLATE_NOOP("station", "{owner}: {action}"),
    "evidence_owner/quality": QT_TRANSLATE_NOOP("station", "Quality"),
    "evidence_owner/lead": QT_TRANSLATE_NOOP("station", "Team lead"),
    "evidence_next/redo": QT_TRANSLATE_NOOP("station", "have the step done again"),
    "evidence_next/measure_again": QT_TRANSLATE_NOOP(
        "station", "have it scanned or measured, not typed"
    ),
    "evidence_next/sign": QT_TRANSLATE_NOOP("station", "have the step signed"),
    "evidence_next/scan_part": QT_TRANSLATE_NOOP("station", "have the part scanned"),
    "evidence_next/photograph": QT_TRANSLATE_NOOP("station", "have the photo taken"),
    "evidence_next/check_bypass": QT_TRANSLATE_NOOP("station", "check what replaced the step"),
    "evidence_next/accept": QT_TRANSLATE_NOOP("station", "decide about it"),
    "evidence_next/calibrate": QT_TRANSLATE_NOOP("station", "have it measured with a valid gauge"),
    "evidence_next/decide_defect": QT_TRANSLATE_NOOP("station", "decide about the defect"),
    "do_it/make_now": QT_TRANSLATE_NOOP("station", "Make the proof now"),
    "do_it/accept_gaps": QT_TRANSLATE_NOOP("station", "Accept without"),
    "accept/title": QT_TRANSLATE_NOOP("station", "Why is SN {serial} accepted without proof?"),
    "accept/line": QT_TRANSLATE_NOOP(
        "station", "It stays not provable. Two people sign, and the record names them."
    ),
    "accept/proven_elsewhere": QT_TRANSLATE_NOOP("station", "Proven elsewhere"),
    "accept/checked_again": QT_TRANSLATE_NOOP("station", "Checked again by hand"),
    "accept/customer_agrees": QT_TRANSLATE_NOOP("station", "The customer agrees"),
    "accept/own_words": QT_TRANSLATE_NOOP("station", "In own words"),
    # -- gaps ----------------------------------------------------------------------------------
    "gap/not_confirmed": QT_TRANSLATE_NOOP("station", "Not confirmed: {where}"),
    "gap/no_part": QT_TRANSLATE_NOOP("station", "Part missing in the record: {where}"),
    "gap/no_photo": QT_TRANSLATE_NOOP("station", "Photo missing: {where}"),
    # -- refusals ------------------------------------------------------------------------------
    "unit.not_provable/headline": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} is on hold: not provable."
    ),
    "unit.not_provable/why": QT_TRANSLATE_NOOP(
        "station", "It is finished, and proof is missing. Quality decides about it."
    ),
    "do/see_missing": QT_TRANSLATE_NOOP("station", "Press “What is missing” to settle it."),
    "evidence.not_waiting/headline": QT_TRANSLATE_NOOP(
        "station", "Nothing waits about unit {serial}."
    ),
    "evidence.not_waiting/why": QT_TRANSLATE_NOOP(
        "station", "It is in work, provable, or somebody settled it before."
    ),
    "evidence.no_step/headline": QT_TRANSLATE_NOOP("station", "No step can bring this proof."),
    "evidence.no_step/why": QT_TRANSLATE_NOOP(
        "station", "What unit {serial} lacks belongs to none of its steps here."
    ),
    "evidence.no_reason/headline": QT_TRANSLATE_NOOP("station", "Say why."),
    "evidence.no_reason/why": QT_TRANSLATE_NOOP(
        "station", "A unit is not accepted without a reason. Nothing was recorded."
    ),
    "evidence.signed_twice/headline": QT_TRANSLATE_NOOP(
        "station", "Another person has to sign too."
    ),
    "evidence.signed_twice/why": QT_TRANSLATE_NOOP("station", "{name} has signed already."),
    "evidence.not_signed/headline": QT_TRANSLATE_NOOP("station", "A signature is missing."),
    "evidence.not_signed/why": QT_TRANSLATE_NOOP(
        "station", "It takes the right “{right}”. Nothing was recorded."
    ),
}
