"""English words of what a handover lists, asks back, and tells whoever comes."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

HANDOVER = {
    "do_it/behind": QT_TRANSLATE_NOOP("station", "Records"),
    "do_it/ask_back": QT_TRANSLATE_NOOP("station", "Ask back"),
    "do_it/answer": QT_TRANSLATE_NOOP("station", "Give answer"),
    "do_it/settled": QT_TRANSLATE_NOOP("station", "Settled"),
    "handover/behind": QT_TRANSLATE_NOOP("station", "All that is open"),
    "handover/behind_line": QT_TRANSLATE_NOOP("station", "Tap a line for its records."),
    "handover/ask": QT_TRANSLATE_NOOP("station", "What do you want to know?"),
    "handover/ask_line": QT_TRANSLATE_NOOP(
        "station", "It stays open until you say it is settled."
    ),
    "handover/answer": QT_TRANSLATE_NOOP("station", "Your answer"),
    "handover/question": QT_TRANSLATE_NOOP("station", "A question about a handover"),
    "handover/asked_by": QT_TRANSLATE_NOOP("station", "Asked by {name}"),
    "handover/answered": QT_TRANSLATE_NOOP("station", "Answer: {words}"),
    "handover/news": QT_TRANSLATE_NOOP("station", "New since you worked here"),
    "handover/news_line": QT_TRANSLATE_NOOP("station", "You were here until {time}."),
    "handover.settled/headline": QT_TRANSLATE_NOOP("station", "Settled already."),
    "handover.settled/why": QT_TRANSLATE_NOOP(
        "station", "Somebody said before that this question is settled."
    ),
    "sign_off/own": QT_TRANSLATE_NOOP("station", "{name}: scan your badge"),
    "sign_off/of_handover_give": QT_TRANSLATE_NOOP("station", "I hand the shift over"),
    "sign_off.not_you/headline": QT_TRANSLATE_NOOP("station", "This is somebody else."),
    "sign_off.not_you/why": QT_TRANSLATE_NOOP("station", "Only {name} can sign this."),
    "open/check_overdue": QT_TRANSLATE_NOOP("station", "Check overdue: {check}"),
    "open/check_begun": QT_TRANSLATE_NOOP("station", "Check begun: {check}"),
    "open/check_due": QT_TRANSLATE_NOOP("station", "Check due: {check}"),
    "open/check_failed": QT_TRANSLATE_NOOP("station", "Not OK: {line}"),
    "records/check": QT_TRANSLATE_NOOP("station", "Records of the check"),
    "open/hold": QT_TRANSLATE_NOOP("station", "{held} on hold: {reason}"),
    "open/hold_below": QT_TRANSLATE_NOOP("station", "{owner} decides"),
    "open/bypass": QT_TRANSLATE_NOOP("station", "Bypass {bypass} of the {gate} gate"),
    "open/bypass_below": QT_TRANSLATE_NOOP("station", "until {time}, units left: {left}"),
    "open/watch": QT_TRANSLATE_NOOP("station", "Watched: {response}"),
    "open/watch_below": QT_TRANSLATE_NOOP(
        "station", "since {time}, a repeat or {units} units end it"
    ),
    "open/decision_waiting": QT_TRANSLATE_NOOP("station", "Decision waiting: {title}"),
    "open/asked": QT_TRANSLATE_NOOP("station", "Asked back: {words}"),
    "open/answered": QT_TRANSLATE_NOOP("station", "Answered, still open: {words}"),
    "open/revision": QT_TRANSLATE_NOOP("station", "{instruction} has changed"),
    "open/decided_here": QT_TRANSLATE_NOOP("station", "Decided here: {response} · {title}"),
    "open/new_tool": QT_TRANSLATE_NOOP("station", "Tool replaced: {name}"),
    "open/new_program": QT_TRANSLATE_NOOP("station", "Program replaced: {name}"),
    "handover/news_below": QT_TRANSLATE_NOOP("station", "{time} · {more}"),
    "open/decided": QT_TRANSLATE_NOOP("station", "Decided: {title}"),
    "records/call": QT_TRANSLATE_NOOP("station", "Records of the call"),
    "records/bypass": QT_TRANSLATE_NOOP("station", "Records of bypass {argument}"),
    "records/watch": QT_TRANSLATE_NOOP("station", "Records of the decision"),
    "records/question": QT_TRANSLATE_NOOP("station", "Records of the question"),
    "records/on_hold": QT_TRANSLATE_NOOP("station", "Hold {argument}"),
    "kind/handover.answered": QT_TRANSLATE_NOOP("station", "Question about a handover answered"),
    "kind/handover.asked": QT_TRANSLATE_NOOP("station", "Question about a handover"),
    "kind/handover.settled": QT_TRANSLATE_NOOP("station", "Question about a handover settled"),
}
