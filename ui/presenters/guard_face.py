"""Another unit's label was scanned: which of the three truths is it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.view_states import Action, ActionsView, Block, Body, TileView
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.refusal import Refusal
    from app.domain.unit_run import UnitRun
    from ui.presenters.scene import Parts, Scene

CODE = "unit.another_open"
_PLACES = frozenset({"completed", "held", "begun", "listed"})
#: Those that say at which other station, where it was one.
_AT = frozenset({"completed", "held", "begun"})
_LEAD = Action("help", phrase("do_it/lead"), "phone-call-bold")


@dataclass(frozen=True, slots=True)
class GuardBody(Body):
    """What is open beside what was scanned, and the truths to choose from."""

    tone: ShownState
    icon: str
    headline: Words
    why: Words
    blocks: tuple[Block, Block]
    question: Words
    truths: tuple[TileView, ...]


def guard_face(scene: Scene, refusal: Refusal) -> Parts | None:
    """None when it is not about two units, or the open one is gone meanwhile."""
    run = scene.run
    if refusal.code != CODE or run is None or "label" not in refusal.facts:
        return None
    other = refusal.facts["serial"]
    facts = {"open": run.serial, "serial": other}
    body = GuardBody(
        tone=ShownState.ATTENTION,
        icon="swap-bold",
        headline=_belongs(scene, run, refusal),
        why=Phrase("guard/why", dict(facts)),
        blocks=(_open(scene, run), _scanned(scene, refusal)),
        question=phrase("guard/question"),
        truths=(
            TileView("truth:open", Phrase("guard/open", dict(facts)), "arrow-u-up-left-bold"),
            TileView("truth:other", Phrase("guard/other", dict(facts)), "swap-bold"),
            TileView("truth:label", Phrase("guard/label", dict(facts)), "tag-bold"),
        ),
    )
    return "guard", body, ActionsView((_LEAD,))


def _belongs(scene: Scene, run: UnitRun, refusal: Refusal) -> Words:
    """Where the scanned unit belongs, as far as it is known here."""
    facts: dict[str, Words] = dict(refusal.facts)
    where = refusal.facts.get("where", "unknown")
    step = run.step_run(refusal.facts.get("step_id", ""))
    if step is not None:
        facts["step"] = scene.text(step.step.short or step.step.title)
    at = "_at" if where in _AT and "station" in facts else ""
    return Phrase(f"guard/is_{where if where in _PLACES else 'unknown'}{at}", facts)


def _open(scene: Scene, run: UnitRun) -> Block:
    current = run.current
    lines: list[Words] = [phrase("guard/order", order=run.order, variant=run.variant)]
    if current is not None:
        lines.append(scene.text(current.step.short or current.step.title))
    title = phrase("header/serial", serial=run.serial)
    return Block(phrase("guard/in_work"), title, "", ShownState.IN_PROGRESS, tuple(lines))


def _scanned(scene: Scene, refusal: Refusal) -> Block:
    known = refusal.facts
    lines: tuple[Words, ...] = ()
    if "order" in known:
        lines = (phrase("guard/order", order=known["order"], variant=known.get("variant", "–")),)
    title = phrase("header/serial", serial=known["serial"])
    at = scene.state.refusal
    if at is not None:
        lines = (*lines, f"{scene.at(at.at_us):%H:%M:%S}")
    return Block(phrase("guard/scanned"), title, "", ShownState.ATTENTION, lines)
