"""What the product ships with may be passed on, and its licences go along."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

import pytest

from installer.licences import LIST, licence_of, shipped, write_licences

#: LGPL and MPL are fine: their parts stay replaceable in the bundle's folder.
ALLOWED = re.compile(
    r"LGPL|Lesser|MIT|BSD|Apache|MPL|ISC|PSF|zlib|any-OSI"
    r"|to anyone to use this software for any purpose",  # zlib's own words
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", sorted(shipped()))
def test_a_shipped_dependency_may_be_passed_on(name: str) -> None:
    licence = licence_of(distribution(name))
    assert ALLOWED.search(licence), f"{name}: {licence[:120]!r}"


def test_each_shipped_dependency_brings_its_licence_along(tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    write_licences(folder)
    named = {line.partition(" ")[0] for line in (folder / LIST).read_text("utf-8").splitlines()}
    assert named == set(shipped()) - {"asbuilt"}
    assert [name for name in named if not any((folder / name).iterdir())] == []
    assert "LESSER GENERAL PUBLIC LICENSE" in "".join(
        text.read_text("utf-8") for text in (folder / "pyside6-essentials").iterdir()
    )
