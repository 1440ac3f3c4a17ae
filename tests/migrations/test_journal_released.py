"""Every released station's journal opens, verifies, projects the same and takes new events."""

from __future__ import annotations

import shutil
from pathlib import Path

import apsw
import pytest

from app.domain.envelope import decode_envelope, head_message
from app.domain.errors import DuplicateResult, StorageFault
from app.domain.events import KINDS
from app.journal.export import export
from app.journal.schema import SCHEMA_VERSION
from app.journal.station_projections import ALL
from app.journal.verify import verify
from tests.helpers.journal_rig import make_store, note, open_store, tightening
from tests.migrations.released_journal import FIXTURES

#: What 0.1.0 drew; later projections are drawn when the journal is first opened.
THEN = {"unit", "fitted", "result", "blob_ref"}
RELEASED = sorted(FIXTURES.glob("journal-*.db"))


@pytest.fixture(params=RELEASED, ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return Path(shutil.copy(request.param, tmp_path / "journal.db"))


def _events(path: Path) -> int:
    found = verify(path, read_blob=lambda _: b"", head_message=head_message)
    assert found.is_ok, found
    return found.events


def test_there_is_a_journal_of_the_first_release_and_it_has_every_kind_of_then() -> None:
    first = FIXTURES / "journal-0.1.0.db"
    assert first in RELEASED
    kinds = {decode_envelope(raw).kind for raw in export(first)}
    assert len(kinds) == 27
    assert kinds <= set(KINDS)


def test_it_verifies_before_it_was_ever_opened_by_this_software(released: Path) -> None:
    before = released.read_bytes()
    assert _events(released) == 38
    assert released.read_bytes() == before


def test_it_opens_projects_the_same_and_goes_on(released: Path) -> None:
    db = apsw.Connection(str(released), flags=apsw.SQLITE_OPEN_READONLY)
    known = [projection for projection in ALL if projection.name in THEN]
    written = {projection.name: projection.digest(db) for projection in known}
    db.close()
    store = open_store(released, seed=99)
    with store.read() as now:
        assert {projection.name: projection.digest(now) for projection in known} == written
    assert store.rebuild_projections() == ()
    with pytest.raises(DuplicateResult):
        store.append((tightening("1"),))
    assert store.append((note(),)).first_seq == 3
    store.close()
    assert _events(released) == 39


def test_software_that_is_too_old_for_a_journal_says_so_and_leaves_it_alone(
    released: Path,
) -> None:
    open_store(released, seed=99).close()
    newer = apsw.Connection(str(released))
    newer.pragma("user_version", SCHEMA_VERSION + 7)
    newer.execute("UPDATE meta SET value = ? WHERE key = 'writable_from'", (SCHEMA_VERSION + 7,))
    newer.close()
    before = released.read_bytes()
    with pytest.raises(StorageFault, match="newer software wrote this journal") as refused:
        make_store(released).open()
    assert refused.value.reason == "too_new"
    assert released.read_bytes() == before


def test_a_newer_journal_that_this_software_may_write_is_written(released: Path) -> None:
    open_store(released, seed=99).close()
    newer = apsw.Connection(str(released))
    newer.pragma("user_version", SCHEMA_VERSION + 1)
    newer.close()
    store = open_store(released, seed=98)
    store.append((note(),))
    with store.read() as db:
        assert db.pragma("user_version") == SCHEMA_VERSION + 1
    store.close()
