"""What leads to the records, and what the page of one says of a reading."""

from __future__ import annotations

from decimal import Decimal

import msgspec
import pytest

from app.domain.readings import Quantity
from app.services.records import LookUp
from tests.helpers.gearbox import measured
from tests.screens import material_scenes
from tests.unit.test_ui_presenter import Scene
from ui.presenters.records_face import limits_of


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [("0", "0.05", ["0–0.05"]), ("-0.1", "0", ["-0.1–0"]), (None, "0.05", []), (None, None, [])],
)
def test_a_limit_of_nought_is_a_limit_and_none_is_none(
    low: str | None, high: str | None, said: list[str]
) -> None:
    low_value = None if low is None else Decimal(low)
    high_value = None if high is None else Decimal(high)
    value = Quantity("runout", Decimal("0.02"), "mm", low_value, high_value)
    assert limits_of(msgspec.structs.replace(measured(), values=(value,))) == said


def test_a_hold_on_a_fitted_part_opens_the_hold_itself() -> None:
    scene = Scene(material_scenes.held_at_the_end())
    why = scene.screen.actions.left[-1].name
    scene.tap(why)
    assert scene.screen.face == "records"
    asked = LookUp("on_hold", why.removeprefix("records:on_hold:"))
    assert scene.intents.calls[-1] == ("do", asked)
