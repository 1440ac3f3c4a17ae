"""The gallery's table of contents."""

from __future__ import annotations

from ui.gallery import controls, readings, states

CHAPTERS = (*states.chapters(), *readings.chapters(), *controls.chapters())
