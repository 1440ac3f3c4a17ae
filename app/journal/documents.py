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
    """Replace or withdraw each by its kind and key, and note the blobs to fetch."""
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
        if document.kind == INSTRUCTION:
            for sha256 in _blobs_named(document.body):
                db.execute("INSERT OR IGNORE INTO blob_wanted VALUES (?)", (sha256,))


def forget_documents(db: apsw.Connection) -> None:
    """Before a snapshot takes their place."""
    db.execute("DELETE FROM document")


def _blobs_named(body: bytes) -> set[str]:
    try:
        named = msgspec.json.decode(body, type=_Pictured)
    except msgspec.MsgspecError:
        # Kept as received: whoever opens the instruction says what is wrong with it.
        _log.exception("an instruction in the feed cannot be read; its pictures are not fetched")
        return set()
    return {*named.blobs, *(step.picture for step in named.steps if step.picture)}
