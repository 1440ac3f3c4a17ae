"""When a step is due: by count, time, start, stop, change, or the plan of the lot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.acceptance import AQLS, LEVELS
from app.domain.instructions import LotRule, SamplingRule, ScanStep
from app.domain.sampling import MARK, WAIT

if TYPE_CHECKING:
    from app.authoring.fields import Fields
    from app.domain.instructions import Step

MOST_UNITS = 100_000
MOST_MINUTES = 7 * 24 * 60
_COUNTS = ("every", "at_order", "at_start", "after_stop", "after_change")


def read_sampling(fields: Fields) -> SamplingRule | None:
    """The step's ``sampling``; None for a step that every unit gets."""
    entry = fields.mapping("sampling")
    if entry is None:
        return None
    counts = {name: _whole(entry, name, MOST_UNITS) for name in _COUNTS}
    minutes = _whole(entry, "every_min", MOST_MINUTES)
    lot = _lot(entry)
    if not any((*counts.values(), minutes, lot)):
        fields.report("sampling", "nothing here ever makes the step due")
    rule = SamplingRule(
        every=counts["every"],
        every_min=minutes,
        at_order=counts["at_order"],
        at_start=counts["at_start"],
        after_stop=counts["after_stop"],
        after_change=counts["after_change"],
        lot=lot,
        until_done=entry.choice("until_done", ("", WAIT, MARK), default=""),
    )
    entry.finish()
    return rule


def _whole(entry: Fields, name: str, most: int) -> int:
    return entry.whole(name, default=0, at_least=0, at_most=most)


def _lot(entry: Fields) -> LotRule | None:
    lot = entry.mapping("lot")
    if lot is None:
        return None
    rule = LotRule(aql=lot.choice("aql", AQLS), level=lot.choice("level", LEVELS, default="II"))
    lot.finish()
    return rule


def check_samples(fields: Fields, steps: list[Step]) -> None:
    """What is put in is put into every unit, and every unit has something to do."""
    for step in steps:
        if step.sampling is not None and (isinstance(step, ScanStep) or step.uses):
            message = f'step "{step.id}" puts parts in, so it cannot be due on some units only'
            fields.report("steps", message)
    if steps and all(step.sampling is not None for step in steps):
        fields.report("steps", "expected at least one step without sampling")
