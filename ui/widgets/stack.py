"""Views built once and switched without a size fight."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class ViewStack(QStackedWidget):
    """Asks for no room itself, so that a hidden view never makes the window grow.

    Whether the shown one fits is what ``tests/ui/test_nothing_is_cut.py`` looks after.
    """

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return False

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def sizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)
