"""Units that are not as they should be, gates that are bypassed, checks that are due."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.bypasses import Bypasses
from app.services.dispositions import Dispositions
from app.services.forms import Forms

if TYPE_CHECKING:
    from app.domain.refusal import Refusal
    from app.domain.unit_run import UnitRun
    from app.services.workplace import Workplace


class QualityDesk:
    """Builds the services and does their acts.  Call it inside a turn."""

    def __init__(self, at: Workplace) -> None:
        self._ports = at.ports
        self._dispositions = Dispositions(at)
        self._bypasses = Bypasses(at)
        self._forms = Forms(at)
        self._dispositions.add_to(at.acts)
        self._bypasses.add_to(at.acts)
        self._forms.add_to(at.acts)
        self._not_before = at.work.why_not_open
        at.work.why_not_open = self._why_not_open

    def why_not_here(self) -> Refusal | None:
        """Why the open step is not done now: its gate was bypassed and is not verified."""
        return self._bypasses.why_not_here()

    async def _why_not_open(self, serial: str) -> Refusal | None:
        """A gate to verify or a check to do first, or a hold that another station put on it."""
        first = self._bypasses.why_not_open() or self._forms.why_not_open()
        first = first or await self._dispositions.held_elsewhere(serial)
        return first or await self._not_before(serial)

    @property
    def has_to_look(self) -> bool:
        """Whether the time of a bypass is over, or a check fell due."""
        return self._bypasses.has_to_look or self._forms.is_due

    async def recover(self) -> None:
        """After a start: what was used up stays used up."""
        for fact in await self._ports.journal.quality_facts():
            self._dispositions.saw((fact.body,))
            self._bypasses.saw(fact.body, fact.at_us)
        await self.see_documents()

    async def see_documents(self) -> None:
        await self._dispositions.see_documents()
        await self._bypasses.see_documents()

    async def follow(self, run: UnitRun | None) -> None:
        """After every turn."""
        await self._dispositions.follow(run)
        await self._bypasses.follow(run)
        await self._forms.follow()
