"""The words of a calibration that ends soon, away from the step that uses it."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

CALIBRATION: dict[str, str] = {
    "calibration/ends": QT_TRANSLATE_NOOP("station", "Calibration ends in {age}"),
    "calibration/ends_today": QT_TRANSLATE_NOOP("station", "Calibration ends today"),
    "calibration/grace": QT_TRANSLATE_NOOP("station", "Calibration is over"),
    "calibration/overdue": QT_TRANSLATE_NOOP("station", "Calibration over: do not use"),
    "calibration/withdrawn": QT_TRANSLATE_NOOP("station", "Calibration withdrawn"),
    "calibration/missing": QT_TRANSLATE_NOOP("station", "No calibration record"),
    "calibration/short": QT_TRANSLATE_NOOP("station", "{device}: calibrate in {age}"),
    "calibration/short_today": QT_TRANSLATE_NOOP("station", "{device}: calibrate today"),
    "calibration/short_over": QT_TRANSLATE_NOOP("station", "{device}: not calibrated"),
    "records/calibration": QT_TRANSLATE_NOOP("station", "Calibration"),
}
