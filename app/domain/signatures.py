"""What a signature signs: the fact that follows it, by the hash of the fact's own content."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from app.domain.events import SignedOff

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.event_body import Body


def content_hash(kind: str, body: bytes) -> str:
    """The hash that a signature carries: of the kind and the bytes of the body as recorded."""
    return hashlib.sha256(kind.encode() + b"\0" + body).hexdigest()


def linked(bodies: Sequence[Body]) -> tuple[Body, ...]:
    """``bodies``, each signature bound to the next fact that is none; as they are recorded.

    A signature and what it signs are recorded together, so neither can be there alone.
    """
    found: list[Body] = []
    signs: str | None = None
    for body in reversed(bodies):
        if isinstance(body, SignedOff):
            found.append(replace(body, signs=signs) if signs is not None else body)
        else:
            signs = content_hash(body.KIND, msgspec.json.encode(body))
            found.append(body)
    return tuple(reversed(found))
