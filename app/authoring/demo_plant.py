"""The demonstration plant of ``resources/demo``, with its dates moved to today.

Every date in its files is an ordinary one as seen on ``reference_day``; all are moved by the same
number of days, so that the story fits in any year and the files stay valid as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import msgspec
import yaml
from msgspec import Struct

from app.domain.calibration import Calibration
from app.domain.errors import InvalidInput
from app.domain.plant import Hold, Lot, Person, StationInfo
from app.domain.quality_plans import BypassPlan, OperationTemplate

if TYPE_CHECKING:
    from pathlib import Path

PLANT = "plant.yaml"
ORDERS_XML = "orders.xml"
ORDERS_CSV = "orders.csv"
#: What the plant knew of like cases before it had a station.
HISTORY = "history.jsonl"
INSTRUCTION = "gearbox-mount"
CHECKS = ("start-of-shift",)

_GS = "\x1d"
_ISO_DATE = re.compile(r"\b\d{4}-\d{2}-\d{2}(?=\b|T)")
_LAST_DIGITS = re.compile(r"(\d+)$")


class Label(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A printed label: ``plain`` text, or the GS1 fields of a DataMatrix."""

    plain: str | None = None
    gtin: str | None = None
    lot: str | None = None
    serial: str | None = None
    expires: date | None = None

    def text(self, number: int = 0) -> str:
        """What a scanner sends for the label; for its ``number``-th successor, counted up."""
        if self.plain is not None:
            return count_up(self.plain, number)
        code = f"]d201{self.gtin}"
        if self.expires is not None:
            code += f"17{self.expires:%y%m%d}"
        if self.lot is not None:
            code += f"10{self.lot}"
        if self.serial is not None:
            separator = _GS if self.lot is not None else ""
            code += f"{separator}21{count_up(self.serial, number)}"
        return code


class _PlantFile(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """``plant.yaml``."""

    reference_day: date
    station: StationInfo
    people: tuple[Person, ...]
    cards: dict[str, str]
    lots: tuple[Lot, ...]
    holds: tuple[Hold, ...]
    calibrations: tuple[Calibration, ...]
    operations: tuple[OperationTemplate, ...]
    bypasses: tuple[BypassPlan, ...]
    labels: dict[str, Label]


@dataclass(frozen=True, slots=True)
class DemoPlant:
    """All the demonstration uploads and scans.  ``cards`` are the badges by person.

    ``checks`` are the folders of what is done without a unit.
    """

    station: StationInfo
    people: tuple[Person, ...]
    lots: tuple[Lot, ...]
    holds: tuple[Hold, ...]
    calibrations: tuple[Calibration, ...]
    operations: tuple[OperationTemplate, ...]
    bypasses: tuple[BypassPlan, ...]
    cards: dict[str, str]
    labels: dict[str, Label]
    orders_xml: bytes
    orders_csv: bytes
    history: bytes
    instruction: Path
    checks: tuple[Path, ...] = ()

    def documents(self) -> tuple[Struct, ...]:
        """The reference documents, in an order in which each knows the ones before."""
        quality = (*self.holds, *self.calibrations, *self.operations, *self.bypasses)
        return (self.station, *self.people, *self.lots, *quality)


def load_demo_plant(folder: Path, *, today: date) -> DemoPlant:
    """The plant in ``folder`` as it is on ``today``.

    Raises:
        InvalidInput: a file is missing or wrong.
    """
    plant, days = _read_plant(folder / PLANT, today)
    return DemoPlant(
        station=plant.station,
        people=plant.people,
        lots=plant.lots,
        holds=plant.holds,
        calibrations=plant.calibrations,
        operations=plant.operations,
        bypasses=plant.bypasses,
        cards=plant.cards,
        labels=plant.labels,
        orders_xml=_moved_text(folder / ORDERS_XML, days),
        orders_csv=_moved_text(folder / ORDERS_CSV, days),
        history=_moved_text(folder / HISTORY, days),
        instruction=folder / INSTRUCTION,
        checks=tuple(folder / name for name in CHECKS),
    )


def count_up(text: str, number: int) -> str:
    """``text`` with the number at its end larger by ``number``, as wide as before."""
    if number == 0:
        return text
    match = _LAST_DIGITS.search(text)
    if match is None:
        msg = f"{text!r} does not end in a number, so there is no next one"
        raise InvalidInput(msg)
    digits = match.group()
    return f"{text[: match.start()]}{int(digits) + number:0{len(digits)}d}"


def _read_plant(path: Path, today: date) -> tuple[_PlantFile, timedelta]:
    try:
        content = yaml.safe_load(_read(path))
        days = today - msgspec.convert(content["reference_day"], date)
        return msgspec.convert(_moved(content, days), _PlantFile), days
    except yaml.YAMLError as error:
        msg = f"{path}: not YAML: {error}"
    except (KeyError, TypeError, msgspec.ValidationError) as error:
        msg = f"{path}: {error}"
    raise InvalidInput(msg)


def _moved(value: Any, days: timedelta) -> Any:  # noqa: ANN401 - whatever YAML holds
    """``value`` with every date in it moved."""
    if isinstance(value, dict):
        return {key: _moved(entry, days) for key, entry in value.items()}
    if isinstance(value, list):
        return [_moved(entry, days) for entry in value]
    return value + days if isinstance(value, date | datetime) else value


def _moved_text(path: Path, days: timedelta) -> bytes:
    def moved(match: re.Match[str]) -> str:
        return (date.fromisoformat(match.group()) + days).isoformat()

    return _ISO_DATE.sub(moved, _read(path)).encode()


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}); is the program installed completely?"
        raise InvalidInput(msg) from error
