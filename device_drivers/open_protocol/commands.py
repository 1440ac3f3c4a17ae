"""What a controller can be told to do: each with a typed outcome, and only as far as it is known.

"Accepted" is not "done": where the controller says later that it is so, that is waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.devices import CommandResult, Outcome
from device_drivers.open_protocol import watches
from device_drivers.open_protocol.outcomes import concluded

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from device_drivers.open_protocol.dialogue import Dialogue
    from device_drivers.open_protocol.fields import Values
    from device_drivers.open_protocol.profile import Identifier
    from device_drivers.open_protocol.watches import Watches

SELECT, BATCH_SIZE, BATCH_RESET = 18, 19, 20
JOB_SELECT, JOB_RESTART, JOB_OFF = 38, 39, 130
DISABLE, ENABLE = 42, 43
IDENTIFY, ABORT_JOB, BATCH_UP, BATCH_DOWN = 50, 127, 128, 129
ORDER_IDENTIFY, ORDER_BYPASS, ORDER_RESET_LATEST, ORDER_RESET_ALL = 150, 155, 156, 157
ALARM_ACKNOWLEDGE, CLOCK_SET, SHOW_TEXT, FLASH = 78, 82, 111, 113
RELAYS, INPUT_ON, INPUT_OFF, GREEN_LIGHTS, RED_LIGHTS = 200, 224, 225, 254, 255

#: 0130: switching jobs off is 0, being able to use them again 1.
OFF, RESET = 0, 1


class Commands:
    """One connection's.  ``index_of``: what the controller calls a program when it reports it."""

    def __init__(
        self,
        dialogue: Dialogue,
        said: Watches,
        *,
        identifier: Identifier,
        select_s: float,
        index_of: Mapping[int, int],
    ) -> None:
        self._dialogue = dialogue
        self._said = said
        self._identifier = identifier
        self._select_s = select_s
        self._index_of = index_of

    async def lock(self, tool: int | None = None, lock_type: int = 0) -> CommandResult:
        """0042; a certain ``tool`` in revision 2: lock type 0 locks, 1 to 3 inhibit."""
        values: Values = {"tool_number": tool, "lock_type": lock_type}
        return await self._told(DISABLE, values, at=2 if tool else 1)

    async def unlock(self, tool: int | None = None) -> CommandResult:
        """0043."""
        return await self._told(ENABLE, {"tool_number": tool}, at=2 if tool else 1)

    async def abort_job(self) -> CommandResult:
        """0127: what the specification wants first when a new work order starts."""
        return await self._told(ABORT_JOB)

    async def select(self, program: int) -> CommandResult:
        """0018, and 0015 with that program: 0005 alone does not say that it is selected."""
        return await concluded(self._select(program))

    async def set_batch_size(self, program: int, size: int) -> CommandResult:
        """0019."""
        return await self._told(BATCH_SIZE, {"pset": program, "batch_size": size})

    async def reset_batch(self, program: int) -> CommandResult:
        """0020."""
        return await self._told(BATCH_RESET, {"pset": program})

    async def count_up(self) -> CommandResult:
        """0128: one more in the batch, without a tightening."""
        return await self._told(BATCH_UP)

    async def count_down(self) -> CommandResult:
        """0129: the last one of the batch is to be done again."""
        return await self._told(BATCH_DOWN)

    async def select_job(self, job: int) -> CommandResult:
        """0038, and 0035 with that job where job information is subscribed."""
        return await concluded(self._select_job(job))

    async def restart_job(self, job: int) -> CommandResult:
        """0039."""
        return await self._told(JOB_RESTART, {"job_id": job})

    async def switch_jobs(self, *, off: bool) -> CommandResult:
        """0130."""
        return await self._told(JOB_OFF, {"action": OFF if off else RESET})

    async def identify(self, serial: str) -> CommandResult:
        """0050: the unit whose results come next."""
        fault = self._serial_fault(serial)
        if fault is not None:
            return CommandResult(Outcome.REJECTED, "argument", fault)
        width = self._identifier.most if self._identifier.is_padded else 0
        return await self._told(IDENTIFY, {"vin": serial.ljust(width)})

    async def identify_order(self, identifier: str) -> CommandResult:
        """0150: an identifier of a work order, of up to 100 characters."""
        return await self._told(ORDER_IDENTIFY, {"identifier": identifier})

    async def bypass_identifier(self) -> CommandResult:
        """0155: go on without the next identifier of the order."""
        return await self._told(ORDER_BYPASS)

    async def reset_identifiers(self, *, every: bool) -> CommandResult:
        """0157 for all identifiers, 0156 for the latest."""
        return await self._told(ORDER_RESET_ALL if every else ORDER_RESET_LATEST)

    async def acknowledge_alarm(self) -> CommandResult:
        """0078."""
        return await self._told(ALARM_ACKNOWLEDGE)

    async def set_clock(self, text: str) -> CommandResult:
        """0082: the controller's local time, as ``YYYY-MM-DD:HH:MM:SS``."""
        return await self._told(CLOCK_SET, {"time": text})

    async def set_relays(self, states: Sequence[int]) -> CommandResult:
        """0200: ten external relays: 0 off, 1 on, 2 flashing, 3 left as it is."""
        return await self._told(RELAYS, {"relays": tuple(states)})

    async def set_input(self, function: int, *, is_on: bool) -> CommandResult:
        """0224 or 0225: a digital input as if it were wired so."""
        return await self._told(INPUT_ON if is_on else INPUT_OFF, {"input": function})

    async def light_sockets(
        self, device: int, lights: Sequence[int], *, green: bool
    ) -> CommandResult:
        """0254 or 0255: eight lights of a socket selector: 0 off, 1 on, 2 flashing."""
        values: Values = {"device_number": device, "lights": tuple(lights)}
        return await self._told(GREEN_LIGHTS if green else RED_LIGHTS, values)

    async def show_text(self, header: str, *lines: str, seconds: int = 5) -> CommandResult:
        """0111: words for the operator on the controller's display."""
        named = dict(zip(("line_2", "line_3", "line_4"), lines, strict=False))
        values: Values = {"seconds": seconds, "removed_by": 0, "header": header, **named}
        return await self._told(SHOW_TEXT, values)

    async def flash(self) -> CommandResult:
        """0113: the tool's green light."""
        return await self._told(FLASH)

    async def _told(
        self, mid: int, values: Values | None = None, *, at: int | None = None
    ) -> CommandResult:
        async def tell() -> None:
            await self._dialogue.ask(mid, values or {}, at=at)

        return await concluded(tell())

    async def _select(self, program: int) -> CommandResult | None:
        index = self._index_of.get(program, program)

        def is_selected() -> bool:
            return self._said.said.get(watches.SELECTED, {}).get("pset") == index

        before = self._said.forget(watches.SELECTED)
        await self._dialogue.ask(SELECT, {"pset": program})
        if before is not None and before.get("pset") == index and not self._was_said():
            # Not every controller repeats itself when nothing changed.
            await self._ask_selection()
        if await self._said.until(is_selected, self._select_s):
            return None
        await self._ask_selection()
        if await self._said.until(is_selected, self._select_s):
            return None
        if not self._was_said():
            return CommandResult(Outcome.TIMED_OUT, words=f"program {program} was not confirmed")
        return mismatch(self._said.said[watches.SELECTED].get("pset"), index)

    def _was_said(self) -> bool:
        return watches.SELECTED in self._said.said

    async def _ask_selection(self) -> None:
        selection = watches.SELECTION
        await self._dialogue.again(selection.subscribe, selection.unsubscribe)

    async def _select_job(self, job: int) -> CommandResult | None:
        self._said.forget(watches.JOB_INFO)
        await self._dialogue.ask(JOB_SELECT, {"job_id": job})
        if not self._said.is_on(watches.JOBS):
            return None
        if await self._said.until(self._job_is(job), self._select_s):
            return None
        return CommandResult(Outcome.TIMED_OUT, words=f"job {job} was not confirmed")

    def _job_is(self, job: int) -> Callable[[], bool]:
        return lambda: self._said.said.get(watches.JOB_INFO, {}).get("job_id") == job

    def _serial_fault(self, serial: str) -> str | None:
        most = self._identifier.most
        if len(serial) > most:
            return f"an identifier has at most {most} characters, not {len(serial)}"
        if not (serial.isascii() and (serial.isprintable() or not serial)):
            return f"the identifier {serial!r} is not plain ASCII text"
        return None


def mismatch(selected: object, requested: int) -> CommandResult:
    """The controller has another program than the one it was asked for."""
    facts = {"selected": str(selected), "requested": str(requested)}
    words = f"the controller selected program {selected} instead of {requested}"
    return CommandResult(Outcome.REJECTED, "program", words, facts)
