"""The results a controller keeps: their ids, and which of them it still has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from device_drivers.open_protocol.simulator.vendor import Ids, OldResults

if TYPE_CHECKING:
    from device_drivers.open_protocol.simulator.ledger import Ledger
    from device_drivers.open_protocol.simulator.tightening import Rundown
    from device_drivers.open_protocol.simulator.vendor import Results

OWN_STATION, OTHER_STATION = 1, 2


class Shelf:
    """Newest last.  What the ledger holds from an earlier run is there again."""

    def __init__(self, rules: Results, ledger: Ledger | None) -> None:
        self._rules = rules
        self._ledger = ledger
        earlier = ledger.entries if ledger is not None else []
        #: Counts that began anew are told apart in the ledger by this.
        self.count_no = earlier[-1].count_no if earlier else 1
        self.kept = [e.rundown() for e in earlier if e.count_no == self.count_no]
        self.kept = self.kept[-rules.keeps :]
        self._next_id = self.kept[-1].result_id + 1 if self.kept else 1

    def add(self, rundown: Rundown) -> Rundown:
        """Give it its id and keep it, durably where there is a ledger; returns it with the id."""
        share = self._rules.of_another_station
        if share and self._next_id % share == 0:
            self._keep(replace(rundown, station=OTHER_STATION, vin=None))
        return self._keep(rundown)

    def add_foreign(self, rundown: Rundown, station: int) -> Rundown:
        """A result of another virtual station, in the same count."""
        return self._keep(replace(rundown, station=station))

    def find(self, asked: int) -> Rundown | None:
        """The result that 0064 with this id brings; 0 is the newest."""
        if self._rules.old is OldResults.NONE:
            return None
        if asked == 0:
            return self.kept[-1] if self.kept else None
        newest_first = reversed(self.kept)
        if self._rules.old is OldResults.AT_OR_BEFORE:
            return next((kept for kept in newest_first if kept.result_id <= asked), None)
        return next((kept for kept in newest_first if kept.result_id == asked), None)

    def between(self, first: int, last: int) -> list[Rundown]:
        """Those with ids from ``first`` to ``last``, oldest first."""
        return [kept for kept in self.kept if first <= kept.result_id <= last]

    def forget(self, result_id: int) -> None:
        """Lose one result, as a full memory does."""
        self.kept = [kept for kept in self.kept if kept.result_id != result_id]

    def begin_anew(self, first: int = 1) -> None:
        """Lose all results and count from ``first``, as after a change of the memory card."""
        self.kept = []
        self._next_id = first
        self.count_no += 1

    def connected(self) -> None:
        """A client came: some begin to count anew."""
        if self._rules.ids is Ids.EACH_CONNECTION:
            self.begin_anew()

    def _keep(self, rundown: Rundown) -> Rundown:
        if self._rules.wraps_after and self._next_id > self._rules.wraps_after:
            self._next_id = 1
            self.count_no += 1
        numbered = replace(rundown, result_id=self._next_id)
        self._next_id += 1
        if self._ledger is not None:
            self._ledger.append(numbered, self.count_no)
        self.kept = [*self.kept, numbered][-self._rules.keeps :]
        return numbered
