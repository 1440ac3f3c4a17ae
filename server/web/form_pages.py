"""Checks on the board: due and overdue, not OK, and done; a run opens its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.form_run import is_run_name
from server.problems import Problem
from server.read.forms import MOST_DONE, checks
from server.read.record import unit_record
from server.web.site import Page

if TYPE_CHECKING:
    from starlette.responses import Response

    from server.web.site import Visit


def _checks(visit: Visit) -> Response:
    with visit.plant.database.read() as connection:
        found = checks(connection)
    return visit.show("checks.html", checks=found, most=MOST_DONE)


def _check(visit: Visit) -> Response:
    run = visit.path("run")
    with visit.plant.database.read() as connection:
        record = unit_record(connection, run) if is_run_name(run) else None
    if record is None:
        raise Problem(404, "not_found", f"No station ever recorded a check {run}.")
    return visit.show("check.html", record=record)


CHECKS = Page("/checks", _checks, key="checks", name="Checks", sign="list-checks-bold")
CHECK = Page("/checks/{run:path}", _check, key="checks")
