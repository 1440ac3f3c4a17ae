"""What a plant server is told: where it keeps its files and how it is reached."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

import msgspec

from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from datetime import tzinfo
    from pathlib import Path

DEFAULT_PORT = 8700


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """An endpoint that speaks OpenAI's chat completions.

    ``url`` ends before "/chat/completions"; ``key`` is sent if there is one.
    """

    url: str
    model: str
    key: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one server.

    ``database`` is an SQLAlchemy URL of a PostgreSQL, or None for the file in ``data_dir``.
    ``reading`` says who may look: "local" (this machine, or the administrator's token) or
    "everyone" (a board on the line's network); changing anything always needs the former.
    ``workers`` is how many processes answer; more than one need PostgreSQL.
    ``language_model`` rewords a handover; None: nothing is ever asked.
    """

    data_dir: Path
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    database: str | None = None
    plant: str = "Plant"
    reading: str = "local"
    timezone: str | None = None
    workers: int = 1
    language_model: LanguageModel | None = None

    def zone(self) -> tzinfo | None:
        """The plant's time zone for people to read; None is this machine's own."""
        return None if self.timezone is None else ZoneInfo(self.timezone)


class _Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    url: str
    model: str
    key_file: str | None = None


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    data: str
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    database: str | None = None
    plant: str = "Plant"
    reading: str = "local"
    timezone: str | None = None
    workers: int = 1
    language_model: _Model | None = None


def load_settings(path: Path) -> Settings:
    """Read a server's TOML file; a relative ``data`` is taken from the file's folder.

    Raises:
        InvalidInput: the file is missing or says something else than expected.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        found = msgspec.convert(content, _File)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror}); give the server's TOML file"
        raise InvalidInput(message) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"{path}: not valid TOML: {error}"
        raise InvalidInput(message) from error
    except msgspec.ValidationError as error:
        message = f"{path}: {error}"
        raise InvalidInput(message) from error
    if found.timezone is not None and found.timezone not in available_timezones():
        message = f'{path}: timezone = "{found.timezone}"; expected a name like "Europe/Berlin"'
        raise InvalidInput(message)
    if found.reading not in {"local", "everyone"}:
        message = f'{path}: reading = "{found.reading}"; expected "local" or "everyone"'
        raise InvalidInput(message)
    return Settings(
        data_dir=(path.parent / found.data).resolve(),
        host=found.host,
        port=found.port,
        database=found.database,
        plant=found.plant,
        reading=found.reading,
        timezone=found.timezone,
        workers=found.workers,
        language_model=_language_model(found.language_model, path),
    )


def _language_model(found: _Model | None, path: Path) -> LanguageModel | None:
    if found is None:
        return None
    if urlsplit(found.url).scheme not in {"http", "https"} or not urlsplit(found.url).hostname:
        message = f'{path}: language_model.url = "{found.url}"; expected http://HOST:PORT/v1'
        raise InvalidInput(message)
    if found.key_file is None:
        return LanguageModel(found.url, found.model)
    file = path.parent / found.key_file
    try:
        key = file.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: language_model.key_file = {file}: cannot be read; give the key's file"
        raise InvalidInput(message) from error
    return LanguageModel(found.url, found.model, key)
