"""From a failed result to the painted card, at a station that holds 20,000 cases.

The station's core is on the I/O thread with a real journal, the window on its own, as in the
product; drawn offscreen, on both panels.  The first failure of a bolt is decided about; the second
one opens a situation of its own, and the card by itself.  The baseline is a plain change of the
face in the same window, in turns with the failures.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QAbstractEventDispatcher, QEventLoop

from app.domain.memory_documents import KnownCase, KnownDecision
from app.journal.outbox import SqliteOutbox
from app.ports.devices import CommandResult, Outcome
from app.ports.sync import Document
from app.runtime.io_loop import IoLoop
from app.services.card import DecideCard, DraftCard
from bench.long_journal import scratch_folder
from bench.memory_search import history
from bench.rows import Row, percentile
from bench.scale import scaled
from memory.records import Outcome as Came
from tests.helpers.station_rig import BADGE, station_at
from tests.helpers.whole_units import enlarge_orders
from ui.dispatcher import InOneGo, UiDispatcher
from ui.presenters.card_body import CardBody

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Iterator, Sequence
    from typing import Any

    from app.services.station_state import StationState
    from tests.helpers.station_rig import Rig
    from tests.screens.camera import Camera

#: What a person waits for, from the result to the card.
MOST_MS = 300.0
CASES, FAILURES = 20_000, 40
#: One case in so many is of the bolt that fails.
_ALIKE = 400
_KEY = "nok:gearbox-mount:bolts:1"
_AT_ONCE = 2_000
_PLAIN, _CARD, _CASES = "plain", "card", "cases"


def run() -> list[Row]:
    """Each panel in a process of its own."""
    return [row for panel in ("1920x1080", "1280x800") for row in _rows(panel)]


def _rows(panel: str) -> list[Row]:
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "bench.card", panel],
        stdout=subprocess.PIPE,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    found: dict[str, list[float]] = json.loads(done.stdout)
    plain, card, cases = (sorted(found[name]) for name in (_PLAIN, _CARD, _CASES))
    usual = percentile(plain, 0.5)
    name = f"{panel}: from a failed result to the card, {scaled(CASES):,} cases"
    rows = [Row(f"{panel}: from face to face", len(plain), usual, "ms")]
    for what, times in ((name, card), (f"{name}, with what was done before", cases)):
        median, slow = percentile(times, 0.5), percentile(times, 0.95)
        rows.append(Row(f"{what}, median", len(times), median, "ms", median / usual))
        rows.append(Row(f"{what}, p95", len(times), slow, "ms", most=MOST_MS))
    return rows


class _Shown(list["StationState"]):
    """The rig's states, which go to the screen as the station's do."""

    def __init__(self, show: Callable[[StationState], None]) -> None:
        super().__init__()
        self._show = show

    def append(self, state: StationState) -> None:
        self._show(state)


class Bench:
    """A station and its window, on two threads."""

    def __init__(self, panel: str) -> None:
        from tests.screens.camera import Camera

        self._camera: Camera = Camera(panel, "light")
        self._window = self._camera.window
        self._window.show()
        while self._window._views.build_one():  # noqa: SLF001  a window that has stood there
            pass
        self._dispatcher = UiDispatcher()
        self._results = 0
        self._io = IoLoop()
        self._io.start()
        self._life = AsyncExitStack()
        self._rig: Rig = self._done(self._open(InOneGo(self._dispatcher.post, self._take).put))

    def measure(self, failures: int) -> dict[str, list[float]]:
        """Milliseconds, by what was waited for."""
        found: dict[str, list[float]] = {_PLAIN: [], _CARD: [], _CASES: []}
        self._fail(0)  # until the cases are read
        for number in range(1, failures + 1):
            found[_PLAIN].append(self._plain())
            card, cases = self._fail(number)
            found[_CARD].append(card)
            found[_CASES].append(cases)
        return found

    def _fail(self, number: int) -> tuple[float, float]:
        """Until the card is there, and until it says what was done before."""
        self._done(self._fail_once(f"0418-{number:05}"))
        self._until(self._is_at_the_bolts)
        began = time.perf_counter_ns()
        failing = self._io.submit(self._pull())
        times = self._painted(began, self._is_card), self._painted(began, self._has_cases)
        failing.result()
        self._done(self._rig.station.unit_left())
        return times

    def close(self) -> None:
        self._done(self._life.aclose())
        self._io.stop()
        self._window.close()

    # -- the station, on its thread --------------------------------------------------------

    async def _open(self, show: Callable[[StationState], None]) -> Rig:
        rig = await self._life.enter_async_context(station_at(scratch_folder()))
        rig.states = _Shown(show)
        await enlarge_orders(rig)
        await _tell(rig)
        await rig.scan(BADGE)
        return rig

    async def _fail_once(self, serial: str) -> None:
        """Up to the bolts; the first try fails, and somebody decides about it."""
        rig = self._rig
        await rig.scan(f"SN {serial}", "P:HS-200;L:H-2", f"P:GS-55;S:GS-{serial}")
        rig.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
        await self._pull()
        opened = rig.state.card.situations[-1]
        await rig.station.do(DecideCard(DraftCard(opened.name, "thread", "redo", ("none",))))
        await rig.station.nok_acknowledged()
        await rig.until(lambda s: s.tool is not None and s.tool.is_armed)

    async def _pull(self) -> bool:
        self._results += 1
        return await self._rig.pull(str(self._results), "18.00")

    # -- the screen ------------------------------------------------------------------------

    def _take(self, states: Sequence[StationState]) -> None:
        self._window.show_states(states)

    def _plain(self) -> float:
        """From a step to the face of a failed result."""
        from tests.screens import scenes

        self._window.show_state(scenes.torque())
        _drawn()
        began = time.perf_counter_ns()
        self._window.show_state(scenes.nok())
        _drawn()
        took = (time.perf_counter_ns() - began) / 1e6
        self._window.show_state(scenes.signed_out())
        return took

    def _is_at_the_bolts(self) -> bool:
        return self._window.presenter.is_settled and self._window.face == "step.torque"

    def _is_card(self) -> bool:
        return self._window.face == "card"

    def _has_cases(self) -> bool:
        screen = self._window.presenter.screen
        body = None if screen is None else screen.body
        return isinstance(body, CardBody) and bool(body.responses)

    def _painted(self, began_ns: int, is_there: Callable[[], bool]) -> float:
        self._until(is_there)
        _drawn()
        return (time.perf_counter_ns() - began_ns) / 1e6

    def _done(self, work: Coroutine[Any, Any, Any]) -> Any:  # noqa: ANN401 - whatever it answers
        """Wait for the station while the screen goes on."""
        future = self._io.submit(work)
        future.add_done_callback(lambda _: self._dispatcher.post(lambda: None))
        self._until(future.done)
        return future.result()

    def _until(self, claim: Callable[[], bool]) -> None:
        loop = QAbstractEventDispatcher.instance()
        while not claim():
            loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _drawn() -> None:
    """Until nothing is left to lay out or to draw."""
    loop = QAbstractEventDispatcher.instance()
    while loop.processEvents(QEventLoop.ProcessEventsFlag.AllEvents):
        pass


async def _tell(rig: Rig) -> None:
    """The plant's cases come down."""
    outbox = SqliteOutbox(rig.journal._journal)  # noqa: SLF001 - the rig's own way to the real one
    documents = list(_documents())
    for first in range(0, len(documents), _AT_ONCE):
        mark = await outbox.feed_mark()
        part = [
            Document(mark.pos + n, kind, key, body)
            for n, (kind, key, body) in enumerate(documents[first : first + _AT_ONCE], 1)
        ]
        await outbox.apply_feed(mark, up_to=mark.pos + len(part), documents=part)
    await rig.station.reference_changed()


def _documents() -> Iterator[tuple[str, str, bytes]]:
    """Texts as in ``memory_search``; some are of the very bolt, decided and seen to the end."""
    for number, case in enumerate(history(scaled(CASES))):
        known = KnownCase(**{name: getattr(case, name) for name in case.__struct_fields__})
        if number % _ALIKE == 0:
            decision, response = f"d-{number}", ("clean", "replace_part", "redo")[number % 3]
            known = msgspec.structs.replace(
                known, key=_KEY, response=response, decision=decision, outcome=Came.HELD
            )
            decided = KnownDecision(
                decision=decision,
                case=case.case,
                key=_KEY,
                response=response,
                kind="correct",
                role="operator",
                decided_at_us=number,
                outcome=Came.HELD,
            )
            yield KnownDecision.KIND, decision, msgspec.json.encode(decided)
        yield KnownCase.KIND, known.case, msgspec.json.encode(known)


def measure(panel: str) -> dict[str, list[float]]:
    """In a process of its own, with a screen that nobody sees."""
    from ui.application import make_application
    from ui.qt_log import log_qt_messages

    log_qt_messages()
    application = make_application()
    bench = Bench(panel)
    found = bench.measure(FAILURES)
    bench.close()
    application.quit()
    return found


if __name__ == "__main__":
    json.dump(measure(sys.argv[1]), sys.stdout)
