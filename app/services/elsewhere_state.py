"""What other stations did to the unit in work, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """``done_at`` names the other station that did a step, by the step.

    Unless ``is_fresh``, the plant was asked and did not answer when the unit was taken up; then
    this is from ``told_us`` (µs UTC), None when the plant never told of the unit.
    """

    serial: str
    done_at: dict[str, str] = field(default_factory=dict)
    told_us: int | None = None
    is_fresh: bool = True
