"""Which signals open a situation, which do not, and what stands beside it, on a real journal."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.curve_events import CURVE_ALARM, CurveRead
from app.domain.envelope import Actor, Refs
from app.domain.events import (
    KINDS,
    ProblemReported,
    ScanRefused,
    TighteningRecorded,
    UnitCompleted,
)
from app.domain.line_events import StopsNamed
from app.domain.memory_events import SituationOpened
from app.domain.memory_signals import _CONFLICTS, _WRONG_SCANS, OPEN_FOR_US, signal_of
from app.domain.problem_events import DefectRecorded
from app.domain.spc import CharacteristicAlarmed
from app.ports.journal import NewEvent
from app.services.card import DecideCard, DraftCard
from tests.helpers.gearbox import tightening
from tests.helpers.station_rig import BADGE, station_at

if TYPE_CHECKING:
    from pathlib import Path

    from app.domain.event_body import Body
    from app.ports.memory import SituationRecord
    from tests.helpers.station_rig import Rig

UNIT, NEXT = "0418-77231", "0418-77232"


async def happened(rig: Rig, *bodies: Body, unit: str | None = None) -> list[SituationRecord]:
    """It stands in the journal; then somebody comes, and the station has a turn."""
    refs = Refs(unit=unit, instruction="gearbox-mount")
    for body in bodies:
        event = NewEvent(body, Actor("station", "ST-040"), refs, at=rig.clock.us)
        await rig.journal._journal.append(event)
    await rig.scan(BADGE)
    return list(rig.state.card.situations)


def lacking(*gaps: str) -> UnitCompleted:
    return UnitCompleted(serial=UNIT, evidence="not_provable", gaps=gaps)


def tightened(tool: str, position: str = "1", *, number: int, ok: bool = True) -> Body:
    reading = tightening(source=tool, result_id=str(number))
    return TighteningRecorded(
        step="bolts", position=position, attempt=1, ok=ok, counted=True, reading=reading
    )


# -- what opens none ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "gap",
    [
        "skipped:seal",
        "bypassed:bolts",
        "conceded:bolts",
        "calibration_over:lash",
        "sample_open:lash",
    ],
)
def test_a_gap_that_was_decided_about_or_closes_by_itself_asks_nobody(gap: str) -> None:
    assert signal_of(lacking(gap), Refs()) is None


def test_beside_an_expected_gap_the_other_one_is_asked_about() -> None:
    signal = signal_of(lacking("conceded:bolts", "no_photo:label"), Refs())
    assert signal is not None
    assert signal.facts == {"gap": "no_photo:label"}


def test_what_opens_a_situation_is_a_refusal_that_there_is() -> None:
    assert not {*_WRONG_SCANS, *_CONFLICTS} & KINDS.keys()


async def test_the_same_gap_of_the_next_unit_is_not_asked_about_again(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await happened(rig, lacking("typed:lash"), unit=UNIT)
        found = await happened(rig, lacking("typed:lash"), unit=NEXT)
        assert [one.unit for one in found] == [UNIT]


async def test_two_units_that_lack_the_same_before_a_power_cut_are_asked_about_once(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.journal._journal.append(
            *(
                NewEvent(lacking("typed:lash"), Actor("station", "ST-040"), Refs(unit=unit))
                for unit in (UNIT, NEXT)
            )
        )
        found = await happened(rig)
        assert [one.about for one in found] == ["gap"]
        assert len(await rig.journal._journal.sightings(0, 8)) == 0


# -- what opens one ----------------------------------------------------------------------------


async def test_who_typed_a_bad_value_stands_in_no_situation(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.to_bolts()
        await rig.pull("1")
        await rig.pull("2")
        await rig.station.value_typed(Decimal("0.30"))
        [opened] = rig.state.card.situations
        assert (opened.about, opened.opened.context["tool"]) == ("nok", "G-12")
        assert "417" not in msgspec.json.encode(opened.opened).decode()


async def test_the_same_gap_after_a_decision_is_a_repeat(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        [first] = await happened(rig, lacking("typed:lash"), unit=UNIT)
        draft = DraftCard(first.name, "skill", "show_again", ("none",))
        await rig.station.do(DecideCard(draft))
        found = await happened(rig, lacking("typed:lash"), unit=NEXT)
        assert [one.unit for one in found] == [UNIT, NEXT]


async def test_what_a_shift_did_not_decide_does_not_hide_the_next_one(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        stop = StopsNamed(stops=("s-1",), reason="material")
        [first] = await happened(rig, stop)
        assert await happened(rig, stop) == [first]
        rig.clock.us += OPEN_FOR_US
        await happened(rig, stop)
        opened = [body for _, body in await rig.record() if isinstance(body, SituationOpened)]
        assert len(opened) == 2


@pytest.mark.parametrize(
    ("body", "about"),
    [
        (StopsNamed(stops=("s-1",), reason="material"), "stop"),
        (ScanRefused(code="lot.on_hold", raw="P:HS-200;L:H-1", facts={}), "scan"),
        (ScanRefused(code="serial.already_fitted", raw="P:GS-55;S:1", facts={}), "conflict"),
        (ScanRefused(code="unit.open_elsewhere", raw=f"SN {UNIT}", facts={}), "conflict"),
        (
            CharacteristicAlarmed(
                characteristic="lash", chart="i", rule="ewma", point="e-1", value=0.11
            ),
            "drift",
        ),
        (
            DefectRecorded(
                serial=UNIT,
                number=1,
                product="GX-200",
                code="scratch",
                severity="minor",
                proposal="rework",
            ),
            "defect",
        ),
        (
            CurveRead(
                joint="j",
                position="1",
                blob="c",
                source="T-07",
                epoch=1,
                result_id="1",
                is_ok=True,
                verdict=CURVE_ALARM,
                signature="stripped",
                step="bolts",
            ),
            "curve",
        ),
        (lacking("no_photo:label"), "gap"),
        (ProblemReported(code="other"), "other"),
    ],
)
async def test_each_kind_has_a_card_whose_draft_outlives_a_power_cut(
    tmp_path: Path, body: Body, about: str
) -> None:
    async with station_at(tmp_path) as rig:
        [opened] = await happened(rig, body)
        assert opened.about == about
        assert "{" not in opened.opened.title
        await rig.station.do(DraftCard(opened.name, "unknown", words="It hangs"))
    async with station_at(tmp_path) as rig:
        state = await rig.until(lambda s: bool(s.card.situations))
        draft = state.card.situations[-1].draft
        assert draft is not None
        assert (draft.constraint, draft.words) == ("unknown", "It hangs")


async def test_a_refused_scan_is_called_what_it_is_in_words(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        [opened] = await happened(rig, ScanRefused(code="lot.on_hold", raw="", facts={}))
        assert opened.opened.title == "Wrong part scanned: lot on hold"


async def test_a_problem_at_the_tool_knows_order_unit_lot_tool_step_and_last_change(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        before = [tightened("T-06", number=1), tightened("T-07", number=2)]
        await happened(rig, *before, unit=NEXT)
        await rig.to_bolts()
        await rig.station.problem_reported("tool")
        record = rig.state.card.situations[-1]
        known = {
            "order": "PO-1",
            "lot": "H-2",
            "part": "HS-200",
            "tool": "T-07",
            "program": "12",
            "step": "bolts",
            "last_change": "tool",
            "last_change_to": "T-07",
        }
        assert record.unit == UNIT
        assert known.items() <= record.opened.context.items()


# -- what changed last -------------------------------------------------------------------------


async def test_two_tools_at_two_positions_are_no_change(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        journal = rig.journal._journal
        both = [tightened(tool, tool, number=n) for n, tool in enumerate(["T-07", "T-09"] * 2)]
        await happened(rig, *both, unit=UNIT)
        assert await journal.last_change("gearbox-mount:bolts") is None


async def test_a_tool_that_was_replaced_at_the_place_is_the_last_change(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await happened(rig, tightened("T-07", number=1), unit=UNIT)
        rig.clock.us += 60_000_000
        failed = tightened("T-08", number=2, ok=False)
        [record] = await happened(rig, failed, unit=NEXT)
        context = record.opened.context
        assert (context["last_change"], context["last_change_to"]) == ("tool", "T-08")


async def test_a_tool_that_was_replaced_at_another_place_is_none_of_this_one(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        others = [tightened("T-07", "2", number=1), tightened("T-08", "2", number=2)]
        await happened(rig, *others, unit=UNIT)
        journal = rig.journal._journal
        assert await journal.last_change("gearbox-mount:bolts:1") is None
        found = await journal.last_change("gearbox-mount:bolts")
        assert found is not None
        assert (found.kind, found.value) == ("tool", "T-08")
        assert await journal.last_change() is None
