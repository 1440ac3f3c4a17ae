"""What a scanned command does on this screen: the same as its button, by the same rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain import printed_commands as printed
from app.domain.instructions import InspectStep
from ui.presenters.andon_face import AndonBody
from ui.presenters.card_body import CardBody
from ui.presenters.defect_body import DefectBody
from ui.presenters.guard_face import GuardBody
from ui.presenters.handover_face import HandoverBody
from ui.presenters.openers import OPENERS
from ui.presenters.pictures_face import PicturesBody
from ui.presenters.rows import RowsBody
from ui.presenters.screens import shown_page
from ui.presenters.view_states import HealthBody, QueueBody, SignInBody, TilesBody

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ui.presenters.rows import Row
    from ui.presenters.scene import Scene
    from ui.presenters.view_states import Action, Body, Screen, TileView

#: They ask for something and answer nothing: taken at once, and from every screen.
_ASKING = {
    printed.PROBLEM: "problem",
    printed.HELP: "help",
    printed.MISSING: "missing",
    printed.INFO: "keys",
}
#: They answer nothing either, and are there only where their button is.
_LOOKING = frozenset({printed.UP, printed.DOWN, printed.LANGUAGE})
#: The first of these on the screen is pressed.
_BUTTONS = {
    printed.REPEAT: ("acknowledge", "retry", "photo", "step_back"),
    printed.BACK: ("back", "close", "cancel", "cancel_sign"),
    printed.SIGN_OUT: ("sign_out",),
    printed.UP: ("up",),
    printed.DOWN: ("down",),
    printed.LANGUAGE: ("languages",),
}


def must_be_read_first(word: str) -> bool:
    """Whether the command answers what is on the screen: then it must have been seen."""
    return word not in _ASKING and word not in _LOOKING


def meaning_of(word: str, screen: Screen, scene: Scene) -> str | None:
    """The verb and argument that ``word`` stands for now; None when it means nothing here."""
    if word == printed.CONFIRM:
        return _confirm(screen)
    if word == printed.ACKNOWLEDGE:
        is_taken = _primary(screen) == "acknowledge" or _is_at_a_step(screen)
        return "acknowledge" if is_taken else None
    if word in (printed.OK, printed.NOK):
        return _point(screen, scene, is_ok=word == printed.OK)
    if word == printed.NEXT:
        return _next(screen)
    if word == printed.LEAVE:
        return _leave(screen, scene)
    if word in printed.CHOICES:
        return choice(screen.body, int(word))
    return _asked(word, screen, scene) or _offered(word, screen, scene)


def choice(body: Body, number: int) -> str | None:
    """The name of the choice at ``number``, from 1 in reading order."""
    names = choices(body)
    return names[number - 1] if number <= len(names) else None


def choices(body: Body) -> tuple[str, ...]:
    """What is chosen from on this face, by button, in reading order."""
    return tuple(name for name in _choices(body) if name)


def _choices(body: Body) -> Iterable[str]:
    match body:
        case TilesBody():
            return _names(body.tiles)
        case RowsBody():
            return _names(body.rows)
        case QueueBody():
            return [f"order:{line.order}" for line in body.orders]
        case SignInBody(pad=None):
            return [f"person:{line.person}" for line in body.people]
        case _:
            return _choices_of_a_feature(body)


def _choices_of_a_feature(body: Body) -> Iterable[str]:
    match body:
        case AndonBody():
            return [*_names(body.tiles), *(name for name, _, _ in body.choices)]
        case DefectBody():
            return [*_names(body.tiles), *_names(body.rows), *_names(body.marks)]
        case GuardBody():
            return _names(body.truths)
        case HandoverBody():
            ticks = [line.name for line in body.open if line.is_ticked is not None]
            return [*ticks, *(name for name, *_ in body.asks)]
        case HealthBody():
            return [line.tap for line in body.lines]
        case PicturesBody():
            return _names(body.choices)
        case CardBody():
            return body.choices
        case _:
            return ()


def _names(buttons: Sequence[Row | TileView]) -> list[str]:
    return [button.name for button in buttons]


def _confirm(screen: Screen) -> str | None:
    """The primary button; where it waits, the way back, or the station says what it waits for."""
    primary = _primary(screen)
    if primary is not None:
        return primary
    if "close" in _left(screen):
        return "close"
    return "confirm" if _is_at_a_step(screen) else None


def _next(screen: Screen) -> str | None:
    """On after a unit: a finished one is closed, a held one left."""
    if screen.face == "done":
        return _primary(screen)
    return "leave" if screen.face == "held" and "leave" in _left(screen) else None


def _point(screen: Screen, scene: Scene, *, is_ok: bool) -> str | None:
    """The place to look at now; a good answer also mends the first that was not."""
    current = scene.step_run
    if not _is_at_a_step(screen) or current is None or not isinstance(current.step, InspectStep):
        return None
    places = [p.id for p in current.step.positions]
    still_open = [p for p in places if p not in current.answers]
    bad = [p for p in places if current.answers.get(p) is False] if is_ok else []
    place = next(iter((*still_open, *bad)), None)
    return None if place is None else f"point:{place}:{'ok' if is_ok else 'nok'}"


def _leave(screen: Screen, scene: Scene) -> str | None:
    """Leaving a unit takes two acts: the first shows where the button is."""
    if "leave" in (*_left(screen), _primary(screen)):
        return "leave"
    return "problem" if scene.run is not None and _may_open(scene) else None


def _asked(word: str, screen: Screen, scene: Scene) -> str | None:
    verb = _ASKING.get(word)
    if verb is None or verb in _left(screen):
        return verb
    if scene.state.storage_problem is not None:
        return None
    if scene.state.person is None and word != printed.INFO:
        return None
    return verb if OPENERS[verb]("", scene) is not None else None


def _offered(word: str, screen: Screen, scene: Scene) -> str | None:
    offered = {_primary(screen), *_left(screen)}
    wanted = _BUTTONS.get(word, ())
    if word == printed.BACK and not offered & {*wanted} and shown_page(scene) is not None:
        return "back"
    return next((verb for verb in wanted if verb in offered), None)


def _may_open(scene: Scene) -> bool:
    return scene.state.person is not None and scene.state.storage_problem is None


def _primary(screen: Screen) -> str | None:
    """What the primary button means, if it can be pressed."""
    action: Action | None = screen.actions.primary
    return None if action is None or action.kind == "waiting" else action.does or action.name


def _left(screen: Screen) -> tuple[str, ...]:
    return tuple(action.does or action.name for action in screen.actions.left)


def _is_at_a_step(screen: Screen) -> bool:
    """Nothing covers the work."""
    return screen.face.startswith("step.")
