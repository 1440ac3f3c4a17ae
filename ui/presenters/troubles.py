"""What is wrong with a device or the machine, said inside the step it stops."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.refusal import Refusal
from app.ports.devices import LinkState
from ui.presenters.phrases import Phrase, Words
from ui.presenters.view_states import TroubleView

if TYPE_CHECKING:
    from ui.presenters.scene import Scene

_DANGEROUS = frozenset({"tool.lost_while_enabled"})


def tool_trouble(scene: Scene, name: str) -> TroubleView | None:
    """Losing the link of an armed tool is a danger: it may still run."""
    tool = scene.state.tool
    if tool is None or tool.tool != name:
        return None
    device = scene.device(name)
    is_away = device is not None and device.state is LinkState.DISCONNECTED
    if tool.is_armed and is_away:
        return trouble_of(Refusal("tool.lost_while_enabled", {"tool": name}))
    if tool.problem is None and is_away:
        return trouble_of(Refusal("device.offline", {"device": name}))
    return None if tool.problem is None else trouble_of(tool.problem)


def machine_trouble(scene: Scene) -> TroubleView | None:
    """Why the machine did not do what the step asks."""
    machine = scene.state.machine
    if machine is None or machine.problem is None:
        return None
    return trouble_of(machine.problem)


def trouble_of(refusal: Refusal) -> TroubleView:
    """A refusal as two sentences."""
    facts = refusal_facts(refusal)
    return TroubleView(
        headline=Phrase(f"{refusal.code}/headline", facts),
        line=Phrase(f"{refusal.code}/why", facts),
        is_danger=refusal.code in _DANGEROUS,
    )


def refusal_facts(refusal: Refusal) -> dict[str, Words]:
    """The facts, with ``says``: the device's own words, else its code."""
    facts: dict[str, Words] = {k: v for k, v in refusal.facts.items() if v}
    said = refusal.facts.get("words") or refusal.facts.get("code") or "no"
    return {**facts, "says": said}
