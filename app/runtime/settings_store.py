"""The settings of the station's file, as the screen sees them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.runtime.config_file import ConfigFile
from app.services.settings_state import ScreenSettings, SettingsState

if TYPE_CHECKING:
    from pathlib import Path

    from app.runtime.config import StationConfig


class FileSettings:
    """Implements :class:`app.services.settings.SettingsStore`.  Blocking."""

    def __init__(self, path: Path) -> None:
        self._file = ConfigFile(path)

    def load(self) -> SettingsState:
        return settings_of(self._file.read())

    def write(self, key: str, value: str | bool | float) -> SettingsState:
        return settings_of(self._file.write(key, value))


def settings_of(config: StationConfig) -> SettingsState:
    """What may be changed at the station, and what is told there."""
    screen, server = config.screen, config.server
    values = {
        "station.id": config.station.id,
        "station.name": config.station.name,
        "station.line": config.station.line,
        "station.data": config.station.data,
        "screen.theme": screen.theme,
        "screen.language": screen.language,
        "screen.px_per_mm": f"{screen.px_per_mm:g}",
        "screen.sound": _on(screen.sound),
        "screen.gloves": _on(screen.gloves),
        "screen.motion": _on(screen.motion),
        "screen.full_screen": _on(screen.full_screen),
        "server.url": server.url if server else "",
        "server.ca_file": (server.ca_file or "") if server else "",
        "scada.listen": config.scada.listen if config.scada else "",
    }
    values |= {f"device.{d.name}.url": d.url for d in config.device}
    return SettingsState(
        screen=ScreenSettings(
            theme=screen.theme,
            language=screen.language,
            px_per_mm=screen.px_per_mm,
            has_sound=screen.sound,
            has_gloves=screen.gloves,
            has_motion=screen.motion,
        ),
        values=values,
        devices=tuple((d.name, d.kind) for d in config.device),
    )


def _on(is_on: bool) -> str:
    return "on" if is_on else "off"
