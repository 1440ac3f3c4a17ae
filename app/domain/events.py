"""Every fact a station can record: one class a kind, and the registry of kinds.

A body is immutable once written anywhere.  A change of meaning is a new version of the kind
with an upcaster; unknown kinds are kept and forwarded untouched.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, TypeAlias

from app.domain.broadcasts import BroadcastBody
from app.domain.calibration import Calibrated
from app.domain.curve_events import CurveBody
from app.domain.event_body import Body as Body  # noqa: PLC0414 - others take it from here
from app.domain.evidence_events import EvidenceBody
from app.domain.form_events import FormBody
from app.domain.labels import Label
from app.domain.line_events import LineBody
from app.domain.material_events import MaterialBody
from app.domain.material_events import PartFitted as PartFitted  # noqa: PLC0414 - as Body
from app.domain.memory_events import MemoryBody
from app.domain.problem_events import ProblemBody
from app.domain.quality_events import QualityBody
from app.domain.readings import Reading
from app.domain.sample_events import SampleBody
from app.domain.spc import SpcBody


class StationStarted(Body, frozen=True, kw_only=True):
    """The station came up; ``previous_head`` links a new epoch to the one before."""

    KIND: ClassVar[str] = "station.started"
    software: str
    previous_head: str | None = None


class NoteWritten(Body, frozen=True, kw_only=True):
    """Somebody's own words."""

    KIND: ClassVar[str] = "note.written"
    text: str


class PersonSignedIn(Body, frozen=True, kw_only=True):
    """``means`` is "badge" or "pin"; ``crew`` is who is there then, if more than one."""

    KIND: ClassVar[str] = "person.signed_in"
    person: str
    role: str
    means: str
    crew: tuple[str, ...] = ()


class SignInRefused(Body, frozen=True, kw_only=True):
    """``person`` is None for a badge nobody knows."""

    KIND: ClassVar[str] = "sign_in.refused"
    code: str
    means: str
    person: str | None = None


class PersonSignedOut(Body, frozen=True, kw_only=True):
    """The work on the screen stays as it is; ``stays`` is who of a crew goes on.

    ``why`` is "person", "idle" (nobody did anything), "training" (it was over) or "roster" (the
    plant no longer lets the person work here).
    """

    KIND: ClassVar[str] = "person.signed_out"
    person: str
    why: str = "person"
    stays: str | None = None


class TrainingStarted(Body, frozen=True, kw_only=True):
    """``trainer`` answers for ``trainee``, who lacks the certificates ``skills``."""

    KIND: ClassVar[str] = "training.started"
    trainee: str
    trainer: str
    trainer_name: str
    skills: tuple[str, ...]
    means: str


class TrainingEnded(Body, frozen=True, kw_only=True):
    """``why`` is "signed_out", "switched", "shift" or "roster"."""

    KIND: ClassVar[str] = "training.ended"
    trainee: str
    trainer: str
    why: str


class SignedOff(Body, frozen=True, kw_only=True):
    """A second person signed what somebody else did: printed name, meaning, and by what means.

    ``act`` is what was signed ("confirm" …), ``right`` what it takes.  The time is the event's.
    ``signs`` is the hash of what was signed: of the next fact recorded with it.
    """

    KIND: ClassVar[str] = "signed.off"
    act: str
    right: str
    meaning: str
    person: str
    name: str
    role: str
    means: str
    step: str | None = None
    signs: str | None = None


class UnitStarted(Body, frozen=True, kw_only=True):
    """A unit entered the station, frozen to an instruction's ``revision``.

    ``trainer`` answers for whoever started it without a certificate.
    """

    KIND: ClassVar[str] = "unit.started"
    serial: str
    order: str
    product: str
    variant: str
    instruction: str
    revision: str
    raw: str
    trainer: str | None = None


class UnitLeft(Body, frozen=True, kw_only=True):
    """The operator went back to the queue with the unit unfinished; it keeps its state."""

    KIND: ClassVar[str] = "unit.left"
    serial: str


class UnitResumed(Body, frozen=True, kw_only=True):
    """A unit left earlier is in work again."""

    KIND: ClassVar[str] = "unit.resumed"
    serial: str


class ScanRefused(Body, frozen=True, kw_only=True):
    """A scan that changed nothing, and why: ``code`` and its facts."""

    KIND: ClassVar[str] = "scan.refused"
    code: str
    raw: str
    facts: dict[str, str]
    step: str | None = None


class ToolArmed(Body, frozen=True, kw_only=True):
    """The controller confirmed the program and the tool was enabled."""

    KIND: ClassVar[str] = "tool.armed"
    step: str
    tool: str
    program: int


class ToolLocked(Body, frozen=True, kw_only=True):
    """The tool was disabled; ``confirmed`` is False when the controller did not answer."""

    KIND: ClassVar[str] = "tool.locked"
    tool: str
    confirmed: bool


class TighteningRecorded(Body, frozen=True, kw_only=True):
    """A rundown at a position.

    ``ok`` is our own judgement, ``reasons`` the codes against it.  ``counted`` is False for
    what is kept as evidence only: a loosening, or one too many.  ``means`` is "tool", or "person"
    when somebody said afterwards that it was made here.
    """

    KIND: ClassVar[str] = "tightening.recorded"
    step: str
    position: str
    attempt: int
    ok: bool
    counted: bool
    reading: Reading
    reasons: tuple[str, ...] = ()
    means: str = "tool"
    calibration: Calibrated | None = None


class MeasurementRecorded(Body, frozen=True, kw_only=True):
    """One value of a characteristic.  ``means`` is "gauge" or "typed".

    ``is_blind`` says that whoever measured did not see the limits before.
    """

    KIND: ClassVar[str] = "measurement.recorded"
    step: str
    characteristic: str
    attempt: int
    ok: bool
    means: str
    reading: Reading
    reasons: tuple[str, ...] = ()
    calibration: Calibrated | None = None
    is_blind: bool = False


class ReadingUnassigned(Body, frozen=True, kw_only=True):
    """A result nobody asked for: kept, never counted, for a person to look at.

    ``during`` is the unit that was in work when it came, which need not be the one it was made on.
    """

    KIND: ClassVar[str] = "reading.unassigned"
    reading: Reading
    reason: str
    during: str | None = None


class ReadingAssigned(Body, frozen=True, kw_only=True):
    """A person found out where an unassigned result was made: it counts there from now on."""

    KIND: ClassVar[str] = "reading.assigned"
    recorded: TighteningRecorded

    @property
    def step(self) -> str:
        return self.recorded.step


class ReadingDiscarded(Body, frozen=True, kw_only=True):
    """A person found out that an unassigned result belongs to no unit; it stays on record."""

    KIND: ClassVar[str] = "reading.discarded"
    source: str
    result_id: str
    why: str
    epoch: int = 1


class CurveAttached(Body, frozen=True, kw_only=True):
    """The trace of an earlier result, as a blob of :class:`app.domain.readings.Curve` JSON."""

    KIND: ClassVar[str] = "curve.attached"
    source: str
    epoch: int
    result_id: str
    blob: str
    samples: int


class NokAcknowledged(Body, frozen=True, kw_only=True):
    """The operator saw the NOK; the tool may be armed again for the same place."""

    KIND: ClassVar[str] = "nok.acknowledged"
    step: str
    position: str | None = None


class PointInspected(Body, frozen=True, kw_only=True):
    """One place of a visual inspection was answered."""

    KIND: ClassVar[str] = "point.inspected"
    step: str
    position: str
    ok: bool


class StepConfirmed(Body, frozen=True, kw_only=True):
    """A human claim or a machine's answer.  ``means`` is "tap", "badge", "scan" or "machine"."""

    KIND: ClassVar[str] = "step.confirmed"
    step: str
    means: str
    detail: str | None = None


class PhotoTaken(Body, frozen=True, kw_only=True):
    """A picture that a person found good, as a JPEG blob; what was taken again is not kept.

    The size is what the camera gave.  ``taken_at`` is when it was taken, the event's own time
    when it was accepted.
    """

    KIND: ClassVar[str] = "photo.taken"
    step: str
    camera: str
    blob: str
    width_px: int
    height_px: int
    taken_at: datetime


class MachineRefused(Body, frozen=True, kw_only=True):
    """The machine answered a request with no."""

    KIND: ClassVar[str] = "machine.refused"
    step: str
    request: str
    code: str


class StepCompleted(Body, frozen=True, kw_only=True):
    """Everything the step asks for is there.

    ``crew`` is who was there, if more than one; ``trainer`` answers for who lacked a certificate.
    """

    KIND: ClassVar[str] = "step.completed"
    step: str
    crew: tuple[str, ...] = ()
    trainer: str | None = None


class StepRedone(Body, frozen=True, kw_only=True):
    """The step is to do again; what was recorded stays."""

    KIND: ClassVar[str] = "step.redone"
    step: str
    reason: str


class StepSkipped(Body, frozen=True, kw_only=True):
    """The step was left out by somebody with the ``right`` its instruction names, and why."""

    KIND: ClassVar[str] = "step.skipped"
    step: str
    reason: str
    right: str


class UnitHeld(Body, frozen=True, kw_only=True):
    """The unit may not go on: too many failed attempts, or a person said so.

    ``owner`` is whose decision it waits for, ``defect`` the number of the one it waits with.
    """

    KIND: ClassVar[str] = "unit.held"
    serial: str
    code: str
    step: str | None = None
    owner: str | None = None
    defect: int | None = None


class ProblemReported(Body, frozen=True, kw_only=True):
    """Somebody pressed Problem; ``code`` is the tile they chose.

    "not_safe" stops the unit in work until ``problem.ended``.
    """

    KIND: ClassVar[str] = "problem.reported"
    code: str
    step: str | None = None


class UnitCompleted(Body, frozen=True, kw_only=True):
    """All steps are done.  ``evidence`` is "provable" or "not_provable"; ``gaps`` names why."""

    KIND: ClassVar[str] = "unit.completed"
    serial: str
    evidence: str
    gaps: tuple[str, ...] = ()
    reworked: int = 0


class LabelRequested(Body, frozen=True, kw_only=True):
    """A label goes to a printer once; written before it is sent.

    ``again_for`` is the reason of whoever wants a second one: damaged, lost, unreadable, not_out.
    """

    KIND: ClassVar[str] = "label.requested"
    job: str
    printer: str
    label: Label
    again_for: str | None = None


class LabelEnded(Body, frozen=True, kw_only=True):
    """What became of it: "printed", "not_printed" or, when nobody knows, "unknown"."""

    KIND: ClassVar[str] = "label.ended"
    job: str
    printer: str
    outcome: str
    code: str | None = None
    words: str | None = None


class DeviceChanged(Body, frozen=True, kw_only=True):
    """A device's link changed: ``state`` is a LinkState's value."""

    KIND: ClassVar[str] = "device.changed"
    device: str
    state: str
    detail: str | None = None


class SettingChanged(Body, frozen=True, kw_only=True):
    """Somebody changed a setting of this station, and why; passwords are left out."""

    KIND: ClassVar[str] = "setting.changed"
    key: str
    before: str
    after: str
    why: str


class MachineChanged(Body, frozen=True, kw_only=True):
    """The machine's own state, as its PLC says."""

    KIND: ClassVar[str] = "machine.changed"
    machine: str
    state: str
    part_present: bool


EventBody: TypeAlias = (
    StationStarted
    | NoteWritten
    | PersonSignedIn
    | SignInRefused
    | PersonSignedOut
    | TrainingStarted
    | TrainingEnded
    | SignedOff
    | UnitStarted
    | UnitLeft
    | UnitResumed
    | MaterialBody
    | QualityBody
    | SampleBody
    | EvidenceBody
    | SpcBody
    | CurveBody
    | ScanRefused
    | ToolArmed
    | ToolLocked
    | TighteningRecorded
    | MeasurementRecorded
    | ReadingUnassigned
    | ReadingAssigned
    | ReadingDiscarded
    | CurveAttached
    | NokAcknowledged
    | PointInspected
    | StepConfirmed
    | PhotoTaken
    | MachineRefused
    | StepCompleted
    | StepRedone
    | StepSkipped
    | UnitHeld
    | ProblemReported
    | ProblemBody
    | UnitCompleted
    | LineBody
    | BroadcastBody
    | LabelRequested
    | LabelEnded
    | DeviceChanged
    | MachineChanged
    | SettingChanged
    | MemoryBody
    | FormBody
)

KINDS: dict[str, type[Body]] = {cls.KIND: cls for cls in EventBody.__args__}
