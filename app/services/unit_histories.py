"""The record of a unit from all stations: the plant is asked for it when the unit comes.

It is never waited for long.  What it told is kept, for when it cannot be reached.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from app.domain.errors import PlantFault
from app.domain.unit_history import UnitHistory, in_order, operations_of

if TYPE_CHECKING:
    from app.ports.units import PlantUnits
    from app.services.station_ports import StationPorts

#: The work goes on then with what is known here.
LOOK_UP_S = 1.5
#: After a question without an answer: in an outage no scan is to wait for nothing.
LOOK_UP_AGAIN_S = 0.3
#: Nobody needs to look after these; the sync says them already.
_AWAY = frozenset({"plant.unreachable", "plant.busy"})

log = logging.getLogger(__name__)


class UnitHistories:
    """Without ``told``, or before :meth:`use`, a unit's record is what was recorded ``here``."""

    def __init__(self, ports: StationPorts, here: str) -> None:
        self._here = here
        self._journal = ports.journal
        self._told = ports.told
        self._clock = ports.clock
        self._plant: PlantUnits | None = None
        self.look_up_s = LOOK_UP_S
        self._is_answering = True

    def use(self, plant: PlantUnits | None) -> None:
        """Ask ``plant`` from now on."""
        self._plant = plant
        self._is_answering = True

    async def look_up(self, serial: str) -> UnitHistory:
        """As :meth:`of`, after the plant was asked for what is new.

        Raises:
            StorageFault: the journal cannot be read, or could not keep what came.
        """
        is_fresh = False
        again_s = min(self.look_up_s, LOOK_UP_AGAIN_S)
        try:
            async with asyncio.timeout(self.look_up_s if self._is_answering else again_s):
                is_fresh = await self._ask(serial)
        except TimeoutError:
            log.info("the plant did not tell of unit %s in time", serial)
        except PlantFault as fault:
            is_away = fault.code in _AWAY
            level = logging.INFO if is_away else logging.WARNING
            log.log(level, "the plant did not tell of unit %s: %s", serial, fault)
        self._is_answering = is_fresh
        return await self._history(serial, is_fresh=is_fresh)

    async def of(self, serial: str) -> UnitHistory:
        """What is known here of ``serial``.

        Raises:
            StorageFault: the journal cannot be read.
        """
        return await self._history(serial, is_fresh=False)

    async def _ask(self, serial: str) -> bool:
        if self._plant is None or self._told is None:
            return False
        mark = await self._told.told_mark(serial)
        while True:
            page = await self._plant.page(serial, mark)
            mark = await self._told.keep_told(serial, page, self._clock.now_us())
            if page.is_last:
                return True

    async def _history(self, serial: str, *, is_fresh: bool) -> UnitHistory:
        own = await self._journal.unit_events(serial)
        told = await self._told.told(serial) if self._told is not None else ()
        mark = await self._told.told_mark(serial) if self._told is not None else None
        return UnitHistory(
            serial=serial,
            here=self._here,
            operations=operations_of(in_order(told, own)),
            told_us=None if mark is None else mark.told_us,
            is_fresh=is_fresh,
        )
