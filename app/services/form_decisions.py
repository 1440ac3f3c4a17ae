"""Lines of checks that failed, and what was decided about them at the plant's board."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.form_events import FormLineFailed, FormLineSettled
from app.domain.form_run import failed_line_key
from app.domain.plant import DecidedSituation

if TYPE_CHECKING:
    from collections.abc import Iterable

    from app.domain.forms import FormRecord
    from app.ports.journal import Journal, Reference

#: Both let units be begun again; whatever else is decided leaves the line as it is.
_SETTLING = frozenset({"put_right", "no_danger"})


async def settled_at_board(
    records: Iterable[FormRecord], journal: Journal, reference: Reference
) -> tuple[FormLineSettled, ...]:
    """What is to be recorded of lines that a decision settles.

    Raises:
        StorageFault: the journal cannot be read.
    """
    found = [
        await _settled(line, journal, reference) for record in records for line in record.failed
    ]
    return tuple(settled for settled in found if settled is not None)


async def _settled(
    line: FormLineFailed, journal: Journal, reference: Reference
) -> FormLineSettled | None:
    key = failed_line_key(line.run, line.step)
    decided = await reference.get(DecidedSituation, key)
    if decided is None or decided.decision not in _SETTLING:
        return None
    decided_pos = await reference.position(DecidedSituation, key)
    if decided_pos is None or await _seen_when_failed(line, journal) >= decided_pos:
        return None  # it failed once more after that decision
    return FormLineSettled(
        run=line.run,
        form=line.form,
        step=line.step,
        why=decided.decision,
        right=line.right,
        decided_by=decided.by,
    )


async def _seen_when_failed(line: FormLineFailed, journal: Journal) -> int:
    """How far the plant's feed was known here when the line failed last."""
    seen = [
        event.seen_pos
        for event in await journal.unit_events(line.run)
        if event.kind == FormLineFailed.KIND
        and msgspec.json.decode(event.body, type=FormLineFailed).step == line.step
    ]
    return max(seen, default=0)
