"""The licences of everything the product ships with: a list, and each package's own texts."""

from __future__ import annotations

import shutil
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement

EXTRAS = ("station", "server")
LIST = "LIST.txt"
#: A sample font of ReportLab's under the GPL, which no page uses.
NOT_SHIPPED = "DarkGarden"
#: How packages name such a file, in capitals or not.
_NAMES = ("licen", "copying", "notice", "authors")
#: Some packages write the whole licence where its name belongs.
_LONGEST_NAME = 100
#: PySide6 and Shiboken bring no text of their own.
_TEXTS_FROM = {"pyside6-essentials": "psycopg", "shiboken6": "psycopg"}


def shipped() -> dict[str, Distribution]:
    """Every distribution that station or server need, by name."""
    found: dict[str, Distribution] = {}
    waiting = [Requirement(f"asbuilt[{','.join(EXTRAS)}]")]
    while waiting:
        wanted = waiting.pop()
        package = distribution(wanted.name)
        found[_usual(wanted.name)] = package
        for line in package.requires or ():
            need = Requirement(line)
            is_new = _usual(need.name) not in found or bool(need.extras)
            if is_new and _applies(need, wanted.extras or {""}):
                waiting.append(need)
                found.setdefault(_usual(need.name), package)
    return found


def licence_of(package: Distribution) -> str:
    """What its metadata says, else the opening of its licence file."""
    said: list[str] = []
    for key in ("License-Expression", "License", "Classifier"):
        said += package.metadata.get_all(key) or []
    said = [words for words in said if not words.startswith(("Programming", "Topic"))]
    texts = [f for f in package.files or () if "licen" in str(f).lower() and f.suffix != ".py"]
    return " ".join([*said, *(text.read_text()[:600] for text in texts[:1])])


def texts_of(package: Distribution) -> list[Path]:
    """Its licences and notices, as files."""
    kept = (one for one in package.files or () if any(n in str(one).lower() for n in _NAMES))
    files = (Path(str(one.locate())) for one in kept if one.suffix not in {".py", ".pyc"})
    return [file for file in files if file.is_file() and NOT_SHIPPED not in file.name]


def write_licences(folder: Path) -> None:
    """Fill ``folder`` with the list and a folder of texts for each package; it is made anew."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    packages = {name: one for name, one in shipped().items() if name != "asbuilt"}
    lines = []
    for name, package in sorted(packages.items()):
        source = _TEXTS_FROM.get(name, name)
        place = folder / name
        place.mkdir()
        for number, text in enumerate(texts_of(packages[source])):
            is_taken = (place / text.name).exists()  # several of one package may have one name
            shutil.copyfile(text, place / (f"{number}-{text.name}" if is_taken else text.name))
        lines.append(f"{name} {package.version}: {_in_a_line(package)}")
    (folder / LIST).write_text("\n".join(lines) + "\n", "utf-8")


def _in_a_line(package: Distribution) -> str:
    said = package.metadata.get("License-Expression") or package.metadata.get("License") or ""
    first = said.strip().partition("\n")[0]
    return first if 0 < len(first) <= _LONGEST_NAME else "see its texts"


def _usual(name: str) -> str:
    return name.lower().replace("_", "-")


def _applies(need: Requirement, extras: set[str]) -> bool:
    return need.marker is None or any(need.marker.evaluate({"extra": e}) for e in extras)
