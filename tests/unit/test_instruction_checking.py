"""An author's folder: every problem is named with file, line and key, all at once."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.authoring.instruction_folder import check, load
from app.authoring.units import MEANT, UNITS
from app.domain.errors import InvalidInput
from app.domain.instructions import ConfirmStep, TorqueStep

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6">\n  {}\n</svg>\n'
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20

INSTRUCTION = """\
id: mount
title: {en: Mount, de: Montieren}
product: GX-200
operation: 10
steps:
  - id: housing
    kind: scan
    component: housing
    title: {en: Scan the housing}
    picture: plate.svg
  - id: tighten
    kind: torque
    title: {en: Tighten}
    picture: plate.svg
    tool: T-07
    program: 12
    torque:
      low: 23.50
      high: 26.50
      unit: N.m
    angle: {low: 50, high: 70, unit: deg}
    positions:
      - {id: "1", x: 0.25, y: 0.5}
      - {id: "2", x: 1, y: 0}
  - id: gap
    kind: measure
    title: {en: Measure}
    characteristic: gap
    gauge: G-12
    limits: {low: 0.08, high: 0.14, unit: mm}
  - id: seal
    kind: inspect
    title: {en: Look}
    picture: plate.svg
    positions: [{id: a, x: 0.5, y: 0.5}]
  - id: done
    kind: confirm
    variants: [A]
    title: {en: Confirm}
    statement: {en: It is done.}
  - id: place
    kind: instruct
    title: {en: Place}
    min_dwell_s: 1.5
  - id: plate
    kind: photo
    title: {en: Photo}
    camera: C-1
"""
BILL = """\
A:
  - {component: housing, part: H-1, name: {en: Housing}, gtin: "9521234501015"}
B:
  - component: housing
    part: H-1
    name: {en: Housing}
    alternates: [H-2]
  - {component: bolt, part: M8, name: {en: Bolt}, quantity: 4, tracked: none}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "mount"
    (made / "pictures").mkdir(parents=True)
    (made / "instruction.yaml").write_text(INSTRUCTION)
    (made / "bill.yaml").write_text(BILL)
    (made / "pictures" / "plate.svg").write_text(SVG.format('<circle cx="4" cy="3" r="2"/>'))
    return made


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert text.count(old) >= 1, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1))


def said(folder: Path) -> list[str]:
    return [str(problem) for problem in check(folder)]


def test_a_sound_folder_has_no_problem(folder: Path) -> None:
    assert said(folder) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("    camera: C-1\n", "", "steps[6].camera: is missing"),
        ("camera: C-1", "camra: C-1", 'did you mean "camera"?'),
        ("low: 23.50", "low: 30", "18: steps[1].torque.low: expected a number below high (26.50)"),
        ("low: 23.50", "low: 26.50", "18: steps[1].torque.low: expected a number below high"),
        ("low: 23.50", "low: 23,50", "18: steps[1].torque.low: expected a decimal number such"),
        ("low: 23.50", "low: 1e3", "18: steps[1].torque.low: expected a decimal number such as"),
        ("low: 23.50", "low: .inf", "18: steps[1].torque.low: expected a decimal number such as"),
        ("low: 23.50", "low: [1]", "expected a decimal number such as 23.50, got a list"),
        ("      low: 23.50\n", "", "17: steps[1].torque.low: is missing"),
        (
            "unit: N.m",
            "unit: Nm",
            '20: steps[1].torque.unit: "Nm" is no UCUM unit known here; write "N.m"',
        ),
        (
            "unit: N.m",
            "unit: mm",
            '20: steps[1].torque.unit: "mm" does not fit here; expected N.m',
        ),
        ("unit: mm}", "unit: milimetre}", '"milimetre" is no UCUM unit known here'),
        ("high: 70", "high: 70, target: 71", "21: steps[1].angle.target: expected a number from"),
        (
            "x: 0.25",
            "x: 1.25",
            "23: steps[1].positions[0].x: expected a share of the picture from",
        ),
        (
            "x: 0.25",
            "x: -0.1",
            "23: steps[1].positions[0].x: expected a share of the picture from",
        ),
        ('id: "2"', 'id: "1"', '24: steps[1].positions[1].id: position "1" is here twice'),
        ("id: gap", "id: tighten", '25: steps[2].id: step "tighten" is here twice'),
        (
            "kind: scan",
            "kind: skan",
            "7: steps[0].kind: expected one of instruct, scan, torque, measure, inspect, confirm",
        ),
        ("kind: scan", "kind: skan", ', got "skan"; did you mean "scan"?'),
        ("    kind: scan\n", "", "6: steps[0].kind: is missing"),
        ("program: 12", "prgram: 12", '16: steps[1].prgram: unknown key; did you mean "program"?'),
        ("program: 12", "prgram: 12", "11: steps[1].program: is missing"),
        ("program: 12", "program: 12.5", "16: steps[1].program: expected a whole number from 0"),
        ("program: 12", "program: -1", "16: steps[1].program: expected a whole number from 0 to"),
        ("tool: T-07", "tool: no", "15: steps[1].tool: expected text (put it in quotes"),
        (
            "tool: T-07",
            "tool:",
            "15: steps[1].tool: expected text (put it in quotes if it is meant so), got nothing",
        ),
        ("tool: T-07", "tool: {a: b}", "15: steps[1].tool: expected text, got keys and values"),
        ("tool: T-07", 'tool: "T\\t07"', "15: steps[1].tool: expected one line without control"),
        ("{en: Tighten}", "{de: Anziehen}", '13: steps[1].title: the English text ("en") is miss'),
        ("{en: Tighten}", "Tighten", "13: steps[1].title: expected texts by language, such as"),
        (
            "{en: Tighten}",
            "{en: Tighten, German: X}",
            "13: steps[1].title.German: expected a lang",
        ),
        (
            "picture: plate.svg",
            "picture: plait.svg",
            (
                '10: steps[0].picture: no "plait.svg" in the '
                'folder pictures; did you mean "plate.svg"?'
            ),
        ),
        ("picture: plate.svg", "picture: ../bill.yaml", '10: steps[0].picture: no "../bill.yaml"'),
        (
            "component: housing",
            "component: hosing",
            (
                '8: steps[0].component: "hosing" is not in the '
                'bill of variant A; did you mean "housing"?'
            ),
        ),
        (
            "component: housing",
            "component: unit",
            '5: steps: no step of variant A scans "housing"',
        ),
        (
            "variants: [A]",
            "variants: [C]",
            'steps[4].variants: variant "C" has no bill; there are A, B',
        ),
        ("variants: [A]", "variants: A", "steps[4].variants: expected a list, such as [A, B]"),
        ("variants: [A]", "variants: [A, A]", "steps[4].variants: a value is here twice"),
        ("min_dwell_s: 1.5", "min_dwell_s: -1", "steps[5].min_dwell_s: expected seconds, 0 or"),
        (
            "    positions: [{id: a, x: 0.5, y: 0.5}]\n",
            "",
            "steps[3].positions: expected at least one position to look at",
        ),
        (
            "    picture: plate.svg\n    positions: [",
            "    positions: [",
            "steps[3].positions: positions need a picture to be on",
        ),
        (
            "statement:",
            "sign_off: {right: sign_off}\n    statement:",
            "steps[4].sign_off.meaning: is missing",
        ),
        (
            "statement:",
            "sign_off: {right: sign_off, meaning: {en: Verified}, who: me}\n    statement:",
            "steps[4].sign_off.who: unknown key",
        ),
        ("statement:", "needs_badge: perhaps\n    statement:", "needs_badge: expected true or"),
        (
            "product: GX-200",
            "product: GX-200\nproduct: GX-300",
            "4: product: is here twice; first in line 3",
        ),
        ("product: GX-200", "product: &p GX-200\nother: *p", "4: not YAML: anchors and aliases"),
        ("operation: 10", "operation: 10\nowner: me", "5: owner: unknown key; there are"),
        ("operation: 10", "operation: [10", "not YAML: "),
        ("operation: 10", "? [a, b]\n: 1\noperation: 10", "4: a key must be a single word"),
        ("operation: 10", "operation: 10\n--- {}\nx: 1", "not YAML: "),
        ("steps:", "steps: []\nsteps2:", "5: steps: expected at least one step"),
        ("steps:", "stops:", "1: steps: is missing"),
    ],
)
def test_each_mistake_is_named_where_it_is(folder: Path, old: str, new: str, problem: str) -> None:
    change(folder / "instruction.yaml", old, new)
    found = said(folder)
    assert any(problem in line for line in found), found
    assert all(line.startswith("mount/instruction.yaml:") for line in found)
    with pytest.raises(InvalidInput) as refused:
        load(folder)
    assert problem in str(refused.value)


def test_a_right_nobody_knows_is_said_and_may_be_the_plant_s_own(folder: Path) -> None:
    meant = "sign_off: {right: sign_of, meaning: {en: Verified}}\n    statement:"
    change(folder / "instruction.yaml", "statement:", meant)
    assert any('did you mean "sign_off"?' in line for line in said(folder))
    step = load(folder).instruction.steps[4]
    assert isinstance(step, ConfirmStep)
    assert step.sign_off is not None
    assert step.sign_off.right == "sign_of"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("9521234501015", "9521234501016", "bill.yaml:2: A[0].gtin: not a GTIN: Invalid GTIN che"),
        ("9521234501015", "952", "bill.yaml:2: A[0].gtin: not a GTIN: Failed to parse '952'"),
        ("quantity: 4", "quantity: 0", "bill.yaml:8: B[1].quantity: expected a whole number from"),
        ("quantity: 4", "quantity: 4.0", "bill.yaml:8: B[1].quantity: expected a whole number fr"),
        ("tracked: none", "tracked: nothing", "bill.yaml:8: B[1].tracked: expected one of lot, s"),
        (
            "component: bolt",
            "component: housing",
            '8: B[1].component: "housing" is in variant B t',
        ),
        ("component: bolt", "component: unit", '8: B[1].component: "unit" is the unit itself'),
        ("part: M8,", "", "bill.yaml:8: B[1].part: is missing"),
        ("[H-2]", "[[H-2]]", "bill.yaml:7: B[0].alternates[0]: expected text, got a list"),
        ("[H-2]", "[H-2, H-2]", 'bill.yaml:7: B[0].alternates: "H-2" is here twice'),
        ("[H-2]", "[H-1]", 'bill.yaml:7: B[0].alternates: "H-1" is here twice'),
        ("[H-2]", "[{gtin: 9521234501015}]", "bill.yaml:7: B[0].alternates[0].part: is missing"),
        ("[H-2]", "[{part: H-2, gtin: 7}]", "B[0].alternates[0].gtin: not a GTIN"),
        ("[H-2]", "[{part: H-2, gtni: 7}]", 'unknown key; did you mean "gtin"?'),
        (
            "tracked: none",
            "tracked: lot",
            (
                "instruction.yaml:5: steps: no step of variant B scans "
                '"bolt", which is tracked by lot; add a scan step or say "tracked: none"'
            ),
        ),
        (
            "B:\n  - component",
            "B:\n  - 7\n  - component",
            "bill.yaml:4: B[0]: expected keys and v",
        ),
    ],
)
def test_each_mistake_in_the_bill_is_named_where_it_is(
    folder: Path, old: str, new: str, problem: str
) -> None:
    change(folder / "bill.yaml", old, new)
    assert any(f"mount/{problem}" in line or problem in line for line in said(folder)), said(
        folder
    )


@pytest.mark.parametrize(
    ("drawing", "problem"),
    [
        ("<script/>", "plate.svg:2: <script> is not allowed in a picture"),
        (
            '<a href="https://example.com"/>',
            'plate.svg:2: href="https://example.com": a picture loads nothing from elsewhere',
        ),
        (
            '<use xmlns:x="http://www.w3.org/1999/xlink" x:href="other.svg#a"/>',
            "a picture loads n",
        ),
        ('<image href="data:image/png;base64,AA"/>', "a picture loads nothing from elsewhere"),
        ('<g style="fill: url( http://a/b )"/>', "plate.svg:2: style: url() may only point into"),
        ('<g style="@import url(#a)"/>', "plate.svg:2: style: url() may only point into"),
        ('<g ONLOAD="x()"/>', "plate.svg:2: ONLOAD: a picture runs nothing"),
        ("<animate/>", "plate.svg:2: <animate>: a picture does not move"),
        ("<foreignObject/>", "<foreignObject> is not allowed in a picture"),
        ("<?xml-stylesheet href='a'?>", "plate.svg:2: <?xml-stylesheet?> is not allowed"),
        ("<g>", "plate.svg:3: not an SVG: mismatched tag"),
    ],
)
def test_a_drawing_that_runs_or_loads_something_is_refused(
    folder: Path, drawing: str, problem: str
) -> None:
    (folder / "pictures" / "plate.svg").write_text(SVG.format(drawing))
    assert any(problem in line for line in said(folder)), said(folder)
    with pytest.raises(InvalidInput):
        load(folder)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ('<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"), "1: a document type or entity"),
        ("<html/>", "1: the first element is <html>; expected <svg"),
        ('<svg viewBox="0 0 1 1"/>', "1: the first element is <svg>; expected <svg xmlns="),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "1: <svg> has no viewBox"),
        ("", "not an SVG: no element found"),
    ],
)
def test_a_file_that_is_no_drawing_is_refused(folder: Path, content: str, problem: str) -> None:
    (folder / "pictures" / "plate.svg").write_text(content)
    assert any(problem in line for line in said(folder)), said(folder)


def test_a_reference_inside_the_drawing_is_fine(folder: Path) -> None:
    drawing = '<g id="a" fill="url(#b)"/><use href="#a"/>'
    (folder / "pictures" / "plate.svg").write_text(SVG.format(drawing))
    assert said(folder) == []


def test_what_looks_different_elsewhere_is_only_warned_about(folder: Path) -> None:
    drawing = '<text class="big">A</text>'
    (folder / "pictures" / "plate.svg").write_text(SVG.format(drawing))
    assert [p.is_warning for p in check(folder)] == [True, True]
    assert len(load(folder).warnings) == 2


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("plate.svg", b" " * 2_000_001, "plate.svg: 2.0 MB; at most 2 MB are taken"),
        ("plate.png", b"GIF89a", "plate.png: is called .png but is not a PNG picture"),
        ("plate.gif", b"GIF89a", "plate.gif: not a picture that can be read: it ends in"),
        ("plate.bmp", b"BM", "plate.bmp: expected a picture: .svg, .png, .jpg, .gif, .webp or"),
    ],
)
def test_a_picture_of_the_wrong_size_or_kind_is_refused(
    folder: Path, name: str, content: bytes, problem: str
) -> None:
    (folder / "pictures" / "plate.svg").unlink()
    (folder / "pictures" / name).write_bytes(content)
    text = (folder / "instruction.yaml").read_text().replace("plate.svg", name)
    (folder / "instruction.yaml").write_text(text)
    (found,) = said(folder)
    assert found.startswith(f"mount/pictures/{problem}")


def test_a_png_is_a_picture(folder: Path) -> None:
    (folder / "pictures" / "plate.png").write_bytes(PNG)
    change(folder / "instruction.yaml", "picture: plate.svg", "picture: plate.png")
    assert said(folder) == []
    assert PNG in load(folder).blobs.values()


def test_an_unused_picture_is_warned_about_and_not_sent(folder: Path) -> None:
    (folder / "pictures" / "old.png").write_bytes(PNG)
    assert said(folder) == ["mount/pictures/old.png: warning: no step shows it"]
    assert PNG not in load(folder).blobs.values()


def test_more_than_twelve_words_are_warned_about(folder: Path) -> None:
    long = "one two three four five six seven eight nine ten – eleven twelve"
    change(folder / "instruction.yaml", "{en: Tighten}", f"{{en: {long}}}")
    assert said(folder) == []
    change(folder / "instruction.yaml", "twelve", "twelve thirteen")
    assert said(folder) == [
        (
            'mount/instruction.yaml:13: warning: steps[1].title: 13 words in "en"; '
            "an operator reads at most 12"
        )
    ]


def test_all_problems_come_at_once_in_the_order_of_the_file(folder: Path) -> None:
    change(folder / "instruction.yaml", "low: 23.50", "low: 30")
    change(folder / "instruction.yaml", "kind: inspect", "kind: insect")
    change(folder / "instruction.yaml", "product: GX-200", "produkt: GX-200")
    lines = [problem.line for problem in check(folder)]
    assert lines == sorted(lines)
    assert {3, 18} <= set(lines)
    assert len(lines) >= 4


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "mount/instruction.yaml: the file is empty"),
        (b"- a\n", "mount/instruction.yaml:1: expected keys and values"),
        (b"id: x\ntitle: \xff\n", "mount/instruction.yaml:2: not UTF-8 text; save the file as"),
        (b"id: \x00\n", "mount/instruction.yaml: not YAML: "),
        (b"[" * 20_000, "mount/instruction.yaml: nested too deeply"),
        (b"#" * 1_000_001, "mount/instruction.yaml: larger than 1000 kB"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(folder: Path, content: bytes, problem: str) -> None:
    (folder / "instruction.yaml").write_bytes(content)
    assert said(folder)[0].startswith(problem)


def test_a_missing_file_or_folder_is_named(folder: Path) -> None:
    (folder / "bill.yaml").unlink()
    assert "mount/bill.yaml: the file is missing" in said(folder)
    (folder / "instruction.yaml").unlink()
    assert said(folder) == ["mount/instruction.yaml: the file is missing"]
    assert said(folder / "nowhere") == [
        "nowhere: expected a folder with an instruction.yaml in it"
    ]


def test_the_bills_may_be_in_the_instruction_but_not_in_both(folder: Path) -> None:
    bills = "bills:\n" + "".join(f"  {line}\n" for line in BILL.splitlines())
    (folder / "instruction.yaml").write_text(INSTRUCTION + bills)
    assert any("bills: the bills are also in bill.yaml" in line for line in said(folder))
    before = load_without(folder)
    assert said(folder) == []
    assert load(folder).instruction.bills == before


def load_without(folder: Path) -> object:
    """The bills of ``bill.yaml``, which is then removed."""
    text = (folder / "instruction.yaml").read_text()
    (folder / "instruction.yaml").write_text(INSTRUCTION)
    bills = load(folder).instruction.bills
    (folder / "instruction.yaml").write_text(text)
    (folder / "bill.yaml").unlink()
    return bills


def test_numbers_keep_the_digits_of_their_author(folder: Path) -> None:
    step = load(folder).instruction.steps[1]
    assert isinstance(step, TorqueStep)
    assert str(step.torque.low) == "23.50"
    assert step.torque.high == Decimal("26.5")
    assert b'"23.50"' in load(folder).content


def test_a_gtin_is_kept_with_fourteen_digits(folder: Path) -> None:
    assert load(folder).instruction.bills["A"][0].gtin == "09521234501015"


def test_every_unit_meant_is_a_unit_known() -> None:
    assert set(MEANT.values()) <= set(UNITS)
    assert not set(MEANT) & set(UNITS)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(content=st.text(alphabet="ab:-[]{}\"'\n #&*!|>?,\t0159é", max_size=120))
@example("a: &a [*a]")
@example("? {a: b}\n: c")
@example("steps: [{}]")
@example("title: {1: 2}")
@example("!!python/object:os.system {}")
def test_no_text_makes_the_checker_raise(folder: Path, content: str) -> None:
    (folder / "instruction.yaml").write_text(content)
    assert any(not problem.is_warning for problem in check(folder))
