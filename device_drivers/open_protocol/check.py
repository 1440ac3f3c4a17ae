"""Looks a controller over: who it is, what it understands, how fast it answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from device_drivers.open_protocol.fields import REST, Value, parse, printable
from device_drivers.open_protocol.link import open_link
from device_drivers.open_protocol.message import build
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.tables import LAYOUTS, best_revision
from device_drivers.open_protocol.url import settings_from

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from device_drivers.open_protocol.link import Link

TIME_FORMAT = "%Y-%m-%d:%H:%M:%S"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; ``works`` is False for what the controller refuses."""

    topic: str
    works: bool
    facts: dict[str, str]


async def check(
    url: str, *, now: Callable[[], datetime], mono: Callable[[], float]
) -> tuple[Finding, ...]:
    """Connect, ask, and leave as we came: nothing is subscribed, locked or changed for good.

    Raises:
        InvalidInput: the URL cannot be used.
        DeviceFault: nobody there, or the controller is busy with another client.
    """
    settings = settings_from(None, url, locks_tool=False)
    link = await open_link(settings.device, settings.host, settings.port, settings.times)
    try:
        examiner = _Examiner(link, now, mono)
        identity = await examiner.ask("identity", 1, 2)
        if not identity.works:
            return (identity,)
        return (
            identity,
            await examiner.ask("programs", 10, 11),
            await examiner.ask("tool", 40, 41),
            await examiner.clock(),
            await examiner.ask("old results", 64, 65, body=b"0000000000"),
            await examiner.subscription("results", 60, 63),
            await examiner.subscription("program selection", 14, 17),
            await examiner.subscription("alarms", 70, 73),
        )
    finally:
        await link.close()


class _Examiner:
    def __init__(self, link: Link, now: Callable[[], datetime], mono: Callable[[], float]) -> None:
        self._link = link
        self._now = now
        self._mono = mono

    async def ask(self, topic: str, mid: int, answer: int, body: bytes = b"") -> Finding:
        """Request data in the highest revision that works, and show what came."""

        async def attempt(revision: int) -> dict[str, str]:
            message = await self._link.request(
                build(mid, body, revision=revision), answers={answer}
            )
            layout = LAYOUTS.get((answer, message.revision))
            return _shown(parse(layout, message.body)) if layout is not None else {}

        return await self._stepping_down(topic, mid, attempt)

    async def subscription(self, topic: str, mid: int, undo: int) -> Finding:
        """Subscribe and unsubscribe at once."""

        async def attempt(revision: int) -> dict[str, str]:
            await self._link.request(build(mid, revision=revision))
            await self._link.request(build(undo))
            return {}

        return await self._stepping_down(topic, mid, attempt)

    async def clock(self) -> Finding:
        """How far the controller's clock is from ours."""
        finding = await self.ask("clock", 80, 81)
        text = finding.facts.get("time", "")
        try:
            theirs = datetime.strptime(text, TIME_FORMAT)
        except ValueError:
            return finding
        offset_s = (theirs - self._now().replace(tzinfo=None)).total_seconds()
        return Finding("clock", finding.works, finding.facts | {"offset_s": f"{offset_s:.0f}"})

    async def _stepping_down(
        self, topic: str, mid: int, attempt: Callable[[int], Awaitable[dict[str, str]]]
    ) -> Finding:
        refusals: dict[str, str] = {}
        for revision in range(best_revision(mid), 0, -1):
            began = self._mono()
            try:
                facts = await attempt(revision)
            except Refused as refusal:
                refusals = {"mid": f"{refusal.mid:04d}", "refused": refusal.words}
                continue
            taken_ms = 1000 * (self._mono() - began)
            return Finding(
                topic,
                works=True,
                facts={"revision": str(revision), "answer_ms": f"{taken_ms:.1f}"} | facts,
            )
        return Finding(topic, works=False, facts=refusals)


def _shown(values: dict[str, Value]) -> dict[str, str]:
    return {
        name: printable(" ".join(map(str, value)) if isinstance(value, tuple) else str(value))
        for name, value in values.items()
        if value is not None and name != REST
    }
