"""The station's configuration: one TOML file, checked with messages that name the place."""

from __future__ import annotations

import re
import tomllib
from datetime import time
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

DeviceKind = Literal["tool", "gauge", "scanner", "machine", "camera", "printer"]
_SCHEMES: dict[str, tuple[str, ...]] = {
    "tool": ("openprotocol", "openprotocol+listen", "openprotocol+serial", "opc.tcp"),
    "gauge": ("serial", "socket", "rfc2217", "modbus+tcp", "modbus+rtu"),
    "scanner": ("serial", "socket", "rfc2217"),
    "machine": ("opc.tcp",),
    "camera": ("camera", "camera+file"),
    "printer": ("printer", "printer+cups"),
}


class StationSection(Struct, frozen=True, forbid_unknown_fields=True):
    """Who the station is, and where it keeps its journal (relative to the file)."""

    id: str
    name: str
    line: str
    data: str = "data"
    skills: tuple[str, ...] = ()


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
    """

    theme: Literal["light", "dark"] = "light"
    language: str = "en"
    px_per_mm: float = 3.66
    full_screen: bool = True
    sound: bool = True
    gloves: bool = False
    motion: bool = True


class DeviceSection(Struct, frozen=True, forbid_unknown_fields=True):
    """One device and its URL."""

    name: str
    kind: DeviceKind
    url: str


class ShiftSection(Struct, frozen=True, forbid_unknown_fields=True):
    """A shift by the time of day it starts."""

    name: str
    start: time


class ScadaSection(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a control room may read the station's state (OPC UA); without it nowhere."""

    listen: str = "127.0.0.1:4850"


class StationConfig(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    station: StationSection
    server: ServerSection | None = None
    screen: ScreenSection = ScreenSection()
    device: tuple[DeviceSection, ...] = ()
    shift: tuple[ShiftSection, ...] = ()
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


def _readable(error: msgspec.ValidationError) -> str:
    """Turn "Expected `int`, got `str` - at `$.screen.px`" into "screen.px: expected …"."""
    what, _, where = str(error).partition(" - at ")
    key = where.strip("`").removeprefix("$").removeprefix(".") or "the file"
    return f"{key}: {what[:1].lower()}{what[1:]}"


def _problems(config: StationConfig) -> list[str]:
    problems = []
    if not re.fullmatch(r"[A-Za-z0-9._-]{1,32}", config.station.id):
        problems.append(
            f"station.id: expected 1 to 32 letters, digits, '.', '_' or '-', got "
            f"{config.station.id!r}"
        )
    if config.screen.px_per_mm <= 0:
        problems.append(f"screen.px_per_mm: expected above 0, got {config.screen.px_per_mm}")
    if config.server is not None and not re.match(r"https?://[^/]+", config.server.url):
        problems.append(f"server.url: expected http(s)://host:port, got {config.server.url!r}")
    if config.scada is not None and not re.fullmatch(r".+:\d{1,5}", config.scada.listen):
        problems.append(f"scada.listen: expected host:port, got {config.scada.listen!r}")
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
