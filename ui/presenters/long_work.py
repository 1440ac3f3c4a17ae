"""Long work in few words: which of it is worth saying wherever one looks, and how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.phrases import Phrase, Words, phrase

if TYPE_CHECKING:
    from app.services.work_state import Work
    from ui.presenters.scene import Scene

#: Work that takes longer than this is said in the header.
LONG_US = 10_000_000


def long_work(scene: Scene) -> Work | None:
    """What has gone on for more than ten seconds, if anything."""
    running = (w for w in scene.state.works if not w.is_over)
    return next((w for w in running if scene.now_us - w.since_us >= LONG_US), None)


def done_of(work: Work) -> float | None:
    """From 0 to 1, where somebody counts."""
    return work.done / work.total if work.total else None


def share_of(work: Work) -> Words:
    """The percentage, or what it is called where nobody counts."""
    if not work.total:
        return Phrase(f"work/{work.name}")
    return phrase("work/share", percent=str(100 * work.done // work.total))
