"""What makes an instruction a check: when it is to be done, where, by whom, and what follows."""

from __future__ import annotations

import re

from msgspec import Struct

_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
#: A slip of the pen must not make a check due for ever, or never.
_MOST_HOURS, _MOST_UNITS, _MOST_MINUTES, _MOST_TIMES = 31 * 24, 100_000, 7 * 24 * 60, 100


class Weekly(Struct, frozen=True):
    """Every week on ``day`` (1 is Monday) at ``at`` ("HH:MM" on the plant's wall)."""

    day: int
    at: str

    def __post_init__(self) -> None:
        """Raises ValueError for a day or a time that never comes."""
        if self.day not in range(1, 8):
            _refuse(f"weekly: day {self.day} must be 1 (Monday) to 7 (Sunday)")
        _check_clock("weekly", self.at)


class FormRule(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A check, run without a unit; each of the conditions alone makes it due.

    At the start of every shift; ``daily`` at times of the plant's wall ("HH:MM"); ``weekly``;
    ``every_h`` hours after the one before ended; after ``every_units`` units completed here; after
    a stop of ``after_stop_min`` minutes or more; ``after_device`` when a device's connection was
    changed.  It is overdue ``within_min`` minutes after it fell due.

    ``stations`` empty means all, ``roles`` and ``skills`` empty anybody.  It may be put off once,
    by ``put_off_min`` minutes (0: never), and left out by who has ``skip_right``.  With
    ``overdue_blocks`` no unit is begun while it is overdue; with ``failed_blocks`` none while a
    line that failed is not settled, by a good check or by who has ``settle_right``.
    """

    each_shift: bool = False
    daily: tuple[str, ...] = ()
    weekly: tuple[Weekly, ...] = ()
    every_h: int = 0
    every_units: int = 0
    after_stop_min: int = 0
    after_device: bool = False
    within_min: int = 60
    stations: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    put_off_min: int = 0
    skip_right: str | None = None
    overdue_blocks: bool = False
    failed_blocks: bool = False
    settle_right: str = "sign_off"

    def __post_init__(self) -> None:
        """Raises ValueError, naming the key, for a rule that no station could go by."""
        for at in self.daily:
            _check_clock("daily", at)
        if len(self.daily) + len(self.weekly) > _MOST_TIMES:
            _refuse(f"daily, weekly: at most {_MOST_TIMES} times")
        for name, most in (
            ("every_h", _MOST_HOURS),
            ("every_units", _MOST_UNITS),
            ("after_stop_min", _MOST_MINUTES),
            ("put_off_min", _MOST_MINUTES),
            ("within_min", _MOST_MINUTES),
        ):
            value, least = getattr(self, name), int(name == "within_min")
            if not least <= value <= most:
                _refuse(f"{name} {value}: expected {least} to {most}")


def _check_clock(name: str, at: str) -> None:
    if not _CLOCK.fullmatch(at):
        _refuse(f"{name} {at!r}: expected a time of day such as 06:00")


def _refuse(message: str) -> None:
    raise ValueError(message)
