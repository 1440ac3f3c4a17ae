"""The pages of held units, rework and bypasses: what a tap means, and what is shown."""

from __future__ import annotations

from dataclasses import replace

from app.domain.refusal import Refusal
from app.services.bypasses import ActivateBypass, EndBypass, UseBypass, VerifyBypass
from app.services.dispositions import AskedRework, DisposeUnit, LookAtHeld, OrderRework
from app.services.quality_state import QualityState
from app.services.station_state import ShownRefusal
from tests.screens import quality_scenes, scenes
from tests.screens.scenes import NOW_US, SERIAL
from tests.unit.test_ui_presenter import Scene
from ui.messages import say

DECIDE = f"decide:{SERIAL}"
LOOK = LookAtHeld(SERIAL)


def acts(scene: Scene) -> list[object]:
    return [call[1] for call in scene.intents.calls if call[0] == "do"]


def names(scene: Scene) -> list[str]:
    return [action.name for action in scene.screen.actions.left]


def typed(words: str) -> tuple[str, ...]:
    return tuple(f"key:{letter}" for letter in words)


def test_nothing_is_decided_without_words() -> None:
    scene = Scene(quality_scenes.held())
    scene.tap(DECIDE, "dispose:scrap", "primary")
    assert acts(scene) == [LOOK]
    scene.tap(*typed("crack"), "primary")
    assert acts(scene) == [LOOK, DisposeUnit(SERIAL, "scrap", "crack")]


def test_use_as_is_asks_which_concession_only_where_there_is_one() -> None:
    scene = Scene(quality_scenes.held())
    scene.tap(DECIDE, "dispose:use_as_is", "concession:AW-2026-031", *typed("fine"), "primary")
    assert acts(scene)[-1] == DisposeUnit(SERIAL, "use_as_is", "fine", "AW-2026-031")
    scene = Scene(replace(quality_scenes.held(), quality=QualityState()))
    scene.tap(DECIDE, "dispose:use_as_is", *typed("fine"), "primary")
    assert acts(scene)[-1] == DisposeUnit(SERIAL, "use_as_is", "fine")


def test_rework_of_a_held_unit_brings_its_operation_to_the_signatures() -> None:
    scene = Scene(quality_scenes.held())
    scene.tap(DECIDE, "dispose:rework", "operation:template:seal", *typed("leak"), "primary")
    asked = AskedRework("template:seal")
    assert acts(scene)[-1] == DisposeUnit(SERIAL, "rework", "leak", rework=asked)


def test_rework_in_own_words_asks_what_it_undoes() -> None:
    scene = Scene(quality_scenes.may_rework())
    scene.tap("problem", "rework", "operation:words", *typed("polish"), "primary")
    scene.tap("opens:backlash", *typed("rough"), "primary")
    asked = AskedRework("words", "polish", ("backlash",))
    assert acts(scene)[-1] == OrderRework(SERIAL, "rough", asked)


def test_a_scrapped_unit_is_not_decided_about_again() -> None:
    assert DECIDE in names(Scene(quality_scenes.held()))
    assert DECIDE not in names(Scene(quality_scenes.scrapped()))


def test_a_held_unit_that_was_scanned_can_be_decided_about() -> None:
    assert DECIDE in names(Scene(quality_scenes.refused_held()))
    other = ShownRefusal(Refusal("unit.completed", {"serial": SERIAL}), NOW_US)
    scene = Scene(replace(quality_scenes.refused_held(), refusal=other))
    assert DECIDE not in names(scene)


def test_a_bypass_is_activated_with_words_and_locked_with_one_tap() -> None:
    scene = Scene(quality_scenes.may_rework())
    scene.tap("problem", "bypass", "lock:BP-17")
    assert acts(scene) == [EndBypass("BP-17")]
    scene.tap("activate:BP-18", "primary")
    assert len(acts(scene)) == 1
    scene.tap(*typed("dirt"), "primary")
    assert acts(scene)[-1] == ActivateBypass("BP-18", "dirt")


def test_the_alternative_is_read_before_it_counts() -> None:
    scene = Scene(quality_scenes.bypassed())
    scene.tap("use_bypass:BP-17")
    assert acts(scene) == []
    scene.tap("primary")
    (act,) = acts(scene)
    assert isinstance(act, UseBypass)
    assert act.bypass == "BP-17"


def test_only_a_step_of_the_gate_offers_the_alternative() -> None:
    views = quality_scenes.bypassed().quality
    scene = Scene(replace(scenes.inspect(), quality=views))
    assert not [name for name in names(scene) if name.startswith("use_bypass")]


def test_an_active_bypass_stands_in_the_header_wherever_one_is() -> None:
    for state in (quality_scenes.bypassed(), quality_scenes.may_rework()):
        trouble = Scene(state).screen.header.trouble
        assert trouble is not None
        assert say(trouble.words).startswith("Bypass: 10 left, until ")


def test_between_units_the_station_asks_for_the_restart_verification() -> None:
    scene = Scene(quality_scenes.to_verify())
    assert scene.screen.face == "bypass.restart"
    scene.tap("primary")
    assert acts(scene) == [VerifyBypass("BP-17")]


def test_a_locked_gate_covers_its_step_and_leads_to_the_passports() -> None:
    scene = Scene(quality_scenes.gate_locked())
    assert scene.screen.face == "bypass.restart"
    scene.tap("primary")
    assert scene.screen.face == "bypass"
    scene.tap("verify:BP-17")
    assert acts(scene) == [VerifyBypass("BP-17")]
