"""The settings by group: name, what each does, and the value it has now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.languages import SCREEN_LANGUAGES
from app.domain.rights import CHANGE_SETTINGS
from app.ports.sync import SyncState
from app.services.settings import CHOICES, is_changeable, without_password
from ui.presenters.device_words import link_chip
from ui.presenters.header import sync_chips
from ui.presenters.language_face import NAMES
from ui.presenters.phrases import Number, Phrase, Words, phrase
from ui.presenters.rows import Row
from ui.presenters.view_states import Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.presenters.scene import Scene

#: Groups in the order of their tiles, with their icons.
GROUPS = (
    ("station", "factory-bold"),
    ("devices", "plug-bold"),
    ("screen", "monitor-bold"),
    ("people", "users-bold"),
    ("network", "wifi-high-bold"),
    ("journal", "database-bold"),
    ("language", "translate-bold"),
    ("about", "info-bold"),
)
#: A longer value stands below its name.
_MOST_VALUE = 18
_STATION = ("station.name", "station.id", "station.line", "station.data")
_SCREEN = (
    "screen.theme",
    "screen.px_per_mm",
    "screen.gloves",
    "screen.sound",
    "screen.motion",
    "screen.full_screen",
)
_KEYS = {"station": _STATION, "screen": _SCREEN, "language": ("screen.language",)}
_SYMBOLS = {
    "screen.theme": {"light": "sun-bold", "dark": "moon-bold"},
    "screen.sound": {"on": "speaker-high-bold", "off": "speaker-slash-bold"},
}
#: Licences of what the product is built on, as their owners name them.
PARTS = (
    ("Qt for Python (PySide6)", "LGPL-3.0"),
    ("SQLite, APSW", "Public domain, MIT"),
    ("OpenCV", "Apache-2.0"),
    ("asyncua", "LGPL-3.0"),
    ("pymodbus, serialx, PyNaCl, httpx", "BSD, MIT, Apache-2.0"),
    ("Inter, Noto Sans SC", "OFL-1.1"),
    ("Phosphor Icons", "MIT"),
)


def rows_of(group: str, scene: Scene) -> tuple[Row, ...]:
    """All rows of ``group``; what may be changed here has a button, for who may."""
    keys = _KEYS.get(group)
    return _OTHERS[group](scene) if keys is None else tuple(_row(scene, key) for key in keys)


def may_change(scene: Scene) -> bool:
    """Whether who is signed in may change anything here."""
    return scene.state.people.may(CHANGE_SETTINGS)


def setting_name(key: str) -> Words:
    """What a setting is called; a device's address by its device."""
    if key.startswith("device."):
        return phrase("setting/device.url", device=device_of(key))
    return Phrase(f"setting/{key}")


def device_of(key: str) -> str:
    """The device whose address ``key`` is."""
    return key.removeprefix("device.").removesuffix(".url")


def value_words(key: str, value: str) -> Words:
    """A value in words; text that is data as it is."""
    if key == "screen.language":
        return next((NAMES[tag] for tag in SCREEN_LANGUAGES if tag == value), value)
    if key in CHOICES:
        return Phrase(f"setting/value/{value}")
    if key == "screen.px_per_mm":
        return phrase("setting/px_per_mm", value=Number(value))
    return without_password(value) or "–"


def symbol_of(key: str, value: str) -> str:
    """The icon of a value's tile."""
    known = {"on": "check-bold", "off": "x-bold"} | _SYMBOLS.get(key, {})
    return known.get(value, "translate-bold")


def _row(scene: Scene, key: str) -> Row:
    value = value_words(key, scene.state.settings.values.get(key, ""))
    is_long = isinstance(value, str) and len(value) > _MOST_VALUE
    below: Words = phrase(f"setting/{key}/does")
    if key in scene.state.settings.waits:
        below = phrase("setting/waits")
    can = is_changeable(key) and may_change(scene)
    return Row(
        name=f"setting:{key}" if can else "",
        words=setting_name(key),
        below=value if is_long else below,
        value="" if is_long else value,
        button=phrase("do_it/change") if can else "",
    )


def _devices(scene: Scene) -> tuple[Row, ...]:
    settings, can = scene.state.settings, may_change(scene)
    rows = []
    for name, kind in settings.devices:
        key = f"device.{name}.url"
        below: Words = without_password(settings.values.get(key, ""))
        if key in settings.waits:
            below = phrase("setting/waits")
        device = scene.device(name)
        rows.append(
            Row(
                name=f"setting:{key}" if can else "",
                words=phrase("setting/device", device=name, kind=phrase(f"device_kind/{kind}")),
                below=below,
                chip=None if device is None else link_chip(device),
                button=phrase("do_it/change") if can else "",
            )
        )
    return tuple(rows)


def _people(scene: Scene) -> tuple[Row, ...]:
    state, people = scene.state, scene.state.people
    last = state.sync.last_ok_at_us
    age: Words = phrase("setting/roster_unknown") if last is None else scene.age(last)
    here = ", ".join(person.name for person in people.present) or "–"
    rows = [
        Row("", phrase("setting/roster"), phrase("setting/roster/does"), value=age),
        Row("", phrase("setting/present"), phrase("setting/present/does"), value=here),
    ]
    rows += [
        Row("", Phrase(f"right/{right}"), phrase("setting/holder"), value=who)
        for right, who in sorted(people.holders.items())
    ]
    return tuple(rows)


def _network(scene: Scene) -> tuple[Row, ...]:
    sync, values = scene.state.sync, scene.state.settings.values
    chip = sync_chips(scene)[1]
    if chip.state is ShownState.TODO:
        chip = Chip(ShownState.OK, chip.words)
    key = "setting/enrolled/does"
    if sync.state is SyncState.NOT_ENROLLED:
        key = "setting/enrolled/how"
    certificate = values.get("server.ca_file") or phrase("setting/ca_system")
    return (
        Row("retry", phrase("setting/server"), sync.server_url or "–", chip, button=_TRY),
        Row("", phrase("setting/enrolled"), phrase(key)),
        Row("", phrase("setting/ca_file"), phrase("setting/ca_file/does"), value=certificate),
        Row(
            "",
            phrase("setting/scada"),
            phrase("setting/scada/does"),
            value=values.get("scada.listen") or phrase("setting/value/off"),
        ),
    )


_TRY = phrase("do_it/try_now")


def _journal(scene: Scene) -> tuple[Row, ...]:
    can = may_change(scene)
    rows = []
    for what, needs_right in (
        ("journal.check", False),
        ("journal.export", True),
        ("journal.copy", True),
    ):
        is_there = can or not needs_right
        rows.append(
            Row(
                name=f"journal:{what}" if is_there else "",
                words=Phrase(f"work/{what}"),
                below=phrase(f"work/{what}/does"),
                button=phrase("do_it/start") if is_there else "",
            )
        )
    return tuple(rows)


def _about(scene: Scene) -> tuple[Row, ...]:
    version = scene.state.settings.software or "–"
    product = Row("", "Asbuilt", phrase("setting/about/does"), value=version)
    return (product, *(Row("", name, value=licence) for name, licence in PARTS))


_OTHERS: dict[str, Callable[[Scene], tuple[Row, ...]]] = {
    "devices": _devices,
    "people": _people,
    "network": _network,
    "journal": _journal,
    "about": _about,
}
