"""Words for inspection: calibration of gauges and tools, samples, limits that come later."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

INSPECTION: dict[str, str] = {
    # {device} is a gauge or tool, {record} a certificate's number, {due} a day, {owner} who sees
    # to the next calibration, {action} what is to be done, in the plant's own words.
    "calibration.soon/headline": QT_TRANSLATE_NOOP("station", "{device}: calibration due soon."),
    "calibration.soon/why": QT_TRANSLATE_NOOP(
        "station", "Due {due}, record {record}. {owner}: {action}"
    ),
    "calibration.grace/headline": QT_TRANSLATE_NOOP("station", "{device}: calibration is over."),
    "calibration.grace/why": QT_TRANSLATE_NOOP("station", "Not provable. Owner: {owner}."),
    "calibration.overdue/headline": QT_TRANSLATE_NOOP(
        "station", "Do not use {device}. Calibration is over."
    ),
    "calibration.overdue/why": QT_TRANSLATE_NOOP(
        "station", "Due {due}, record {record}. {owner}: {action}"
    ),
    "calibration.withdrawn/headline": QT_TRANSLATE_NOOP(
        "station", "Do not use {device}. Calibration was withdrawn."
    ),
    "calibration.withdrawn/why": QT_TRANSLATE_NOOP(
        "station", "Record {record}. {owner}: {action}"
    ),
    "calibration.missing/headline": QT_TRANSLATE_NOOP(
        "station", "Do not use {device}. It is not calibrated."
    ),
    "calibration.missing/why": QT_TRANSLATE_NOOP(
        "station", "There is no record. {owner}: {action}"
    ),
    "uncounted.not_calibrated/why": QT_TRANSLATE_NOOP(
        "station", "Its calibration is over. The value is kept for a person to look at."
    ),
    "right/approve_first": QT_TRANSLATE_NOOP("station", "Approve the first piece"),
    # {first} is the serial number of the first unit.
    "sample.waits/headline": QT_TRANSLATE_NOOP("station", "Wait for unit {first}."),
    "sample.waits/why": QT_TRANSLATE_NOOP(
        "station", "It must be approved before the next unit starts."
    ),
    "do/finish_first": QT_TRANSLATE_NOOP("station", "Finish the sample on that unit first."),
    # What the evidence of a unit lacks; {where} is the step.
    "gap/sample_missed": QT_TRANSLATE_NOOP("station", "Sample not taken: {where}"),
    "gap/sample_open": QT_TRANSLATE_NOOP("station", "Sample of the first piece is open: {where}"),
    "gap/calibration_over": QT_TRANSLATE_NOOP("station", "Calibration was over: {where}"),
    # Beside a step that is due on some units only: why it is due on this one.
    "sample/missed": QT_TRANSLATE_NOOP("station", "Sample: the one before was missed"),
    "sample/order": QT_TRANSLATE_NOOP("station", "Sample: start of the order"),
    "sample/start": QT_TRANSLATE_NOOP("station", "Sample: start of the shift"),
    "sample/stop": QT_TRANSLATE_NOOP("station", "Sample: after a stop"),
    "sample/change": QT_TRANSLATE_NOOP("station", "Sample: after a change"),
    "sample/count": QT_TRANSLATE_NOOP("station", "Sample: by count"),
    "sample/time": QT_TRANSLATE_NOOP("station", "Sample: by time"),
    "sample/lot": QT_TRANSLATE_NOOP("station", "Sample: drawn from the lot"),
    "sample/lot_refused": QT_TRANSLATE_NOOP("station", "All units: the lot is not accepted"),
    "sample/lot_stopped": QT_TRANSLATE_NOOP("station", "All units: sampling is stopped"),
    # Kinds of records.
    "kind/sample.decided": QT_TRANSLATE_NOOP("station", "Sample decided"),
    "kind/sample.settled": QT_TRANSLATE_NOOP("station", "First piece approved"),
    "kind/end_digits.uneven": QT_TRANSLATE_NOOP("station", "Typed values end alike"),
    "do/other_gauge": QT_TRANSLATE_NOOP("station", "Put the device aside and mark it."),
    # Why a value is not good: the repeated values differ too much.
    "reason/spread_high": QT_TRANSLATE_NOOP("station", "values too far apart"),
    # On a small label, in place of "Gauge ready".
    "measure/not_calibrated": QT_TRANSLATE_NOOP("station", "Not calibrated"),
    # In place of the limits, while they wait for the value.
    "measure/limits_later": QT_TRANSLATE_NOOP("station", "Limits are shown after the value."),
    "measure/recorded": QT_TRANSLATE_NOOP("station", "recorded"),
}
