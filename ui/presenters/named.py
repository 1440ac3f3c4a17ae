"""What defects, causes and places are called: by the plant, else by the screen's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.defects import DEFAULT_CODES, OTHER
from app.domain.whys import DEFAULT_CAUSES, UNKNOWN
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import in_sentence, place_name

if TYPE_CHECKING:
    from app.domain.defects import DefectCode
    from app.domain.instructions import Step
    from app.domain.problem_events import DefectRecorded
    from app.domain.whys import Cause
    from ui.presenters.scene import Scene

_OUR_DEFECTS = frozenset({code.code for code in DEFAULT_CODES} | {OTHER})
_OUR_CAUSES = frozenset(
    {cause.code for causes in DEFAULT_CAUSES.values() for cause in causes} | {OTHER, UNKNOWN}
)


def defect_name(scene: Scene, code: DefectCode) -> Words:
    """The plant's word, else ours, else the code itself."""
    return scene.text(code.text) or _ours("defect_code", code.code, _OUR_DEFECTS)


def defect_named(scene: Scene, recorded: DefectRecorded) -> Words:
    """What a recorded defect is called: its own words where it has no code."""
    if recorded.code == OTHER and recorded.words:
        return recorded.words
    known = (code for code in scene.state.defects.codes if code.code == recorded.code)
    found = next(known, None)
    if found is not None:
        return defect_name(scene, found)
    return _ours("defect_code", recorded.code, _OUR_DEFECTS)


def cause_name(scene: Scene, cause: Cause) -> Words:
    """As :func:`defect_name`."""
    return scene.text(cause.text) or _ours("cause", cause.code, _OUR_CAUSES)


def cause_named(scene: Scene, code: str) -> Words:
    """The cause with this code, from whichever list has it."""
    lists = scene.state.card.lists.causes.values()
    known = (cause for causes in lists for cause in causes if cause.code == code)
    found = next(known, None)
    return _ours("cause", code, _OUR_CAUSES) if found is None else cause_name(scene, found)


def is_our_cause(scene: Scene, code: str) -> bool:
    """Whether a list of causes has the code."""
    lists = scene.state.card.lists.causes.values()
    return code in _OUR_CAUSES or any(one.code == code for causes in lists for one in causes)


def zone_name(scene: Scene, step: Step | None, zone: str | None) -> Words:
    """The zone's or the position's name; "" for a place without one."""
    if step is None or zone is None:
        return ""
    label = next((z.label for z in step.zones if z.id == zone), None)
    if label is not None:
        return scene.text(label) or zone
    return place_name(scene, step, zone)


def at_place(scene: Scene, step: Step | None, zone: str | None) -> Words:
    """In a sentence: "at bolt 3", or "without a named place"."""
    name = zone_name(scene, step, zone)
    if not name:
        return phrase("defect/nowhere")
    return phrase("defect/at", place=in_sentence(scene, name))


def defect_line(scene: Scene, recorded: DefectRecorded) -> Words:
    """What a recorded defect is and where, in one line."""
    step = None if scene.run is None else scene.run.step_run(recorded.step or "")
    place = at_place(scene, None if step is None else step.step, recorded.zone)
    return phrase("defect/what_where", what=defect_named(scene, recorded), place=place)


def _ours(kind: str, code: str, known: frozenset[str]) -> Words:
    return phrase(f"{kind}/{code}") if code in known else code
