"""The printed commands: a label beside the work that does what a button does."""

from __future__ import annotations

#: What each is scanned for, in the order of the printed sheet.
CONFIRM, ACKNOWLEDGE, OK, NOK = "CONFIRM", "ACK", "OK", "NOK"
REPEAT, PROBLEM, HELP, MISSING = "REPEAT", "PROBLEM", "HELP", "MISSING"
BACK, NEXT, LEAVE, SIGN_OUT = "BACK", "NEXT", "LEAVE", "SIGN-OUT"
UP, DOWN, LANGUAGE, INFO = "UP", "DOWN", "LANGUAGE", "INFO"
#: The first to the eighth choice on the screen.
CHOICES = ("1", "2", "3", "4", "5", "6", "7", "8")

COMMANDS = (
    CONFIRM, ACKNOWLEDGE, OK, NOK, REPEAT, PROBLEM, HELP, MISSING, BACK, NEXT, LEAVE, SIGN_OUT,
    UP, DOWN, LANGUAGE, INFO, *CHOICES,
)  # fmt: skip
#: How a command stands in its code.
PREFIX = "CMD:"
