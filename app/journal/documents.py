"""The plant's reference documents as kept beside the events."""

from __future__ import annotations

import hashlib
import logging
from typing import TYPE_CHECKING, cast

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable

    import apsw

    from app.ports.sync import Document

INSTRUCTION = "instruction"
_log = logging.getLogger(__name__)


class _Step(Struct):
    picture: str | None = None


class _Pictured(Struct):
    """As much of an instruction as names blobs."""

    blobs: tuple[str, ...] = ()
    steps: tuple[_Step, ...] = ()


def body_of(db: apsw.Connection, kind: str, key: str) -> bytes | None:
    """The document as received."""
    body = db.execute("SELECT body FROM document WHERE kind = ? AND key = ?", (kind, key)).get
    return cast("bytes | None", body)


def position_of(db: apsw.Connection, kind: str, key: str) -> int | None:
    """Where in the feed the current document stood."""
    pos = db.execute("SELECT pos FROM document WHERE kind = ? AND key = ?", (kind, key)).get
    return None if pos is None else int(pos)


def bodies_of(db: apsw.Connection, kind: str) -> list[bytes]:
    """All of a kind, in key order."""
    rows = db.execute("SELECT body FROM document WHERE kind = ? ORDER BY key", (kind,))
    return [cast("bytes", body) for (body,) in rows]


def instruction_bytes(db: apsw.Connection, revision: str) -> bytes | None:
    """The published bytes; None also when they are not those the revision names."""
    body = body_of(db, INSTRUCTION, revision)
    if body is not None and hashlib.sha256(body).hexdigest() != revision:
        _log.error("instruction revision=%s is damaged: its bytes do not match", revision)
        return None
    return body


def apply_documents(db: apsw.Connection, documents: Iterable[Document]) -> None:
    """Replace or withdraw each by its kind and key, and note the blobs to fetch.

    Also of kinds that this release does not know: the next one may.
    """
    for document in documents:
        if document.body is None:
            db.execute(
                "DELETE FROM document WHERE kind = ? AND key = ?", (document.kind, document.key)
            )
            continue
        db.execute(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?)",
            (document.kind, document.key, document.pos, document.body),
        )
        _want_blobs(db, document)


def forget_documents(db: apsw.Connection) -> None:
    """Before a snapshot takes their place."""
    db.execute("DELETE FROM document")


def begin_arriving(db: apsw.Connection) -> None:
    """Room beside the documents, there only while a snapshot arrives in pages."""
    forget_arriving(db)
    db.execute(
        "CREATE TABLE document_arriving (kind TEXT NOT NULL, key TEXT NOT NULL, "
        "pos INTEGER NOT NULL, body BLOB NOT NULL) STRICT"
    )


def forget_arriving(db: apsw.Connection) -> None:
    """No snapshot is on its way any more."""
    db.execute("DROP TABLE IF EXISTS document_arriving")


def keep_arriving(db: apsw.Connection, documents: Iterable[Document]) -> None:
    """A page more; the pictures of its instructions may be fetched meanwhile."""
    for document in documents:
        if document.body is not None:
            db.execute(
                "INSERT INTO document_arriving VALUES (?, ?, ?, ?)",
                (document.kind, document.key, document.pos, document.body),
            )
            _want_blobs(db, document)


def take_arriving(db: apsw.Connection) -> None:
    """What arrived takes the place of all documents."""
    forget_documents(db)
    db.execute("INSERT OR REPLACE INTO document SELECT * FROM document_arriving ORDER BY 1, 2, 3")
    forget_arriving(db)


def _want_blobs(db: apsw.Connection, document: Document) -> None:
    if document.kind == INSTRUCTION and document.body is not None:
        for sha256 in _blobs_named(document.body):
            db.execute("INSERT OR IGNORE INTO blob_wanted VALUES (?)", (sha256,))


def _blobs_named(body: bytes) -> set[str]:
    try:
        named = msgspec.json.decode(body, type=_Pictured)
    except msgspec.MsgspecError:
        # Kept as received: whoever opens the instruction says what is wrong with it.
        _log.exception("an instruction in the feed cannot be read; its pictures are not fetched")
        return set()
    return {*named.blobs, *(step.picture for step in named.steps if step.picture)}
