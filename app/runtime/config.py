"""The station's configuration: one TOML file, checked with messages that name the place."""

from __future__ import annotations

import re
import tomllib
from datetime import time
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from app.domain.errors import InvalidInput
from app.domain.languages import SCREEN_LANGUAGES
from app.domain.scan_patterns import Pattern, pattern, with_own

if TYPE_CHECKING:
    from pathlib import Path

DeviceKind = Literal["tool", "gauge", "scanner", "machine", "camera", "printer"]
#: Not a key that types, moves the focus or has a meaning of its own.
_PEDAL_KEYS = r"F(?:[5-9]|1[0-9]|2[0-4])|PageUp|PageDown|Home|End|Insert|Pause"
#: Below this every breath would be a stop.
_LEAST_STOP_S = 10
_SCHEMES: dict[str, tuple[str, ...]] = {
    "tool": ("openprotocol", "openprotocol+listen", "openprotocol+serial", "opc.tcp"),
    "gauge": ("serial", "socket", "rfc2217", "modbus+tcp", "modbus+rtu"),
    "scanner": ("serial", "socket", "rfc2217"),
    "machine": ("opc.tcp",),
    "camera": ("camera", "camera+file"),
    "printer": ("printer", "printer+cups"),
}


class StationSection(Struct, frozen=True, forbid_unknown_fields=True):
    """Who the station is, and where it keeps its journal (relative to the file).

    With ``crew`` a second badge joins the person at work instead of taking over.
    """

    id: str
    name: str
    line: str
    data: str = "data"
    skills: tuple[str, ...] = ()
    crew: bool = False


class ServerSection(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the plant server is; without one the station works alone.

    ``ca_file`` is the certificate (PEM) of the plant's own authority, for https; a relative path
    is taken from the configuration's folder.
    """

    url: str
    ca_file: str | None = None


class ScreenSection(Struct, frozen=True, forbid_unknown_fields=True):
    """How it looks.  ``px_per_mm`` is measured once on the glass.

    ``gloves`` makes targets larger and sets them further apart; without ``motion`` nothing moves.
    ``second`` is a second monitor, by its serial number or name.
    ``pedal_key`` is the key that a foot pedal sends.  ``scan_without_prefix`` also takes for a
    scan what comes faster than anybody types.
    """

    theme: Literal["light", "dark"] = "light"
    language: str = "en"
    px_per_mm: float = 3.66
    full_screen: bool = True
    sound: bool = True
    gloves: bool = False
    motion: bool = True
    second: str = ""
    second_shows: Literal["picture", "line"] = "picture"
    pedal_key: str = "F8"
    scan_without_prefix: bool = False


class PeopleSection(Struct, frozen=True, forbid_unknown_fields=True):
    """When the screen locks itself (0: never); from when on old facts about people are said."""

    idle_after_min: float = 3.0
    roster_old_h: float = 1.0
    certificate_warn_days: int = 14


class DeviceSection(Struct, frozen=True, forbid_unknown_fields=True):
    """One device and its URL."""

    name: str
    kind: DeviceKind
    url: str


class ShiftSection(Struct, frozen=True, forbid_unknown_fields=True):
    """A shift by the time of day it starts."""

    name: str
    start: time


class ScanSection(Struct, frozen=True, forbid_unknown_fields=True):
    """A code of the plant's own: what it is, and how it looks from end to end."""

    kind: str
    pattern: str


class LineSection(Struct, frozen=True, forbid_unknown_fields=True):
    """Stops and calls.

    A stop begins ``stop_after_s`` after the last thing that went on, 0 for never.  A call that
    nobody has seen goes to the team lead after ``lead_after_s``; one to which nobody has come, to
    the shift manager after ``manager_after_s``.
    """

    stop_after_s: float = 0
    lead_after_s: int = 180
    manager_after_s: int = 600


class ScadaSection(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a control room may read the station's state (OPC UA); without it nowhere."""

    listen: str = "127.0.0.1:4850"


class StationConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    station: StationSection
    server: ServerSection | None = None
    screen: ScreenSection = ScreenSection()
    people: PeopleSection = PeopleSection()
    device: tuple[DeviceSection, ...] = ()
    shift: tuple[ShiftSection, ...] = ()
    scan: tuple[ScanSection, ...] = ()
    line: LineSection = LineSection()
    scada: ScadaSection | None = None


def load_config(path: Path) -> StationConfig:
    """Read and check ``path``.

    Raises:
        InvalidInput: names file, key and what was expected.
    """
    try:
        text = path.read_text("utf-8")
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}). Check the path and its rights."
        raise InvalidInput(msg) from error
    except UnicodeDecodeError as error:
        msg = f"{path}: not UTF-8 text. Is it the station's TOML file?"
        raise InvalidInput(msg) from error
    return parse_config(text, path)


def parse_config(text: str, path: Path) -> StationConfig:
    """Check ``text``, which is or will be the content of ``path``.

    Raises:
        InvalidInput: names file, key and what was expected.
    """
    try:
        config = msgspec.convert(tomllib.loads(text), StationConfig, strict=True)
    except tomllib.TOMLDecodeError as error:
        msg = f"{path}: not valid TOML: {error}"
        raise InvalidInput(msg) from error
    except msgspec.ValidationError as error:
        msg = f"{path}: {_readable(error)}"
        raise InvalidInput(msg) from error
    problems = _problems(config)
    if problems:
        raise InvalidInput("\n".join(f"{path}: {problem}" for problem in problems))
    return config


def data_folder(config: StationConfig, path: Path) -> Path:
    """Where the journal of the station configured in ``path`` lives."""
    return (path.parent / config.station.data).resolve()


def scan_patterns(config: StationConfig) -> tuple[Pattern, ...]:
    """What codes can be here, besides GS1."""
    return with_own([pattern(one.kind, one.pattern) for one in config.scan])


def _readable(error: msgspec.ValidationError) -> str:
    """Turn "Expected `int`, got `str` - at `$.screen.px`" into "screen.px: expected …"."""
    what, _, where = str(error).partition(" - at ")
    key = where.strip("`").removeprefix("$").removeprefix(".") or "the file"
    return f"{key}: {what[:1].lower()}{what[1:]}"


def _screen_problems(screen: ScreenSection) -> list[str]:
    problems = []
    if screen.px_per_mm <= 0:
        problems.append(f"screen.px_per_mm: expected above 0, got {screen.px_per_mm}")
    if not re.fullmatch(_PEDAL_KEYS, screen.pedal_key):
        problems.append(
            f"screen.pedal_key: expected F5 to F24, PageUp, PageDown, Home, End, Insert or Pause, "
            f"got {screen.pedal_key!r}"
        )
    if screen.language not in SCREEN_LANGUAGES:
        known = ", ".join(SCREEN_LANGUAGES)
        problems.append(f"screen.language: expected one of {known}, got {screen.language!r}")
    return problems


def _line_problems(line: LineSection) -> list[str]:
    problems = []
    if line.stop_after_s and line.stop_after_s < _LEAST_STOP_S:
        problems.append(
            f"line.stop_after_s: expected 0 or at least {_LEAST_STOP_S}, got {line.stop_after_s}"
        )
    if not 0 < line.lead_after_s <= line.manager_after_s:
        problems.append(
            f"line.lead_after_s: expected above 0 and not above line.manager_after_s "
            f"({line.manager_after_s}), got {line.lead_after_s}"
        )
    return problems


def _scan_problems(sections: tuple[ScanSection, ...]) -> list[str]:
    problems = []
    for number, section in enumerate(sections):
        try:
            pattern(section.kind, section.pattern)
        except InvalidInput as error:
            problems.append(f"scan[{number}]: {error}")
    return problems


def _problems(config: StationConfig) -> list[str]:
    problems = []
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,32}", config.station.id):
        problems.append(
            f"station.id: expected 1 to 32 letters, digits, '.', '_' or '-', got "
            f"{config.station.id!r}"
        )
    problems += _screen_problems(config.screen)
    if config.people.idle_after_min < 0:
        found = config.people.idle_after_min
        problems.append(f"people.idle_after_min: expected minutes, 0 for never, got {found}")
    if config.server is not None and not re.match(r"https?://[^/]+", config.server.url):
        problems.append(f"server.url: expected http(s)://host:port, got {config.server.url!r}")
    if config.scada is not None and not re.fullmatch(r".+:\d{1,5}", config.scada.listen):
        problems.append(f"scada.listen: expected host:port, got {config.scada.listen!r}")
    problems += _line_problems(config.line)
    problems += _scan_problems(config.scan)
    names = [device.name for device in config.device]
    for number, device in enumerate(config.device):
        # Not "://": a device found by its USB identity has no place, as in serial:?usb=….
        scheme = device.url.partition(":")[0]
        expected = _SCHEMES[device.kind]
        if scheme not in expected:
            wanted = " or ".join(f"{s}://" for s in expected)
            problems.append(f"device[{number}].url: expected {wanted}, got {device.url!r}")
        if names.count(device.name) > 1:
            problems.append(f"device[{number}].name: {device.name!r} is used twice")
    return problems
