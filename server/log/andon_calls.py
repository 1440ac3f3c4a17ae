"""What is said of calls, at stations and at the web board: kept once, and told to every station.

Whoever says something of a call holds its row until the commit, so that two answers at once are
one after the other: the second is told that there was a first.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from app.domain.calls import ENDS, STAGES
from app.domain.line_events import CallAnswered, CallClosed, CallOpened
from app.domain.plant import Person, StationInfo
from app.domain.plant_calls import PlantAnswer, PlantCall, next_stages
from server.db.andon_tables import andon_answer, andon_call
from server.db.storable import insert_into, storable_text, upsert
from server.log.feed import WITHDRAWN, Document, current, publish
from server.problems import Problem, invalid, not_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from server.log.decide import Link

_KINDS: dict[str, type[CallOpened | CallAnswered | CallClosed]] = {
    kind.KIND: kind for kind in (CallOpened, CallAnswered, CallClosed)
}
#: What was said, in a sentence.
STAGE_WORDS = {
    "seen": "seen",
    "on_the_way": "on the way",
    "arrived": "there",
    "solved": "solved",
    "cancelled": "cancelled",
}


@dataclass(frozen=True, slots=True)
class _Said:
    """One event about a call, as it came from a station."""

    station: str
    at_us: int
    body: CallOpened | CallAnswered | CallClosed
    link: Link


def tell_calls(connection: sa.Connection, links: Sequence[Link], *, now_us: int) -> None:
    """Keep what ``links`` say of calls and tell it, in the transaction that keeps them.

    Call it before anything takes positions: it waits for those who answer the same calls.
    """
    said = sorted(_said(links, now_us), key=lambda one: one.body.call)
    if not said:
        return
    names = list(dict.fromkeys(one.body.call for one in said))
    for one in said:
        if isinstance(one.body, CallOpened):
            _open(connection, one, one.body)
    _hold(connection, names)
    for one in said:
        _keep(connection, one)
    publish(connection, [d for name in names for d in _told(connection, name)], now_us=now_us)


def answer(
    connection: sa.Connection, call: str, stage: str, *, role: str, now_us: int
) -> PlantCall:
    """Say at the web board how far a call is.

    Raises:
        Problem: there is no such call (404), no such stage (422), or it was said before (409).
    """
    if stage not in (*STAGES, *ENDS):
        raise invalid(detail=f"stage {stage!r}: expected one of {', '.join((*STAGES, *ENDS))}")
    _hold(connection, [call])
    found = find_call(connection, call)
    if found is None:
        raise not_found(detail=f"There is no call {call}.")
    if stage not in next_stages(one.stage for one in found.answers):
        raise _answered(found, stage)
    _keep_answer(connection, call, PlantAnswer(stage=stage, at=_utc(now_us), role=role), now_us)
    publish(connection, _told(connection, call), now_us=now_us)
    told = find_call(connection, call)
    assert told is not None  # noqa: S101 - we hold its row
    return told


def find_call(connection: sa.Connection, call: str) -> PlantCall | None:
    """A call with all that was said of it."""
    rows = connection.execute(sa.select(andon_call).where(_is(call))).mappings().all()
    return next(iter(with_answers(connection, rows)), None)


def with_answers(connection: sa.Connection, rows: Sequence[Any]) -> list[PlantCall]:
    """The calls of ``rows`` with what was said of each."""
    names = [row["call"] for row in rows]
    said: dict[str, list[PlantAnswer]] = {}
    statement = sa.select(andon_answer).where(andon_answer.c.call.in_(names))
    for one in connection.execute(statement.order_by(andon_answer.c.at, andon_answer.c.stage)):
        said.setdefault(one.call, []).append(
            PlantAnswer(stage=one.stage, at=_utc(one.at), role=one.role, place=one.place)
        )
    return [_call(row, tuple(said.get(row["call"], ()))) for row in rows]


def _said(links: Iterable[Link], now_us: int) -> Iterable[_Said]:
    for link in links:
        kind = _KINDS.get(link.envelope.kind)
        if kind is None:
            continue
        try:
            body = msgspec.json.decode(link.envelope.body, type=kind)
        except msgspec.ValidationError:
            continue  # kept in the log as it is; nothing can be said about a call
        # A wild clock may say any time; nothing is said in the future.
        yield _Said(link.envelope.station, max(0, min(link.envelope.at, now_us)), body, link)


def _hold(connection: sa.Connection, names: Sequence[str]) -> None:
    """The calls are ours until the commit; in one order everywhere."""
    statement = sa.select(andon_call.c.call).where(
        andon_call.c.call.in_([storable_text(name) for name in names])
    )
    connection.execute(statement.order_by(andon_call.c.call).with_for_update()).all()


def _open(connection: sa.Connection, said: _Said, body: CallOpened) -> None:
    refs = said.link.envelope.refs
    row = {
        "call": body.call,
        "station": said.station,
        "kind": body.kind,
        "is_stopped": int(body.is_stopped),
        "opened_at": said.at_us,
        "unit": refs.unit,
        "order_id": refs.order,
        "step": body.step,
        "position": body.position,
        "tool": body.tool,
        "ended_at": None,
        "settled_at": None,
    }
    upsert(connection, andon_call, row, keep=True)


def _keep(connection: sa.Connection, said: _Said) -> None:
    body = said.body
    if isinstance(body, CallOpened):
        return
    stage = body.how if isinstance(body, CallClosed) else body.stage
    if stage not in (*STAGES, *ENDS):
        return
    is_own = _is_of(connection, body.call, said.station)
    role = _role(connection, said, body, is_own=is_own)
    told = PlantAnswer(stage=stage, at=_utc(said.at_us), role=role, place=said.station)
    _keep_answer(connection, body.call, told, said.at_us)
    if isinstance(body, CallClosed) and is_own:
        settled = andon_call.update().where(_is(body.call)).values(settled_at=said.at_us)
        connection.execute(settled)


def _keep_answer(connection: sa.Connection, call: str, told: PlantAnswer, at_us: int) -> None:
    """The earliest word of a stage counts, whichever came first."""
    insert = insert_into(connection.dialect.name, andon_answer).values(
        call=storable_text(call), stage=told.stage, at=at_us, role=told.role, place=told.place
    )
    earlier = insert.excluded
    keys = [andon_answer.c.call, andon_answer.c.stage]
    connection.execute(
        insert.on_conflict_do_update(
            index_elements=keys,
            set_={"at": earlier.at, "role": earlier.role, "place": earlier.place},
            where=andon_answer.c.at > earlier.at,
        )
    )
    if told.stage in ENDS:
        is_earlier = sa.or_(andon_call.c.ended_at.is_(None), andon_call.c.ended_at > at_us)
        ended = andon_call.update().where(_is(call), is_earlier).values(ended_at=at_us)
        connection.execute(ended)


def _is(call: str) -> sa.ColumnElement[bool]:
    return andon_call.c.call == storable_text(call)


def _is_of(connection: sa.Connection, call: str, station: str) -> bool:
    of = connection.execute(sa.select(andon_call.c.station).where(_is(call))).scalar_one_or_none()
    return of == station


def _role(
    connection: sa.Connection, said: _Said, body: CallAnswered | CallClosed, *, is_own: bool
) -> str | None:
    """Of whoever said it; a tap at the station that called is anybody's."""
    actor = said.link.envelope.actor
    person = body.person if isinstance(body, CallAnswered) else None
    if person is None and not is_own and actor.kind == "person":
        person = actor.id
    content = None if person is None else current(connection, Person.KIND, person)
    return None if content is None else msgspec.json.decode(content, type=Person).role


def _told(connection: sa.Connection, call: str) -> list[Document]:
    """The call's document as it is to be; taken away once its own station closed it."""
    row = connection.execute(sa.select(andon_call).where(_is(call))).mappings().one_or_none()
    if row is None:
        return []
    if row["settled_at"] is not None:
        is_there = current(connection, PlantCall.KIND, call) is not None
        return [Document(PlantCall.KIND, call, WITHDRAWN)] if is_there else []
    told = with_answers(connection, [row])[0]
    content = current(connection, StationInfo.KIND, told.station)
    line = "" if content is None else msgspec.json.decode(content, type=StationInfo).line
    body = msgspec.json.encode(msgspec.structs.replace(told, line=line))
    return [Document(PlantCall.KIND, call, body)]


def _call(row: Any, answers: tuple[PlantAnswer, ...]) -> PlantCall:  # noqa: ANN401 - a row has no type
    return PlantCall(
        call=row["call"],
        station=row["station"],
        kind=row["kind"],
        opened_at=_utc(row["opened_at"]),
        is_stopped=bool(row["is_stopped"]),
        unit=row["unit"],
        order=row["order_id"],
        step=row["step"],
        position=row["position"],
        tool=row["tool"],
        answers=answers,
    )


def _answered(found: PlantCall, stage: str) -> Problem:
    """Somebody was there before: who, when and where."""
    last = found.end or next((one for one in found.answers if one.stage == stage), None)
    last = last or found.answers[-1]
    who = last.role or "the station"
    where = "the web board" if last.place is None else last.place
    detail = (
        f"Already answered by {who}: {STAGE_WORDS[last.stage]}, "
        f"{last.at:%H:%M:%S} UTC, at {where}. Nothing was changed."
    )
    facts = {"role": last.role, "stage": last.stage, "at": last.at, "place": last.place}
    return Problem(409, "already_answered", detail, extra=facts)


def _utc(at_us: int) -> datetime:
    return datetime.fromtimestamp(at_us / 1e6, UTC)
