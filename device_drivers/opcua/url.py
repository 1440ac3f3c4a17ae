"""The URL of an OPC UA server: ``opc.tcp://host:4840/path?profile=joining&security=Basic256Sha256``.

| setting | |
|---|---|
| ``profile`` | ``tags``: a PLC's shared tags; ``joining``: a joining system, OPC 40450/40451 |
| ``ns`` | the namespace of the tags |
| ``security`` | ``None``, ``Basic256Sha256``, ``Aes128Sha256RsaOaep``, ``Aes256Sha256RsaPss`` |
| ``mode`` | ``SignAndEncrypt`` or ``Sign`` |
| ``user`` | a user's name; the password is in ``passwords.toml`` of the keys folder |
| ``certificate`` | a user's certificate in the keys folder: ``NAME.pem``, ``NAME.key.pem`` |
| ``keys`` | the keys folder, where it is not the station's |
| ``asset`` | the ProductInstanceUri of the tool, where a joining system has several |
| ``programs`` | what the joining system calls a program: ``12:PF-CoverBolts,13:…`` |
| ``source`` | whose readings these are, for a mere listener |
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit, urlunsplit

from app.domain.errors import InvalidInput
from device_drivers.opcua.tags import NAMESPACE_URI

if TYPE_CHECKING:
    from collections.abc import Mapping

TAGS, JOINING = "tags", "joining"
NO_SECURITY = "None"
POLICIES = (NO_SECURITY, "Basic256Sha256", "Aes128Sha256RsaOaep", "Aes256Sha256RsaPss")
MODES = ("SignAndEncrypt", "Sign")
#: Where keys are looked for by who has no station around: in the default data folder.
KEYS = Path("data") / "opcua"
_SETTINGS = (
    "profile", "ns", "security", "mode", "user", "certificate", "keys", "asset", "programs",
    "source",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Settings:
    """An OPC UA server as configured."""

    url: str
    profile: str = TAGS
    namespace_uri: str = NAMESPACE_URI
    policy: str = NO_SECURITY
    mode: str = MODES[0]
    user: str | None = None
    certificate: str | None = None
    keys: Path = KEYS
    asset: str | None = None
    programs: Mapping[int, str] = field(default_factory=lambda: MappingProxyType({}))
    source: str | None = None

    @property
    def is_secure(self) -> bool:
        return self.policy != NO_SECURITY


def settings_from(url: str, *, keys: Path = KEYS) -> Settings:
    """The settings in ``url``; ``keys`` is the keys folder where it names none.

    Raises:
        InvalidInput: it is no such URL, or asks for what this driver does not have.
    """
    parts = urlsplit(url)
    if "@" in parts.netloc:
        # Not quoted: it may hold a password.
        place = f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"
        message = (
            f"{place}: no user or password goes into the URL, which is logged and copied. Give "
            "user=NAME after the question mark and the password in passwords.toml."
        )
        raise InvalidInput(message)
    if parts.scheme != "opc.tcp" or not parts.hostname:
        message = (
            f"{url}: an OPC UA server's URL looks like opc.tcp://host:4840/path?profile=tags."
        )
        raise InvalidInput(message)
    query = {key: values[0] for key, values in parse_qs(parts.query).items()}
    unknown = sorted(query.keys() - set(_SETTINGS))
    if unknown:
        message = f"{url}: unknown setting {', '.join(unknown)}; use {', '.join(_SETTINGS)}."
        raise InvalidInput(message)
    return Settings(
        url=urlunsplit(parts._replace(query="")),
        profile=_one_of(url, query, "profile", (TAGS, JOINING)),
        namespace_uri=query.get("ns", NAMESPACE_URI),
        policy=_one_of(url, query, "security", POLICIES),
        mode=_one_of(url, query, "mode", MODES),
        user=query.get("user"),
        certificate=query.get("certificate"),
        keys=Path(query["keys"]) if "keys" in query else keys,
        asset=query.get("asset"),
        programs=_programs(url, query.get("programs", "")),
        source=query.get("source"),
    )


def _one_of(url: str, query: dict[str, str], key: str, choices: tuple[str, ...]) -> str:
    value = query.get(key, choices[0])
    if value not in choices:
        wanted = ", ".join(f"{key}={choice}" for choice in choices)
        message = f"{url}: there is no {key} {value!r} here; use {wanted}."
        raise InvalidInput(message)
    return value


def _programs(url: str, text: str) -> Mapping[int, str]:
    pairs = [pair.partition(":") for pair in text.split(",") if pair]
    if not all(number.isdecimal() and name for number, _, name in pairs):
        message = f"{url}: programs is a list such as 12:PF-CoverBolts,13:PF-Plug."
        raise InvalidInput(message)
    return MappingProxyType({int(number): name for number, _, name in pairs})
