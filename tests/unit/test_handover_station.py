"""The handover at a station: what it lists, what is asked back, and what is new to who comes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Refs
from app.domain.events import TighteningRecorded
from app.domain.flow_documents import StopPart, StopSettled
from app.domain.line_events import StopBegan, StopEnded
from app.domain.memory_documents import KnownDecision
from app.domain.memory_events import CardPostponed, DecisionMade, EvidenceRef, SituationOpened
from app.domain.plant import DecidedSituation, EffectiveRevision, Hold
from app.domain.quality_events import BypassApplied
from app.journal.outbox import SqliteOutbox
from app.journal.record_reader import JournalRecords
from app.ports.journal import NewEvent
from app.ports.sync import Document
from app.services.calls import OpenCall
from app.services.forms import FailFormLine, StartForm
from app.services.handover import (
    AcceptHandover,
    AnswerQuestion,
    AskBack,
    GiveHandover,
    PrepareHandover,
    SettleQuestion,
)
from app.services.handover_news import ReadNews
from app.services.line_desk import LATE_US
from app.services.records import LookUp, RecordLookUp
from app.services.unit_work import SYSTEM
from memory.records import Outcome
from tests.helpers.checks import FLOOR, GUARD, check, published
from tests.helpers.gearbox import INSTRUCTION
from tests.helpers.plant_station import reading
from tests.helpers.station_rig import BADGE, Rig, station_at
from tests.unit.test_quality_desk import activated

if TYPE_CHECKING:
    from app.domain.line_events import HandoverItem
    from app.services.acts import Act

NOW = datetime(2026, 11, 20, 9, 12, tzinfo=UTC)
UNIT = "SN 0418-77231"
OTHER = "BADGE-412"
IN_WORK = Refs(unit="0418-77231", instruction=INSTRUCTION.id)
SITUATION = SituationOpened(
    situation="s1",
    kind="tool",
    key="torque_low",
    title="T-07 drifts",
    evidence=(EvidenceRef("e-1", "0" * 64),),
    context={"station": "ST-040"},
)
DECISION = DecisionMade(
    decision="d1",
    situation="s1",
    key="torque_low",
    constraint="tool_out",
    response="adjust",
    kind="correct",
    role="operator",
    shift="early",
)


async def do(rig: Rig, *acts: Act) -> None:
    for act in acts:
        await rig.station.do(act)


async def sheet(rig: Rig) -> dict[str, HandoverItem]:
    await do(rig, PrepareHandover())
    assert rig.state.line.sheet is not None
    return {item.kind: item for item in rig.state.line.sheet.items}


async def come_down(rig: Rig, known: KnownDecision) -> None:
    """The plant tells how a decision stands."""
    outbox = SqliteOutbox(rig.journal._journal)
    body = Document(100, known.KIND, known.decision, msgspec.json.encode(known))
    await outbox.apply_feed(await outbox.feed_mark(), up_to=100, documents=[body])
    await rig.station.reference_changed()


async def later(rig: Rig) -> datetime:
    """After all that was recorded, and before anything that will be."""
    newest = (await rig.envelopes())[-1]
    return datetime.fromtimestamp((newest.at + 1) / 1e6, UTC)


def refused(rig: Rig) -> str:
    assert rig.state.refusal is not None
    return rig.state.refusal.refusal.code


# -- what it lists


async def test_an_item_names_its_record_and_opens_it(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        records = JournalRecords(tmp_path / "journal.db")
        RecordLookUp(records, rig.journal._journal, rig.station.board).add_to(rig.station.acts)
        await rig.scan(BADGE)
        await do(rig, OpenCall("quality"))
        call = (await sheet(rig))["call"]
        (record,) = call.events
        await do(rig, LookUp("call", call.item.partition(":")[2]))
        found = rig.state.found
        assert found is not None
        assert [f"{one.epoch}/{one.seq}" for one in found.records] == [record]


async def test_of_a_stop_that_began_in_the_shift_before_the_rest_is_lost_to_this_one(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        began_us = rig.clock.us - LATE_US  # without a shift plan: what was of late
        stop = (
            (StopBegan(stop="s"), -30 * 60),
            (StopEnded(stop="s", why="progress"), 5 * 60 + 30),
        )
        for body, seconds in stop:
            at = began_us + seconds * 1_000_000
            await rig.journal._journal.append(NewEvent(body, SYSTEM, Refs(), at=at))
        await do(rig, PrepareHandover())
        assert rig.state.line.sheet is not None
        assert rig.state.line.sheet.minutes == (("", 5),)
        found_out = StopSettled(
            stop="ST-040/s", parts=(StopPart(reason="setup"),), by="lead 204", role="lead", at=NOW
        )
        await rig.publish(found_out)
        assert rig.state.line.sheet.minutes == (("setup", 5),)


async def test_a_decision_is_listed_until_its_outcome_is_known(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.journal.append(NewEvent(SITUATION, SYSTEM), NewEvent(DECISION, SYSTEM))
        watched = (await sheet(rig))["watch"]
        assert (watched.facts["response"], watched.facts["units"]) == ("adjust", "50")
        assert watched.events == ("e-1",)
        await come_down(
            rig,
            KnownDecision(
                decision="d1",
                case="s1",
                key="torque_low",
                response="adjust",
                kind="correct",
                role="operator",
                decided_at_us=rig.clock.us,
                outcome=Outcome.HELD,
            ),
        )
        assert "watch" not in await sheet(rig)


async def test_a_card_that_was_put_off_is_listed_until_somebody_decides(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.journal.append(NewEvent(SITUATION, SYSTEM))
        assert "decision_waiting" not in await sheet(rig)
        await rig.journal.append(NewEvent(CardPostponed(situation="s1", shift="Early"), SYSTEM))
        waits = (await sheet(rig))["decision_waiting"]
        assert (waits.facts["title"], waits.events) == ("T-07 drifts", ("e-1",))
        await rig.journal.append(NewEvent(DECISION, SYSTEM))
        assert "decision_waiting" not in await sheet(rig)


async def test_what_the_lead_decided_at_the_server_waits_no_more(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        put_off = CardPostponed(situation="s1", shift="Early")
        await rig.journal.append(NewEvent(SITUATION, SYSTEM), NewEvent(put_off, SYSTEM))
        assert "decision_waiting" in await sheet(rig)
        of_lead = decided(datetime.fromtimestamp(rig.clock.us / 1e6, UTC))
        key = "decision_waiting:ST-040:s1"
        await rig.told(msgspec.structs.replace(of_lead, situation=key, kind="decision_waiting"))
        assert "decision_waiting" not in await sheet(rig)


async def test_a_check_is_listed_with_its_records_until_it_is_over(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await published(rig, check(GUARD, FLOOR, every_h=8, within_min=60))
        await rig.scan(BADGE)
        due = (await sheet(rig))["check_due"]
        assert (due.facts["check"], len(due.events)) == ("Start of shift", 1)
        await do(rig, StartForm("start-of-shift"))
        await do(rig, FailFormLine("guard", "damaged"))
        await rig.station.unit_left()
        found = await sheet(rig)
        assert "check_due" not in found
        assert len(found["check_begun"].events) > 1
        assert found["check_begun"].facts["since_us"]
        bad = found["check_failed"]
        assert bad.facts["line"] == "The guard is closed"
        (record,) = bad.events
        assert record in found["check_begun"].events
        rig.clock.us += 61 * 60_000_000
        await rig.station._look()
        assert "check_overdue" in await sheet(rig)


async def test_a_tap_on_a_check_shows_its_records(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        records = JournalRecords(tmp_path / "journal.db")
        RecordLookUp(records, rig.journal._journal, rig.station.board).add_to(rig.station.acts)
        await published(rig, check(GUARD, every_h=8))
        await rig.scan(BADGE)
        due = (await sheet(rig))["check_due"]
        await do(rig, LookUp("check", due.facts["run"]))
        found = rig.state.found
        assert found is not None
        assert [f"{one.epoch}/{one.seq}" for one in found.records] == list(due.events)


# -- asked back


async def test_a_question_stays_on_every_sheet_until_it_is_settled(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await do(rig, GiveHandover("station"))
        await rig.scan(BADGE)
        await rig.scan(OTHER)
        waiting = rig.state.line.waiting
        assert waiting is not None
        name = waiting.given.handover
        await do(rig, AskBack(name, "who looks at the feeder?"), AcceptHandover(name, ()))
        await rig.scan(OTHER)
        assert (await sheet(rig))["asked"].facts["words"] == "who looks at the feeder?"
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        (asked,) = rig.state.line.questions
        question = asked.item.partition(":")[2]
        await do(rig, AnswerQuestion(question, "maintenance at three"))
        answered = (await sheet(rig))["answered"]
        assert answered.facts["answer"] == "maintenance at three"
        assert len(answered.events) == 2
        rig.clock.us += 48 * 3_600_000_000
        await rig.scan(OTHER)
        await do(rig, SettleQuestion(question))
        assert rig.state.line.questions == ()
        await do(rig, AnswerQuestion(question, "too late"))
        assert refused(rig) == "handover.settled"


# -- new since then


async def test_who_was_never_here_is_told_nothing(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        assert rig.state.line.news is None


async def test_who_comes_again_sees_what_changed_here_and_nothing_older(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await rig.station.unit_left()
        await rig.station.signed_out()
        since = await later(rig)
        await rig.publish(
            Hold(hold="U", reason="noise", owner="31", placed_at=since, serial="0418-77231"),
            Hold(hold="Z", reason="rust", owner="31", placed_at=since, lot="of-another-line"),
            *(revised(name, since) for name in (INSTRUCTION.id, "of-another-line")),
        )
        await rig.told(decided(await later(rig)))
        await rig.scan(OTHER)
        assert rig.state.line.news is None
        await rig.scan(BADGE)
        news = rig.state.line.news
        assert news is not None
        assert [item.kind for item in news.items] == ["revision", "hold", "decided"]
        assert news.items[1].facts["held"] == "0418-77231"
        await do(rig, ReadNews())
        assert rig.state.line.news is None


async def test_the_newest_stands_first_and_what_they_did_themselves_nowhere(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await rig.station.unit_left()
        await rig.station.signed_out()
        at = await later(rig)
        mine = msgspec.structs.replace(
            decided(at), situation="held:2", by="lead 417 and quality 31"
        )
        theirs = msgspec.structs.replace(decided(at), at=at + timedelta(minutes=2))
        own = Hold(
            hold="M", reason="mine", owner="operator 417", placed_at=at, serial="0418-77231"
        )
        held = msgspec.structs.replace(own, hold="U", owner="quality 31")
        await rig.publish(
            mine, theirs, own, held, revised(INSTRUCTION.id, at + timedelta(minutes=1))
        )
        after_us = int((at + timedelta(minutes=3)).timestamp() * 1e6)
        await rig.journal.append(
            NewEvent(SITUATION, SYSTEM, at=after_us), NewEvent(DECISION, SYSTEM, at=after_us)
        )
        rig.clock.us = after_us + 1_000_000
        await rig.scan(BADGE)
        news = rig.state.line.news
        assert news is not None
        assert [item.item for item in news.items] == [
            "decided_here:s1", "decided:held:1", f"revision:{INSTRUCTION.id}", "hold:U",
        ]  # fmt: skip


async def test_a_tool_that_was_replaced_is_news_once(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await rig.station.unit_left()
        await rig.station.signed_out()
        for tool in ("T-07", "T-08"):
            for position in ("1", "2"):
                await rig.journal.append(NewEvent(tightened(tool, position), SYSTEM, IN_WORK))
        await rig.scan(BADGE)
        news = rig.state.line.news
        assert news is not None
        assert [item.item for item in news.items] == ["new_tool:T-08"]


async def test_a_bypass_that_was_only_used_since_is_no_news(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await activated(rig)
        await rig.station.signed_out()
        await rig.scan(OTHER)
        await rig.station.signed_out()
        used = BypassApplied(serial="U", bypass="BP-1", step="bolts", checks=(), number=1, of=5)
        await rig.journal.append(NewEvent(used, SYSTEM))
        await rig.scan(OTHER)
        assert rig.state.line.news is None


async def test_news_that_were_read_do_not_come_again(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, UNIT)
        await rig.station.unit_left()
        await rig.scan(OTHER)
        await rig.told(decided(await later(rig)))
        await rig.scan(BADGE)
        assert rig.state.line.news is not None
        await rig.scan(OTHER)
        await rig.scan(BADGE)
        assert rig.state.line.news is None


def tightened(tool: str, position: str) -> TighteningRecorded:
    result = msgspec.structs.replace(reading("25.1", "59", ok=True), source=tool)
    return TighteningRecorded(
        step="bolts", position=position, attempt=1, ok=True, counted=True, reading=result
    )


def revised(instruction: str, since: datetime) -> EffectiveRevision:
    return EffectiveRevision(instruction=instruction, revision="b" * 64, effective_from=since)


def decided(since: datetime) -> DecidedSituation:
    return DecidedSituation(
        situation="held:1",
        kind="held",
        title="Unit 0418-77231 is held",
        decision="rework",
        words="Rework the unit",
        by="lead 204",
        why="bolt 3",
        at=since,
        station="ST-040",
        units=("0418-77231",),
    )
