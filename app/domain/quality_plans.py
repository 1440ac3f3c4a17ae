"""What the plant approved beforehand: dispositions, concessions, rework operations, bypasses.

Documents like orders and lots; who may publish them is the plant's own matter, and what they say
is kept to by :mod:`app.domain.nonconformance`, ``concession``, ``rework`` and ``bypass``.
"""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from msgspec import Struct

from app.domain.instructions import BomLine, SignOffRule, Step, Text

#: Any product.
ANY = "*"


class DispositionRule(Struct, frozen=True, kw_only=True):
    """Whoever signs: one person for each of the ``signatures``, and none twice."""

    disposition: str
    signatures: tuple[SignOffRule, ...]


class DispositionRules(Struct, frozen=True, kw_only=True):
    """What the plant asks for ``product``; "*" is any that has no rules of its own."""

    KIND: ClassVar[str] = "disposition_rules"

    product: str
    rules: tuple[DispositionRule, ...]


class Concession(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A deviation accepted beforehand, for so many units of one station and until a time.

    ``by`` is the engineer or customer who granted it; no ``codes`` mean any defect.
    """

    KIND: ClassVar[str] = "concession"

    concession: str
    station: str
    by: str
    max_units: int
    valid_until: datetime
    product: str = ANY
    codes: tuple[str, ...] = ()
    words: str = ""


class OperationTemplate(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One operation of the plant's library; ``opens`` is what it undoes: "seal", "tighten/3"."""

    KIND: ClassVar[str] = "operation_template"

    template: str
    title: Text
    steps: tuple[Step, ...]
    product: str = ANY
    lines: tuple[BomLine, ...] = ()
    opens: tuple[str, ...] = ()


class Approval(Struct, frozen=True, kw_only=True):
    """Who approved the alternative beforehand."""

    person: str
    name: str
    role: str
    at: datetime


class BypassPlan(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The passport: which gate of which station, by what instead, and how far it goes.

    ``gate`` is "scan", "torque" or "camera".  ``checks`` are done on every unit that uses it;
    ``steps`` names the only steps it covers, and none means every step of the gate.  ``restart``
    says what is verified afterwards.
    """

    KIND: ClassVar[str] = "bypass"

    bypass: str
    station: str
    gate: str
    title: Text
    alternative: Text
    checks: tuple[Step, ...]
    max_units: int
    valid_until: datetime
    owner: str
    restart: Text
    approvals: tuple[Approval, ...] = ()
    steps: tuple[str, ...] = ()
