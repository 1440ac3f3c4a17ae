"""Changing a setting: may they, is it valid, was it tried; then the file, then the record.

The file is written first and the fact recorded after it: if the record fails, the value is put
back, so that no setting is in force that nobody is on record for.
"""

from __future__ import annotations

import asyncio
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from app.domain.envelope import Actor
from app.domain.errors import InvalidInput, StorageFault
from app.domain.events import SettingChanged
from app.domain.languages import SCREEN_LANGUAGES
from app.domain.refusal import Refusal
from app.domain.rights import CHANGE_SETTINGS
from app.ports.journal import NewEvent
from app.services.acts import Act
from app.services.settings_state import ChangedSetting, SettingsState

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.ports.clock import Clock
    from app.ports.journal import Journal
    from app.services.acts import Acts
    from app.services.long_work import LongWork, Told
    from app.services.state_board import StateBoard
    from app.services.work_state import Ending

#: The work of trying a device's new address.
TRIAL = "trial"
_ON_OFF = ("on", "off")
CHOICES: dict[str, tuple[str, ...]] = {
    "screen.theme": ("light", "dark"),
    "screen.language": SCREEN_LANGUAGES,
    "screen.sound": _ON_OFF,
    "screen.gloves": _ON_OFF,
    "screen.motion": _ON_OFF,
    "screen.full_screen": _ON_OFF,
}
#: What takes effect only when the station starts again.
AT_START = frozenset({"screen.full_screen", "station.name"})
#: As far from any panel as a slip of the hand; a bank card would not fit on the glass.
PX_PER_MM = (2.0, 12.0)
_MOST_NAME = 40


class SettingsStore(Protocol):
    """Where settings are kept: the station's file."""

    def load(self) -> SettingsState:
        """All of them, as they are; raises InvalidInput."""
        ...

    def write(self, key: str, value: str | bool | float) -> SettingsState:
        """Give ``key`` a value; raises InvalidInput, and nothing has changed."""
        ...


@dataclass(frozen=True, slots=True)
class ChangeSetting(Act):
    """``value`` as text ("on", "4.02"); ``why`` is a code or own words."""

    key: str
    value: str
    why: str


@dataclass(frozen=True, slots=True)
class TryAddress(Act):
    """See whether ``device`` answers at ``url``, before it is saved."""

    device: str
    url: str


@dataclass(frozen=True, slots=True)
class RestartStation(Act):
    """Let what waits for a start take effect now; the open unit is recovered."""


class Settings:
    """``try_url`` looks at who answers at a device's URL; ``restart`` starts the station anew."""

    def __init__(
        self,
        *,
        store: SettingsStore,
        board: StateBoard,
        journal: Journal,
        clock: Clock,
        works: LongWork,
        try_url: Callable[[str], Awaitable[Ending]],
        restart: Callable[[], None],
    ) -> None:
        self._store = store
        self._board = board
        self._journal = journal
        self._clock = clock
        self._works = works
        self._try_url = try_url
        self._restart = restart

    def add_to(self, acts: Acts) -> None:
        acts.add(ChangeSetting, self._change)
        acts.add(TryAddress, self._try)
        acts.add(RestartStation, self._start_again)

    async def see(self) -> None:
        """Publish what the file says."""
        self._board.update(settings=await asyncio.to_thread(self._store.load))

    async def _change(self, act: ChangeSetting) -> Refusal | None:
        state = self._board.state
        if not state.people.may(CHANGE_SETTINGS) or state.person is None:
            return state.people.without(CHANGE_SETTINGS)
        refusal = self._why_not(act)
        if refusal is not None:
            return refusal
        before = state.settings.values.get(act.key, "")
        try:
            now = await asyncio.to_thread(self._store.write, act.key, _typed(act.key, act.value))
        except InvalidInput as error:
            return Refusal("setting.not_saved", {"why": str(error)})
        body = SettingChanged(
            key=act.key, before=without_password(before), after=_shown(act), why=act.why
        )
        try:
            await self._journal.append(NewEvent(body, Actor("person", state.person.person)))
        except StorageFault:
            await asyncio.to_thread(self._store.write, act.key, _typed(act.key, before))
            raise
        self._publish(now, act, body)
        return None

    def _publish(self, now: SettingsState, act: ChangeSetting, body: SettingChanged) -> None:
        waits = self._board.state.settings.waits
        is_late = act.key in AT_START or act.key.startswith("device.")
        if is_late and act.key not in waits:
            waits = (*waits, act.key)
        at_us = self._clock.now_us()
        changed = ChangedSetting(act.key, body.before, body.after, at_us)
        settings = replace(self._board.state.settings, screen=now.screen, values=now.values)
        self._board.update(
            settings=replace(settings, devices=now.devices, changed=changed, waits=waits)
        )

    def _why_not(self, act: ChangeSetting) -> Refusal | None:
        values = self._board.state.settings.values
        if act.key not in values or not is_changeable(act.key):
            return Refusal("setting.unknown", {"key": act.key})
        if act.key.startswith("device.") and not self._has_answered(act.value):
            return Refusal("setting.not_tried", {"value": without_password(act.value)})
        return None if _is_valid(act.key, act.value) else _not_valid(act)

    def _has_answered(self, url: str) -> bool:
        trial = next((w for w in self._board.state.works if w.name == TRIAL), None)
        ending = None if trial is None else trial.ending
        return ending is not None and ending.is_ok and trial is not None and trial.about == url

    async def _try(self, act: TryAddress) -> Refusal | None:
        people = self._board.state.people
        if not people.may(CHANGE_SETTINGS):
            return people.without(CHANGE_SETTINGS)

        async def look(_told: Told) -> Ending:
            return await self._try_url(act.url)

        return self._works.start(TRIAL, look, about=act.url)

    async def _start_again(self, _act: RestartStation) -> Refusal | None:
        people = self._board.state.people
        if not people.may(CHANGE_SETTINGS):
            return people.without(CHANGE_SETTINGS)
        self._restart()
        return None


def without_password(url: str) -> str:
    """A URL as it may be shown and recorded."""
    return re.sub(r"(?<=//)([^/@:]*):[^/@]*@", r"\1:…@", url)


def is_changeable(key: str) -> bool:
    """Whether the station's screen may change it; all else is in the file, for administrators."""
    is_device = key.startswith("device.") and key.endswith(".url")
    return key in CHOICES or key in ("screen.px_per_mm", "station.name") or is_device


def _shown(act: ChangeSetting) -> str:
    return without_password(act.value)


def _not_valid(act: ChangeSetting) -> Refusal:
    return Refusal("setting.not_valid", {"value": without_password(act.value)})


def _is_valid(key: str, value: str) -> bool:
    if key in CHOICES:
        return value in CHOICES[key]
    if key == "screen.px_per_mm":
        is_number = re.fullmatch(r"\d{1,2}(\.\d{1,3})?", value) is not None
        return is_number and PX_PER_MM[0] <= float(value) <= PX_PER_MM[1]
    if key == "station.name":
        return 0 < len(value.strip()) <= _MOST_NAME
    return key.startswith("device.") and key.endswith(".url")


def _typed(key: str, value: str) -> str | bool | float:
    """``value`` as the file keeps it."""
    if CHOICES.get(key) == _ON_OFF:
        return value == "on"
    return float(value) if key == "screen.px_per_mm" else value
