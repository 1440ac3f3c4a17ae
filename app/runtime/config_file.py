"""Changes one value in the station's configuration; comments and order of the file stay."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Any, cast

import tomlkit
from tomlkit.exceptions import ParseError

from app.domain.errors import InvalidInput
from app.durable import sync_folder, write_whole
from app.runtime.config import StationConfig, load_config, parse_config

if TYPE_CHECKING:
    from pathlib import Path

    from tomlkit import TOMLDocument


class ConfigFile:
    """The file at ``path``.  Blocking: use it off the I/O loop."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> StationConfig:
        """The file as it is now; raises InvalidInput."""
        return load_config(self._path)

    def write(self, key: str, value: str | bool | float) -> StationConfig:
        """Give ``key`` ("screen.theme", "device.T-2.url") the new ``value``.

        Raises:
            InvalidInput: the file would not be valid with it, or cannot be written; it is as
                it was.
        """
        path = self._path
        try:
            document = tomlkit.parse(path.read_text("utf-8"))
            _put(document, key, value)
            text = tomlkit.dumps(document)
            config = parse_config(text, path)
            mode = stat.S_IMODE(path.stat().st_mode)
            write_whole(path, lambda file: file.write(text.encode()), mode=mode)
            sync_folder(path.parent)
        except ParseError as error:
            msg = f"{path}: not valid TOML: {error}"
            raise InvalidInput(msg) from error
        except OSError as error:
            msg = f"{path}: cannot be written ({error.strerror}). It is as it was."
            raise InvalidInput(msg) from error
        return config


def _put(document: TOMLDocument, key: str, value: str | bool | float) -> None:
    section, _, rest = key.partition(".")
    if section != "device":
        if section not in document:
            document.add(tomlkit.nl())
            document.add(section, tomlkit.table())
        cast("dict[str, Any]", document[section])[rest] = value
        return
    name, _, field = rest.rpartition(".")
    for device in cast("list[dict[str, Any]]", document.get("device", [])):
        if device.get("name") == name:
            device[field] = value
            return
    msg = f"device {name!r} is not in the file"
    raise InvalidInput(msg)
