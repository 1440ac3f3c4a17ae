"""A palette as other eyes see it: without red, green or blue cones, or without colour at all."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from ui.theme.tokens import Palette, StateColours

Rgb: TypeAlias = tuple[float, float, float]

_LUMINANCE: Rgb = (0.2126, 0.7152, 0.0722)
#: Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB.
_SEEN: dict[str, tuple[Rgb, Rgb, Rgb]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deutan": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritan": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "grey": (_LUMINANCE, _LUMINANCE, _LUMINANCE),
}
VISIONS = tuple(_SEEN)


def as_seen(palette: Palette, vision: str) -> Palette:
    """``palette`` with every colour as ``vision`` sees it."""
    if vision == "normal":
        return palette
    changed: dict[str, str] = {}
    for field in fields(palette):
        value = getattr(palette, field.name)
        if isinstance(value, str):
            changed[field.name] = colour_seen(value, vision)
    states = {state: _state(colours, vision) for state, colours in palette.states.items()}
    picture = {drawn: colour_seen(shown, vision) for drawn, shown in palette.picture.items()}
    return replace(palette, **changed, states=states, picture=picture)


def colour_seen(colour: str, vision: str) -> str:
    """``colour`` (#rrggbb) as ``vision`` sees it."""
    rgb = [_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    seen = (sum(a * b for a, b in zip(row, rgb, strict=True)) for row in _SEEN[vision])
    return "#" + "".join(f"{round(_encoded(min(max(c, 0.0), 1.0)) * 255):02X}" for c in seen)


def _state(colours: StateColours, vision: str) -> StateColours:
    seen = {f.name: colour_seen(getattr(colours, f.name), vision) for f in fields(colours)}
    return replace(colours, **seen)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _encoded(channel: float) -> float:
    return channel * 12.92 if channel <= 0.0031308 else 1.055 * channel ** (1 / 2.4) - 0.055  # noqa: PLR2004 - sRGB
