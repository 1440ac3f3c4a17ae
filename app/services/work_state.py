"""Long work, as the screen sees it."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Newer software draws what it shows anew from the records, before the station is open.
UPGRADE = "upgrade"


@dataclass(frozen=True, slots=True)
class Ending:
    """What became of it, as a code with facts; ``lines`` are details for who wants them."""

    code: str
    is_ok: bool
    facts: dict[str, str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """``done`` of ``total`` (0: unknown) since ``since_us``; ``ending`` once it is over.

    ``about`` says what it is done to, when there is more than one.
    """

    name: str
    since_us: int
    done: int = 0
    total: int = 0
    can_cancel: bool = True
    about: str = ""
    ending: Ending | None = None
    ended_us: int | None = None

    @property
    def is_over(self) -> bool:
        return self.ended_us is not None
