"""The URL of a controller: ``openprotocol://host:port?unit=N.m&source=T-07``."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

from app.domain.errors import InvalidInput
from device_drivers.open_protocol.session import Settings

SCHEME = "openprotocol"
DEFAULT_PORT = 4545
PROFILES = ("standard",)
FLAGS = {"no": False, "yes": True}


def settings_from(device: str | None, url: str, *, locks_tool: bool = True) -> Settings:
    """The settings of the controller at ``url``, whose readings come from ``device``.

    Without ``device``, ``source`` in the URL names it.  ``unit`` is for controllers whose
    telegrams do not say it; ``abort=yes`` aborts the job before each start, as orders demand.

    Raises:
        InvalidInput: it is no such URL.
    """
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if parts.scheme != SCHEME or not parts.hostname:
        message = f"{url}: a controller's URL looks like {SCHEME}://host:{DEFAULT_PORT}."
        raise InvalidInput(message)
    try:
        port = parts.port or DEFAULT_PORT
    except ValueError as error:
        message = f"{url}: the port must be a number from 1 to 65535."
        raise InvalidInput(message) from error
    _one_of(url, "profile", _first(query, "profile", PROFILES[0]), PROFILES)
    abort = _first(query, "abort", "no")
    _one_of(url, "abort", abort, tuple(FLAGS))
    return Settings(
        device=device or _first(query, "source", f"{parts.hostname}:{port}"),
        host=parts.hostname,
        port=port,
        torque_unit=_first(query, "unit", "N.m"),
        locks_tool=locks_tool,
        wants_traces=locks_tool,
        aborts_job_first=FLAGS[abort],
    )


def _first(query: dict[str, list[str]], key: str, default: str) -> str:
    return query.get(key, [default])[0]


def _one_of(url: str, key: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        message = f"{url}: there is no {key} {value!r}; there is: {', '.join(known)}."
        raise InvalidInput(message)
