"""A scanner that types with another keyboard layout is found out, and never half understood."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.events import ScanRefused
from app.domain.scans import ScanKind
from app.scanning.layouts import keyboard_trap, through_keyboard
from app.scanning.parser import parse_scan
from app.services.scan_routing import ScanUnfinished
from tests.helpers.station_rig import BADGE, station_at
from tests.screens import scenes
from tests.unit.test_ui_presenter import Scene

if TYPE_CHECKING:
    from pathlib import Path

PAIRS = list(permutations(("US", "DE", "FR", "ES"), 2))
CODES = (
    "CMD:CONFIRM",
    "BADGE-417",
    "SN 0418-77231",
    "PO-100482",
    "LOC-B3",
    "P:SKF 6204;L:88213",
)


@pytest.mark.parametrize(("scanner", "pc"), PAIRS)
@pytest.mark.parametrize("code", CODES)
def test_a_code_through_other_keys_is_itself_or_unknown_with_its_cause(
    code: str, scanner: str, pc: str
) -> None:
    read = parse_scan(through_keyboard(code, scanner=scanner, pc=pc))
    meant = parse_scan(code)
    assert (read.kind, read.value) == (meant.kind, meant.value) or read.keyboard is not None


def test_the_commonest_trap_is_named() -> None:
    scan = parse_scan("BADGEß417")
    assert (scan.kind, scan.keyboard) == (ScanKind.UNKNOWN, "US:DE")
    assert parse_scan("]d2010952123450204310AZY213").kind is ScanKind.PART
    assert parse_scan("+d2010952123450204310AYZ213").keyboard == "US:DE"
    assert parse_scan("C?DMCONFIR?").keyboard == "US:FR"


def test_caps_lock_is_named() -> None:
    assert parse_scan("cmd:confirm").keyboard == "caps"


def test_a_long_text_is_not_turned_over_and_over() -> None:
    assert keyboard_trap("x" * 201, lambda _text: True) is None


@given(st.text(max_size=40))
def test_no_text_is_too_strange(text: str) -> None:
    scan = parse_scan(text)
    assert scan.keyboard is None or scan.kind is ScanKind.UNKNOWN


@given(st.text(alphabet=st.characters(min_codepoint=32, max_codepoint=126), max_size=30))
def test_what_went_through_the_keys_comes_back(text: str) -> None:
    for scanner, pc in PAIRS:
        typed = through_keyboard(text, scanner=scanner, pc=pc)
        if scanner == "US":
            assert through_keyboard(typed, scanner=pc, pc=scanner) == text


# -- at the station --------------------------------------------------------------------------


async def test_a_wedge_with_another_layout_is_told_even_before_sign_in(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.station.code_scanned("BADGEß417", "wedge")
        assert rig.state.sign_in_refusal is not None
        refusal = rig.state.sign_in_refusal.refusal
        assert (refusal.code, refusal.facts) == ("scan.layout", {"scanner": "US", "pc": "DE"})


async def test_the_badge_behind_it_is_in_no_record(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.station.code_scanned("badge-417", "wedge")
        assert all("417" not in str(body) for _unit, body in await rig.record())
        assert any("scan.caps_lock" in str(body) for _unit, body in await rig.record())


async def test_a_serial_scanner_has_no_keyboard_to_blame(tmp_path: Path) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE, "BADGEß417")
        assert rig.state.refusal is not None
        assert rig.state.refusal.refusal.code == "scan.no_unit"


async def test_a_scan_without_an_end_is_told_and_its_characters_are_in_no_record(
    tmp_path: Path,
) -> None:
    async with station_at(tmp_path) as rig:
        await rig.scan(BADGE)
        await rig.station.do(ScanUnfinished(9))
        assert rig.state.refusal is not None
        refusal = rig.state.refusal.refusal
        assert (refusal.code, refusal.facts) == ("scan.unfinished", {"count": "9"})
        refused = [body for _unit, body in await rig.record() if isinstance(body, ScanRefused)]
        assert [(body.code, body.raw) for body in refused] == [("scan.unfinished", "")]


def test_the_screen_hands_an_unfinished_scan_on() -> None:
    scene = Scene(scenes.signed_in("scan-bearing"))
    scene.presenter.scan_unfinished(9)
    assert scene.intents.calls == [("do", ScanUnfinished(9))]
