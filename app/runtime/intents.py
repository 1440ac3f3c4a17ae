"""Carries what a person did from any thread to the station on the I/O loop."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Future
    from decimal import Decimal

    from app.services.acts import Act
    from app.services.station import Station

log = logging.getLogger(__name__)


class IntentsOnLoop:
    """Implements :class:`app.services.station_state.StationIntents`.

    Made before the station is open, so that the window can be there first; what is done before
    ``serve`` has no station to do it to, and is dropped.  Only trying again means something then:
    ``when_closed`` is called for it.
    """

    def __init__(self, submit: Callable[[Coroutine[Any, Any, None]], Future[None]]) -> None:
        self._submit = submit
        self._serving: Station | None = None
        self.when_closed: Callable[[], None] = lambda: None

    def serve(self, station: Station | None) -> None:
        self._serving = station

    def do(self, act: Act) -> None:
        self._start(lambda station: station.do(act))

    def code_scanned(self, raw: str, means: str) -> None:
        self._start(lambda station: station.code_scanned(raw, means))

    def pin_entered(self, person: str, pin: str) -> None:
        self._start(lambda station: station.pin_entered(person, pin))

    def signed_out(self) -> None:
        self._start(lambda station: station.signed_out())

    def order_chosen(self, order: str) -> None:
        self._start(lambda station: station.order_chosen(order))

    def primary_pressed(self, means: str = "tap") -> None:
        self._start(lambda station: station.primary_pressed(means))

    def point_answered(self, position: str, is_ok: bool) -> None:
        self._start(lambda station: station.point_answered(position, is_ok))

    def value_typed(self, value: Decimal) -> None:
        self._start(lambda station: station.value_typed(value))

    def photo_pressed(self) -> None:
        self._start(lambda station: station.photo_pressed())

    def nok_acknowledged(self) -> None:
        self._start(lambda station: station.nok_acknowledged())

    def step_redone(self, step: str, reason: str) -> None:
        self._start(lambda station: station.step_redone(step, reason))

    def refusal_closed(self) -> None:
        self._start(lambda station: station.refusal_closed())

    def problem_reported(self, code: str) -> None:
        self._start(lambda station: station.problem_reported(code))

    def unit_left(self) -> None:
        self._start(lambda station: station.unit_left())

    def retry_pressed(self) -> None:
        if self._serving is None:
            self.when_closed()
        else:
            self._start(lambda station: station.retry_pressed())

    def _start(self, handler: Callable[[Station], Coroutine[Any, Any, None]]) -> None:
        if self._serving is None:
            log.info("ignored: the station is not open yet")
            return
        self._submit(handler(self._serving)).add_done_callback(_report)


def _report(done: Future[None]) -> None:
    """A handler's mistake must not vanish with its future."""
    if done.cancelled():
        return
    error = done.exception()
    if error is not None:
        log.error("an intent failed", exc_info=error)
