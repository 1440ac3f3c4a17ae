"""A photo for a defect or a report: taken, looked at, kept or taken again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from app.services.snapshots import DropSnapshot, TakeSnapshot
from ui.presenters.defect_body import DefectBody
from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import Desk, Page
from ui.presenters.troubles import trouble_of
from ui.presenters.view_states import Action, ActionsView, PictureView

if TYPE_CHECKING:
    from ui.presenters.scene import Parts, Scene

_CAMERA = "camera-bold"
Kept = Callable[[bool, Desk], Page | None]
_WITHOUT = Action("no_snap", phrase("do_it/without_photo"), "x-bold")
_AGAIN = Action("snap", phrase("do_it/retake"), "camera-rotate-bold")


def snap_side(scene: Scene) -> tuple[PictureView, Words, Words]:
    """The photo, a heading, and whether it is sharp or why there is none."""
    title: Words = phrase("snap/title")
    snap = scene.state.defects.snap
    if snap is None or snap.is_taking:
        return PictureView(note=phrase("wait/photo")), title, phrase("photo/aim")
    if snap.problem is not None:
        trouble = trouble_of(snap.problem)
        return PictureView(note=trouble.headline), trouble.headline, trouble.line
    if snap.photo is None:
        return PictureView(), title, phrase("photo/aim")
    view = PictureView(snap.photo.taken_at.isoformat(), snap.photo.jpeg)
    says = {True: "snap/sharp", False: "snap/blurred", None: "photo/look"}[snap.is_sharp]
    return view, title, phrase(says)


def snap_actions(scene: Scene) -> ActionsView:
    """A blurred photo may be kept: it is still more than none."""
    snap = scene.state.defects.snap
    if snap is None or snap.is_taking:
        wait = Action("primary", phrase("wait/photo"), _CAMERA, "waiting")
        return ActionsView((_WITHOUT,), wait)
    if snap.photo is None:
        again = Action("primary", phrase("do_it/try_again"), _CAMERA, "primary", "snap")
        return ActionsView((_WITHOUT,), again)
    use = Action("primary", phrase("do_it/use_photo"), "check-bold", "primary", "use_snap")
    return ActionsView((_WITHOUT, _AGAIN), use)


@dataclass(frozen=True, slots=True)
class SnapPage(Page):
    """A photo that may be left out; ``then`` is told whether there is one."""

    verbs: ClassVar[frozenset[str]] = frozenset({"snap", "use_snap", "no_snap"})
    stays: ClassVar[bool] = True
    then: Kept
    is_asked: bool = False

    def draw(self, scene: Scene) -> Parts:
        if not self.is_asked:
            picture, heading = PictureView(), phrase("snap/title")
            line: Words = phrase("snap/may_help")
            take = Action("primary", phrase("do_it/take_photo"), _CAMERA, "primary", "snap")
            actions = ActionsView((_WITHOUT,), take)
        else:
            picture, _, line = snap_side(scene)
            heading, actions = phrase("snap/title"), snap_actions(scene)
        body = DefectBody(heading, (), 0, picture, "", line)
        return "snap", body, actions

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        if verb == "snap":
            desk.intents.do(TakeSnapshot())
            return SnapPage(self.then, is_asked=True)
        if verb == "no_snap":
            desk.intents.do(DropSnapshot())
        return self.then(verb == "use_snap", desk)
