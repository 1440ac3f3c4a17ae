"""Every widget in every state, on both layouts and themes, with and without gloves."""

from __future__ import annotations

import importlib
import inspect
import itertools
import pkgutil
import sys
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

import ui.widgets
from app.cli import EXIT_WRONG_INPUT, main
from tests.helpers.effort import effort
from ui.gallery.pictures import settings, write_pictures
from ui.gallery.window import PANELS, Gallery, Setting
from ui.theme.icons import icon_pixmap
from ui.theme.tokens import ShownState
from ui.widgets.button import Button
from ui.widgets.card import card
from ui.widgets.curve_plot import CurvePlot
from ui.widgets.limit_gauge import LimitGauge
from ui.widgets.picture_panel import PicturePanel
from ui.widgets.stack import ViewStack
from ui.widgets.state_chip import ICONS, StateChip
from ui.widgets.step_rail import ProgressStrip

Shown = TypeVar("Shown", bound=QWidget)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

#: Shows other widgets and nothing itself.
NO_SPECIMEN = {ViewStack}
#: Each layout with each theme, each with each pair of hands; the long run has all eight.
SETTINGS = [s for i, s in enumerate(settings()) if i.bit_count() % 2 < effort(1, soak=2)]
SMALLEST_MM = 15.9
SMALLEST_GLOVED_MM = 18.3


@pytest.fixture(scope="module", params=SETTINGS, ids=lambda setting: setting.name)
def gallery(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Gallery]:  # noqa: ARG001
    gallery = Gallery(request.param)
    gallery.show()
    yield gallery
    gallery.close()
    gallery.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_page_is_whole(gallery: Gallery) -> None:
    for title, shown in pages(gallery):
        gallery.grab()
        assert [text for w in shown for text in getattr(w, "cut", ())] == [], title
        assert [w.text() for w in shown if isinstance(w, QLabel) and is_clipped(w)] == [], title
        assert [name(w) for w in shown if is_squeezed(w)] == [], title
        assert [name(w) for w in shown if is_outside(w)] == [], title
        assert list(overlapping(gallery.page)) == [], title


def test_every_target_is_large_enough_for_its_hands(gallery: Gallery) -> None:
    px_per_mm = PANELS[gallery.setting.panel][1]
    gloved = SMALLEST_GLOVED_MM if gallery.setting.has_gloves else SMALLEST_MM
    is_small = gallery.setting.panel.startswith("1280")
    for button in each(gallery, Button):
        # Five rows of letters fit a small panel only as they are.
        least = SMALLEST_MM if button.kind == "letter" and is_small else gloved
        smallest = min(button.width(), button.height()) / px_per_mm
        assert smallest >= least, f"{button.objectName()} is {smallest:.1f} mm"


def test_every_widget_says_what_it_is(gallery: Gallery) -> None:
    kinds = (Button, StateChip, LimitGauge, CurvePlot, PicturePanel, ProgressStrip)
    silent = [
        name(widget)
        for widget in each(gallery, QWidget)
        if isinstance(widget, kinds) and not said(widget, QAccessible.Text.Name)
    ]
    assert silent == []


@pytest.fixture(scope="module")
def usual(qapp: QApplication) -> Iterator[Gallery]:  # noqa: ARG001
    gallery = Gallery(Setting())
    yield gallery
    gallery.close()
    gallery.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_widget_there_is_has_a_specimen(usual: Gallery) -> None:
    there = {
        kind
        for module in pkgutil.iter_modules(ui.widgets.__path__, "ui.widgets.")
        for _, kind in inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        if issubclass(kind, QWidget)
        and kind.__module__ == module.name
        and not kind.__name__.startswith("_")
    }
    shown = {ancestor for w in each(usual, QWidget) for ancestor in type(w).__mro__}
    assert there - NO_SPECIMEN <= shown


def test_every_state_has_a_chip_with_its_word(usual: Gallery) -> None:
    words = [said(chip, QAccessible.Text.Name) for chip in each(usual, StateChip)]
    assert len(set(words)) >= len(ShownState)


def test_a_measured_value_can_be_read_without_seeing_it(usual: Gallery) -> None:
    values = {said(g, QAccessible.Text.Description) for g in each(usual, LimitGauge)}
    assert {"–", "12 OK", "10.6 NOK", "12.3"} <= values
    curves = {said(c, QAccessible.Text.Description) for c in each(usual, CurvePlot)}
    assert {"No curve", "24.8 Nm, 60° OK", "16.9 Nm, 60° NOK"} <= curves
    places = {said(p, QAccessible.Text.Description) for p in each(usual, PicturePanel)}
    assert "1: OK, 2: OK, 3: NOK, 4: To do" in places


def test_no_two_states_have_the_same_shape(qapp: QApplication) -> None:  # noqa: ARG001
    """In one colour, so that only the shape can tell them apart."""
    drawn = {state: ink(icon_pixmap(ICONS[state], "#000000", 28).toImage()) for state in ICONS}
    assert set(drawn) == set(ShownState)
    for one, other in itertools.combinations(ShownState, 2):
        differ = len(drawn[one] ^ drawn[other]) / len(drawn[one] | drawn[other])
        assert differ >= 0.2, f"{one} and {other} look alike"


def test_a_pointer_that_is_not_ok_has_another_shape(usual: Gallery) -> None:
    """Dark pixels above the track: a triangle, a square or nothing at all."""
    above = {}
    for gauge in each(usual, LimitGauge):
        rows = QRect(0, 0, gauge.width(), usual.setting.look().px(33))
        image = gauge.grab(rows).toImage()
        above[said(gauge, QAccessible.Text.Description)] = len(marked(image))
    assert above["–"] == 0
    assert above["10.6 NOK"] > 1.5 * above["12 OK"] > 0


def test_keys_turn_pages_and_change_the_setting(usual: Gallery) -> None:
    usual.change(Setting())
    first = usual.page.objectName()
    QTest.keyClick(usual, Qt.Key.Key_Right)
    assert usual.page.objectName() != first
    QTest.keyClick(usual, Qt.Key.Key_Left)
    assert usual.page.objectName() == first
    for key in (Qt.Key.Key_T, Qt.Key.Key_L, Qt.Key.Key_G, Qt.Key.Key_V):
        QTest.keyClick(usual, key)
    assert usual.setting == Setting("dark", "1280x800", has_gloves=True, vision="protan")
    assert usual.page.objectName().partition(" of ")[0] == first.partition(" of ")[0]
    usual.change(Setting())


def test_an_unchanged_state_paints_nothing(usual: Gallery, qtbot: QtBot) -> None:
    class Paints(QObject):
        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            self.count += event.type() == QEvent.Type.Paint
            return super().eventFilter(watched, event)

    from ui.presenters.view_states import Chip, GaugeView

    look, paints = usual.setting.look(), Paints()
    frame, column = card(look)
    qtbot.addWidget(frame)
    chip, gauge = StateChip(look), LimitGauge(look)
    ok = Chip(ShownState.OK, "OK")
    view = GaugeView(11.0, 13.0, 12.0, 12.1, ("11.0", "12.0", "13.0"), is_ok=True)
    for widget in (chip, gauge):
        column.addWidget(widget)
        widget.installEventFilter(paints)
    chip.show_chip(ok)
    gauge.show_gauge(view)
    frame.show()
    qtbot.waitUntil(lambda: paints.count >= 2, timeout=60_000)
    QApplication.processEvents()
    before = paints.count
    chip.show_chip(Chip(ShownState.OK, "OK"))
    gauge.show_gauge(view)
    QApplication.processEvents()
    assert paints.count == before
    chip.show_chip(Chip(ShownState.NOK, "OK"))
    QApplication.processEvents()
    assert paints.count == before + 1


def test_pictures_are_written_where_wanted(qapp: QApplication, tmp_path: Path) -> None:  # noqa: ARG001
    written = list(islice(write_pictures(tmp_path / "new", "grey"), 2))
    assert [path.name for path in written] == [
        "1920x1080-light-grey-01-colour-and-type-1-of-1.png",
        "1920x1080-light-grey-02-icons-1-of-1.png",
    ]
    image = QImage(str(written[0]))
    assert (image.width(), image.height()) == (1920, 1080)
    assert image.allGray()


def test_a_folder_that_cannot_be_written_is_said(
    qapp: QApplication,  # noqa: ARG001
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "file").write_text("not a folder", "utf-8")
    assert main(["gallery", "--out", str(tmp_path / "file" / "in")]) == EXIT_WRONG_INPUT
    assert "Choose a folder that can be written" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a display")
def test_a_machine_without_a_display_is_told_of_the_pictures(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["gallery"]) == EXIT_WRONG_INPUT
    assert "--out DIR" in capsys.readouterr().err


def pages(gallery: Gallery) -> Iterator[tuple[str, list[QWidget]]]:
    """Each page's title with all that is shown on it."""
    for page in gallery.walk():
        yield page.objectName(), [w for w in page.findChildren(QWidget) if w.isVisibleTo(gallery)]


def each(gallery: Gallery, kind: type[Shown]) -> Iterator[Shown]:
    """Every widget of one kind, while it is shown."""
    for _, shown in pages(gallery):
        yield from (widget for widget in shown if isinstance(widget, kind))


def said(widget: QWidget, what: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(what)


def ink(image: QImage) -> set[tuple[int, int]]:
    points = itertools.product(range(image.width()), range(image.height()))
    return {(x, y) for x, y in points if image.pixelColor(x, y).alpha() > 128}


def marked(image: QImage) -> set[tuple[int, int]]:
    """Where it is neither light nor clear."""
    points = itertools.product(range(image.width()), range(image.height()))
    pixels = ((x, y, image.pixelColor(x, y)) for x, y in points)
    return {(x, y) for x, y, c in pixels if c.alpha() > 128 and 0 < c.lightness() < 140}


def is_clipped(label: QLabel) -> bool:
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    return bool(label.text()) and label.sizeHint().width() > label.width() + 1


def is_squeezed(widget: QWidget) -> bool:
    if isinstance(widget, QLabel):
        return False
    needs, layout = widget.minimumSizeHint(), widget.layout()
    height = needs.height()
    if layout is not None and layout.hasHeightForWidth():
        height = layout.minimumHeightForWidth(widget.width())
    return widget.height() < height or widget.width() < needs.width()


def is_outside(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and not parent.rect().contains(widget.geometry())


def overlapping(page: QWidget) -> Iterator[tuple[str, str]]:
    for frame in page.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        children = frame.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        for one, other in itertools.combinations(children, 2):
            if one.geometry().intersects(other.geometry()):
                yield name(one), name(other)


def name(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()} {widget.geometry()}"
