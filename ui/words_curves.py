"""English words of what a torque curve looks like."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

CURVES = {
    "curve/looks_no_screw": QT_TRANSLATE_NOOP("station", "Looks like no screw"),
    "curve/looks_re_hit": QT_TRANSLATE_NOOP(
        "station", "Looks like a screw that was tight already"
    ),
    "curve/looks_cross_thread": QT_TRANSLATE_NOOP("station", "Looks like a cross-thread"),
    "curve/looks_stripped": QT_TRANSLATE_NOOP("station", "Looks like a stripped thread"),
    "curve/looks_stick_slip": QT_TRANSLATE_NOOP("station", "Looks like stick-slip"),
    "curve/looks_washer": QT_TRANSLATE_NOOP("station", "Looks like a wrong or missing washer"),
    "curve/looks_frozen_tool": QT_TRANSLATE_NOOP(
        "station", "The tool says the same torque again and again"
    ),
    "curve/looks_unusual": QT_TRANSLATE_NOOP("station", "Unlike the curves of OK results"),
    "curve/because": QT_TRANSLATE_NOOP("station", "{looks}: {left}"),
    "curve/left": QT_TRANSLATE_NOOP("station", "{what} {value}, usual {least}–{most}"),
    "curve/missing": QT_TRANSLATE_NOOP("station", "{what} is missing"),
    "curve/final_nm": QT_TRANSLATE_NOOP("station", "final torque"),
    "curve/peak_nm": QT_TRANSLATE_NOOP("station", "highest torque"),
    "curve/peak_of_step": QT_TRANSLATE_NOOP("station", "highest torque of program step {step}"),
    "curve/total_deg": QT_TRANSLATE_NOOP("station", "whole angle"),
    "curve/snug_deg": QT_TRANSLATE_NOOP("station", "angle from snug"),
    "curve/work_j": QT_TRANSLATE_NOOP("station", "work"),
    "curve/before_snug_nm": QT_TRANSLATE_NOOP("station", "torque before snug"),
    "curve/jump_nm": QT_TRANSLATE_NOOP("station", "jumps of torque"),
    "curve/trouble": QT_TRANSLATE_NOOP("station", "OK, but check the curve"),
    "curve/trouble_line": QT_TRANSLATE_NOOP("station", "{said}. The work goes on."),
    "curve/chip": QT_TRANSLATE_NOOP("station", "{place}: check curve"),
    "curve/why": QT_TRANSLATE_NOOP("station", "{why} {said}."),
    "kind/curve.read": QT_TRANSLATE_NOOP("station", "Curve looked at"),
    "kind/curve.windows_learned": QT_TRANSLATE_NOOP("station", "Curve windows learned"),
}
