"""Every way a part can be wrong, connected or not, scanned or typed: refused in words, and out.

Each case says what the label shows and how the plant stands; each is judged by the same station,
so what differs by how the code came in, or by the server being away, would show.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import msgspec
import pytest

from app.domain.events import PartFitted, ScanRefused
from app.domain.instructions import BomLine
from app.domain.plant import Hold, Lot, MaterialRules
from app.ports.sync import SyncState, SyncStatus
from tests.helpers.gearbox import BEARING, GEARS, INSTRUCTION, NOW, TODAY
from tests.helpers.station_rig import BADGE, Rig, station_at
from ui.messages import WORDS
from ui.presenters.refusal_face import WAYS

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

UNIT = "0418-77231"
HOUSING = BomLine(
    component="housing",
    part="HS-200",
    name={"en": "Housing"},
    gtin="04006381333931",
    quantity=2,
    alternates=("HS-201",),
)
COVER = BomLine(component="cover", part="CV-9", name={"en": "Cover"})
TWO_GEARS = msgspec.structs.replace(GEARS, quantity=2)
PLAN = msgspec.structs.replace(
    INSTRUCTION,
    bills={"A": (HOUSING, BEARING, GEARS, COVER), "B": (HOUSING, BEARING, TWO_GEARS)},
)
LOTS = (
    Lot(lot="OLD", part="HS-200", expires=TODAY - timedelta(days=1)),
    Lot(lot="ZERO", part="HS-200", quantity=0),
    Lot(lot="GLUE", part="HS-200", use_within_h=8, opened_at=NOW - timedelta(hours=9)),
    Lot(lot="SOON", part="HS-200", expires=TODAY + timedelta(days=30), location="rack B1"),
    Lot(lot="LATE", part="HS-200", expires=TODAY + timedelta(days=300)),
    Lot(lot="B-1", part="SKF-6204"),
    Lot(lot="C-1", part="CV-9"),
    Lot(lot="ALT", part="HS-202"),
    Lot(lot="SER-LOT", part="GS-55"),
)
HELD_SERIAL = Hold(hold="H-7", reason="cracks", owner="quality 31", placed_at=NOW, serial="GS-9")
STRICT = MaterialRules(scope="*", first_to_expire="refuse")


async def nothing(_rig: Rig) -> None:
    """No special history."""


async def to_gears(rig: Rig) -> None:
    await rig.scan("P:HS-200;L:H-2")


async def fit_in_another_unit(rig: Rig) -> None:
    await rig.scan("P:HS-200;L:H-2", "P:GS-55;S:GS-1")
    await rig.station.unit_left()
    await rig.scan("SN 0418-77232", "P:HS-200;L:H-2")


async def fit_gears(rig: Rig) -> None:
    """The first of two: the step still asks for one."""
    await rig.scan("P:HS-200;L:H-2", "P:GS-55;S:GS-1")


@dataclass(frozen=True)
class Wrong:
    """``label`` is scanned after ``history``; ``code`` must refuse it."""

    name: str
    label: str
    code: str
    history: Callable[[Rig], Awaitable[None]] = nothing
    says: tuple[str, ...] = ()


CASES = (
    Wrong("a code nobody knows", "?%$ 12", "scan.unknown"),
    Wrong("a damaged GS1 label", "]d20104006381333", "scan.damaged"),
    Wrong("a GS1 label with a wrong check digit", "]d20104006381333932", "scan.damaged"),
    Wrong("a shelf, not a part", "LOC-B3", "scan.not_a_part"),
    Wrong("a part of no bill", "P:XX-1;L:H-2", "part.not_in_bill", says=("scanned_part",)),
    Wrong("an alternate nobody allowed", "P:HS-202;L:ALT", "part.not_in_bill"),
    Wrong("a GTIN of no bill", "]d2010952123450203610H-2", "part.not_in_bill"),
    Wrong("a part of a later step", "P:GS-55;S:GS-1", "part.not_this_step"),
    Wrong("a part of the other variant", "P:CV-9;L:C-1", "part.other_variant", says=("variants",)),
    Wrong("a label without a lot", "P:HS-200", "scan.no_lot"),
    Wrong("a label without a serial", "P:GS-55;L:SER-LOT", "scan.no_serial", to_gears),
    Wrong("a lot nobody knows", "P:HS-200;L:NEW", "lot.unknown"),
    Wrong("a lot of another part", "P:HS-200;L:B-1", "lot.of_other_part", says=("lot_part",)),
    Wrong("a piece from a lot of another part", "P:GS-55;L:B-1;S:GS-3", "lot.of_other_part",
          to_gears),
    Wrong("an expired lot", "P:HS-200;L:OLD", "lot.expired", says=("expired_on", "use_lot")),
    Wrong("a label that says it expired", "]d201040063813339311725010110H-2", "lot.expired"),
    Wrong("a lot open for too long", "P:HS-200;L:GLUE", "lot.opened_too_long", says=("hours",)),
    Wrong("a held lot", "P:HS-200;L:H-1", "lot.on_hold", says=("hold", "owner", "reason")),
    Wrong("a held piece", "P:GS-55;S:GS-9", "lot.on_hold", to_gears, says=("hold", "owner")),
    Wrong("a lot that is used up", "P:HS-200;L:ZERO", "lot.used_up", says=("use_lot",)),
    Wrong("a lot that is not the first to expire", "P:HS-200;L:LATE", "lot.take_first",
          says=("first", "use_location")),
    Wrong("a piece that is in this unit", "P:GS-55;S:GS-1", "serial.already_fitted", fit_gears,
          says=("unit",)),
    Wrong("a piece that is in another unit", "P:GS-55;S:GS-1", "serial.already_fitted",
          fit_in_another_unit, says=("unit",)),
    Wrong("one more than the bill asks for", "P:HS-200;L:SOON", "part.not_this_step", to_gears),
)  # fmt: skip


@pytest.mark.parametrize("link", [SyncState.SYNCED, SyncState.OFFLINE])
@pytest.mark.parametrize("means", ["scanner", "wedge", "typed"])
@pytest.mark.parametrize("wrong", CASES, ids=lambda w: w.name)
async def test_a_wrong_part_is_refused_in_words_and_stays_out(
    tmp_path: Path, wrong: Wrong, means: str, link: SyncState
) -> None:
    async with station_at(tmp_path, has_machine=False, instruction=PLAN) as rig:
        await rig.publish(*LOTS, HELD_SERIAL)
        rig.station.sync_changed(SyncStatus(link))
        await rig.scan(BADGE, f"SN {UNIT}")
        await wrong.history(rig)
        await rig.publish(STRICT)
        before = await fitted(rig)
        await code_comes(rig, wrong.label, means)
        refused_with(rig, wrong)
        assert await fitted(rig) == before
        last = [body for _, body in await rig.record() if isinstance(body, ScanRefused)][-1]
        assert (last.code, last.raw) == (wrong.code, wrong.label)


async def code_comes(rig: Rig, label: str, means: str) -> None:
    rig.clock.us += 600_000
    await rig.station.code_scanned(label, means)


def refused_with(rig: Rig, wrong: Wrong) -> None:
    shown = rig.state.refusal
    assert shown is not None, "it got in"
    assert shown.refusal.code == wrong.code
    assert f"{wrong.code}/headline" in WORDS
    assert f"{wrong.code}/why" in WORDS
    assert WAYS[wrong.code].todo
    assert not [fact for fact in wrong.says if not shown.refusal.facts.get(fact)]


async def fitted(rig: Rig) -> list[PartFitted]:
    return [body for _, body in await rig.record() if isinstance(body, PartFitted)]
