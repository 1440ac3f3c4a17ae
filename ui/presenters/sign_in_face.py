"""Signing in: a badge, or a name from the list and its PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.header import initials
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.refusal_face import why_key
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
    from ui.presenters.scene import Scene

PIN_DIGITS = range(4, 7)
#: The overlay in which one's number is typed.
NUMBER = "number"
_OLD_ROSTER_S = 3_600


def sign_in_body(scene: Scene) -> SignInBody:
    """The badge first; the list and the number pad for whoever left it at home."""
    people = tuple(
        PersonLine(p.person, p.name, initials(p), p.role, p.person == scene.local.person)
        for p in scene.state.recent_people
    )
    return SignInBody(
        title=phrase("sign_in/title"),
        line=phrase("sign_in/line"),
        people_label=phrase("sign_in/people" if people else "sign_in/nobody"),
        people=people,
        pad=_pad(scene),
        refusal=_refusal(scene),
        notes=_notes(scene),
    )


def sign_in_actions(scene: Scene) -> ActionsView:
    """Sign in once name and PIN are there; else the bar says what is missing."""
    left = (
        Action("help", phrase("do_it/help"), "bell-ringing-bold"),
        Action("station", phrase("do_it/station"), "heartbeat-bold"),
    )
    back = Action("back", phrase("do_it/back"), "arrow-u-up-left-bold")
    if not scene.local.person:
        return _number_actions(scene, left, back)
    if len(scene.local.typed) not in PIN_DIGITS:
        return ActionsView((*left, back), Action("primary", phrase("wait/pin"), None, "waiting"))
    go = Action("primary", phrase("do_it/sign_in"), "sign-in-bold", "primary", "sign_in")
    return ActionsView((*left, back), go)


def _number_actions(scene: Scene, left: tuple[Action, ...], back: Action) -> ActionsView:
    """Nobody chosen yet: the badge, or one's own number for who is not on the list."""
    if scene.local.overlay != NUMBER:
        wait = Action("primary", phrase("wait/badge"), "identification-badge-bold", "waiting")
        number = Action(NUMBER, phrase("do_it/number"), "user-bold")
        return ActionsView((*left, number), wait)
    if not scene.local.typed:
        wait = Action("primary", phrase("wait/number"), None, "waiting")
        return ActionsView((*left, back), wait)
    go = Action("primary", phrase("do_it/next"), "arrow-right-bold", "primary", "number_typed")
    return ActionsView((*left, back), go)


def _pad(scene: Scene) -> PadView | None:
    chosen = scene.local.person
    if not chosen:
        if scene.local.overlay != NUMBER:
            return None
        note = phrase("sign_in/number")
        return PadView(typed=scene.local.typed, note=note, has_point=False)
    person = next((p for p in scene.state.recent_people if p.person == chosen), None)
    return PadView(
        typed=scene.local.typed,
        limits=phrase("sign_in/pin_digits"),
        note=phrase("sign_in/pin_of", name=person.name if person else chosen),
        is_secret=True,
        has_point=False,
    )


def _refusal(scene: Scene) -> TroubleView | None:
    shown = scene.state.sign_in_refusal
    if shown is None:
        return None
    refusal = shown.refusal
    facts = refusal_facts(refusal)
    headline = Phrase(f"{refusal.code}/headline", facts)
    return TroubleView(headline, Phrase(f"{refusal.code}/{why_key(refusal)}", facts))


def _notes(scene: Scene) -> tuple[Words, ...]:
    notes: list[Words] = []
    if scene.run is not None:
        notes.append(phrase("sign_in/unit_waits", serial=scene.run.serial))
    age_s = scene.state.roster_age_s
    if age_s is not None and age_s > _OLD_ROSTER_S:
        since_us = scene.now_us - round(age_s * 1e6)
        notes.append(phrase("sign_in/roster_age", age=scene.age(since_us)))
    return tuple(notes)
