"""What the station knows now, as one frozen value: all a screen may look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from app.ports.journal import Unassigned
from app.services.card_state import CardState
from app.services.chart_state import ChartsState
from app.services.forms_state import FormsState
from app.services.health_state import HealthFacts
from app.services.line_state import LineState
from app.services.material_state import MaterialState
from app.services.people_state import PeopleState
from app.services.problem_states import DefectsState
from app.services.quality_state import QualityState
from app.services.settings_state import SettingsState

if TYPE_CHECKING:
    from decimal import Decimal

    from app.domain.curve_events import CurveRead
    from app.domain.instructions import Step
    from app.domain.plant import DecidedSituation, Order, Person, StationInfo
    from app.domain.readings import Curve, Reading
    from app.domain.refusal import Refusal
    from app.domain.unit_run import UnitRun
    from app.ports.devices import DeviceStatus, Photo
    from app.ports.journal import KeptResult
    from app.ports.journal_care import Place
    from app.ports.records import Found
    from app.ports.sync import SyncStatus
    from app.services.acts import Act
    from app.services.elsewhere_state import Elsewhere
    from app.services.evidence_state import Unproven, WaitingUnit
    from app.services.fetching import FetchList
    from app.services.work_state import Work


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order in the queue.  ``blocked`` is a reason code with ``facts``, if it cannot run."""

    order: Order
    done: int
    is_running: bool = False
    blocked: Refusal | None = None


@dataclass(frozen=True, slots=True)
class ShownRefusal:
    """The refusal on the screen: since when (µs UTC), and how many in a row."""

    refusal: Refusal
    at_us: int
    in_a_row: int = 1


@dataclass(frozen=True, slots=True)
class ToolView:
    """The tool of the current step.

    ``is_armed`` only after the controller confirmed program and enabling.  ``problem`` is why it
    could not be armed (device.offline, device.refused, device.timeout, tool.not_configured).
    ``armed_since_us`` makes "no result" visible: waiting is a state, not silence.
    """

    tool: str
    is_armed: bool = False
    program: int | None = None
    armed_since_us: int | None = None
    problem: Refusal | None = None


@dataclass(frozen=True, slots=True)
class MachineView:
    """The machine of the station and what it was asked for."""

    machine: str
    state: str
    is_part_present: bool
    request: str | None = None
    problem: Refusal | None = None


@dataclass(frozen=True, slots=True)
class PhotoView:
    """The camera of the current step, and the picture it gave; ``problem`` is why it gave none."""

    camera: str
    is_taking: bool = False
    photo: Photo | None = None
    problem: Refusal | None = None


@dataclass(frozen=True, slots=True)
class FinishedUnit:
    """The unit that was completed last, for the moment after.

    ``accepted_by`` names who took it although it is not provable, ``steps`` are those it had.
    Of a check ``failed`` are the lines that are not as they should be; it is None of a unit.
    """

    serial: str
    evidence: str
    gaps: tuple[str, ...]
    reworked: int
    at_us: int
    accepted_by: str = ""
    steps: tuple[Step, ...] = ()
    failed: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ReportedProblem:
    """The problem recorded last: the screen says "recorded" only once this names it."""

    code: str
    at_us: int


@dataclass(frozen=True, slots=True)
class ScannedCommand:
    """A printed command that came in at ``at_us``: the screen does what its button would.

    ``raw`` is its code; a later ``number`` is another scan.
    """

    word: str
    raw: str
    at_us: int
    number: int


@dataclass(frozen=True, slots=True)
class UnwantedResults:
    """What a tool makes that nobody asked for while it goes on: how many, since when, newest."""

    device: str
    count: int
    since_us: int
    last_us: int = 0


@dataclass(frozen=True, slots=True)
class Choice:
    """A unit whose open step still waits for a result of the same tool."""

    serial: str
    step: Step


@dataclass(frozen=True, slots=True)
class PickedResult:
    """An unassigned result that a person looks at, and the units it may be of."""

    kept: KeptResult
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class StationState:
    """Everything a screen shows.  A new one for every change; equal states draw equal pixels.

    ``version`` grows by one with each.  ``storage_problem`` (storage.full and so on) is set while
    the journal cannot keep anything: nothing may be confirmed then.  ``curve`` belongs to
    ``last_reading``, ``curve_reading`` to the curve read last.
    ``uncounted`` (uncounted.other_unit and so on) is a result of this step's
    device that was kept and did not count.  ``loose_tools`` were enabled, and nobody has confirmed
    that they are locked.  ``decisions`` are the plant's about this station's work, newest first.
    ``unassigned`` wait for a person to say whose they are; ``picked`` is the one looked at.
    ``unproven`` is a completed unit whose missing evidence a person looks at, ``waiting`` are the
    units that wait for one, None until somebody looked.
    ``command`` is the printed command scanned last, ``scans`` counts all other scans.
    ``unwanted`` says which tools make results that nobody asked for, the newest last.
    ``fetch`` is what the open unit, or one of the chosen order, needs and from which lot.
    ``works`` take longer than a breath and go on beside all else.
    ``places`` can take a file that is written out.  ``found`` are the records somebody asked for.
    ``calibration`` is what is to say of the gauge or tool of the open step.
    ``elsewhere`` is what other stations did to the open unit.
    ``is_starting``: the journal is not open yet, and nothing can be taken.
    """

    version: int
    station: StationInfo
    sync: SyncStatus
    shift: str = ""
    person: Person | None = None
    recent_people: tuple[Person, ...] = ()
    sign_in_refusal: ShownRefusal | None = None
    orders: tuple[OrderRow, ...] = ()
    chosen_order: str | None = None
    order: Order | None = None
    order_done: int = 0
    run: UnitRun | None = None
    step_since_us: int | None = None
    refusal: ShownRefusal | None = None
    tool: ToolView | None = None
    machine: MachineView | None = None
    photo: PhotoView | None = None
    last_reading: Reading | None = None
    curve: Curve | None = None
    curve_reading: CurveRead | None = None
    devices: tuple[DeviceStatus, ...] = ()
    finished: FinishedUnit | None = None
    storage_problem: Refusal | None = None
    pictures: dict[str, bytes] = field(default_factory=dict)
    reported: ReportedProblem | None = None
    uncounted: Refusal | None = None
    loose_tools: tuple[str, ...] = ()
    decisions: tuple[DecidedSituation, ...] = ()
    unassigned: Unassigned = field(default_factory=Unassigned)
    picked: PickedResult | None = None
    unproven: Unproven | None = None
    waiting: tuple[WaitingUnit, ...] | None = None
    unwanted: tuple[UnwantedResults, ...] = ()
    command: ScannedCommand | None = None
    scans: int = 0
    people: PeopleState = field(default_factory=PeopleState)
    line: LineState = field(default_factory=LineState)
    defects: DefectsState = field(default_factory=DefectsState)
    card: CardState = field(default_factory=CardState)
    quality: QualityState = field(default_factory=QualityState)
    fetch: FetchList | None = None
    material: MaterialState = field(default_factory=MaterialState)
    works: tuple[Work, ...] = ()
    places: tuple[Place, ...] = ()
    found: Found | None = None
    health: HealthFacts = field(default_factory=HealthFacts)
    charts: ChartsState = field(default_factory=ChartsState)
    settings: SettingsState = field(default_factory=SettingsState)
    is_starting: bool = False
    calibration: Refusal | None = None
    elsewhere: Elsewhere | None = None
    forms: FormsState = field(default_factory=FormsState)


class StationIntents(Protocol):
    """What a person does at the station, by touch, scanner, pedal or key.

    Every method returns at once; what it led to shows in the next :class:`StationState`.
    Callable from any thread.
    """

    def do(self, act: Act) -> None:
        """Something a person does on a page of its own; see :mod:`app.services.acts`."""

    def code_scanned(self, raw: str, means: str) -> None:
        """A code came in; ``means`` is "scanner", "wedge" or "typed"."""

    def pin_entered(self, person: str, pin: str) -> None: ...

    def signed_out(self) -> None: ...

    def order_chosen(self, order: str) -> None: ...

    def primary_pressed(self, means: str = "tap") -> None:
        """The one primary action: Done, Confirm, All OK, Next unit.  ``means``: "tap", "scan"."""

    def point_answered(self, position: str, is_ok: bool) -> None: ...

    def value_typed(self, value: Decimal) -> None: ...

    def photo_pressed(self) -> None:
        """Take the picture the step asks for, or take it again."""

    def nok_acknowledged(self) -> None: ...

    def step_redone(self, step: str, reason: str) -> None: ...

    def refusal_closed(self) -> None:
        """Back from the blocked face to the step, without fitting anything."""

    def problem_reported(self, code: str) -> None: ...

    def unit_left(self) -> None:
        """Back to the queue; the unit keeps its state and can be scanned again."""

    def retry_pressed(self) -> None:
        """Try again what a device or the storage could not do."""
