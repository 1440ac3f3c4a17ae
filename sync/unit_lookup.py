"""Asks the plant for the record of one unit, and believes only what the plant signed.

The server that answers may be another machine than the one enrolled at, but not another plant:
the signature is checked with the key that enrolment gave, and each event's bytes with its hash.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from nacl.exceptions import BadSignatureError
from nacl.signing import VerifyKey

from app.domain.envelope import chain_hash, decode_envelope
from app.domain.errors import PlantFault
from app.ports.units import ToldEvent, ToldPage
from sync.wire import UNIT_TAG, UnitEvent, UnitEvents

if TYPE_CHECKING:
    from app.ports.units import ToldMark
    from sync.link import PlantLink


class UnitRecordDamaged(PlantFault):
    """What came as the unit's record is not what the plant has."""

    code = "plant.unit_record_damaged"


class UnitLookup:
    """Implements the port PlantUnits over the station's link; ``plant_key`` is Ed25519, hex."""

    def __init__(self, link: PlantLink, plant_key: str) -> None:
        self._link = link
        self._plant_key = plant_key

    async def page(self, serial: str, mark: ToldMark) -> ToldPage:
        content, signature = await self._link.unit_events(
            serial, generation=mark.generation, after=mark.pos
        )
        return read_page(content, signature, serial=serial, mark=mark, plant_key=self._plant_key)


def read_page(
    content: bytes, signature: str, *, serial: str, mark: ToldMark, plant_key: str
) -> ToldPage:
    """The page in ``content``, when all of it is the plant's and answers what was asked.

    Raises:
        UnitRecordDamaged: it is not.
    """
    if not _is_signed(content, signature, plant_key):
        raise _damaged(serial, "the plant did not sign it")
    try:
        came = msgspec.json.decode(content, type=UnitEvents)
    except msgspec.MsgspecError as error:
        raise _damaged(serial, str(error)) from error
    expected = mark.pos if came.generation == mark.generation else 0
    if (came.serial, came.after) != (serial, expected):
        raise _damaged(serial, f"it is of {came.serial} after {came.after}")
    positions = [expected, *(event.pos for event in came.events)]
    if positions != sorted(set(positions)):
        raise _damaged(serial, "its events are out of order")
    if not came.is_last and not came.events:
        raise _damaged(serial, "it has no end")
    events = tuple(_told(event, serial) for event in came.events)
    return ToldPage(came.generation, came.after, events, came.is_last)


def _told(event: UnitEvent, serial: str) -> ToldEvent:
    raw = bytes(event.envelope)
    try:
        envelope = decode_envelope(raw)
        is_whole = chain_hash(envelope.prev_hash, raw) == event.hash
    except (msgspec.MsgspecError, ValueError) as error:
        raise _damaged(serial, f"the event at {event.pos} cannot be read: {error}") from error
    if not is_whole or envelope.refs.unit != serial:
        raise _damaged(serial, f"the event at {event.pos} is another than was recorded")
    return ToldEvent(event.pos, event.hash, raw)


def _is_signed(content: bytes, signature: str, plant_key: str) -> bool:
    try:
        VerifyKey(bytes.fromhex(plant_key)).verify(UNIT_TAG + content, bytes.fromhex(signature))
    except (BadSignatureError, ValueError):
        return False
    return True


def _damaged(serial: str, why: str) -> UnitRecordDamaged:
    return UnitRecordDamaged(f"the record of unit {serial} is not used: {why}")
