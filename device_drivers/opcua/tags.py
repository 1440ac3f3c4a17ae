"""The tags a station and a machine's PLC share, and who writes which.

The station writes ``Request*``; everything else is the machine's.  Names are the string part of
the node id; the namespace is known by its URI only, because its index changes between servers
and even between restarts of one.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Protocol, TypeAlias

#: The namespace of a PLC program written for this interface; others name their own.
NAMESPACE_URI = "urn:asbuilt:machine"

TagValues: TypeAlias = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TagNames:
    """Where each tag is.  The types are Boolean, String and, for the heartbeat, any integer."""

    state: str = "Machine.State"
    part_present: str = "Machine.PartPresent"
    heartbeat: str = "Machine.Heartbeat"
    request: str = "Machine.Request"
    request_name: str = "Machine.RequestName"
    request_serial: str = "Machine.RequestSerial"
    request_id: str = "Machine.RequestId"
    acknowledge: str = "Machine.Acknowledge"
    acknowledge_id: str = "Machine.AcknowledgeId"
    done: str = "Machine.Done"
    result_id: str = "Machine.ResultId"
    result_code: str = "Machine.ResultCode"
    result_text: str = "Machine.ResultText"

    def all(self) -> tuple[str, ...]:
        return tuple(getattr(self, field.name) for field in fields(self))


#: What a PLC's result code says when the request was carried out.
OK_CODES = frozenset({"0", "OK"})


class Tags(Protocol):
    """The shared tags over a living connection.

    Every method raises :class:`~app.domain.errors.DeviceOffline` once the connection is lost,
    and :class:`~app.domain.errors.DeviceFault` when the server refuses a tag.
    """

    async def read(self, names: tuple[str, ...]) -> list[Any]:
        """The values of ``names``, read in that order in one service call."""
        ...

    async def write(self, values: TagValues) -> None:
        """Write ``values`` in their order in one service call."""
        ...

    async def changed(self) -> None:
        """Return soon after any of the machine's tags changed; may return without a change."""
        ...
