"""``asbuilt person``: what an administrator says about people, against a real server."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

import httpx
import msgspec
import pytest
from argon2 import PasswordHasher

from app.cli import main
from app.domain.plant import Person
from tests.helpers.patience import PATIENT_S
from tests.helpers.plant_rig import server_process

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("plant")
    with server_process("--data", str(folder), "--port", "0") as (_, ready):
        yield ready["url"]


def known(server: str) -> dict[str, Person]:
    found = httpx.get(f"{server}/v1/documents/person", timeout=PATIENT_S).json()
    return {one["key"]: msgspec.convert(one["body"], Person) for one in found}


def says(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(lines) + "\n"))


def test_a_person_is_added_changed_and_let_go(
    server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["person", "set", "417", "--server", server]
    assert main([*words, "--skill", "torque=2027-06-30"]) == 2
    assert "give --name and --role" in capsys.readouterr().err
    says(monkeypatch, "BADGE-417-K7QX", "4170")
    new = ["--name", "Operator 417", "--role", "operator", "--skill", "torque=2027-06-30"]
    assert main([*words, *new, "--badge", "--pin"]) == 0
    assert "4170" not in capsys.readouterr().out
    person = known(server)["417"]
    assert person.badge == hashlib.sha256(b"417-K7QX").hexdigest()
    assert person.pin is not None
    assert PasswordHasher().verify(person.pin, "4170")
    assert main([*words, "--right", "train", "--left", "--language", "pl"]) == 0
    changed = known(server)["417"]
    assert (changed.rights, changed.is_active, changed.languages) == (("train",), False, ("pl",))
    assert (changed.badge, changed.pin, changed.skills) == (
        person.badge, person.pin, person.skills,
    )  # fmt: skip
    capsys.readouterr()
    assert main(["person", "list", "--server", server]) == 0
    assert "417  Operator 417  operator  torque=2027-06-30  -  left" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("given", "says_why"),
    [
        (("--badge", "P:HS-200"), "no badge of the plant"),
        (("--badge", "BADGE-900-XYZ"), "This badge is Lead 900's"),
        (("--pin", "12"), "A PIN has 4 to 6 digits."),
        (("--password", "short"), "A password has 10 to 200 characters"),
        (("--skill=torque", ""), "such as torque=2027-06-30"),
    ],
)
def test_a_mistake_changes_nobody(
    server: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    given: tuple[str, str],
    says_why: str,
) -> None:
    says(monkeypatch, "BADGE-900-XYZ")
    lead = ["--name", "Lead 900", "--role", "lead", "--badge"]
    assert main(["person", "set", "900", "--server", server, *lead]) == 0
    word, line = given
    says(monkeypatch, line)
    new = ["--name", "Operator 901", "--role", "operator"]
    assert main(["person", "set", "901", "--server", server, *new, word]) == 2
    assert says_why in capsys.readouterr().err
    assert "901" not in known(server)


def test_a_password_opens_the_pages_and_is_no_part_of_the_document(
    server: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["person", "set", "31", "--server", server]
    says(monkeypatch, "four plain words here")
    new = ["--name", "Quality 31", "--role", "quality", "--password"]
    assert main([*words, *new]) == 0
    assert "four plain" not in capsys.readouterr().out
    assert known(server)["31"] == Person(person="31", name="Quality 31", role="quality")
    assert main([*words, "--no-password"]) == 0
    assert main([*words, "--no-password"]) != 0
    assert "31 has no password" in capsys.readouterr().err
