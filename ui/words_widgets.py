"""What painted widgets say of themselves, on the glass or to a screen reader."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

WIDGETS: dict[str, str] = {
    "state/attention": QT_TRANSLATE_NOOP("station", "Check"),
    "state/blocked": QT_TRANSLATE_NOOP("station", "Blocked"),
    "state/offline": QT_TRANSLATE_NOOP("station", "No connection"),
    "state/waived": QT_TRANSLATE_NOOP("station", "Waived"),
    "state/calling": QT_TRANSLATE_NOOP("station", "Help called"),
    "state/chosen": QT_TRANSLATE_NOOP("station", "Chosen"),
    "step/picture": QT_TRANSLATE_NOOP("station", "Picture of the work"),
    "torque/curve": QT_TRANSLATE_NOOP("station", "Torque over angle"),
    "rows/page": QT_TRANSLATE_NOOP("station", "{first} to {last} of {total}"),
    "torque/no_curve": QT_TRANSLATE_NOOP("station", "No curve"),
}
