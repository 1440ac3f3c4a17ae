"""The faces about parts and material."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tests.screens import material_scenes as scenes

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.station_state import StationState


class MaterialShot(NamedTuple):
    """As :class:`tests.screens.catalogue.Shot`."""

    name: str
    face: str
    state: Callable[[], StationState]
    taps: tuple[str, ...] = ()


_STOCK = ("missing", "stock")
_PARTS = ("missing", "parts")
_SHIM = tuple(f"key:{letter}" for letter in "Shim")

MATERIAL_SHOTS = (
    MaterialShot("undo-scan", "step.instruct", scenes.just_scanned),
    MaterialShot("scan-several", "step.scan", scenes.several),
    MaterialShot("missing-several", "missing", scenes.several, ("missing",)),
    MaterialShot("scan-count", "count", scenes.several, ("missing", "count", "key:2")),
    MaterialShot("blocked-damaged", "blocked", scenes.damaged),
    MaterialShot("type-label", "type", scenes.several, ("missing", "type_label", "key:8")),
    MaterialShot("blocked-take-first", "blocked", scenes.take_first),
    MaterialShot("not-there", "not_there", scenes.take_first, ("not_there:SKF 6204;88170",)),
    MaterialShot("blocked-opened", "blocked", scenes.opened_too_long),
    MaterialShot("part-held", "blocked", scenes.held_in_unit),
    MaterialShot("part-held-missing", "missing", scenes.still_held, ("missing",)),
    MaterialShot("part-held-end", "part_held", scenes.held_at_the_end),
    MaterialShot("parts", "parts", scenes.still_held, _PARTS),
    MaterialShot("take-out", "take_out", scenes.still_held, (*_PARTS, "take_out:0")),
    MaterialShot("extra-why", "words", scenes.at_bolts, (*_PARTS, "extra", *_SHIM)),
    MaterialShot(
        "extra-scan", "extra.scan", scenes.extra_expected, (*_PARTS, "extra", *_SHIM, "primary")
    ),
    MaterialShot("stock", "stock", scenes.counted, _STOCK),
    MaterialShot("stock-count", "number", scenes.counted, (*_STOCK, "recount:1", "key:4")),
    MaterialShot("stock-box", "box", scenes.counted, (*_STOCK, "box", "key:4", "primary")),
    MaterialShot(
        "stock-received", "box.received", scenes.box_came, (*_STOCK, "box", "key:4", "primary")
    ),
)
