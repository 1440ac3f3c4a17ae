"""What a controller means when it says no: the error codes of MID 0004."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.errors import DeviceRefused

if TYPE_CHECKING:
    from collections.abc import Mapping

INVALID_VALUE = 1
NO_SUCH_PSET = 2
RESULT_NOT_FOUND = 15
JOB_IS_ENDING = 28
SUBSCRIBED_ALREADY = 71
NOT_SUBSCRIBED = 72
NO_SUCH_SUBSCRIPTION = 73
COMMAND_FAILED = 79
CLIENT_ALREADY_CONNECTED = 96
REVISION_UNSUPPORTED = 97
UNKNOWN_MID = 99

#: The controller knows the MID in a lower revision, perhaps.
STEP_DOWN = frozenset({74, 76, COMMAND_FAILED, REVISION_UNSUPPORTED})
#: What we asked for is so already.
ALREADY_SO = frozenset({6, 9, 11, 13, 18, SUBSCRIBED_ALREADY})
#: Another client, or our own dead connection, holds the controller.
BUSY = frozenset({16, CLIENT_ALREADY_CONNECTED})
#: A moment later the answer may be another.
NOT_NOW = frozenset({*BUSY, JOB_IS_ENDING, 98})

WORDS: Mapping[int, str] = MappingProxyType(
    {
        1: "invalid value",
        2: "parameter set is not present",
        3: "parameter set cannot be set",
        4: "parameter set is not running",
        6: "identifier upload is subscribed already",
        7: "identifier upload is not subscribed",
        8: "identifier input source is not granted",
        9: "last result is subscribed already",
        10: "last result is not subscribed",
        11: "alarms are subscribed already",
        12: "alarms are not subscribed",
        13: "parameter set selection is subscribed already",
        14: "parameter set selection is not subscribed",
        15: "the requested result was not found",
        16: "connection rejected, protocol busy",
        17: "job is not present",
        18: "job information is subscribed already",
        19: "job information is not subscribed",
        20: "job cannot be set",
        21: "job is not running",
        22: "a dynamic job cannot be executed",
        23: "job batch could not be decremented",
        24: "parameter set could not be created",
        25: "programming control is not granted",
        26: "the connected tool does not fit the parameter set",
        27: "tool is inaccessible",
        28: "job abortion is in progress",
        29: "tool does not exist",
        30: "controller is no sync master or station controller",
        31: "spindle status is subscribed already",
        32: "spindle status is not subscribed",
        33: "spindle results are subscribed already",
        34: "spindle results are not subscribed",
        35: "another client commands the controller",
        36: "lock type is not supported",
        40: "line control is subscribed already",
        41: "line control is not subscribed",
        42: "identifier input source is not granted",
        43: "work order identifiers are subscribed already",
        44: "work order identifiers are not subscribed",
        50: "external inputs are subscribed already",
        51: "external inputs are not subscribed",
        52: "I/O device is not connected",
        53: "I/O device number is wrong",
        54: "tool tag is unknown",
        55: "tool tags are subscribed already",
        56: "tool tags are not subscribed",
        57: "motor tuning failed",
        58: "no alarm is present",
        59: "tool is in use",
        60: "no histogram is available",
        61: "pairing failed",
        62: "pairing denied",
        63: "pairing tried with the wrong type of tool",
        64: "pairing abortion denied",
        65: "pairing abortion failed",
        66: "pairing disconnection failed",
        67: "pairing is in progress or done already",
        68: "pairing denied, no program control",
        69: "revision of the extra data is not supported",
        70: "calibration failed",
        71: "subscribed already",
        72: "not subscribed",
        73: "the subscribed MID is not supported",
        74: "the subscribed MID is not supported in this revision",
        75: "the requested MID is not supported",
        76: "the requested MID is not supported in this revision",
        77: "request on specific data is not supported",
        78: "subscription on specific data is not supported",
        79: "command failed",
        82: "automatic/manual mode is subscribed already",
        83: "automatic/manual mode is not subscribed",
        84: "relay function is subscribed already",
        85: "relay function is not subscribed",
        86: "socket selector is subscribed already",
        87: "socket selector is not subscribed",
        88: "digital input is subscribed already",
        89: "digital input is not subscribed",
        90: "lock at batch done is subscribed already",
        91: "lock at batch done is not subscribed",
        92: "Open Protocol commands are disabled at the controller",
        93: "disabled commands are subscribed already",
        94: "disabled commands are not subscribed",
        95: "rejected, the controller is in manual mode",
        96: "another client is connected already",
        97: "MID is not supported in this revision",
        98: "the controller timed out internally",
        99: "unknown MID",
    }
)


class Refused(DeviceRefused):
    """The controller answered ``mid`` with 0004 and ``code``."""

    def __init__(self, device: str, mid: int, code: int) -> None:
        self.mid = mid
        self.error = code
        self.words = WORDS.get(code, "a reason only the controller's manual knows")
        super().__init__(device, f"{mid:04d} refused with code {code:02d}: {self.words}")
