"""Still missing: what the open unit, or one of the chosen order, needs, and from where."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.material import parts_in
from app.domain.requirements import StillMissing, still_missing
from ui.presenters.material_face import asks_for_several, count_page, type_action
from ui.presenters.named import defect_named
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Chip
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.instructions import Step
    from app.domain.material_events import PartHeld
    from app.domain.problem_events import DefectRecorded
    from app.domain.requirements import MissingPart
    from ui.presenters.pages import Pages
    from ui.presenters.scene import Desk, Parts, Scene

_PIN, _STEPS = "map-pin-bold", "list-checks-bold"


@dataclass(frozen=True, slots=True)
class MissingPage(Page):
    """Parts to fetch first, then the steps still open.  The next scan leads back to the work."""

    verbs: ClassVar[frozenset[str]] = frozenset({"up", "down", "count"})
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        missing = missing_now(scene) or StillMissing()
        rows = _rows(scene, missing)
        pages = row_pages(scene, len(rows), self.number)
        body = rows_body(_title(scene), _line(missing), rows, pages)
        key = "do_it/back_to_step" if scene.run is not None else "do_it/back"
        back = Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "back")
        return "missing", body, ActionsView((*_ways(scene), *pages.actions()), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "count":
            return count_page(argument, desk.scene) or self
        pages = self._pages(desk.scene)
        return replace(self, number=max(0, pages.number + (1 if verb == "down" else -1)))

    def _pages(self, scene: Scene) -> Pages:
        missing = missing_now(scene) or StillMissing()
        return row_pages(scene, missing.count, self.number)


def missing_page(_argument: str, scene: Scene) -> MissingPage | None:
    """The page, if there is a unit or an order it could be about."""
    return None if missing_now(scene) is None else MissingPage()


def missing_now(scene: Scene) -> StillMissing | None:
    """Of the open unit, else of a unit of the chosen order; None without either."""
    if scene.run is not None:
        return still_missing(scene.run)
    return None if scene.state.fetch is None else scene.state.fetch.needed


def missing_action(scene: Scene) -> Action | None:
    """The way to the page, with how much is on it."""
    missing = missing_now(scene)
    if missing is None or not missing.count:
        return None
    return Action("missing", phrase("do_it/missing", count=str(missing.count)), _STEPS)


def _ways(scene: Scene) -> tuple[Action, ...]:
    """To what is in the unit, and to what lies at the line."""
    stock = Action("stock", phrase("do_it/stock"), "stack-bold")
    inside = 0 if scene.run is None else len(parts_in(scene.run))
    parts = Action("parts", phrase("do_it/parts", count=str(inside)), "package-bold")
    return (*((parts,) if inside else ()), stock, *type_action(scene))


def _title(scene: Scene) -> Words:
    if scene.run is not None:
        return phrase("missing/title", serial=scene.run.serial)
    fetch = scene.state.fetch
    if fetch is None:
        return phrase("missing/none")
    return phrase("missing/title_order", order=fetch.order, variant=fetch.variant)


def _line(missing: StillMissing) -> Words:
    if not missing.count:
        return phrase("missing/none")
    parts, steps = str(len(missing.parts)), str(len(missing.steps))
    return phrase("missing/line", parts=parts, steps=steps)


def _rows(scene: Scene, missing: StillMissing) -> list[Row]:
    held = [_held(scene, part) for part in missing.held]
    held += [_defect(scene, defect) for defect in missing.defects]
    parts = [_part(scene, part) for part in missing.parts]
    return held + parts + [_step(scene, step) for step in missing.steps]


def _held(scene: Scene, held: PartHeld) -> Row:
    run = scene.run
    line = None if run is None else run.instruction.bom_line(run.variant, held.component)
    words: Words = held.part if line is None else scene.text(line.name)
    below = phrase("missing/held", name=held.lot or held.serial or held.part, hold=held.hold)
    chip = Chip(ShownState.BLOCKED, phrase("parts/held"), "lock-key-bold")
    return Row("parts", words, below, chip, button=phrase("do_it/take_out"))


def _defect(scene: Scene, defect: DefectRecorded) -> Row:
    chip = Chip(ShownState.NOK, phrase("missing/defect"), "magnifying-glass-bold")
    return Row("", defect_named(scene, defect), chip=chip)


def _part(scene: Scene, part: MissingPart) -> Row:
    line, fetch = part.line, scene.state.fetch
    lot = fetch.lots.get(line.component) if fetch is not None else None
    place = lot.location if lot is not None and lot.location else line.location
    below: Words = line.part
    if lot is not None:
        below = phrase("missing/part_lot", part=lot.part, lot=lot.lot)
    chip = Chip(ShownState.TODO, phrase("missing/place", place=place), _PIN) if place else None
    has_count = asks_for_several(scene) == line.component
    return Row(
        name="count" if has_count else "",
        words=scene.text(line.name),
        below=below,
        chip=chip,
        value=phrase("missing/pieces", count=str(part.quantity)),
        button=phrase("do_it/count") if has_count else "",
    )


def _step(scene: Scene, step: Step) -> Row:
    current = scene.step_run
    is_open = current is not None and current.step.id == step.id
    chip = (
        Chip(ShownState.IN_PROGRESS, phrase("state/in_progress"))
        if is_open
        else Chip(ShownState.TODO, phrase("state/todo"))
    )
    return Row(name="", words=scene.text(step.short or step.title), chip=chip)
