"""The plant's cases in memory, to be searched and suggested from; one in each process.

It follows the feed as a station does: the same documents, the same rules, the same ranking.
"""

from __future__ import annotations

import logging
import threading
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.memory_documents import (
    KnownCase,
    KnownDecision,
    SiteCalibrations,
    SiteGlossary,
)
from memory.advice import PROMOTE_HELD, UNUSED, contradicted
from memory.code_lists import opposites, versions
from memory.glossary import Glossary, Pair
from memory.likes import by_context, by_words, nearest
from memory.ranking import past_of
from memory.records import Outcome
from memory.search import Found, Index
from memory.suggest import Basis, Shown, show
from server.db.tables import feed
from server.log.feed import WITHDRAWN
from server.log.identity import FEED, head
from server.memory.code_lists import all_lists
from server.memory.glossary import entries, last_pick, publish_learned
from server.memory.lessons import Lessons
from server.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from typing import Any

    from memory.calibration import Calibration
    from memory.glossary_learning import Entry
    from memory.records import Case
    from server.db.engine import Database

_KINDS = (KnownCase.KIND, KnownDecision.KIND, SiteGlossary.KIND, SiteCalibrations.KIND)
_PAGE = 2_000
#: As many hits of the words as a station looks at.
_HITS = 40
_WAIT_S = 30.0
_LOOK_EVERY_S = 5.0
#: Between a few picks and the next: whoever waits for the cases has them first.
_BREATH_S = 0.002
#: How long a question waits for the cases after a start: more would hold up all other requests.
_PATIENCE_S = 2.0

_log = logging.getLogger(__name__)


class AskedSituation(Struct, frozen=True, kw_only=True):
    """What a suggestion is asked for: a ``text`` (or ``title``) in words, and what it is about."""

    text: str = ""
    title: str = ""
    key: str = ""
    situation: str = ""
    context: dict[str, str] = {}


class PlantMemory:
    """Callable from any thread; one asks after the other.

    Once it is started, whoever asks before all cases are there waits for ``patience_s`` and is
    then told to come back: Problem 503, memory_loading.
    """

    def __init__(
        self,
        database: Database,
        now_us: Callable[[], int],
        *,
        patience_s: float = _PATIENCE_S,
        look_every_s: float = _LOOK_EVERY_S,
    ) -> None:
        self._database = database
        self._now_us = now_us
        self._patience_s = patience_s
        self._look_every_s = look_every_s
        self._lock = threading.Lock()
        self._loaded = threading.Event()
        self._pos = self._seen = 0
        self._picks = 0
        self._index = Index()
        self._cases: dict[str, Case] = {}
        self._unread: dict[str, Case | None] = {}
        self._decisions: dict[str, KnownDecision] = {}
        self._calibrations: dict[str, Calibration] = {}
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._lessons = Lessons(
            database, self._upto_date, breathe=lambda: self._stopping.wait(_BREATH_S)
        )

    # --- its life

    def start(self) -> None:
        """Load beside the work, so that the first who asks need not wait."""
        self._thread = threading.Thread(target=self._run, name="memory", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._load()
                if self._loaded.is_set():
                    self.learn()
            except Problem as busy:
                _log.info("the memory looks again later: %s", busy)
            except (sa.exc.DBAPIError, sa.exc.TimeoutError) as error:
                _log.warning("the memory is behind: %s", str(error).partition("\n")[0])
            except Exception:  # noqa: BLE001 - supervision edge: else nothing is ever loaded or learned
                _log.exception("the memory failed; it looks again in a moment")
            self._stopping.wait(self._look_every_s)

    # --- asking

    def search(
        self,
        text: str,
        limit: int,
        *,
        context: Mapping[str, str],
        within: Mapping[str, str],
        facets: Collection[str] = (),
        most_values: int | None = None,
    ) -> Found:
        """The cases most like ``text``, best first, as :meth:`memory.search.Index.find`."""
        with self._upto_date() as index:
            return index.find(
                text,
                limit,
                context=context,
                within=within,
                facets=facets,
                most_values=most_values,
            )

    def suggest(self, asked: AskedSituation) -> Shown:
        """What people did and found in like cases, as a card at a station would show it."""
        with self._database.read() as connection:
            lists = all_lists(connection)
        with self._upto_date() as index:
            hits = index.search(asked.text or asked.title, _HITS, context=asked.context)
            likes = nearest(
                [*by_words(hits), *by_context(asked.key, asked.context, self._cases.values())],
                but=asked.situation,
            )
            names = {like.case.case: like.case.decision for like in likes}
            known = {case: self._decisions.get(name or "") for case, name in names.items()}
            basis = Basis(
                situation=asked.situation,
                context=asked.context,
                likes=likes,
                usual=self._usual(),
                pasts={
                    case: past_of(one, units_since=one.units_since)
                    for case, one in known.items()
                    if one is not None
                },
                barred=self._barred(asked, opposites(lists["responses"])),
                calibrations=self._calibrations,
                lists=versions(*lists.values()),
                upto=self._pos,
            )
        return show(basis)

    def cases(self) -> list[Case]:
        """All of them, the oldest first."""
        with self._upto_date():
            return sorted(self._cases.values(), key=lambda case: (case.at_us, case.case))

    def __len__(self) -> int:
        """Cases; while they are still being loaded, those that are there."""
        if self.is_loading:
            return len(self._cases)
        with self._upto_date():
            return len(self._cases)

    @property
    def is_loading(self) -> bool:
        """Whether it was started and has not read all cases yet."""
        return self._thread is not None and not self._loaded.is_set()

    def advised_keys(self) -> list[str]:
        """What was decided on: first where advice may wait for somebody, then by how often."""
        often: Counter[str] = Counter()
        held: Counter[tuple[str, str]] = Counter()
        waiting: set[str] = set()
        with self._upto_date():
            for one in self._decisions.values():
                often[one.key] += 1
                if one.suspended not in {None, UNUSED}:
                    waiting.add(one.key)
                elif one.outcome is Outcome.HELD and one.rolled_into is None:
                    held[one.key, one.response] += 1
        # Whether it is proposed for the instruction says the plan of its key.
        waiting |= {key for (key, _), times in held.items() if times >= PROMOTE_HELD}
        return sorted(often, key=lambda key: (key not in waiting, -often[key], key))

    def glossary_entries(self) -> tuple[Entry, ...]:
        """Every pair that is proposed, in force or removed."""
        learned = self._lessons.now()
        with self._database.read() as connection:
            return entries(connection, learned)

    def learn(self) -> None:
        """Take in what is new; where people searched and picked, let the glossary learn of it."""
        with self._database.read() as connection:
            picks = last_pick(connection)
        if picks == self._picks:
            with self._upto_date():
                return
        self.learn_words()
        self._picks = picks

    def learn_words(self) -> None:
        """Publish the glossary as picks and rulings have it, if that is new."""
        learned = self._lessons.now()
        with self._database.write() as connection:
            publish_learned(connection, learned, now_us=self._now_us())

    # --- following the feed

    def _load(self) -> None:
        """Read all cases, if that is still to be done, and sort them for the first question."""
        if self._loaded.is_set():
            return
        with self._followed() as index:
            index.settle()
        if not self._stopping.is_set():
            self._loaded.set()

    @contextmanager
    def _upto_date(self) -> Iterator[Index]:
        if self._thread is not None and not self._loaded.wait(self._patience_s):
            detail = (
                f"The memory is still being loaded, {len(self._cases):,} cases so far; "
                "try again in a few seconds."
            )
            raise _come_back(detail, code="memory_loading")
        with self._followed() as index:
            yield index

    @contextmanager
    def _followed(self) -> Iterator[Index]:
        if not self._lock.acquire(timeout=_WAIT_S):
            detail = "The memory is busy; try again in a few seconds."
            raise _come_back(detail, code="memory_busy")
        try:
            # A server that stops does not wait until all is loaded.
            while self._follow() and not self._stopping.is_set():
                pass
            self._read_texts()
            yield self._index
        finally:
            self._lock.release()

    def _follow(self) -> int:
        with self._database.read() as connection:
            newest = head(connection, FEED)
            # Asked at each search: the counter alone says that there is nothing new.
            rows = _documents_after(connection, self._pos) if newest > self._seen else []
        for pos, kind, key, body in rows:
            self._take(kind, key, bytes(body))
            self._pos = pos
        if len(rows) < _PAGE:
            self._seen = newest
        return len(rows)

    def _take(self, kind: str, key: str, body: bytes) -> None:
        if kind == KnownCase.KIND:
            if body == WITHDRAWN:
                self._cases.pop(key, None)
                self._unread[key] = None
                return
            case = msgspec.json.decode(body, type=KnownCase)
            self._cases[case.case] = self._unread[case.case] = case
        elif kind == KnownDecision.KIND:
            if body == WITHDRAWN:
                self._decisions.pop(key, None)
                return
            known = msgspec.json.decode(body, type=KnownDecision)
            self._decisions[known.decision] = known
        elif kind == SiteCalibrations.KIND:
            is_gone = body == WITHDRAWN
            told = None if is_gone else msgspec.json.decode(body, type=SiteCalibrations)
            self._calibrations = {} if told is None else told.asked
        else:
            is_gone = body == WITHDRAWN
            words = () if is_gone else msgspec.json.decode(body, type=SiteGlossary).words
            self._index.glossary = Glossary(Pair(short, word) for short, word in words)

    def _read_texts(self) -> None:
        """Put into the index what is new, each case as it is now: most have several versions."""
        while self._unread and not self._stopping.is_set():
            key, case = self._unread.popitem()
            if case is None:
                self._index.remove(key)
            else:
                self._index.add(case)

    # --- what suggestions rest on, as at a station

    def _usual(self) -> dict[str, dict[str, int]]:
        constraints = Counter(case.constraint for case in self._cases.values() if case.constraint)
        tradeoffs = Counter(code for case in self._cases.values() for code in case.tradeoffs)
        return {"constraint": dict(constraints), "tradeoff": dict(tradeoffs)}

    def _barred(
        self, asked: AskedSituation, against: Mapping[str, frozenset[str]]
    ) -> frozenset[str]:
        """Responses that are suspended, or stand against another live one."""
        mine = [one for one in self._decisions.values() if one.key == asked.key]
        suspended = {one.response for one in mine if one.suspended}
        live = [one for one in mine if one.suspended is None and one.rolled_into is None]
        return contradicted(live, asked.context, against) | suspended


def _documents_after(connection: sa.Connection, pos: int) -> Sequence[Any]:
    """The next of the memory's documents: position, kind, key and body of each."""
    columns = feed.c
    statement = (
        sa.select(columns.pos, columns.kind, columns.key, columns.body)
        .where(columns.pos > pos, columns.kind.in_(_KINDS))
        .order_by(columns.pos)
        .limit(_PAGE)
    )
    return connection.execute(statement).all()


def _come_back(detail: str, *, code: str) -> Problem:
    return Problem(503, code, detail, headers={"Retry-After": "5"})
