"""Holds the newest :class:`StationState` and tells whoever draws it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationState


class StateBoard:
    """One writer (the I/O loop); readers get frozen values through ``on_state``."""

    def __init__(self, first: StationState, on_state: Callable[[StationState], None]) -> None:
        self.state = first
        self._on_state = on_state

    def update(self, **changes: Any) -> None:  # noqa: ANN401 - the fields of StationState
        """Publish the state with ``changes``; nothing happens when nothing changed."""
        before = self.state
        if all(getattr(before, name) == value for name, value in changes.items()):
            return
        self.state = replace(before, version=before.version + 1, **changes)
        self._on_state(self.state)
