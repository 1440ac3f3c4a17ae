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
}
