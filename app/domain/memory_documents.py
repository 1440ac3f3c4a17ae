"""What the plant tells its stations of the decision memory.

Cases and decisions go down as they stand, so that a station without the server finds, ranks and
suggests by the same rules from the same records.
"""

from __future__ import annotations

from typing import ClassVar

from msgspec import Struct

from memory.calibration import Calibration
from memory.code_lists import CodeList
from memory.records import Case, Decision


class KnownCase(Case, frozen=True, kw_only=True, omit_defaults=True):
    """A case of the plant, its own or imported."""

    KIND: ClassVar[str] = "memory_case"


class KnownDecision(Decision, frozen=True, kw_only=True, omit_defaults=True):
    """A decision and how it stands.

    ``observed`` are the figures its outcome rests on ("units", "repeats", "expected" …).
    ``suspended`` says why nobody is advised to do it again until somebody has looked, or did it
    once more ("unused");
    ``rolled_into`` is the instruction revision that took it up; ``units_since`` were built in its
    scope after it, in coarse steps.
    """

    KIND: ClassVar[str] = "memory_decision"

    observed: dict[str, float] = {}  # noqa: RUF012 - msgspec copies it
    suspended: str | None = None
    rolled_into: str | None = None
    units_since: int = 0


class SiteGlossary(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The plant's short and misspelt words; the whole table under one key, so it has a version."""

    KIND: ClassVar[str] = "memory_glossary"

    glossary: str
    version: int
    words: tuple[tuple[str, str], ...] = ()


class SiteCalibrations(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How often the plant's suggestions came true, by what they were asked for; under one key."""

    KIND: ClassVar[str] = "memory_calibrations"

    calibrations: str
    asked: dict[str, Calibration] = {}


class SiteCodes(CodeList, frozen=True, kw_only=True):
    """One of the plant's lists of codes as it stands; its ``name`` is the key."""

    KIND: ClassVar[str] = "memory_codes"


#: Written by the server alone.
MEMORY_KINDS: dict[str, type[Struct]] = {
    cls.KIND: cls for cls in (KnownCase, KnownDecision, SiteGlossary, SiteCalibrations, SiteCodes)
}
