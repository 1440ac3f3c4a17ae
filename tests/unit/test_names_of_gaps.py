"""Gaps of evidence on the server's pages: by the names that the instruction gives."""

from __future__ import annotations

import pytest

from server.read.vocabulary import Vocabulary, gaps_in_words
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


def test_without_the_instruction_ids_stand_for_names() -> None:
    said = gaps_in_words(("typed:backlash", "not_signed:final"), Vocabulary(None, ""))
    assert said == "typed by hand at backlash, second signature missing at final"
