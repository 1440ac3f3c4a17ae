"""A control chart as the screen draws it: all of it worked out before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analysis.capability import Capability
    from analysis.process_watch import Watched
    from app.ports.charts import ChartValue

#: Below this many values there is nothing to see.
LEAST_TO_SHOW = 5


@dataclass(frozen=True, slots=True)
class ChartView:
    """One characteristic.

    ``values`` are those of the points, ``size`` a point.  ``missing`` is how many points more
    there must be before there can be limits.  ``by`` is who set the limits, "" when they were
    found here.  Either there is a ``capability``, or ``refused`` says why not: "few", "alarms",
    "equal", "no_limits" or "no_tolerance".
    """

    characteristic: str
    step: str
    size: int
    unit: str
    total: int
    values: tuple[ChartValue, ...]
    watched: Watched
    since_us: int | None = None
    by: str = ""
    missing: int = 0
    capability: Capability | None = None
    refused: str = ""

    @property
    def is_worth_showing(self) -> bool:
        return self.total >= LEAST_TO_SHOW


@dataclass(frozen=True, slots=True)
class ChartsState:
    """The chart of the step in work, and the one somebody looks at."""

    current: ChartView | None = None
    looked_at: ChartView | None = None

    def of(self, characteristic: str) -> ChartView | None:
        shown = (self.current, self.looked_at)
        return next((c for c in shown if c and c.characteristic == characteristic), None)
