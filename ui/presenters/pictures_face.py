"""The pictures of a step over the whole work area, and what there is to say about a place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from ui.presenters.phrases import Words, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Body, Marker, PictureView, TileView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.instructions import Position, Step
    from ui.presenters.scene import Desk, Parts, Scene

_PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class PicturesBody(Body):
    """One picture as large as it can be; ``choices`` are all there are, ``chosen`` this one."""

    title: Words
    detail: Words
    picture: PictureView
    choices: tuple[TileView, ...] = ()
    chosen: str = ""


@dataclass(frozen=True, slots=True)
class PicturesPage(Page):
    """Picture ``number`` of ``step`` (0 is its own), or a ``place`` on it."""

    verbs: ClassVar[frozenset[str]] = frozenset({"show", "spot"})
    step: str
    number: int = 0
    place: str = ""

    def draw(self, scene: Scene) -> Parts:
        run = scene.run.step_run(self.step) if scene.run is not None else None
        back = Action("primary", phrase("do_it/back_to_step"), "arrow-u-up-left-bold", "primary",
                      "back")  # fmt: skip
        if run is None:
            return "pictures", PicturesBody("", "", PictureView()), ActionsView((), back)
        return "pictures", self._body(scene, run.step), ActionsView((), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        if verb == "spot":
            return replace(self, number=0, place=argument)
        return replace(self, number=int(argument), place="")

    def _body(self, scene: Scene, step: Step) -> PicturesBody:
        shown = _pictures(scene, step)
        choices = tuple(
            TileView(f"show:{number}", one.words, _PICTURE) for number, one in enumerate(shown)
        )
        place = next((p for p in step.positions if p.id == self.place), None)
        one = shown[min(self.number, len(shown) - 1)]
        blob, title, detail = one.blob, one.words, one.detail
        if place is not None:
            title, detail = _named(scene, step, place), scene.text(place.detail)
            blob = place.zoom or blob
        is_own = self.number == 0 and (place is None or place.zoom is None)
        return PicturesBody(
            title=title,
            detail=detail,
            picture=_view(scene, blob, _places(scene, step, self.place) if is_own else ()),
            choices=choices if len(choices) > 1 or place is not None else (),
            chosen="" if place is not None else f"show:{self.number}",
        )


class _Shown(NamedTuple):
    blob: str | None
    words: Words
    detail: Words = ""


def pictures_page(place: str, scene: Scene) -> PicturesPage | None:
    """The page of the step in work, if it has a picture."""
    current = scene.step_run
    if current is None or not pictures_button(current.step):
        return None
    return PicturesPage(current.step.id, place=place)


def pictures_button(step: Step) -> Words:
    """The words on the picture that lead to the page; "" when there is none."""
    count = len(step.more) + (step.picture is not None)
    if count > 1:
        return phrase("picture/open_many", count=str(count))
    return phrase("picture/open") if count else ""


def _pictures(scene: Scene, step: Step) -> list[_Shown]:
    have = scene.state.pictures
    own = step.picture_large if step.picture_large in have else step.picture
    title, text = scene.text(step.short or step.title), scene.text(step.text)
    found = [_Shown(own, title, text)] if own is not None else []
    for picture in step.more:
        large = picture.large if picture.large in have else picture.blob
        found.append(_Shown(large, scene.text(picture.caption)))
    return found


def _named(scene: Scene, step: Step, place: Position) -> Words:
    label = scene.text(place.label)
    return label or phrase("step/place", number=str(step.positions.index(place) + 1))


def _places(scene: Scene, step: Step, chosen: str) -> tuple[Marker, ...]:
    return tuple(
        Marker(
            place.x,
            place.y,
            str(number),
            ShownState.IN_PROGRESS if place.id == chosen else ShownState.TODO,
            place.id == chosen,
            button=f"spot:{place.id}",
            words=scene.text(place.label),
        )
        for number, place in enumerate(step.positions, start=1)
    )


def _view(scene: Scene, blob: str | None, markers: tuple[Marker, ...]) -> PictureView:
    content = scene.state.pictures.get(blob) if blob is not None else None
    if content is None:
        return PictureView(note=phrase("picture/not_here"))
    return PictureView(blob, content, markers)
