"""Gaps of evidence and rework on the server's pages, by the names of the instruction."""

from __future__ import annotations

import msgspec
import pytest

from app.domain.quality_events import PositionsReopened, ReworkOrdered
from server.read.vocabulary import Vocabulary, gaps_in_words
from server.read.words import wording
from tests.helpers.gearbox import INSTRUCTION

WORDS = Vocabulary(INSTRUCTION, "B")


@pytest.mark.parametrize(
    ("gap", "said"),
    [
        ("typed:unheard-of", "typed by hand at unheard-of"),
        ("no_good_result:unheard-of.3", "no good result at unheard-of.3"),
        ("defect_open:1", "defect still open at 1"),
        ("future_gap", "future gap"),
        ("typed:backlash", "typed by hand at Backlash"),
        ("no_good_result:bolts.2", "no good result at Tighten · 2"),
    ],
)
def test_a_gap_is_where_the_instruction_says_or_at_its_id(gap: str, said: str) -> None:
    assert gaps_in_words((gap,), WORDS) == said


def test_a_gap_in_rework_has_its_steps_name_though_that_has_a_point() -> None:
    words = Vocabulary(INSTRUCTION, "B")
    steps = tuple(
        msgspec.structs.replace(step, id=f"r1.{step.id}")
        for step in INSTRUCTION.steps
        if step.id in {"bolts", "backlash"}
    )
    words.learn(
        ReworkOrdered(
            serial="U-1", rework="r1", title={"en": "Clean"}, steps=steps, why="dirty",
            source="words",
        )
    )  # fmt: skip
    said = gaps_in_words(("typed:r1.backlash", "no_good_result:r1.bolts.2"), words)
    assert said == "typed by hand at Backlash, no good result at Tighten · 2"


def test_without_the_instruction_ids_stand_for_names() -> None:
    said = gaps_in_words(("typed:backlash", "not_signed:final"), Vocabulary(None, ""))
    assert said == "typed by hand at backlash, second signature missing at final"


def test_rework_says_by_name_what_it_opens_again() -> None:
    ordered = ReworkOrdered(
        serial="U-1", rework="r1", title={"en": "Clean"}, steps=(), why="dirty",
        source="words", opens=("backlash", "bolts/2", "unheard/3"),
    )  # fmt: skip
    said = wording(ordered, WORDS).evidence
    assert said == "dirty · opens again: Backlash, Tighten · 2, unheard/3"


def test_loosened_joints_are_named() -> None:
    loosened = PositionsReopened(step="bolts", positions=("1", "2"), reason="loosened")
    assert wording(loosened, WORDS).evidence == "to do again: Tighten · 1, Tighten · 2"
