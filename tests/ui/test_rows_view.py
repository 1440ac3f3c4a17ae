"""A list in rows: every row that means something is a target, and says all it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.screens.camera import MORE_PANELS, PANELS
from ui.presenters.pages import Pages
from ui.presenters.rows import Row, rows_body
from ui.presenters.view_states import Chip
from ui.theme.look import Look
from ui.theme.tokens import ShownState
from ui.views.rows_view import RowsView, list_rows_that_fit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LONG = (
    "Wird erst beim nächsten Start wirksam und gilt für alle, die an dieser Station arbeiten, "
    "auch für die Frühschicht"
)
ROWS = (
    Row("open:a", "Theme", LONG, value="Light", button="Change"),
    Row("open:b", "Sound", "Cues for OK and NOK", value="On", button="Change"),
    Row("", "Server", "https://plant.example:8443", Chip(ShownState.OK, "Synced")),
    Row("open:c", "Torque T-2", "", Chip(ShownState.OFFLINE, "No connection"), "12.1 Nm"),
)


def look_of(panel: str, *, has_gloves: bool = False) -> Look:
    size, px_per_mm = (PANELS | MORE_PANELS)[panel]
    return Look.of("light", size_px=size, px_per_mm=px_per_mm, has_gloves=has_gloves)


def shown(look: Look, tapped: list[str]) -> RowsView:
    view = RowsView(look, tapped.append)
    view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    sizes = look.metrics.sizes
    width, height = look.metrics.width_du, look.metrics.height_du
    view.resize(
        look.px(width - 2 * sizes.margin), look.px(height - sizes.header - sizes.action_bar - 40)
    )
    count = list_rows_that_fit(look)
    rows = (ROWS * 3)[:12]
    view.show_body(rows_body("Settings", "What this is", rows, Pages(len(rows), count, 0)))
    view.show()
    return view


@pytest.mark.parametrize("has_gloves", [False, True])
@pytest.mark.parametrize("panel", [*PANELS, *MORE_PANELS])
def test_a_full_page_fits_and_nothing_is_cut(
    qapp: QApplication, panel: str, has_gloves: bool
) -> None:
    view = shown(look_of(panel, has_gloves=has_gloves), [])
    qapp.processEvents()
    view.grab()
    rows = [w for w in view.findChildren(QWidget) if w.isVisible()]
    assert [text for w in rows for text in getattr(w, "cut", ())] == []
    assert [w for w in rows if w.height() < w.minimumSizeHint().height()] == []
    view.close()


def test_a_tap_on_a_row_is_its_name_and_a_row_that_only_tells_takes_none(
    qapp: QApplication,
) -> None:
    tapped: list[str] = []
    view = shown(look_of("1920x1080"), tapped)
    qapp.processEvents()
    rows = [w for w in view.findChildren(QWidget) if hasattr(w, "show_row")]
    for row in rows[:3]:
        centre = row.mapTo(view, row.rect().center())
        target = view.childAt(centre)
        assert target is not None
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    assert tapped == ["open:a", "open:b"]
    view.close()


def test_a_screen_reader_hears_the_words_the_state_and_the_value(qapp: QApplication) -> None:
    view = shown(look_of("1920x1080"), [])
    qapp.processEvents()
    row = view.findChild(QWidget, "open:c")
    assert row is not None
    interface = QAccessible.queryAccessibleInterface(row)
    name = interface.text(QAccessible.Text.Name)
    assert name == "Torque T-2, No connection, 12.1 Nm"
    assert interface.role() is QAccessible.Role.Button
    view.close()


def test_only_rows_that_do_something_are_reached_by_tab(qapp: QApplication) -> None:
    view = shown(look_of("1920x1080"), [])
    qapp.processEvents()
    rows = [w for w in view.findChildren(QWidget) if hasattr(w, "show_row")]
    policies = [row.focusPolicy() is Qt.FocusPolicy.TabFocus for row in rows[:4]]
    assert policies == [True, True, False, True]
    view.close()
