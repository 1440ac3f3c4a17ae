"""The faults a simulated controller can be told to have: a control line for each."""

from __future__ import annotations

import binascii
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.simulator.acts import Act, known_program
from device_drivers.open_protocol.simulator.arguments import (
    flag,
    one_of,
    seconds,
    text,
    whole,
)
from device_drivers.open_protocol.simulator.controller import TIME_FORMAT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from device_drivers.open_protocol.simulator.told import Told
    from device_drivers.simulator_control import Command

MAX_MID, MAX_CODE, MAX_REVISION, MAX_TIMES, MAX_BYTES = 9999, 99, 999, 1_000_000, 10_000
MANNERS = frozenset({"pulled", "closed", "reset", "half_open"})
HOUR_S = 3600
#: Longer than any station waits for a keep-alive.
FOREVER = -1


def _cut(simulator: Told, command: Command) -> None:
    manner = one_of(command, "how", MANNERS, "pulled")
    simulator.cut(manner, seconds(command))


def _freeze(simulator: Told, command: Command) -> None:
    simulator.freeze(seconds(command, 20))


def _silence(simulator: Told, command: Command) -> None:
    controller = simulator.controller
    controller.faults.mute_until = controller.mono() + seconds(command)


def _delay(simulator: Told, command: Command) -> None:
    """``times`` 0: from now on."""
    times = whole(command, "times", 1, most=MAX_TIMES) or FOREVER
    simulator.controller.faults.delays[_mid(command)] = (seconds(command, 2), times)


def _duplicate(simulator: Told, command: Command) -> None:
    simulator.controller.faults.duplicates += whole(command, "times", 1, most=MAX_TIMES)


def _swallow(simulator: Told, command: Command) -> None:
    simulator.controller.faults.acks_to_swallow += whole(command, "times", 1, most=MAX_TIMES)


def _drop_subscriptions(simulator: Told, _command: Command) -> None:
    for client in simulator.controller.clients:
        client.drop_subscriptions("told to")


def _wrong_length(simulator: Told, command: Command) -> None:
    by = whole(command, "by", 10, least=-999, most=999)
    simulator.controller.faults.wrong_lengths[_mid(command, 61)] = by


def _garbage(simulator: Told, command: Command) -> None:
    count = whole(command, "bytes", 40, least=1, most=MAX_BYTES)
    simulator.say(simulator.controller.rng.randbytes(count))


def _say(simulator: Told, command: Command) -> None:
    """A NUL is added; ``hex`` is for what no text can hold."""
    if "hex" not in command:
        simulator.say(text(command, "frame", most=MAX_BYTES).encode("latin-1", "replace") + b"\0")
        return
    try:
        simulator.say(binascii.unhexlify(text(command, "hex", most=2 * MAX_BYTES)))
    except binascii.Error as error:
        message = f'"say" takes "hex" as an even number of hexadecimal digits: {error}.'
        raise InvalidInput(message) from error


def _pieces(simulator: Told, command: Command) -> None:
    simulator.controller.faults.piece_bytes = whole(command, "bytes", 1, most=MAX_BYTES)


def _together(simulator: Told, command: Command) -> None:
    simulator.controller.faults.together = whole(command, "count", 2, most=100)


def _refuse(simulator: Told, command: Command) -> None:
    code = whole(command, "code", 79, most=MAX_CODE)
    times = whole(command, "times", 1, most=MAX_TIMES)
    simulator.controller.faults.refusals[_mid(command, 43)] = (code, times)


def _no_answer(simulator: Told, command: Command) -> None:
    times = whole(command, "times", 1, most=MAX_TIMES)
    simulator.controller.faults.unanswered[_mid(command, 18)] += times


def _disable_commands(simulator: Told, command: Command) -> None:
    is_on = bool(flag(command, "on", default=True))
    code = whole(command, "code", 92, most=MAX_CODE)
    simulator.controller.refuse_commands(code if is_on else None)


def _wrong_program(simulator: Told, command: Command) -> None:
    simulator.controller.faults.wrong_selection = known_program(simulator, command)


def _wrong_limits(simulator: Told, command: Command) -> None:
    percent = whole(command, "percent", 10, least=-90, most=900)
    simulator.controller.faults.wrong_limits_percent = percent


def _forget(simulator: Told, command: Command) -> None:
    simulator.controller.shelf.forget(whole(command, "result_id"))


def _reset_ids(simulator: Told, command: Command) -> None:
    simulator.controller.shelf.begin_anew(whole(command, "first", 1, least=1))


def _limit_revision(simulator: Told, command: Command) -> None:
    newest = whole(command, "revision", most=MAX_REVISION)
    simulator.controller.faults.newest_revisions[whole(command, "mid", most=MAX_MID)] = newest


def _clock(simulator: Told, command: Command) -> None:
    if "to" not in command:
        simulator.controller.shift_clock(seconds(command, HOUR_S, least=-1e10))
    elif not simulator.controller.set_clock(text(command, "to", most=19)):
        example = datetime(1970, 1, 1).strftime(TIME_FORMAT)
        message = f'"clock" takes "to" as a controller writes it, such as {example}.'
        raise InvalidInput(message)


def _late_result(simulator: Told, _command: Command) -> None:
    simulator.controller.tighten_for_later()


def _one_too_many(simulator: Told, _command: Command) -> None:
    simulator.controller.tighten()


def _foreign_result(simulator: Told, command: Command) -> None:
    simulator.controller.tighten_elsewhere(whole(command, "station", 2, least=2, most=99))


def _slow_tls(simulator: Told, command: Command) -> None:
    simulator.controller.faults.handshake_s = seconds(command, 5)


def _power_cycle(simulator: Told, command: Command) -> None:
    simulator.power_cycle(seconds(command, 2))


def _mid(command: Command, default: int = 0) -> int:
    return whole(command, "mid", default, most=MAX_MID)


#: By the word after "do".
FAULTS: Mapping[str, Act] = MappingProxyType(
    {
        "cut": Act(
            {"seconds": 2, "how": "pulled"},
            "ends all connections and refuses new ones for so long; how: pulled, closed (in "
            "order), reset (TCP RST), half_open (says nothing, and keeps the place taken)",
            _cut,
        ),
        "freeze": Act({"seconds": 20}, "does nothing for so long, then goes on, late", _freeze),
        "silence": Act({"seconds": 20}, "hears and says nothing: it is lost", _silence),
        "delay": Act(
            {"mid": 61, "seconds": 2, "times": 1},
            "sends a telegram late; mid 0 is any, times 0 from now on",
            _delay,
        ),
        "duplicate_next": Act({"times": 1}, "sends the next result once more", _duplicate),
        "swallow_ack": Act(
            {"times": 1},
            "loses an acknowledgement of a result and sends the result again; after four the "
            "vendor's way: hangs up, or drops all subscriptions",
            _swallow,
        ),
        "drop_subscriptions": Act(
            {}, "forgets who subscribed, and says nothing of it", _drop_subscriptions
        ),
        "wrong_length": Act(
            {"mid": 61, "by": 10}, "a length that is wrong by so much, once", _wrong_length
        ),
        "garbage": Act({"bytes": 40}, "sends bytes that are no telegram", _garbage),
        "say": Act(
            {"frame": "00240005001         0060"},
            "sends this, unasked; or bytes as hex",
            _say,
            frozenset({"hex"}),
        ),
        "pieces": Act({"bytes": 1}, "sends everything in pieces; 0 ends it", _pieces),
        "together": Act({"count": 2}, "sends several telegrams at once; 0 ends it", _together),
        "refuse": Act(
            {"mid": 43, "code": 79, "times": 1}, "answers with 0004 and this code", _refuse
        ),
        "no_answer": Act({"mid": 18, "times": 1}, "hears a request and keeps silent", _no_answer),
        "disable_commands": Act(
            {"on": True, "code": 92},
            "commands are refused: somebody else commands",
            _disable_commands,
        ),
        "select_wrong_next": Act(
            {"pset": 5}, "accepts the next selection, and selects this", _wrong_program
        ),
        "wrong_limits": Act(
            {"percent": 10}, "the next result claims other torque limits", _wrong_limits
        ),
        "forget": Act({"result_id": 8}, "loses an old result", _forget),
        "reset_ids": Act({"first": 1}, "loses all results and counts anew", _reset_ids),
        "limit_revision": Act(
            {"mid": 60, "revision": 1}, "knows a MID up to this revision", _limit_revision
        ),
        "clock": Act(
            {"seconds": 3600},
            'its clock is wrong by so much, as after a change of summer time; or "to": '
            '"1970-01-01:00:00:00"',
            _clock,
            frozenset({"to"}),
        ),
        "late_result": Act(
            {}, "a result of which the station hears when it subscribes next", _late_result
        ),
        "one_too_many": Act({}, "a tightening although the tool is locked", _one_too_many),
        "foreign_result": Act(
            {"station": 2}, "a result of another station of the controller", _foreign_result
        ),
        "slow_tls": Act({"seconds": 5}, "takes long over the TLS handshake", _slow_tls),
        "power_cycle": Act(
            {"seconds": 2},
            "switched off and on: everybody is dropped, selections are lost",
            _power_cycle,
        ),
    }
)
