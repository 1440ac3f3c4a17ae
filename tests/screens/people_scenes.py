"""States about people: refused, in training, two at one unit, a second signature, nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec

from app.domain.instructions import ConfirmStep, SignOffRule
from app.domain.refusal import Refusal
from app.domain.rights import SIGN_OFF, TRAIN
from app.services.people_state import AskedSignature, PeopleState, Training
from app.services.sign_in import TRAINING
from app.services.station_state import ShownRefusal, ToolView
from tests.screens import scenes

if TYPE_CHECKING:
    from app.domain.plant import Person
    from app.services.station_state import StationState

_MEANING = {
    "en": "Verified: label and box are right",
    "de": "Geprüft: Etikett und Kiste stimmen",
}


def person(number: str) -> Person:
    return next(p for p in scenes.plant().people if p.person == number)


def not_qualified() -> StationState:
    """Nobody is signed in, and whose badge it was lacks a certificate."""
    return replace(
        scenes.signed_out(),
        sign_in_refusal=ShownRefusal(_lacks(), scenes.NOW_US),
        people=PeopleState(trainee=person("409"), holders={TRAIN: "Trainer 7"}),
    )


def not_qualified_at_work() -> StationState:
    """Operator 417 is at the bolts; somebody without the certificate scanned a badge."""
    state = scenes.torque()
    return replace(
        state,
        refusal=ShownRefusal(_lacks(), scenes.NOW_US),
        people=replace(state.people, trainee=person("409")),
    )


def trainer_asked() -> StationState:
    return _asked(
        replace(not_qualified(), sign_in_refusal=None),
        AskedSignature("training", TRAIN, TRAINING, person("409"), (person("7"),)),
    )


def sign_off() -> StationState:
    """The last step wants a second person."""
    state = scenes.signed_in("label")
    return _asked(state, AskedSignature("confirm", SIGN_OFF, _MEANING, state.person, _signers()))


def sign_off_refused() -> StationState:
    state = scenes.signed_in("label")
    refusal = Refusal("right.missing", {"right": SIGN_OFF, "who": "Lead 12, Inspector 31"})
    asked = AskedSignature("confirm", SIGN_OFF, _MEANING, state.person, _signers(), refusal)
    return _asked(state, asked)


def confirm_two() -> StationState:
    """The step says beforehand that a second person signs."""
    state = scenes.signed_in("label")
    assert state.run is not None
    rule = SignOffRule(right=SIGN_OFF, meaning=_MEANING)
    steps = tuple(
        replace(one, step=msgspec.structs.replace(one.step, sign_off=rule))
        if isinstance(one.step, ConfirmStep)
        else one
        for one in state.run.steps
    )
    return replace(state, run=replace(state.run, steps=steps))


def training() -> StationState:
    """Operator 409 tightens; trainer 7 answers for it."""
    state, trainee = scenes.torque(), person("409")
    supervised = Training(trainee, person("7"), ("torque",), "Early")
    people = replace(scenes.people(trainee), training=supervised)
    return replace(state, person=trainee, people=people)


def crew() -> StationState:
    """Two at one unit; 402 acted last."""
    state, last = scenes.torque(), person("402")
    return replace(state, person=last, people=scenes.people(person("417"), last))


def certificate_ends() -> StationState:
    """A certificate of who is signed in ends in six days."""
    state = scenes.signed_in()
    who = person("417")
    soon = who.skills | {"torque": date(2026, 11, 20) + timedelta(days=6)}
    who = msgspec.structs.replace(who, skills=soon)
    return replace(state, person=who, people=scenes.people(who))


def shift_begins() -> StationState:
    """Nobody yet; the shift before left a unit, two results and an order that cannot run."""
    waiting = scenes.unassigned().unassigned
    old = scenes.offline(scenes.signed_in()).sync
    old = replace(old, last_ok_at_us=scenes.NOW_US - 26_000_000_000)
    state = replace(scenes.signed_in("backlash"), person=None, people=PeopleState())
    return replace(state, unassigned=waiting, sync=old, orders=scenes.long_queue().orders)


def idle() -> StationState:
    """Nobody did anything for three minutes; the unit waits."""
    state = scenes.torque()
    people = PeopleState(idle_us=scenes.NOW_US - 60_000_000)
    return replace(state, person=None, people=people, tool=ToolView("T-07"))


def idle_free() -> StationState:
    state = scenes.signed_out()
    return replace(state, people=PeopleState(idle_us=scenes.NOW_US - 60_000_000))


def _asked(state: StationState, asked: AskedSignature) -> StationState:
    holders = {TRAIN: "Trainer 7", SIGN_OFF: "Lead 12, Inspector 31"}
    return replace(state, people=replace(state.people, asked=asked, holders=holders))


def _signers() -> tuple[Person, ...]:
    return person("12"), person("31")


def _lacks() -> Refusal:
    facts = {"person": "409", "skill": "torque", "until": "2026-11-06"}
    return Refusal("sign_in.skill_missing", facts | {"who": "Trainer 7"})
