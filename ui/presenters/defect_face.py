"""A defect on a picture in three taps: where, what, then what happens with it.

Tapping a proposal records; before that nothing is on record.  A tap on the picture moves the
chosen pin, further pins come by a button of their own: a slip of the finger costs one more tap.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.defect_rules import FoundDefect
from app.domain.defects import (
    MOST_COUNT,
    MOST_PINS,
    OTHER,
    PROPOSALS,
    SEVERITIES,
    Pin,
    codes_at,
    middle_of,
    zone_at,
)
from app.services.defects import DismissDefect, RecordDefect
from app.services.snapshots import DropSnapshot, TakeSnapshot
from ui.presenters.defect_body import DefectBody, PinsView, ZoneView
from ui.presenters.named import at_place, defect_name, zone_name
from ui.presenters.open_situations import of_unit, say_why
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row
from ui.presenters.scene import Page
from ui.presenters.snap_face import snap_actions, snap_side
from ui.presenters.step_faces import picture_view
from ui.presenters.view_states import (
    Action,
    ActionsView,
    BandBody,
    PictureView,
    TileView,
)
from ui.presenters.words_pad import WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.defects import DefectCode
    from app.domain.unit_run import StepRun
    from ui.presenters.scene import Desk, Parts, Scene

_MOST_TILES = 8
_NUDGE = 0.01
_WAYS = {"up": (0, -1), "down": (0, 1), "left": (-1, 0), "right": (1, 0)}
_STAGES = ("where", "what", "then")
_CANCEL = Action("back", phrase("do_it/cancel"), "x-bold")
_BEFORE = Action("defect_before", phrase("do_it/back"), "arrow-u-up-left-bold")
_TURN = Action("turn", phrase("do_it/other_picture"), "arrows-clockwise-bold")
_PHOTO = Action("snap", phrase("do_it/take_photo"), "camera-bold")
_PHOTO_KEPT = Action("snap", phrase("do_it/photo_kept"), "check-circle-bold")


@dataclass(frozen=True, slots=True)
class DefectPage(Page):
    """``step`` has the picture; ``is_placed`` once there is a pin, or that there is no place."""

    verbs: ClassVar[frozenset[str]] = frozenset(
        {
            "pin", "place", "choose_pin", "add_pin", "drop_pin", "nudge", "turn", "defect_before",
            "code", "more_codes", "own_words", "no_defect", "fewer", "more", "severity",
            "proposal", "snap", "use_snap", "no_snap",
        }
    )  # fmt: skip
    stays: ClassVar[bool] = True
    serial: str = ""
    step: str = ""
    pins: tuple[Pin, ...] = ()
    chosen: int = 0
    is_placed: bool = False
    is_adding: bool = False
    code: str = ""
    words: str = ""
    count: int = 1
    severity: str = ""
    first_code: int = 0
    is_snapping: bool = False
    has_photo: bool = False
    sent_us: int = 0

    @property
    def stage(self) -> str:
        if not self.is_placed or self.is_adding:
            return "where"
        return "then" if self.code else "what"

    # -- what it shows -------------------------------------------------------------------------

    def draw(self, scene: Scene) -> Parts:
        if self.sent_us:
            return "defect.recorded", _recorded(scene, self), _on(scene, self)
        if self.is_snapping:
            return "defect.photo", self._snap_body(scene), snap_actions(scene)
        return f"defect.{self.stage}", self._body(scene), self._actions(scene)

    def _body(self, scene: Scene) -> DefectBody:
        step = self._step(scene)
        body = DefectBody(
            title=phrase("defect/title"),
            stages=tuple(phrase(f"defect/stage_{name}") for name in _STAGES),
            stage=_STAGES.index(self.stage),
            picture=_picture(scene, step),
            heading="",
            line="",
            can_pin=self.stage != "then",
            zones=_zones(self, step),
            pins=_pins(self),
        )
        match self.stage:
            case "where":
                return _where(scene, step, body)
            case "what":
                return _what(scene, self, step, body)
            case _:
                return _then(scene, self, step, body)

    def _snap_body(self, scene: Scene) -> DefectBody:
        picture, heading, line = snap_side(scene)
        stages = tuple(phrase(f"defect/stage_{name}") for name in _STAGES)
        stage = _STAGES.index(self.stage)
        return DefectBody(phrase("defect/title"), stages, stage, picture, heading, line)

    def _actions(self, scene: Scene) -> ActionsView:
        left = [_CANCEL]
        if self.stage != "where" or self.is_adding:
            left.append(_BEFORE)
        if scene.state.defects.camera:
            left.append(_PHOTO_KEPT if self.has_photo else _PHOTO)
        if self.stage == "where" and not self.pins and len(_with_picture(scene)) > 1:
            left.append(_TURN)
        wait = phrase(f"defect/wait_{self.stage}")
        return ActionsView(tuple(left), Action("primary", wait, None, "waiting"))

    def _step(self, scene: Scene) -> StepRun | None:
        return None if scene.run is None else scene.run.step_run(self.step)

    # -- what a tap does -----------------------------------------------------------------------

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "pin" | "place" | "choose_pin" | "add_pin" | "drop_pin" | "nudge" | "turn":
                return self._placed(verb, argument, desk.scene)
            case "proposal":
                return self._sent(argument, desk)
            case "no_defect":
                return self._dismissed(desk)
            case "snap" | "use_snap" | "no_snap":
                return self._snapped(verb, desk)
            case "own_words":
                title, line = phrase("defect/own_title"), phrase("defect/own_line")
                return WordsPage(title, lambda words, _: self._said(words), line, before=self)
            case _:
                return self._told(verb, argument, desk.scene)

    def seen(self, scene: Scene) -> Page | None:
        """Over with its unit, or with the hold it led to; what was not taken is asked again."""
        run, refusal = scene.run, scene.state.refusal
        if run is None or run.serial != self.serial:
            return None
        if self.sent_us and refusal is not None and refusal.at_us >= self.sent_us:
            return replace(self, sent_us=0)
        is_there = self.sent_us and scene.state.defects.recorded_us >= self.sent_us
        return None if is_there and run.held is not None else self

    def _placed(self, verb: str, argument: str, scene: Scene) -> DefectPage:
        step = self._step(scene)
        match verb:
            case "pin":
                x, _, y = argument.partition(":")
                return self._moved(step, float(x), float(y))
            case "place":
                return self._at(step, argument)
            case "choose_pin":
                return replace(self, chosen=int(argument))
            case "add_pin":
                return replace(self, is_adding=True, chosen=len(self.pins))
            case "drop_pin":
                rest = tuple(p for i, p in enumerate(self.pins) if i != self.chosen)
                chosen = max(0, len(rest) - 1)
                return replace(self, pins=rest, chosen=chosen, is_placed=bool(rest))
            case "nudge" if self.chosen < len(self.pins):
                dx, dy = _WAYS[argument]
                pin = self.pins[self.chosen]
                return self._moved(step, pin.x + dx * _NUDGE, pin.y + dy * _NUDGE)
            case "turn":
                return replace(self, step=_after(scene, self.step))
            case _:
                return self

    def _moved(self, step: StepRun | None, x: float, y: float) -> DefectPage:
        x, y = (round(min(1.0, max(0.0, share)), 4) for share in (x, y))
        zone = None if step is None else zone_at(step.step, x, y)
        return self._with_pin(Pin(x, y, zone))

    def _at(self, step: StepRun | None, place: str) -> DefectPage:
        """A place chosen by its name; "" is none."""
        if step is None or not place:
            return replace(self, is_placed=True, is_adding=False)
        zone = next((z for z in step.step.zones if z.id == place), None)
        if zone is not None:
            return self._with_pin(Pin(*middle_of(zone), place))
        position = next((p for p in step.step.positions if p.id == place), None)
        return self if position is None else self._with_pin(Pin(position.x, position.y, place))

    def _with_pin(self, pin: Pin) -> DefectPage:
        pins = (*self.pins[: self.chosen], pin, *self.pins[self.chosen + 1 :])
        return replace(self, pins=pins, is_placed=True, is_adding=False, first_code=0)

    def _told(self, verb: str, argument: str, scene: Scene) -> DefectPage:
        match verb:
            case "code":
                known = {code.code: code.severity for code in scene.state.defects.codes}
                severity = known.get(argument, SEVERITIES[0])
                return replace(self, code=argument, severity=severity)
            case "more_codes":
                return replace(self, first_code=int(argument))
            case "fewer":
                return replace(self, count=max(1, self.count - 1))
            case "more":
                return replace(self, count=min(MOST_COUNT, self.count + 1))
            case "severity":
                return replace(self, severity=argument)
            case _:
                return self._back()

    def _back(self) -> DefectPage:
        """One stage back."""
        if self.is_adding:
            return replace(self, is_adding=False, chosen=max(0, len(self.pins) - 1))
        if self.code:
            return replace(self, code="", words="")
        return replace(self, is_placed=False, pins=(), chosen=0)

    def _said(self, words: str) -> DefectPage:
        return replace(self, code=OTHER, words=words, severity=SEVERITIES[0])

    def _snapped(self, verb: str, desk: Desk) -> DefectPage:
        if verb == "use_snap":
            return replace(self, is_snapping=False, has_photo=True)
        desk.intents.do(TakeSnapshot() if verb == "snap" else DropSnapshot())
        return replace(self, is_snapping=verb == "snap", has_photo=False)

    def _sent(self, proposal: str, desk: Desk) -> DefectPage:
        step = self._step(desk.scene)
        found = FoundDefect(
            code=self.code,
            severity=self.severity,
            proposal=proposal,
            pins=self.pins,
            picture=None if step is None else step.step.picture,
            count=self.count,
            words=self.words,
            step=self.step or None,
        )
        desk.intents.do(RecordDefect(found, self.serial, with_photo=self.has_photo))
        return replace(self, sent_us=desk.scene.now_us)

    def _dismissed(self, desk: Desk) -> DefectPage:
        step = self._step(desk.scene)
        picture = None if step is None else step.step.picture
        act = DismissDefect(self.pins, picture, self.serial, with_photo=self.has_photo)
        desk.intents.do(act)
        return replace(self, sent_us=desk.scene.now_us)


def defect_page(place: str, scene: Scene) -> DefectPage | None:
    """The page for the open step, or the nearest before it that has a picture.

    With a ``place`` of it the pin is there already.
    """
    run = scene.run
    if run is None or run.completed is not None:
        return None
    steps = _with_picture(scene) or [s.step.id for s in run.steps[:1]]
    here = scene.step_run.step.id if scene.step_run is not None else steps[-1]
    page = DefectPage(serial=run.serial, step=here if here in steps else steps[0])
    return page._at(run.step_run(page.step), place) if place else page  # noqa: SLF001 - same module


# -- the three stages ----------------------------------------------------------------------


def _where(scene: Scene, step: StepRun | None, body: DefectBody) -> DefectBody:
    named = [] if step is None else [z.id for z in step.step.zones]
    named += [] if step is None else [p.id for p in step.step.positions if p.id not in named]
    tiles = [
        TileView(f"place:{place}", zone_name(scene, step.step if step else None, place), "")
        for place in named[: _MOST_TILES - 1]
    ]
    tiles.append(TileView("place:", phrase("defect/no_place"), ""))
    has_picture = body.picture.content is not None
    heading = phrase("defect/where" if has_picture else "defect/where_named")
    line = phrase("defect/where_line" if has_picture else "defect/no_picture")
    return replace(body, heading=heading, line=line, tiles=tuple(tiles), can_pin=has_picture)


def _what(scene: Scene, page: DefectPage, step: StepRun | None, body: DefectBody) -> DefectBody:
    zone = page.pins[page.chosen].zone if page.pins else None
    here = step.step if step is not None else None
    codes = codes_at(scene.state.defects.codes, zone, scene.state.defects.counts)
    is_known = any((zone, code.code) in scene.state.defects.counts for code in codes)
    name = zone_name(scene, here, zone)
    return replace(
        body,
        heading=phrase("defect/what_at", place=name) if name else phrase("defect/what"),
        line=phrase("defect/often" if is_known else "defect/not_yet"),
        tiles=_code_tiles(scene, page, codes, zone),
        count=str(page.count),
        count_label=phrase("defect/how_many"),
    )


def _code_tiles(
    scene: Scene, page: DefectPage, codes: tuple[DefectCode, ...], zone: str | None
) -> tuple[TileView, ...]:
    """Six codes and two answers; of more codes five, and a way to the next."""
    room = _MOST_TILES - 2
    more: tuple[TileView, ...] = ()
    if len(codes) > room:
        room -= 1
        after = page.first_code + room
        following = after if after < len(codes) else 0
        more = (TileView(f"more_codes:{following}", phrase("defect/more_codes"), ""),)
    shown = codes[page.first_code : page.first_code + room]
    return (
        *(TileView(f"code:{c.code}", _counted(scene, c, zone), "") for c in shown),
        *more,
        TileView("own_words", phrase("defect/own_words"), ""),
        TileView("no_defect", phrase("defect/no_defect"), ""),
    )


def _counted(scene: Scene, code: DefectCode, zone: str | None) -> Words:
    count = scene.state.defects.counts.get((zone, code.code), 0)
    name = defect_name(scene, code)
    return phrase("defect/counted", what=name, count=str(count)) if count else name


def _then(scene: Scene, page: DefectPage, step: StepRun | None, body: DefectBody) -> DefectBody:
    serial = "" if scene.run is None else scene.run.serial
    here = step.step if step is not None else None
    zone = page.pins[0].zone if page.pins else None
    rows = tuple(
        Row(
            f"proposal:{name}",
            phrase(f"proposal/{name}"),
            phrase(f"proposal/{name}_line", serial=serial),
        )
        for name in PROPOSALS
    )
    marks = tuple(TileView(f"severity:{s}", phrase(f"severity/{s}"), "") for s in SEVERITIES)
    return replace(
        body,
        heading=_called(scene, page),
        line=at_place(scene, here, zone),
        rows=rows,
        marks=marks,
        marks_label=phrase("defect/how_bad"),
        mark=f"severity:{page.severity}",
    )


def _called(scene: Scene, page: DefectPage) -> Words:
    known = (code for code in scene.state.defects.codes if code.code == page.code)
    found = next(known, None)
    name = page.words if found is None else defect_name(scene, found)
    if page.count == 1:
        return name
    return phrase("defect/times", what=name, count=str(page.count))


def _recorded(scene: Scene, page: DefectPage) -> BandBody:
    is_kept = scene.state.defects.recorded_us >= page.sent_us
    if not page.code:
        key, todo = "defect/dismissed", ["defect/do_go_on"]
        what: Words = phrase("defect/no_defect")
    else:
        key, todo = "defect/recorded", ["defect/do_rework", "defect/do_look", "defect/do_say"]
        what = _called(scene, page)
    headline = phrase(key if is_kept else "problem/recording", what=what)
    why = phrase("defect/recorded_line" if is_kept else "problem/recording_line")
    return BandBody(
        tone=ShownState.ATTENTION,
        icon="magnifying-glass-bold",
        headline=headline,
        why=why,
        todo_heading=phrase("band/todo"),
        todo=tuple(phrase(one) for one in todo),
    )


def _on(scene: Scene, page: DefectPage) -> ActionsView:
    icon = "arrow-u-up-left-bold"
    if scene.state.defects.recorded_us < page.sent_us:
        return ActionsView((Action("back", phrase("do_it/back_to_step"), icon),))
    back = Action("primary", phrase("do_it/back_to_step"), icon, "primary", "back")
    why = say_why(of_unit(scene, page.serial, "defect")) if page.code else ()
    return ActionsView(why, back)


# -- the picture ---------------------------------------------------------------------------


def _picture(scene: Scene, step: StepRun | None) -> PictureView:
    """The step's picture with its places as they stand."""
    view = PictureView() if step is None else picture_view(scene, step)
    places = tuple(replace(m, is_current=False, button="") for m in view.markers)
    return replace(view, markers=places, opens="")


def _zones(page: DefectPage, step: StepRun | None) -> tuple[ZoneView, ...]:
    if step is None:
        return ()
    chosen = {pin.zone for pin in page.pins}
    return tuple(ZoneView(z.points, z.id in chosen) for z in step.step.zones)


def _pins(page: DefectPage) -> PinsView:
    total = len(page.pins)
    turn = None
    if total > 1 and not page.is_adding:
        number = phrase("defect/pin_of", number=str(page.chosen + 1), total=str(total))
        turn = TileView(f"choose_pin:{(page.chosen + 1) % total}", number, "")
    return PinsView(
        places=tuple((pin.x, pin.y) for pin in page.pins),
        chosen=page.chosen,
        is_open=bool(page.pins) and page.stage == "what",
        can_add=total < MOST_PINS and not page.is_adding,
        turn=turn,
    )


def _with_picture(scene: Scene) -> list[str]:
    """One step for each picture of the unit, in order."""
    run, seen, steps = scene.run, set(), []
    for step in () if run is None else run.steps:
        picture = step.step.picture
        if picture and picture in scene.state.pictures and picture not in seen:
            seen.add(picture)
            steps.append(step.step.id)
    return steps


def _after(scene: Scene, step: str) -> str:
    steps = _with_picture(scene)
    number = steps.index(step) + 1 if step in steps else 0
    return steps[number % len(steps)] if steps else step
