"""Starting and stopping: settings, schema, secrets, and the command itself."""

from __future__ import annotations

import os
import signal
import socket
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import httpx
import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from app.cli import main
from app.domain.errors import InvalidInput
from server.db.engine import open_database
from server.db.migrate import migrate
from server.db.tables import metadata
from server.files import BlobFiles, secret_file, write_durably
from server.plant import open_plant
from server.settings import Settings, load_settings
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import server_process
from tests.helpers.plant_station import FakeStation

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["tests.helpers.plant_fixtures"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "missing required field `data`"),
        ("data = 7", "Expected `str`"),
        ('data = "d"\nporrt = 7', "unknown field `porrt`"),
        ('data = "d"\nreading = "some"', 'expected "local" or "everyone"'),
        ('data = "d"\ntimezone = "Mars/Base"', 'a name like "Europe/Berlin"'),
        ("data = ", "not valid TOML"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "server.toml"
    file.write_text(text)
    with pytest.raises(InvalidInput) as caught:
        load_settings(file)
    assert str(caught.value).startswith(f"{file}: ")
    assert said in str(caught.value)


def test_a_missing_settings_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="cannot be read"):
        load_settings(tmp_path / "none.toml")


def test_a_relative_data_folder_stands_beside_the_file(tmp_path: Path) -> None:
    file = tmp_path / "server.toml"
    file.write_text('data = "plant"\nport = 1\ntimezone = "Europe/Berlin"')
    settings = load_settings(file)
    assert (settings.data_dir, settings.port) == (tmp_path / "plant", 1)
    assert str(settings.zone()) == "Europe/Berlin"


@pytest.mark.parametrize("url", ["mysql://x/y", "nonsense", "sqlite:///x.db"])
def test_another_database_is_refused_in_words(tmp_path: Path, url: str) -> None:
    with pytest.raises(InvalidInput, match="postgresql://"):
        open_database(url, file=tmp_path / "x.db")


def test_the_migrations_make_exactly_the_tables_we_use(
    tmp_path: Path, database_url: str | None
) -> None:
    database = open_database(database_url, file=tmp_path / "plant.db")
    migrate(database)
    migrate(database)
    with database.read() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_the_embedded_database_is_durable_and_checked(tmp_path: Path) -> None:
    database = open_database(None, file=tmp_path / "plant.db")
    with database.read() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        }
        version = connection.execute(sa.select(sa.func.sqlite_version())).scalar_one()
    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert tuple(int(part) for part in version.split(".")) >= (3, 51, 3)
    database.close()


def test_a_writer_leaves_nothing_behind_when_it_fails(tmp_path: Path) -> None:
    database = open_database(None, file=tmp_path / "plant.db")
    migrate(database)
    counter = metadata.tables["counter"]
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        connection.execute(counter.insert().values(name="x", value=1 // 0))
    with database.read() as connection:
        assert connection.execute(sa.select(counter)).all() == []
    database.close()


def test_a_plant_keeps_its_identity_over_a_restart(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    first = open_plant(settings)
    token = first.tokens.challenge("ST-1")
    first.close()
    second = open_plant(settings)
    assert second.identity == first.identity
    assert second.admin_token == first.admin_token
    assert second.tokens.challenge("ST-1") != token
    second.close()
    for secret in ("plant.db", "plant.key", "token.key", "admin.token"):
        assert stat.S_IMODE((tmp_path / secret).stat().st_mode) == 0o600


def test_a_secret_is_made_once(tmp_path: Path) -> None:
    made = [b"one", b"two"]
    file = tmp_path / "secret"
    assert secret_file(file, lambda: made.pop(0)) == b"one"
    assert secret_file(file, lambda: made.pop(0)) == b"one"


def test_of_two_that_make_a_secret_at_once_both_read_the_same(tmp_path: Path) -> None:
    file = tmp_path / "secret"

    def make_late() -> bytes:
        assert secret_file(file, lambda: b"first") == b"first"
        return b"late"

    assert secret_file(file, make_late) == b"first"
    assert [one.name for one in tmp_path.iterdir()] == ["secret"]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_failed_write_leaves_the_old_content_and_no_litter(tmp_path: Path) -> None:
    file = tmp_path / "thing"
    write_durably(file, b"old")
    with pytest.raises(TypeError):
        write_durably(file, "not bytes")  # type: ignore[arg-type]
    assert file.read_bytes() == b"old"


def test_a_blob_half_written_by_a_crash_is_not_taken_for_one(tmp_path: Path) -> None:
    blobs = BlobFiles(tmp_path)
    sha256 = blobs.put(b"a picture")
    (tmp_path / sha256[:2] / f".{sha256}.0badf00d").write_bytes(b"a pic")
    assert blobs.get(sha256) == b"a picture"
    assert blobs.get("0" * 64) is None


# --- the command


def test_the_server_starts_says_where_and_stops_in_order(tmp_path: Path) -> None:
    with server_process("--data", str(tmp_path)) as (process, said):
        assert said["event"] == "listening"
        assert httpx.get(f"{said['url']}/v1/health", timeout=PATIENT_S).json()["ok"]
        body = {
            "code": said["enrolment_code"],
            "station": "ST-1",
            "public_key": FakeStation("ST-1").public_key,
        }
        assert httpx.post(f"{said['url']}/v1/enrol", json=body, timeout=PATIENT_S).is_success
        with httpx.stream("GET", f"{said['url']}/changes", timeout=PATIENT_S) as stream:
            assert next(stream.iter_lines()) == "event: hello"
            process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=PATIENT_S) == 0
        assert process.stderr is not None
        assert process.stderr.read() == ""
    with server_process("--data", str(tmp_path)) as (process, again):
        assert "enrolment_code" not in again
        assert again["generation"] == said["generation"]
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENT_S) == 0


#: A server that is told to stop while it starts.
_ASKED_EARLY = """
import signal, sys
from app.cli import main
from server.plant import Plant
Plant.start = lambda _plant: signal.raise_signal(signal.SIGTERM)
raise SystemExit(main(["server", "--port", "0", "--data", sys.argv[1]]))
"""


def test_a_signal_before_the_server_can_stop_is_not_forgotten(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ASKED_EARLY, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENT_S)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        words = ["server", "--data", str(tmp_path / "plant"), "--port", port]
        command = [sys.executable, "-m", "app.cli", *words]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=PATIENT_S
        )
    assert done.returncode == 1
    assert f"port {port}" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "plant").exists()


@pytest.mark.parametrize(
    ("words", "status", "says"),
    [
        (("--port", "70000"), 2, "port = 70000: expected 0 to 65535"),
        (("--database", "postgresql://127.0.0.1:1/plant"), 1, "the database cannot be used"),
        (("schema", "--to", "0002"), 2, "there is no plant in this folder"),
        (("backup",), 2, "there is no plant in this folder"),
    ],
)
def test_what_cannot_be_served_is_a_sentence(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    status: int,
    says: str,
) -> None:
    out = ("--out", str(tmp_path / "copy")) if "backup" in words else ()
    port = () if "--port" in words else ("--port", "0")
    assert main(["server", *words, "--data", str(tmp_path / "plant"), *out, *port]) == status
    assert says in capsys.readouterr().err
    assert not list(tmp_path.glob("copy*"))


@pytest.mark.parametrize("action", [("backup", "--out", "copy"), ("schema", "--to", "0002")])
def test_a_folder_that_cannot_be_looked_into_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], action: tuple[str, ...]
) -> None:
    assert main(["server", *action, "--data", str(tmp_path / ("x" * 300))]) == 1
    assert "do it as the user that the server runs as" in capsys.readouterr().err


def test_a_database_that_cannot_be_opened_is_not_said_to_be_served(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "plant.db").mkdir()
    assert main(["server", "schema", "--to", "0002", "--data", str(tmp_path)]) == 1
    assert "the database cannot be used: unable to open" in capsys.readouterr().err


@pytest.mark.parametrize("action", [(), ("schema", "--to", "0002"), ("backup", "--out", "copy")])
def test_a_damaged_database_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], action: tuple[str, ...]
) -> None:
    (tmp_path / "plant.db").write_bytes(b"no database " * 1_000)
    assert main(["server", *action, "--data", str(tmp_path), "--port", "0"]) == 1
    assert "the database cannot be used: file is not a database" in capsys.readouterr().err


def test_the_schema_is_not_taken_back_under_a_server(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    back = ["server", "schema", "--data", str(tmp_path), "--to", "0002"]
    with server_process("--data", str(tmp_path)) as (process, _):
        assert main(back) == 1
        assert "is being served; stop the server first" in capsys.readouterr().err
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENT_S) == 0
    assert main(back) == 0


def test_a_data_folder_that_cannot_be_is_named(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")
    words = ["server", "--port", "0", "--data", str(file / "plant")]
    command = [sys.executable, "-m", "app.cli", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=PATIENT_S)
    assert done.returncode == 2
    assert os.fspath(file) in done.stderr
    assert "Traceback" not in done.stderr
