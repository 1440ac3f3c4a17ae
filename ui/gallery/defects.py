"""The picture on which somebody pins a defect."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.gallery.specimens import Chapter, Specimen
from ui.presenters.defect_body import PinsView, ZoneView
from ui.presenters.view_states import PictureView
from ui.theme.files import RESOURCES
from ui.widgets.pin_picture import PinPicture

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

_ZONE = ((0.35, 0.25), (0.65, 0.25), (0.65, 0.75), (0.35, 0.75))
_ONE = PinsView(((0.5, 0.55),), is_open=True)
_TWO = PinsView(((0.2, 0.4), (0.5, 0.55)), chosen=1, is_open=True)


def pins_chapter() -> Chapter:
    """Without a pin, with one, with two in and beside a zone."""
    return Chapter(
        "Picture with pins",
        (
            Specimen("no pin yet", partial(_picture, pins=PinsView(), zones=()), 290, 200),
            Specimen("one pin", partial(_picture, pins=_ONE, zones=()), 290, 200),
            Specimen(
                "the second of two, in a zone",
                partial(_picture, pins=_TWO, zones=(ZoneView(_ZONE, is_chosen=True),)),
                290,
                200,
            ),
            Specimen(
                "a zone with no pin in it",
                partial(_picture, pins=PinsView(), zones=(ZoneView(_ZONE),)),
                290,
                200,
            ),
        ),
    )


def _picture(look: Look, home: QWidget, pins: PinsView, zones: tuple[ZoneView, ...]) -> QWidget:
    picture = PinPicture(look, str)
    picture.setParent(home)
    file = RESOURCES / "demo" / "gearbox-mount" / "pictures" / "torque.svg"
    picture.show_picture(PictureView("torque", file.read_bytes()))
    picture.show_pins(pins, zones, can_pin=True)
    return picture
