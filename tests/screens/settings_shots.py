"""Pictures of the settings and of long work."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from tests.screens import settings_scenes as scenes

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationState


class SettingsShot(NamedTuple):
    """As :class:`tests.screens.catalogue.Shot`."""

    name: str
    face: str
    state: Callable[[], StationState]
    taps: tuple[str, ...] = ()


_IN = ("station", "settings")
_URL = "setting:device.T-07.url"
_JOURNAL = (*_IN, "group:journal", "journal:journal.check")


def _group(group: str) -> SettingsShot:
    taps = (*_IN, f"group:{group}")
    return SettingsShot(f"settings-{group}", f"settings.{group}", scenes.technician, taps)


def _trial(name: str, state: Callable[[], StationState]) -> SettingsShot:
    taps = (*_IN, "group:devices", _URL, "try")
    return SettingsShot(name, "settings.trial", state, taps)


SETTINGS_SHOTS = (
    SettingsShot("settings", "settings", scenes.technician, _IN),
    SettingsShot("settings-read-only", "settings.screen", scenes.operator, (*_IN, "group:screen")),
    *(_group(g) for g in ("station", "devices", "screen", "people", "network", "journal")),
    *(_group(g) for g in ("language", "about")),
    SettingsShot(
        "settings-choice",
        "settings.choice",
        scenes.technician,
        (*_IN, "group:language", "setting:screen.language"),
    ),
    SettingsShot(
        "settings-why",
        "settings.why",
        scenes.technician,
        (*_IN, "group:screen", "setting:screen.theme", "pick:dark"),
    ),
    SettingsShot(
        "settings-recorded",
        "settings.screen",
        scenes.changed,
        (*_IN, "group:screen", "setting:screen.theme", "pick:dark", "why:better"),
    ),
    SettingsShot("settings-waits", "settings.devices", scenes.waiting, (*_IN, "group:devices")),
    SettingsShot(
        "settings-calibrate",
        "settings.calibrate",
        scenes.technician,
        (*_IN, "group:screen", "setting:screen.px_per_mm"),
    ),
    SettingsShot(
        "settings-address",
        "settings.address",
        scenes.technician,
        (*_IN, "group:devices", _URL),
    ),
    _trial("settings-trial", partial(scenes.trial, None)),
    _trial("settings-trial-answers", partial(scenes.trial, scenes.ANSWERS)),
    _trial("settings-trial-silent", partial(scenes.trial, scenes.SILENT)),
    SettingsShot(
        "settings-places",
        "settings.places",
        scenes.places,
        (*_IN, "group:journal", "journal:journal.export"),
    ),
    SettingsShot(
        "work-ok", "work", partial(scenes.ended, "journal.check", scenes.CHECKED), _JOURNAL
    ),
    SettingsShot("work-bad", "work", partial(scenes.ended, "journal.check", scenes.BAD), _JOURNAL),
    SettingsShot(
        "work-running",
        "work",
        partial(scenes.with_work, "journal.check", done=31_200, total=48_211, since_s=0),
        _JOURNAL,
    ),
)
