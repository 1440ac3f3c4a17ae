"""What a call for help and a handover are made of, in every state."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ui.gallery.specimens import FULL, Chapter, Specimen
from ui.presenters.handover_face import OpenLine
from ui.widgets.call_band import CallBand
from ui.widgets.tick_row import TickRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look

_LONG = "Maintenance and setup 1:02:10"


def chapters() -> tuple[Chapter, ...]:
    """Call bands and rows to tick."""
    bands = (
        ("nobody has answered", "Maintenance 02:10", False),
        ("seen: calm", "Maintenance 02:10", True),
        ("long words: smaller", _LONG, False),
    )
    rows = (
        ("tells only", OpenLine("a", "SN 0418-77219 on hold", "since 08:12")),
        ("to tick", OpenLine("b", "SN 0418-77219 on hold", "since 08:12", is_ticked=False)),
        ("ticked", OpenLine("c", "SN 0418-77219 on hold", "since 08:12", is_ticked=True)),
        ("two lines", OpenLine("d", "Open call: Material, for the second feeder", "")),
    )
    return (
        Chapter(
            "Call, from afar",
            tuple(
                Specimen(caption, partial(_band, words=words, is_seen=is_seen), FULL)
                for caption, words, is_seen in bands
            ),
        ),
        Chapter(
            "Open thing of a handover",
            tuple(Specimen(caption, partial(_row, line=line), 380) for caption, line in rows),
        ),
    )


def _band(look: Look, home: QWidget, words: str, *, is_seen: bool) -> QWidget:
    band = CallBand(look)
    band.setParent(home)
    band.show_call(words, is_seen=is_seen)
    return band


def _row(look: Look, home: QWidget, line: OpenLine) -> QWidget:
    row = TickRow(look, lambda _name: None)
    row.setParent(home)
    row.show_line(line)
    return row
