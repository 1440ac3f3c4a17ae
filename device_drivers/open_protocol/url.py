"""The URL of a controller: ``openprotocol://host:port?profile=atlas_pf6000&source=T-07``.

| scheme | how the controller is reached |
|---|---|
| ``openprotocol`` | the station dials ``host:port`` |
| ``openprotocol+listen`` | the controller dials; the station listens on ``host:port`` |
| ``openprotocol+serial`` | a serial line: ``openprotocol+serial:///dev/ttyUSB0?baud=115200`` |
"""

from __future__ import annotations

import ssl
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, parse_qs, urlsplit

from app.domain.errors import InvalidInput
from device_drivers.open_protocol import profile as profiles
from device_drivers.open_protocol.settings import (
    DEFAULT_BAUD,
    DEFAULT_PORT,
    SPECIFIED,
    Settings,
    Times,
    Way,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from device_drivers.open_protocol.profile import Profile

SCHEME = "openprotocol"
WAYS = MappingProxyType(
    {SCHEME: Way.DIAL, f"{SCHEME}+listen": Way.ANSWER, f"{SCHEME}+serial": Way.SERIAL}
)
FLAGS = {"no": False, "yes": True}
KEYS = frozenset(
    {"source", "unit", "profile", "abort", "programs", "tls", "ca", "cert", "key", "name", "baud"}
)


def settings_from(device: str | None, url: str, *, locks_tool: bool = True) -> Settings:
    """The settings of the controller at ``url``, whose readings come from ``device``.

    Without ``device``, ``source`` in the URL names it.  ``profile`` is how its vendor's
    controllers behave; ``unit`` is for controllers whose telegrams do not say it; ``abort=yes``
    aborts the job before each start, as orders demand; ``programs=1:7,2:9`` says that program 1
    is reported as 7.  ``tls=yes`` encrypts: ``ca`` is whom we trust, ``cert`` and ``key`` are
    ours, files all.

    Raises:
        InvalidInput: it is no such URL.
    """
    parts = urlsplit(url)
    query = _Query(url, parts.query)
    way = WAYS.get(parts.scheme)
    if way is None or not (parts.path if way is Way.SERIAL else parts.hostname):
        message = f"{url}: a controller's URL looks like {SCHEME}://host:{DEFAULT_PORT}."
        raise InvalidInput(message)
    port = _port(url, parts)
    profile = profiles.load(query.text("profile", "generic"))
    host = parts.path if way is Way.SERIAL else str(parts.hostname)
    place = host if way is Way.SERIAL else f"{host}:{port}"
    return Settings(
        device=device or query.text("source", place),
        host=host,
        port=port,
        torque_unit=query.text("unit", "N.m"),
        locks_tool=locks_tool,
        wants_traces=locks_tool,
        aborts_job_first=query.flag("abort"),
        times=_times(profile),
        way=way,
        tls=_tls(url, query, way) if query.flag("tls") else None,
        baud=query.whole("baud", DEFAULT_BAUD),
        profile=profile,
        program_index=query.pairs("programs"),
    )


class _Query:
    """What follows the question mark; a misspelt word is an error and not ignored."""

    def __init__(self, url: str, query: str) -> None:
        self._url = url
        self._values = {key: values[0] for key, values in parse_qs(query).items()}
        unknown = sorted(self._values.keys() - KEYS)
        if unknown:
            message = f"{url}: {unknown[0]!r} is no setting; there is: {', '.join(sorted(KEYS))}."
            raise InvalidInput(message)

    def text(self, key: str, default: str) -> str:
        return self._values.get(key, default)

    def flag(self, key: str) -> bool:
        value = self._values.get(key, "no")
        if value not in FLAGS:
            message = f"{self._url}: {key} is yes or no, not {value!r}."
            raise InvalidInput(message)
        return FLAGS[value]

    def whole(self, key: str, default: int) -> int:
        value = self._values.get(key, str(default))
        if not value.isdecimal():
            message = f"{self._url}: {key} is a number, not {value!r}."
            raise InvalidInput(message)
        return int(value)

    def pairs(self, key: str) -> Mapping[int, int]:
        pairs = [pair.split(":") for pair in self._values.get(key, "").split(",") if pair]
        if not all(len(pair) == len("ab") and all(n.isdecimal() for n in pair) for pair in pairs):
            message = f"{self._url}: {key} is a list such as 1:7,2:9."
            raise InvalidInput(message)
        return MappingProxyType({int(number): int(index) for number, index in pairs})


def _port(url: str, parts: SplitResult) -> int:
    try:
        return parts.port or DEFAULT_PORT
    except ValueError as error:
        message = f"{url}: the port must be a number from 1 to 65535."
        raise InvalidInput(message) from error


def _times(profile: Profile) -> Times:
    said = profile.times
    return replace(
        SPECIFIED,
        answer_s=said.answer_s,
        keep_alive_s=said.keep_alive_s,
        silence_s=said.silence_s,
        busy_s=said.busy_s,
    )


def _tls(url: str, query: _Query, way: Way) -> ssl.SSLContext:
    """Who listens shows a certificate; who dials checks it.  Both check where ``ca`` is given."""
    ca, cert, key = query.text("ca", ""), query.text("cert", ""), query.text("key", "")
    try:
        if way is Way.ANSWER:
            context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=ca or None)
            context.verify_mode = ssl.CERT_REQUIRED if ca else ssl.CERT_NONE
        else:
            context = ssl.create_default_context(cafile=ca or None)
            # Controllers have addresses, and their certificates often only a name.
            context.check_hostname = query.flag("name")
        if cert or way is Way.ANSWER:
            context.load_cert_chain(cert, key or None)
    except OSError as error:
        message = f"{url}: the certificates cannot be used: {error.strerror or error}."
        raise InvalidInput(message) from error
    return context
