"""The station's cases: what is read again, what is forgotten, and that the nearest are found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.memory_documents import KnownCase, SiteGlossary
from app.domain.memory_events import EvidenceRef, SituationOpened
from app.journal.outbox import SqliteOutbox
from app.ports.sync import Document, FeedMark
from app.services.alike import Alike
from app.services.card_state import Lists
from app.services.station_memory import StationMemory
from memory.likes import by_context, nearest
from memory.records import Case
from tests.helpers.station_rig import station_at

if TYPE_CHECKING:
    from pathlib import Path

    from tests.helpers.station_rig import Rig

_KEYS = st.sampled_from(["", "a", "b"])
_CONTEXT = st.dictionaries(
    st.sampled_from(["kind", "station", "step", "tool", "lot"]), st.sampled_from("xyz")
)
_CASES = st.lists(
    st.builds(
        Case,
        case=st.integers(0, 60).map(str),
        text=st.just(""),
        at_us=st.integers(0, 5),
        key=_KEYS,
        context=_CONTEXT,
    ),
    max_size=80,
)


@settings(max_examples=150, deadline=None)
@given(_CASES, _KEYS, _CONTEXT)
def test_the_nearest_are_the_same_as_when_each_case_is_looked_at(
    cases: list[Case], key: str, context: dict[str, str]
) -> None:
    alike = Alike()
    for case in cases:
        alike.add(case)
    newest = {case.case: case for case in cases}.values()
    found = nearest(by_context(key, context, alike.nearest(key, context)))
    assert found == nearest(by_context(key, context, newest))


def known(number: int, text: str = "torque low at bolt") -> KnownCase:
    return KnownCase(case=f"case-{number}", text=text, at_us=number, response="clean")


def documents(*records: KnownCase | SiteGlossary, first: int = 200) -> list[Document]:
    return [
        Document(pos, record.KIND, str(getattr(record, record.__struct_fields__[0])), body)
        for pos, record in enumerate(records, first)
        for body in [msgspec.json.encode(record)]
    ]


async def tell(rig: Rig, *records: KnownCase | SiteGlossary, first: int = 200) -> None:
    outbox = SqliteOutbox(rig.journal._journal)
    mark = await outbox.feed_mark()
    told = documents(*records, first=first)
    await outbox.apply_feed(mark, up_to=told[-1].pos, documents=told)


async def found(memory: StationMemory, title: str = "torque low at bolt") -> list[str]:
    opened = SituationOpened(
        situation="here", kind="nok", key="k", title=title, evidence=(EvidenceRef("e", "h"),)
    )
    advice = await memory.advise(opened, Lists())
    return [one.case.case for one in advice.cases]


def memory_of(rig: Rig) -> StationMemory:
    journal = rig.journal._journal
    return StationMemory(journal)


async def test_without_documents_nothing_is_found(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        memory = memory_of(rig)
        await memory.refresh()
        assert await found(memory) == []


async def test_cases_are_forgotten_when_the_plant_takes_them_back(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        memory = memory_of(rig)
        await tell(rig, known(1), known(2))
        await memory.refresh()
        outbox = SqliteOutbox(rig.journal._journal)
        mark = await outbox.feed_mark()
        gone = Document(mark.pos + 1, KnownCase.KIND, "case-1", None)
        await outbox.apply_feed(mark, up_to=mark.pos + 1, documents=[gone])
        await memory.refresh()
        assert await found(memory) == ["case-2"]


async def test_what_is_taken_back_while_another_comes_is_forgotten_too(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        memory = memory_of(rig)
        await tell(rig, known(1), known(2))
        await memory.refresh()
        outbox = SqliteOutbox(rig.journal._journal)
        mark = await outbox.feed_mark()
        gone = Document(mark.pos + 1, KnownCase.KIND, "case-1", None)
        both = [gone, *documents(known(3), first=mark.pos + 2)]
        await outbox.apply_feed(mark, up_to=mark.pos + 2, documents=both)
        await memory.refresh()
        assert sorted(await found(memory)) == ["case-2", "case-3"]


async def test_another_plant_state_takes_the_place_of_the_first(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        memory = memory_of(rig)
        await tell(rig, known(1), known(2))
        await memory.refresh()
        outbox = SqliteOutbox(rig.journal._journal)
        await outbox.replace_documents(FeedMark("other", 9), documents(known(3), first=5))
        await memory.refresh()
        assert await found(memory) == ["case-3"]


async def test_later_only_what_is_new_is_read_and_a_changed_case_replaces(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        memory = memory_of(rig)
        await tell(rig, *(known(n) for n in range(5)))
        await memory.refresh()
        await tell(rig, known(1, "label printer out of paper"), known(9), first=300)
        await memory.refresh()
        assert len(memory) == 6
        assert "case-1" not in await found(memory)
        assert "case-1" in await found(memory, "label printer")


async def test_the_sites_own_words_are_understood(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        memory = memory_of(rig)
        words = SiteGlossary(glossary="site", version=1, words=(("dbr", "label printer"),))
        await tell(rig, known(1), known(2, "label printer out of paper"), words)
        await memory.refresh()
        assert (await found(memory, "dbr"))[0] == "case-2"
