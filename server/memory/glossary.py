"""The site glossary: learned from what people pick, ruled by people, told to the stations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa

from app.domain.memory_documents import SiteGlossary
from memory.glossary import Pair, check_pair
from memory.glossary_learning import Entry, GlossaryLearner, Ruling
from server.db.memory_tables import memory_pick
from server.log.feed import Document, current, publish
from server.memory import said
from server.problems import invalid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from memory.search import Index

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


def entries(connection: sa.Connection, index: Index) -> tuple[Entry, ...]:
    """Every pair that is proposed, in force or removed."""
    return _learner(connection, index).entries()


def standing(connection: sa.Connection) -> SiteGlossary:
    """What is in force and published."""
    body = current(connection, SiteGlossary.KIND, KEY)
    if body is None:
        return SiteGlossary(glossary=KEY, version=0)
    return msgspec.json.decode(body, type=SiteGlossary)


def publish_learned(connection: sa.Connection, index: Index, *, now_us: int) -> SiteGlossary:
    """Work the glossary out anew and publish it, if it says something else."""
    said.take_turn(connection)
    before = standing(connection)
    pairs = _learner(connection, index).glossary().pairs
    words = tuple((pair.short, pair.word) for pair in pairs)
    if words == before.words:
        return before
    after = SiteGlossary(glossary=KEY, version=before.version + 1, words=words)
    document = Document(SiteGlossary.KIND, KEY, msgspec.json.encode(after))
    publish(connection, [document], now_us=now_us)
    return after


def last_pick(connection: sa.Connection) -> int:
    """How far people's picks go."""
    newest = connection.execute(sa.select(sa.func.max(memory_pick.c.pos))).scalar_one()
    return int(newest or 0)


def _learner(connection: sa.Connection, index: Index) -> GlossaryLearner:
    learner = GlossaryLearner()
    columns = memory_pick.c
    statement = sa.select(columns.query, columns.case_id).order_by(columns.pos.desc())
    newest = connection.execute(statement.limit(_MOST_PICKS)).all()
    for query, case_id in reversed(newest):
        picked = index.get(case_id)
        if picked is not None:
            learner.learn(query, picked, count_of=index.count_of)
    for one in said.all_of_kind(connection, said.RULING, Ruling):
        learner.rule([one.pair], is_accepted=one.is_accepted, role=one.role, at_us=one.at_us)
    return learner
