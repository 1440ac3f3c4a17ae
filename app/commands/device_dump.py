"""``asbuilt device dump``: what support needs of a station's devices, and nothing secret."""

from __future__ import annotations

import platform
import re
import zipfile
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any

import msgspec

from app.devices import RINGS
from app.domain.errors import InvalidInput
from app.runtime.config import data_folder, load_config
from device_drivers.families import family_of
from device_drivers.ring_file import OLD_SUFFIX, SUFFIX, read_ring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from app.runtime.config import DeviceSection, StationConfig

OK = 0
MASK = "***"
#: What a setting that must not leave the plant is called, in a URL or in a file.
_SECRET = re.compile(r"((?:pass|pin|secret|token|pw|key)[a-z_]*)=([^&#\s]*)", re.IGNORECASE)
_LOGIN = re.compile(r"//[^/?#]*@")
#: What the drivers stand on.
_PACKAGES = ("asbuilt", "asyncua", "serialx", "pymodbus", "apsw", "msgspec", "PySide6")


def dump(config: Path, out: Path, *, as_json: bool) -> int:
    """Pack settings, states, ring files and versions into ``out``; the station may run on.

    Raises:
        InvalidInput: the configuration cannot be read, or ``out`` not be written.
    """
    station = load_config(config)
    rings = data_folder(station, config) / RINGS
    try:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            names = list(_pack(packed, station, rings))
    except OSError as error:
        message = f"{out}: cannot be written ({error.strerror}). Name a file in a folder of yours."
        raise InvalidInput(message) from error
    if as_json:
        print(msgspec.json.encode({"out": str(out), "files": names}).decode())
    else:
        print(f"{out}: {', '.join(names)}")
    return OK


def without_secrets(url: str) -> str:
    """A URL that may be shown to anybody."""
    return _SECRET.sub(rf"\1={MASK}", _LOGIN.sub(f"//{MASK}@", url, count=1))


def _pack(packed: zipfile.ZipFile, station: StationConfig, rings: Path) -> Iterator[str]:
    for name, content in (
        ("versions.json", _versions()),
        ("config.json", _settings(station)),
        ("states.jsonl", _states(rings)),
    ):
        packed.writestr(name, content)
        yield name
    for ring in sorted((*rings.glob(f"*{SUFFIX}"), *rings.glob(f"*{OLD_SUFFIX}"))):
        packed.write(ring, f"{RINGS}/{ring.name}")
        yield f"{RINGS}/{ring.name}"


def _versions() -> bytes:
    found: dict[str, str] = {"python": platform.python_version(), "system": platform.platform()}
    for package in _PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    found["at"] = datetime.now(UTC).isoformat(timespec="seconds")
    return msgspec.json.format(msgspec.json.encode(found))


def _settings(station: StationConfig) -> bytes:
    """What was understood of the file, not the file: comments hold what nobody expects."""
    settings: dict[str, Any] = msgspec.to_builtins(station)
    settings["device"] = [_device(section) for section in station.device]
    if station.server is not None:
        settings["server"]["url"] = without_secrets(station.server.url)
    return msgspec.json.format(msgspec.json.encode(settings))


def _device(section: DeviceSection) -> dict[str, Any]:
    family = family_of(section.url)
    return {
        **msgspec.to_builtins(section),
        "url": without_secrets(section.url),
        "driver": family.package,
        "tier": family.tier,
    }


def _states(rings: Path) -> bytes:
    """How each device came to be what it is: one change a line, oldest first."""
    changes = [
        {"at_us": record.at_us, "device": ring.name.removesuffix(SUFFIX), **record.note}
        for ring in rings.glob(f"*{SUFFIX}")
        for record in _readable(ring)
        if record.what == "status"
    ]
    changes.sort(key=lambda change: change["at_us"])
    return b"".join(msgspec.json.encode(change) + b"\n" for change in changes)


def _readable(ring: Path) -> Iterator[Any]:
    """A damaged ring is packed as it is; its states are not told apart."""
    try:
        yield from read_ring(ring)
    except InvalidInput:
        return
