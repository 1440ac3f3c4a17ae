"""Who may work at a station, who signs, and what comes into the record."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.events import (
    Body,
    PersonSignedIn,
    PersonSignedOut,
    SignedOff,
    SignInRefused,
    StepCompleted,
)
from app.domain.instructions import ConfirmStep, Instruction, SignOffRule
from app.domain.people import Lacking, next_to_expire
from app.domain.plant import Person, Role, StationInfo
from app.domain.refusal import Refusal
from app.domain.rights import ROLES, TRAIN, rights_of
from app.services.idle import Present
from app.services.people import Admitted, People
from app.services.people_state import PeopleRules
from app.services.sign_in import AskTrainer
from app.services.sign_off import CancelSignature, Signature
from tests.helpers.gearbox import INSTRUCTION, TODAY
from tests.helpers.station_rig import BADGE, PLANT, FakeClock, Rig, sha256, station_at

B = TypeVar("B", bound=Body)

UNIT = "0418-77231"
TORQUE = StationInfo(station="ST-040", name="Gearbox mount", line="L4", skills=("torque",))
CREW = StationInfo(station="ST-040", name="Gearbox mount", line="L4", crew=True)
YEAR = TODAY + timedelta(days=365)
THREE_MINUTES = PeopleRules(idle_after_s=180.0)
TRAINER = Person(
    person="7", name="Trainer 7", role="trainer", badge=sha256("700"), pin="7777",
    skills={"torque": YEAR},
)  # fmt: skip
SKILLED = Person(
    person="500", name="Operator 500", role="operator", badge=sha256("500"),
    skills={"torque": YEAR},
)  # fmt: skip


def signed_step(right: str = "sign_off") -> Instruction:
    """The instruction whose last step a second person signs."""
    rule = SignOffRule(right=right, meaning={"en": "Verified"})
    last = INSTRUCTION.steps[-1]
    assert isinstance(last, ConfirmStep)
    steps = (*INSTRUCTION.steps[:-1], msgspec.structs.replace(last, sign_off=rule))
    return msgspec.structs.replace(INSTRUCTION, steps=steps)


async def recorded(rig: Rig, kind: type[B]) -> list[B]:
    return [body for _, body in await rig.record() if isinstance(body, kind)]


def wait(rig: Rig, seconds: float) -> None:
    rig.clock.us += round(seconds * 1e6)


def refused(rig: Rig) -> Refusal:
    shown = rig.state.refusal or rig.state.sign_in_refusal
    assert shown is not None
    return shown.refusal


def asked_refusal(rig: Rig) -> Refusal:
    asked = rig.state.people.asked
    assert asked is not None
    assert asked.refusal is not None
    return asked.refusal


# -- one answer for every way in -------------------------------------------------------------


class Roster:
    """A reference with people and roles in it."""

    def __init__(self, *records: Any) -> None:
        self._records = records

    async def get(self, kind: type, key: str) -> Any:
        found = await self.all(kind)
        return next((one for one in found if one.person == key), None)

    async def all(self, kind: type) -> list[Any]:
        return [one for one in self._records if isinstance(one, kind)]

    async def position(self, kind: type, key: str) -> int | None:
        raise NotImplementedError

    async def instruction(self, revision: str) -> bytes | None:
        raise NotImplementedError


def people_of(*records: Any, trainees: frozenset[str] = frozenset()) -> People:
    async def same(stored: str, pin: str) -> bool:
        return stored == pin

    return People(
        reference=Roster(*records),
        clock=FakeClock(),
        verify_pin=same,
        today=lambda: TODAY,
        has_trainer=trainees.__contains__,
    )


days = st.integers(-3, 3).map(lambda n: TODAY + timedelta(days=n))
anybody = st.builds(
    Person,
    person=st.just("1"),
    name=st.just("One"),
    role=st.sampled_from([*ROLES, "guest"]),
    badge=st.just(sha256("1")),
    pin=st.just("1111"),
    skills=st.dictionaries(st.sampled_from(["torque", "seal"]), days),
    is_active=st.booleans(),
)


@given(anybody, st.sets(st.sampled_from(["torque", "seal"])), st.booleans())
def test_no_way_in_admits_whom_another_refuses(
    person: Person, skills: set[str], has_trainer: bool
) -> None:
    station = StationInfo(station="S", name="S", line="L", skills=tuple(sorted(skills)))
    people = people_of(person, trainees=frozenset({"1"} if has_trainer else set()))

    async def ask() -> list[tuple[str, bool]]:
        ways = [
            await people.by_badge("1", station),
            await people.by_pin("1", "1111", station),
            await people.still(person, station),
        ]
        return [
            ("admitted", way.is_supervised) if isinstance(way, Admitted) else (way.code, False)
            for way in ways
        ]

    answers = asyncio.run(ask())
    assert len(set(answers)) == 1
    is_good = all(person.skills.get(s, date.min) >= TODAY for s in skills)
    may = person.is_active and (is_good or has_trainer)
    assert (answers[0][0] == "admitted") is may


async def test_a_number_nobody_has_costs_as_much_as_a_wrong_pin() -> None:
    asked: list[str] = []

    async def remember(stored: str, _pin: str) -> bool:
        asked.append(stored)
        return False

    people = People(
        reference=Roster(SKILLED), clock=FakeClock(), verify_pin=remember, today=lambda: TODAY
    )
    answer = await people.by_pin("999", "1234", TORQUE)
    assert answer == Refusal("sign_in.pin_wrong", {"person": "999"})
    assert len(asked) == 1


async def test_a_certificate_is_good_on_its_last_day_and_not_the_day_after() -> None:
    last = msgspec.structs.replace(SKILLED, skills={"torque": TODAY})
    over = msgspec.structs.replace(SKILLED, skills={"torque": TODAY - timedelta(days=1)})
    assert isinstance(await people_of(last).by_badge("500", TORQUE), Admitted)
    answer = await people_of(over).by_badge("500", TORQUE)
    assert isinstance(answer, Refusal)
    assert answer.facts["until"] == (TODAY - timedelta(days=1)).isoformat()


async def test_an_unknown_badge_names_who_can_add_it() -> None:
    lead = Person(person="12", name="Lead 12", role="lead", skills={"torque": YEAR})
    answer = await people_of(lead, SKILLED).by_badge("nobody", TORQUE)
    assert answer == Refusal("sign_in.badge_unknown", {"who": "Lead 12"})


def test_what_ends_soon_is_said_and_what_has_ended_is_not_soon() -> None:
    person = msgspec.structs.replace(
        SKILLED, skills={"torque": TODAY + timedelta(days=6), "seal": TODAY - timedelta(days=1)}
    )
    found = next_to_expire(person, ("torque", "seal"), TODAY, within_days=14)
    assert found == Lacking("torque", TODAY + timedelta(days=6))
    assert next_to_expire(person, ("torque", "seal"), TODAY, within_days=5) is None


# -- rights ----------------------------------------------------------------------------------


def test_the_plant_s_own_words_replace_what_a_role_may_do() -> None:
    lead = Person(person="12", name="Lead 12", role="lead", rights=("paint",))
    assert "settle_results" in rights_of(lead, ())
    assert rights_of(lead, (Role(role="lead", rights=("train",)),)) == {"train", "paint"}
    gone = msgspec.structs.replace(lead, is_active=False)
    assert rights_of(gone, ()) == frozenset()


async def test_a_right_that_is_missing_is_named_with_who_has_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(Role(role="operator"))
        await rig.scan(BADGE)
        assert not rig.state.people.may("settle_results")
        refusal = rig.state.people.without("settle_results")
        assert refusal.facts == {"right": "settle_results", "who": "Lead 412"}


async def test_who_loses_their_place_in_the_roster_is_signed_out_and_told(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        gone = next(p for p in PLANT if isinstance(p, Person) and p.person == "417")
        await rig.publish(msgspec.structs.replace(gone, is_active=False))
        assert rig.state.person is None
        assert refused(rig).code == "sign_in.not_allowed"
        assert rig.step == "bolts"
        assert [b.why for b in await recorded(rig, PersonSignedOut)] == ["roster"]


# -- a second person signs -------------------------------------------------------------------


async def to_signature(rig: Rig) -> None:
    await rig.to_step("label")
    await rig.station.primary_pressed()
    assert rig.state.people.asked is not None


async def test_a_step_for_two_is_not_confirmed_by_one(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=signed_step()) as rig:
        await to_signature(rig)
        assert rig.state.run is not None
        assert await recorded(rig, SignedOff) == []
        assert "unit.completed" not in await rig.kinds(UNIT)
        await rig.scan(BADGE)
        assert asked_refusal(rig).code == "sign_off.same_person"
        await rig.scan("BADGE-402")
        refusal = asked_refusal(rig)
        assert refusal.code == "right.missing"
        assert refusal.facts == {"right": "sign_off", "who": "Lead 412"}
        assert "unit.completed" not in await rig.kinds(UNIT)


async def test_the_signature_has_name_meaning_means_and_time_and_changes_nobody(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path, instruction=signed_step()) as rig:
        await to_signature(rig)
        assert rig.state.people.asked is not None
        assert [p.person for p in rig.state.people.asked.signers] == ["412"]
        await rig.scan("BADGE-412")
        assert rig.state.people.asked is None
        assert rig.state.person is not None
        assert rig.state.person.person == "417"
        events = await rig.journal._journal.unit_events(UNIT)
        signed = next(e for e in events if e.kind == "signed.off")
        body = msgspec.json.decode(signed.body, type=SignedOff)
        assert (body.name, body.meaning, body.means) == ("Lead 412", "Verified", "badge")
        assert (body.act, body.step, body.right) == ("confirm", "label", "sign_off")
        assert signed.actor.id == "412"
        after = next(e for e in events if e.seq == signed.seq + 1)
        assert (after.kind, after.actor.id) == ("step.confirmed", "417")
        assert rig.state.finished is not None
        assert not any(gap.startswith("not_signed") for gap in rig.state.finished.gaps)


@pytest.mark.parametrize(("is_work", "is_taken"), [(True, False), (False, True)])
async def test_what_is_no_work_needs_a_name_and_no_certificate(
    tmp_path: Path, is_work: bool, is_taken: bool
) -> None:
    async with station_at(tmp_path, info=TORQUE) as rig:
        signed: list[str] = []

        async def do(signature: Signature) -> None:
            signed.append(signature.person.person)

        meaning = {"en": "I have come to help"}
        await rig.station._people.sign_off.ask(
            "call", do, right="", meaning=meaning, not_by=None, is_work=is_work
        )
        await rig.scan("BADGE-402")
        assert signed == (["402"] if is_taken else [])


async def test_nobody_signs_after_a_cancel_and_the_step_is_where_it_was(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=signed_step()) as rig:
        await to_signature(rig)
        await rig.station.do(CancelSignature())
        assert rig.step == "label"
        await rig.scan("BADGE-412")
        assert await recorded(rig, SignedOff) == []
        assert rig.state.person is not None
        assert rig.state.person.person == "412"


async def test_a_part_scanned_meanwhile_takes_the_question_away(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=signed_step()) as rig:
        await to_signature(rig)
        await rig.scan("P:HS-200;L:H-2")
        assert rig.state.people.asked is None
        assert refused(rig).code == "scan.not_expected"


@pytest.mark.allow_warnings
async def test_who_cannot_be_kept_has_not_signed(tmp_path: Path) -> None:
    async with station_at(tmp_path, instruction=signed_step()) as rig:
        await to_signature(rig)
        rig.journal.is_broken = True
        await rig.scan("BADGE-412")
        assert rig.state.storage_problem is not None
        rig.journal.is_broken = False
        await rig.station.retry_pressed()
        assert rig.step == "label"
        assert "unit.completed" not in await rig.kinds(UNIT)


# -- several at one unit ---------------------------------------------------------------------


async def test_in_a_crew_a_second_badge_joins_and_the_record_names_both(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=CREW) as rig:
        await rig.scan(BADGE, "BADGE-402", f"SN {UNIT}", "P:HS-200;L:H-2")
        assert [p.person for p in rig.state.people.present] == ["417", "402"]
        steps = [b for b in await rig.bodies(UNIT) if isinstance(b, StepCompleted)]
        assert {b.crew for b in steps} == {("417", "402")}
        await rig.scan(BADGE)
        assert rig.state.person is not None
        assert rig.state.person.person == "417"
        await rig.station.signed_out()
        assert rig.state.person.person == "402"
        [gone] = await recorded(rig, PersonSignedOut)
        assert (gone.person, gone.stays) == ("417", "402")


async def test_who_of_a_crew_may_no_longer_work_goes_and_the_others_stay(tmp_path: Path) -> None:
    async with station_at(tmp_path, info=CREW) as rig:
        await rig.scan(BADGE, "BADGE-402")
        gone = next(p for p in PLANT if isinstance(p, Person) and p.person == "417")
        await rig.publish(msgspec.structs.replace(gone, is_active=False))
        assert [p.person for p in rig.state.people.present] == ["402"]
        assert rig.state.person is not None
        assert refused(rig).code == "sign_in.not_allowed"


async def test_without_crews_a_badge_takes_over(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "BADGE-402")
        assert [p.person for p in rig.state.people.present] == ["402"]
        crews = [b.crew for b in await recorded(rig, PersonSignedIn)]
        assert crews == [(), ()]


# -- secrets and the record ------------------------------------------------------------------


async def test_no_pin_and_no_badge_s_code_is_in_the_record(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.station.pin_entered("417", "90817263")
        await rig.scan("BADGE-K7Q90817263")
        await rig.station.pin_entered("417", "1234")
        await rig.scan("BADGE-412")
        said = "".join(repr(body) for _, body in await rig.record())
        assert "90817263" not in said
        assert len(await recorded(rig, SignInRefused)) == 2


async def test_a_restart_is_no_way_to_guess_more_pins(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        for _ in range(5):
            await rig.station.pin_entered("417", "0000")
    async with station_at(tmp_path) as rig:
        await rig.station.pin_entered("417", "1234")
        assert refused(rig).code == "sign_in.locked"
        await rig.scan(BADGE)
        assert rig.state.person is not None


async def test_the_rights_are_of_who_acts(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        assert not rig.state.people.may("settle_results")
        await rig.scan("BADGE-412")
        assert rig.state.people.may("settle_results")
        assert not rig.state.people.may(TRAIN)
        await rig.station.signed_out()
        assert rig.state.people.rights == frozenset()


@pytest.mark.parametrize("badge", ["BADGE-402", "BADGE-412", "BADGE-nobody", BADGE])
async def test_a_badge_never_touches_the_work(tmp_path: Path, badge: str) -> None:
    """With a tool armed, a result in, a refusal open: run, step and tool stay as they are."""
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await rig.scan("P:HS-200;L:H-1")
        before = rig.state
        await rig.scan(badge)
        after = rig.state
        assert (after.run, after.order, after.chosen_order) == (
            before.run, before.order, before.chosen_order,
        )  # fmt: skip
        assert after.tool is not None
        assert after.tool.is_armed
        assert after.refusal is not None
        assert await rig.pull("2")


async def look_after(rig: Rig, seconds: float) -> None:
    wait(rig, seconds)
    await rig.station._look()


WHO_COMES: dict[str, Callable[[Rig], Awaitable[None]]] = {
    "same": lambda rig: rig.scan(BADGE),
    "other": lambda rig: rig.scan("BADGE-412"),
    "untrained": lambda rig: rig.scan("BADGE-402"),
    "unknown": lambda rig: rig.scan("BADGE-nobody"),
    "pin": lambda rig: rig.station.pin_entered("417", "1234"),
    "wrong pin": lambda rig: rig.station.pin_entered("417", "9"),
    "trainer asked": lambda rig: rig.station.do(AskTrainer()),
    "cancel": lambda rig: rig.station.do(CancelSignature()),
    "out": lambda rig: rig.station.signed_out(),
    "nobody": lambda rig: look_after(rig, 181),
    "touch": lambda rig: rig.station.do(Present()),
}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(sorted(WHO_COMES)), min_size=1, max_size=8), st.booleans())
def test_who_comes_and_goes_never_touches_the_unit(
    tmp_path_factory: pytest.TempPathFactory, ways: list[str], is_crew: bool
) -> None:
    info = msgspec.structs.replace(CREW, crew=is_crew)

    async def story() -> None:
        async with station_at(
            tmp_path_factory.mktemp("s"), info=info, people=THREE_MINUTES
        ) as rig:
            await rig.to_bolts()
            await rig.pull("1")
            before = rig.state.run
            for way in ways:
                await WHO_COMES[way](rig)
                assert rig.state.run == before
                is_there = rig.state.person is not None
                assert bool(rig.state.people.present) is is_there
                assert is_there or not rig.state.people.rights
            await rig.station.do(CancelSignature())
            await rig.scan("BADGE-412", BADGE)
            assert rig.state.person is not None
            assert rig.state.person.person == "417"
            assert rig.state.run == before

    asyncio.run(story())
