"""A refusal: what happened, why, what to use instead, and what to do now."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from app.domain.instructions import in_language
from ui.presenters.certificates import CODE, certificate_blocks
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
#: Scans that are no part and are called by their name (``scan_kind/…``).
_KINDS = ("location",)


class Way(NamedTuple):
    """How a refusal looks and the way out of it; ``wait`` is what the primary waits for."""

    todo: tuple[str, ...]
    wait: str = ""
    tone: ShownState = ShownState.NOK
    icon: str = "hand-palm-bold"


_COMPONENTS = frozenset({"component", "scanned_component"})
_MOMENTS = frozenset({"since", "until_time"})
_DAYS = frozenset({"use_expires", "until", "expired_on", "due"})
_LABEL, _LOT = "wait/another_label", "wait/another_lot"
_NOT_NOW = Way(("do/carry_on",), "", ShownState.ATTENTION, "warning-bold")
_WRONG_PART = Way(("do/put_back", "do/take_needed", "do/scan_its_label"), _LABEL)
_POOR_LABEL = Way(("do/scan_part_label", "do/type_label"), _LABEL, ShownState.ATTENTION,
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

#: The label is at fault: what stands on the part may be typed.
POOR_LABELS = frozenset({"scan.unknown", "scan.damaged", "scan.no_lot", "scan.no_serial"})
#: Their sentence names who can help, where the roster knows somebody.
_WHO_HELPS = frozenset(
    {
        "sign_in.badge_unknown",
        "sign_in.not_allowed",
        "sign_in.skill_missing",
        "right.missing",
    }
)

_CHECK_FIRST = _NOT_NOW._replace(todo=("do/check_first", "do/call_lead"), icon="list-checks-bold")
_NOT_CALIBRATED = _NOT_NOW._replace(todo=("do/other_gauge", "do/call_lead"))
#: Somebody else has the right, the certificate or the configuration.
_ASK = _NOT_NOW._replace(todo=("do/call_lead", "do/carry_on"))
_GATE = _NOT_NOW._replace(todo=("do/use_gate", "do/call_lead"))

WAYS: dict[str, Way] = {
    "form.overdue": _CHECK_FIRST,
    "form.line_failed": _CHECK_FIRST._replace(todo=("do/settle_first", "do/call_lead")),
    "form.other_code": _NOT_NOW._replace(todo=("do/other_code",)),
    "sample.waits": _NOT_NOW._replace(todo=("do/finish_first", "do/call_lead")),
    "calibration.overdue": _NOT_CALIBRATED,
    "calibration.withdrawn": _NOT_CALIBRATED,
    "calibration.missing": _NOT_CALIBRATED,
    "scan.unknown": _POOR_LABEL._replace(todo=("do/scan_right_label", "do/type_label")),
    "scan.not_a_part": _POOR_LABEL,
    "scan.no_serial": _POOR_LABEL,
    "scan.no_lot": _POOR_LABEL,
    "scan.not_expected": _NOT_NOW,
    "scan.no_unit": _UNIT._replace(
        todo=("do/scan_unit",), tone=ShownState.ATTENTION, icon="barcode-bold"
    ),
    "scan.unknown_command": _NOT_NOW,
    "scan.damaged": _POOR_LABEL._replace(
        todo=("do/scan_again", "do/type_label", "do/print_label")
    ),
    "scan.compressed": _POOR_LABEL._replace(todo=("do/scan_other_code", "do/print_label")),
    "scan.ambiguous": _POOR_LABEL._replace(todo=("do/scan_other_code", "do/call_lead")),
    "part.other_variant": _WRONG_PART._replace(
        todo=("do/other_unit", "do/take_needed", "do/scan_its_label")
    ),
    "part.too_many": _POOR_LABEL._replace(todo=("do/count_again",)),
    "lot.opened_too_long": _BAD_LOT,
    "lot.used_up": _BAD_LOT._replace(todo=("do/ask_quality", "do/take", "do/scan_its_label")),
    "lot.take_first": _BAD_LOT._replace(todo=("do/take_first", "do/take", "do/not_there")),
    "part.typing_not_allowed": _POOR_LABEL._replace(todo=("do/scan_again", "do/print_label")),
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
    "unit.part_held": _NOT_NOW._replace(todo=("do/take_out", "do/or_lifted")),
    "part.held_now": Way(
        ("do/take_out", "do/or_lifted", "do/call_lead"), "", ShownState.BLOCKED, "lock-key-bold"
    ),
    "stock.lot_unknown": _NOT_NOW._replace(todo=("do/red_box", "do/ask_quality")),
    "unit.held": _HELD,
    "unit.not_provable": _HELD._replace(todo=("do/put_aside", "do/see_missing", "do/next_unit")),
    "unit.not_safe": Way(("do/stop_work", "do/call_lead")),
    **dict.fromkeys(
        (
            "camera.not_configured",
            "disposition.signed_twice",
            "evidence.no_step",
            "evidence.not_signed",
            "evidence.signed_twice",
            "form.never_skipped",
            "form.no_certificate",
            "form.not_yours",
            "gauge.not_configured",
            "label.no_printer",
            "machine.not_configured",
            "part.needs_sign_off",
            "right.missing",
            "sign_off.in_training",
            "sign_off.not_you",
            "sign_off.same_person",
            "skip.no_right",
            "skip.not_planned",
            "tool.not_configured",
        ),
        _ASK,
    ),
    "disposition.not_held": _NOT_NOW._replace(todo=("do/next_unit",)),
    "evidence.not_waiting": _NOT_NOW._replace(todo=("do/next_unit",)),
    "unit.completed": Way(
        ("do/next_unit",), "wait/unit", ShownState.ATTENTION, "check-circle-bold"
    ),
    "unit.open_elsewhere": _UNIT._replace(todo=("do/open_elsewhere", "do/leave_it_there")),
    "unit.completed_elsewhere": Way(
        ("do/next_unit", "do/choose_next"), "wait/unit", ShownState.ATTENTION, "check-circle-bold"
    ),
    "unit.unfinished": _UNIT._replace(todo=("do/finish_its_order", "do/call_lead")),
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
    "scan.unfinished": _NOT_NOW._replace(todo=("do/scan_again", "do/set_suffix")),
    "scan.layout": _NOT_NOW._replace(todo=("do/call_lead", "do/set_layout")),
    "scan.caps_lock": _NOT_NOW._replace(todo=("do/caps_off", "do/scan_again")),
    "command.not_here": _NOT_NOW,
    "command.too_early": _NOT_NOW._replace(todo=("do/read_then_scan",)),
    "confirm.too_soon": _NOT_NOW._replace(todo=("do/read_first",)),
    "value.typing_not_allowed": _NOT_NOW._replace(todo=("do/use_gauge",)),
    "value.nok_not_acknowledged": _NOT_NOW._replace(todo=("do/see_value",)),
    "value.unit_held": _HELD,
    "sign_in.badge_unknown": _NO_BADGE,
    "sign_in.not_allowed": _NO_BADGE,
    "sign_in.skill_missing": Way(
        ("do/trainer", "do/renew", "do/other_person"), "", ShownState.BLOCKED, "lock-key-bold"
    ),
    "call.closed": _NOT_NOW._replace(todo=("do/call_again", "do/carry_on")),
    "stop.named": _NOT_NOW,
    "stop.already_set": _NOT_NOW._replace(todo=("do/look_at_stop", "do/carry_on")),
    "stop.not_yours": _NOT_NOW._replace(todo=("do/ask_answering", "do/carry_on")),
    "stop.too_old": _NOT_NOW._replace(todo=("do/stop_at_board", "do/carry_on")),
    "stop.no_parts": _NOT_NOW._replace(todo=("do/look_at_stop", "do/carry_on")),
    "stop.too_short": _NOT_NOW._replace(todo=("do/look_at_stop", "do/carry_on")),
    "call.role": _NOT_NOW._replace(todo=("do/ask_answering",)),
    "call.answered": _NOT_NOW,
    "call.not_yours": _NOT_NOW._replace(todo=("do/ask_station",)),
    "broadcast.for_nobody": _NOT_NOW._replace(todo=("do/choose_names",)),
    "broadcast.unread": _NOT_NOW._replace(todo=("do/read_message",)),
    "handover.taken": _NOT_NOW,
    "handover.not_kept": _NOT_NOW._replace(todo=("do/call_lead",)),
    "handover.not_seen": _NOT_NOW._replace(todo=("do/tick_all",)),
    "setting.not_saved": _NOT_NOW._replace(todo=("do/call_administrator", "do/carry_on")),
    "setting.unknown": _NOT_NOW._replace(todo=("do/call_administrator", "do/carry_on")),
    "setting.not_tried": _NOT_NOW._replace(todo=("do/test_address",)),
    "setting.not_valid": _NOT_NOW._replace(todo=("do/other_value",)),
    "work.running": _NOT_NOW,
    "test.no_device": _NOT_NOW,
    "test.in_use": _NOT_NOW,
    "work.not_cancelled": _NOT_NOW,
    "journal.place_gone": _NOT_NOW._replace(todo=("do/plug_stick",)),
    "confirm.needs_badge": _NOT_NOW._replace(todo=("do/scan_badge",)),
    "unit.scrapped": _HELD,
    "unit.held_elsewhere": _HELD,
    "unit.returned": _HELD,
    "disposition.not_signed": _NOT_NOW._replace(todo=("do/call_lead",)),
    "disposition.other_unit": _NOT_NOW,
    "concession.used_up": _NOT_NOW._replace(todo=("do/ask_new_concession",)),
    "concession.expired": _NOT_NOW._replace(todo=("do/ask_new_concession",)),
    "concession.not_for_unit": _NOT_NOW._replace(todo=("do/ask_new_concession",)),
    "concession.other_station": _NOT_NOW._replace(todo=("do/ask_new_concession",)),
    "rework.no_such_place": _NOT_NOW._replace(todo=("do/other_operation",)),
    "rework.nothing_to_do": _NOT_NOW._replace(todo=("do/other_operation",)),
    "bypass.restart_first": Way(("do/verify_gate",), "", ShownState.BLOCKED, "lock-key-bold"),
    **dict.fromkeys(
        (
            "bypass.expired",
            "bypass.no_second_person",
            "bypass.not_approved",
            "bypass.other_station",
            "bypass.unknown",
            "bypass.used_up",
        ),
        _GATE,
    ),
    "bypass.not_active": _NOT_NOW._replace(todo=("do/use_gate",)),
    "bypass.not_this_step": _NOT_NOW._replace(todo=("do/use_gate",)),
    "bypass.nok_open": _NOT_NOW._replace(todo=("do/see_value",)),
}


def refusal_body(scene: Scene, shown: ShownRefusal) -> BandBody:
    """The refusal in full: band, facts, way out."""
    refusal = in_screens_language(scene, shown.refusal)
    way = WAYS.get(refusal.code, _NOT_NOW)
    facts = _facts(scene, refusal)
    # Without a unit there is no step to carry on with.
    left_out = "" if scene.run is not None or len(way.todo) == 1 else "do/carry_on"
    note: Words = ""
    if shown.in_a_row >= OFFER_PROBLEM_AFTER and "scanned" in refusal.facts:
        note = phrase("band/nth", count=str(shown.in_a_row))
    return BandBody(
        tone=way.tone,
        icon=way.icon,
        headline=Phrase(f"{refusal.code}/headline", facts),
        why=Phrase(f"{refusal.code}/{why_key(refusal)}", facts),
        blocks=(
            *_scanned(scene, refusal),
            *_instead(refusal),
            *certificate_blocks(scene, refusal),
        ),
        todo_heading=phrase("band/todo"),
        todo=tuple(Phrase(_todo(key, refusal), facts) for key in way.todo if key != left_out),
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
    if shown.refusal.code in ("form.overdue", "form.line_failed"):
        words, icon = phrase("do_it/see_checks"), "list-checks-bold"
        return Action("primary", words, icon, "primary", "checks")
    if shown.refusal.code == "part.held_now":
        return Action("primary", phrase("do_it/take_out"), "package-bold", "primary", "parts")
    if shown.refusal.code == CODE and "who" in shown.refusal.facts:
        return Action("primary", phrase("do_it/trainer"), "users-bold", "primary", "trainer")
    key = "do_it/back_to_step" if scene.run is not None else "do_it/back"
    return Action("primary", phrase(key), "arrow-u-up-left-bold", "primary", "close")


def _facts(scene: Scene, refusal: Refusal) -> dict[str, Words]:
    facts = refusal_facts(refusal)
    for name in ("component", "scanned_component"):
        if name in facts:
            facts[name] = in_sentence(scene, facts[name])
    for name in _MOMENTS & refusal.facts.keys():
        facts[name] = scene.moment(datetime.fromisoformat(refusal.facts[name]))
    return facts


def in_screens_language(scene: Scene, refusal: Refusal) -> Refusal:
    """The same refusal with names, days and numbers as the person who reads it writes them."""
    facts = dict(refusal.facts)
    for name in _COMPONENTS & facts.keys():
        facts[name] = _component(scene, facts[name])
    for name in _DAYS & facts.keys():
        facts[name] = scene.day(date.fromisoformat(facts[name]))
    if "places" in facts:
        facts["places"] = _places(scene, facts["places"])
    if refusal.code.startswith("value."):
        facts["value"] = scene.number(facts.get("value", "–"))
    return replace(refusal, facts=facts)


def _component(scene: Scene, english: str) -> str:
    """The bill's own name for it in the screen's language: refusals are recorded in English."""
    run = scene.run
    lines = () if run is None else run.instruction.bills.get(run.variant, ())
    names = (line.name for line in lines)
    return next((scene.text(n) for n in names if in_language(n, "en") == english), english)


def _places(scene: Scene, ids: str) -> str:
    """What the places are called, where they have names."""
    current = scene.step_run
    names = {} if current is None else {p.id: scene.text(p.label) for p in current.step.positions}
    return ", ".join(names.get(one) or one for one in ids.split(", "))


def why_key(refusal: Refusal) -> str:
    """Which of the sentences fits the facts there are."""
    if refusal.code == "lot.on_hold" and "lot" not in refusal.facts:
        return "why_serial"
    if refusal.code in _WHO_HELPS:
        until = "_until" if "until" in refusal.facts else ""
        return f"why{until}{'_who' if 'who' in refusal.facts else ''}"
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
    """What it was, and which one: "Location B3"."""
    if facts.get("kind") in _KINDS:
        return phrase(f"scan_kind/{facts['kind']}"), facts.get("value", "")
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
