"""Situations and their cards on a real journal: what opens, what is kept, what is decided."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.envelope import Actor
from app.domain.events import ProblemReported
from app.domain.memory_documents import KnownCase, KnownDecision, SiteCodes, SiteGlossary
from app.domain.memory_events import (
    CardDrafted,
    CardPostponed,
    CardShown,
    CasesOpened,
    DecisionConfirmed,
    DecisionMade,
    SituationOpened,
)
from app.domain.plant import Lot
from app.journal.outbox import SqliteOutbox
from app.ports.journal import NewEvent
from app.ports.sync import Document
from app.services.card import (
    ConfirmCause,
    DecideCard,
    DraftCard,
    LookAtCard,
    LookAtCases,
    PostponeCard,
)
from memory.code_lists import RESPONSES, Code, ListName
from memory.records import Outcome
from memory.suggest import Shown
from tests.helpers.named_people import names_person
from tests.helpers.station_rig import BADGE, station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.event_body import Body
    from app.ports.memory import SituationRecord
    from app.services.acts import Act
    from tests.helpers.station_rig import Rig

UNIT = "0418-77231"
_GOOD = Decimal("0.11")
KEY = "nok:gearbox-mount:bolts:1"


async def failed_bolt(rig: Rig) -> SituationRecord:
    """The first bolt failed; its situation."""
    await rig.to_bolts()
    await rig.pull("1", "18.00")
    return rig.state.card.situations[-1]


async def do(rig: Rig, *acts: Act) -> None:
    for act in acts:
        await rig.station.do(act)


async def of_kind(rig: Rig, kind: type[Body]) -> list[Body]:
    return [body for _, body in await rig.record() if isinstance(body, kind)]


async def tell(rig: Rig, *records: msgspec.Struct) -> None:
    """The plant tells its cases and decisions."""
    outbox = SqliteOutbox(rig.journal._journal)
    mark = await outbox.feed_mark()
    documents = [
        Document(
            mark.pos + n,
            str(record.KIND),  # type: ignore[attr-defined]
            str(getattr(record, record.__struct_fields__[0])),
            msgspec.json.encode(record),
        )
        for n, record in enumerate(records, 1)
    ]
    await outbox.apply_feed(mark, up_to=mark.pos + len(records), documents=documents)
    await rig.station.reference_changed()


def case(number: int, response: str, outcome: Outcome) -> KnownCase:
    return KnownCase(
        case=f"case-{number}",
        text="Bolts, 1: torque low",
        at_us=number,
        key=KEY,
        context={"station": "ST-040", "step": "bolts", "kind": "nok"},
        constraint="thread",
        response=response,
        decision=f"d-{number}",
        outcome=outcome,
    )


def decided(number: int, response: str, outcome: Outcome, **more: object) -> KnownDecision:
    decision = KnownDecision(
        decision=f"d-{number}",
        case=f"case-{number}",
        key=KEY,
        response=response,
        kind="correct",
        role="operator",
        decided_at_us=number,
        outcome=outcome,
    )
    return msgspec.structs.replace(decision, **more)


# -- unhappy paths ----------------------------------------------------------------------------


async def test_a_decision_without_a_cause_is_none(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(opened.name, response="clean")))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "card.incomplete"
        await do(rig, DecideCard(DraftCard(opened.name, "other", "clean", words=" ")))
        assert await of_kind(rig, DecisionMade) == []


async def test_what_is_decided_is_not_decided_again(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        draft = DraftCard(opened.name, "thread", "clean", ("none",))
        await do(rig, DecideCard(draft), DecideCard(draft), draft, PostponeCard(opened.name))
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "card.decided"
        assert len(await of_kind(rig, DecisionMade)) == 1
        assert await of_kind(rig, CardPostponed) == []


async def test_a_card_of_nothing_is_not_shown(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, LookAtCard("nothing"), PostponeCard("nothing"), ConfirmCause("yes"))
        assert await of_kind(rig, CardShown) == []


@pytest.mark.allow_warnings
async def test_a_full_disk_keeps_no_choice_and_shows_none(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        rig.journal.is_broken = True
        await do(rig, DraftCard(opened.name, "thread"))
        assert rig.state.storage_problem is not None
        assert rig.state.card.situations[-1].draft is None


# -- situations --------------------------------------------------------------------------------


async def test_a_failed_result_opens_a_situation_that_rests_on_its_event(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = (await failed_bolt(rig)).opened
        events = {e.event_id: e for e in await rig.envelopes()}
        trigger, *beside = opened.evidence
        assert events[trigger.event].kind == "tightening.recorded"
        assert trigger.facts["value"] == "18.00"
        stored = await rig.journal._journal.read(
            lambda db: set(db.execute("SELECT event_id, hash FROM event"))
        )
        assert {(one.event, one.hash) for one in opened.evidence} <= stored
        assert {events[one.event].kind for one in beside} == {"unit.started", "part.fitted"}
        assert opened.key == KEY
        about = {"station": "ST-040", "order": "PO-1", "lot": "H-2", "tool": "T-07"}
        assert about.items() <= opened.context.items()
        assert opened.context["shift"] == "Early"


async def test_a_second_failure_at_the_same_place_is_the_same_situation(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await rig.station.nok_acknowledged()
        await rig.pull("2", "18.00")
        assert [one.name for one in rig.state.card.situations] == [opened.name]


async def test_after_a_decision_the_same_failure_is_a_repeat(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(opened.name, "thread", "clean", ("none",))))
        await rig.station.nok_acknowledged()
        await rig.pull("2", "18.00")
        first, second = rig.state.card.situations
        assert first.opened.key == second.opened.key
        assert second.decision is None


async def test_a_wrong_scan_and_a_report_open_situations_a_slip_does_not(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, f"SN {UNIT}", "nonsense", "P:HS-200;L:H-1")
        await rig.station.problem_reported("tool")
        await rig.station.problem_reported("help")
        assert [one.about for one in rig.state.card.situations] == ["scan", "tool"]


async def test_what_was_recorded_before_a_power_cut_gets_its_situation_after_it(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        # No turn of the station follows: the power is gone.
        reported = NewEvent(ProblemReported(code="tool"), Actor("person", "417"))
        await rig.journal._journal.append(reported)
    async with station_at(tmp_path) as rig:
        await rig.until(lambda s: bool(s.card.situations))
        assert [one.about for one in rig.state.card.situations] == ["tool"]


async def test_what_happened_long_ago_asks_nobody_any_more(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        reported = NewEvent(ProblemReported(code="tool"), Actor("person", "417"))
        await rig.journal._journal.append(reported)
        rig.clock.us += 2 * 3_600_000_000
        await rig.scan(BADGE)
        assert rig.state.card.situations == ()


async def test_what_changed_last_stands_beside_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.publish(Lot(lot="H-3", part="HS-200"))
        await rig.to_step("label")
        await rig.station.primary_pressed()
        await rig.scan("SN 0418-77232", "P:HS-200;L:H-3")
        await rig.station.problem_reported("tool")
        context = rig.state.card.situations[-1].opened.context
        assert (context["last_change"], context["last_change_to"]) == ("lot:HS-200", "H-3")
        assert context["last_change_min"] == "0"


# -- the card ----------------------------------------------------------------------------------


async def test_every_choice_is_there_again_after_a_restart(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DraftCard(opened.name, "thread"))
        await do(rig, DraftCard(opened.name, "thread", "clean", ("time",), "20", "It slips"))
        assert len(await of_kind(rig, CardDrafted)) == 2
    async with station_at(tmp_path) as rig:
        await rig.until(lambda s: bool(s.card.situations))
        draft = rig.state.card.situations[-1].draft
        assert draft is not None
        assert (draft.constraint, draft.response, draft.tradeoffs) == (
            "thread",
            "clean",
            ("time",),
        )
        assert (draft.expectation, draft.words) == ("20", "It slips")


async def test_what_was_shown_is_recorded_once_and_before_the_first_choice(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, LookAtCard(opened.name))
        await do(rig, DraftCard(opened.name, "thread"), DraftCard(opened.name, "unknown"))
        kinds = [type(body) for _, body in await rig.record()]
        assert kinds.count(CardShown) == 1
        assert kinds.index(CardShown) < kinds.index(CardDrafted)
        [shown] = await of_kind(rig, CardShown)
        assert isinstance(shown, CardShown)
        assert msgspec.json.decode(shown.shown, type=Shown).situation == opened.name


async def test_a_decision_says_what_it_should_bring_and_on_which_lists(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        draft = DraftCard(opened.name, "thread", "clean", ("time",), "", "It slips")
        await do(rig, DecideCard(draft, after_s=7.5, taps=4))
        [made] = await of_kind(rig, DecisionMade)
        assert isinstance(made, DecisionMade)
        assert (made.key, made.kind, made.role, made.shift) == (
            KEY,
            "correct",
            "operator",
            "Early",
        )
        assert (made.metric, made.expected_units, made.expected_hours) == ("repeats", 50, 72.0)
        assert (made.after_s, made.taps, made.words) == (7.5, 4, "It slips")
        assert made.lists == f"constraints 1, responses {RESPONSES.version}, tradeoffs 1"
        assert not names_person(msgspec.json.encode(made).decode(), "417")


async def test_who_does_not_know_what_to_do_leaves_it_to_somebody_else(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(opened.name, "unknown", "unknown", ("unknown",))))
        [made] = await of_kind(rig, DecisionMade)
        assert isinstance(made, DecisionMade)
        assert (made.kind, made.confidence) == ("escalate", 1)


async def test_later_is_taken_once(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, PostponeCard(opened.name), PostponeCard(opened.name))
        [postponed] = await of_kind(rig, CardPostponed)
        assert isinstance(postponed, CardPostponed)
        assert postponed.shift == "Early"
        assert rig.state.card.situations[-1].postponed_in == "Early"


# -- once it works -------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "count"), [("no", 1), ("partly", 1), ("later", 0)])
async def test_one_question_once_the_unit_is_done(tmp_path: Path, answer: str, count: int) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(opened.name, "thread", "clean", ("none",))))
        await finish(rig)
        assert rig.state.card.worked is not None
        await do(rig, ConfirmCause(answer))
        confirmed = await of_kind(rig, DecisionConfirmed)
        assert [type(body) for body in confirmed] == [DecisionConfirmed] * count
        assert rig.state.card.worked is None


async def test_who_does_not_know_the_cause_is_not_asked_about_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(opened.name, "unknown", "clean", ("none",))))
        await finish(rig)
        assert rig.state.card.worked is None


async def test_what_limited_somebody_is_no_cause_to_ask_about(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.station.problem_reported("other")
        opened = rig.state.card.situations[-1]
        await do(rig, DecideCard(DraftCard(opened.name, "time", "run_on", ("none",))))
        await rig.pull("1")
        await finish(rig, has_failed=False)
        assert rig.state.card.worked is None


async def finish(rig: Rig, *, has_failed: bool = True) -> None:
    """Redo the bolt and build the unit to its end."""
    if has_failed:
        await rig.station.nok_acknowledged()
        await rig.pull("2")
    await rig.pull("3")
    await rig.station.value_typed(_GOOD)
    for place in ("left", "right"):
        await rig.station.point_answered(place, True)
    for _ in range(2):
        rig.clock.us += 5_000_000
        await rig.station.primary_pressed()
    assert rig.state.finished is not None


# -- like cases ----------------------------------------------------------------------------------


async def test_like_cases_come_from_the_plant_and_count_what_held(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        held = [case(n, "clean", Outcome.HELD) for n in range(1, 8)]
        told = [decided(n, "clean", Outcome.HELD) for n in range(1, 8)]
        await tell(rig, SiteGlossary(glossary="site", version=1), *held, *told)
        opened = await failed_bolt(rig)
        state = await rig.until(lambda s: s.card.advice_on(opened.name) is not None)
        advice = state.card.advice_on(opened.name)
        assert advice is not None
        [known] = advice.responses
        assert (known.response, known.held, known.failed, known.is_enough) == ("clean", 7, 0, True)
        assert len(advice.cases) == 7
        assert advice.lot == ("HS-200", "H-2", 1, 1)
        assert advice.earlier is not None


async def test_who_looks_at_the_cases_behind_it_is_recorded_once_after_what_was_shown(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        cases = [case(n, "clean", Outcome.HELD) for n in range(1, 8)]
        told = [decided(n, "clean", Outcome.HELD) for n in range(1, 8)]
        await tell(rig, *cases, *told)
        opened = await failed_bolt(rig)
        await rig.until(lambda s: s.card.advice_on(opened.name) is not None)
        await do(rig, LookAtCases("gone"), LookAtCases(opened.name), LookAtCases(opened.name))
        kinds = [type(body) for _, body in await rig.record()]
        assert kinds.index(CardShown) < kinds.index(CasesOpened)
        [looked] = await of_kind(rig, CasesOpened)
        assert isinstance(looked, CasesOpened)
        [shown] = await of_kind(rig, CardShown)
        assert isinstance(shown, CardShown)
        [ranked] = msgspec.json.decode(shown.shown, type=Shown).ranked
        assert set(looked.cases) == set(ranked.decisions)


@pytest.mark.parametrize(
    ("why", "barred"),
    [
        ("harmful", "suspended"),
        ("worse_escape", "suspended_once"),
        ("It hides the crack.", "suspended_said"),
        ("unused", "retired"),
    ],
)
async def test_what_is_suspended_is_not_advised_and_says_why(
    tmp_path: Path, why: str, barred: str
) -> None:
    async with station_at(tmp_path) as rig:
        cases = [case(n, "use_as_is", Outcome.WORSE) for n in range(1, 7)]
        cases += [case(n, "replace_part", Outcome.HELD) for n in range(7, 13)]
        told = [decided(n, "use_as_is", Outcome.WORSE, suspended=why) for n in range(1, 7)]
        told += [decided(n, "replace_part", Outcome.HELD) for n in range(7, 13)]
        await tell(rig, *cases, *told)
        opened = await failed_bolt(rig)
        state = await rig.until(lambda s: s.card.advice_on(opened.name) is not None)
        advice = state.card.advice_on(opened.name)
        assert advice is not None
        assert [(one.response, one.barred) for one in advice.responses] == [
            ("replace_part", ""),
            ("use_as_is", barred),
        ]


async def test_what_was_decided_here_counts_before_the_plant_knows(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        first = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(first.name, "thread", "clean", ("time",))))
        await rig.station.nok_acknowledged()
        await rig.pull("2", "18.00")
        second = rig.state.card.situations[-1]
        state = await rig.until(lambda s: s.card.advice_on(second.name) is not None)
        advice = state.card.advice_on(second.name)
        assert advice is not None
        assert [one.case.case for one in advice.cases] == [first.name]
        assert [(one.response, one.held) for one in advice.responses] == [("clean", 0)]


async def test_the_plants_own_list_takes_the_place_of_ours(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        own = Code(code="weld_shut", text={"en": "Weld it shut"}, kind="correct")
        await tell(rig, SiteCodes(name=ListName.RESPONSES, version=4, codes=(own,)))
        assert rig.state.card.lists.responses.version == 4
        opened = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(opened.name, "thread", "weld_shut", ("none",))))
        [made] = await of_kind(rig, DecisionMade)
        assert isinstance(made, DecisionMade)
        assert (made.kind, made.lists) == (
            "correct",
            "constraints 1, responses 4, tradeoffs 1",
        )


async def test_an_outcome_comes_back_to_where_it_was_decided(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DecideCard(DraftCard(opened.name, "thread", "clean", ("none",))))
        [made] = await of_kind(rig, DecisionMade)
        assert isinstance(made, DecisionMade)
        await tell(rig, decided(1, "clean", Outcome.HELD, decision=made.decision))
        state = await rig.until(lambda s: bool(s.card.told))
        assert [one.outcome for one in state.card.told] == [Outcome.HELD]


async def test_the_projection_comes_out_the_same_from_the_events(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        opened = await failed_bolt(rig)
        await do(rig, DraftCard(opened.name, "thread"), PostponeCard(opened.name))
        await do(rig, DecideCard(DraftCard(opened.name, "thread", "clean", ("none",))))
        assert len(await of_kind(rig, SituationOpened)) == 1
        assert (
            await rig.journal._journal.work(rig.journal._journal.store.rebuild_projections) == ()
        )
