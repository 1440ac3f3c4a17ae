"""From a joining system's result (OPC 40450/40451) to a reading.

Servers are known that encode results wrongly without an error: what is not plausible is kept
with its bytes, and never counted.

Where the numbers are from: evaluations and states from ResultEvaluationEnum and ResultMetaDataType
of the nodeset of OPC 40001-101; classifications from OPC 40450-1 1.01, table 208; value tags from
its table 212.  Its nodeset 1.01.0 has no values for those bytes.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from app.domain.readings import Judgement, Quality, Quantity, Reading, ReadingKind
from device_drivers.opcua.structures import Decoded

if TYPE_CHECKING:
    from collections.abc import Mapping

OK, NOT_OK = 1, 2
#: Undefined, OK, not OK, not decidable.
EVALUATIONS = range(4)
#: States in which OK is believed: undefined, completed.  Not while processing, aborted or failed.
_OK_STATES = range(2)
SINGLE = 1
#: Undefined, assembly, disassembly: not checked against the text of the specification, so that
#: any other number is a doubt.
_ASSEMBLY_TYPES = range(3)
DISASSEMBLY = 2
FINAL = 1
_TORQUE, _ANGLE = 2, 3
_QUANTITIES: Mapping[int, str] = MappingProxyType({_TORQUE: "torque", _ANGLE: "angle"})
#: Classifications that are no single result.
_GROUPS: Mapping[int, str] = MappingProxyType(
    {
        2: "sync result",
        3: "batch result",
        4: "job result",
        5: "stitching result",
        6: "intervention",
        7: "text result",
    }
)
_UNITS: Mapping[str, str] = MappingProxyType(
    {
        "nm": "N.m",
        "ncm": "N.cm",
        "cnm": "cN.m",
        "knm": "kN.m",
        "lbfft": "[lbf_av].[ft_i]",
        "ftlbf": "[lbf_av].[ft_i]",
        "lbfin": "[lbf_av].[in_i]",
        "inlbf": "[lbf_av].[in_i]",
        "kgfm": "kgf.m",
        "deg": "deg",
        "°": "deg",
        "degree": "deg",
        "rad": "rad",
    }
)
#: The UNECE codes as OPC UA numbers them: the letters, one byte each.
_UNIT_IDS: Mapping[int, str] = MappingProxyType(
    {int.from_bytes(b"NU"): "N.m", int.from_bytes(b"DD"): "deg", int.from_bytes(b"C81"): "rad"}
)
#: What identifies a unit among the tags of release 1.
_IDENTIFIER_TAGS = frozenset({"VIN", "SERIAL", "SERIALNUMBER", "IDENTIFIER", "PARTID"})


@dataclass(frozen=True, slots=True)
class Result:
    """A result as it came: its number in the joining system, its id, and the reading of it."""

    number: int | None
    result_id: str
    reading: Reading


#: Which program one of these names is.
ProgramOf = Callable[[Iterable[str]], "str | None"]


@dataclass(frozen=True, slots=True)
class ResultReader:
    """Reads results of one source."""

    source: str
    now: Callable[[], datetime]
    program_of: ProgramOf

    def read(self, decoded: Decoded, raw: bytes, *, backfilled: bool = False) -> Result:
        """The reading in ``decoded``; quarantined, with its bytes, if it is not plausible."""
        meta = _flat(decoded)
        content = _content(decoded)
        number, result_id = _number(meta), str(meta.get("ResultId") or "")
        doubt = _doubt(meta, number, result_id, content)
        if doubt is not None:
            return Result(None, result_id, self.quarantine(raw, doubt))
        kind, ok, state = _verdict(meta)
        values = () if content is None else _quantities(content)
        if kind is ReadingKind.TIGHTENING and not any(q.name == "torque" for q in values):
            doubt = "a tightening without a torque"
            return Result(None, result_id, self.quarantine(raw, doubt))
        reading = Reading(
            kind=kind,
            source=self.source,
            result_id=_reading_id(meta, number, result_id),
            received_at=self.now(),
            at_device=_time(meta.get("CreationTime")),
            ok=ok,
            state=state,
            values=values,
            program=self.program_of(_program_names(meta, content)),
            identifiers=_identifiers(meta),
            backfilled=backfilled or meta.get("IsGeneratedOffline") is True,
        )
        return Result(None if meta.get("IsPartial") is True else number, result_id, reading)

    def quarantine(self, raw: bytes, reason: str) -> Reading:
        """What is kept of a result nobody can read."""
        return Reading(
            kind=ReadingKind.TIGHTENING,
            source=self.source,
            result_id=f"bytes:{hashlib.sha256(raw).hexdigest()[:16]}",
            received_at=self.now(),
            quality=Quality.QUARANTINED,
            reason=reason,
            raw=raw.hex(),
        )

    def gap(self, first: int, last: int, *, epoch: int, reason: str) -> Reading:
        """The results ``first`` to ``last`` were made and cannot be had.

        Always as a range: a gap under a result's own number would be in that result's place if
        it comes after all.
        """
        return Reading(
            kind=ReadingKind.GAP,
            source=self.source,
            epoch=epoch,
            result_id=f"{first}-{last}",
            received_at=self.now(),
            reason=reason,
        )

    def note(self, result_id: str, kind: ReadingKind, state: str, *, epoch: int = 1) -> Reading:
        """Something to be known of the results themselves."""
        return Reading(
            kind=kind,
            source=self.source,
            epoch=epoch,
            result_id=result_id,
            received_at=self.now(),
            state=state,
        )


def _flat(decoded: Decoded) -> dict[str, Any]:
    """The meta data: a structure of its own since release 2, the result itself before."""
    meta = decoded.get("ResultMetaData")
    return meta.values if isinstance(meta, Decoded) else decoded.values


def _content(decoded: Decoded) -> Decoded | None:
    content = decoded.get("ResultContent")
    parts = content if isinstance(content, list) else [content]
    found = (p for p in parts if isinstance(p, Decoded) and "OverallResultValues" in p.values)
    return next(found, None)


def _number(meta: dict[str, Any]) -> int | None:
    number = meta.get("SequenceNumber")
    return number if isinstance(number, int) and number >= 0 else None


def _doubt(
    meta: dict[str, Any], number: int | None, result_id: str, content: Decoded | None
) -> str | None:
    """Why this cannot be what the joining system meant."""
    if not result_id.strip():
        return "a result without an id"
    if number is None:
        return "a result without a sequence number: none could be missed unnoticed"
    if not all(math.isfinite(_measured(value)) for value in _values(content)):
        return "a measured value that is no number"
    return _doubt_of_marks(meta)


def _doubt_of_marks(meta: dict[str, Any]) -> str | None:
    """Why what decides whether the result counts cannot be relied on."""
    evaluation, classification = meta.get("ResultEvaluation"), meta.get("Classification")
    state, assembly = meta.get("ResultState"), meta.get("AssemblyType")
    if not _is_one_of(evaluation, EVALUATIONS):
        return f"an evaluation of {evaluation!r}"
    if not _is_one_of(classification, (SINGLE, *_GROUPS)):
        return f"a classification of {classification!r}"
    for name in ("IsSimulated", "IsPartial"):
        if not isinstance(meta.get(name), bool | None):
            return f"{name} is {meta.get(name)!r}"
    if assembly is not None and not _is_one_of(assembly, _ASSEMBLY_TYPES):
        return f"an assembly type of {assembly!r}"
    if evaluation == OK and state is not None and not _is_one_of(state, _OK_STATES):
        return f"an OK in result state {state!r}"
    return None


def _is_one_of(value: object, known: Container[int]) -> bool:
    """A whole number that is known; Python would take True for 1."""
    return isinstance(value, int) and not isinstance(value, bool) and value in known


def _verdict(meta: dict[str, Any]) -> tuple[ReadingKind, bool | None, str | None]:
    """OK is only what the joining system calls OK, and a tightening, whole and real."""
    group = _GROUPS.get(meta["Classification"])
    if group is not None:
        return ReadingKind.STATE, None, group
    if meta.get("IsSimulated") is True:
        return ReadingKind.STATE, None, "simulated result"
    if meta.get("IsPartial") is True:
        return ReadingKind.STATE, None, "partial result"
    if meta.get("AssemblyType") == DISASSEMBLY:
        return ReadingKind.LOOSENING, False, None
    return ReadingKind.TIGHTENING, meta.get("ResultEvaluation") == OK, None


def _reading_id(meta: dict[str, Any], number: int | None, result_id: str) -> str:
    return f"part:{result_id}" if meta.get("IsPartial") is True else str(number)


def _values(content: Decoded | None) -> list[Decoded]:
    values = content.get("OverallResultValues") if content is not None else None
    return [value for value in values or [] if isinstance(value, Decoded)]


def _measured(value: Decoded) -> float:
    measured = (
        value.get("MeasuredValue") if "MeasuredValue" in value.values else value.get("Value")
    )
    return float(measured) if isinstance(measured, int | float) else math.nan


def _quantities(content: Decoded) -> tuple[Quantity, ...]:
    """The final torque and angle, or the first there are."""
    chosen: dict[str, Decoded] = {}
    for value in sorted(_values(content), key=lambda v: v.get("ValueTag") != FINAL):
        name = _QUANTITIES.get(value.get("PhysicalQuantity"))
        if name is not None:
            chosen.setdefault(name, value)
    return tuple(_quantity(name, chosen[name]) for name in ("torque", "angle") if name in chosen)


def _quantity(name: str, value: Decoded) -> Quantity:
    low, high = _decimal(value.get("LowLimit")), _decimal(value.get("HighLimit"))
    measured = Decimal(str(_measured(value)))
    return Quantity(
        name=name,
        value=measured,
        unit=_unit(value.get("EngineeringUnits")),
        low=low,
        high=high,
        target=_decimal(value.get("TargetValue")),
        judgement=_judgement(value.get("ResultEvaluation"), measured, low, high),
    )


def _judgement(
    evaluation: object, measured: Decimal, low: Decimal | None, high: Decimal | None
) -> Judgement:
    if evaluation == OK:
        return Judgement.OK
    if evaluation == NOT_OK and low is not None and measured < low:
        return Judgement.LOW
    if evaluation == NOT_OK and high is not None and measured > high:
        return Judgement.HIGH
    return Judgement.NOT_JUDGED


def _unit(units: Any) -> str:  # noqa: ANN401  the library's structure, or none
    if units is None:
        return "?"
    known = _UNIT_IDS.get(units.UnitId)
    text = str(units.DisplayName.Text or "") if units.DisplayName else ""
    bare = "".join(c for c in text.lower() if c.isalpha() or c == "°")
    return known or _UNITS.get(bare, "?")


def _decimal(value: object) -> Decimal | None:
    if isinstance(value, int | float) and math.isfinite(value):
        return Decimal(str(value))
    return None


def _time(value: object) -> str | None:
    if not isinstance(value, datetime):
        return None
    at = value if value.tzinfo is None else value.astimezone(UTC).replace(tzinfo=None)
    return at.isoformat(timespec="milliseconds")


def _entities(meta: dict[str, Any]) -> list[Decoded]:
    return [e for e in meta.get("AssociatedEntities") or [] if isinstance(e, Decoded)]


def _identifiers(meta: dict[str, Any]) -> tuple[str, ...]:
    """What names the unit: what was given from outside, and the part's own id.

    Not every entity: a tool's id taken for a unit's would send the result to nobody.
    """
    found = [entity.get("EntityId") for entity in _entities(meta) if entity.get("IsExternal")]
    found.append(meta.get("PartId"))
    found.extend(
        tag.get("Value")
        for tag in meta.get("Tags") or []
        if isinstance(tag, Decoded) and str(tag.get("Name")).upper() in _IDENTIFIER_TAGS
    )
    return tuple(dict.fromkeys(str(each) for each in found if each))


def _program_names(meta: dict[str, Any], content: Decoded | None) -> list[str]:
    """Everything a result may call its program by."""
    names = [meta.get("InternalRecipeId"), meta.get("ExternalRecipeId")]
    if content is not None:
        names.append(content.get("ProgramId"))
    for entity in _entities(meta):
        if not entity.get("IsExternal"):
            names += [entity.get("EntityId"), entity.get("EntityOriginId")]
    return [str(name) for name in names if name]
