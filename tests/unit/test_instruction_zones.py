"""Named zones on a picture: what an author may write, and what is said of what they may not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from app.authoring.instruction_folder import check, load
from app.domain.defects import zone_at
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

INSTRUCTION = """\
id: mount
title: {en: Mount}
product: GX-200
operation: 10
steps:
  - id: seal
    kind: inspect
    title: {en: Look}
    picture: plate.svg
    positions: [{id: a, x: 0.9, y: 0.9}]
    zones:
      - {id: bore, label: {en: Bore}, points: [[0.1, 0.1], [0.4, 0.1], [0.4, 0.4], [0.1, 0.4]]}
"""
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 6"><path d="M0 0h8v6z"/></svg>'
CORNER = "[0.1, 0.1]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "instruction.yaml").write_text(INSTRUCTION)
    (tmp_path / "bill.yaml").write_text("A: []\n")
    (tmp_path / "pictures" / "plate.svg").write_text(SVG)
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (CORNER, "[0.1]", "expected corners such as [0.25, 0.40]"),
        (CORNER, "[0.1, 1.2]", "expected corners such as [0.25, 0.40]"),
        (CORNER, "[0.1, -0.2]", "expected corners such as [0.25, 0.40]"),
        (CORNER, "[0.1, x]", "expected corners such as [0.25, 0.40]"),
        (CORNER, "left", "expected corners such as [0.25, 0.40]"),
        (f"{CORNER}, [0.4, 0.1], ", "", "expected 3 to 40 corners, got 2"),
        ("label: {en: Bore}, ", "", "steps[0].zones[0].label: is missing"),
        ("id: bore", "id: a", '"a" is here twice; zones and positions share their names'),
        ("    picture: plate.svg\n", "", "zones need a picture to be on"),
        ("points:", "corners:", "unknown key"),
    ],
)
def test_a_wrong_zone_is_named_with_its_line(
    folder: Path, old: str, new: str, problem: str
) -> None:
    path = folder / "instruction.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    said = [str(one) for one in check(folder)]
    assert any(problem in line and "instruction.yaml:" in line for line in said), said
    with pytest.raises(InvalidInput):
        load(folder)


def test_a_zone_comes_down_with_its_corners_and_is_found_by_a_place_in_it(folder: Path) -> None:
    assert [str(one) for one in check(folder)] == []
    step = load(folder).instruction.steps[0]
    assert step.zones[0].label == {"en": "Bore"}
    assert zone_at(step, 0.2, 0.3) == "bore"
    assert zone_at(step, 0.9, 0.88) == "a"
