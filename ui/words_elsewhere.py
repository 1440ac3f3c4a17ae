"""English words of what other stations did to a unit."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

ELSEWHERE = {
    "unit.completed_elsewhere/headline": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} is finished."
    ),
    "unit.completed_elsewhere/why": QT_TRANSLATE_NOOP(
        "station", "All its steps were completed at {station}."
    ),
    "unit.unfinished/headline": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} is not ready for this order."
    ),
    "unit.unfinished/why": QT_TRANSLATE_NOOP(
        "station", "Its work of order {order} is not finished. {station} had it last."
    ),
    "do/finish_its_order": QT_TRANSLATE_NOOP(
        "station", "Finish order {order} first, here or there."
    ),
    "do/choose_next": QT_TRANSLATE_NOOP("station", "For another order: choose that order first."),
    "do/leave_it_there": QT_TRANSLATE_NOOP(
        "station", "Is it here? Leave it at {station}, or press “It is here”."
    ),
    "do_it/is_here": QT_TRANSLATE_NOOP("station", "It is here"),
    # A note over the picture of a step.  One line.
    "elsewhere/unknown": QT_TRANSLATE_NOOP(
        "station", "Server not reached: work at other stations is not known."
    ),
    "elsewhere/from": QT_TRANSLATE_NOOP(
        "station", "Server not reached: work at other stations as of {time}."
    ),
    "rail/done_at": QT_TRANSLATE_NOOP("station", "at {station}"),
    "guard/is_completed_at": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} was finished at {station}."
    ),
    "guard/is_held_at": QT_TRANSLATE_NOOP("station", "Unit {serial} is on hold at {station}."),
    "guard/is_begun_at": QT_TRANSLATE_NOOP(
        "station", "Unit {serial} is at {station}, step {number}: {step}."
    ),
}
