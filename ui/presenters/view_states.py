"""What each part of the screen shows, as frozen values; equal states draw equal pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from ui.presenters.phrases import Words


#: The name of the button in the bar on top; what it means is the header's ``way``.
HEADER = "header"


class Body:
    """Base of what fills the work area; a view is found by its class (ui.views.catalogue)."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Chip:
    """A state in colour, shape and word; ``icon`` replaces the state's own shape."""

    state: ShownState
    words: Words
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class HeaderField:
    """A label over a value; ``suffix`` is the quiet part behind it."""

    label: Words
    value: Words
    suffix: Words = ""


@dataclass(frozen=True, slots=True)
class HeaderView:
    """The bar on top.  ``short`` replaces the fields on a small panel.

    ``afar`` is an open call for whoever looks from across the hall.  ``way`` is what a tap on
    ``trouble`` means.
    """

    fields: tuple[HeaderField, ...]
    short: tuple[Words, ...]
    sync: Chip
    sync_short: Chip
    trouble: Chip | None = None
    way: str = "station"
    spoken: Words = ""
    call: Chip | None = None
    afar: Words = ""
    is_call_seen: bool = False
    time: str = ""
    initials: str = ""
    person: Words = ""
    person_short: Words = ""
    below_person: Words = ""


@dataclass(frozen=True, slots=True)
class Action:
    """A button of the action bar.

    ``kind`` is danger, standard, primary or waiting (disabled).  ``does`` is what a tap means
    when that is not the button's own name.  ``filled`` is the share of a waiting time that is
    over, drawn as its border.
    """

    name: str
    words: Words
    icon: str | None = None
    kind: str = "standard"
    does: str = ""
    filled: float | None = None


@dataclass(frozen=True, slots=True)
class ActionsView:
    """The bar at the bottom: ways out on the left, the one primary action on the right."""

    left: tuple[Action, ...] = ()
    primary: Action | None = None


@dataclass(frozen=True, slots=True)
class RailRow:
    """One step of the unit; tapping a done one offers to do it again."""

    step: str
    number: int
    title: str
    detail: Words
    state: ShownState
    is_current: bool


@dataclass(frozen=True, slots=True)
class Marker:
    """A place on the picture; x and y are shares of it.

    ``button`` is what a tap on it means; "" where there is no more to say about the place.
    """

    x: float
    y: float
    text: str
    state: ShownState
    is_current: bool = False
    button: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A drawing, a photo or a silent loop; ``key`` names its bytes for caching.

    ``note`` says why there is none.  ``opens`` are the words of the button that shows it over
    the whole work area; without them it cannot be tapped.  ``caption`` stands over it where there
    are two.
    """

    key: str | None = None
    content: bytes | None = None
    markers: tuple[Marker, ...] = ()
    note: Words = ""
    opens: Words = ""
    caption: Words = ""


@dataclass(frozen=True, slots=True)
class TroubleView:
    """What is wrong with a device of this step, and the way out, inside the step's panel."""

    headline: Words
    line: Words
    is_danger: bool = False


@dataclass(frozen=True, slots=True)
class PlotView:
    """Torque over angle against its window; ``is_ok`` None while it is not judged."""

    angle_deg: tuple[float, ...]
    torque_nm: tuple[float, ...]
    low: float
    high: float
    target: float
    is_ok: bool | None


@dataclass(frozen=True, slots=True)
class GaugeView:
    """A value against its limits: position first, number second."""

    low: float
    high: float
    target: float | None
    value: float | None
    labels: tuple[str, ...]
    is_ok: bool | None


@dataclass(frozen=True, slots=True)
class TableRow:
    """Cells of one result and its state, shown with its word."""

    cells: tuple[Words, ...]
    state: ShownState
    word: Words


@dataclass(frozen=True, slots=True)
class TableView:
    """Results so far, newest at the bottom."""

    head: tuple[Words, ...]
    rows: tuple[TableRow, ...] = ()


@dataclass(frozen=True, slots=True)
class PadView:
    """The number pad: what was typed, its unit and the limits in view."""

    typed: str
    unit: str = ""
    limits: Words = ""
    note: Words = ""
    is_secret: bool = False
    has_sign: bool = False
    has_point: bool = True


@dataclass(frozen=True, slots=True)
class InstructSide:
    """What to do in a few lines, and the machine's answer when one does it."""

    lines: tuple[Words, ...]
    chip: Chip
    machine: Words = ""
    trouble: TroubleView | None = None


@dataclass(frozen=True, slots=True)
class ScanSide:
    """What to fetch and from where, and the slot its label fills."""

    heading: Words
    chip: Chip
    name: str
    part: Words
    place: Words
    slot: Words
    is_filled: bool = False


@dataclass(frozen=True, slots=True)
class ValueSide:
    """A measured value with its limits and its history; used by torque and measure.

    ``is_barred``: nothing of its device is taken, so that there is no value to show.
    """

    heading: Words
    chip: Chip
    meta: Words
    value: str
    unit: str
    verdict: Chip | None
    facts: tuple[tuple[Words, Words], ...] = ()
    plot: PlotView | None = None
    gauge: GaugeView | None = None
    table: TableView | None = None
    trouble: TroubleView | None = None
    pad: PadView | None = None
    can_type: bool = False
    is_stale: bool = False
    is_barred: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A place to look at, with the answer given, if any."""

    position: str
    number: str
    words: str
    answer: bool | None
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class InspectSide:
    """The places of a visual inspection; no answer is taken before they could be looked at."""

    heading: Words
    chip: Chip
    points: tuple[Point, ...]
    is_looked_at: bool = True


@dataclass(frozen=True, slots=True)
class ConfirmSide:
    """The fact to swear to."""

    chip: Chip
    statement: str
    hint: Words


Side: TypeAlias = InstructSide | ScanSide | ValueSide | InspectSide | ConfirmSide


@dataclass(frozen=True, slots=True)
class StepBody(Body):
    """A step: what to do with its picture, and the face's own panel beside it.

    ``pictures`` are one, or two to be compared.
    """

    title: str
    short_title: str
    line: str
    pictures: tuple[PictureView, ...]
    side: Side
    language_note: Words = ""

    @property
    def picture(self) -> PictureView:
        """The step's own."""
        return self.pictures[0]


@dataclass(frozen=True, slots=True)
class Block:
    """A few facts under a label; ``mark`` is the part of the title that is coloured."""

    label: Words
    title: Words
    mark: Words = ""
    mark_state: ShownState = ShownState.TODO
    lines: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class BandBody(Body):
    """A band saying what happened, the facts, and what to do: blocked, held, done, fault.

    ``share`` says how far what goes on is, from 0 to 1.
    """

    tone: ShownState
    icon: str
    headline: Words
    why: Words
    blocks: tuple[Block, ...] = ()
    todo_heading: Words = ""
    todo: tuple[Words, ...] = ()
    note: Words = ""
    share: float | None = None


@dataclass(frozen=True, slots=True)
class NokBody(Body):
    """A failed result that waits to be acknowledged; ``note`` is what its curve looks like."""

    headline: Words
    why: Words
    picture: PictureView
    side: ValueSide
    todo: tuple[Words, ...]
    note: Words = ""


@dataclass(frozen=True, slots=True)
class TileView:
    """A large choice: word and icon."""

    name: str
    words: Words
    icon: str
    is_urgent: bool = False


@dataclass(frozen=True, slots=True)
class TilesBody(Body):
    """A question answered with one tap."""

    title: Words
    line: Words
    tiles: tuple[TileView, ...]


@dataclass(frozen=True, slots=True)
class OrderLine:
    """One order of the queue."""

    order: str
    product: Words
    below: Words
    done: str
    due: Words
    chip: Chip
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class QueueBody(Body):
    """What is next: scan a unit, or see the orders."""

    title: Words
    line: Words
    orders: tuple[OrderLine, ...]
    note: Words = ""


@dataclass(frozen=True, slots=True)
class PersonLine:
    """Somebody who signed in here lately."""

    person: str
    name: str
    initials: str
    role: Words
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class SignInBody(Body):
    """Badge, or a name and a PIN."""

    title: Words
    line: Words
    people_label: Words
    people: tuple[PersonLine, ...]
    pad: PadView | None
    refusal: TroubleView | None
    notes: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class IdleBody(Body):
    """Nobody is there: the time, the station, and what waits; readable from afar."""

    time: str
    day: str
    station: str
    title: Words
    notes: tuple[Words, ...] = ()
    call: Words = ""
    is_call_seen: bool = False


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One device of the station: plain words first, numbers second.

    ``sign`` says when it was last heard, ``tier`` how well its driver is proven; ``tap`` opens
    all that is known of it.
    """

    name: Words
    chip: Chip
    last: Words
    detail: Words
    identity: Words
    sign: Words = ""
    tier: Words = ""
    tap: str = ""


@dataclass(frozen=True, slots=True)
class HealthBody(Body):
    """The server, the clock and every device, on one page; ``trouble`` is why nothing is sent."""

    title: Words
    lines: tuple[DeviceLine, ...]
    trouble: TroubleView | None = None


@dataclass(frozen=True, slots=True)
class Screen:
    """One whole screen.  ``face`` is its name: "sign_in", "queue", "step.torque" and so on."""

    face: str
    header: HeaderView
    body: Body
    actions: ActionsView
    rail: tuple[RailRow, ...] = ()
    language: str = "en"
