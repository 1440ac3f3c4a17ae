"""History comes into the memory, and goes out of it again.

Imported cases are documents of the feed: that is where they are kept, and how stations get them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct, structs

from app.domain.memory_documents import KnownCase
from memory.import_rows import ImportFileError, RowError
from memory.importing import read_json_lines, write_json_lines
from server.log.feed import Document, current_many
from server.memory.telling import publish_news
from server.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import sqlalchemy as sa

    from memory.records import Case
    from server.db.engine import Database

#: Of one request; the command sends a longer file in parts.
MOST_BYTES = 20_000_000
#: So many in a transaction: whoever pushes meanwhile does not wait long.
_AT_ONCE = 500
_IN_A_PIECE = 1_000


class ImportDone(Struct, frozen=True, kw_only=True):
    """What an import did; of the bad rows the first are named.

    ``own`` are cases that this plant's stations recorded: they stand as they are.
    """

    rows: int
    told: int
    unchanged: int
    own: int
    bad_rows: int
    errors: tuple[RowError, ...] = ()
    ignored: tuple[str, ...] = ()


def import_cases(database: Database, content: bytes, *, now_us: int) -> ImportDone:
    """Keep the cases of JSON lines; a row that is none is named, the others go on.

    Raises:
        Problem: it cannot be read at all.
    """
    try:
        read = read_json_lines(content)
    except ImportFileError as error:
        raise Problem(422, "import_file", f"Nothing was imported: {error}") from error
    told = own = 0
    for start in range(0, len(read.cases), _AT_ONCE):
        part = read.cases[start : start + _AT_ONCE]
        with database.write() as connection:
            known = _own(connection, part)
            own += len(known)
            documents = [_document(case) for case in part if case.case not in known]
            told += publish_news(connection, documents, now_us=now_us)
    return ImportDone(
        rows=read.rows,
        told=told,
        unchanged=len(read.cases) - told - own,
        own=own,
        bad_rows=read.bad_rows,
        errors=read.errors,
        ignored=read.ignored,
    )


def exported(cases: Sequence[Case]) -> Iterator[bytes]:
    """As JSON lines; not line by line, for each piece of an answer changes threads."""
    for start in range(0, len(cases), _IN_A_PIECE):
        yield b"".join(write_json_lines(cases[start : start + _IN_A_PIECE]))


def _own(connection: sa.Connection, cases: Sequence[Case]) -> set[str]:
    """Those of the plant itself: no file speaks for them."""
    bodies = current_many(connection, KnownCase.KIND, [case.case for case in cases])
    known = (msgspec.json.decode(body, type=KnownCase) for body in bodies.values())
    return {case.case for case in known if not case.is_imported}


def _document(case: Case) -> Document:
    known = KnownCase(**{**structs.asdict(case), "is_imported": True})
    return Document(KnownCase.KIND, case.case, msgspec.json.encode(known))
