"""Holds the newest :class:`StationState` and tells whoever draws it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from app.domain.events import UnitCompleted
from app.domain.evidence_events import EvidenceResolved
from app.domain.form_events import FormCompleted
from app.services.station_state import FinishedUnit, ShownRefusal

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.domain.event_body import Body
    from app.domain.instructions import Step
    from app.domain.refusal import Refusal
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

    def show_refusal(self, refusal: Refusal, at_us: int) -> None:
        """A no on the screen, counted while one follows the other."""
        before = self.state.refusal
        again = before.in_a_row + 1 if before is not None else 1
        self.update(refusal=ShownRefusal(refusal, at_us, again))

    def show_finished(self, bodies: Sequence[Body], at_us: int, steps: tuple[Step, ...]) -> bool:
        """Show the unit, or check, of these ``steps`` if ``bodies`` say that it is completed."""
        check = next((b for b in bodies if isinstance(b, FormCompleted)), None)
        if check is not None:
            facts = (check.run, check.evidence, check.gaps, 0, at_us, "", steps, check.failed)
            self.update(finished=FinishedUnit(*facts), refusal=None)
            return True
        done = next((b for b in bodies if isinstance(b, UnitCompleted)), None)
        if done is None:
            return False
        resolved = (b for b in bodies if isinstance(b, EvidenceResolved) and b.how == "accepted")
        people = next((", ".join(b.accepted_by) for b in resolved), "")
        finished = FinishedUnit(
            done.serial, done.evidence, done.gaps, done.reworked, at_us, people, steps
        )
        self.update(finished=finished, refusal=None)
        return True
