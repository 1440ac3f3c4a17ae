"""The steps of an instruction, each kind with its own keys."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

from app.authoring.fields import did_you_mean
from app.authoring.sampling import read_sampling
from app.authoring.step_pictures import read_more, read_picture
from app.authoring.units import ANGLE, MEANT, TORQUE, UNITS
from app.authoring.zones import read_zones
from app.domain.instructions import (
    ConfirmStep,
    InspectStep,
    InstructStep,
    Limits,
    MeasureStep,
    PhotoStep,
    Picture,
    Position,
    SamplingRule,
    ScanStep,
    SignOffRule,
    Step,
    Text,
    TorqueStep,
    Zone,
)
from app.domain.rights import RIGHTS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from app.authoring.fields import Fields
    from app.authoring.pictures import PictureShelf

MAX_WORDS = 12
MAX_LINES = 3
MAX_TILES = 5
MAX_SPOTS = 8
MAX_PROGRAM = 999
#: What a check scans instead of a component.
CODE = "code"

#: The faces with room for several lines beside the picture.
_IN_LINES = ("instruct", "photo")

NO_LIMITS = Limits(low=Decimal(0), high=Decimal(0), unit="1")


class Common(TypedDict):
    """What every step has."""

    id: str
    title: Text
    short: Text
    detail: Text
    text: Text
    picture: str | None
    picture_large: str | None
    more: tuple[Picture, ...]
    variants: tuple[str, ...]
    positions: tuple[Position, ...]
    uses: tuple[str, ...]
    skip_right: str | None
    zones: tuple[Zone, ...]
    sampling: SamplingRule | None


def read_step(fields: Fields, *, pictures: PictureShelf, variants: Collection[str]) -> Step:
    """One step; whatever is wrong with it has been reported."""
    kind = fields.choice("kind", tuple(KINDS))
    picture, picture_large = read_picture(fields, "picture", pictures)
    positions = _positions(fields, pictures)
    common = Common(
        id=fields.word("id") or "",
        title=_line(fields, "title", required=True),
        short=fields.text("short"),
        detail=fields.text("detail"),
        text=_line(fields, "text", has_lines=kind in _IN_LINES),
        picture=picture,
        picture_large=picture_large,
        more=read_more(fields, pictures),
        variants=_variants(fields, variants),
        positions=positions,
        uses=fields.words("uses"),
        skip_right=_right(fields, "skip_right"),
        zones=read_zones(fields, [position.id for position in positions]),
        sampling=read_sampling(fields),
    )
    step = KINDS[kind](fields, common)
    fields.finish()
    if step.positions and step.picture is None and not fields.has("picture"):
        fields.report("positions", "positions need a picture to be on")
    if step.zones and step.picture is None and not fields.has("picture"):
        fields.report("zones", "zones need a picture to be on")
    return step


def _is_critical(fields: Fields) -> bool:
    """Only what is measured can be critical: its result fails, and is taken again."""
    return fields.flag("is_critical", default=False)


def _line(fields: Fields, name: str, *, required: bool = False, has_lines: bool = False) -> Text:
    """A text an operator reads at a glance."""
    texts = fields.text(name, required=required, has_lines=has_lines)
    for language, text in texts.items():
        lines = text.splitlines() or [""]
        count = max(sum(any(c.isalnum() for c in w) for w in line.split()) for line in lines)
        if count > MAX_WORDS:
            message = f'{count} words in "{language}"; an operator reads at most {MAX_WORDS}'
            fields.report(name, message, is_warning=True)
        if len(lines) > MAX_LINES:
            message = f'more than {MAX_LINES} lines in "{language}"; make two steps of it'
            fields.report(name, message, is_warning=True)
    return texts


def _variants(fields: Fields, known: Collection[str]) -> tuple[str, ...]:
    names = fields.words("variants")
    for name in names:
        if name not in known:
            there = ", ".join(known) or "none"
            fields.report("variants", f'variant "{name}" has no bill; there are {there}')
    return names


def _positions(fields: Fields, pictures: PictureShelf) -> tuple[Position, ...]:
    positions: list[Position] = []
    for entry in fields.mappings("positions"):
        position = Position(
            id=entry.word("id") or "",
            x=_share(entry, "x"),
            y=_share(entry, "y"),
            label=entry.text("label"),
            detail=entry.text("detail"),
            zoom=read_picture(entry, "zoom", pictures)[0],
        )
        entry.finish()
        if position.id in {p.id for p in positions}:
            entry.report("id", f'position "{position.id}" is here twice')
        positions.append(position)
    if sum(bool(p.detail or p.zoom) for p in positions) > MAX_SPOTS:
        message = f"only {MAX_SPOTS} places can say more about themselves"
        fields.report("positions", message)
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
    expects = fields.word("expects", required=False)
    if expects is not None:
        return ScanStep(**common, component=CODE, expects=expects)
    return ScanStep(**common, component=fields.word("component") or "")


def _torque(fields: Fields, common: Common) -> Step:
    if not common["positions"]:
        fields.report("positions", "expected at least one position to tighten")
    fields.get("program", required=True)
    angle = _limits(fields, "angle", ANGLE) if fields.has("angle") else None
    return TorqueStep(
        **common,
        is_critical=_is_critical(fields),
        tool=fields.word("tool") or "",
        program=fields.whole("program", default=0, at_least=0, at_most=MAX_PROGRAM),
        torque=_limits(fields, "torque", TORQUE),
        angle=angle,
        max_attempts=_attempts(fields),
    )


def _measure(fields: Fields, common: Common) -> Step:
    repeats = fields.whole("repeats", default=1, at_least=1, at_most=50)
    limits = _limits(fields, "limits", UNITS)
    return MeasureStep(
        **common,
        is_critical=_is_critical(fields),
        characteristic=fields.word("characteristic") or "",
        gauge=fields.word("gauge") or "",
        limits=limits,
        repeats=repeats,
        spread=_spread(fields, repeats),
        limits_later=_limits_later(fields, common, limits),
        may_be_typed=fields.flag("may_be_typed", default=True),
        max_attempts=_attempts(fields),
    )


def _limits_later(fields: Fields, common: Common, limits: Limits) -> bool:
    """What is said later must not stand in the texts before."""
    is_later = fields.flag("limits_later", default=False)
    said = (common["title"], common["short"], common["detail"], common["text"])
    words = " ".join(text for texts in said for text in texts.values()).replace(",", ".")
    if is_later and any(f"{limit.normalize():f}" in words for limit in (limits.low, limits.high)):
        message = "the texts of the step say its limits, which are to be shown after the value"
        fields.report("limits_later", message, is_warning=True)
    return is_later


def _spread(fields: Fields, repeats: int) -> Decimal | None:
    """How far repeated values may lie apart, in the unit of the limits."""
    spread = fields.decimal("spread", required=False)
    if spread is not None and (spread <= 0 or repeats == 1):
        message = f"expected a number above 0 beside repeats of 2 or more, got {spread}"
        fields.report("spread", message)
    return spread


def _inspect(fields: Fields, common: Common) -> Step:
    if not common["positions"]:
        fields.report("positions", "expected at least one position to look at")
    if len(common["positions"]) > MAX_TILES:
        message = f"{len(common['positions'])} places; only {MAX_TILES} are seen at a time"
        fields.report("positions", message, is_warning=True)
    return InspectStep(**common)


def _confirm(fields: Fields, common: Common) -> Step:
    statement = fields.text("statement", required=True)
    needs_badge = fields.flag("needs_badge", default=False)
    sign_off = _sign_off(fields)
    return ConfirmStep(**common, statement=statement, needs_badge=needs_badge, sign_off=sign_off)


def _sign_off(fields: Fields) -> SignOffRule | None:
    """Who else signs."""
    entry = fields.mapping("sign_off")
    if entry is None:
        return None
    right = _right(entry, "right", required=True) or ""
    rule = SignOffRule(right=right, meaning=_line(entry, "meaning", required=True))
    entry.finish()
    return rule


def _right(fields: Fields, name: str, *, required: bool = False) -> str | None:
    """One that is not the program's own may be the plant's, or a mistake in writing."""
    right = fields.word(name, required=required)
    if right and right not in RIGHTS:
        guess = did_you_mean(right, RIGHTS)
        message = f'"{right}" is no right of the program, so one of the plant\'s own{guess}'
        fields.report(name, message, is_warning=True)
    return right


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
