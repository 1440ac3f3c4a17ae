"""One conversation with a joining system: its results as they come, old ones when asked for.

Events are a notification and never the record: what a sequence number shows to be missing is
asked for again.
"""

from __future__ import annotations

import asyncio
import logging
import uuid
from collections import deque
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from asyncua import ua
from asyncua.ua.uaerrors import UaStatusCodeError

from app.domain.errors import DeviceFault, DeviceOffline, DeviceRefused
from device_drivers.opcua.joining_results import Result
from device_drivers.opcua.structures import StructureFault
from device_drivers.opcua.words import is_link_gone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from asyncua.common.events import Event

    from device_drivers.opcua.connection import Connection
    from device_drivers.opcua.definitions import Definitions
    from device_drivers.opcua.joining_model import JoiningModel, Method
    from device_drivers.opcua.joining_results import ResultReader
    from device_drivers.opcua.structures import Decoded

logger = logging.getLogger(__name__)

#: Results a server keeps for us while our side of the line is slow.
QUEUE_SIZE = 1000
#: Requested results come as events; after this long without one no more are expected.
QUIET_S = 2.0
#: The server may look for a result this long, in milliseconds.
SEARCH_MS = 3000
_EVER = 2**63 - 1
_NO_TIME = datetime(1601, 1, 1, tzinfo=UTC)
#: Methods that give back numbers only when asked one at a time.
MAX_BY_ID = 500


class Refused(DeviceRefused):
    """A method was called, and the server's answer was no."""

    def __init__(self, device: str, detail: str, status: str) -> None:
        super().__init__(device, detail)
        self.status = status


class JoiningSession:
    """Results and methods over one connection."""

    def __init__(
        self,
        connection: Connection,
        model: JoiningModel,
        definitions: Definitions,
        reader: ResultReader,
        *,
        quiet_s: float = QUIET_S,
    ) -> None:
        self.model = model
        self._connection = connection
        self._definitions = definitions
        self._reader = reader
        self._quiet_s = quiet_s
        self._requested = model.events[1:]
        self._queue: asyncio.Queue[tuple[object, object]] = asyncio.Queue()
        self._put_back: deque[Result] = deque()
        self.says_newest = False

    async def subscribe(self) -> None:
        """Hear of each result."""
        subscription = await self._connection.subscription(_Listener(self))
        with self._connection.guarded():
            await subscription.subscribe_events(
                evfilter=self.model.event_filter(), queuesize=QUEUE_SIZE
            )

    async def next_result(self, within_s: float) -> Result | None:
        """The next result in the order they came; None if none does ``within_s``.

        Raises:
            DeviceOffline: the connection was lost.
        """
        if self._put_back:
            return self._put_back.popleft()
        return await self._from_queue(within_s)

    async def newest(self) -> Result | None:
        """The newest result there is; ``says_newest`` tells none from no answer."""
        outputs = await self._ask("GetLatestResult", ua.Variant(SEARCH_MS, ua.VariantType.Int32))
        self.says_newest = outputs is not None
        return await self._first_result(outputs)

    async def between(self, first: int, last: int) -> Sequence[Result]:
        """Those of the results ``first`` to ``last`` that the server still gives."""
        for strategy in (self._by_request, self._by_filter, self._by_ids):
            found = await strategy(first, last)
            if found:
                return found
        return ()

    async def since(self, number: int) -> Sequence[Result]:
        """Everything after ``number``, from a server that does not say which is its newest."""
        return await self._by_request(number + 1, _EVER)

    async def unacknowledged(self) -> bool:
        """Ask for what nobody acknowledged; they come as results.  False if that is not there."""
        if not {"RequestUnacknowledgedResults", "AcknowledgeResults"} <= set(self.model.methods):
            return False
        outputs = await self._ask(
            "RequestUnacknowledgedResults",
            ua.Variant(0, ua.VariantType.UInt32),
            ua.Variant(0.0, ua.VariantType.Double),
        )
        return outputs is not None

    async def acknowledge(self, result: Result) -> None:
        """The result is durable here: the server may forget it."""
        if result.result_id:
            ids = ua.Variant([result.result_id], ua.VariantType.String)
            await self._ask("AcknowledgeResults", ids)

    async def call(self, name: str, *arguments: ua.Variant) -> list[Any]:
        """Call a method that answers with a status last; returns what comes before it.

        Raises:
            Refused: the server's answer was no.
            DeviceFault: it has not the method, or the link broke.
        """
        method = self.model.methods.get(name)
        if method is None:
            raise DeviceFault(self._connection.url, f"the server has no method {name}")
        outputs = await self._call(name, method, arguments)
        if len(outputs) >= len(("Status", "StatusMessage")):
            *outputs, status, message = outputs
            if status:
                words = str(message.Text or "") if message is not None else ""
                detail = words or f"{name} was answered with status {status}"
                raise Refused(self._connection.url, detail, str(status))
        return outputs

    async def tool_uri(self) -> str:
        """What the only tool is called; empty, which means the default one, if there are more."""
        if len(self.model.tools) != 1:
            return ""
        with self._connection.guarded():
            uri = await self._connection.client.get_node(self.model.tools[0]).read_value()
        return str(uri or "")

    async def decode(self, value: object) -> Decoded | None:
        """A structure the server gave; None if it is none that can be read."""
        if not isinstance(value, ua.ExtensionObject):
            return None
        try:
            with self._connection.guarded():
                return await self._definitions.decode(value)
        except StructureFault:
            return None

    def structure(self, name: str, **values: object) -> ua.ExtensionObject:
        """A structure to be sent to the server."""
        self._definitions.use_published()
        return self._definitions.structures.encode(name, values)

    def hear(self, event: Event) -> None:
        """Take an event; decoded later, because that may need the server."""
        # The fields are set by the names in the filter.
        self._queue.put_nowait((getattr(event, "EventType", None), getattr(event, "Result", None)))

    def lose(self, reason: str) -> None:
        self._connection.lose(reason)

    async def _from_queue(self, within_s: float) -> Result | None:
        lost = self._connection.lost
        getting = asyncio.ensure_future(self._queue.get())
        ends: set[asyncio.Future[Any]] = {getting, lost}
        try:
            await asyncio.wait(ends, timeout=within_s, return_when=asyncio.FIRST_COMPLETED)
        finally:
            if not getting.done():
                getting.cancel()
        if getting.done() and not getting.cancelled():
            kind, value = getting.result()
            return await self._read(value, is_old=kind in self._requested)
        if lost.done():
            raise DeviceOffline(self._connection.url, lost.result())
        return None

    async def _read(self, value: object, *, is_old: bool) -> Result:
        raw = bytes(value.Body or b"") if isinstance(value, ua.ExtensionObject) else b""
        result = await self._read_value(value, raw, is_old=is_old)
        reading = msgspec.to_builtins(result.reading)
        self._connection.tap.noted({"result": raw.hex(), "reading": reading})
        return result

    async def _read_value(self, value: object, raw: bytes, *, is_old: bool) -> Result:
        if not isinstance(value, ua.ExtensionObject):
            reading = self._reader.quarantine(repr(value).encode(), "an event without a result")
            return Result(None, "", reading)
        try:
            with self._connection.guarded():
                decoded = await self._definitions.decode(value)
        except StructureFault as fault:
            return Result(None, "", self._reader.quarantine(raw, str(fault)))
        return self._reader.read(decoded, raw, backfilled=is_old)

    async def _by_request(self, first: int, last: int) -> Sequence[Result]:
        """RequestResults: the server sends them once more, as events."""
        outputs = await self._ask(
            "RequestResults",
            ua.Variant(first, ua.VariantType.UInt64),
            ua.Variant(last, ua.VariantType.UInt64),
            ua.Variant(_NO_TIME, ua.VariantType.DateTime),
            ua.Variant(_NO_TIME, ua.VariantType.DateTime),
            ua.Variant(0.0, ua.VariantType.Double),
        )
        if outputs is None:
            return ()
        found: dict[int, Result] = {}
        while not first <= last <= first + len(found) - 1:
            result = await self._from_queue(self._quiet_s)
            if result is None:
                break
            number = result.number
            if number is not None and first <= number <= last and number not in found:
                found[number] = result
            else:
                self._put_back.append(result)
        return [found[number] for number in sorted(found)]

    async def _by_filter(self, first: int, last: int) -> Sequence[Result]:
        """GetResultListFiltered, of release 1: by sequence numbers."""
        if "GetResultListFiltered" not in self.model.methods:
            return ()
        numbers = list(range(first, min(last, first + MAX_BY_ID - 1) + 1))
        nobody = ua.Variant(uuid.UUID(int=0), ua.VariantType.Guid)
        outputs = await self._ask(
            "GetResultListFiltered",
            ua.Variant(_NO_TIME, ua.VariantType.DateTime),
            ua.Variant(_NO_TIME, ua.VariantType.DateTime),
            ua.Variant(0, ua.VariantType.Int32),
            ua.Variant(numbers, ua.VariantType.Int32),
            ua.Variant(len(numbers), ua.VariantType.UInt32),
            ua.Variant(0, ua.VariantType.UInt32),
            nobody,
            nobody,
            ua.Variant(False, ua.VariantType.Boolean),
            ua.Variant(False, ua.VariantType.Boolean),
            ua.Variant(False, ua.VariantType.Boolean),
            ua.Variant(SEARCH_MS, ua.VariantType.Int32),
        )
        lists = [each for each in outputs or () if isinstance(each, list)]
        values = [v for v in (lists[0] if lists else ()) if isinstance(v, ua.ExtensionObject)]
        return [await self._read(value, is_old=True) for value in values]

    async def _by_ids(self, first: int, last: int) -> Sequence[Result]:
        """GetResultById, for every id the server lists."""
        if "GetResultById" not in self.model.methods:
            return ()
        outputs = await self._ask(
            "GetResultIdListFiltered",
            ua.Variant(ua.ContentFilter(), ua.VariantType.ExtensionObject),
            ua.Variant([], ua.VariantType.ExtensionObject),
            ua.Variant(MAX_BY_ID, ua.VariantType.UInt32),
            ua.Variant(SEARCH_MS, ua.VariantType.Int32),
        )
        lists = [each for each in outputs or () if isinstance(each, list)]
        found = []
        for result_id in lists[0] if lists else ():
            answer = await self._ask(
                "GetResultById",
                ua.Variant(result_id, ua.VariantType.String),
                ua.Variant(SEARCH_MS, ua.VariantType.Int32),
            )
            result = await self._first_result(answer)
            if result is not None and result.number is not None:
                found.append(result)
        return [each for each in found if first <= (each.number or 0) <= last]

    async def _first_result(self, outputs: list[Any] | None) -> Result | None:
        for output in outputs or ():
            if isinstance(output, ua.ExtensionObject) and output.Body:
                return await self._read(output, is_old=True)
        return None

    async def _ask(self, name: str, *arguments: ua.Variant) -> list[Any] | None:
        """What a method gives back; None where it is missing or says no: then do without."""
        method = self.model.methods.get(name)
        if method is None:
            return None
        try:
            outputs = await self._call(name, method, arguments)
        except DeviceOffline:
            raise
        except DeviceFault as fault:
            logger.info("device=%s %s: %s", self._reader.source, name, fault.detail)
            return None
        return outputs

    async def _call(self, name: str, method: Method, arguments: Sequence[ua.Variant]) -> list[Any]:
        request = ua.CallMethodRequest(
            ObjectId=method.owner, MethodId=method.node, InputArguments=list(arguments)
        )
        self._connection.tap.noted({"call": name})
        answer: ua.CallMethodResult | UaStatusCodeError
        with self._connection.guarded():
            try:
                (answer,) = await self._connection.client.uaclient.call([request])
            except UaStatusCodeError as error:
                if is_link_gone(error):
                    raise
                answer = error
        if isinstance(answer, UaStatusCodeError):
            name_of_code = type(answer).__name__
            detail = f"{name} was refused: {name_of_code}"
            raise Refused(self._connection.url, detail, name_of_code) from answer
        if not answer.StatusCode.is_good():
            detail = f"{name} was refused: {answer.StatusCode.name}"
            raise Refused(self._connection.url, detail, answer.StatusCode.name)
        return [output.Value for output in answer.OutputArguments or []]


class _Listener:
    """Receives notifications; enqueues only."""

    def __init__(self, session: JoiningSession) -> None:
        self._session = session

    def event_notification(self, event: Event) -> None:
        self._session.hear(event)

    def status_change_notification(self, status: ua.StatusChangeNotification) -> None:
        self._session.lose(f"the server ended the subscription: {status.Status.name}")
