"""Whether a gauge or tool may be trusted today: its calibration record against the date.

A record that runs out does not stop work at a stroke.  First it is said that it will, then (only
where the plant allows so many days) its results count and cannot be proven, then none counts.
"""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from msgspec import Struct

from app.domain.refusal import Refusal

if TYPE_CHECKING:
    from collections.abc import Iterable

#: The record that says what holds for devices without one of their own.
EVERY = "*"


class Calibration(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The calibration of ``device``; ``record`` is the certificate's number.

    It is good until the end of ``due``.  ``owner`` sees to the next one, and ``action`` says what
    that is.  For ``grace_days`` more its results count without being provable.  ``device`` "*"
    with ``is_required`` says that no device may be used without a record.
    """

    KIND: ClassVar[str] = "calibration"

    device: str
    record: str = ""
    due: date | None = None
    owner: str = ""
    action: str = ""
    warn_days: int = 14
    grace_days: int = 0
    is_withdrawn: bool = False
    is_required: bool = False


class Grade(StrEnum):
    """From good to worst."""

    GOOD = "good"
    SOON = "soon"
    GRACE = "grace"
    OVERDUE = "overdue"
    WITHDRAWN = "withdrawn"
    MISSING = "missing"


class Calibrated(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Under which calibration a value was made, as its record keeps it."""

    record: str
    grade: str
    due: date | None = None


#: What a device in these states says is not taken.
BARRED = frozenset({Grade.OVERDUE, Grade.WITHDRAWN, Grade.MISSING})


def record_of(device: str, records: Iterable[Calibration]) -> Calibration | None:
    """The device's own record; else the plant's rule for those without, if it has one."""
    by_device = {record.device: record for record in records}
    return by_device.get(device) or by_device.get(EVERY)


def grade(record: Calibration | None, today: date) -> Grade:
    """How far the calibration holds on ``today``; a plant that keeps no records has no opinion."""
    if record is None:
        return Grade.GOOD
    if record.is_withdrawn:
        return Grade.WITHDRAWN
    if record.device == EVERY:
        return Grade.MISSING if record.is_required else Grade.GOOD
    if record.due is None:
        return Grade.MISSING
    if today > record.due + timedelta(days=record.grace_days):
        return Grade.OVERDUE
    if today > record.due:
        return Grade.GRACE
    return Grade.SOON if today + timedelta(days=record.warn_days) > record.due else Grade.GOOD


def about(device: str, record: Calibration | None, today: date) -> Refusal | None:
    """What there is to say of it: which record, who sees to it, what is next; None when good."""
    found = grade(record, today)
    if record is None or found is Grade.GOOD:
        return None
    facts = {
        "device": device,
        "record": record.record,
        "due": "" if record.due is None else record.due.isoformat(),
        "owner": record.owner,
        "action": record.action,
    }
    return Refusal(f"calibration.{found}", {name: fact for name, fact in facts.items() if fact})


def is_barred(said: Refusal | None) -> bool:
    """Whether what :func:`about` says means that the device is not to be used."""
    return said is not None and said.code.removeprefix("calibration.") in BARRED


def calibrated(record: Calibration | None, today: date) -> Calibrated | None:
    """What goes into the record of a value; None where the plant keeps no calibration record."""
    found = grade(record, today)
    if record is None or (record.device == EVERY and found is Grade.GOOD):
        return None
    return Calibrated(record=record.record, grade=found, due=record.due)
