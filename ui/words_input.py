"""English words of scanning, keys and printed commands."""

from __future__ import annotations

from ui.translation import QT_TRANSLATE_NOOP

INPUT = {
    # -- a printed command that was not taken ---------------------------------------------------
    "command.not_here/headline": QT_TRANSLATE_NOOP("station", "That command means nothing here."),
    "command.not_here/why": QT_TRANSLATE_NOOP(
        "station", "This screen has no button for it. The scan changed nothing."
    ),
    "command.too_early/headline": QT_TRANSLATE_NOOP("station", "The screen had just changed."),
    "command.too_early/why": QT_TRANSLATE_NOOP(
        "station", "You scanned before you could read it. The scan changed nothing."
    ),
    # -- what was scanned, before its name -----------------------------------------------------
    "scan_kind/location": QT_TRANSLATE_NOOP("station", "Location "),
    # -- a code that did not come as it was printed --------------------------------------------
    "scan.unfinished/headline": QT_TRANSLATE_NOOP("station", "The scan has no end."),
    "scan.unfinished/why": QT_TRANSLATE_NOOP(
        "station", "The scanner sent {count} characters, then nothing. Nothing was taken."
    ),
    "scan.layout/headline": QT_TRANSLATE_NOOP(
        "station", "The scanner’s keyboard layout seems to differ."
    ),
    "scan.layout/why": QT_TRANSLATE_NOOP(
        "station", "The scanner types as {scanner}, this PC reads as {pc}. Nothing was taken."
    ),
    "scan.caps_lock/headline": QT_TRANSLATE_NOOP("station", "Caps Lock is on."),
    "scan.caps_lock/why": QT_TRANSLATE_NOOP(
        "station", "The code came with small and large letters swapped. Nothing was taken."
    ),
    "do/scan_again": QT_TRANSLATE_NOOP("station", "Scan again."),
    "do/set_suffix": QT_TRANSLATE_NOOP(
        "station", "If it stays: maintenance sets the scanner’s suffix to Enter."
    ),
    "do/set_layout": QT_TRANSLATE_NOOP(
        "station", "Maintenance sets the scanner to the keyboard layout of this PC."
    ),
    "do/caps_off": QT_TRANSLATE_NOOP("station", "Press the Caps Lock key once."),
    # -- what can be done here without touching the glass ---------------------------------------
    "keys/title": QT_TRANSLATE_NOOP("station", "What can I do here?"),
    "keys/line": QT_TRANSLATE_NOOP("station", "Press the key, or scan the printed command."),
    "keys/both": QT_TRANSLATE_NOOP("station", "{name} · {code}"),
    "keys/move": QT_TRANSLATE_NOOP("station", "Go to a button"),
    "keys/move/does": QT_TRANSLATE_NOOP("station", "A blue frame shows where you are."),
    "keys/tab": QT_TRANSLATE_NOOP("station", "Tab or arrows"),
    "keys/press": QT_TRANSLATE_NOOP("station", "Press that button"),
    "keys/press/does": QT_TRANSLATE_NOOP("station", "The one with the blue frame."),
    "keys/space": QT_TRANSLATE_NOOP("station", "Space or Enter"),
    "keys/choose": QT_TRANSLATE_NOOP("station", "Choose a tile or a row"),
    "keys/choose/does": QT_TRANSLATE_NOOP("station", "Counted in reading order."),
    "keys/digits": QT_TRANSLATE_NOOP("station", "1 to 8 · CMD:1 to CMD:8"),
    "do/read_then_scan": QT_TRANSLATE_NOOP(
        "station", "Go back, read the screen, then scan again."
    ),
}

#: What stands beside each printed command: the word people say, and what scanning it does.
COMMAND_WORDS = {
    "command/title": QT_TRANSLATE_NOOP("station", "Asbuilt commands to scan"),
    "command/CONFIRM": QT_TRANSLATE_NOOP("station", "Confirm"),
    "command/CONFIRM/does": QT_TRANSLATE_NOOP("station", "Press the button at the bottom right."),
    "command/ACK": QT_TRANSLATE_NOOP("station", "Acknowledge"),
    "command/ACK/does": QT_TRANSLATE_NOOP("station", "Say that you have seen a result not OK."),
    "command/OK": QT_TRANSLATE_NOOP("station", "OK"),
    "command/OK/does": QT_TRANSLATE_NOOP("station", "Inspection: this place is good."),
    "command/NOK": QT_TRANSLATE_NOOP("station", "Not OK"),
    "command/NOK/does": QT_TRANSLATE_NOOP("station", "Inspection: this place is not good."),
    "command/REPEAT": QT_TRANSLATE_NOOP("station", "Repeat"),
    "command/REPEAT/does": QT_TRANSLATE_NOOP(
        "station", "Do the step again, or try a device again."
    ),
    "command/PROBLEM": QT_TRANSLATE_NOOP("station", "Problem"),
    "command/PROBLEM/does": QT_TRANSLATE_NOOP("station", "Report a problem."),
    "command/HELP": QT_TRANSLATE_NOOP("station", "Call help"),
    "command/HELP/does": QT_TRANSLATE_NOOP("station", "Call somebody to the station."),
    "command/MISSING": QT_TRANSLATE_NOOP("station", "Still missing"),
    "command/MISSING/does": QT_TRANSLATE_NOOP("station", "Show what the unit still needs."),
    "command/BACK": QT_TRANSLATE_NOOP("station", "Back"),
    "command/BACK/does": QT_TRANSLATE_NOOP("station", "Close the page or the message."),
    "command/NEXT": QT_TRANSLATE_NOOP("station", "Next unit"),
    "command/NEXT/does": QT_TRANSLATE_NOOP("station", "Go on after a finished or held unit."),
    "command/LEAVE": QT_TRANSLATE_NOOP("station", "Leave the unit"),
    "command/LEAVE/does": QT_TRANSLATE_NOOP("station", "Scan twice. The unit keeps its state."),
    "command/SIGN-OUT": QT_TRANSLATE_NOOP("station", "Sign out"),
    "command/SIGN-OUT/does": QT_TRANSLATE_NOOP("station", "In the queue: end your work here."),
    "command/UP": QT_TRANSLATE_NOOP("station", "Up"),
    "command/UP/does": QT_TRANSLATE_NOOP("station", "Long list: the page before."),
    "command/DOWN": QT_TRANSLATE_NOOP("station", "Down"),
    "command/DOWN/does": QT_TRANSLATE_NOOP("station", "Long list: the next page."),
    "command/LANGUAGE": QT_TRANSLATE_NOOP("station", "Language"),
    "command/LANGUAGE/does": QT_TRANSLATE_NOOP("station", "At sign-in: choose the language."),
    "command/INFO": QT_TRANSLATE_NOOP("station", "What can I do here?"),
    "command/INFO/does": QT_TRANSLATE_NOOP("station", "Show the keys and commands."),
    "command/choice": QT_TRANSLATE_NOOP("station", "Choice {number}"),
    "command/choice/does": QT_TRANSLATE_NOOP(
        "station", "Tiles and lists: choice {number}, in reading order."
    ),
    "command/LABEL": QT_TRANSLATE_NOOP("station", "Print the label"),
    "command/LABEL/does": QT_TRANSLATE_NOOP("station", "Once for the unit in work."),
    "command/LABEL-DAMAGED": QT_TRANSLATE_NOOP("station", "Label again: damaged"),
    "command/LABEL-LOST": QT_TRANSLATE_NOOP("station", "Label again: lost"),
    "command/LABEL-UNREADABLE": QT_TRANSLATE_NOOP("station", "Label again: unreadable"),
    "command/LABEL-NOT-OUT": QT_TRANSLATE_NOOP("station", "Label again: none came out"),
    "command/again/does": QT_TRANSLATE_NOOP("station", "Print a second label for this reason."),
    "command/LABEL-TEST": QT_TRANSLATE_NOOP("station", "Test label"),
    "command/LABEL-TEST/does": QT_TRANSLATE_NOOP("station", "Print one that is of no unit."),
}
INPUT |= COMMAND_WORDS
