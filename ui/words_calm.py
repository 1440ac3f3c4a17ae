"""Words for what must not cover the work: stray results, and a station that is not open yet."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

CALM: dict[str, str] = {
    # In the header: a tool makes results that no step asked for; how many.  Short.
    "header/stray": QT_TRANSLATE_NOOP("station", "{device}: {count} not asked for"),
    # The same, of several tools together.
    "header/stray_many": QT_TRANSLATE_NOOP("station", "{tools} tools: {count} not asked for"),
    # Shown while the station opens its journal, for a second or less.
    "starting/headline": QT_TRANSLATE_NOOP("station", "The station starts."),
    "starting/why": QT_TRANSLATE_NOOP("station", "It opens its records. Wait a moment."),
    "starting/upgrade": QT_TRANSLATE_NOOP(
        "station", "Its software is new: it brings its records up to date. {percent} % done."
    ),
    "starting/early": QT_TRANSLATE_NOOP("station", "Starting. This scan was not taken."),
    "starting/early_why": QT_TRANSLATE_NOOP("station", "The station opens its records."),
    "starting/wait": QT_TRANSLATE_NOOP("station", "Wait a moment."),
    "starting/again": QT_TRANSLATE_NOOP("station", "Scan again."),
}
