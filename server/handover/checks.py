"""Checks of a line that are not over: begun, due and overdue, with all that was recorded of them.

A line of a check that is not OK is a situation and stands among those.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from app.domain.forms import DUE, LEFT, UNFINISHED
from app.domain.line_events import HandoverItem
from server.db.form_tables import form_run
from server.db.tables import event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from server.handover.line import Line


def open_checks(connection: sa.Connection, line: Line) -> list[HandoverItem]:
    """The one that waits longest first, however long ago it fell due."""
    runs = connection.execute(
        sa.select(form_run)
        .where(form_run.c.state.in_(UNFINISHED), form_run.c.station.in_(line.stations))
        .order_by(form_run.c.overdue_at, form_run.c.run)
    ).all()
    cited = _recorded(connection, [row.run for row in runs])
    return [_item(row, line, cited.get(row.run, ())) for row in runs]


def _item(row: sa.Row[tuple[object, ...]], line: Line, cited: tuple[str, ...]) -> HandoverItem:
    facts = {"check": row.title, "station": row.station}
    if row.is_overdue or _is_past(row, line):
        told = facts | {"since": _said(line, row.overdue_at), "state": _begun(row)}
        return HandoverItem(f"check_overdue:{row.run}", "check_overdue", told, cited)
    if row.state == DUE:
        told = facts | {"by": _said(line, row.overdue_at)}
        return HandoverItem(f"check_due:{row.run}", "check_due", told, cited)
    told = facts | {"since": _said(line, row.began_at)}
    return HandoverItem(f"check_begun:{row.run}", "check_begun", told, cited)


def _is_past(row: sa.Row[tuple[object, ...]], line: Line) -> bool:
    """Whether its time is over by our clock: of a silent station nobody has heard that it is."""
    is_waiting = row.state in (DUE, LEFT) and row.overdue_at is not None
    return is_waiting and row.overdue_at <= line.now_us


def _begun(row: sa.Row[tuple[object, ...]]) -> str:
    if row.state != DUE:
        return "begun"
    return "not begun" if row.is_overdue else "not begun as far as anybody heard"


def _said(line: Line, at_us: int | None) -> str:
    return "–" if at_us is None else line.said(at_us)


def _recorded(connection: sa.Connection, runs: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """What was recorded of each run, in the order it came in."""
    found: dict[str, tuple[str, ...]] = {}
    rows = connection.execute(
        sa.select(event.c.unit, event.c.event_id)
        .where(event.c.unit.in_(runs))
        .order_by(event.c.pos)
    )
    for run, event_id in rows if runs else ():
        found[run] = (*found.get(run, ()), event_id)
    return found
