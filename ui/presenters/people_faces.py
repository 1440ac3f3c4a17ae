"""A second person signs, and the locked screen: who is there without being signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.presenters.andon_face import call_from_afar, is_call_seen
from ui.presenters.forms_face import checks_note
from ui.presenters.header import initials
from ui.presenters.language_face import role_words
from ui.presenters.phrases import Words, phrase
from ui.presenters.rights import right_words
from ui.presenters.sign_in_face import pin_actions, pin_pad, spoken_refusal
from ui.presenters.view_states import Action, ActionsView, IdleBody, PersonLine, SignInBody

if TYPE_CHECKING:
    from app.services.people_state import AskedSignature
    from ui.presenters.scene import Parts, Scene

_CANCEL = Action("cancel_sign", phrase("do_it/cancel"), "arrow-u-up-left-bold")
_HELP = Action("help", phrase("do_it/help"), "bell-ringing-bold")
_STATION = Action("station", phrase("do_it/station"), "heartbeat-bold")
#: Acts of the program, whose meaning it says in the language of the screen.
_OWN = frozenset({"call", "handover", "handover_give", "bypass", "bypass_verify"})
_WAKE = Action("wake", phrase("do_it/wake"), "user-bold")


def sign_off_face(scene: Scene, asked: AskedSignature) -> Parts:
    """The sign-in page for somebody else; whoever is signed in stays so."""
    people = tuple(
        PersonLine(
            p.person, p.name, initials(p), role_words(p.role), p.person == scene.local.person
        )
        for p in asked.signers
    )
    is_training = asked.act == "training"
    body = SignInBody(
        title=_title(asked, is_training=is_training),
        line=_line(scene, asked, is_training=is_training),
        people_label=phrase("sign_off/people" if people else "sign_off/nobody"),
        people=people,
        pad=pin_pad(scene),
        refusal=None if asked.refusal is None else spoken_refusal(scene, asked.refusal),
        notes=_about(asked, is_training=is_training),
    )
    is_own = asked.only_by is not None
    badge = phrase("wait/badge" if is_own else "wait/second_badge")
    wait = Action("primary", badge, "identification-badge-bold", "waiting")
    go = Action("primary", phrase("do_it/sign"), "check-bold", "primary", "sign_in")
    return "sign_off", body, pin_actions(scene, (_CANCEL, _HELP), wait=wait, go=go)


def idle_face(scene: Scene) -> Parts:
    """The time, the station, and what waits; a badge leads back to the very same step."""
    state, run = scene.state, scene.run
    notes: list[Words] = [phrase("idle/free")]
    if run is not None:
        notes = [phrase("idle/unit", serial=run.serial)]
    if run is not None and run.instruction.form is not None:
        notes = [scene.text(run.instruction.title)]
    if state.tool is not None:
        notes.append(phrase("idle/tool"))
    notes.extend(checks_note(scene))
    body = IdleBody(
        time=f"{scene.now:%H:%M}",
        day=scene.day(scene.now.date()),
        station=f"{state.station.station} {state.station.name}".strip(),
        title=phrase("idle/title"),
        notes=tuple(notes),
        call=call_from_afar(scene),
        is_call_seen=is_call_seen(scene),
    )
    wait = Action("primary", phrase("wait/badge"), "identification-badge-bold", "waiting")
    return "idle", body, ActionsView((_HELP, _STATION, _WAKE), wait)


def _title(asked: AskedSignature, *, is_training: bool) -> Words:
    if asked.only_by is not None:
        return phrase("sign_off/own", name=asked.only_by.name)
    return phrase("sign_off/trainer" if is_training else "sign_off/title")


def _line(scene: Scene, asked: AskedSignature, *, is_training: bool) -> Words:
    """What the signature stands for."""
    if is_training and asked.not_by is not None:
        return phrase("sign_off/train", name=asked.not_by.name)
    own = phrase(f"sign_off/of_{asked.act}") if asked.act in _OWN else scene.text(asked.meaning)
    return phrase("sign_off/meaning", meaning=own)


def _about(asked: AskedSignature, *, is_training: bool) -> tuple[Words, ...]:
    """Whose work it is about, who may sign, and how; a refusal says so itself."""
    if asked.refusal is not None:
        return ()
    lines: list[Words] = [phrase("sign_off/how")]
    if asked.not_by is not None and asked.is_work and not is_training:
        lines.append(phrase("sign_off/about", name=asked.not_by.name))
    if asked.right:
        lines.append(phrase("sign_off/right", right=right_words(asked.right)))
    return tuple(lines)
