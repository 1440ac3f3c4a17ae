"""Nobody is a factor: columns that name people are refused, in every language of the screen."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.factors import Factor
from analysis.person_columns import PersonIsNoFactor, names_a_person
from app.cli import main

PEOPLE = (
    "operator", "Operator ID", "operatorId", "OPERATOR", "operator_badge", "badge", "badge_no",
    "name", "last_name", "person", "worker", "signed_by", "Released by", "user", "employee-nr",
    "emp_id", "shift_leader", "Bediener", "Prüfer", "Mitarbeiter-Nr", "Opérateur", "nom",
    "Operario", "员工编号", "工号", "sign-in", "signed_in", "Log in",
)  # fmt: skip
THINGS = (
    "lot", "tool", "vendor_name", "tool_name", "program name", "supplier", "shift", "revision",
    "station", "minutes_since_refill", "product", "standby", "nominal", "personalised_label",
    "byte", "sign", "built in",
)  # fmt: skip


@pytest.mark.parametrize("column", PEOPLE)
def test_a_column_that_names_people_is_no_factor(column: str) -> None:
    assert names_a_person(column)
    with pytest.raises(PersonIsNoFactor):
        Factor.of(column, ["a", "b"])
    with pytest.raises(PersonIsNoFactor):
        Factor.cut(column, [1.0, 2.0])


@pytest.mark.parametrize("column", THINGS)
def test_a_column_that_names_things_is_a_factor(column: str) -> None:
    assert not names_a_person(column)


@pytest.mark.parametrize(
    "words",
    [
        ("--outcome", "nok", "--factors", "lot,operator"),
        ("--outcome", "nok", "--factors", "lot", "--strata", "operator"),
        ("--outcome", "operator", "--factors", "lot"),
        ("--outcome", "nok", "--factors", "operator", "--as-number", "operator"),
        ("--outcome", "nok", "--factors", "line,operator"),
    ],
)
def test_the_command_takes_no_person_in_any_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    path = tmp_path / "units.csv"
    path.write_text("nok,lot,operator\n1,A,17\n0,B,18\n")
    assert main(["analyse", "causes", str(path), *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert 'the column "operator" names people' in said.err
    assert "17" not in said.err
