"""What the unit's page says of a step that was left out."""

from __future__ import annotations

from app.domain.events import StepSkipped
from server.read.units import _ALWAYS, ATTENTION
from server.read.vocabulary import Vocabulary
from server.read.words import wording
from tests.helpers.gearbox import INSTRUCTION


def test_the_record_names_the_step_the_right_and_the_reason() -> None:
    body = StepSkipped(step="backlash", reason="no_tool", right="skip_step")
    said = wording(body, Vocabulary(INSTRUCTION, "B"))
    assert said.step == "Backlash"
    assert "no tool" in said.evidence
    assert "skip step" in said.evidence


def test_it_asks_for_attention() -> None:
    assert _ALWAYS[StepSkipped] == ATTENTION
