"""The pictures of the unit in work, ready before they are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.domain.instructions import Step
    from app.domain.unit_run import UnitRun
    from app.ports.journal import Blobs

_AHEAD = 2


async def load_pictures(
    run: UnitRun | None, have: dict[str, bytes], blobs: Blobs
) -> dict[str, bytes]:
    """By SHA-256; a picture that has not come down yet is left out.

    Of every step its own picture, so that none is late; all others of the step in work and the
    next one only: drawings and loops are large.
    """
    if run is None:
        return {}
    names = [s.step.picture for s in run.steps if s.step.picture]
    near = run.steps[run.index : run.index + _AHEAD] if run.index is not None else ()
    names += [name for s in near for name in pictures_of(s.step)]
    loaded = {name: have.get(name) or await blobs.get(name) for name in dict.fromkeys(names)}
    return {name: content for name, content in loaded.items() if content is not None}


def pictures_of(step: Step) -> tuple[str, ...]:
    """Everything that can be shown of a step."""
    zooms = (place.zoom for place in step.positions)
    more = (blob for picture in step.more for blob in (picture.blob, picture.large))
    return tuple(b for b in (step.picture, step.picture_large, *more, *zooms) if b is not None)
