"""A check as its author writes it: read, or refused by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.authoring.instruction_folder import check, load
from app.domain.form_rule import FormRule, Weekly
from app.domain.instructions import ConfirmStep, ScanStep
from tests.unit.test_demo_plant import DEMO

if TYPE_CHECKING:
    from pathlib import Path

CHECK = """\
id: audit
title: {{en: Audit}}
{top}
form:
  due: {due}
  {more}
steps:
  - id: clean
    kind: confirm
    title: {{en: Clean}}
    statement: {{en: It is clean}}
    {last}
"""


def write(
    folder: Path, *, due: str = "{each_shift: true}", more: str = "", last: str = "", top: str = ""
) -> Path:
    text = CHECK.format(due=due, more=more, last=last, top=top)
    (folder / "instruction.yaml").write_text(text, "utf-8")
    return folder


def messages(folder: Path) -> str:
    return "\n".join(str(problem) for problem in check(folder))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"due": "{}"}, "nothing here ever makes the check due"),
        ({"due": "{daily: ['6:00']}"}, 'expected a time of day such as "06:00", got "6:00"'),
        ({"due": "{weekly: [monday 06:00]}"}, 'expected a day and a time such as "mon 06:00"'),
        ({"due": "{every_h: 0.5}"}, "expected a whole number"),
        ({"due": "{each_shift: true, hourly: 1}"}, "unknown key"),
        ({"more": "within_min: 0"}, "expected a whole number from 1"),
        ({"more": "approval: {right: sign_off}"}, "is missing"),
        ({"top": "product: GX-200"}, "a check is done without a unit: leave this out"),
        ({"top": "bills: {A: []}"}, "a check is done without a unit: leave this out"),
        ({"last": "uses: [bolt]"}, "which only units have"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, wrong: dict[str, str], said: str) -> None:
    assert said in messages(write(tmp_path, **wrong))


def test_a_part_cannot_be_scanned_in_a_check(tmp_path: Path) -> None:
    text = CHECK.format(due="{every_h: 8}", more="", last="", top="")
    text = text.replace("kind: confirm", "kind: scan").replace(
        "statement: {en: It is clean}", "component: bearing"
    )
    (tmp_path / "instruction.yaml").write_text(text, "utf-8")
    assert 'say with "expects" which code has to be there' in messages(tmp_path)


def test_a_code_to_expect_is_only_for_checks(tmp_path: Path) -> None:
    text = CHECK.format(due="{every_h: 8}", more="", last="", top="product: GX\noperation: 10")
    text = text.replace("form:\n  due: {every_h: 8}\n", "bills: {A: []}\n").replace(
        "kind: confirm\n    title: {en: Clean}\n    statement: {en: It is clean}",
        "kind: scan\n    title: {en: Scan}\n    expects: EXT-1",
    )
    (tmp_path / "instruction.yaml").write_text(text, "utf-8")
    assert "expects a code, which only a check can" in messages(tmp_path)


def test_all_there_is_to_say_is_read(tmp_path: Path) -> None:
    due = (
        "{each_shift: true, daily: ['06:00'], weekly: [sun 22:30], every_h: 4, every_units: 50,"
        " after_stop_min: 30, after_device: true}"
    )
    more = (
        "within_min: 15\n  stations: [ST-040]\n  roles: [lead]\n  skills: [seal]\n"
        "  put_off_min: 20\n  skip_right: skip_step\n  overdue_blocks: true\n"
        "  failed_blocks: true\n  settle_right: dispose"
    )
    form = load(write(tmp_path, due=due, more=more)).instruction.form
    assert form == FormRule(
        each_shift=True, daily=("06:00",), weekly=(Weekly(7, "22:30"),), every_h=4,
        every_units=50, after_stop_min=30, after_device=True, within_min=15,
        stations=("ST-040",), roles=("lead",), skills=("seal",), put_off_min=20,
        skip_right="skip_step", overdue_blocks=True, failed_blocks=True, settle_right="dispose",
    )  # fmt: skip


def test_an_approval_is_the_last_line_and_signed_by_a_second_person(tmp_path: Path) -> None:
    more = "approval: {right: sign_off, meaning: {en: Looked at by the lead}}"
    steps = load(write(tmp_path, more=more)).instruction.steps
    last = steps[-1]
    assert isinstance(last, ConfirmStep)
    assert last.sign_off is not None
    assert (last.id, last.sign_off.right) == ("approval", "sign_off")


def test_an_expected_code_is_read(tmp_path: Path) -> None:
    text = CHECK.format(due="{every_h: 8}", more="", last="", top="").replace(
        "kind: confirm\n    title: {en: Clean}\n    statement: {en: It is clean}",
        "kind: scan\n    title: {en: Scan the extinguisher}\n    expects: EXT-114",
    )
    (tmp_path / "instruction.yaml").write_text(text, "utf-8")
    (step,) = load(tmp_path).instruction.steps
    assert isinstance(step, ScanStep)
    assert step.expects == "EXT-114"


def test_the_demonstrations_check_is_sound() -> None:
    assert check(DEMO / "start-of-shift") == []


def test_an_instruction_without_a_form_keeps_its_revision() -> None:
    assert b'"form"' not in load(DEMO / "gearbox-mount").content
