"""The URLs machines are configured by."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit, urlunsplit

from app.domain.errors import InvalidInput
from device_drivers.opcua.tags import NAMESPACE_URI

_SETTINGS = frozenset({"profile", "ns"})


def machine_url(url: str) -> tuple[str, str]:
    """The endpoint and the tags' namespace of ``opc.tcp://host:port/path?profile=tags&ns=…``.

    Raises:
        InvalidInput: it is no such URL, or asks for a profile this driver does not have.
    """
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    if parts.scheme != "opc.tcp" or not parts.hostname:
        message = f"{url}: a machine's URL looks like opc.tcp://host:4840/path?profile=tags."
        raise InvalidInput(message)
    unknown = sorted(query.keys() - _SETTINGS)
    if unknown:
        message = f"{url}: unknown setting {', '.join(unknown)}; use profile, ns."
        raise InvalidInput(message)
    profile = query.get("profile", ["tags"])[0]
    if profile != "tags":
        message = f"{url}: there is no OPC UA profile {profile!r} here; use profile=tags."
        raise InvalidInput(message)
    return urlunsplit(parts._replace(query="")), query.get("ns", [NAMESPACE_URI])[0]
