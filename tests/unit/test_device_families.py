"""Every family of devices says the same of itself everywhere, and has what the commands need."""

from __future__ import annotations

import importlib
import inspect
import re
from pathlib import Path
from typing import get_args

import pytest

from app.commands.device import SIMULATORS
from app.domain.errors import InvalidInput
from app.runtime.config import _SCHEMES, DeviceKind
from device_drivers import families
from device_drivers.families import FAMILIES, Family, family_of

ROOT = Path(__file__).resolve().parents[2]
EVERY = sorted(set(FAMILIES.values()), key=lambda family: family.package)


def test_every_package_of_drivers_belongs_to_a_family() -> None:
    folder = ROOT / "device_drivers"
    packages = {path.parent.name for path in folder.glob("*/__init__.py")}
    assert packages == {family.package.partition(".")[0] for family in EVERY}


@pytest.mark.parametrize("family", EVERY, ids=lambda family: family.package)
def test_a_package_and_the_engineers_page_say_the_same_tier(family: Family) -> None:
    package = importlib.import_module(f"device_drivers.{family.package}")
    assert re.findall(r"Quality: (\w+)\.", inspect.getdoc(package) or "") == [family.tier]
    page = (ROOT / "docs" / "engineers.md").read_text("utf-8")
    assert re.findall(rf"\| `{family.package}` \|[^|]+\| (\w+) \|", page) == [family.tier]


@pytest.mark.parametrize("family", EVERY, ids=lambda family: family.package)
def test_every_family_can_be_listened_to_and_simulated(family: Family) -> None:
    assert inspect.iscoroutinefunction(family.function("listen"))
    if family.package == "camera":
        return  # its simulated device is camera+file, a folder of pictures
    modules = [m for m in SIMULATORS.values() if m.startswith(f"device_drivers.{family.package}")]
    assert modules


def test_whatever_can_be_configured_has_a_driver() -> None:
    assert set(_SCHEMES) == set(get_args(DeviceKind))
    assert {scheme for schemes in _SCHEMES.values() for scheme in schemes} == set(FAMILIES)


def test_a_family_without_a_module_says_so_and_a_broken_one_does_not_hide(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert families.SERIAL.function("nothing_of_the_kind") is None
    (tmp_path / "broken_listen.py").write_text("import no_such_library\n")
    monkeypatch.setattr("device_drivers.serial.__path__", [str(tmp_path)])
    with pytest.raises(ModuleNotFoundError, match="no_such_library"):
        families.SERIAL.function("broken_listen")


def test_an_unknown_scheme_is_named_with_what_there_is() -> None:
    with pytest.raises(InvalidInput, match=r"no driver for gopher; .* openprotocol://"):
        family_of("gopher://h")
