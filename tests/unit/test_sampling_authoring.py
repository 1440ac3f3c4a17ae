"""An author's sampling rules, spread and limits that come later: read, or refused by name."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from app.authoring.instruction_folder import check, load
from app.domain.instructions import LotRule, MeasureStep, SamplingRule

if TYPE_CHECKING:
    from pathlib import Path

INSTRUCTION = """\
id: mount
title: {{en: Mount}}
product: GX-200
operation: 10
bills: {{A: []}}
steps:
  - id: gap
    kind: measure
    title: {{en: Measure}}
    characteristic: gap
    gauge: G-12
    limits: {{low: 0.08, high: 0.14, unit: mm}}
    {more}
  - id: done
    kind: confirm
    title: {{en: Done}}
    statement: {{en: It is done}}
    {last}
"""


def write(folder: Path, more: str, last: str = "") -> Path:
    (folder / "instruction.yaml").write_text(INSTRUCTION.format(more=more, last=last), "utf-8")
    return folder


def messages(folder: Path) -> str:
    return "\n".join(str(problem) for problem in check(folder))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ("sampling: {}", "nothing here ever makes the step due"),
        ("sampling: {until_done: wait}", "nothing here ever makes the step due"),
        ("sampling: {every: 0.5}", "expected a whole number"),
        ("sampling: {every: 2, until_done: soon}", "expected one of"),
        ("sampling: {lot: {aql: '1.1'}}", "expected one of"),
        ("sampling: {lot: {aql: '1.0', level: IV}}", "expected one of"),
        ("sampling: {each: 2}", "each"),
        ("sampling: {every: 2}\n    uses: [bolt]", "cannot be due on some units only"),
        ("spread: 0.02", "beside repeats"),
        ("limits_later: true\n    detail: {en: 0.08 to 0.14 mm}", "shown after the value"),
        ("limits_later: true\n    detail: {en: good, de: 'bis 0,14 mm'}", "shown after the value"),
        ("spread: 0\n    repeats: 2", "above 0"),
    ],
)
def test_what_cannot_be_meant_is_refused_by_name(tmp_path: Path, more: str, said: str) -> None:
    assert said in messages(write(tmp_path, more))


def test_an_instruction_in_which_nothing_need_be_due_is_refused(tmp_path: Path) -> None:
    rule = "sampling: {every: 2}"
    assert "at least one step without sampling" in messages(write(tmp_path, rule, rule))


def test_a_sampled_measurement_is_read_as_it_is_written(tmp_path: Path) -> None:
    more = (
        "repeats: 3\n    spread: 0.01\n    limits_later: true\n"
        "    sampling: {every: 10, every_min: 120, at_order: 1, at_start: 2, after_stop: 1,"
        " after_change: 1, lot: {aql: '1.0'}, until_done: mark}"
    )
    step = load(write(tmp_path, more)).instruction.steps[0]
    assert isinstance(step, MeasureStep)
    assert (step.spread, step.limits_later) == (Decimal("0.01"), True)
    assert step.sampling == SamplingRule(
        every=10,
        every_min=120,
        at_order=1,
        at_start=2,
        after_stop=1,
        after_change=1,
        lot=LotRule(aql="1.0", level="II"),
        until_done="mark",
    )
