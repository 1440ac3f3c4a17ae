"""Every code the station can answer has words, and every word has its facts."""

from __future__ import annotations

import ast
import string
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from app.domain import judging
from app.domain.refusal import Refusal
from app.services.station_state import ShownRefusal
from tests.screens import scenes
from tests.screens.catalogue import SHOTS, Shot
from tests.unit.test_ui_presenter import Scene
from ui.messages import WORDS, say
from ui.presenters.choice_faces import PROBLEMS, REASONS
from ui.presenters.phrases import Phrase, phrase
from ui.presenters.view_states import BandBody

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]


def test_every_reason_against_a_result_has_a_word() -> None:
    tree = ast.parse(Path(judging.__file__).read_text("utf-8"))
    literals = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
    reasons = {"wrong_program", "limits_differ", "device_nok", "quarantined", "wrong_unit"}
    assert reasons <= literals
    for name in ("torque", "angle", "value"):
        reasons |= {f"{name}_low", f"{name}_high", f"{name}_missing"}
    assert [r for r in sorted(reasons) if f"reason/{r}" not in WORDS] == []


def test_every_tile_has_a_word() -> None:
    keys = [f"problem/{c}" for c, _ in PROBLEMS] + [f"redo/{c}" for c, _ in REASONS]
    assert [key for key in keys if key not in WORDS] == []


def test_every_key_written_in_a_presenter_has_words() -> None:
    keys = {
        str(node.args[0].value)
        for path in (ROOT / "ui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "phrase"
        and isinstance(node.args[0], ast.Constant)
    }
    assert len(keys) > 80
    assert sorted(keys - set(WORDS)) == []


@pytest.mark.parametrize("shot", SHOTS, ids=lambda shot: shot.name)
def test_every_sentence_on_a_screen_has_its_facts(shot: Shot) -> None:
    scene = Scene(shot.state())
    scene.tap(*shot.taps)
    said = list(phrases(scene.screen))
    assert said
    for found in said:
        assert found.key in WORDS, found
        places = {name for _, name, _, _ in string.Formatter().parse(WORDS[found.key]) if name}
        assert places <= set(found.facts), found


def test_a_missing_fact_is_a_dash_and_not_an_error() -> None:
    assert say(phrase("lot.unknown/why")) == "Lot – is not known at this station."


def test_braces_in_a_scanned_code_are_harmless() -> None:
    text = say(phrase("part.not_in_bill/why", scanned_part="{0}{evil}"))
    assert text.startswith("{0}{evil} is not")


def test_an_unknown_key_is_said_as_its_code() -> None:
    assert say(phrase("tool.exploded/headline")) == "This did not work."
    assert "tool.exploded" in say(phrase("tool.exploded/why"))


def phrases(value: Any) -> Iterator[Phrase]:
    """Every phrase inside a view state, however deep."""
    if isinstance(value, Phrase):
        yield value
        yield from phrases(tuple(value.facts.values()))
    elif is_dataclass(value):
        yield from phrases(tuple(getattr(value, f.name) for f in fields(value)))
    elif isinstance(value, tuple):
        for part in value:
            yield from phrases(part)


@pytest.mark.parametrize("code", ["form.not_yours", "skip.no_right", "label.no_printer"])
def test_what_somebody_else_may_do_says_whom_to_ask(code: str) -> None:
    shown = ShownRefusal(Refusal(code, {"right": "", "check": "", "roles": ""}), scenes.NOW_US)
    at_work = Scene(replace(scenes.torque(), refusal=shown)).screen.body
    between = Scene(replace(scenes.signed_in(), refusal=shown)).screen.body
    assert isinstance(at_work, BandBody)
    assert isinstance(between, BandBody)
    carry_on = "Go back and carry on with the step."
    assert [say(one) for one in at_work.todo] == ["Call the team lead.", carry_on]
    assert [say(one) for one in between.todo] == ["Call the team lead."]
