"""What a stop can be put down to, as words and as tiles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.stops import OTHER, UNKNOWN
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import TileView

if TYPE_CHECKING:
    from app.domain.flow_documents import StopReasons
    from app.services.line_state import StopQuestion
    from ui.presenters.scene import Scene

_ICONS = {
    "material": "package-bold",
    "tool": "wrench-bold",
    "machine": "gear-bold",
    "quality": "magnifying-glass-bold",
    "waiting": "hourglass-bold",
    "setup": "sliders-bold",
    OTHER: "chat-text-bold",
    UNKNOWN: "question-bold",
}
#: As many tiles as a page has room for.
_MOST_TILES = 8
#: What *More reasons* turns by: it takes the place of one.
NEXT_TILES = _MOST_TILES - 1
_MORE = TileView("stop_more", phrase("stop/more"), "caret-right-bold")
_BACK = TileView("stop_back", phrase("stop/back"), "caret-left-bold")
_GROUP_ICON = "stack-bold"


def reason_tiles(scene: Scene, question: StopQuestion, group: str) -> tuple[TileView, ...]:
    """The likeliest reasons at once, the others by groups; without a tree all of them."""
    tree = question.tree
    last = tuple(_tile(reason_name(scene, tree, code), code) for code in (OTHER, UNKNOWN))
    if tree is None:
        reasons = (*question.reasons, UNKNOWN)
        return tuple(_tile(reason_name(scene, tree, code), code) for code in reasons)
    if group:
        found = next((one for one in tree.groups if one.code == group), None)
        codes = () if found is None else found.codes
        return (*(_tile(reason_name(scene, tree, code), code) for code in codes), _BACK)
    likely = question.reasons[: question.likely]
    return (
        *(_tile(reason_name(scene, tree, code), code) for code in likely),
        *(
            TileView(f"stop_group:{one.code}", scene.text(one.name), _GROUP_ICON)
            if one.reasons
            else _tile(scene.text(one.name), one.code)
            for one in tree.groups
            if one.code not in likely
        ),
        *last,
    )


def reason_name(scene: Scene, tree: StopReasons | None, code: str) -> Words:
    """A reason's own name, without that of its group."""
    names = () if tree is None else tree.names(code)
    return scene.text(names[-1]) if names else reason_phrase(code)


def reason_phrase(code: str) -> Words:
    """A reason the station asks by itself in words; one of the plant's as its code."""
    if not code:
        return phrase("stop/unnamed")
    return phrase(f"stop/{code}") if code in _ICONS else code.replace("/", ", ").replace("_", " ")


def _tile(words: Words, code: str) -> TileView:
    icon = _ICONS.get(code) or _ICONS.get(code.partition("/")[0], _GROUP_ICON)
    return TileView(f"stop_reason:{code}", words, icon)


def tiles_from(tiles: tuple[TileView, ...], first: int) -> tuple[TileView, ...]:
    """What fits from ``first`` on; the last tile leads to the others, round and round."""
    if len(tiles) <= _MOST_TILES:
        return tiles
    here = tiles[first : first + NEXT_TILES]
    is_last = first + NEXT_TILES >= len(tiles)
    return (*here, _BACK if is_last else _MORE)
