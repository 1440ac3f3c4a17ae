"""English words of the control charts."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

SPC = {
    "do_it/check_chart": QT_TRANSLATE_NOOP("station", "Check chart"),
    "chart/now": QT_TRANSLATE_NOOP("station", "Now"),
    "do_it/chart": QT_TRANSLATE_NOOP("station", "Chart"),
    "chart/looking": QT_TRANSLATE_NOOP("station", "Looking up …"),
    "chart/no_values": QT_TRANSLATE_NOOP("station", "No values were recorded here yet."),
    "chart/no_limits": QT_TRANSLATE_NOOP("station", "No limits yet"),
    "chart/stable": QT_TRANSLATE_NOOP("station", "Stable"),
    "chart/again": QT_TRANSLATE_NOOP("station", "Stable again"),
    "chart/check": QT_TRANSLATE_NOOP("station", "Check the values"),
    "chart/line_single": QT_TRANSLATE_NOOP("station", "Newest values: {count} · {unit}"),
    "chart/line_group": QT_TRANSLATE_NOOP(
        "station", "Newest means: {count}, of {size} values each · {unit}"
    ),
    "chart/value": QT_TRANSLATE_NOOP("station", "Value"),
    "chart/mean": QT_TRANSLATE_NOOP("station", "Mean"),
    "chart/ewma": QT_TRANSLATE_NOOP("station", "EWMA"),
    "chart/limits": QT_TRANSLATE_NOOP("station", "Control limits"),
    "chart/moving_range": QT_TRANSLATE_NOOP("station", "Moving range"),
    "chart/range": QT_TRANSLATE_NOOP("station", "Range"),
    "chart/rule_beyond": QT_TRANSLATE_NOOP("station", "beyond the limits"),
    "chart/rule_ewma": QT_TRANSLATE_NOOP("station", "slow shift"),
    "chart/rule_range": QT_TRANSLATE_NOOP("station", "spread too wide"),
    "chart/rule_frozen": QT_TRANSLATE_NOOP("station", "same value again"),
    "chart/trouble": QT_TRANSLATE_NOOP("station", "Check the values: {what}"),
    "chart/trouble_line": QT_TRANSLATE_NOOP(
        "station", "The work goes on. It is recorded, and quality will look at it."
    ),
    "chart/missing": QT_TRANSLATE_NOOP("station", "Values still needed: {count}"),
    "chart/not_stable": QT_TRANSLATE_NOOP("station", "The values are not stable enough yet."),
    "chart/since": QT_TRANSLATE_NOOP("station", "Since"),
    "chart/set_by": QT_TRANSLATE_NOOP("station", "{time}, set by {who}"),
    "chart/found_here": QT_TRANSLATE_NOOP("station", "{time}, found here"),
    "chart/interval": QT_TRANSLATE_NOOP("station", "{value} ({low} to {high})"),
    "chart/cpk": QT_TRANSLATE_NOOP("station", "Cpk (95 % interval)"),
    "chart/ppk": QT_TRANSLATE_NOOP("station", "Ppk (95 % interval)"),
    "chart/capability": QT_TRANSLATE_NOOP("station", "Capability"),
    "chart/refused_few": QT_TRANSLATE_NOOP("station", "Not before 30 values with these limits."),
    "chart/refused_alarms": QT_TRANSLATE_NOOP("station", "None: the process is not stable."),
    "chart/refused_equal": QT_TRANSLATE_NOOP("station", "None: all values are equal."),
    "chart/refused_no_limits": QT_TRANSLATE_NOOP("station", "None without control limits."),
    "chart/refused_no_tolerance": QT_TRANSLATE_NOOP(
        "station", "None: the instruction says no limits."
    ),
    "chart/newest_alarm": QT_TRANSLATE_NOOP("station", "Newest alarm"),
    "chart/at": QT_TRANSLATE_NOOP("station", "{time}, {what}"),
    "chart/hint_western_electric_4": QT_TRANSLATE_NOOP("station", "Hint: 8 points on one side"),
    "chart/hint_nelson_2": QT_TRANSLATE_NOOP("station", "Hint: 9 points on one side"),
    "chart/hint_nelson_3": QT_TRANSLATE_NOOP("station", "Hint: 6 points rise or fall"),
    "chart/hint_nelson_4": QT_TRANSLATE_NOOP("station", "Hint: 14 points go up and down"),
    "chart/hint_nelson_5": QT_TRANSLATE_NOOP("station", "Hint: 2 of 3 points beyond 2 σ"),
    "chart/hint_nelson_6": QT_TRANSLATE_NOOP("station", "Hint: 4 of 5 points beyond 1 σ"),
    "chart/hint_nelson_7": QT_TRANSLATE_NOOP("station", "Hint: 15 points close to the centre"),
    "chart/hint_nelson_8": QT_TRANSLATE_NOOP("station", "Hint: 8 points away from the centre"),
    "held/characteristic_alarm": QT_TRANSLATE_NOOP(
        "station", "Its value set off an alarm of the control chart."
    ),
    "kind/characteristic.baselined": QT_TRANSLATE_NOOP("station", "Control limits found"),
    "kind/characteristic.alarmed": QT_TRANSLATE_NOOP("station", "Control chart alarm"),
}
