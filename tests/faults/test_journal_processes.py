"""Real processes: killed at any moment, started twice, and short of disk."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import StorageFault
from tests.helpers.effort import effort
from tests.helpers.journal_rig import make_store, note

ROOT = Path(__file__).parents[2]
KILLS = effort(12, 60)
_COMMAND = """
import argparse, sys
from app.commands import journal
parser = argparse.ArgumentParser()
journal.add_parser(parser.add_subparsers())
args = parser.parse_args()
sys.exit(args.run(args))
"""
_ON_A_SMALL_DISK = """
import resource
resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, 2_000_000))
"""


#: Root may write everywhere: become somebody who may not, once all is imported.
_AS_A_GUEST = """
import os, sys, tempfile
from pathlib import Path
from app.journal.verify import verify
from app.domain.envelope import head_message
import nacl.signing
if os.geteuid() == 0:
    os.setgid(65534)
    os.setuid(65534)
path = Path(sys.argv[1])
try:
    (path.parent / "probe").touch()
except OSError:
    found = verify(path, read_blob=lambda _: None, head_message=head_message)
    print(found.is_ok, found.events, sorted(os.listdir(path.parent)))
"""


def _command(*words: str, before: str = "") -> list[str]:
    return [sys.executable, "-c", before + _COMMAND, "journal", *words]


def _run(*words: str, stdin: str = "", before: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(*words, before=before),
        input=stdin,
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )


def _verdict(path: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(_run("verify", str(path)).stdout)
    return answer


def test_every_printed_number_survives_kill_9(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    chance = random.Random(21)  # noqa: S311 (repeatable)
    last = 0
    lines = b'{"text":"killed soon"}\n' * 3000
    for _ in range(KILLS):
        with subprocess.Popen(
            _command("append", str(path), "--kind", "note.written"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            cwd=ROOT,
        ) as process:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(lines[: 23 * 2000])
            process.stdin.flush()
            for _ in range(chance.randrange(1, 150)):
                last = json.loads(process.stdout.readline())["seq"]
            process.kill()
            rest = process.stdout.read()
            process.stdin.close()
        printed = [json.loads(line)["seq"] for line in rest.split(b"\n")[:-1]]
        last = printed[-1] if printed else last
        found = _verdict(path)
        assert found["ok"]
        assert found["events"] >= last
    assert last > KILLS


def test_a_second_process_is_refused_while_the_first_writes(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    with subprocess.Popen(
        _command("append", str(path), "--kind", "note.written"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write(b'{"text":"a"}\n')
        first.stdin.flush()
        assert json.loads(first.stdout.readline()) == {"seq": 1}
        with pytest.raises(StorageFault, match=rf"another process \({first.pid}\)"):
            make_store(path).open()
        second = _run("append", str(path), "--kind", "note.written", stdin='{"text":"b"}\n')
        assert (second.returncode, second.stdout) == (1, "")
        assert "only one station may write it" in second.stderr
        assert _verdict(path)["events"] == 1
        first.stdin.close()


def test_a_disk_that_fills_up_loses_nothing_that_was_printed(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    stdin = json.dumps({"text": "x" * 2000}) + "\n"
    full = _run(
        "append", str(path), "--kind", "note.written", stdin=stdin * 400, before=_ON_A_SMALL_DISK
    )
    assert full.returncode == 1
    assert "cannot be written: the disk" in full.stderr
    printed = len(full.stdout.splitlines())
    assert 10 < printed < 400
    found = _verdict(path)
    assert found["ok"]
    assert found["events"] >= printed
    more = _run("append", str(path), "--kind", "note.written", stdin=stdin)
    assert json.loads(more.stdout)["seq"] == found["events"] + 1


@pytest.mark.skipif(os.name != "posix", reason="folders cannot be made read-only like this")
@pytest.mark.parametrize("with_wal", [True, False])
def test_a_journal_in_a_folder_nobody_may_write_is_verified_whole(with_wal: bool) -> None:
    with tempfile.TemporaryDirectory() as name:  # pytest's own folders are closed to others
        folder = Path(name)
        store = make_store(folder / "written" / "j.db")
        store.open()
        store.append((note(), note()))
        frozen = folder / "frozen"
        if with_wal:
            shutil.copytree(folder / "written", frozen, ignore=shutil.ignore_patterns("*-shm"))
            store.close()
        else:
            store.close()
            shutil.copytree(folder / "written", frozen)
        folder.chmod(0o755)
        for file in frozen.iterdir():  # a journal is its owner's until they let others read it
            file.chmod(0o644)
        frozen.chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", _AS_A_GUEST, str(frozen / "j.db")],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        frozen.chmod(0o755)
    names = ["j.db", "j.db-wal", "j.db.lock"] if with_wal else ["j.db", "j.db.lock"]
    assert done.stdout == f"True 2 {names}\n", done.stderr


def test_wrong_input_gives_a_sentence_and_code_2(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    kind = _run("append", str(path), "--kind", "note.sung")
    assert kind.returncode == 2
    assert "--kind note.sung is not known" in kind.stderr
    body = _run(
        "append", str(path), "--kind", "note.written", stdin='{"text":"a"}\n\n{"text":1}\n'
    )
    assert body.returncode == 2
    assert body.stdout == '{"seq":1}\n'
    assert "line 3 of the input" in body.stderr
    for action in ("verify", "export", "rebuild"):
        nothing = _run(action, str(tmp_path / "none.db"))
        assert nothing.returncode == 2
        assert "there is no journal here" in nothing.stderr


def test_export_and_rebuild_speak_of_the_same_events(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    _run("append", str(path), "--kind", "note.written", stdin='{"text":"a"}\n{"text":"b"}\n')
    lines = _run("export", str(path), "--since", "1").stdout.splitlines()
    assert [json.loads(line)["body"] for line in lines] == [{"text": "b"}]
    assert json.loads(_run("rebuild", str(path)).stdout) == {"equal": True, "differing": []}


def test_a_damaged_file_fails_the_check_with_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "j.db"
    path.write_bytes(b"\x00\x01" * 4000)
    found = _run("verify", str(path))
    assert found.returncode == 1
    assert json.loads(found.stdout)["ok"] is False
    assert "set it aside" in found.stderr


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody else"
)
def test_a_journal_that_somebody_may_not_read_is_a_sentence() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = make_store(folder / "theirs" / "j.db")
        store.open()
        store.close()
        folder.chmod(0o755)
        (folder / "theirs").chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", _AS_A_GUEST, str(folder / "theirs" / "j.db")],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        (folder / "theirs").chmod(0o755)
    assert "cannot be read: Permission denied; read it as the user it belongs to" in done.stderr


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() != 0, reason="only root can become somebody else"
)
def test_a_read_only_journal_that_has_no_room_for_its_copy_says_where_it_needs_it() -> None:
    no_room = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        store = make_store(folder / "frozen" / "j.db")
        store.open()
        store.close()
        for one in (folder / "frozen").iterdir():
            one.chmod(0o444)
        folder.chmod(0o755)
        (folder / "frozen").chmod(0o555)
        done = subprocess.run(
            [sys.executable, "-c", no_room + _AS_A_GUEST, str(folder / "frozen" / "j.db")],
            capture_output=True,
            text=True,
            cwd=ROOT,
            check=False,
        )
        (folder / "frozen").chmod(0o755)
    assert "has room for a copy of it, or set TMPDIR to where there is" in done.stderr
