"""A refusal: what happened, why, what to use instead, and what to do now."""

from __future__ import annotations

from datetime import datetime
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.scene import in_sentence
from ui.presenters.troubles import refusal_facts
from ui.presenters.view_states import Action, BandBody, Block
from ui.theme.tokens import ShownState

if TYPE_CHECKING:
    from app.domain.refusal import Refusal
    from app.services.station_state import ShownRefusal
    from ui.presenters.scene import Scene

OFFER_PROBLEM_AFTER = 3


class Way(NamedTuple):
    """How a refusal looks and the way out of it; ``wait`` is what the primary waits for."""

    todo: tuple[str, ...]
    wait: str = ""
    tone: ShownState = ShownState.NOK
    icon: str = "hand-palm-bold"


_LABEL, _LOT = "wait/another_label", "wait/another_lot"
_NOT_NOW = Way(("do/carry_on",), "", ShownState.ATTENTION, "warning-bold")
_WRONG_PART = Way(("do/put_back", "do/take_needed", "do/scan_its_label"), _LABEL)
_POOR_LABEL = Way(("do/scan_part_label", "do/label_damaged"), _LABEL, ShownState.ATTENTION,
                  "barcode-bold")  # fmt: skip
_BAD_LOT = Way(("do/red_box", "do/take", "do/scan_its_label"), _LOT)
_UNIT = Way(("do/check_unit", "do/call_lead", "do/scan_unit"), "wait/unit")
_HELD = Way(
    ("do/put_aside", "do/call_lead", "do/next_unit"),
    "wait/unit",
    ShownState.BLOCKED,
    "lock-key-bold",
)
_NO_BADGE = _NOT_NOW._replace(todo=("do/call_lead", "do/still_signed_in"))

WAYS: dict[str, Way] = {
    "scan.unknown": _POOR_LABEL._replace(todo=("do/scan_right_label", "do/label_damaged")),
    "scan.not_a_part": _POOR_LABEL,
    "scan.no_serial": _POOR_LABEL,
    "scan.no_lot": _POOR_LABEL,
    "scan.not_expected": _NOT_NOW,
    "scan.no_unit": _UNIT._replace(
        todo=("do/scan_unit",), tone=ShownState.ATTENTION, icon="barcode-bold"
    ),
    "scan.unknown_command": _NOT_NOW,
    "part.not_in_bill": _WRONG_PART,
    "part.not_this_step": _WRONG_PART,
    "lot.unknown": _BAD_LOT._replace(todo=("do/ask_quality", "do/take", "do/scan_its_label")),
    "lot.of_other_part": _BAD_LOT,
    "lot.expired": _BAD_LOT,
    "lot.on_hold": _BAD_LOT,
    "serial.already_fitted": Way(
        ("do/ask_quality", "do/take_other_piece", "do/scan_its_label"), _LABEL
    ),
    "bill.no_such_component": Way(("do/stop_work", "do/call_lead")),
    "unit.none": _NOT_NOW,
    "unit.held": _HELD,
    "unit.completed": Way(
        ("do/next_unit",), "wait/unit", ShownState.ATTENTION, "check-circle-bold"
    ),
    "unit.open_elsewhere": _UNIT._replace(todo=("do/open_elsewhere", "do/call_lead")),
    "unit.another_open": Way(
        ("do/finish_open", "do/leave_open"), "", ShownState.ATTENTION, "warning-bold"
    ),
    "order.none": _UNIT._replace(todo=("do/wait_sync", "do/call_lead")),
    "order.unknown_unit": _UNIT,
    "order.not_here": _NOT_NOW._replace(todo=("do/choose_order", "do/call_lead")),
    "order.unit_open": Way(
        ("do/finish_open", "do/leave_open"), "", ShownState.ATTENTION, "warning-bold"
    ),
    "order.not_listed": _UNIT._replace(todo=("do/check_unit", "do/choose_order", "do/call_lead")),
    "instruction.missing": _UNIT._replace(todo=("do/wait_sync", "do/call_lead")),
    "inspect.places_open": _NOT_NOW._replace(todo=("do/answer_all",)),
    "result.not_wanted": _NOT_NOW._replace(todo=("do/tool_down", "do/check_last", "do/carry_on")),
    "confirm.too_soon": _NOT_NOW._replace(todo=("do/read_first",)),
    "value.typing_not_allowed": _NOT_NOW._replace(todo=("do/use_gauge",)),
    "value.nok_not_acknowledged": _NOT_NOW._replace(todo=("do/see_value",)),
    "value.unit_held": _HELD,
    "sign_in.badge_unknown": _NO_BADGE,
    "sign_in.not_allowed": _NO_BADGE,
    "sign_in.skill_missing": _NO_BADGE,
    "confirm.needs_badge": _NOT_NOW._replace(todo=("do/scan_badge",)),
}


def refusal_body(scene: Scene, shown: ShownRefusal) -> BandBody:
    """The refusal in full: band, facts, way out."""
    refusal = shown.refusal
    way = WAYS.get(refusal.code, _NOT_NOW)
    facts = _facts(scene, refusal)
    note: Words = ""
    if shown.in_a_row >= OFFER_PROBLEM_AFTER and "scanned" in refusal.facts:
        note = phrase("band/nth", count=str(shown.in_a_row))
    return BandBody(
        tone=way.tone,
        icon=way.icon,
        headline=Phrase(f"{refusal.code}/headline", facts),
        why=Phrase(f"{refusal.code}/{why_key(refusal)}", facts),
        blocks=(*_scanned(scene, refusal), *_instead(refusal)),
        todo_heading=phrase("band/todo"),
        todo=tuple(Phrase(_todo(key, refusal), facts) for key in way.todo),
        note=note,
    )


def refusal_primary(scene: Scene, shown: ShownRefusal) -> Action:
    """Scanning the right thing is the way on; where nothing is scanned, going back is."""
    wait = WAYS.get(shown.refusal.code, _NOT_NOW).wait
    if shown.in_a_row >= OFFER_PROBLEM_AFTER:
        icon = "warning-octagon-bold"
        return Action("primary", phrase("do_it/report"), icon, "primary", "problem")
    if wait:
        return Action("primary", phrase(wait), "barcode-bold", "waiting")
    key = "do_it/back_to_step" if scene.run is not None else "do_it/back"
    return Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "close")


def _facts(scene: Scene, refusal: Refusal) -> dict[str, Words]:
    facts = refusal_facts(refusal)
    for name in ("component", "scanned_component"):
        if name in facts:
            facts[name] = in_sentence(facts[name])
    if "since" in refusal.facts:
        facts["since"] = scene.moment(datetime.fromisoformat(refusal.facts["since"]))
    return facts


def why_key(refusal: Refusal) -> str:
    """Which of the sentences fits the facts there are."""
    if refusal.code == "lot.on_hold" and "lot" not in refusal.facts:
        return "why_serial"
    if refusal.code == "sign_in.skill_missing" and "until" in refusal.facts:
        return "why_until"
    if refusal.code == "unit.held" and "decided" in refusal.facts:
        return "why_decided"
    return "why"


def _todo(key: str, refusal: Refusal) -> str:
    """``do/take`` says where from, as far as it is known."""
    if key != "do/take":
        return key
    if "use_location" in refusal.facts:
        return "do/take_from"
    return "do/take_lot" if "use_lot" in refusal.facts else "do/take_other"


def _scanned(scene: Scene, refusal: Refusal) -> tuple[Block, ...]:
    facts = refusal.facts
    raw = facts.get("scanned")
    if raw is None and "serial" in facts:
        unit = phrase("band/unit")
        return (Block(phrase("band/scanned"), unit, facts["serial"], ShownState.NOK),)
    if raw is None:
        return ()
    part = facts.get("scanned_part") or facts.get("part", "")
    title, mark = _title(refusal.code, part, facts)
    if not mark:
        title, mark = "", raw.replace("\x1d", " ")
    return (Block(phrase("band/scanned"), title, mark, ShownState.NOK, _about(scene, refusal)),)


def _title(code: str, part: str, facts: dict[str, str]) -> tuple[Words, Words]:
    if code.startswith("part."):
        name = facts.get("scanned_component", "")
        return (phrase("band/part", name=name) if name else ""), part
    if not code.startswith(("lot.", "serial.")):
        return "", ""
    if "lot" in facts:
        return phrase("band/lot", part=part), facts["lot"]
    return phrase("band/serial", part=part), facts.get("serial", "")


def _about(scene: Scene, refusal: Refusal) -> tuple[Words, ...]:
    facts = refusal.facts
    if "hold" not in facts:
        return ()
    since = scene.moment(datetime.fromisoformat(facts["since"]))
    return (
        phrase("band/hold", hold=facts["hold"], reason=facts.get("reason", "")),
        phrase("band/placed", owner=facts.get("owner", "–"), since=since),
    )


def _instead(refusal: Refusal) -> tuple[Block, ...]:
    facts = refusal.facts
    part, good = facts.get("part", ""), ShownState.OK
    if "use_lot" in facts:
        title = phrase("band/lot", part=facts.get("use_part", part))
        lines = _supply(facts)
        return (Block(phrase("band/use"), title, facts["use_lot"], good, lines),)
    if refusal.code.startswith("part.") and part:
        name = phrase("band/part", name=facts.get("component", ""))
        return (Block(phrase("band/needed"), name, part, good),)
    return ()


def _supply(facts: dict[str, str]) -> tuple[Words, ...]:
    """Where it lies, how many there are, how long they last: one line, as far as known."""
    known: list[Words] = []
    if "use_location" in facts:
        known.append(phrase("band/location", location=facts["use_location"]))
    if "use_quantity" in facts:
        known.append(phrase("band/pieces", count=facts["use_quantity"]))
    if "use_expires" in facts:
        known.append(phrase("band/expires", date=facts["use_expires"]))
    if not known:
        return ()
    return (reduce(lambda first, then: phrase("band/list", first=first, next=then), known),)
