"""The words of checks: the list, one check, its lines, and why it cannot be done now."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

FORMS: dict[str, str] = {
    "do_it/checks": QT_TRANSLATE_NOOP("station", "Checks"),
    "do_it/see_checks": QT_TRANSLATE_NOOP("station", "See the checks"),
    "do_it/start_check": QT_TRANSLATE_NOOP("station", "Start check"),
    "do_it/go_on_check": QT_TRANSLATE_NOOP("station", "Go on"),
    "do_it/put_off": QT_TRANSLATE_NOOP("station", "Put off"),
    "do_it/leave_out": QT_TRANSLATE_NOOP("station", "Leave out"),
    "do_it/not_ok": QT_TRANSLATE_NOOP("station", "Not OK"),
    "do_it/open_check": QT_TRANSLATE_NOOP("station", "Open check"),
    "do_it/check_later": QT_TRANSLATE_NOOP("station", "Later"),
    "do_it/settle_line": QT_TRANSLATE_NOOP("station", "Settle"),
    # -- the list -----------------------------------------------------------------------------
    "checks/title": QT_TRANSLATE_NOOP("station", "Checks of this station"),
    "checks/line": QT_TRANSLATE_NOOP("station", "They can be done at any time."),
    "checks/line_due": QT_TRANSLATE_NOOP("station", "To be done: {count}"),
    "checks/line_late": QT_TRANSLATE_NOOP("station", "Overdue: {late} · to be done: {count}"),
    "checks/none": QT_TRANSLATE_NOOP("station", "This station has no checks."),
    "checks/chip_due": QT_TRANSLATE_NOOP("station", "Check due"),
    "checks/chip_late": QT_TRANSLATE_NOOP("station", "Check overdue"),
    "checks/chip_failed": QT_TRANSLATE_NOOP("station", "Check failed"),
    "checks/idle": QT_TRANSLATE_NOOP("station", "Checks to be done: {count}"),
    "checks/queue": QT_TRANSLATE_NOOP("station", "First: {check}"),
    # -- where one stands ---------------------------------------------------------------------
    "check/due": QT_TRANSLATE_NOOP("station", "Due now"),
    "check/overdue": QT_TRANSLATE_NOOP("station", "Overdue"),
    "check/begun": QT_TRANSLATE_NOOP("station", "Begun"),
    "check/done": QT_TRANSLATE_NOOP("station", "Done"),
    "check/skipped": QT_TRANSLATE_NOOP("station", "Not done"),
    "check/failed": QT_TRANSLATE_NOOP("station", "Not OK"),
    "check/not_due": QT_TRANSLATE_NOOP("station", "Not due"),
    "check/until": QT_TRANSLATE_NOOP("station", "to be done by {time}"),
    "check/since": QT_TRANSLATE_NOOP("station", "overdue since {time}"),
    "check/blocks": QT_TRANSLATE_NOOP("station", "overdue since {time}; no unit is begun before"),
    "check/ended": QT_TRANSLATE_NOOP("station", "last: {time}"),
    "check/never": QT_TRANSLATE_NOOP("station", "not done here yet"),
    "check/lines_failed": QT_TRANSLATE_NOOP("station", "Lines that are not OK: {count}"),
    "check/line": QT_TRANSLATE_NOOP("station", "What is recorded cannot be taken back."),
    "check/line_who": QT_TRANSLATE_NOOP("station", "Lines not OK are settled by: {who}"),
    "check/line_right": QT_TRANSLATE_NOOP(
        "station", "Lines not OK are settled by who has the right: {right}"
    ),
    "check/failed_blocks": QT_TRANSLATE_NOOP("station", "no unit is begun until it is settled"),
    "check/left_at": QT_TRANSLATE_NOOP("station", "Left open at {station}, {time}"),
    "check/goes_on_there": QT_TRANSLATE_NOOP("station", "it goes on there; here it is begun anew"),
    "check/code_slot": QT_TRANSLATE_NOOP("station", "Code {code}"),
    "check/waits": QT_TRANSLATE_NOOP("station", "This check goes on: {check}"),
    # -- why ----------------------------------------------------------------------------------
    "check_why/damaged": QT_TRANSLATE_NOOP("station", "Damaged"),
    "check_why/missing": QT_TRANSLATE_NOOP("station", "Missing"),
    "check_why/dirty": QT_TRANSLATE_NOOP("station", "Dirty"),
    "check_why/does_not_work": QT_TRANSLATE_NOOP("station", "Does not work"),
    "check_why/too_many_attempts": QT_TRANSLATE_NOOP("station", "Out of its limits"),
    "check_why/other": QT_TRANSLATE_NOOP("station", "Something else"),
    "check_why/order_first": QT_TRANSLATE_NOOP("station", "The order is urgent"),
    "check_why/no_means": QT_TRANSLATE_NOOP("station", "Means are missing"),
    "check_why/not_running": QT_TRANSLATE_NOOP("station", "Station does not run"),
    "check_why/done_elsewhere": QT_TRANSLATE_NOOP("station", "Done elsewhere"),
    "check_why/put_right": QT_TRANSLATE_NOOP("station", "Put right"),
    "check_why/no_danger": QT_TRANSLATE_NOOP("station", "May stay as it is"),
    "check_fail/title": QT_TRANSLATE_NOOP("station", "What is not OK? {step}"),
    "check_fail/line": QT_TRANSLATE_NOOP("station", "It is recorded, and the check goes on."),
    "check_put_off/title": QT_TRANSLATE_NOOP("station", "Why is it put off? {step}"),
    "check_put_off/line": QT_TRANSLATE_NOOP("station", "By {minutes} minutes, once."),
    "check_skip/title": QT_TRANSLATE_NOOP("station", "Why is it left out? {step}"),
    "check_skip/line": QT_TRANSLATE_NOOP("station", "It shows in the record, with your name."),
    "check_settle/title": QT_TRANSLATE_NOOP("station", "What became of it? {step}"),
    "check_settle/line": QT_TRANSLATE_NOOP("station", "It shows in the record, with your name."),
    "check_own/line": QT_TRANSLATE_NOOP("station", "In a few words."),
    # -- a check that is done -----------------------------------------------------------------
    "header/check": QT_TRANSLATE_NOOP("station", "Station check"),
    "check_done/headline": QT_TRANSLATE_NOOP("station", "The check is done."),
    "check_done/good": QT_TRANSLATE_NOOP("station", "All lines are as they should be."),
    "check_done/failed": QT_TRANSLATE_NOOP("station", "Not OK: {count}. The lead can see it."),
    "check_done/lines": QT_TRANSLATE_NOOP("station", "Not OK"),
    "check_done/carry_on": QT_TRANSLATE_NOOP("station", "Carry on with the next unit."),
    "check_done/call": QT_TRANSLATE_NOOP("station", "Call the team lead about what is not OK."),
    # -- no -----------------------------------------------------------------------------------
    "form.overdue/headline": QT_TRANSLATE_NOOP("station", "First the check: {check}"),
    "form.overdue/why": QT_TRANSLATE_NOOP(
        "station", "It is overdue, and no unit is begun here before it is done."
    ),
    "form.line_failed/headline": QT_TRANSLATE_NOOP("station", "No unit is begun here now."),
    "form.line_failed/why": QT_TRANSLATE_NOOP(
        "station", "{check}: {line} is not OK. It is settled by: {who}."
    ),
    "form.unit_open/headline": QT_TRANSLATE_NOOP("station", "A unit is in work."),
    "form.unit_open/why": QT_TRANSLATE_NOOP(
        "station", "{check} is done between two units. Nothing was recorded."
    ),
    "form.not_yours/headline": QT_TRANSLATE_NOOP("station", "This check is for others."),
    "form.not_yours/why": QT_TRANSLATE_NOOP("station", "{check} is done by: {roles}."),
    "form.no_certificate/headline": QT_TRANSLATE_NOOP("station", "A certificate is missing."),
    "form.no_certificate/why": QT_TRANSLATE_NOOP("station", "{check} needs: {skills}."),
    "form.not_here/headline": QT_TRANSLATE_NOOP("station", "This check is not for this station."),
    "form.not_here/why": QT_TRANSLATE_NOOP("station", "The plant took it back, or moved it."),
    "form.not_due/headline": QT_TRANSLATE_NOOP("station", "This check is not due."),
    "form.not_due/why": QT_TRANSLATE_NOOP(
        "station", "Only one that is due is put off or left out. Nothing was recorded."
    ),
    "form.never_put_off/headline": QT_TRANSLATE_NOOP("station", "This check may not wait."),
    "form.never_put_off/why": QT_TRANSLATE_NOOP(
        "station", "The plant does not let it be put off."
    ),
    "form.put_off_before/headline": QT_TRANSLATE_NOOP("station", "It was put off before."),
    "form.put_off_before/why": QT_TRANSLATE_NOOP("station", "A check is put off once."),
    "form.never_skipped/headline": QT_TRANSLATE_NOOP("station", "This check is not left out."),
    "form.never_skipped/why": QT_TRANSLATE_NOOP("station", "The plant lets nobody leave it out."),
    "form.no_reason/headline": QT_TRANSLATE_NOOP("station", "Say why."),
    "form.no_reason/why": QT_TRANSLATE_NOOP("station", "Without a reason nothing was recorded."),
    "form.line_settled/headline": QT_TRANSLATE_NOOP("station", "This line is settled already."),
    "form.line_settled/why": QT_TRANSLATE_NOOP(
        "station", "Somebody settled it, or a later check was good."
    ),
    "form.other_code/headline": QT_TRANSLATE_NOOP("station", "This is another code."),
    "form.other_code/why": QT_TRANSLATE_NOOP("station", "The check wants {expected}."),
    "form.unknown/headline": QT_TRANSLATE_NOOP("station", "The record of this check is not here."),
    "form.unknown/why": QT_TRANSLATE_NOOP("station", "It cannot be gone on with. Begin it anew."),
    "form.none/headline": QT_TRANSLATE_NOOP("station", "No check is open."),
    "form.none/why": QT_TRANSLATE_NOOP("station", "Only a line of a check can be not OK."),
    "do/check_first": QT_TRANSLATE_NOOP("station", "Do the check: press See the checks."),
    "do/settle_first": QT_TRANSLATE_NOOP("station", "Have it put right, then do the check again."),
    "do/other_code": QT_TRANSLATE_NOOP("station", "Scan the right code, or press Not OK."),
}
