"""Certificates on the screen: what ends soon, said calmly; what is missing, with who can help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.people import lacking, next_to_expire
from ui.presenters.phrases import Words, phrase
from ui.presenters.view_states import Block
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.people import Lacking
    from app.domain.plant import Person
    from app.domain.refusal import Refusal
    from ui.presenters.scene import Scene

CODE = "sign_in.skill_missing"


def soon_ending(scene: Scene, person: Person) -> Lacking | None:
    """The certificate for this station that ends first, when that is soon."""
    state = scene.state
    days, skills = state.people.rules.warn_days, state.station.skills
    return next_to_expire(person, skills, scene.now.date(), within_days=days)


def ending_facts(scene: Scene, ending: Lacking) -> dict[str, Words]:
    """Which certificate, its last day, and how many days that is from now."""
    until = ending.until or scene.now.date()
    left = (until - scene.now.date()).days
    return {"skill": ending.skill, "until": scene.day(until), "count": str(left)}


def certificate_blocks(scene: Scene, refusal: Refusal) -> tuple[Block, ...]:
    """Every certificate that is missing, not only the first, and the trainers."""
    trainee = scene.state.people.trainee
    if refusal.code != CODE or trainee is None:
        return ()
    missing = lacking(trainee, scene.state.station.skills, scene.now.date())
    needed = tuple(
        Block(phrase("certificate/needed"), one.skill, "", ShownState.BLOCKED, (_end(scene, one),))
        for one in missing[:2]
    )
    who = refusal.facts.get("who")
    trainers = (Block(phrase("certificate/who"), who),) if who else ()
    return (*needed, *trainers)


def _end(scene: Scene, missing: Lacking) -> Words:
    if missing.until is None:
        return phrase("certificate/never")
    return phrase("certificate/ended", until=scene.day(missing.until))
