"""What to fetch: the lot to take of each component, and what a unit of the chosen order needs.

Follows the open unit, or the order that was chosen for the next one.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from app.domain.instructions import Instruction
from app.domain.plant import EffectiveRevision, Order
from app.domain.requirements import StillMissing, needed, still_missing
from app.services.parts_lookup import supply_of

if TYPE_CHECKING:
    from app.domain.plant import Lot
    from app.domain.unit_run import UnitRun
    from app.services.station_ports import StationPorts

_instructions = msgspec.json.Decoder(Instruction)


@dataclass(frozen=True, slots=True)
class FetchList:
    """``lots`` by component: the usable one that expires first.

    ``needed`` is for a unit of ``order`` before its first step; of the open unit its own record
    says more (:func:`app.domain.requirements.still_missing`).
    """

    order: str
    variant: str
    needed: StillMissing
    lots: dict[str, Lot] = field(default_factory=dict)


class Fetching:
    """Runs on the I/O loop; asks the documents only when what is worked on has changed."""

    def __init__(self, ports: StationPorts) -> None:
        self._journal = ports.journal
        self._reference = ports.reference
        self._today = ports.today
        self._clock = ports.clock
        self._about: tuple[str | None, ...] = ()
        self._list: FetchList | None = None

    def forget(self) -> None:
        """New documents came down."""
        self._about = ()

    async def list_for(self, run: UnitRun | None, chosen: str | None) -> FetchList | None:
        """For the open unit, else for the chosen order; None without either."""
        about = (run.serial if run else None, None if run else chosen)
        if about != self._about:
            self._list = await self._made(run, chosen)
            self._about = about
        return self._list

    async def _made(self, run: UnitRun | None, chosen: str | None) -> FetchList | None:
        if run is not None:
            return await self._with_lots(run.order, run.variant, still_missing(run))
        order = await self._reference.get(Order, chosen) if chosen else None
        if order is None:
            return None
        instruction = await self._instruction(order.instruction)
        if instruction is None:
            return None
        missing = needed(instruction, order.variant)
        return await self._with_lots(order.order, order.variant, missing)

    async def _instruction(self, name: str) -> Instruction | None:
        effective = await self._reference.get(EffectiveRevision, name)
        content = await self._reference.instruction(effective.revision) if effective else None
        return None if content is None else _instructions.decode(content)

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock.now_us() / 1e6, UTC)

    async def _with_lots(self, order: str, variant: str, missing: StillMissing) -> FetchList:
        supply = await supply_of(self._journal, self._reference, self._today(), self._now())
        found = {
            part.line.component: supply.first_of(part.line.parts)
            for part in missing.parts
            if part.line.tracked == "lot"
        }
        lots = {component: lot for component, lot in found.items() if lot is not None}
        return FetchList(order, variant, missing, lots)
