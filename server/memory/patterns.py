"""The patterns that are kept: found again by every sweep, with what people say of them.

What a sweep finds takes the place of what the one before said of the same thing; owner, state and
what was decided stay.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct, structs

from analysis.recurrence import WINDOW
from app.domain.memory_documents import KnownCase
from memory.code_lists import ListName
from server.db.memory_tables import memory_pattern
from server.db.storable import storable_text, upsert
from server.log.feed import Document
from server.memory.case_drawing import LONGEST_TEXT
from server.memory.code_lists import all_lists
from server.memory.pattern_records import (
    CHANGE,
    DONE,
    DRIFT,
    OWNERS,
    PATTERN,
    RECURRENCE,
    STATES,
    Pattern,
    PatternSaid,
    case_of,
    known_pattern,
    read_pattern,
)
from server.memory.pattern_watches import shared_things
from server.memory.pattern_words import pattern_sentence
from server.memory.telling import publish_news
from server.problems import Problem, invalid, not_found

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import tzinfo

_LONGEST_WHY = 2_000
#: So many are looked through for those on a board.
_NEWEST = 20


class PatternAsked(Struct, frozen=True, kw_only=True):
    """What somebody says of a pattern: whose it is, how far, why, and what is to be done.

    ``version`` is that of the pattern as it was looked at, None for the newest whatever it says.
    """

    state: str
    owner: str
    why: str = ""
    response: str = ""
    version: int | None = None


def read_patterns(
    connection: sa.Connection,
    *,
    with_done: bool = False,
    limit: int | None = None,
    after: int = 0,
) -> list[Pattern]:
    """What was found, the newest first, and last what another explains.

    With ``with_done`` also what is refused or closed; with ``limit`` so many of them, ``after``
    as many newer ones.
    """
    columns = memory_pattern.c
    statement = sa.select(columns.body).where(_is_listed(with_done=with_done))
    statement = statement.order_by(columns.found_at.desc(), columns.pattern)
    bodies = connection.execute(statement.limit(limit).offset(after)).scalars()
    found = [read_pattern(body) for body in bodies]
    return sorted(found, key=lambda one: bool(one.explained_by))


def count_patterns(connection: sa.Connection, *, with_done: bool = False) -> int:
    """How many :func:`read_patterns` has."""
    count = sa.select(sa.func.count()).select_from(memory_pattern)
    return connection.execute(count.where(_is_listed(with_done=with_done))).scalar_one()


def front_patterns(connection: sa.Connection, *, most: int) -> list[Pattern]:
    """For a board: the newest that stand for themselves."""
    newest = read_patterns(connection, limit=_NEWEST)
    return [one for one in newest if not one.explained_by][:most]


def count_new(connection: sa.Connection) -> int:
    """How many nobody has looked at."""
    statement = sa.select(sa.func.count()).where(memory_pattern.c.state == STATES[0])
    return connection.execute(statement).scalar_one()


def read_one(connection: sa.Connection, name: str) -> Pattern:
    """Raises Problem 404 where there is no such pattern."""
    known = known_pattern(connection, name)
    if known is None:
        raise not_found(detail=f"There is no pattern {name}.")
    return known


def keep_patterns(connection: sa.Connection, found: Iterable[Pattern]) -> None:
    """Keep what a sweep found; of two with one name the first counts."""
    kept: set[str] = set()
    for one in found:
        known = _known_as(connection, one)
        if known is not None:
            one = structs.replace(  # noqa: PLW2901 - the same pattern, as it is known
                one,
                pattern=known.pattern,
                found_at=known.found_at,
                owner=known.owner,
                state=known.state,
                why=known.why,
                said=known.said,
            )
        if one.pattern not in kept:
            kept.add(one.pattern)
            _write(connection, one)


def change_pattern(
    connection: sa.Connection,
    name: str,
    asked: PatternAsked,
    *,
    role: str,
    now_us: int,
    zone: tzinfo | None = None,
) -> Pattern:
    """Keep what ``role`` says of it; what is decided becomes a case that stations find, too.

    Raises:
        Problem: 404 there is no such pattern; 409 somebody else said something since it was
            looked at; 422 there is no such state, owner or response.
    """
    _check(connection, asked)
    known = known_pattern(connection, name, locks=True)
    if known is None:
        raise not_found(detail=f"There is no pattern {name}.")
    if asked.version not in {None, known.version}:
        raise _already(known, zone)
    at = datetime.fromtimestamp(now_us / 1e6, UTC)
    said = PatternSaid(
        at=at,
        role=role,
        state=asked.state,
        owner=asked.owner,
        why=asked.why,
        response=asked.response,
    )
    changed = structs.replace(
        known, state=asked.state, owner=asked.owner, why=asked.why, said=(*known.said, said)
    )
    _write(connection, changed)
    if asked.response:
        _tell(connection, changed, said, now_us=now_us)
    return changed


def _is_listed(*, with_done: bool) -> sa.ColumnElement[bool]:
    return sa.true() if with_done else memory_pattern.c.state.not_in(DONE)


def _check(connection: sa.Connection, asked: PatternAsked) -> None:
    if asked.state not in STATES:
        raise invalid(detail=f"state={asked.state!r}: expected one of {', '.join(STATES)}")
    if asked.owner not in OWNERS:
        raise invalid(detail=f"owner={asked.owner!r}: expected a role: {', '.join(OWNERS)}")
    if len(asked.why) > _LONGEST_WHY:
        raise invalid(detail=f"why: at most {_LONGEST_WHY} characters")
    if not asked.response:
        return
    responses = all_lists(connection)[ListName.RESPONSES]
    if asked.response not in {code.code for code in responses.offered}:
        raise invalid(detail=f"response={asked.response!r} is not on the list of responses.")
    if not asked.why.strip():
        raise invalid(detail="Say why this is to be done; stations read it with the pattern.")


def _already(known: Pattern, zone: tzinfo | None) -> Problem:
    last = known.said[-1]
    return Problem(
        409,
        "already_set",
        f"Already set by {last.role} at {last.at.astimezone(zone):%H:%M}: "
        f"{last.state.replace('_', ' ')}, owner {last.owner}. Nothing was changed; "
        "look at the pattern again before you change it.",
        extra={"by": last.role, "at": last.at.isoformat(), "version": known.version},
    )


def _tell(connection: sa.Connection, decided: Pattern, said: PatternSaid, *, now_us: int) -> None:
    """What was decided, as a case in everybody's memory; it is watched as soon as it is read."""
    case = KnownCase(
        case=case_of(decided.pattern),
        text=f"{pattern_sentence(decided)}\n{said.why}"[:LONGEST_TEXT],
        at_us=now_us,
        kind=PATTERN,
        key=decided.key,
        context=shared_things(connection, decided),
        response=said.response,
    )
    document = Document(KnownCase.KIND, case.case, msgspec.json.encode(case))
    publish_news(connection, [document], now_us=now_us)


def _known_as(connection: sa.Connection, found: Pattern) -> Pattern | None:
    """The same as it is known, locked: what somebody says of it meanwhile comes after."""
    known = known_pattern(connection, found.pattern, locks=True)
    if known is not None:
        return known
    elsewhere = _known_elsewhere(connection, found)
    return None if elsewhere is None else known_pattern(connection, elsewhere.pattern, locks=True)


def _known_elsewhere(connection: sa.Connection, found: Pattern) -> Pattern | None:
    """The same under the name of its first sweep: more records moved its place a little."""
    if found.kind not in {RECURRENCE, CHANGE, DRIFT}:
        return None
    columns = memory_pattern.c
    begins = storable_text(f"{found.kind}:{found.key}:")
    statement = sa.select(columns.body).where(columns.pattern.startswith(begins, autoescape=True))
    newest_first = statement.order_by(columns.found_at.desc())
    return _same_as(found, [read_pattern(b) for b in connection.execute(newest_first).scalars()])


def _same_as(found: Pattern, known: Sequence[Pattern]) -> Pattern | None:
    return next((one for one in known if one.key == found.key and _is_same(one, found)), None)


def _is_same(known: Pattern, found: Pattern) -> bool:
    if known.level is None or found.level is None:
        return known.seen_at >= found.found_at - WINDOW
    if found.kind == DRIFT:
        return known.level.per_unit * found.level.per_unit > 0
    return (
        known.level.earliest_pos <= found.level.latest_pos
        and found.level.earliest_pos <= known.level.latest_pos
    )


def _write(connection: sa.Connection, found: Pattern) -> None:
    row = {
        "pattern": found.pattern,
        "state": found.state,
        "found_at": _us(found.found_at),
        "seen_at": _us(found.seen_at),
        "body": msgspec.json.encode(found).decode(),
    }
    upsert(connection, memory_pattern, row)


def _us(at: datetime) -> int:
    return (at - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(microseconds=1)
