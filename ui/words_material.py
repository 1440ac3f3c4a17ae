"""The words about parts: what may not go in, what comes out, what lies at the line."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

MATERIAL: dict[str, str] = {
    "right/add_part": QT_TRANSLATE_NOOP("station", "Add parts beyond the bill"),
    # -- why a part may not go in -------------------------------------------------------------
    "scan.damaged/headline": QT_TRANSLATE_NOOP("station", "This label cannot be read completely."),
    "scan.damaged/why": QT_TRANSLATE_NOOP(
        "station", "It is damaged or wrongly printed. Nothing was recorded."
    ),
    "part.other_variant/headline": QT_TRANSLATE_NOOP("station", "Stop. Do not fit this part."),
    "part.other_variant/why": QT_TRANSLATE_NOOP(
        "station", "{scanned_part} belongs to variant {variants}, not to this one."
    ),
    "part.too_many/headline": QT_TRANSLATE_NOOP("station", "These are too many."),
    "part.too_many/why": QT_TRANSLATE_NOOP(
        "station", "You said {count}. Still missing of the {component}: {missing}."
    ),
    "lot.opened_too_long/headline": QT_TRANSLATE_NOOP(
        "station", "Stop. Lot {lot} was open for too long."
    ),
    "lot.opened_too_long/why": QT_TRANSLATE_NOOP(
        "station", "Once opened it keeps {hours} h. It was good until {until_time}."
    ),
    "lot.used_up/headline": QT_TRANSLATE_NOOP("station", "Stop. Lot {lot} is used up."),
    "lot.used_up/why": QT_TRANSLATE_NOOP(
        "station", "The plant counts none of it any more. This part came from elsewhere."
    ),
    "lot.take_first/headline": QT_TRANSLATE_NOOP("station", "Take lot {first} first."),
    "lot.take_first/why": QT_TRANSLATE_NOOP(
        "station", "It expires before lot {lot}. This plant uses it up first."
    ),
    "extra.in_bill/headline": QT_TRANSLATE_NOOP("station", "This part is in the bill."),
    "extra.in_bill/why": QT_TRANSLATE_NOOP(
        "station", "Its own step asks for it. Nothing was added."
    ),
    "extra.no_reason/headline": QT_TRANSLATE_NOOP("station", "Say why this part goes in."),
    "extra.no_reason/why": QT_TRANSLATE_NOOP("station", "Nothing was added."),
    # -- taking out ----------------------------------------------------------------------------
    "part.not_in_unit/headline": QT_TRANSLATE_NOOP("station", "{name} is not in this unit."),
    "part.not_in_unit/why": QT_TRANSLATE_NOOP("station", "It was taken out before."),
    "part.not_so_many/headline": QT_TRANSLATE_NOOP("station", "So many are not in this unit."),
    "part.not_so_many/why": QT_TRANSLATE_NOOP("station", "You said {count}. In it: {fitted}."),
    "part.needs_sign_off/headline": QT_TRANSLATE_NOOP(
        "station", "A second person has to agree to this."
    ),
    "part.needs_sign_off/why": QT_TRANSLATE_NOOP("station", "{name} matters for safety."),
    "part.no_mistake/headline": QT_TRANSLATE_NOOP("station", "Say why this part comes out."),
    "part.no_mistake/why": QT_TRANSLATE_NOOP(
        "station", "Only the part you scanned last comes out without a reason."
    ),
    "unit.part_held/headline": QT_TRANSLATE_NOOP("station", "A part in this unit is on hold."),
    "unit.part_held/why": QT_TRANSLATE_NOOP(
        "station", "Hold {hold} came after it was fitted. The unit stays open."
    ),
    "part.held_now/headline": QT_TRANSLATE_NOOP(
        "station", "Stop. {name} in this unit is now on hold."
    ),
    "part.held_now/why": QT_TRANSLATE_NOOP(
        "station", "Hold {hold} by {owner}: {reason}. The unit stays open until it is out."
    ),
    "stock.lot_unknown/headline": QT_TRANSLATE_NOOP("station", "Put this box aside."),
    "stock.lot_unknown/why": QT_TRANSLATE_NOOP(
        "station", "Lot {lot} is not known at this station."
    ),
    # -- what to do ----------------------------------------------------------------------------
    "do/take_out": QT_TRANSLATE_NOOP("station", "Take it out and put it in the red box."),
    "do/or_lifted": QT_TRANSLATE_NOOP("station", "Or wait until its owner lifts the hold."),
    "do/take_first": QT_TRANSLATE_NOOP("station", "Put this lot back."),
    "do/not_there": QT_TRANSLATE_NOOP("station", "If it is not there, press “Not there”."),
    "do/type_label": QT_TRANSLATE_NOOP("station", "Label damaged? Press “Type label”."),
    "do/print_label": QT_TRANSLATE_NOOP("station", "Ask for a new label of this part."),
    "do/count_again": QT_TRANSLATE_NOOP("station", "Count the parts, then scan again."),
    "do/other_unit": QT_TRANSLATE_NOOP("station", "Keep it for a unit of that variant."),
    # -- buttons -------------------------------------------------------------------------------
    "do_it/undo_scan": QT_TRANSLATE_NOOP("station", "Undo scan"),
    "do_it/count": QT_TRANSLATE_NOOP("station", "Other count"),
    "do_it/not_there": QT_TRANSLATE_NOOP("station", "Not there"),
    "do_it/parts": QT_TRANSLATE_NOOP("station", "In the unit: {count}"),
    "do_it/stock": QT_TRANSLATE_NOOP("station", "Line stock"),
    "do_it/take_out": QT_TRANSLATE_NOOP("station", "Take out"),
    "do_it/add_part": QT_TRANSLATE_NOOP("station", "Add a part"),
    "do_it/box": QT_TRANSLATE_NOOP("station", "A box came"),
    "do_it/recount": QT_TRANSLATE_NOOP("station", "Count"),
    # -- pages ---------------------------------------------------------------------------------
    "scan/next": QT_TRANSLATE_NOOP("station", "Next scan fits: {count}"),
    "scan/so_far": QT_TRANSLATE_NOOP("station", "Scan the next. So far: {count} of {total}"),
    "count/title": QT_TRANSLATE_NOOP("station", "How many come from this box?"),
    "count/line": QT_TRANSLATE_NOOP("station", "Still missing: {missing}. Then scan its label."),
    "not_there/headline": QT_TRANSLATE_NOOP("station", "Lot {lot} is recorded as not there."),
    "not_there/why": QT_TRANSLATE_NOOP("station", "The next lot may be taken now."),
    "missing/part_lot_only": QT_TRANSLATE_NOOP("station", "{part} · lot {lot}"),
    "missing/defect": QT_TRANSLATE_NOOP("station", "Open defect"),
    "missing/held": QT_TRANSLATE_NOOP("station", "{name} is on hold: {hold}"),
    "parts/title": QT_TRANSLATE_NOOP("station", "Parts in unit {serial}"),
    "parts/line": QT_TRANSLATE_NOOP("station", "What you take out stays on record."),
    "parts/none": QT_TRANSLATE_NOOP("station", "No part is in this unit yet."),
    "parts/serial": QT_TRANSLATE_NOOP("station", "{part} · number {serial}"),
    "parts/extra": QT_TRANSLATE_NOOP("station", "{name} · added: {why}"),
    "parts/held": QT_TRANSLATE_NOOP("station", "On hold"),
    "take_out/title": QT_TRANSLATE_NOOP("station", "Why does it come out? {name}"),
    "take_out/line": QT_TRANSLATE_NOOP("station", "Its step is then to do again."),
    "take_out/two": QT_TRANSLATE_NOOP(
        "station", "It matters for safety: a second person has to sign."
    ),
    "take_out/count": QT_TRANSLATE_NOOP("station", "How many come out?"),
    "take_out/inside": QT_TRANSLATE_NOOP("station", "In the unit: {count}"),
    "take_out/wrong_part": QT_TRANSLATE_NOOP("station", "Wrong part"),
    "take_out/part_damaged": QT_TRANSLATE_NOOP("station", "Part damaged"),
    "take_out/on_hold": QT_TRANSLATE_NOOP("station", "On hold"),
    "take_out/not_needed": QT_TRANSLATE_NOOP("station", "Not needed"),
    "take_out/wrong_scan": QT_TRANSLATE_NOOP("station", "Wrong scan"),
    "take_out/other": QT_TRANSLATE_NOOP("station", "Something else"),
    "extra/title": QT_TRANSLATE_NOOP("station", "Why is a part added?"),
    "extra/line": QT_TRANSLATE_NOOP("station", "It is in no bill of this unit."),
    "extra/scan": QT_TRANSLATE_NOOP("station", "Scan the part to add."),
    "extra/added": QT_TRANSLATE_NOOP("station", "The part was added."),
    "extra/because": QT_TRANSLATE_NOOP("station", "Reason: {why}"),
    "stock/title": QT_TRANSLATE_NOOP("station", "Parts at the line"),
    "stock/line": QT_TRANSLATE_NOOP("station", "Counted: what came, less what was fitted since."),
    "stock/none": QT_TRANSLATE_NOOP("station", "Nothing was counted at this station yet."),
    "stock/low": QT_TRANSLATE_NOOP("station", "Low"),
    "stock/count": QT_TRANSLATE_NOOP("station", "How many are there?"),
    "box/count": QT_TRANSLATE_NOOP("station", "How many pieces are in the box?"),
    "box/count_line": QT_TRANSLATE_NOOP("station", "Then scan the label of the box."),
    "box/scan": QT_TRANSLATE_NOOP("station", "Scan the label of the box."),
    "box/pieces": QT_TRANSLATE_NOOP("station", "Pieces in it: {count}"),
    "box/received": QT_TRANSLATE_NOOP("station", "Counted: {count} pieces came."),
    # -- records -------------------------------------------------------------------------------
    "kind/lot.opened": QT_TRANSLATE_NOOP("station", "Lot opened"),
    "kind/part.cleared": QT_TRANSLATE_NOOP("station", "Hold on a part lifted"),
    "kind/part.held": QT_TRANSLATE_NOOP("station", "Part put on hold"),
    "kind/part.removed": QT_TRANSLATE_NOOP("station", "Part taken out"),
    "kind/stock.counted": QT_TRANSLATE_NOOP("station", "Parts counted"),
    "kind/stock.received": QT_TRANSLATE_NOOP("station", "Box came"),
    # -- a label that cannot be read -------------------------------------------------------------
    "do_it/type_label": QT_TRANSLATE_NOOP("station", "Type label"),
    "type/lot": QT_TRANSLATE_NOOP("station", "Which lot is it? {component}"),
    "type/serial": QT_TRANSLATE_NOOP("station", "Which serial number is it? {component}"),
    "type/part": QT_TRANSLATE_NOOP("station", "Which part number is it? {component}"),
    "type/line": QT_TRANSLATE_NOOP("station", "Typed, it proves nothing: the record says so."),
    "type/hint": QT_TRANSLATE_NOOP("station", "As it stands on the part"),
    "part.typing_not_allowed/headline": QT_TRANSLATE_NOOP("station", "Parts are scanned here."),
    "part.typing_not_allowed/why": QT_TRANSLATE_NOOP(
        "station", "This plant takes no typed number of the {component}."
    ),
    "part.not_typed_here/headline": QT_TRANSLATE_NOOP("station", "No part is asked for now."),
    "part.not_typed_here/why": QT_TRANSLATE_NOOP("station", "Nothing was recorded."),
}
