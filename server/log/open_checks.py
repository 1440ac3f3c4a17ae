"""Which checks were begun and left, told to every station: where each lies open."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import msgspec

from app.domain.form_documents import OpenCheck
from app.domain.form_events import FormCompleted, FormLeft, FormResumed, FormSkipped
from app.domain.form_run import PREFIX
from server.log.feed import WITHDRAWN, Document, current, current_all, publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import sqlalchemy as sa

    from server.log.decide import Link

_Body = FormLeft | FormResumed | FormCompleted | FormSkipped
_KINDS: dict[str, type[_Body]] = {
    kind.KIND: kind for kind in (FormLeft, FormResumed, FormCompleted, FormSkipped)
}


def tell_checks(connection: sa.Connection, links: Sequence[Link], *, now_us: int) -> None:
    """Publish what ``links`` change about checks that lie open: what stands in the end."""
    runs: dict[str, OpenCheck | None] = dict.fromkeys(_lost(connection, links))
    runs |= {body.run: _left(link, body, now_us) for link, body in _said(links)}
    changed = [
        _document(run, check)
        for run, check in runs.items()
        if check is not None or current(connection, OpenCheck.KIND, run) is not None
    ]
    publish(connection, changed, now_us=now_us)


def _lost(connection: sa.Connection, links: Sequence[Link]) -> Iterator[str]:
    """What was left where the journal is lost: nobody can go on with it there."""
    stations = {link.envelope.station for link in links if link.envelope.begins_anew}
    for item in current_all(connection, OpenCheck.KIND) if stations else ():
        if msgspec.json.decode(item.body, type=OpenCheck).station in stations:
            yield item.key


def _said(links: Iterable[Link]) -> Iterator[tuple[Link, _Body]]:
    for link in links:
        kind = _KINDS.get(link.envelope.kind)
        if kind is None:
            continue
        try:
            yield link, msgspec.json.decode(link.envelope.body, type=kind)
        except msgspec.ValidationError:
            continue  # kept in the log as it is; nobody can be told what it does not say


def _left(link: Link, body: _Body, now_us: int) -> OpenCheck | None:
    if not isinstance(body, FormLeft):
        return None
    station = link.envelope.station
    # A wild clock may say any time; nothing was left in the future.
    at_us = max(0, min(link.envelope.at, now_us))
    return OpenCheck(
        run=body.run,
        form=body.run.removeprefix(PREFIX).rpartition(f":{station}:")[0],
        station=station,
        left_at=datetime.fromtimestamp(at_us / 1e6, UTC),
    )


def _document(run: str, check: OpenCheck | None) -> Document:
    body = WITHDRAWN if check is None else msgspec.json.encode(check)
    return Document(OpenCheck.KIND, run, body)
