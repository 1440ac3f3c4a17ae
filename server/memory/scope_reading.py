"""Facts in the words of a watch's scope."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from memory.facts import Built, Measured, Occurred
from memory.watch import ESCAPES, Watch

if TYPE_CHECKING:
    from memory.facts import Fact as MemoryFact


def as_seen_by(watch: Watch, fact: MemoryFact) -> MemoryFact:
    """The fact in the words of the watch's scope.

    What a unit or a repeat does not say, it has as the scope names it: a replaced tool is a fact
    of its own, and ends the window.  A repeat behind the place that was to contain it escaped.
    """
    if not isinstance(fact, Built | Occurred | Measured):
        return fact
    context = {**watch.scope.context, **fact.context}
    if isinstance(fact, Occurred) and watch.metric == ESCAPES and fact.key == watch.key:
        own = watch.scope.context.get("station")
        if own is not None and context.get("station") != own:
            return structs.replace(fact, context={**context, "station": own}, has_escaped=True)
    return structs.replace(fact, context=context)
