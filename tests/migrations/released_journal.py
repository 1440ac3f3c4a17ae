"""Makes the journal of a release, with every kind of event: `python -m … VERSION`, once a release.

What it wrote for a version stays as it is for ever; it is never made again.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

from app.domain.events import KINDS, Body
from app.domain.readings import Reading, ReadingKind
from app.journal.documents import apply_documents
from app.journal.sync_state import move_feed_mark, move_push_mark
from app.ports.journal import NewEvent
from app.ports.sync import Document, FeedMark, PushMark, SignedHead
from sync.identity import Identity
from tests.helpers.journal_rig import (
    PERSON,
    STATION,
    FakeClock,
    completed,
    fitted,
    held,
    note,
    open_store,
    started,
    tightening,
)

if TYPE_CHECKING:
    from app.journal.store import JournalStore

FIXTURES = Path(__file__).parent / "fixtures"


def every_kind() -> list[NewEvent]:
    """One event of each kind, with all that its class requires and nothing else."""
    return [NewEvent(_sample(cls, number), PERSON) for number, cls in enumerate(KINDS.values())]


def _sample(cls: type[Body], number: int) -> Body:
    hints = get_type_hints(cls)
    required = [field.name for field in msgspec.structs.fields(cls) if field.required]
    return cls(**{name: _value(hints[name], name, number) for name in required})


def _value(hint: object, name: str, number: int) -> Any:
    if hint is Reading:
        received = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
        return Reading(
            kind=ReadingKind.GAP, source="T-99", result_id=f"r-{number}", received_at=received
        )
    if isinstance(hint, type) and issubclass(hint, Body):
        return _sample(hint, number)
    if name == "blob":
        return "ab" * 32
    samples: dict[object, Any] = {str: f"{name}-{number}", int: 1, bool: True}
    return samples.get(hint, {})


def make(path: Path) -> None:
    """A day of a station in small: units in every state, two epochs, documents, signed heads."""
    clock = FakeClock()
    store = open_store(path, clock=clock)
    store.append((started("U-1"), tightening("1"), tightening("2"), fitted("P-1", "S-1", "U-1")))
    store.append((completed("U-1"), started("U-2"), held("U-2"), started("U-3"), note("ä…")))
    for event in every_kind():
        clock.advance(1.5)
        store.append((event,))
    _sync(store)
    store.begin_epoch(2)
    store.append((note("after enrolling again"), tightening("3", unit="U-3")))
    store.close()


def _sync(store: JournalStore) -> None:
    signer, head = Identity(STATION, b"k" * 32), store.head
    signature = signer.sign_head(head.epoch, head.seq, head.hash)
    signed = SignedHead(head.epoch, head.seq, head.hash, signature, signer.public_key)
    with store.transaction() as db:
        move_push_mark(db, PushMark("g-1", head.epoch, head.seq), signed)
        apply_documents(db, [Document(7, "lot", "L-1", b'{"lot":"L-1","part":"P-1"}')])
        move_feed_mark(db, FeedMark("g-1", 7))
    store.saw_feed_up_to(7)


if __name__ == "__main__":
    make(FIXTURES / f"journal-{sys.argv[1]}.db")
