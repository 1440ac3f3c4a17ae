"""The pictures of the steps of the unit in work, ready before they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.unit_run import UnitRun
    from app.ports.journal import Blobs


async def load_pictures(
    run: UnitRun | None, have: dict[str, bytes], blobs: Blobs
) -> dict[str, bytes]:
    """By SHA-256; a picture that has not come down yet is left out."""
    if run is None:
        return {}
    names = [s.step.picture for s in run.steps if s.step.picture]
    loaded = {name: have.get(name) or await blobs.get(name) for name in names}
    return {name: content for name, content in loaded.items() if content is not None}
