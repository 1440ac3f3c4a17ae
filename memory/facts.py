"""What happens after a decision, as a watch reads it: one event, one fact."""

from __future__ import annotations

from typing import TypeAlias

from msgspec import Struct


class Built(Struct, frozen=True, kw_only=True, tag=True):
    """A unit was finished; ``at_us`` is UTC in µs, by the clock of its station."""

    event: str
    at_us: int
    context: dict[str, str] = {}


class Occurred(Struct, frozen=True, kw_only=True, tag=True):
    """The thing happened again; ``at_us`` is when it arose, however late it was found.

    ``has_escaped``: it was found behind the place that was to hold it back.  ``unit`` is the
    unit it was found on, "" where none is known.
    """

    event: str
    at_us: int
    key: str
    context: dict[str, str] = {}
    unit: str = ""
    has_escaped: bool = False
    is_safety: bool = False


class Measured(Struct, frozen=True, kw_only=True, tag=True):
    """Part of a price: so many minutes, pieces, euros of a tradeoff's own metric."""

    event: str
    at_us: int
    metric: str
    amount: float
    context: dict[str, str] = {}


class Changed(Struct, frozen=True, kw_only=True, tag=True):
    """A revision, tool, program or supplier (``kind``) was replaced: ``was`` is no more."""

    event: str
    at_us: int
    kind: str
    was: str
    context: dict[str, str] = {}


class Confirmed(Struct, frozen=True, kw_only=True, tag=True):
    """A person's answer to a watch of the metric "confirmed": "yes", "no", "partly", "other"."""

    event: str
    at_us: int
    decision: str
    answer: str


class Withdrawn(Struct, frozen=True, kw_only=True, tag=True):
    """The decision was taken back, or never carried out."""

    event: str
    at_us: int
    decision: str


class Retracted(Struct, frozen=True, kw_only=True, tag=True):
    """The event ``what`` was an error: it does not count."""

    event: str
    at_us: int
    what: str


Fact: TypeAlias = Built | Occurred | Measured | Changed | Confirmed | Withdrawn | Retracted
