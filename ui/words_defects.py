"""The words of typing, of problems, of defects on a picture, and of why something happened."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

DEFECTS: dict[str, str] = {
    # -- typing -------------------------------------------------------------------------------
    "words/hint": QT_TRANSLATE_NOOP("station", "In your own words"),
    "do_it/keep_words": QT_TRANSLATE_NOOP("station", "Keep the words"),
    "do_it/take_number": QT_TRANSLATE_NOOP("station", "Take the number"),
    # -- a problem in words; the line stands under each question ------------------------------
    "describe/defect": QT_TRANSLATE_NOOP("station", "What is wrong with it?"),
    "describe/instruction": QT_TRANSLATE_NOOP("station", "What is wrong with the instruction?"),
    "describe/other": QT_TRANSLATE_NOOP("station", "What is the problem?"),
    "describe/line": QT_TRANSLATE_NOOP(
        "station", "It is recorded. A few words help whoever comes."
    ),
    # -- a photo ------------------------------------------------------------------------------
    "snap/title": QT_TRANSLATE_NOOP("station", "Photo"),
    "snap/may_help": QT_TRANSLATE_NOOP(
        "station", "A photo says more than words. It may be left out."
    ),
    "snap/sharp": QT_TRANSLATE_NOOP("station", "The photo is sharp."),
    "snap/blurred": QT_TRANSLATE_NOOP(
        "station", "The photo is blurred. Hold still and take it again."
    ),
    "do_it/without_photo": QT_TRANSLATE_NOOP("station", "Without a photo"),
    "do_it/photo_kept": QT_TRANSLATE_NOOP("station", "Photo kept"),
    "do_it/other_picture": QT_TRANSLATE_NOOP("station", "Other picture"),
    # -- not safe -----------------------------------------------------------------------------
    "danger/headline": QT_TRANSLATE_NOOP("station", "Stop. Somebody said it is not safe."),
    "danger/why": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} and its tool stay locked until a person ends it."
    ),
    "danger/do_called": QT_TRANSLATE_NOOP("station", "The team lead is called."),
    "danger/do_end": QT_TRANSLATE_NOOP("station", "Say what was done when it is safe again."),
    "do_it/safe_again": QT_TRANSLATE_NOOP("station", "It is safe again"),
    "safe/title": QT_TRANSLATE_NOOP("station", "What made it safe?"),
    "safe/line": QT_TRANSLATE_NOOP("station", "Your answer is recorded with your name."),
    "safe/guard_closed": QT_TRANSLATE_NOOP("station", "Guard closed"),
    "safe/cleaned": QT_TRANSLATE_NOOP("station", "Cleaned up"),
    "safe/taken_away": QT_TRANSLATE_NOOP("station", "Taken away"),
    "safe/repaired": QT_TRANSLATE_NOOP("station", "Repaired"),
    # -- a defect on the picture: stages ------------------------------------------------------
    "defect/title": QT_TRANSLATE_NOOP("station", "What is wrong?"),
    "defect/stage_where": QT_TRANSLATE_NOOP("station", "1 Where"),
    "defect/stage_what": QT_TRANSLATE_NOOP("station", "2 What"),
    "defect/stage_then": QT_TRANSLATE_NOOP("station", "3 Then"),
    "defect/where": QT_TRANSLATE_NOOP("station", "Tap the place"),
    "defect/where_named": QT_TRANSLATE_NOOP("station", "Where is it?"),
    "defect/where_line": QT_TRANSLATE_NOOP("station", "On the picture, or by its name:"),
    "defect/no_picture": QT_TRANSLATE_NOOP(
        "station", "There is no picture here. Choose the place by its name."
    ),
    "defect/no_place": QT_TRANSLATE_NOOP("station", "Somewhere else"),
    "defect/what": QT_TRANSLATE_NOOP("station", "What is it?"),
    "defect/what_at": QT_TRANSLATE_NOOP("station", "{place}: what is it?"),
    "defect/often": QT_TRANSLATE_NOOP("station", "Most frequent here first, last 90 days"),
    "defect/not_yet": QT_TRANSLATE_NOOP("station", "No defect recorded here in the last 90 days"),
    "defect/counted": QT_TRANSLATE_NOOP("station", "{what} · {count}"),
    "defect/more_codes": QT_TRANSLATE_NOOP("station", "More …"),
    "defect/own_words": QT_TRANSLATE_NOOP("station", "Other …"),
    "defect/no_defect": QT_TRANSLATE_NOOP("station", "Not a defect"),
    "defect/how_many": QT_TRANSLATE_NOOP("station", "How many"),
    "defect/own_title": QT_TRANSLATE_NOOP("station", "What kind of defect is it?"),
    "defect/own_line": QT_TRANSLATE_NOOP("station", "A few words are enough."),
    "defect/how_bad": QT_TRANSLATE_NOOP("station", "How bad"),
    "defect/times": QT_TRANSLATE_NOOP("station", "{count} × {what}"),
    "defect/at": QT_TRANSLATE_NOOP("station", "at {place}"),
    "defect/nowhere": QT_TRANSLATE_NOOP("station", "without a named place"),
    "defect/what_where": QT_TRANSLATE_NOOP("station", "{what} – {place}"),
    "defect/wait_where": QT_TRANSLATE_NOOP("station", "Choose the place"),
    "defect/wait_what": QT_TRANSLATE_NOOP("station", "Choose what it is"),
    "defect/wait_then": QT_TRANSLATE_NOOP("station", "Choose what happens now"),
    "defect/recorded": QT_TRANSLATE_NOOP("station", "Recorded: {what}"),
    "defect/dismissed": QT_TRANSLATE_NOOP("station", "Recorded: {what}"),
    "defect/recorded_line": QT_TRANSLATE_NOOP(
        "station", "It is on record with its place, its time and your name."
    ),
    "defect/do_rework": QT_TRANSLATE_NOOP("station", "Put it right now, at this station."),
    "defect/do_look": QT_TRANSLATE_NOOP("station", "Look at it again."),
    "defect/do_say": QT_TRANSLATE_NOOP("station", "Then say so: tap “Open defects”."),
    "defect/do_go_on": QT_TRANSLATE_NOOP("station", "Go on with the step."),
    "defect/nudge_up": QT_TRANSLATE_NOOP("station", "Pin up"),
    "defect/nudge_down": QT_TRANSLATE_NOOP("station", "Pin down"),
    "defect/nudge_left": QT_TRANSLATE_NOOP("station", "Pin left"),
    "defect/nudge_right": QT_TRANSLATE_NOOP("station", "Pin right"),
    "defect/add_pin": QT_TRANSLATE_NOOP("station", "One more place"),
    "defect/drop_pin": QT_TRANSLATE_NOOP("station", "Remove this pin"),
    "defect/fewer": QT_TRANSLATE_NOOP("station", "One less"),
    "defect/more": QT_TRANSLATE_NOOP("station", "One more"),
    "defect/pin_of": QT_TRANSLATE_NOOP("station", "{number} / {total}"),
    "defect/next_pin": QT_TRANSLATE_NOOP("station", "Next pin"),
    "severity/minor": QT_TRANSLATE_NOOP("station", "Minor"),
    "severity/major": QT_TRANSLATE_NOOP("station", "Major"),
    "severity/safety": QT_TRANSLATE_NOOP("station", "Not safe"),
    "proposal/rework_here": QT_TRANSLATE_NOOP("station", "Rework here"),
    "proposal/rework_here_line": QT_TRANSLATE_NOOP(
        "station", "SN {serial} stays here until it is put right."
    ),
    "proposal/send_to_rework": QT_TRANSLATE_NOOP("station", "Send to rework"),
    "proposal/send_to_rework_line": QT_TRANSLATE_NOOP(
        "station", "SN {serial} is held and waits for rework."
    ),
    "proposal/scrap": QT_TRANSLATE_NOOP("station", "Scrap"),
    "proposal/scrap_line": QT_TRANSLATE_NOOP("station", "SN {serial} is held. Quality decides."),
    "proposal/ask_quality": QT_TRANSLATE_NOOP("station", "Ask quality"),
    "proposal/ask_quality_line": QT_TRANSLATE_NOOP(
        "station", "SN {serial} is held until quality decides."
    ),
    # -- what can be wrong where the plant has no list of its own -----------------------------
    "defect_code/scratch": QT_TRANSLATE_NOOP("station", "Scratch"),
    "defect_code/burr": QT_TRANSLATE_NOOP("station", "Burr"),
    "defect_code/thread": QT_TRANSLATE_NOOP("station", "Thread"),
    "defect_code/missing_part": QT_TRANSLATE_NOOP("station", "Missing part"),
    "defect_code/wrong_part": QT_TRANSLATE_NOOP("station", "Wrong part"),
    "defect_code/leak": QT_TRANSLATE_NOOP("station", "Leak"),
    "defect_code/dent": QT_TRANSLATE_NOOP("station", "Dent"),
    "defect_code/dirt": QT_TRANSLATE_NOOP("station", "Dirt"),
    "defect_code/crack": QT_TRANSLATE_NOOP("station", "Crack"),
    "defect_code/other": QT_TRANSLATE_NOOP("station", "Other defect"),
    # -- open defects -------------------------------------------------------------------------
    "do_it/defects": QT_TRANSLATE_NOOP("station", "Open defects: {count}"),
    "do_it/see_defects": QT_TRANSLATE_NOOP("station", "See the defects"),
    "do_it/put_right": QT_TRANSLATE_NOOP("station", "Put right"),
    "defects/headline": QT_TRANSLATE_NOOP(
        "station", "SN {serial} is not finished: a defect is open."
    ),
    "defects/why": QT_TRANSLATE_NOOP(
        "station", "All steps are done. It is finished when the defect is put right."
    ),
    "defects/open": QT_TRANSLATE_NOOP("station", "Open defects"),
    "defects/do_say": QT_TRANSLATE_NOOP("station", "Then say so in the list."),
    "defects/title": QT_TRANSLATE_NOOP("station", "Open defects"),
    "defects/line": QT_TRANSLATE_NOOP(
        "station", "Tap a defect after it was put right and looked at again."
    ),
    "defects/none": QT_TRANSLATE_NOOP("station", "No defect is open."),
    "defects/below": QT_TRANSLATE_NOOP("station", "{place} · {severity}"),
    "gap/defect_open": QT_TRANSLATE_NOOP("station", "Open defect: {where}"),
    "held/defect_send_to_rework": QT_TRANSLATE_NOOP(
        "station", "It has a defect and waits for rework."
    ),
    "held/defect_scrap": QT_TRANSLATE_NOOP("station", "Scrap was proposed. Quality decides."),
    "held/defect_ask_quality": QT_TRANSLATE_NOOP("station", "It has a defect. Quality decides."),
    # -- causes: things, never people ---------------------------------------------------------
    "cause/thread": QT_TRANSLATE_NOOP("station", "Thread dirty"),
    "cause/bit_worn": QT_TRANSLATE_NOOP("station", "Worn bit"),
    "cause/wrong_screw": QT_TRANSLATE_NOOP("station", "Wrong screw"),
    "cause/tool_settings": QT_TRANSLATE_NOOP("station", "Settings"),
    "cause/part_damaged": QT_TRANSLATE_NOOP("station", "Part damaged"),
    "cause/not_at_place": QT_TRANSLATE_NOOP("station", "Not at its place"),
    "cause/empty": QT_TRANSLATE_NOOP("station", "Bin empty"),
    "cause/wrong_part": QT_TRANSLATE_NOOP("station", "Wrong part in it"),
    "cause/label_bad": QT_TRANSLATE_NOOP("station", "Label not readable"),
    "cause/tool_no_power": QT_TRANSLATE_NOOP("station", "No power or air"),
    "cause/tool_no_answer": QT_TRANSLATE_NOOP("station", "No answer"),
    "cause/tool_broken": QT_TRANSLATE_NOOP("station", "Tool broken"),
    "cause/fixture_worn": QT_TRANSLATE_NOOP("station", "Fixture worn"),
    "cause/fixture_dirty": QT_TRANSLATE_NOOP("station", "Fixture dirty"),
    "cause/machine_alarm": QT_TRANSLATE_NOOP("station", "Machine alarm"),
    "cause/machine_no_answer": QT_TRANSLATE_NOOP("station", "No answer"),
    "cause/guard_open": QT_TRANSLATE_NOOP("station", "Guard open"),
    "cause/unknown": QT_TRANSLATE_NOOP("station", "I do not know"),
    "cause/other": QT_TRANSLATE_NOOP("station", "Something else"),
    # -- refusals -----------------------------------------------------------------------------
    "unit.not_safe/headline": QT_TRANSLATE_NOOP("station", "Stop. Somebody said it is not safe."),
    "unit.not_safe/why": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} stays locked until a person ends it."
    ),
    "unit.defects_open/headline": QT_TRANSLATE_NOOP("station", "Unit {serial} has open defects."),
    "unit.defects_open/why": QT_TRANSLATE_NOOP(
        "station", "Open defects: {count}. The unit is finished when they are put right."
    ),
    "defect.incomplete/headline": QT_TRANSLATE_NOOP("station", "The defect is not recorded."),
    "defect.incomplete/why": QT_TRANSLATE_NOOP("station", "Something is missing: {what}."),
    "defect.not_open/headline": QT_TRANSLATE_NOOP("station", "This defect is not open."),
    "defect.not_open/why": QT_TRANSLATE_NOOP(
        "station", "Defect {number} of {serial} was put right already."
    ),
    "defect.other_unit/headline": QT_TRANSLATE_NOOP("station", "Another unit is in work now."),
    "defect.other_unit/why": QT_TRANSLATE_NOOP("station", "Nothing was recorded for {serial}."),
    "problem.no_words/headline": QT_TRANSLATE_NOOP("station", "The report has no words yet."),
    "problem.no_words/why": QT_TRANSLATE_NOOP(
        "station", "Nothing was written, and there is no photo."
    ),
}
