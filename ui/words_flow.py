"""English words of the plant's reasons for stops at the station."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

FLOW = {
    "stop/more": QT_TRANSLATE_NOOP("station", "More reasons"),
    "stop/back": QT_TRANSLATE_NOOP("station", "Back"),
    "stop/in_group": QT_TRANSLATE_NOOP("station", "{group}: what was it?"),
    "stop.already_set/headline": QT_TRANSLATE_NOOP("station", "Already set by {who}."),
    "stop.already_set/why": QT_TRANSLATE_NOOP(
        "station", "That was at {since}. Nothing was changed."
    ),
    "do_it/stops": QT_TRANSLATE_NOOP("station", "Stops"),
    "do_it/split": QT_TRANSLATE_NOOP("station", "Split"),
    "do_it/correct": QT_TRANSLATE_NOOP("station", "Another reason"),
    "do_it/to_stops": QT_TRANSLATE_NOOP("station", "Back"),
    "stops/title": QT_TRANSLATE_NOOP("station", "Stops of this station"),
    "stops/line": QT_TRANSLATE_NOOP("station", "Tap one to say what it really was."),
    "stops/none": QT_TRANSLATE_NOOP("station", "This station has not stopped of late."),
    "stops/row": QT_TRANSLATE_NOOP("station", "{from} to {to}, {minutes} min"),
    "stops/lasts": QT_TRANSLATE_NOOP("station", "since {from}, {minutes} min"),
    "stops/part": QT_TRANSLATE_NOOP("station", "{reason}, {minutes} min"),
    "stops/then": QT_TRANSLATE_NOOP("station", "{first}, then {second}"),
    "stops/named": QT_TRANSLATE_NOOP("station", "Named"),
    "stops/by": QT_TRANSLATE_NOOP("station", "Set by {who}"),
    "stops/on_its_way": QT_TRANSLATE_NOOP("station", "On its way"),
    "stops/second": QT_TRANSLATE_NOOP("station", "Set by {who} first"),
    "stops/whole": QT_TRANSLATE_NOOP("station", "What was it?"),
    "stops/first_part": QT_TRANSLATE_NOOP("station", "What was it for the first {minutes} min?"),
    "stops/second_part": QT_TRANSLATE_NOOP("station", "And after {minutes} min?"),
    "stops/after": QT_TRANSLATE_NOOP("station", "After how many minutes did it change?"),
    "stops/from_one": QT_TRANSLATE_NOOP("station", "From 1 to {most}"),
    "stops/so_far": QT_TRANSLATE_NOOP("station", "{when}. So far: {reason}"),
    "stops/against": QT_TRANSLATE_NOOP(
        "station", "At {since}: {reason}. That counts, for this station could not know it."
    ),
    "stops/yours": QT_TRANSLATE_NOOP("station", "Said here"),
    "stops/kept": QT_TRANSLATE_NOOP(
        "station", "Nothing is lost: both wait for the lead at the web board."
    ),
    "do/read_both": QT_TRANSLATE_NOOP("station", "Read it, then confirm."),
    "do/look_at_stop": QT_TRANSLATE_NOOP("station", "Look at the stop again."),
    "do/stop_at_board": QT_TRANSLATE_NOOP("station", "Set its reason at the web board."),
    "stop.not_yours/headline": QT_TRANSLATE_NOOP("station", "This stop is corrected by others."),
    "stop.not_yours/why": QT_TRANSLATE_NOOP(
        "station", "It can be corrected by: {roles}. Nothing was changed."
    ),
    "stop.too_old/headline": QT_TRANSLATE_NOOP("station", "This stop is not listed here."),
    "stop.too_old/why": QT_TRANSLATE_NOOP(
        "station", "The station lists its newest stops. Nothing was changed."
    ),
    "stop.no_parts/headline": QT_TRANSLATE_NOOP("station", "The parts do not follow each other."),
    "stop.no_parts/why": QT_TRANSLATE_NOOP(
        "station", "The first part begins with the stop. Nothing was changed."
    ),
    "stop.too_short/headline": QT_TRANSLATE_NOOP("station", "The stop was shorter."),
    "stop.too_short/why": QT_TRANSLATE_NOOP(
        "station", "It lasted {minutes} min. Nothing was changed."
    ),
    "kind/stop.reclassified": QT_TRANSLATE_NOOP("station", "Stop corrected"),
}
