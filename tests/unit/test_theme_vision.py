"""Palettes as other eyes see them, and sizes for hands in gloves."""

from __future__ import annotations

from dataclasses import fields

import pytest

from ui.theme.tokens import DARK, DENSE, LIGHT, ROOMY, Metrics, Palette, ShownState
from ui.theme.vision import VISIONS, as_seen, colour_seen

SMALLEST_TARGET_MM = 16
LARGE = (1920, 1080, 4.02)
SMALL = (1280, 800, 4.92)


def test_eyes_without_colour_see_only_grey() -> None:
    seen = as_seen(LIGHT, "grey")
    for state in seen.states.values():
        for field in fields(state):
            colour = getattr(state, field.name)
            assert colour[1:3] == colour[3:5] == colour[5:7]


@pytest.mark.parametrize("vision", VISIONS)
def test_black_and_white_are_the_same_to_all(vision: str) -> None:
    assert colour_seen("#000000", vision) == "#000000"
    assert colour_seen("#FFFFFF", vision) == "#FFFFFF"


def test_red_and_green_come_together_where_red_is_not_seen() -> None:
    def red_minus_green(colour: str) -> int:
        return int(colour[1:3], 16) - int(colour[3:5], 16)

    red, green = (colour_seen(colour, "protan") for colour in ("#FF0000", "#00FF00"))
    assert abs(red_minus_green(red)) < 70
    assert abs(red_minus_green(green)) < 70


def test_normal_eyes_see_the_palette_itself() -> None:
    assert as_seen(DARK, "normal") is DARK


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
def test_every_word_of_a_state_reads_for_all_eyes(palette: Palette, vision: str) -> None:
    """Colour may be lost; the word on its chip may not."""
    for state in ShownState:
        colours = as_seen(palette, vision).states[state]
        assert contrast(colours.on_tint, colours.tint) >= 4.5, f"{state} to {vision} eyes"
        assert contrast(colours.ink, colours.solid) >= 4.5, f"{state} to {vision} eyes"


@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("vision", VISIONS)
def test_the_keyboards_focus_shows_for_all_eyes(palette: Palette, vision: str) -> None:
    """The ring is accent outside and light inside: one of them stands out from any fill."""
    seen = as_seen(palette, vision)
    fills = [seen.raised, seen.accent, seen.divider, seen.surface]
    fills += [state.tint for state in seen.states.values()]
    for fill in fills:
        assert max(contrast(seen.accent, fill), contrast(seen.raised, fill)) >= 3
    assert contrast(seen.accent, seen.raised) >= 3


@pytest.mark.parametrize("panel", [LARGE, SMALL], ids=["roomy", "dense"])
def test_gloves_make_targets_grow_and_stand_apart(panel: tuple[int, int, float]) -> None:
    bare = Metrics.for_screen(*panel)
    gloved = Metrics.for_screen(*panel, has_gloves=True)
    assert gloved.is_dense == bare.is_dense
    # On a dense panel forty letters leave no room to grow: they are 16 mm as they are.
    letters = () if bare.is_dense else ("letter",)
    for name in ("target", "primary", *letters):
        grown = getattr(gloved.sizes, name) / getattr(bare.sizes, name)
        assert grown == pytest.approx(1.15, abs=0.01)
    for name in ("gap", "key_gap"):
        assert getattr(gloved.sizes, name) == 1.5 * getattr(bare.sizes, name)
    assert gloved.sizes.body == bare.sizes.body


@pytest.mark.parametrize("sizes", [ROOMY, DENSE], ids=["roomy", "dense"])
def test_no_target_is_below_sixteen_millimetres_and_no_text_below_18_du(sizes: object) -> None:
    for name in ("target", "primary", "key", "letter"):
        assert getattr(sizes, name) * 0.25 >= SMALLEST_TARGET_MM
    for name in ("meta", "body", "lead", "title", "value", "andon"):
        assert getattr(sizes, name) >= 18


def contrast(a: str, b: str) -> float:
    dark, light = sorted((luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    def channel(at: int) -> float:
        c = int(colour[at : at + 2], 16) / 255
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
