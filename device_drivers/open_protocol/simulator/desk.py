"""Where a client's telegram is dealt with: what is refused and why, and what answers it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.fields import FieldFault, Values, parse
from device_drivers.open_protocol.message import Message, accepted, refused
from device_drivers.open_protocol.simulator import (
    answers_identifiers,
    answers_programs,
    answers_results,
    answers_session,
    answers_signals,
    subscribing,
)
from device_drivers.open_protocol.simulator.subscriptions import ACKNOWLEDGED
from device_drivers.open_protocol.tables import LAYOUTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from device_drivers.open_protocol.simulator.visitor import Visitor

#: Answers one MID; None when nothing is to be said.
Answer: TypeAlias = "Callable[[Visitor, Message, Values], Message | None]"

START, GENERIC = 1, frozenset({6, 8, 9})
ANSWERS: Mapping[int, Answer] = MappingProxyType(
    {
        **answers_session.ANSWERS,
        **answers_programs.ANSWERS,
        **answers_identifiers.ANSWERS,
        **answers_results.ANSWERS,
        **answers_signals.ANSWERS,
        **subscribing.ANSWERS,
    }
)
#: What changes something: refused while somebody else is in charge.
COMMANDS = frozenset(
    {18, 19, 20, 38, 39, 43, 50, 78, 82, 127, 128, 129, 130, 150, 155, 156, 157, 200, 224, 225}
)


def deal_with(client: Visitor, message: Message) -> None:
    """Answer, and do what follows from the answer."""
    if client.controller.faults.is_unanswered(message.mid):
        client.controller.emit({"event": "unanswered", "mid": f"{message.mid:04d}"})
        return
    code = _refusal(client, message)
    if code is not None:
        client.send(refused(message.mid, code))
        if code == _revision_code(client, message.mid):
            _after_wrong_revision(client)
        return
    try:
        values = parse(LAYOUTS[message.mid, message.revision], message.body)
    except FieldFault:
        client.send(refused(message.mid, refusals.INVALID_VALUE))
        return
    answer = ANSWERS[message.mid](client, message, values)
    if answer is not None:
        client.send(answer)
        if answer.mid != accepted(0).mid or message.mid not in subscribing.FIRST_WORDS:
            return
        subscribing.FIRST_WORDS[message.mid](client, message)


def _refusal(client: Visitor, message: Message) -> int | None:
    """The code to refuse this telegram with, whatever is in it."""
    controller, mid = client.controller, message.mid
    rules = controller.vendor.refusals
    if mid in controller.vendor.without or (mid not in ANSWERS and mid not in ACKNOWLEDGED):
        return rules.unknown_mid
    if not _knows_revision(client, message):
        return _revision_code(client, mid)
    if not client.is_started and mid != START:
        return rules.not_started
    commands_code = controller.faults.commands_refused_with
    if commands_code is not None and mid in COMMANDS:
        return commands_code
    return controller.faults.refusal(mid)


def _knows_revision(client: Visitor, message: Message) -> bool:
    controller, mid, revision = client.controller, message.mid, message.revision
    if (mid, revision) not in LAYOUTS:
        return False
    newest = controller.faults.newest_revisions.get(mid)
    if newest is not None:
        return revision <= newest
    return controller.vendor.knows_revision(mid, revision)


def _revision_code(client: Visitor, mid: int) -> int:
    rules = client.controller.vendor.refusals
    return rules.start_revision if mid == START else rules.revision


def _after_wrong_revision(client: Visitor) -> None:
    if client.controller.vendor.refusals.hangs_up_after_revision:
        client.hang_up()
