"""Damaged files: found and named, or harmless; never taken for a whole journal."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest

from app.domain.envelope import head_message
from app.domain.errors import StorageFault
from app.journal import schema
from app.journal.journal import SqliteJournal
from app.journal.verify import Verdict, verify
from tests.helpers.effort import effort
from tests.helpers.journal_rig import make_store, note, open_store, started, tightening

EVENTS = 60
PAGE = 4096


def _check(path: Path) -> Verdict:
    return verify(path, read_blob=lambda _: None, head_message=head_message)


def _fill(path: Path) -> None:
    store = open_store(path)
    for number in range(EVENTS // 3):
        serial = f"U-{number}"
        store.append((started(serial), tightening(str(number), unit=serial), note("x" * 300)))
    shutil.copytree(path.parent, path.parent.with_name("running"))
    store.close()


@pytest.fixture(scope="module")
def closed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal after its station was stopped; beside it `running`, one whose station died."""
    path = tmp_path_factory.mktemp("damage") / "closed" / "j.db"
    path.parent.mkdir()
    _fill(path)
    return path


def _fresh_copy(source: Path, target: Path) -> Path:
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("*-shm", "*.lock"))
    return target / "j.db"


def _flip(path: Path, chance: random.Random, bits: int) -> None:
    content = bytearray(path.read_bytes())
    for _ in range(bits):
        content[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


def _is_refused(path: Path) -> bool:
    """Whether opening says that the file is damaged; anything but that or success is a bug."""
    store = make_store(path, seed=99)
    try:
        store.open()
    except StorageFault as fault:
        return fault.reason in ("damaged", "not_ours", "too_new", "io")
    store.close()
    return False


@pytest.mark.parametrize("seed", range(effort(40, 2_000)))
def test_flipped_bits_in_the_file_are_named_or_harmless(
    closed: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    path = _fresh_copy(closed.parent, tmp_path / "copy")
    before = _check(path)
    _flip(path, chance, chance.choice((1, 8, 200)))
    found = _found(path)
    # A bit in a free place of a page is nobody's; every other one is found.
    assert found == before or not found.is_ok
    if _is_refused(path):
        assert path.is_file()


def _found(path: Path) -> Verdict:
    try:
        return _check(path)
    except StorageFault as fault:
        return Verdict(0, None, (str(fault),))


@pytest.mark.parametrize("seed", range(effort(15, 500)))
def test_a_lost_page_is_refused_at_opening_or_named_by_the_check(
    closed: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    path = _fresh_copy(closed.parent, tmp_path / "copy")
    content = bytearray(path.read_bytes())
    start = chance.randrange(1, len(content) // PAGE) * PAGE
    content[start : start + PAGE] = chance.choice((bytes(PAGE), b"\xff" * PAGE))
    path.write_bytes(content)
    assert not _found(path).is_ok
    _is_refused(path)
    assert path.read_bytes()[start : start + PAGE] == content[start : start + PAGE]


@pytest.mark.parametrize("seed", range(effort(30, 2_000)))
def test_a_damaged_or_cut_log_leaves_a_whole_chain_up_to_there(
    closed: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 (repeatable)
    path = _fresh_copy(closed.parent.with_name("running"), tmp_path / "copy")
    wal = path.with_name("j.db-wal")
    size = wal.stat().st_size
    assert size > 100 * PAGE
    if chance.random() < 0.5:
        _flip(wal, chance, chance.choice((1, 20)))
    else:
        with wal.open("r+b") as file:
            file.truncate(chance.randrange(size))
    if _is_refused(path):
        pytest.fail(f"seed {seed}: a log that ends early is no damage to the journal")
    found = _check(path)
    assert found.is_ok
    assert found.events <= EVENTS
    assert found.events % 3 == 0  # whole appends only


def test_a_broken_chain_at_the_end_is_refused_at_opening(closed: Path, tmp_path: Path) -> None:
    path = _fresh_copy(closed.parent, tmp_path / "copy")
    content = path.read_bytes()
    assert content.count(b'"result_id":"19"') == 1
    path.write_bytes(content.replace(b'"result_id":"19"', b'"result_id":"18"'))
    with pytest.raises(StorageFault, match="chain of the newest events is broken") as fault:
        make_store(path).open()
    assert fault.value.reason == "damaged"


async def test_a_long_journal_is_checked_beside_the_work_and_closed_when_damaged(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "PAGES_CHECKED_AT_START", 0)
    path = _fresh_copy(closed.parent, tmp_path / "copy")
    good = SqliteJournal(make_store(path, seed=5))
    await good.open()
    await good.check()
    await good.append(note())
    await good.close()
    content = bytearray(path.read_bytes())
    middle = len(content) // PAGE // 2 * PAGE
    content[middle : middle + PAGE] = b"\xff" * PAGE
    path.write_bytes(content)
    journal = SqliteJournal(make_store(path, seed=6))
    await journal.open()
    await journal.check()
    with pytest.raises(StorageFault, match="set it aside") as fault:
        await journal.append(note())
    assert fault.value.reason == "damaged"
    with pytest.raises(StorageFault, match="set it aside"):
        await journal.reopen()
    await journal.close()
