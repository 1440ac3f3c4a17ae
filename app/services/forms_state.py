"""The checks of the station, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.forms import UNFINISHED

if TYPE_CHECKING:
    from app.domain.form_documents import OpenCheck
    from app.domain.form_events import FormLineFailed
    from app.domain.form_rule import FormRule
    from app.domain.instructions import Text


@dataclass(frozen=True, slots=True)
class FormRow:
    """One check and its newest run; times in µs UTC, ``state`` as in :mod:`app.domain.forms`.

    ``state`` is "" for one that was never due or done.  ``failed`` are lines that nobody has
    settled; ``who`` names people who may settle them.  ``elsewhere`` are runs of it that were
    begun and left at other stations, the newest first, as far as the plant told.
    """

    form: str
    title: Text
    rule: FormRule
    run: str = ""
    state: str = ""
    due_us: int | None = None
    overdue_us: int | None = None
    is_overdue: bool = False
    is_put_off: bool = False
    ended_us: int | None = None
    failed: tuple[FormLineFailed, ...] = ()
    who: str = ""
    elsewhere: tuple[OpenCheck, ...] = ()

    @property
    def is_waiting(self) -> bool:
        """Whether it is to be done, begun or not."""
        return self.state in UNFINISHED

    @property
    def blocks(self) -> bool:
        """Whether no unit may be begun here because of it."""
        is_late = self.is_waiting and self.is_overdue and self.rule.overdue_blocks
        return is_late or any(line.blocks for line in self.failed)


@dataclass(frozen=True, slots=True)
class FormsState:
    """``rows``: what blocks first, then overdue, due, the rest by name."""

    rows: tuple[FormRow, ...] = ()

    def row(self, form: str) -> FormRow | None:
        return next((row for row in self.rows if row.form == form), None)

    @property
    def waiting(self) -> tuple[FormRow, ...]:
        """Those to be done, and those that failed."""
        return tuple(row for row in self.rows if row.is_waiting or row.failed)
