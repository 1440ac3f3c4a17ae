"""The plant server's address as somebody typed it after ``--server``."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx

from app.domain.errors import InvalidInput


def server_address(typed: str) -> str:
    """The address without a slash at its end.

    Raises:
        InvalidInput: it is none that could be asked.
    """
    try:
        httpx.URL(typed)
        parts = urlsplit(typed)
        is_sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except (ValueError, httpx.InvalidURL):  # a port beyond 65535, a name with two dots in a row
        is_sound = False
    if not is_sound:
        msg = f"--server: expected an address such as http://127.0.0.1:8700, got '{typed}'."
        raise InvalidInput(msg)
    return typed.rstrip("/")
