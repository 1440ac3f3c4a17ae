"""What a joining system calls its programs, and the selection of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from asyncua import ua

from app.domain.errors import DeviceFault, DeviceOffline
from app.ports.devices import CommandResult, Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from device_drivers.opcua.joining_session import JoiningSession
    from device_drivers.opcua.structures import Decoded

_IDS = ("JoiningProcessId", "JoiningProcessOriginId", "Name")


class Programs:
    """Instructions know programs by number; joining systems by texts of their own.

    ``named`` says which text is which number; without it the text must be the number.
    """

    def __init__(self, named: Mapping[int, str]) -> None:
        self._named = named
        self._numbers = {name: number for number, name in named.items()}
        self._listed: list[tuple[str, ...]] = []

    def number_of(self, names: Iterable[str]) -> str | None:
        """The program a result names in one way or another."""
        for name in names:
            number = self._number(name)
            if number is not None:
                return number
        return None

    async def learn(self, session: JoiningSession, uri: str) -> None:
        """Ask which programs there are; a server that does not say is believed."""
        self._listed = []
        if "GetJoiningProcessList" not in session.model.methods:
            return
        try:
            outputs = await session.call("GetJoiningProcessList", ua.Variant(uri))
            for each in outputs[0] or [] if outputs else []:
                decoded = await session.decode(each)
                self._listed.append(_names(decoded))
        except DeviceOffline:
            raise
        except DeviceFault:
            self._listed = []

    async def select(
        self, session: JoiningSession, uri: str, program: int
    ) -> CommandResult | None:
        """Select ``program`` and have it confirmed; a result only if it could not be.

        Raises:
            DeviceFault: the server refused, or the link broke.
        """
        wanted = self._named.get(program, str(program))
        listed = next((names for names in self._listed if wanted in names), None)
        if self._listed and listed is None:
            known = ", ".join(sorted({name for names in self._listed for name in names if name}))
            words = f"the joining system has no program {wanted}; it has {known}"
            return CommandResult(Outcome.REJECTED, "program", words)
        process = session.structure(
            "JoiningProcessIdentificationDataType",
            JoiningProcessId=listed[0] if listed else wanted,
        )
        argument = ua.Variant(process, ua.VariantType.ExtensionObject)
        await session.call("SelectJoiningProcess", ua.Variant(uri), argument)
        return await self._confirmed(session, uri, wanted)

    async def _confirmed(
        self, session: JoiningSession, uri: str, wanted: str
    ) -> CommandResult | None:
        """Accepted is not selected: ask which one it is now, where that can be asked."""
        if "GetSelectedJoiningProgram" not in session.model.methods:
            return None
        outputs = await session.call("GetSelectedJoiningProgram", ua.Variant(uri))
        names = _names(await session.decode(outputs[0] if outputs else None))
        if wanted in names:
            return None
        facts = {"selected": names[0], "requested": wanted}
        words = f"the joining system selected program {names[0]} instead of {wanted}"
        return CommandResult(Outcome.REJECTED, "program", words, facts)

    def _number(self, name: str) -> str | None:
        if name in self._numbers:
            return str(self._numbers[name])
        for names in self._listed:
            if name in names:
                numbers = [str(self._numbers[each]) for each in names if each in self._numbers]
                numbers += [each for each in names if each.isdecimal()]
                return numbers[0] if numbers else None
        return name if name.isdecimal() and not self._numbers else None


def _names(decoded: Decoded | None) -> tuple[str, ...]:
    if decoded is None:
        return ("",)
    return tuple(str(decoded.get(name) or "") for name in _IDS)
