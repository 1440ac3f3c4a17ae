"""The steps of an instruction, each kind with its own keys."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

from app.authoring.fields import did_you_mean
from app.authoring.units import ANGLE, MEANT, TORQUE, UNITS
from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    InstructStep,
    Limits,
    MeasureStep,
    PhotoStep,
    Position,
    ScanStep,
    Step,
    Text,
    TorqueStep,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from app.authoring.fields import Fields
    from app.authoring.pictures import PictureShelf

MAX_WORDS = 12
MAX_PROGRAM = 999

NO_LIMITS = Limits(low=Decimal(0), high=Decimal(0), unit="1")


class Common(TypedDict):
    """What every step has."""

    id: str
    title: Text
    short: Text
    detail: Text
    text: Text
    picture: str | None
    variants: tuple[str, ...]
    positions: tuple[Position, ...]


def read_step(fields: Fields, *, pictures: PictureShelf, variants: Collection[str]) -> Step:
    """One step; whatever is wrong with it has been reported."""
    kind = fields.choice("kind", tuple(KINDS))
    common = Common(
        id=fields.word("id") or "",
        title=_line(fields, "title", required=True),
        short=fields.text("short"),
        detail=fields.text("detail"),
        text=_line(fields, "text"),
        picture=_picture(fields, pictures),
        variants=_variants(fields, variants),
        positions=_positions(fields),
    )
    step = KINDS[kind](fields, common)
    fields.finish()
    if step.positions and step.picture is None and not fields.has("picture"):
        fields.report("positions", "positions need a picture to be on")
    return step


def _line(fields: Fields, name: str, *, required: bool = False) -> Text:
    """A text an operator reads at a glance."""
    texts = fields.text(name, required=required)
    for language, text in texts.items():
        count = sum(any(char.isalnum() for char in word) for word in text.split())
        if count > MAX_WORDS:
            message = f'{count} words in "{language}"; an operator reads at most {MAX_WORDS}'
            fields.report(name, message, is_warning=True)
    return texts


def _picture(fields: Fields, pictures: PictureShelf) -> str | None:
    name = fields.word("picture", required=False)
    if name is None:
        return None
    there = pictures.names()
    if name not in there:
        guess = did_you_mean(name, there)
        fields.report("picture", f'no "{name}" in the folder {pictures.folder.name}{guess}')
        return None
    return pictures.hash_of(name)


def _variants(fields: Fields, known: Collection[str]) -> tuple[str, ...]:
    names = fields.words("variants")
    for name in names:
        if name not in known:
            there = ", ".join(known) or "none"
            fields.report("variants", f'variant "{name}" has no bill; there are {there}')
    return names


def _positions(fields: Fields) -> tuple[Position, ...]:
    positions: list[Position] = []
    for entry in fields.mappings("positions"):
        position = Position(
            id=entry.word("id") or "",
            x=_share(entry, "x"),
            y=_share(entry, "y"),
            label=entry.text("label"),
        )
        entry.finish()
        if position.id in {p.id for p in positions}:
            entry.report("id", f'position "{position.id}" is here twice')
        positions.append(position)
    return tuple(positions)


def _share(fields: Fields, name: str) -> float:
    value = fields.decimal(name)
    if value is not None and not 0 <= value <= 1:
        message = f"expected a share of the picture from 0 to 1, got {value}"
        fields.report(name, message)
    return float(value or 0)


def _limits(fields: Fields, name: str, units: Collection[str]) -> Limits:
    entry = fields.mapping(name, required=True)
    return NO_LIMITS if entry is None else read_limits(entry, units)


def read_limits(fields: Fields, units: Collection[str]) -> Limits:
    """Low, high, target and unit, in sound order."""
    low, high = fields.decimal("low"), fields.decimal("high")
    target = fields.decimal("target", required=False)
    unit = _unit(fields, units)
    fields.finish()
    if low is None or high is None:
        return NO_LIMITS
    if low >= high:
        fields.report("low", f"expected a number below high ({high}), got {low}")
    elif target is not None and not low <= target <= high:
        fields.report("target", f"expected a number from {low} to {high}, got {target}")
    return Limits(low=low, high=high, unit=unit, target=target)


def _unit(fields: Fields, units: Collection[str]) -> str:
    text = fields.word("unit") or ""
    if text in units or not text:
        return text
    meant = MEANT.get(text)
    hint = f'; write "{meant}"' if meant in units else did_you_mean(text, units)
    if text in UNITS:
        fields.report("unit", f'"{text}" does not fit here; expected {", ".join(units)}')
    else:
        fields.report("unit", f'"{text}" is no UCUM unit known here{hint}')
    return text


def _instruct(fields: Fields, common: Common) -> Step:
    dwell_s = fields.decimal("min_dwell_s", required=False) or Decimal(0)
    if dwell_s < 0:
        fields.report("min_dwell_s", f"expected seconds, 0 or more, got {dwell_s}")
    machine = fields.word("machine", required=False)
    return InstructStep(**common, machine=machine, min_dwell_s=float(dwell_s))


def _scan(fields: Fields, common: Common) -> Step:
    return ScanStep(**common, component=fields.word("component") or "")


def _torque(fields: Fields, common: Common) -> Step:
    if not common["positions"]:
        fields.report("positions", "expected at least one position to tighten")
    fields.get("program", required=True)
    angle = _limits(fields, "angle", ANGLE) if fields.has("angle") else None
    return TorqueStep(
        **common,
        tool=fields.word("tool") or "",
        program=fields.whole("program", default=0, at_least=0, at_most=MAX_PROGRAM),
        torque=_limits(fields, "torque", TORQUE),
        angle=angle,
        max_attempts=_attempts(fields),
    )


def _measure(fields: Fields, common: Common) -> Step:
    return MeasureStep(
        **common,
        characteristic=fields.word("characteristic") or "",
        gauge=fields.word("gauge") or "",
        limits=_limits(fields, "limits", UNITS),
        repeats=fields.whole("repeats", default=1, at_least=1, at_most=50),
        may_be_typed=fields.flag("may_be_typed", default=True),
        max_attempts=_attempts(fields),
    )


def _inspect(fields: Fields, common: Common) -> Step:
    if not common["positions"]:
        fields.report("positions", "expected at least one position to look at")
    return InspectStep(**common)


def _confirm(fields: Fields, common: Common) -> Step:
    statement = fields.text("statement", required=True)
    needs_badge = fields.flag("needs_badge", default=False)
    return ConfirmStep(**common, statement=statement, needs_badge=needs_badge)


def _photo(fields: Fields, common: Common) -> Step:
    return PhotoStep(**common, camera=fields.word("camera") or "")


def _attempts(fields: Fields) -> int:
    return fields.whole("max_attempts", default=3, at_least=1, at_most=20)


KINDS: dict[str, Callable[[Fields, Common], Step]] = {
    "instruct": _instruct,
    "scan": _scan,
    "torque": _torque,
    "measure": _measure,
    "inspect": _inspect,
    "confirm": _confirm,
    "photo": _photo,
}
