"""How results come from a controller: subscribed, read, acknowledged, and old ones asked for.

There are three forms; a controller's profile says which is its.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.message import build
from device_drivers.open_protocol.operation_results import OperationResults
from device_drivers.open_protocol.profile import Results
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.spindle_results import SpindleResults

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from device_drivers.open_protocol.dialogue import Dialogue
    from device_drivers.open_protocol.message import Message
    from device_drivers.open_protocol.results import Reader
    from device_drivers.open_protocol.settings import Settings

RESULT_SUBSCRIBE, RESULT, RESULT_ACK = 60, 61, 62
OLD_RESULT_ASK, OLD_RESULT = 64, 65


class ResultFeed(Protocol):
    """One connection's."""

    @property
    def events(self) -> frozenset[int]:
        """The MIDs results come in."""
        ...

    async def subscribe(self, last: int | None) -> bool:
        """Begin; from the result after ``last`` on, where the controller can do that.

        False when we were subscribed already.

        Raises:
            Refused: no results are to be had.
            DeviceFault: the link is lost.
        """
        ...

    def read(self, message: Message) -> Reading | None:
        """The result, once all telegrams of it are here."""
        ...

    def acknowledgement(self, message: Message) -> Message:
        """What tells the controller that a telegram is taken."""
        ...

    async def fetch(self, number: int) -> Reading | None:
        """An old result; 0 asks for the newest.  None when it cannot be had.

        Raises:
            Refused: not now; another connection may have it.
            DeviceFault: the link is lost.
        """
        ...


def feed_of(settings: Settings, dialogue: Dialogue, reader: Reader) -> ResultFeed:
    """The form the controller's profile says."""
    match settings.profile.results:
        case Results.LAST:
            return LastResults(dialogue, reader)
        case Results.OPERATION:
            return OperationResults(dialogue, reader, settings.profile.parameters)
        case Results.SPINDLES:
            return SpindleResults(dialogue, reader)


class LastResults:
    """0060 to 0065: each result as it is made, old ones by their number."""

    events = frozenset({RESULT})

    def __init__(self, dialogue: Dialogue, reader: Reader) -> None:
        self._dialogue = dialogue
        self._reader = reader
        self._has_old = True

    async def subscribe(self, last: int | None) -> bool:  # noqa: ARG002  0060 has no place for it
        return await self._dialogue.demand(RESULT_SUBSCRIBE)

    def read(self, message: Message) -> Reading | None:
        return self._reader.read(message)

    def acknowledgement(self, message: Message) -> Message:  # noqa: ARG002  always the same
        return build(RESULT_ACK)

    async def fetch(self, number: int) -> Reading | None:
        if not self._has_old:
            return None
        values = {"tightening_id": number, "is_offline": 0}
        try:
            message = await self._dialogue.ask(OLD_RESULT_ASK, values, answers={OLD_RESULT})
        except Refused as refusal:
            if refusal.error in refusals.NOT_NOW:
                raise
            self._has_old = refusal.error == refusals.RESULT_NOT_FOUND
            return None
        return self._reader.read(message, backfilled=True)
