"""Losses: OEE with its coverage, stops by reason, the stations' timeline, and one stop."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

import msgspec

from app.domain.flow_documents import StopContradicted, StopPart, stop_key
from app.domain.stops import SETTLING_RIGHT, SETTLING_ROLES
from server.flow.loss_report import THIS_SHIFT, WINDOWS, loss_report
from server.flow.losses import BY
from server.flow.reason_words import choices, reason_words
from server.flow.settling import ReasonAsked, settle
from server.flow.stops import one_stop, same_answer
from server.log.feed import current
from server.problems import Problem, invalid, not_found
from server.read.line_documents import LineDocuments
from server.web.flow_view import (
    STATE_WORDS,
    losses_of,
    percent,
    timeline_bars,
    timeline_words,
)
from server.web.format import PlantTimes
from server.web.site import Page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from starlette.responses import Response

    from app.domain.flow_documents import StopReasons
    from server.api.access import Visitor
    from server.flow.stops import KnownStop
    from server.web.site import Visit

_MOST_LISTED = 40
_REFUSED = 400
_WINDOW_WORDS = {
    "shift": "This shift", "last_shift": "Last shift", "day": "24 hours", "week": "7 days",
}  # fmt: skip
_BY_WORDS = {
    "station": "Station", "line": "Line", "product": "Product", "order": "Order", "shift": "Shift",
}  # fmt: skip


def _losses(visit: Visit) -> Response:
    asked = visit.request.query_params
    window, by = asked.get("window", THIS_SHIFT), asked.get("by", "station")
    with visit.plant.database.read() as connection:
        report = loss_report(
            connection,
            LineDocuments(connection),
            visit.plant.flow,
            line=asked.get("line"),
            window=window,
            by=by,
            now_us=visit.plant.now_us(),
        )
    here = {"line": report.line, "window": window, "by": by}
    reason = asked.get("reason")
    bar = next((one for one in report.pareto if one.reason == reason), None)
    stops = report.stops if bar is None else _stops_for(bar.reason, report.stops)
    times = PlantTimes(visit.plant.settings.zone())
    return visit.show(
        "losses.html",
        report=report,
        percent=percent,
        losses_of=losses_of,
        bars=timeline_bars(report, times),
        timeline_words=timeline_words,
        state_words=STATE_WORDS,
        stops=stops[:_MOST_LISTED],
        more=len(stops) + (0 if bar else report.left_out) - _MOST_LISTED,
        only=bar,
        every=f"/losses?{urlencode(here)}",
        by_word=_BY_WORDS[by],
        choices=[
            ("Line", _links(here, "line", {one: one or "No line" for one in report.lines})),
            ("Time", _links(here, "window", {one: _WINDOW_WORDS[one] for one in WINDOWS})),
            ("By", _links(here, "by", {one: _BY_WORDS[one] for one in BY})),
        ],
    )


def _stops_for(reason: str, stops: Sequence[KnownStop]) -> tuple[KnownStop, ...]:
    return tuple(one for one in stops if any(part.reason == reason for part in one.parts))


def _links(here: dict[str, str], name: str, words: dict[str, str]) -> list[tuple[str, str, bool]]:
    """Each choice: its words, its address, and whether it is the one that is shown."""
    return [
        (said, f"/losses?{urlencode({**here, name: value})}", here[name] == value)
        for value, said in words.items()
    ]


def _stop(visit: Visit, *, said: str = "", status: int = 200) -> Response:
    station, stop = visit.path("station"), visit.path("stop")
    with visit.plant.database.read() as connection:
        documents = LineDocuments(connection)
        found = one_stop(connection, documents, station, stop, now_us=visit.plant.now_us())
        tree = documents.reasons_of(documents.line_of(station))
        content = current(connection, StopContradicted.KIND, stop_key(station, stop))
        others = len(same_answer(connection, station, stop))
    if found is None:
        raise not_found(detail=f"There is no stop {stop} of {station}.")
    return visit.show(
        "stop.html",
        status=status,
        one=found,
        choices=choices(tree),
        against=_against(content, tree),
        others=others,
        may_name=_may_name(visit.visitor),
        said=said,
        typed={
            name: visit.form.get(name, "")
            for name in ("reason", "words", "after_min", "then", "by", "others")
        },
    )


def _against(
    content: bytes | None, tree: StopReasons | None
) -> tuple[StopContradicted, str] | None:
    """What else was said of the stop, and its reasons in words."""
    if content is None:
        return None
    found = msgspec.json.decode(content, type=StopContradicted)
    words = (reason_words(part.reason, tree) for part in found.parts)
    return found, ", then ".join(words)


def _may_name(visitor: Visitor) -> bool:
    return visitor.has_role(SETTLING_ROLES) or visitor.has_right(SETTLING_RIGHT)


def _named(visit: Visit) -> Response:
    """Keep the reason; what is wrong with it, or who was first, is said on the page."""
    plant, station, stop = visit.plant, visit.path("station"), visit.path("stop")
    try:
        if not _may_name(visit.visitor):
            names = ", ".join(sorted(SETTLING_ROLES))
            raise Problem(403, "role", f"A reason is given by: {names}. Nothing was changed.")  # noqa: TRY301
        asked = _asked(visit)
        with plant.database.write() as connection:
            zone = plant.settings.zone()
            settle(connection, station, stop, asked, now_us=plant.now_us(), zone=zone)
    except Problem as problem:
        # With 409 somebody was first: the page shows what they said.
        return _stop(visit, said=problem.detail, status=max(problem.status, _REFUSED))
    plant.published()
    return visit.go_to(f"/losses/stops/{quote(station, safe='')}/{quote(stop, safe='')}")


def _asked(visit: Visit) -> ReasonAsked:
    form, signed_in = visit.form, visit.visitor.signed_in
    parts = [StopPart(reason=form.get("reason", ""), words=form.get("words", "").strip() or None)]
    then, after = form.get("then", ""), form.get("after_min", "").strip()
    if bool(then) != bool(after):
        raise invalid(
            detail="To split the stop give both: after how many minutes, and the second reason."
        )
    if then:
        parts.append(StopPart(reason=then, after_s=_whole(after, "minutes") * 60))
    by = form.get("by", "") if signed_in is None else f"{signed_in.role} {signed_in.person}"
    version = _whole(form.get("version", ""), "version")
    others = form.get("others") == "yes"
    return ReasonAsked(version=version, parts=tuple(parts), by=by, others=others)


def _whole(text: str, name: str) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > 6:  # noqa: PLR2004 - no stop is longer
        raise invalid(detail=f"{name}: {text!r} is no whole number.")
    return int(text)


LOSSES = Page("/losses", _losses, key="losses", name="Losses", sign="chart-bar-horizontal-bold")
STOP = Page("/losses/stops/{station}/{stop}", _stop, key="losses", submit=_named)
