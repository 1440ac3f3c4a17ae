"""How a vendor's controller behaves, read from a file in ``vendors``: data, no code.

What a file does not say is as the specification has it.
"""

from __future__ import annotations

import tomllib
from enum import Enum
from importlib import resources
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from app.domain.errors import InvalidInput

GENERIC = "generic"
_FOLDER = resources.files("device_drivers.open_protocol.simulator") / "vendors"

Natural = Annotated[int, Meta(ge=0)]
Positive = Annotated[int, Meta(ge=1)]
Seconds = Annotated[float, Meta(ge=0)]
#: Four digits, as people write a MID.
Mid = Annotated[str, Meta(pattern=r"^\d{4}$")]


class Unacknowledged(Enum):
    """What happens to a client that never acknowledges."""

    HANGS_UP = "hangs up"
    DROPS_SUBSCRIPTIONS = "drops all subscriptions"


class Ids(Enum):
    """How long the count of results goes on."""

    LASTING = "lasting"
    EACH_CONNECTION = "each connection"


class OldResults(Enum):
    """What MID 0064 is answered with."""

    EXACT = "that result"
    AT_OR_BEFORE = "that result or the one before"
    NONE = "none"


class Counted(Enum):
    """Which tightenings count in a batch."""

    OK = "OK"
    ALL = "all"


class Section(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A part of a vendor's file; a misspelt key is an error."""


class Start(Section, frozen=True, kw_only=True):
    """The answer to 0001.  ``is_minimal`` sends no more than revision 1 whatever was asked."""

    supplier: Annotated[str, Meta(max_length=3)] = "ASB"
    has_cell: bool = True
    is_minimal: bool = False
    protocol: str = "R2.16"


class Refusals(Section, frozen=True, kw_only=True):
    """Codes, and manners.  ``start_revision`` is for 0001 alone."""

    unknown_mid: int = 99
    revision: int = 97
    start_revision: int = 97
    not_started: int = 79
    hangs_up_after_revision: bool = False
    #: For 0008 and 0009: name the MID that was asked for, not 0008 or 0009.
    names_requested_mid: bool = False


class Clients(Section, frozen=True, kw_only=True):
    """``half_open_s``: how long a connection that ended without 0003 keeps its place."""

    most: Positive = 1
    too_many: int = 96
    half_open_s: Seconds = 0.0


class Acknowledging(Section, frozen=True, kw_only=True):
    """``is_link_level``: every telegram is numbered and acknowledged by 9997."""

    resend_s: Annotated[float, Meta(gt=0)] = 3.0
    resends: Natural = 3
    then: Unacknowledged = Unacknowledged.HANGS_UP
    is_link_level: bool = False


class Results(Section, frozen=True, kw_only=True):
    """``wraps_after`` 0: never.  ``of_another_station``: every so many ids are another's."""

    ids: Ids = Ids.LASTING
    wraps_after: Natural = 0
    old: OldResults = OldResults.EXACT
    of_another_station: Natural = 0
    keeps: Positive = 5000
    #: A controller with its protocol switched off while nobody is there.
    are_made_without_client: bool = True
    #: Fields of 0061 and 0065 that are always blank.
    blank: tuple[str, ...] = ()


class Text(Section, frozen=True, kw_only=True):
    """``vin_is_padded``: an identifier must come at its full length."""

    is_utf8: bool = False
    vin_most: Positive = 25
    vin_is_padded: bool = False

    def sayable(self, text: str) -> str:
        """``text`` as this controller can say it."""
        return text if self.is_utf8 else text.encode("ascii", "replace").decode()


class Selection(Section, frozen=True, kw_only=True):
    """``index_offset``: programs above it are called so much less in 0015 and in results."""

    index_offset: int = 0
    repeats_itself: bool = True
    ends_with_batch: bool = False

    def index(self, program: int) -> int:
        """What a program is called when it is reported."""
        offset = self.index_offset
        return program - offset if program > offset else program


class Batches(Section, frozen=True, kw_only=True):
    """How a batch counts."""

    counted: Counted = Counted.OK


class Traces(Section, frozen=True, kw_only=True):
    """``most_samples`` 0: as many as there are."""

    most_samples: Natural = 0
    divides: bool = False
    has_trailing_nul: bool = False


class Vendor(Section, frozen=True, kw_only=True):
    """One controller family.

    ``revisions``: by the MID a client sends, the newest known, or exactly those known; what is
    not named is known in every revision that has a layout.  ``without``: MIDs it does not know.
    """

    title: str
    silence_s: Seconds = 15.0
    start: Start = Start()
    refusals: Refusals = Refusals()
    clients: Clients = Clients()
    acknowledging: Acknowledging = Acknowledging()
    results: Results = Results()
    text: Text = Text()
    selection: Selection = Selection()
    batches: Batches = Batches()
    traces: Traces = Traces()
    without: frozenset[int] = frozenset()
    revisions: dict[Mid, int | list[int]] = {}

    def knows_revision(self, mid: int, revision: int) -> bool:
        """Whether it knows ``mid``, which has a layout, in ``revision``."""
        known = self.revisions.get(f"{mid:04d}")
        if known is None:
            return True
        return revision <= known if isinstance(known, int) else revision in known


def vendor_names() -> tuple[str, ...]:
    """All there are."""
    names = (entry.name.removesuffix(".toml") for entry in _FOLDER.iterdir())
    return tuple(sorted(name for name in names if not name.startswith("_")))


def load_vendor(name: str) -> Vendor:
    """The vendor's behaviour.

    Raises:
        InvalidInput: there is no such vendor, or its file is wrong; the message says which.
    """
    if name not in vendor_names():
        message = f"There is no vendor {name!r}; there are: {', '.join(vendor_names())}."
        raise InvalidInput(message)
    return read_vendor((_FOLDER / f"{name}.toml").read_text(encoding="utf-8"), name)


def read_vendor(text: str, name: str) -> Vendor:
    """A vendor's file, read.

    Raises:
        InvalidInput: it is no TOML, or says something that a vendor's file cannot say.
    """
    try:
        return msgspec.convert(tomllib.loads(text), Vendor)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        message = f"The behaviour of the vendor {name} cannot be used: {error}."
        raise InvalidInput(message) from error
