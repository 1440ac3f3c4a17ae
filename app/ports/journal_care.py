"""Port: what a technician does with the journal as a whole, and where a copy can go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    #: Told how much of how much is done; may raise to stop the work.
    OnProgress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that can take files; ``is_removable`` for a stick somebody plugged in."""

    name: str
    folder: str
    free_bytes: int
    is_removable: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of the journal found; ``problems`` are sentences, none if all is well."""

    events: int
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: where, and how many events are in it."""

    path: str
    events: int


class JournalCare(Protocol):
    """Blocking work on the journal's file beside the station; run it on a thread of its own.

    Raises StorageFault when the file cannot be read, InvalidInput when the target is taken,
    OSError when it cannot be written.
    """

    def places(self) -> tuple[Place, ...]:
        """Where a copy can go now, sticks first."""
        ...

    def check(self, told: OnProgress) -> Checked: ...

    def export(self, folder: str, told: OnProgress) -> Written:
        """One event a line, exactly as stored."""
        ...

    def copy(self, folder: str, told: OnProgress) -> Written:
        """A whole copy that another station can be restored from."""
        ...
