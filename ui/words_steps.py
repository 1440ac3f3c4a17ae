"""Words of the steps: what is still missing, pictures, leaving a step out, critical results."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

STEPS: dict[str, str] = {
    # -- what is still missing ------------------------------------------------------------------
    # A button in the action bar: opens the list of parts and steps.  Short.
    "do_it/missing": QT_TRANSLATE_NOOP("station", "Missing: {count}"),
    "missing/title": QT_TRANSLATE_NOOP("station", "Still missing for unit {serial}"),
    "missing/title_order": QT_TRANSLATE_NOOP(
        "station", "Needed for a unit of {order}, variant {variant}"
    ),
    "missing/line": QT_TRANSLATE_NOOP("station", "Parts to fetch: {parts}. Open steps: {steps}."),
    "missing/none": QT_TRANSLATE_NOOP("station", "Nothing is missing."),
    "missing/part_lot": QT_TRANSLATE_NOOP("station", "{part} · take lot {lot}"),
    # A place in the rack or on the line, such as B2.  Short.
    "missing/place": QT_TRANSLATE_NOOP("station", "Place {place}"),
    # How many pieces of a part.
    "missing/pieces": QT_TRANSLATE_NOOP("station", "{count} ×"),
    # -- pictures -------------------------------------------------------------------------------
    # On the picture of a step: a tap shows it over the whole work area.  Short.
    "picture/open": QT_TRANSLATE_NOOP("station", "Enlarge"),
    "picture/open_many": QT_TRANSLATE_NOOP("station", "{count} pictures"),
    "picture/not_here": QT_TRANSLATE_NOOP(
        "station", "This picture has not come down from the plant yet."
    ),
    # Spread: how far repeated measurements lie apart.
    "measure/last_spread": QT_TRANSLATE_NOOP("station", "{time} · spread {spread}"),
    # -- another unit's label was scanned -------------------------------------------------------
    "guard/is_completed": QT_TRANSLATE_NOOP("station", "Unit {serial} is finished already."),
    "guard/is_held": QT_TRANSLATE_NOOP("station", "Unit {serial} is on hold."),
    "guard/is_begun": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} stands at step {number}: {step}."
    ),
    "guard/is_listed": QT_TRANSLATE_NOOP("station", "Unit {serial} belongs to order {order}."),
    "guard/is_unknown": QT_TRANSLATE_NOOP("station", "Unit {serial} was not begun here."),
    "guard/why": QT_TRANSLATE_NOOP(
        "station", "You scanned its label, but unit {open} is open here."
    ),
    "guard/in_work": QT_TRANSLATE_NOOP("station", "In work here"),
    "guard/scanned": QT_TRANSLATE_NOOP("station", "Scanned now"),
    "guard/order": QT_TRANSLATE_NOOP("station", "{order} · variant {variant}"),
    "guard/question": QT_TRANSLATE_NOOP("station", "Which unit is on the fixture?"),
    # Three large buttons under the question.  Two lines at most.
    "guard/open": QT_TRANSLATE_NOOP("station", "{open}: go on with it"),
    "guard/other": QT_TRANSLATE_NOOP("station", "{serial}: change to it"),
    "guard/label": QT_TRANSLATE_NOOP("station", "The label is on the wrong part"),
    # -- leaving a step out ---------------------------------------------------------------------
    "skip.not_planned/headline": QT_TRANSLATE_NOOP("station", "This step cannot be left out."),
    "skip.not_planned/why": QT_TRANSLATE_NOOP(
        "station", "The instruction names no right for leaving it out."
    ),
    "skip.no_right/headline": QT_TRANSLATE_NOOP("station", "You may not leave this step out."),
    "skip.no_right/why": QT_TRANSLATE_NOOP("station", "It needs the right “{right}”."),
    "skip.no_reason/headline": QT_TRANSLATE_NOOP("station", "The reason is missing."),
    "skip.no_reason/why": QT_TRANSLATE_NOOP("station", "Say why the step is left out."),
    "skip.step_over/headline": QT_TRANSLATE_NOOP("station", "This step is over."),
    "skip.step_over/why": QT_TRANSLATE_NOOP("station", "Nothing was left out."),
    "do_it/skip": QT_TRANSLATE_NOOP("station", "Leave out"),
    "skip/title": QT_TRANSLATE_NOOP("station", "Leave out: {step}"),
    "skip/line": QT_TRANSLATE_NOOP(
        "station", "Say why. The record shows that the step was left out, and by whom."
    ),
    "skip/needs_right": QT_TRANSLATE_NOOP("station", "It needs the right “{right}”."),
    "skip/ask": QT_TRANSLATE_NOOP("station", "It needs the right “{right}”. Ask: {who}."),
    "skip/no_tool": QT_TRANSLATE_NOOP("station", "Tool or gauge not there"),
    "skip/no_part": QT_TRANSLATE_NOOP("station", "Part not there"),
    "skip/done_elsewhere": QT_TRANSLATE_NOOP("station", "Done at another place"),
    "skip/not_for_unit": QT_TRANSLATE_NOOP("station", "Not for this unit"),
    # A button: record the defect that was found at an inspected place.
    "do_it/defect": QT_TRANSLATE_NOOP("station", "Record the defect"),
    "gap/skipped": QT_TRANSLATE_NOOP("station", "Step left out: {where}"),
}
