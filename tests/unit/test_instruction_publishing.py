"""What is published: exact bytes, one revision, the pictures first."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

import httpx
import msgspec
import pytest

from app.authoring.instruction_folder import load
from app.commands import instructions as command
from app.domain.errors import InvalidInput, PlantFault
from app.domain.instructions import Instruction
from app.services.pictures import pictures_of

DEMO = Path(__file__).parents[2] / "resources" / "demo" / "gearbox-mount"
SERVER = "http://127.0.0.1:8700"


def arguments(*words: str) -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    command.add_parser(parser.add_subparsers(dest="command"))
    return parser.parse_args(["instructions", *words])


def copy(folder: Path, to: Path) -> Path:
    for source in folder.rglob("*"):
        if source.is_file():
            target = to / source.relative_to(folder)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(source.read_bytes())
    return to


def test_the_revision_is_the_hash_of_the_published_bytes() -> None:
    published = load(DEMO)
    assert published.revision == hashlib.sha256(published.content).hexdigest()
    assert msgspec.json.decode(published.content, type=Instruction) == published.instruction


def test_the_same_content_elsewhere_and_in_another_order_is_the_same_revision(
    tmp_path: Path,
) -> None:
    moved = copy(DEMO, tmp_path / "other-name")
    text = (moved / "instruction.yaml").read_text("utf-8")
    swapped = text.replace("{en: Bolt 1, de: Schraube 1}", "{de: Schraube 1, en: Bolt 1}")
    assert swapped != text
    (moved / "instruction.yaml").write_text("# a comment\n" + swapped, "utf-8")
    assert load(moved).content == load(DEMO).content


def test_a_changed_limit_or_picture_is_another_revision(tmp_path: Path) -> None:
    changed = copy(DEMO, tmp_path / "gearbox-mount")
    path = changed / "instruction.yaml"
    path.write_text(path.read_text("utf-8").replace("low: 23.50", "low: 23.5"), "utf-8")
    numbers = load(changed).revision
    picture = changed / "pictures" / "torque.svg"
    picture.write_text(picture.read_text("utf-8") + "\n", "utf-8")
    assert len({load(DEMO).revision, numbers, load(changed).revision}) == 3


def test_every_picture_of_the_instruction_is_a_blob_under_its_hash() -> None:
    published = load(DEMO)
    shown = {name for step in published.instruction.steps for name in pictures_of(step)}
    assert shown == set(published.blobs) == set(published.instruction.blobs)
    for digest, blob in published.blobs.items():
        assert hashlib.sha256(blob).hexdigest() == digest


def test_check_prints_steps_variants_and_revision(capsys: pytest.CaptureFixture[str]) -> None:
    assert command.run(arguments("check", str(DEMO))) == 0
    revision = load(DEMO).revision
    assert capsys.readouterr().out == f"ok: 12 steps, 2 variants, revision {revision}\n"


def test_check_prints_each_problem_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = copy(DEMO, tmp_path / "gearbox-mount")
    path = broken / "instruction.yaml"
    text = path.read_text("utf-8").replace("low: 23.50", "low: 30").replace("T-07", "", 1)
    path.write_text(text, "utf-8")
    assert command.run(arguments("check", str(broken))) == 1
    printed = capsys.readouterr().out.splitlines()
    line = next(n for n, row in enumerate(text.splitlines(), 1) if "low: 30" in row)
    assert (
        f"gearbox-mount/instruction.yaml:{line}: steps[8].torque.low: "
        "expected a number below high (26.50), got 30"
    ) in printed
    assert printed[-1] == "2 problems to put right"


def test_a_folder_that_is_not_there_is_wrong_input(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="no such folder"):
        command.run(arguments("check", str(tmp_path / "nowhere")))


def test_a_broken_folder_is_not_sent_anywhere(tmp_path: Path) -> None:
    (tmp_path / "instruction.yaml").write_text("id: x\n")
    assert command.run(arguments("publish", str(tmp_path), "--server", SERVER)) == 1


def test_the_address_of_the_server_must_be_one() -> None:
    with pytest.raises(InvalidInput, match="expected an address such as"):
        command.run(arguments("publish", str(DEMO), "--server", "plant-server"))


class Plant:
    """Keeps what it is sent; answers ``status`` to the path ``refused``."""

    def __init__(self, refused: str | None = None, status: int = 422, body: bytes = b"") -> None:
        self.requests: list[tuple[str, str, bytes]] = []
        self._refused = refused
        self._status = status
        self._body = body

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=SERVER, transport=httpx.MockTransport(self._answer))

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append((request.method, request.url.path, request.content))
        if request.url.path == self._refused:
            return httpx.Response(self._status, content=self._body)
        return httpx.Response(204)


def test_the_pictures_are_sent_before_the_instruction_that_needs_them() -> None:
    plant, published = Plant(), load(DEMO)
    with plant.client() as client:
        command.send(published, client)
    assert plant.requests[-1] == ("POST", "/v1/instructions", published.content)
    sent = {(path, content) for method, path, content in plant.requests[:-1] if method == "PUT"}
    assert sent == {(f"/v1/blobs/{digest}", blob) for digest, blob in published.blobs.items()}


@pytest.mark.parametrize(
    ("status", "body", "says"),
    [
        (
            422,
            b'{"detail": "blob 12ab is missing"}',
            "refused /v1/instructions: blob 12ab is miss",
        ),
        (403, b'{"title": "Only from this machine"}', "Only from this machine"),
        (500, b"<html>", "500 Internal Server Error"),
        (502, b'["no"]', "502 Bad Gateway"),
    ],
)
def test_a_refusal_is_told_in_the_servers_words(status: int, body: bytes, says: str) -> None:
    plant = Plant("/v1/instructions", status, body)
    with plant.client() as client, pytest.raises(PlantFault) as refused:
        command.send(load(DEMO), client)
    assert says in str(refused.value)


def test_after_a_refused_picture_nothing_more_is_sent() -> None:
    published = load(DEMO)
    first = next(iter(published.blobs))
    plant = Plant(f"/v1/blobs/{first}", 507)
    with plant.client() as client, pytest.raises(PlantFault, match="507"):
        command.send(published, client)
    assert len(plant.requests) == 1


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (httpx.ConnectError("refused"), "cannot be reached (refused). Is it running?"),
        (httpx.ReadTimeout("slow"), "did not answer within 30 s. Try again."),
    ],
)
def test_a_server_that_is_away_is_told_in_a_sentence(fault: httpx.HTTPError, says: str) -> None:
    def fail(_: httpx.Request) -> httpx.Response:
        raise fault

    transport = httpx.MockTransport(fail)
    with (
        httpx.Client(base_url=SERVER, transport=transport) as client,
        pytest.raises(PlantFault) as away,
    ):
        command.send(load(DEMO), client)
    assert says in str(away.value)
    assert SERVER in str(away.value)
