"""Programs, batches and jobs: listed, shown, selected, counted."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from device_drivers.open_protocol import refusals
from device_drivers.open_protocol.message import Message, accepted, refused
from device_drivers.open_protocol.simulator import state_telegrams as telegrams

if TYPE_CHECKING:
    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.simulator.visitor import Visitor

NO_SUCH_JOB, JOB_NOT_RUNNING, NOT_COUNTABLE = 17, 21, 23
#: 0130 looks inverted: 0 switches the job off, 1 on again.
JOB_OFF, JOB_ON = 0, 1


def _list_programs(client: Visitor, message: Message, _values: Values) -> Message:
    return telegrams.program_list(client.controller, message.revision)


def _show_program(client: Visitor, message: Message, values: Values) -> Message:
    program = client.controller.programs.get(_number(values, "pset"))
    if program is None:
        return refused(message.mid, refusals.NO_SUCH_PSET)
    return telegrams.program(client.controller, program, message.revision)


def _select(client: Visitor, message: Message, values: Values) -> Message:
    controller, number = client.controller, _number(values, "pset")
    before = controller.selected
    if not controller.select(number):
        return refused(message.mid, refusals.NO_SUCH_PSET)
    if controller.selected != before or controller.vendor.selection.repeats_itself:
        controller.announce_selection()
    return accepted(message.mid)


def _set_batch_size(client: Visitor, message: Message, values: Values) -> Message:
    number = _number(values, "pset")
    if number not in client.controller.programs:
        return refused(message.mid, refusals.NO_SUCH_PSET)
    client.controller.work.sizes[number] = _number(values, "batch_size")
    client.controller.work.reset_counter()
    return accepted(message.mid)


def _reset_batch(client: Visitor, message: Message, values: Values) -> Message:
    if _number(values, "pset") not in client.controller.programs:
        return refused(message.mid, refusals.NO_SUCH_PSET)
    client.controller.work.reset_counter()
    return accepted(message.mid)


def _list_jobs(client: Visitor, message: Message, _values: Values) -> Message:
    return telegrams.job_list(client.controller, message.revision)


def _show_job(client: Visitor, message: Message, values: Values) -> Message:
    job = client.controller.work.jobs.get(_number(values, "job_id"))
    if job is None:
        return refused(message.mid, NO_SUCH_JOB)
    return telegrams.job(job, message.revision)


def _select_job(client: Visitor, message: Message, values: Values) -> Message:
    if not client.controller.select_job(_number(values, "job_id")):
        return refused(message.mid, NO_SUCH_JOB)
    _tell_of_job(client)
    return accepted(message.mid)


def _restart_job(client: Visitor, message: Message, values: Values) -> Message:
    number = _number(values, "job_id")
    if number not in client.controller.work.jobs:
        return refused(message.mid, NO_SUCH_JOB)
    if number != client.controller.work.job:
        return refused(message.mid, JOB_NOT_RUNNING)
    return _select_job(client, message, values)


def _abort_job(client: Visitor, message: Message, _values: Values) -> Message:
    """Without a job there is nothing to abort, and nothing wrong."""
    if client.controller.work.abort():
        client.controller.emit({"event": "job aborted"})
        client.controller.announce_job()
    return accepted(message.mid)


def _count_on(client: Visitor, message: Message, _values: Values) -> Message:
    return _shift(client, message, +1)


def _count_back(client: Visitor, message: Message, _values: Values) -> Message:
    return _shift(client, message, -1)


def _shift(client: Visitor, message: Message, by: int) -> Message:
    work = client.controller.work
    if not work.shift(client.controller.selected, by):
        return refused(message.mid, NOT_COUNTABLE)
    client.controller.emit({"event": "batch", "counter": work.counter})
    return accepted(message.mid)


def _switch_job(client: Visitor, message: Message, values: Values) -> Message:
    asked = values.get("action")
    if asked not in {JOB_OFF, JOB_ON}:
        return refused(message.mid, refusals.INVALID_VALUE)
    client.controller.work.is_off = asked == JOB_OFF
    if asked == JOB_OFF:
        client.controller.work.abort()
    client.controller.emit({"event": "job off" if asked == JOB_OFF else "job on"})
    return accepted(message.mid)


def _tell_of_job(client: Visitor) -> None:
    client.controller.announce_job()
    client.controller.announce_selection()


def _number(values: Values, name: str) -> int:
    """A number of the telegram; blank is none of those there are."""
    number = values.get(name)
    return number if isinstance(number, int) else -1


ANSWERS = MappingProxyType(
    {
        10: _list_programs,
        12: _show_program,
        18: _select,
        19: _set_batch_size,
        20: _reset_batch,
        30: _list_jobs,
        32: _show_job,
        38: _select_job,
        39: _restart_job,
        127: _abort_job,
        128: _count_on,
        129: _count_back,
        130: _switch_job,
    }
)
