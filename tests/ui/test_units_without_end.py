"""However many units are built, the window holds what it held before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.helpers.screen_soak import Held, ScreenSoak

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from PySide6.QtWidgets import QApplication

UNITS, EVERY = 60, 20


def test_no_widget_and_no_object_is_left_behind_by_a_unit(
    tmp_path: Path, qapp: QApplication, caplog: pytest.LogCaptureFixture, qtlog: Any
) -> None:
    """The long run with its memory is `python -m bench screen_memory`."""
    seen: list[Held] = []

    def note(held: Held) -> None:
        seen.append(held)
        caplog.clear()  # what pytest remembers of the log is not the window's

    with qtlog.disabled():
        ScreenSoak(tmp_path, qapp).run(UNITS, every=EVERY, note=note)
    first, last = seen[0], seen[-1]
    assert [held.units for held in seen] == [20, 40, 60]
    assert (last.widgets, last.qobjects) == (first.widgets, first.qobjects)
    assert last.objects - first.objects < 40 * 5
