"""For support by phone: what names the state of this station, to read out or to photograph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from ui.presenters.phrases import Number, Words, phrase
from ui.presenters.scene import Page
from ui.presenters.view_states import Action, ActionsView, Body

if TYPE_CHECKING:
    from ui.presenters.scene import Desk, Parts, Scene

_GB = 1_000_000_000
_BACK_ICON = "arrow-u-up-left-bold"


@dataclass(frozen=True, slots=True)
class SupportBody(Body):
    """Facts under their labels; ``code`` are the rows of a QR code, "1" dark, and what it says."""

    title: Words
    line: Words
    facts: tuple[tuple[Words, Words], ...]
    code: tuple[str, ...]
    spoken: Words


@dataclass(frozen=True, slots=True)
class SupportPage(Page):
    """The diagnostics id, large, and the same with all devices as a code."""

    verbs: ClassVar[frozenset[str]] = frozenset()
    stays: ClassVar[bool] = True
    is_for_all: ClassVar[bool] = True

    def draw(self, scene: Scene) -> Parts:
        health, state = scene.state.health, scene.state
        free = phrase("place/free", count=Number(f"{health.disk_free_bytes / _GB:.1f}"))
        facts = (
            (phrase("support/id"), health.diagnostics_id or "–"),
            (phrase("support/version"), state.settings.software or "–"),
            (phrase("support/disk"), free),
            (phrase("support/clock"), f"{scene.now:%Y-%m-%d %H:%M:%S}"),
            (phrase("support/waiting"), str(state.sync.waiting)),
        )
        body = SupportBody(
            phrase("support/title"),
            phrase("support/line"),
            facts,
            health.code,
            phrase("support/code", id=health.diagnostics_id or "–"),
        )
        back = Action(
            "primary", phrase("do_it/back"), "arrow-u-up-left-bold", "primary", "station"
        )
        return "support", body, ActionsView((), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        return self
