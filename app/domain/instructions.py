"""Instructions as data: the steps of an operation and the bill of each variant.

The published form is JSON of :class:`Instruction`; its revision is the SHA-256 of those bytes.
A unit keeps the revision it started with.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TypeAlias

from msgspec import Struct

from app.domain.form_rule import FormRule

#: A text in several languages, by BCP 47 tag; "en" is always there.
Text: TypeAlias = dict[str, str]


class Position(Struct, frozen=True, omit_defaults=True):
    """A place on the step's picture; x and y are shares (0 to 1) of its width and height.

    ``detail`` says more about it than its name, ``zoom`` is a picture of the place alone.
    """

    id: str
    x: float
    y: float
    label: Text = {}
    detail: Text = {}
    zoom: str | None = None


class Zone(Struct, frozen=True, omit_defaults=True):
    """An area of the step's picture, as the corners around it; where a defect can be."""

    id: str
    label: Text
    points: tuple[tuple[float, float], ...]


class Picture(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One more picture of a step: a drawing, a photo, a page of a PDF, a silent loop.

    ``blob`` is its SHA-256; ``large`` the same in more detail, for the whole work area.
    """

    blob: str
    caption: Text = {}
    large: str | None = None


class Limits(Struct, frozen=True, omit_defaults=True):
    """What is accepted, both ends included, in a UCUM ``unit``."""

    low: Decimal
    high: Decimal
    unit: str
    target: Decimal | None = None

    def accepts(self, value: Decimal) -> bool:
        return self.low <= value <= self.high


class BomLine(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One component a variant needs.  ``tracked`` is "lot", "serial" or "none".

    ``alternates`` are the parts that may fill the same place, ``alternate_gtins`` their GTINs by
    part, as far as they have one: beside each other, so that older stations read it too.
    """

    component: str
    part: str
    name: Text
    gtin: str | None = None
    quantity: int = 1
    tracked: str = "lot"
    location: str | None = None
    alternates: tuple[str, ...] = ()
    is_safety_critical: bool = False
    alternate_gtins: dict[str, str] = {}

    @property
    def parts(self) -> tuple[str, ...]:
        """Every part that may go in, the one meant first."""
        return (self.part, *self.alternates)

    def gtin_of(self, part: str) -> str | None:
        return self.gtin if part == self.part else self.alternate_gtins.get(part)


class LotRule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An order is a lot, accepted by a plan of ISO 2859-1 at an ``aql`` and inspection level."""

    aql: str
    level: str = "II"


class SamplingRule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """On which units a step is due; each condition alone makes it so.

    ``every`` so many units, ``every_min`` so many minutes; on the first so many of an order
    (``at_order``), of a shift (``at_start``), after a stop or after a change of instruction or
    variant.  Until a due one is done the units behind it "wait", or are marked ("mark").
    """

    every: int = 0
    every_min: int = 0
    at_order: int = 0
    at_start: int = 0
    after_stop: int = 0
    after_change: int = 0
    lot: LotRule | None = None
    until_done: str = ""


class StepBase(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What every step has.  ``variants`` empty means all; ``picture`` is a blob's SHA-256.

    ``picture_large`` is the same in more detail, ``more`` are further pictures.  ``uses`` names
    components that go in here without being scanned.  A failed result of a step that
    ``is_critical`` takes the whole screen.  ``skip_right`` is the right that may leave the step
    out, with a reason; without one nobody may.  ``zones`` name areas for defects.  With
    ``sampling`` the step is due on some units only.
    """

    id: str
    title: Text
    short: Text = {}
    detail: Text = {}
    text: Text = {}
    picture: str | None = None
    variants: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    picture_large: str | None = None
    more: tuple[Picture, ...] = ()
    uses: tuple[str, ...] = ()
    is_critical: bool = False
    skip_right: str | None = None
    zones: tuple[Zone, ...] = ()
    sampling: SamplingRule | None = None


class InstructStep(StepBase, frozen=True, kw_only=True, tag_field="kind", tag="instruct"):
    """Do something and say so.

    With ``machine`` the station asks the machine for that request and its answer completes the
    step; otherwise a tap does, not before ``min_dwell_s``.
    """

    machine: str | None = None
    min_dwell_s: float = 0


class ScanStep(StepBase, frozen=True, kw_only=True, tag_field="kind", tag="scan"):
    """Scan a component of the bill; ``component`` "unit" is the unit's own label.

    In a check it is a code that has to be there, exactly as it ``expects`` it.
    """

    component: str
    expects: str | None = None


class TorqueStep(StepBase, frozen=True, kw_only=True, tag_field="kind", tag="torque"):
    """Tighten each position, in order, with one program of one tool."""

    tool: str
    program: int
    torque: Limits
    angle: Limits | None = None
    max_attempts: int = 3


class MeasureStep(StepBase, frozen=True, kw_only=True, tag_field="kind", tag="measure"):
    """Measure a characteristic ``repeats`` times with a gauge; typing only where allowed.

    The values may lie no more than ``spread`` apart.  With ``limits_later`` the screen shows the
    limits and the verdict only once all values are recorded.
    """

    characteristic: str
    gauge: str
    limits: Limits
    repeats: int = 1
    may_be_typed: bool = True
    max_attempts: int = 3
    spread: Decimal | None = None
    limits_later: bool = False


class InspectStep(StepBase, frozen=True, kw_only=True, tag_field="kind", tag="inspect"):
    """Look at each position and answer OK or not."""


class SignOffRule(Struct, frozen=True, kw_only=True):
    """A second person with ``right`` signs too; ``meaning`` is what the signature stands for."""

    right: str
    meaning: Text


class ConfirmStep(StepBase, frozen=True, kw_only=True, tag_field="kind", tag="confirm"):
    """Swear to a fact, in words; ``needs_badge`` asks for the badge instead of a tap."""

    statement: Text
    needs_badge: bool = False
    sign_off: SignOffRule | None = None


class PhotoStep(StepBase, frozen=True, kw_only=True, tag_field="kind", tag="photo"):
    """Take a picture with ``camera`` and say that it shows what it should."""

    camera: str


Step: TypeAlias = (
    InstructStep | ScanStep | TorqueStep | MeasureStep | InspectStep | ConfirmStep | PhotoStep
)


class Instruction(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The executable work of one operation on one product, or, with ``form``, of a check."""

    id: str
    title: Text
    product: str
    operation: str
    steps: tuple[Step, ...]
    bills: dict[str, tuple[BomLine, ...]]
    blobs: tuple[str, ...] = ()
    form: FormRule | None = None

    def steps_for(self, variant: str) -> tuple[Step, ...]:
        return tuple(s for s in self.steps if not s.variants or variant in s.variants)

    def bom_line(self, variant: str, component: str) -> BomLine | None:
        lines = self.bills.get(variant, ())
        return next((line for line in lines if line.component == component), None)


def in_language(text: Text, language: str) -> str:
    """``text`` in ``language``, else in English, else whatever there is."""
    return text.get(language) or text.get("en") or next(iter(text.values()), "")
