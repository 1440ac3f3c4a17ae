"""A plant's decision memory of some years: an imported history, and decisions of its stations.

The decisions are those of one that a station recorded, under other names; they are written
straight into the log and drawn like all others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import structs

from app.domain.memory_documents import KnownCase
from bench.memory_search import history
from bench.scale import scaled
from server.db.bulk import append_rows
from server.db.tables import counter, event
from server.log.feed import Document, append
from server.log.identity import LOG, head
from tests.helpers.memory_station import KEY, build_unit, decide, open_situation
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memory.records import Case
    from server.plant import Plant

CASES, DECISIONS, KEYS = 20_000, 5_000, 500
RESPONSES = ("replace_tool", "clean", "rework", "hold_lot", "use_as_is")
#: Not the first of its stations' epochs: that has their units.
_EPOCH = 2
_AT_ONCE = 5_000
_AT = b"<at>"
_STATION, _UNIT, _CASE, _DECISION = "ST-000", "M-00000", "S-00000", "D-00000"


def decision_of(number: int) -> str:
    """The name of one of the decisions."""
    return f"D-{number:05d}"


def case_of(number: int) -> str:
    """The case it was made in."""
    return f"S-{number:05d}"


def key_of(number: int) -> str:
    """What that would be a repeat of."""
    return KEY.replace("ST-040", f"ST-{number % KEYS:03d}")


def publish_history(plant: Plant, cases: list[Case]) -> None:
    """Cases as an import leaves them in the feed."""
    for start in range(0, len(cases), _AT_ONCE):
        documents = [_document(case) for case in cases[start : start + _AT_ONCE]]
        with plant.database.write() as connection:
            append(connection, documents, now_us=plant.now_us())


def fill_memory(plant: Plant, stations: list[str]) -> None:
    """The history, and the decisions of the stations; they are still to be drawn."""
    publish_history(plant, history(scaled(CASES)))
    station = FakeStation(_STATION)
    build_unit(station, _UNIT)
    open_situation(station, _CASE, key=KEY)
    decide(station, _DECISION, _CASE, key=KEY)
    pattern = [
        bytes(one.envelope).replace(str(msgspec.json.decode(one.envelope)["at"]).encode(), _AT)
        for one in station.written
    ]
    with plant.database.write() as connection:
        first = head(connection, LOG) + 1
        rows = list(_rows(pattern, stations, first=first, now_us=plant.now_us()))
        append_rows(connection, event, rows)
        moved = counter.update().where(counter.c.name == LOG)
        connection.execute(moved.values(value=rows[-1][0]))


def _document(case: Case) -> Document:
    known = KnownCase(**{**structs.asdict(case), "is_imported": True})
    return Document(KnownCase.KIND, case.case, msgspec.json.encode(known))


def _rows(
    pattern: list[bytes], stations: list[str], *, first: int, now_us: int
) -> Iterator[tuple[Any, ...]]:
    count = scaled(DECISIONS)
    for number in range(count):
        where, unit = stations[number % len(stations)], f"M-{number:05d}"
        start = first + number * len(pattern)
        words = {
            **{
                f"{_STATION}-1-{index}": f"{where}-{_EPOCH}-{start + index - 1}"
                for index in range(1, len(pattern) + 1)
            },
            _STATION: where,
            _UNIT: unit,
            _CASE: case_of(number),
            _DECISION: decision_of(number),
            KEY: key_of(number),
            RESPONSES[0]: RESPONSES[number % len(RESPONSES)],
            '"epoch":1,': f'"epoch":{_EPOCH},',
        }
        at = now_us - (count - number) * 60_000_000
        for pos, raw in enumerate(pattern, start):
            named = raw.replace(_AT, str(at).encode())
            named = named.replace(f'"seq":{pos - start + 1},'.encode(), f'"seq":{pos},'.encode())
            for old, new in words.items():
                named = named.replace(old.encode(), new.encode())
            told = msgspec.json.decode(named)
            yield (
                pos, where, _EPOCH, pos, told["event_id"], told["kind"], at, at, unit, None,
                f"{pos:064x}", f"{pos - 1:064x}", named,
            )  # fmt: skip
