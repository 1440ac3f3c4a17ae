"""What the product ships with may be passed on: no dependency is under the GPL alone."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, distribution

import pytest
from packaging.requirements import Requirement

EXTRAS = ("station", "server")
#: LGPL and MPL are fine: their parts stay replaceable in the bundle's folder.
ALLOWED = re.compile(
    r"LGPL|Lesser|MIT|BSD|Apache|MPL|ISC|PSF|zlib|any-OSI"
    r"|to anyone to use this software for any purpose",  # zlib's own words
    re.IGNORECASE,
)


def shipped() -> dict[str, Distribution]:
    """Every distribution that station or server need, by name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(f"asbuilt[{','.join(EXTRAS)}]")]
    while waiting:
        wanted = waiting.pop()
        package = distribution(wanted.name)
        found[wanted.name.lower()] = package
        for line in package.requires or ():
            need = Requirement(line)
            is_new = need.name.lower() not in found or bool(need.extras)
            if is_new and _applies(need, wanted.extras or {""}):
                waiting.append(need)
                found.setdefault(need.name.lower(), package)
    return found


def _applies(need: Requirement, extras: set[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": e}) for e in extras)


def licence_of(package: Distribution) -> str:
    """What its metadata says, else the opening of its licence file."""
    said: list[str] = []
    for key in ("License-Expression", "License", "Classifier"):
        said += package.metadata.get_all(key) or []
    said = [words for words in said if not words.startswith(("Programming", "Topic"))]
    texts = [f for f in package.files or () if "licen" in str(f).lower() and f.suffix != ".py"]
    return " ".join([*said, *(text.read_text()[:600] for text in texts[:1])])


@pytest.mark.parametrize("name", sorted(shipped()))
def test_a_shipped_dependency_may_be_passed_on(name: str) -> None:
    licence = licence_of(distribution(name))
    assert ALLOWED.search(licence), f"{name}: {licence[:120]!r}"
