"""Carries what a person did from any thread to the station on the I/O loop."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from concurrent.futures import Future
    from decimal import Decimal

    from app.services.station import Station

log = logging.getLogger(__name__)


class IntentsOnLoop:
    """The :class:`app.services.station_state.StationIntents` of a running station."""

    def __init__(
        self,
        station: Station,
        submit: Callable[[Coroutine[Any, Any, None]], Future[None]],
    ) -> None:
        self._station = station
        self._submit = submit

    def code_scanned(self, raw: str, means: str) -> None:
        self._start(self._station.code_scanned(raw, means))

    def pin_entered(self, person: str, pin: str) -> None:
        self._start(self._station.pin_entered(person, pin))

    def signed_out(self) -> None:
        self._start(self._station.signed_out())

    def order_chosen(self, order: str) -> None:
        self._start(self._station.order_chosen(order))

    def primary_pressed(self) -> None:
        self._start(self._station.primary_pressed())

    def point_answered(self, position: str, is_ok: bool) -> None:
        self._start(self._station.point_answered(position, is_ok))

    def value_typed(self, value: Decimal) -> None:
        self._start(self._station.value_typed(value))

    def nok_acknowledged(self) -> None:
        self._start(self._station.nok_acknowledged())

    def step_redone(self, step: str, reason: str) -> None:
        self._start(self._station.step_redone(step, reason))

    def refusal_closed(self) -> None:
        self._start(self._station.refusal_closed())

    def problem_reported(self, code: str) -> None:
        self._start(self._station.problem_reported(code))

    def unit_left(self) -> None:
        self._start(self._station.unit_left())

    def retry_pressed(self) -> None:
        self._start(self._station.retry_pressed())

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        self._submit(work).add_done_callback(_report)


def _report(done: Future[None]) -> None:
    """A handler's mistake must not vanish with its future."""
    if done.cancelled():
        return
    error = done.exception()
    if error is not None:
        log.error("an intent failed", exc_info=error)
