"""The words of the units that wait for proof or a decision."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

WAITING: dict[str, str] = {
    "do_it/waiting_units": QT_TRANSLATE_NOOP("station", "Units on hold"),
    "do_it/settle": QT_TRANSLATE_NOOP("station", "Settle"),
    "waiting/title": QT_TRANSLATE_NOOP("station", "Units that wait for proof or a decision"),
    "waiting/line": QT_TRANSLATE_NOOP("station", "Put aside and marked until they are settled."),
    "waiting/line_who": QT_TRANSLATE_NOOP(
        "station", "Put aside and marked. They can be settled by: {who}."
    ),
    "waiting/none": QT_TRANSLATE_NOOP("station", "No unit of the last {days} days waits."),
    "waiting/more": QT_TRANSLATE_NOOP("station", "{first} · {count} more"),
    "waiting/since": QT_TRANSLATE_NOOP("station", "for {age}"),
    "waiting/owner_rework": QT_TRANSLATE_NOOP("station", "Rework"),
}
