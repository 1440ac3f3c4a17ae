"""Checks: the list of the station's, one of them with what can be done, and a line that fails."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.services.forms import (
    FailFormLine,
    PutOffForm,
    SettleFormLine,
    SkipForm,
    StartForm,
)
from ui.presenters.phrases import Words, phrase
from ui.presenters.rights import right_words
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import (
    Action,
    ActionsView,
    BandBody,
    Block,
    Chip,
    TilesBody,
    TileView,
)
from ui.presenters.words_pad import WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.form_documents import OpenCheck
    from app.domain.form_events import FormLineFailed
    from app.domain.instructions import Step
    from app.services.acts import Act
    from app.services.forms_state import FormRow
    from app.services.station_state import FinishedUnit
    from ui.presenters.pages import Pages
    from ui.presenters.scene import Desk, Parts, Scene

_ICON = "list-checks-bold"
_BACK = Action("primary", phrase("do_it/back"), "arrow-u-up-left-bold", "primary", "back")
_OWN = ("other", "chat-text-bold")
#: What somebody is asked, and the tiles of the answers; the last one asks for words.
_REASONS: dict[str, tuple[tuple[str, str], ...]] = {
    "fail": (
        ("damaged", "warning-circle-bold"),
        ("missing", "package-bold"),
        ("dirty", "trash-bold"),
        ("does_not_work", "wrench-bold"),
        _OWN,
    ),
    "put_off": (("order_first", "clock-bold"), ("no_means", "package-bold"), _OWN),
    "skip": (("not_running", "pause-bold"), ("done_elsewhere", "map-pin-bold"), _OWN),
    "settle": (("put_right", "wrench-bold"), ("no_danger", "shield-check-bold"), _OWN),
}
_SAID = frozenset(code for tiles in _REASONS.values() for code, _ in tiles) | {"too_many_attempts"}


@dataclass(frozen=True, slots=True)
class ChecksPage(Page):
    """One row a check, the most urgent first."""

    verbs: ClassVar[frozenset[str]] = frozenset({"check", "up", "down"})
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        rows = scene.state.forms.rows
        pages = row_pages(scene, len(rows), self.number)
        shown = [_row(scene, row) for row in rows]
        body = rows_body(phrase("checks/title"), _line(scene), shown, pages)
        return "checks", body, ActionsView(pages.actions(), _BACK)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb == "check":
            return CheckPage(argument)
        pages = row_pages(desk.scene, len(desk.scene.state.forms.rows), self.number)
        return replace(self, number=pages.after(verb))


@dataclass(frozen=True, slots=True)
class CheckPage(Page):
    """One check: begin it, put it off, leave it out, settle a line that failed."""

    verbs: ClassVar[frozenset[str]] = frozenset(
        {"start_check", "put_off", "leave_out", "settle_line", "to_checks"}
    )
    form: str

    def draw(self, scene: Scene) -> Parts:
        row = scene.state.forms.row(self.form)
        if row is None:
            body = rows_body(phrase("checks/title"), phrase("checks/none"), (), _one(scene))
            return "check", body, ActionsView((), _BACK)
        rows = [_row(scene, replace(row, failed=()), is_open=True)]
        rows += [_failed_row(scene, line) for line in row.failed]
        rows += [_elsewhere_row(scene, check) for check in row.elsewhere]
        body = rows_body(scene.text(row.title), _settled_by(row), rows, _one(scene, len(rows)))
        back = Action("to_checks", phrase("do_it/back"), "arrow-u-up-left-bold")
        key = "do_it/go_on_check" if row.state == "left" else "do_it/start_check"
        start = Action("primary", phrase(key), "play-bold", "primary", "start_check")
        return "check", body, ActionsView((back, *_ways(row)), start)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        row = desk.scene.state.forms.row(self.form)
        if verb == "to_checks" or row is None:
            return ChecksPage()
        title = desk.scene.text(row.title)
        match verb:
            case "start_check":
                desk.intents.do(StartForm(self.form))
                return None
            case "put_off":
                return ReasonPage("put_off", title, self, self.form)
            case "leave_out":
                return ReasonPage("skip", title, self, self.form)
            case _:
                run, _, step = argument.rpartition("/")
                return ReasonPage("settle", title, self, run, step)


@dataclass(frozen=True, slots=True)
class ReasonPage(Page):
    """Why: one tap, or own words; ``kind`` says what is recorded then, ``about`` of what."""

    verbs: ClassVar[frozenset[str]] = frozenset({"check_why", "to_check"})
    kind: str
    title: str
    before: Page | None
    about: str = ""
    step: str = ""

    def draw(self, scene: Scene) -> Parts:
        tiles = tuple(
            TileView(f"check_why:{code}", phrase(f"check_why/{code}"), icon)
            for code, icon in _REASONS[self.kind]
        )
        title = phrase(f"check_{self.kind}/title", step=self.title)
        back = Action("to_check", phrase("do_it/back"), "arrow-u-up-left-bold")
        body = TilesBody(title, self._line(scene), tiles)
        return f"check.{self.kind}", body, ActionsView((back,))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        if verb == "to_check":
            return self.before
        if argument == "other":
            title = phrase(f"check_{self.kind}/title", step=self.title)
            return WordsPage(title, self._said, phrase("check_own/line"), before=self)
        return self._said(argument, desk)

    def _said(self, why: str, desk: Desk) -> Page | None:
        desk.intents.do(self._act(why))
        return None if self.kind == "fail" else ChecksPage()

    def _act(self, why: str) -> Act:
        match self.kind:
            case "fail":
                return FailFormLine(self.step, why)
            case "put_off":
                return PutOffForm(self.about, why)
            case "skip":
                return SkipForm(self.about, why)
            case _:
                return SettleFormLine(self.about, self.step, why)

    def _line(self, scene: Scene) -> Words:
        row = scene.state.forms.row(self.about)
        minutes = "" if row is None else str(row.rule.put_off_min)
        return phrase(f"check_{self.kind}/line", minutes=minutes)


def checks_page(_argument: str, scene: Scene) -> ChecksPage | None:
    """The list, where the station has checks."""
    return ChecksPage() if scene.state.forms.rows else None


def line_failed_page(_argument: str, scene: Scene) -> ReasonPage | None:
    """Why the open line is not OK."""
    current = scene.step_run
    if current is None or not is_check(scene) or current.is_completed:
        return None
    title = scene.text(current.step.short or current.step.title)
    return ReasonPage("fail", title, None, step=current.step.id)


def is_check(scene: Scene) -> bool:
    """Whether what is in work is a check and no unit."""
    return scene.run is not None and scene.run.instruction.form is not None


def check_actions(of_step: Sequence[Action]) -> list[Action]:
    """A line that is not as it should be, and the way out; help is called on the problem page."""
    kept = (action for action in of_step if action.name not in ("help", "missing"))
    not_ok = Action("line_failed", phrase("do_it/not_ok"), "x-square-bold", "danger")
    return [not_ok, *kept, Action("leave", phrase("do_it/check_later"), "clock-bold")]


def checks_button(scene: Scene) -> tuple[Action, ...]:
    """The way to the list, where the station has any."""
    if not scene.state.forms.rows or scene.state.person is None:
        return ()
    return (Action("checks", phrase("do_it/checks"), _ICON),)


def checks_chip(scene: Scene) -> Chip | None:
    """In the bar on top: what is overdue, failed or due."""
    waiting = scene.state.forms.waiting
    if any(row.is_waiting and row.is_overdue for row in waiting):
        return Chip(ShownState.ATTENTION, phrase("checks/chip_late"), _ICON)
    if any(row.failed for row in waiting):
        return Chip(ShownState.NOK, phrase("checks/chip_failed"), _ICON)
    if waiting and not is_check(scene):
        return Chip(ShownState.TODO, phrase("checks/chip_due"), _ICON)
    return None


def checks_note(scene: Scene) -> tuple[Words, ...]:
    """How many are to be done, for a screen that nobody uses."""
    count = sum(row.is_waiting for row in scene.state.forms.rows)
    return (phrase("checks/idle", count=str(count)),) if count else ()


def first_check(scene: Scene) -> Words | None:
    """The check to be done before the next unit."""
    row = next((row for row in scene.state.forms.rows if row.blocks or row.is_waiting), None)
    return None if row is None else phrase("checks/queue", check=scene.text(row.title))


def check_done_body(scene: Scene, finished: FinishedUnit) -> BandBody:
    """A check that is done, and which lines are not as they should be."""
    failed = finished.failed or ()
    tone = ShownState.ATTENTION if failed else ShownState.OK
    lines = tuple(_title_of(scene, finished.steps, step) for step in failed)
    block = Block(phrase("check_done/lines"), "", "", ShownState.NOK, lines)
    why = phrase("check_done/failed", count=str(len(failed)))
    return BandBody(
        tone=tone,
        icon="warning-bold" if failed else "check-circle-bold",
        headline=phrase("check_done/headline"),
        why=why if failed else phrase("check_done/good"),
        blocks=(block,) if failed else (),
        todo_heading=phrase("done/next"),
        todo=(phrase("check_done/call" if failed else "check_done/carry_on"),),
    )


def _title_of(scene: Scene, steps: tuple[Step, ...], name: str) -> Words:
    step = next((one for one in steps if one.id == name), None)
    return name if step is None else scene.text(step.short or step.title)


def _line(scene: Scene) -> Words:
    rows = scene.state.forms.rows
    if not rows:
        return phrase("checks/none")
    count = sum(row.is_waiting for row in rows)
    late = sum(row.is_waiting and row.is_overdue for row in rows)
    if late:
        return phrase("checks/line_late", late=str(late), count=str(count))
    return phrase("checks/line_due", count=str(count)) if count else phrase("checks/line")


def _row(scene: Scene, row: FormRow, *, is_open: bool = False) -> Row:
    return Row(
        "start_check" if is_open else f"check:{row.form}",
        scene.text(row.title),
        _below(scene, row),
        _chip(row),
        "",
        "" if is_open else phrase("do_it/open_check"),
    )


def _below(scene: Scene, row: FormRow) -> Words:
    if row.failed:
        return phrase("check/lines_failed", count=str(len(row.failed)))
    if row.is_waiting and row.overdue_us is not None:
        time = scene.moment(scene.at(row.overdue_us))
        if not row.is_overdue:
            return phrase("check/until", time=time)
        return phrase("check/blocks" if row.blocks else "check/since", time=time)
    if row.ended_us is None:
        return phrase("check/never")
    return phrase("check/ended", time=scene.moment(scene.at(row.ended_us)))


def _chip(row: FormRow) -> Chip:
    if row.failed:
        return Chip(ShownState.NOK, phrase("check/failed"))
    if row.is_waiting and row.is_overdue:
        return Chip(ShownState.ATTENTION, phrase("check/overdue"))
    match row.state:
        case "due":
            return Chip(ShownState.TODO, phrase("check/due"))
        case "open" | "left":
            return Chip(ShownState.IN_PROGRESS, phrase("check/begun"))
        case "done":
            return Chip(ShownState.OK, phrase("check/done"))
        case "skipped":
            return Chip(ShownState.ATTENTION, phrase("check/skipped"))
        case _:
            return Chip(ShownState.TODO, phrase("check/not_due"))


def _failed_row(scene: Scene, line: FormLineFailed) -> Row:
    return Row(
        f"settle_line:{line.run}/{line.step}",
        scene.text(line.title),
        phrase("check/failed_blocks") if line.blocks else "",
        Chip(ShownState.NOK, _why(line.why)),
        "",
        phrase("do_it/settle_line"),
    )


def _elsewhere_row(scene: Scene, check: OpenCheck) -> Row:
    """It can be read, not pressed: what was answered there is about that place."""
    time = scene.moment(check.left_at)
    words = phrase("check/left_at", station=check.station, time=time)
    chip = Chip(ShownState.IN_PROGRESS, phrase("check/begun"))
    return Row("", words, phrase("check/goes_on_there"), chip)


def _why(why: str) -> Words:
    return phrase(f"check_why/{why}") if why in _SAID else why


def _settled_by(row: FormRow) -> Words:
    if not row.failed:
        return phrase("check/line")
    if row.who:
        return phrase("check/line_who", who=row.who)
    return phrase("check/line_right", right=right_words(row.failed[0].right))


def _ways(row: FormRow) -> tuple[Action, ...]:
    """What else there is to do with one that is due."""
    if row.state not in ("due", "left"):
        return ()
    put_off = Action("put_off", phrase("do_it/put_off"), "clock-bold")
    skip = Action("leave_out", phrase("do_it/leave_out"), "prohibit-bold")
    may_wait = row.rule.put_off_min > 0 and not row.is_put_off
    ways = (put_off,) if may_wait else ()
    return (*ways, skip) if row.rule.skip_right is not None else ways


def _one(scene: Scene, total: int = 0) -> Pages:
    return row_pages(scene, total, 0)
