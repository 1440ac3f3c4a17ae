"""The commands that ask the server say plainly when it is away or refuses."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from app.cli import main

REFUSAL = (
    b'{"title": "Not imported", "detail": "2 rows are wrong; nothing was imported.",'
    b' "errors": [{"row": 3, "field": "quantity", "message": "expected a number, got \'x\'"}]}'
)


class Refusing(BaseHTTPRequestHandler):
    """Answers everything with no."""

    seen: ClassVar[list[tuple[str, str | None]]] = []

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.seen.append((self.path, self.headers.get("Authorization")))
        self.send_response(422)
        self.send_header("Content-Type", "application/problem+json")
        self.end_headers()
        self.wfile.write(REFUSAL)

    def do_GET(self) -> None:
        self.send_response(502)
        self.end_headers()
        self.wfile.write(b"<html>proxy</html>")

    def log_message(self, *_args: object) -> None:
        return


class Answering(Refusing):
    """Answers each question with its path."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.path.encode())


@pytest.fixture
def server() -> Iterator[str]:
    Refusing.seen.clear()
    yield from serving(Refusing)


@pytest.fixture
def willing() -> Iterator[str]:
    yield from serving(Answering)


def serving(handler: type[Refusing]) -> Iterator[str]:
    http = HTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=http.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{http.server_port}"
    http.shutdown()
    thread.join()
    http.server_close()


def test_a_server_that_is_away_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        assert main(["unit", "0418-77231", "--server", url]) == 1
    assert "cannot be reached" in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed", ["plant", "ftp://plant:8700", "http://", "http://plant:87000", "http://wérk..plant"]
)
@pytest.mark.parametrize(
    "words",
    [
        ("unit", "U-1"),
        ("person", "list"),
        ("memory", "search", "torque"),
        ("enrol", "--code", "C", "--config", "station.toml"),
        ("instructions", "publish", "resources/demo/start-of-shift"),
    ],
)
def test_what_is_no_address_is_a_wrong_input(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], typed: str
) -> None:
    assert main([*words, "--server", typed]) == 2
    assert f"--server: expected an address such as http://127.0.0.1:8700, got '{typed}'" in (
        capsys.readouterr().err
    )


def test_each_wrong_row_is_named(
    tmp_path: Path, server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    orders = tmp_path / "orders.csv"
    orders.write_text("order,product\n")
    assert main(["orders", "import", str(orders), "--server", server]) == 1
    said = capsys.readouterr().err
    assert "nothing was imported" in said
    assert "row 3, quantity: expected a number, got 'x'" in said
    assert Refusing.seen == [("/v1/orders/import?format=csv", None)]


def test_the_administrator_s_token_goes_along(
    tmp_path: Path, server: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ASBUILT_TOKEN", "secret")
    orders = tmp_path / "orders.xml"
    orders.write_text("<x/>")
    main(["orders", "import", str(orders), "--server", server])
    assert Refusing.seen == [("/v1/orders/import?format=b2mml", "Bearer secret")]


def test_a_proxy_s_page_is_not_taken_for_an_answer(
    server: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["where-used", "H-2210", "--server", server]) == 1
    assert "502" in capsys.readouterr().err


def test_a_person_has_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--server", "http://127.0.0.1:1", "--name", "Operator 417", "--role", "operator"]
    assert main(["person", "set", " ", *words]) == 2
    assert "Give the person's number" in capsys.readouterr().err


def test_a_file_that_is_not_there_is_a_wrong_input(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["orders", "import", "/no/such.csv", "--server", "http://127.0.0.1:1"]) == 2
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [("unit", "U-1", "--pdf"), ("unit", "U-1", "--record"), ("orders", "confirm", "O", "--out")],
)
def test_a_file_that_cannot_be_written_is_a_wrong_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], willing: str, words: tuple[str, ...]
) -> None:
    assert main([*words, str(tmp_path / "nowhere" / "file"), "--server", willing]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_every_file_that_was_asked_for_is_written_and_what_is_verified_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], willing: str
) -> None:
    wanted = {"pdf": "record.pdf", "epcis": "epcis.json", "record": "record.json"}
    words = [word for name in wanted for word in (f"--{name}", str(tmp_path / name))]
    assert main(["unit", "U-1", "--server", willing, *words, "--verify"]) == 1
    kept = {name: (tmp_path / name).read_text() for name in wanted}
    assert kept == {name: f"/v1/units/U-1/{file}" for name, file in wanted.items()}
    assert "This is no signed record" in capsys.readouterr().out
