"""The site glossary: learned from what people pick, ruled by people, told to the stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.memory_documents import SiteGlossary
from memory.glossary import Pair, check_pair
from memory.glossary_learning import Entry, GlossaryLearner, Learned, Ruling
from server.db.memory_tables import memory_pick, memory_said
from server.log.feed import Document, current, publish
from server.memory import said
from server.problems import invalid

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

#: The plant has one glossary.
KEY = "site"
#: The newest picks; older ones were learned from long ago.
_MOST_PICKS = 20_000


def rule_pairs(
    connection: sa.Connection,
    pairs: Sequence[Pair],
    *,
    is_accepted: bool,
    role: str,
    now_us: int,
) -> None:
    """Keep that somebody accepted these pairs, or removed them.

    Raises:
        Problem: one cannot be a pair; nothing is kept.
    """
    for pair in pairs:
        wrong = check_pair(pair.short, pair.word)
        if wrong:
            raise invalid(detail=f"{pair.short} = {pair.word}: {wrong}")
    for pair in pairs:
        ruling = Ruling(pair, is_accepted, role, now_us)
        said.say(connection, said.RULING, KEY, role=role, body=ruling, now_us=now_us)


class Pick(Struct, frozen=True, kw_only=True):
    """What was typed on the board, and the case that was opened then."""

    query: str
    case: str


def keep_pick(
    connection: sa.Connection, query: str, case_id: str, *, role: str, now_us: int
) -> None:
    """Keep which case somebody opened from a search at the board."""
    pick = Pick(query=query, case=case_id)
    said.say(connection, said.PICK, KEY, role=role, body=pick, now_us=now_us)


def entries(connection: sa.Connection, learned: Learned) -> tuple[Entry, ...]:
    """Every pair that is proposed, in force or removed."""
    return _ruled(connection, learned).entries()


def standing(connection: sa.Connection) -> SiteGlossary:
    """What is in force and published."""
    body = current(connection, SiteGlossary.KIND, KEY)
    if body is None:
        return SiteGlossary(glossary=KEY, version=0)
    return msgspec.json.decode(body, type=SiteGlossary)


def publish_learned(connection: sa.Connection, learned: Learned, *, now_us: int) -> SiteGlossary:
    """Publish what was learned with what people ruled, if it says something else."""
    said.take_turn(connection)
    before = standing(connection)
    pairs = _ruled(connection, learned).glossary().pairs
    words = tuple((pair.short, pair.word) for pair in pairs)
    if words == before.words:
        return before
    after = SiteGlossary(glossary=KEY, version=before.version + 1, words=words)
    document = Document(SiteGlossary.KIND, KEY, msgspec.json.encode(after))
    publish(connection, [document], now_us=now_us)
    return after


def last_pick(connection: sa.Connection) -> int:
    """How far people's picks and rulings go, at stations and here: a number that only grows."""
    spoken = memory_said.c
    here = _highest(connection, spoken.number, spoken.kind.in_((said.PICK, said.RULING)))
    return _highest(connection, memory_pick.c.pos) + here


def newest_picks(connection: sa.Connection) -> tuple[int, int]:
    """How far people's picks go, at stations and here."""
    spoken = memory_said.c
    here = _highest(connection, spoken.number, spoken.kind == said.PICK, spoken.about == KEY)
    return _highest(connection, memory_pick.c.pos), here


def _highest(
    connection: sa.Connection, column: sa.Column[Any], *where: sa.ColumnElement[bool]
) -> int:
    found = connection.execute(sa.select(sa.func.max(column)).where(*where))
    return int(found.scalar_one() or 0)


def _ruled(connection: sa.Connection, learned: Learned) -> GlossaryLearner:
    learner = GlossaryLearner(Learned(picks=learned.picks))
    for one in said.all_of_kind(connection, said.RULING, Ruling):
        learner.rule([one.pair], is_accepted=one.is_accepted, role=one.role, at_us=one.at_us)
    return learner


def picks_of(connection: sa.Connection) -> Iterator[Pick]:
    """The newest of the stations, then those of the board, each the oldest first."""
    columns, spoken = memory_pick.c, memory_said.c
    at_stations = sa.select(columns.query, columns.case_id).order_by(columns.pos.desc())
    for row in reversed(connection.execute(at_stations.limit(_MOST_PICKS)).all()):
        yield Pick(query=row.query, case=row.case_id)
    at_board = sa.select(spoken.body).where(spoken.kind == said.PICK, spoken.about == KEY)
    at_board = at_board.order_by(spoken.number.desc()).limit(_MOST_PICKS)
    for body in reversed(connection.execute(at_board).scalars().all()):
        yield msgspec.json.decode(body, type=Pick)
