"""A controller as configured: where it is, whose it is, how long things may take."""

from __future__ import annotations

import enum
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol.profile import GENERIC

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from device_drivers.open_protocol.profile import Profile

DEFAULT_PORT = 4545
#: The specification's, for RS-232.
DEFAULT_BAUD = 115_200


@dataclass(frozen=True, slots=True)
class Times:
    """How long things may take; the defaults are the specification's.

    ``silence_s`` 0: the controller may be silent for as long as it likes.  ``hearing_s``: how
    often to make sure that results are still subscribed.
    """

    connect_s: float = 5.0
    answer_s: float = 10.0
    keep_alive_s: float = 10.0
    silence_s: float = 15.0
    select_s: float = 5.0
    close_s: float = 1.0
    busy_s: float = 15.0
    resend_s: float = 3.0
    hearing_s: float = 60.0


SPECIFIED = Times()


class Way(enum.Enum):
    """Who opens the connection, and on what."""

    DIAL = "the station dials the controller"
    ANSWER = "the controller dials the station"
    SERIAL = "a serial line"


@dataclass(frozen=True, slots=True)
class Settings:
    """``locks_tool`` is False for a mere listener, who must not touch a tool in use.

    ``host`` is the address to listen on when the controller dials, and the path of a serial
    line.  ``program_index`` is for controllers that call a program by another number than the
    one it is selected by: the number selected, and what 0015 and the results call it.
    """

    device: str
    host: str
    port: int = DEFAULT_PORT
    torque_unit: str = "N.m"
    locks_tool: bool = True
    wants_traces: bool = True
    aborts_job_first: bool = False
    times: Times = SPECIFIED
    way: Way = Way.DIAL
    tls: ssl.SSLContext | None = None
    baud: int = DEFAULT_BAUD
    profile: Profile = GENERIC
    program_index: Mapping[int, int] = field(default_factory=lambda: MappingProxyType({}))
