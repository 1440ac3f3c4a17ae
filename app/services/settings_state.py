"""The station's settings, as the screen sees them."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class ScreenSettings:
    """How the screen looks and sounds; a change of it shows at once."""

    theme: str
    language: str
    px_per_mm: float
    has_sound: bool
    has_gloves: bool
    has_motion: bool


@dataclass(frozen=True, slots=True)
class ChangedSetting:
    """The change recorded last: the screen says "recorded" only once this names it."""

    key: str
    before: str
    after: str
    at_us: int


@dataclass(frozen=True, slots=True)
class SettingsState:
    """``values`` by their keys ("screen.theme"), as text; ``devices`` in the file's order.

    ``waits`` are the keys that take effect when the station starts the next time; ``software``
    is the version that runs.
    """

    screen: ScreenSettings | None = None
    values: dict[str, str] = field(default_factory=dict)
    devices: tuple[tuple[str, str], ...] = ()
    changed: ChangedSetting | None = None
    waits: tuple[str, ...] = ()
    software: str = ""
