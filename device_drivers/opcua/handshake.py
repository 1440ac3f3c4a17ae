"""One request to a machine: request, acknowledge, work, result, and both sides cleared.

The request's id is echoed with the acknowledgement and with the result, so that an answer to an
earlier request, left standing by a restart on either side, can never be taken for this one's.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault
from app.ports.devices import CommandResult, Outcome
from device_drivers.opcua.tags import OK_CODES, TagNames, Tags

if TYPE_CHECKING:
    from collections.abc import Callable

#: How long a cancelled request may take to withdraw its request from the machine.
WITHDRAW_S = 1.0


@dataclass(frozen=True, slots=True)
class PhaseLimits:
    """How long each phase of a request may take, in seconds."""

    clear_s: float = 2.0
    acknowledge_s: float = 2.0
    result_s: float = 30.0


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of the machine, for which unit."""

    id: str
    name: str
    serial: str


@dataclass(frozen=True, slots=True)
class _Answer:
    """The machine's side of the handshake, read in one call.

    The flags come before what they vouch for: a PLC writes its result first and ``Done`` last.
    """

    is_acknowledged: bool
    acknowledged_id: str
    is_done: bool
    result_id: str
    code: str
    words: str

    @property
    def is_clear(self) -> bool:
        return not self.is_acknowledged and not self.is_done


class Handshake:
    """Carries one request through.  ``phase`` tells how far it is: clear, acknowledge, result."""

    def __init__(self, tags: Tags, names: TagNames, limits: PhaseLimits) -> None:
        self._tags = tags
        self._names = names
        self._limits = limits
        self.phase = "clear"

    async def perform(self, request: Request) -> CommandResult:
        """Ask and wait for the result; cancelling withdraws the request.

        Raises:
            DeviceOffline: the connection was lost; the machine may or may not have worked.
            DeviceFault: the server refused a tag.
        """
        try:
            return await self._perform(request)
        finally:
            # Whatever happened, a request left standing would start the machine later.
            with contextlib.suppress(DeviceFault, TimeoutError):
                async with asyncio.timeout(WITHDRAW_S):
                    await self.withdraw()

    async def withdraw(self) -> None:
        """Take the request flag back."""
        await self._tags.write({self._names.request: False})

    async def _perform(self, request: Request) -> CommandResult:
        limits = self._limits
        await self.withdraw()
        if not await self._reach(lambda answer: answer.is_clear, limits.clear_s):
            return self._timed_out(
                request,
                f"The machine has not cleared its earlier answer within {limits.clear_s:g} s; "
                "it does not follow the handshake. Check that its program runs.",
            )
        self.phase = "acknowledge"
        await self._ask(request)
        if not await self._reach(lambda a: _is_taken(a, request), limits.acknowledge_s):
            return self._timed_out(
                request,
                f"The machine did not acknowledge “{request.name}” within "
                f"{limits.acknowledge_s:g} s. Check that it is in automatic and its program runs.",
            )
        self.phase = "result"
        answer = await self._reach(lambda a: _is_done(a, request), limits.result_s)
        if answer is None:
            return self._timed_out(
                request,
                f"The machine acknowledged “{request.name}” but gave no result within "
                f"{limits.result_s:g} s. Look at the machine before asking again.",
            )
        await self.withdraw()
        return _result(request, answer)

    async def _ask(self, request: Request) -> None:
        names = self._names
        await self._tags.write(
            {
                names.request_name: request.name,
                names.request_serial: request.serial,
                names.request_id: request.id,
            }
        )
        # Only now, in a call of its own: the flag vouches for what is written before it.
        await self._tags.write({names.request: True})

    async def _reach(
        self, is_reached: Callable[[_Answer], bool], limit_s: float
    ) -> _Answer | None:
        """The first answer that ``is_reached``, or None after ``limit_s``."""
        try:
            async with asyncio.timeout(limit_s):
                while not is_reached(answer := await self._read()):
                    await self._tags.changed()
                return answer
        except TimeoutError:
            return None

    async def _read(self) -> _Answer:
        names = self._names
        values = await self._tags.read(
            (
                names.acknowledge,
                names.acknowledge_id,
                names.done,
                names.result_id,
                names.result_code,
                names.result_text,
            )
        )
        acknowledged, acknowledged_id, done, result_id, code, words = values
        return _Answer(
            is_acknowledged=acknowledged is True,
            acknowledged_id=_text(acknowledged_id),
            is_done=done is True,
            result_id=_text(result_id),
            code=_text(code),
            words=_text(words),
        )

    def _timed_out(self, request: Request, words: str) -> CommandResult:
        return CommandResult(Outcome.TIMED_OUT, words=words, facts=self.facts(request))

    def facts(self, request: Request) -> dict[str, str]:
        """What a record of an unfinished request needs."""
        return {"request": request.name, "request_id": request.id, "phase": self.phase}


def _is_taken(answer: _Answer, request: Request) -> bool:
    acknowledged = answer.is_acknowledged and answer.acknowledged_id == request.id
    # A machine faster than our reading may have finished already.
    return acknowledged or _is_done(answer, request)


def _is_done(answer: _Answer, request: Request) -> bool:
    return answer.is_done and answer.result_id == request.id


def _result(request: Request, answer: _Answer) -> CommandResult:
    facts = {"request": request.name, "request_id": request.id}
    if answer.code in OK_CODES:
        return CommandResult(Outcome.CONFIRMED, answer.code, answer.words or None, facts)
    words = answer.words or "The machine refused and gave no reason."
    return CommandResult(Outcome.REJECTED, answer.code or None, words, facts)


def _text(value: object) -> str:
    return "" if value is None else str(value)
