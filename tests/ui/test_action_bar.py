"""The bar at the bottom makes room for long words: without icons first, then on two lines."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from ui.presenters.view_states import Action, ActionsView
from ui.theme.look import Look
from ui.views.frame import ActionBar
from ui.widgets.button import Button

SMALL = ((1280, 800), 4.92)
WAYS_OUT = ("Problem", "Back to the step", "Call the team lead", "Why is this blocked?")


@pytest.fixture
def bar(qapp: QApplication) -> ActionBar:  # noqa: ARG001
    size_px, px_per_mm = SMALL
    look = Look.of("light", size_px=size_px, px_per_mm=px_per_mm)
    bar = ActionBar(look, lambda _name: None)
    bar.resize(size_px[0], bar.height())
    return bar


def show(bar: ActionBar, *words: str, primary: str = "Scan another lot") -> list[Button]:
    left = tuple(Action(f"b{i}", text, "bell-bold") for i, text in enumerate(words))
    bar.show_actions(ActionsView(left, Action("primary", primary, "check-bold", "primary")))
    return [b for b in bar.findChildren(Button) if not b.isHidden()]


def test_what_fits_stays_on_one_line(bar: ActionBar) -> None:
    assert all(len(button._lines()) == 1 for button in show(bar, "Problem"))


def test_too_many_words_stand_on_two_lines_and_none_is_lost(bar: ActionBar) -> None:
    shown = show(bar, *WAYS_OUT)
    assert [" ".join(button._lines()) for button in shown] == [*WAYS_OUT, "Scan another lot"]
    assert {len(button._lines()) for button in shown} == {1, 2}
    assert sum(button.sizeHint().width() for button in shown) <= bar.width()


def test_a_line_is_broken_where_both_halves_are_short(bar: ActionBar) -> None:
    assert show(bar, *WAYS_OUT)[2]._lines() == ("Call the", "team lead")


def test_words_that_fit_again_stand_on_one_line_again(bar: ActionBar) -> None:
    show(bar, *WAYS_OUT)
    assert all(len(button._lines()) == 1 for button in show(bar, "Problem", "Back to the step"))


def test_a_word_without_a_space_is_not_broken(bar: ActionBar) -> None:
    words = tuple("Teamleitungsbenachrichtigung" for _ in range(5))
    assert all(button._lines() == (button.text(),) for button in show(bar, *words, primary="OK"))
