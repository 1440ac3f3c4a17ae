"""Torque curves of a record, read back from their blobs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from app.domain.readings import Curve

if TYPE_CHECKING:
    from collections.abc import Iterable

    from server.files import BlobFiles
    from server.read.record import TracedCurve


@dataclass(frozen=True, slots=True)
class LoadedCurve:
    """A curve with its place; ``curve`` is None while its bytes are not (or not wholly) here."""

    traced: TracedCurve
    curve: Curve | None


def load_curves(blobs: BlobFiles, traced: Iterable[TracedCurve]) -> tuple[LoadedCurve, ...]:
    """Each curve, as far as its blob is here and readable."""
    return tuple(LoadedCurve(one, _load(blobs, one.blob)) for one in traced)


def _load(blobs: BlobFiles, sha256: str) -> Curve | None:
    content = blobs.get(sha256)
    if content is None:
        return None
    try:
        curve = msgspec.json.decode(content, type=Curve)
    except msgspec.DecodeError:
        return None
    is_whole = len(curve.angle_deg) == len(curve.torque_nm) and len(curve.angle_deg) > 1
    return curve if is_whole else None
