"""Looks a controller over: who it is, what it understands, how fast it answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from device_drivers.finding import Finding
from device_drivers.open_protocol import refusals, watches
from device_drivers.open_protocol.dialogue import (
    GENERIC_SUBSCRIBE,
    GENERIC_UNSUBSCRIBE,
    NO_VALUES,
    START,
    STARTED,
    Dialogue,
)
from device_drivers.open_protocol.fields import CUT, REST, FieldFault, Values, parse, printable
from device_drivers.open_protocol.opening import open_link
from device_drivers.open_protocol.operation_results import NEW_WITH_OBJECTS, OVERALL
from device_drivers.open_protocol.profile import OldResults, Results
from device_drivers.open_protocol.questions import Questions
from device_drivers.open_protocol.refusals import Refused
from device_drivers.open_protocol.revisions import Revisions
from device_drivers.open_protocol.tables import LAYOUTS
from device_drivers.open_protocol.url import settings_from

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from datetime import datetime

    from device_drivers.open_protocol.settings import Settings
    from device_drivers.open_protocol.watches import Watch

PROGRAMS, JOBS, TOOL, CLOCK, OLD_RESULT = 10, 30, 40, 80, 64
RESULTS, RESULTS_END, SPINDLES, SPINDLES_END = 60, 63, 100, 103

_WATCHES: tuple[tuple[str, Watch], ...] = (
    ("program selection", watches.SELECTION),
    ("alarms", watches.ALARMS),
    ("job information", watches.JOBS),
    ("commands disabled", watches.COMMANDS),
    ("manual mode", watches.MODE),
    ("digital inputs", watches.ALL_INPUTS),
    ("socket selector", watches.SOCKET_SELECTOR),
)


async def check(
    url: str, *, now: Callable[[], datetime], mono: Callable[[], float]
) -> tuple[Finding, ...]:
    """Connect, ask, and leave as we came: nothing is subscribed, locked or changed for good.

    Raises:
        InvalidInput: the URL cannot be used.
        DeviceFault: nobody there, or the controller is busy with another client.
    """
    settings = settings_from(None, url, locks_tool=False)
    link = await open_link(settings)
    try:
        revisions = Revisions(settings.profile)
        dialogue = Dialogue(settings.device, link, settings.profile, revisions)
        examiner = _Examiner(dialogue, now, mono)
        identity = await examiner.identity()
        if not identity.works:
            return (identity,)
        return (identity, *[await look for look in examiner.looks(settings)])
    finally:
        await link.close()


class _Examiner:
    def __init__(
        self, dialogue: Dialogue, now: Callable[[], datetime], mono: Callable[[], float]
    ) -> None:
        self._dialogue = dialogue
        self._questions = Questions(dialogue)
        self._now = now
        self._mono = mono

    async def identity(self) -> Finding:
        """Who it is; a controller may send less than its revision promises."""

        async def start() -> Values:
            message = await self._dialogue.start({"optional_keep_alive": 0})
            try:
                return parse(LAYOUTS[STARTED, message.revision], message.body)
            except (FieldFault, KeyError):
                return NO_VALUES

        return await self._timed("identity", START, start())

    def looks(self, settings: Settings) -> list[Awaitable[Finding]]:
        """Everything else, in order."""
        looks: list[Awaitable[Finding]] = [
            self._read("programs", PROGRAMS),
            self._read("jobs", JOBS),
            self._read("tool", TOOL, {"tool_number": 1}),
            self._clock(),
        ]
        profile = settings.profile
        if profile.old_results in {OldResults.CONSECUTIVE, OldResults.WALK_BACK}:
            looks.append(self._read("old results", OLD_RESULT, {"tightening_id": 0}))
        if profile.results is Results.LAST:
            looks.append(self._subscription("results", RESULTS, RESULTS_END))
        if profile.results is Results.OPERATION:
            looks.append(self._operations())
        if profile.results is Results.SPINDLES:
            looks.append(self._subscription("spindle results", SPINDLES, SPINDLES_END))
        looks += [
            self._subscription(topic, watch.subscribe, watch.unsubscribe)
            for topic, watch in _WATCHES
        ]
        return looks

    async def _read(self, topic: str, mid: int, values: Values = NO_VALUES) -> Finding:
        return await self._timed(topic, mid, self._dialogue.read(mid, values, answer=mid + 1))

    async def _subscription(self, topic: str, mid: int, undo: int) -> Finding:
        """Subscribe and unsubscribe at once."""

        async def try_it() -> Values:
            await self._dialogue.ask(mid, {"data_number": 0, "new_only": 1})
            await self._dialogue.ask(undo)
            return NO_VALUES

        return await self._timed(topic, mid, try_it())

    async def _operations(self) -> Finding:
        async def try_it() -> Values:
            await self._dialogue.demand_generic(OVERALL, NEW_WITH_OBJECTS)
            undo: Values = {"mid": OVERALL, "mid_revision": 1, "extra": ""}
            await self._dialogue.ask(GENERIC_UNSUBSCRIBE, undo, also_called={OVERALL})
            return NO_VALUES

        return await self._timed("operation results", GENERIC_SUBSCRIBE, try_it())

    async def _clock(self) -> Finding:
        """How far the controller's clock is from ours."""

        async def compare() -> Values:
            clock = await self._questions.clock(self._now())
            if clock.offset_s is None:
                return {"time": clock.text}
            return {"time": clock.text, "offset_s": f"{clock.offset_s:.0f}"}

        return await self._timed("clock", CLOCK, compare())

    async def _timed(self, topic: str, mid: int, asking: Awaitable[Values]) -> Finding:
        began = self._mono()
        try:
            values = await asking
        except Refused as refusal:
            if refusal.error == refusals.RESULT_NOT_FOUND:
                return Finding(topic, works=True, facts={"stored": "none"})
            facts = {"mid": f"{refusal.mid:04d}", "refused": refusal.words}
            return Finding(topic, works=False, facts=facts, matters=mid == START)
        facts = {
            "revision": str(self._dialogue.revision(mid)),
            "answer_ms": f"{1000 * (self._mono() - began):.1f}",
        }
        return Finding(topic, works=True, facts=facts | _shown(values))


def _shown(values: Values) -> dict[str, str]:
    """What fits on a line: of a list its numbers, of a table only how long it is."""
    return {
        name: printable(_listed(value) if isinstance(value, tuple) else str(value))
        for name, value in values.items()
        if value is not None and name not in {REST, CUT}
    }


def _listed(value: tuple[object, ...]) -> str:
    if any(isinstance(one, Mapping) for one in value):
        return f"{len(value)} entries"
    return " ".join(map(str, value))
