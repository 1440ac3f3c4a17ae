"""Every code with which the station can refuse, read from its source."""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from app.domain.errors import StorageReason
from ui.messages import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("app/domain", "app/services", "device_drivers", "sync")
_CODE = re.compile(r"[a-z_]+\.[a-z_]+")
#: Where a code is put together, ``Refusal(f"family.{…}")``: what can stand behind the point.
FAMILIES: dict[str, tuple[str, ...]] = {
    "calibration": ("soon", "grace", "overdue", "withdrawn", "missing"),
    "label": ("printed", "unknown"),
    "storage": get_args(StorageReason),
    "uncounted": (),  # said in its step, as uncounted/headline with a reason of its own
    "unit": ("completed", "held", "scrapped", "returned"),
    "value": ("nok_not_acknowledged", "typing_not_allowed", "unit_held"),
}
#: Said of a device in the list of devices, in words of their own; and errors of the program.
NOT_REFUSALS = {"device.busy", "device.driver", "device.fault", "storage.fault"}
NOT_REFUSALS |= {"journal.duplicate_result", "serial.modbus"}
#: Both the name of an event and a code.
BOTH = {"machine.refused"}


@lru_cache
def named_codes() -> frozenset[str]:
    """Codes in a ``Refusal(...)``, codes of families that refuse in tables, and put together."""
    direct = set[str]()
    tabled = set[str]()
    for tree in _trees():
        tabled |= {text for text in _constants(tree) if _CODE.fullmatch(text)}
        direct |= {str(a.value) for a in _firsts(tree) if isinstance(a, ast.Constant)}
    worded = {key.removesuffix("/headline") for key in WORDS if key.endswith("/headline")}
    prefixes = {code.partition(".")[0] for code in direct | worded}
    tabled = {code for code in tabled if code.partition(".")[0] in prefixes and not _is_said(code)}
    tabled -= NOT_REFUSALS | (_events() - BOTH)
    made = {f"{family}.{reason}" for family, reasons in FAMILIES.items() for reason in reasons}
    return frozenset(direct | tabled | made)


def families_in_the_source() -> frozenset[str]:
    """``family`` of every ``Refusal(f"family.{…}")``."""
    found = set[str]()
    for tree in _trees():
        for code in _firsts(tree):
            if isinstance(code, ast.JoinedStr):
                family = code.values[0]
                assert isinstance(family, ast.Constant), ast.unparse(code)
                found.add(str(family.value).rstrip("."))
    return frozenset(found)


def _firsts(tree: ast.Module) -> Iterator[ast.expr]:
    """The first argument of every ``Refusal(...)``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "Refusal" and node.args:
            yield node.args[0]


def _is_said(code: str) -> bool:
    """Long work and how it ended, or what a device's test showed: a line of its own."""
    return f"{code}/line" in WORDS or f"work/{code}" in WORDS


def _events() -> set[str]:
    """The names of all events."""
    return {
        str(node.value.value)
        for tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.AnnAssign)
        and ast.unparse(node.target) == "KIND"
        and isinstance(node.value, ast.Constant)
    }


def _constants(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _trees() -> Iterator[ast.Module]:
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            yield ast.parse(path.read_text("utf-8"))
