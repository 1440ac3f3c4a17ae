"""Bypass passports on the screen: what is approved, what is active, and what must be verified."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from app.domain.bypass import covers, locks
from app.services.bypasses import ActivateBypass, EndBypass, UseBypass, VerifyBypass
from ui.presenters.phrases import Words, phrase
from ui.presenters.rows import Row, row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, BandBody, Block, Chip
from ui.presenters.words_pad import WordsPage
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from datetime import datetime

    from app.services.quality_state import BypassView
    from ui.presenters.scene import Desk, Parts, Scene

_ICON = "shield-warning-bold"
_BACK = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")


@dataclass(frozen=True, slots=True)
class BypassPage(Page):
    """One row a passport; a tap activates it, locks it again or verifies its gate."""

    verbs: ClassVar[frozenset[str]] = frozenset({"activate", "lock", "verify", "up", "down"})
    waits_for_signature: ClassVar[bool] = True
    number: int = 0

    def draw(self, scene: Scene) -> Parts:
        views = scene.state.quality.bypasses
        pages = row_pages(scene, len(views), self.number)
        line = phrase("bypass/line" if views else "bypass/none")
        rows = [_row(scene, view) for view in views]
        body = rows_body(phrase("bypass/title"), line, rows, pages)
        return "bypass", body, ActionsView((_BACK, *pages.actions()))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "activate":
                return WordsPage(
                    phrase("bypass/why"),
                    lambda words, at: _activate(argument, words, at),
                    before=self,
                    face="bypass.why",
                    keep=phrase("do_it/to_signatures"),
                )
            case "lock":
                desk.intents.do(EndBypass(argument))
                return self
            case "verify":
                desk.intents.do(VerifyBypass(argument))
                return None
            case _:
                count = len(desk.scene.state.quality.bypasses)
                pages = row_pages(desk.scene, count, self.number)
                return replace(self, number=pages.after(verb))


@dataclass(frozen=True, slots=True)
class UseBypassPage(Page):
    """What is done instead of this step, before it counts as done."""

    verbs: ClassVar[frozenset[str]] = frozenset({"bypassed"})
    bypass: str
    step: str

    def draw(self, scene: Scene) -> Parts:
        view = scene.state.quality.bypass(self.bypass)
        done = Action(
            "primary", phrase("do_it/did_alternative"), "check-bold", "primary", "bypassed"
        )
        return "bypass.use", _use_body(scene, view), ActionsView((_BACK, _HELP), done)

    def tapped(self, verb: str, argument: str, desk: Desk) -> None:  # noqa: ARG002
        desk.intents.do(UseBypass(self.bypass, self.step))

    def seen(self, scene: Scene) -> Page | None:
        view = scene.state.quality.bypass(self.bypass)
        return self if view is not None and view.passport.is_active else None


@dataclass(frozen=True, slots=True)
class RestartPage(Page):
    """Asked by the station between two units, until the gate is verified."""

    verbs: ClassVar[frozenset[str]] = frozenset({"verify"})
    bypass: str

    def draw(self, scene: Scene) -> Parts:
        view = scene.state.quality.bypass(self.bypass)
        verify = Action(
            "primary",
            phrase("do_it/gate_works"),
            "check-bold",
            "primary",
            f"verify:{self.bypass}",
        )
        out = Action("sign_out", phrase("do_it/sign_out"), "sign-out-bold")
        return "bypass.restart", _restart_body(scene, view), ActionsView((_HELP, out), verify)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:  # noqa: ARG002
        desk.intents.do(VerifyBypass(self.bypass))
        return None

    def seen(self, scene: Scene) -> Page | None:
        return self if restart_page(scene) == self else None


def bypass_button(scene: Scene) -> tuple[Action, ...]:
    """The way to the passports, where the station has any."""
    if not scene.state.quality.bypasses:
        return ()
    return (Action("bypass", phrase("do_it/bypass"), _ICON),)


def use_button(scene: Scene) -> tuple[Action, ...]:
    """The alternative of the open step, while its bypass is active."""
    view = _active_here(scene)
    if view is None:
        return ()
    return (Action(f"use_bypass:{view.passport.bypass}", phrase("do_it/use_bypass"), _ICON),)


def use_page(argument: str, scene: Scene) -> UseBypassPage | None:
    """The page for the open step."""
    view, current = _active_here(scene), scene.step_run
    if view is None or current is None or view.passport.bypass != argument:
        return None
    return UseBypassPage(argument, current.step.id)


def restart_page(scene: Scene) -> RestartPage | None:
    """The gate that no next unit may pass before it is verified."""
    due = scene.state.quality.to_verify
    return RestartPage(due[0].passport.bypass) if due else None


def gate_face(scene: Scene) -> Parts | None:
    """The open step is a gate that must be verified first; None otherwise."""
    run, current = scene.run, scene.step_run
    if run is None or current is None or run.current is not current:
        return None
    due = [v for v in scene.state.quality.to_verify if locks(v.passport, current.step)]
    if not due:
        return None
    see = Action("primary", phrase("do_it/verify"), _ICON, "primary", "bypass")
    problem = Action("problem", phrase("do_it/problem"), "warning-octagon-bold", "danger")
    return "bypass.restart", _restart_body(scene, due[0]), ActionsView((problem, _HELP), see)


def bypass_chip(scene: Scene) -> Chip | None:
    """How many units are left and until when: the one that locks first."""
    active = [v for v in scene.state.quality.active if v.passport.activated is not None]
    if not active:
        return None
    first = min(active, key=_until)
    count, until = str(first.passport.left), scene.moment(_until(first))
    words = phrase("bypass/header", count=count, time=until)
    return Chip(ShownState.ATTENTION, words, _ICON)


def _active_here(scene: Scene) -> BypassView | None:
    run, current = scene.run, scene.step_run
    if run is None or current is None or run.current is not current or scene.is_pause:
        return None
    for view in scene.state.quality.active:
        passport = view.passport
        is_free = run.serial in passport.used or passport.left > 0
        activated = passport.activated
        if activated is not None and is_free and covers(activated, current.step):
            return view
    return None


def _activate(bypass: str, words: str, desk: Desk) -> None:
    desk.intents.do(ActivateBypass(bypass, words))


def _until(view: BypassView) -> datetime:
    activated = view.passport.activated
    assert activated is not None  # noqa: S101 - asked for active ones only
    return activated.until


def _row(scene: Scene, view: BypassView) -> Row:
    passport, plan = view.passport, view.plan
    said = passport.activated if passport.is_active or plan is None else plan
    title: Words = passport.bypass if plan is None else scene.text(plan.title)
    if said is None:
        return Row("", title)
    until = said.until if hasattr(said, "until") else said.valid_until
    left = said.max_units - len(passport.used)
    below = phrase(
        "bypass/below",
        gate=phrase(f"bypass/gate_{said.gate}"),
        count=str(left),
        time=scene.moment(until),
    )
    verb, words, chip = _what_to_do(view)
    return Row(f"{verb}:{passport.bypass}", title, below, chip=chip, button=phrase(words))


def _what_to_do(view: BypassView) -> tuple[str, str, Chip | None]:
    if view.passport.is_active:
        chip = Chip(ShownState.ATTENTION, phrase("bypass/active"), _ICON)
        return "lock", "do_it/lock_again", chip
    if view.passport.is_locked_until_verified:
        chip = Chip(ShownState.BLOCKED, phrase("bypass/to_verify"), "lock-key-bold")
        return "verify", "do_it/verify", chip
    return "activate", "do_it/activate", None


def _use_body(scene: Scene, view: BypassView | None) -> BandBody:
    run = scene.run
    passport = None if view is None else view.passport
    activated = None if passport is None else passport.activated
    if run is None or passport is None or activated is None:
        return BandBody(ShownState.ATTENTION, _ICON, phrase("bypass/use"), "")
    number = len(passport.used | {run.serial})
    checks = tuple(scene.text(c.short or c.title) for c in activated.checks)
    alternative = scene.text(activated.alternative)
    return BandBody(
        tone=ShownState.ATTENTION,
        icon=_ICON,
        headline=phrase("bypass/use"),
        why=phrase(
            "bypass/use_line", serial=run.serial, number=str(number), of=str(activated.max_units)
        ),
        blocks=(
            Block(phrase("bypass/alternative"), alternative),
            Block(phrase("bypass/checks"), "", lines=checks),
        ),
        todo_heading=phrase("band/todo"),
        todo=(phrase("bypass/do_alternative"), phrase("bypass/do_checks")),
    )


def _restart_body(scene: Scene, view: BypassView | None) -> BandBody:
    plan = None if view is None else view.plan
    blocks: tuple[Block, ...] = ()
    if plan is not None:
        blocks = (Block(phrase("bypass/restart"), "", lines=(scene.text(plan.restart),)),)
    return BandBody(
        tone=ShownState.BLOCKED,
        icon="lock-key-bold",
        headline=phrase("bypass/locked"),
        why=phrase("bypass/locked_line"),
        blocks=blocks,
        todo_heading=phrase("band/todo"),
        todo=(phrase("bypass/do_verify"), phrase("bypass/do_sign")),
    )
