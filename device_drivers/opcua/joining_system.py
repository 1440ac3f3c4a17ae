"""What a simulated joining system does: one tool, its programs, and every result it ever made."""

from __future__ import annotations

import math
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from asyncua import ua

from device_drivers.opcua.structures import Decoded

if TYPE_CHECKING:
    from datetime import datetime

TOOL_URI = "urn:asbuilt:simulated-tool"
ACCEPTED = 0
#: The programs it has: the id, and its name; the torque they aim at.
PROGRAMS: dict[str, tuple[str, float]] = {"12": ("Cover bolts", 25.0), "13": ("Plug", 40.0)}
TOLERANCE = 0.06
#: The quantities, units and tags of the published specification.
TORQUE, ANGLE, FINAL, SINGLE, ASSEMBLY, DISASSEMBLY, EXTERNAL = 2, 3, 1, 1, 1, 2, 0
NEWTON_METRE, DEGREE = int.from_bytes(b"NU"), int.from_bytes(b"DD")
OK, NOT_OK = 1, 2


@dataclass(frozen=True, slots=True)
class Made:
    """One result.  An ``is_offline`` one was made while the tool was away from its controller."""

    number: int
    id: str
    at: datetime
    torque: float
    angle: float
    program: str
    identifiers: tuple[str, ...] = ()
    is_loosening: bool = False
    is_offline: bool = False

    @property
    def target(self) -> float:
        return PROGRAMS[self.program][1]

    @property
    def is_ok(self) -> bool:
        return not self.is_loosening and abs(self.torque - self.target) <= self.target * TOLERANCE


@dataclass
class JoiningSystem:
    """The state of it; numbers begin at 1 after each ``restart``, which forgets everything."""

    results: list[Made] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    identifiers: tuple[str, ...] = ()
    selected: str = ""
    is_enabled: bool = False
    selects_wrong: str | None = None
    #: Ids stay unique over restarts, numbers do not.
    made: int = 0

    def tighten(self, *, at: datetime, torque: float, angle: float, **kind: bool) -> Made:
        """One rundown with the selected program."""
        self.made += 1
        number = self.results[-1].number + 1 if self.results else 1
        result = Made(
            number=number,
            id=f"R-{self.made}",
            at=at,
            torque=torque,
            angle=angle,
            program=self.selected or next(iter(PROGRAMS)),
            identifiers=self.identifiers,
            **kind,
        )
        self.results.append(result)
        return result

    def forget(self, number: int) -> None:
        """Lose an old result, not the newest: that is what the next one counts from."""
        self.results = [each for each in self.results if each.number != number]

    def restart(self) -> None:
        """As after a new controller: everything is lost, and numbers begin anew."""
        self.results.clear()
        self.acknowledged.clear()
        self.is_enabled = False
        self.selected = ""
        self.identifiers = ()

    def select(self, program: str) -> int:
        """A status, as the specification has it: 0 is accepted."""
        if program not in PROGRAMS:
            return NOT_OK
        self.selected = self.selects_wrong or program
        self.selects_wrong = None
        return ACCEPTED

    def between(self, first: int, last: int) -> list[Made]:
        return [each for each in self.results if first <= each.number <= last]


def structure_of(made: Made, release: int) -> Decoded:
    """The published structure of a result."""
    return _release_2(made) if release > 1 else _release_1(made)


def _release_2(made: Made) -> Decoded:
    counter = Decoded("ResultCounterDataType", {"CounterValue": 1, "CounterType": 1})
    meta: dict[str, Any] = {
        "ResultId": made.id,
        "IsPartial": False,
        "IsSimulated": False,
        "ResultState": 1,
        "InternalRecipeId": made.program,
        "CreationTime": made.at,
        "ResultEvaluation": OK if made.is_ok else NOT_OK,
        "SequenceNumber": made.number,
        "Classification": SINGLE,
        "AssemblyType": DISASSEMBLY if made.is_loosening else ASSEMBLY,
        "AssociatedEntities": _entities(made),
        "ResultCounters": [counter],
        "IsGeneratedOffline": made.is_offline,
    }
    values = _values(made, "MeasuredValue")
    content = Decoded("JoiningResultDataType", {"OverallResultValues": values})
    meta_data = Decoded("JoiningResultMetaDataType", meta)
    return Decoded("ResultDataType", {"ResultMetaData": meta_data, "ResultContent": [content]})


def _release_1(made: Made) -> Decoded:
    tags = [Decoded("TagDataType", {"Name": "VIN", "Value": text}) for text in made.identifiers]
    content = Decoded("TighteningResultDataType", {"OverallResultValues": _values(made, "Value")})
    values = {
        "ResultId": uuid.UUID(int=int(made.id.rpartition("-")[2])),
        "CreationTime": made.at,
        "ResultEvaluation": OK if made.is_ok else NOT_OK,
        "SequenceNumber": made.number,
        "Tags": tags,
        "Classification": SINGLE,
        "IsSimulated": False,
        "IsPartial": False,
        "ResultContent": content,
    }
    return Decoded("ResultDataType", values)


def _entities(made: Made) -> list[Decoded]:
    given = [
        {"Name": "Serial", "EntityId": text, "IsExternal": True, "EntityType": EXTERNAL}
        for text in made.identifiers
    ]
    own = {"Name": "Tool", "EntityId": TOOL_URI, "IsExternal": False, "EntityType": 2}
    return [Decoded("EntityDataType", values) for values in [*given, own]]


def _values(made: Made, name: str) -> list[Decoded]:
    low, high = made.target * (1 - TOLERANCE), made.target * (1 + TOLERANCE)
    evaluation = OK if low <= made.torque <= high else NOT_OK
    torque = {
        name: made.torque,
        "Name": "Final torque",
        "ResultEvaluation": evaluation,
        "ValueTag": FINAL,
        "LowLimit": round(low, 3),
        "HighLimit": round(high, 3),
        "TargetValue": made.target,
        "PhysicalQuantity": TORQUE,
        "EngineeringUnits": _unit(NEWTON_METRE, "N·m"),
    }
    angle = {
        name: math.fmod(made.angle, 36_000),
        "Name": "Final angle",
        "ResultEvaluation": OK,
        "ValueTag": FINAL,
        "PhysicalQuantity": ANGLE,
        "EngineeringUnits": _unit(DEGREE, "deg"),
    }
    return [Decoded("ResultValueDataType", values) for values in (torque, angle)]


def _unit(number: int, text: str) -> ua.EUInformation:
    return ua.EUInformation(
        NamespaceUri="http://www.opcfoundation.org/UA/units/un/cefact",
        UnitId=ua.Int32(number),
        DisplayName=ua.LocalizedText(text),
    )
