"""The gallery's table of contents."""

from __future__ import annotations

from ui.gallery import controls, foundations, line, readings, states

CHAPTERS = (
    *foundations.chapters(),
    *states.chapters(),
    *readings.chapters(),
    *controls.chapters(),
    *line.chapters(),
)
