"""A recorded conversation with a controller: what it answered, and what it said on its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from device_drivers.open_protocol import watches
from device_drivers.open_protocol.fields import FieldFault, parse
from device_drivers.open_protocol.framer import Framer, SerialFramer
from device_drivers.open_protocol.message import Message, accepted, build, refused
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from device_drivers.open_protocol.framer import Framing
    from device_drivers.ring_file import Record

START, STARTED, STOP, REFUSED, ACCEPTED = 1, 2, 3, 4, 5
GENERIC_REQUEST, GENERIC_SUBSCRIBE, OLD_RESULT_ASK, OLD_RESULT = 6, 8, 64, 65
#: Requests answered with data of the next MID.
READS = frozenset({START, 10, 12, 30, 32, 40, OLD_RESULT_ASK, 80, 214})
#: What we say without expecting an answer: acknowledgements, and the link's own telegrams.
UNANSWERED = frozenset({5, 62, 102, 107, 108, 1001, 1203, 9997, 9998, 9999}) | {
    answer for watch in watches.EVERY for answer in watch.answers.values()
}
LINK_ONLY = frozenset({9997, 9998, 9999})
RESULT_NOT_FOUND, UNKNOWN_MID = 15, 79

Key: TypeAlias = tuple[int, int, bytes]


class Recording:
    """Made of the records of a ring file; ``events`` are in the order they came."""

    def __init__(self, records: Iterable[Record], *, is_serial: bool) -> None:
        self._new_framer: Callable[[], Framing] = SerialFramer if is_serial else Framer
        self._answers: dict[Key, Message] = {}
        self._by_mid: dict[tuple[int, bytes], Message] = {}
        self._old: dict[int | None, Message] = {}
        self.events: list[Message] = []
        self._asked: Message | None = None
        self._listen_to(records)

    def answer(self, request: Message) -> Message:
        """What the controller answered to ``request``, or would have for all we know."""
        if request.mid == OLD_RESULT_ASK:
            return self._old_result(request)
        exact = self._answers.get(_key(request))
        return exact or self._by_mid.get(_kind(request)) or _usual(request)

    def _old_result(self, request: Message) -> Message:
        """By its number only: "the newest" was another one each time it was asked for."""
        wanted = _result_id(request)
        exact = self._answers.get(_key(request)) if wanted else None
        return exact or self._old.get(wanted) or refused(request.mid, RESULT_NOT_FOUND)

    def _listen_to(self, records: Iterable[Record]) -> None:
        theirs, ours = self._new_framer(), self._new_framer()
        for record in records:
            if record.what == "opened":
                theirs, ours, self._asked = self._new_framer(), self._new_framer(), None
            elif record.what == "in":
                for frame in theirs.feed(record.payload):
                    self._heard(Message(frame))
                theirs = theirs if theirs.fault is None else self._new_framer()
            elif record.what == "out":
                for frame in ours.feed(record.payload):
                    self._said(Message(frame))
                ours = ours if ours.fault is None else self._new_framer()

    def _said(self, message: Message) -> None:
        if message.mid not in UNANSWERED:
            self._asked = message

    def _heard(self, message: Message) -> None:
        message = Message(message.frame[:16] + b"  " + message.frame[18:])
        asked = self._asked
        if asked is not None and _answers(message, asked):
            self._asked = None
            self._learn(asked, message)
        elif message.mid not in LINK_ONLY | {REFUSED, ACCEPTED}:
            self.events.append(message)

    def _learn(self, asked: Message, answer: Message) -> None:
        """A refusal counts only until the same request was granted."""
        if _key(asked) not in self._answers or answer.mid != REFUSED:
            self._answers[_key(asked)] = answer
        if answer.mid == OLD_RESULT and (number := _result_id(answer)):
            self._old[number] = answer
        if _kind(asked) not in self._by_mid or answer.mid != REFUSED:
            self._by_mid[_kind(asked)] = answer


def _key(message: Message) -> Key:
    return message.mid, message.revision, message.body


def _result_id(message: Message) -> int | None:
    """The number of an old result, asked for or told; None where it cannot be read."""
    layout = LAYOUTS.get((message.mid, message.revision))
    try:
        number = parse(layout, message.body).get("tightening_id") if layout else None
    except FieldFault:
        return None
    return number if isinstance(number, int) else None


def _kind(message: Message) -> tuple[int, bytes]:
    """What it asks for, whatever the revision and the details."""
    is_generic = message.mid in {GENERIC_REQUEST, GENERIC_SUBSCRIBE}
    return message.mid, message.body[:4] if is_generic else b""


def _answers(message: Message, asked: Message) -> bool:
    wanted = int(asked.body[:4]) if asked.mid == GENERIC_REQUEST else asked.mid + 1
    if message.mid in {REFUSED, ACCEPTED}:
        named = message.body[:4]
        return named == b"%04d" % asked.mid or named == asked.body[:4]
    is_read = asked.mid in READS or asked.mid == GENERIC_REQUEST
    return is_read and message.mid == wanted


def _usual(request: Message) -> Message:
    """For what was not asked when this was recorded."""
    if request.mid == START:
        return build(STARTED, b"010001020103" + b"replayed".ljust(25))
    if request.mid in READS or request.mid == GENERIC_REQUEST:
        return refused(request.mid, UNKNOWN_MID)
    return accepted(request.mid)
