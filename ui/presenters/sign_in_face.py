"""Signing in: a badge, or a name from the list and its PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ports.sync import SyncState
from ui.presenters.certificates import ending_facts, soon_ending
from ui.presenters.forms_face import is_check
from ui.presenters.header import initials
from ui.presenters.language_face import LANGUAGE, role_words
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.refusal_face import in_screens_language, why_key
from ui.presenters.troubles import refusal_facts
from ui.presenters.view_states import (
    Action,
    ActionsView,
    PadView,
    PersonLine,
    SignInBody,
    TroubleView,
)

if TYPE_CHECKING:
    from app.domain.refusal import Refusal
    from ui.presenters.scene import Scene

PIN_DIGITS = range(4, 7)


def sign_in_body(scene: Scene) -> SignInBody:
    """The badge first; the list and the number pad for whoever left it at home."""
    people = tuple(
        PersonLine(
            p.person, p.name, initials(p), role_words(p.role), p.person == scene.local.person
        )
        for p in scene.state.recent_people
    )
    return SignInBody(
        title=phrase("sign_in/title"),
        line=phrase("sign_in/line"),
        people_label=phrase("sign_in/people" if people else "sign_in/nobody"),
        people=people,
        pad=pin_pad(scene),
        refusal=_refusal(scene),
        notes=_notes(scene),
    )


def sign_in_actions(scene: Scene) -> ActionsView:
    """Sign in once name and PIN are there; else the bar says what is missing."""
    left = (
        Action("help", phrase("do_it/help"), "bell-ringing-bold"),
        Action("station", phrase("do_it/station"), "heartbeat-bold"),
    )
    wait = Action("primary", phrase("wait/badge"), "identification-badge-bold", "waiting")
    go = Action("primary", phrase("do_it/sign_in"), "sign-in-bold", "primary", "sign_in")
    return pin_actions(scene, left, wait=wait, go=go, more=(LANGUAGE,))


def pin_actions(
    scene: Scene,
    left: tuple[Action, ...],
    *,
    wait: Action,
    go: Action,
    more: tuple[Action, ...] = (),
) -> ActionsView:
    """Nobody chosen: ``wait`` for the badge; then number, PIN, and ``go`` when both are there."""
    local = scene.local
    back = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
    if local.person and len(local.pin) in PIN_DIGITS:
        return ActionsView((*left, back), go)
    if local.person:
        return ActionsView((*left, back), Action("primary", phrase("wait/pin"), None, "waiting"))
    if not local.is_numbering:
        number = Action("number", phrase("do_it/number"), "user-bold")
        return ActionsView((*left, number, *more), wait)
    if not local.pin:
        missing = Action("primary", phrase("wait/number"), None, "waiting")
        return ActionsView((*left, back), missing)
    on = Action("primary", phrase("do_it/next"), "arrow-right-bold", "primary", "number_typed")
    return ActionsView((*left, back), on)


def pin_pad(scene: Scene) -> PadView | None:
    """The pad for the number, then for the PIN; None while a badge is waited for."""
    chosen = scene.local.person
    if not chosen:
        if not scene.local.is_numbering:
            return None
        note = phrase("sign_in/number")
        return PadView(typed=scene.local.pin, note=note, has_point=False)
    person = next((p for p in scene.state.recent_people if p.person == chosen), None)
    return PadView(
        typed=scene.local.pin,
        limits=phrase("sign_in/pin_digits"),
        note=phrase("sign_in/pin_of", name=person.name if person else chosen),
        is_secret=True,
        has_point=False,
    )


def spoken_refusal(scene: Scene, refused: Refusal) -> TroubleView:
    """Why somebody was not taken, as two sentences."""
    refusal = in_screens_language(scene, refused)
    facts = refusal_facts(refusal)
    headline = Phrase(f"{refusal.code}/headline", facts)
    return TroubleView(headline, Phrase(f"{refusal.code}/{why_key(refusal)}", facts))


def _refusal(scene: Scene) -> TroubleView | None:
    shown = scene.state.sign_in_refusal
    return None if shown is None else spoken_refusal(scene, shown.refusal)


def _notes(scene: Scene) -> tuple[Words, ...]:
    """What waits here, what the shift before left open, and what of the people is old."""
    state = scene.state
    notes: list[Words] = []
    if scene.run is not None:
        title = scene.text(scene.run.instruction.title)
        waits = phrase("sign_in/unit_waits", serial=scene.run.serial)
        notes.append(phrase("check/waits", check=title) if is_check(scene) else waits)
    notes += [*_roster(scene), *_ending(scene), *_open_from_before(scene)]
    if state.shift:
        notes.append(phrase("sign_in/shift", shift=state.shift))
    return tuple(notes)


def _open_from_before(scene: Scene) -> list[Words]:
    waiting = scene.state.unassigned.count
    blocked = sum(row.blocked is not None for row in scene.state.orders)
    said = ((waiting, "sign_in/open_results"), (blocked, "sign_in/blocked_orders"))
    open_: list[Words] = [phrase(key, count=str(count)) for count, key in said if count]
    handover = scene.state.line.waiting
    if handover is not None:
        open_.insert(0, phrase("sign_in/handover", name=handover.given.name))
    return open_


def _ending(scene: Scene) -> list[Words]:
    """The chosen person's certificate that ends soon: time to renew it."""
    chosen = scene.local.person
    person = next((p for p in scene.state.recent_people if p.person == chosen), None)
    ending = None if person is None else soon_ending(scene, person)
    return [] if ending is None else [Phrase("certificate/one", ending_facts(scene, ending))]


def _roster(scene: Scene) -> list[Words]:
    """How old the list of people is, when the server has not been heard for long."""
    sync = scene.state.sync
    if sync.state is not SyncState.OFFLINE:
        return []
    if sync.last_ok_at_us is None:
        return [phrase("sign_in/roster_unknown")]
    age_s = (scene.now_us - sync.last_ok_at_us) / 1e6
    if age_s <= scene.state.people.rules.roster_old_s:
        return []
    return [phrase("sign_in/roster_age", age=scene.age(sync.last_ok_at_us))]
