"""What people do beside the work: a defect on the picture, a decision, a call, the handover.

Each is done at the screen's own buttons and with badges at the scanner, as by anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.demo.operator import Operator

NOTE = "New bit in the tool"
#: On the card of the failed bolt: why, what is done, and what it costs.
DECIDED = ("constraint:bit_worn", "response:replace_tool", "tradeoff:time")
#: On the picture of the seal.
ZONE = "bearing"
#: The operation of the plant's library.
REWORK = "polish"
#: The passport of a gate, and the roles of those who need it.
BYPASS = "BP-07"
OPERATOR, NEXT, LEAD, INSPECTOR = "417", "402", "12", "31"
#: The check at the start of the shift, its lines that are confirmed, and its master piece in mm.
CHECK, CONFIRMED, MASTER = "start-of-shift", ("guard", "bench"), "0.110"


async def check_the_station(operator: Operator) -> None:
    """The check that is due when the shift begins: two lines confirmed, one measured."""
    await operator.see("checks")
    await operator.press("checks")
    await operator.see(f"check:{CHECK}")
    await operator.keep_picture("checks")
    await operator.press(f"check:{CHECK}", "primary")
    for line in CONFIRMED:
        await operator.wait(lambda s, line=line: s["step"] == line, f"{line} to be asked for")  # type: ignore[misc]
        await operator.keep_picture(f"check-{line}")
        await operator.press("primary")
    await operator.wait(lambda s: s["step"] == "master", "the master piece to be asked for")
    await operator.show_value(MASTER)
    await operator.wait(lambda s: s["finished"] is not None, "the check to be done")
    await operator.keep_picture("check-done")
    await operator.press("primary")


async def send_to_rework(operator: Operator, serial: str, lead: str) -> None:
    """A major scratch: where, what, and not here; then somebody decides, and signs."""
    await operator.press("problem", "tile:defect")
    await operator.see(f"place:{ZONE}")
    await operator.keep_picture("defect-where")
    await operator.press(f"place:{ZONE}")
    await operator.see("code:scratch")
    await operator.keep_picture("defect-what")
    await operator.press("code:scratch", "severity:major")
    await operator.see("proposal:send_to_rework")
    await operator.keep_picture("defect-then")
    await operator.press("proposal:send_to_rework")
    await operator.wait(lambda s: s["unit_held"] is not None, "the unit to be held")
    await operator.see(f"decide:{serial}")
    await operator.keep_picture("held")
    await operator.press(f"decide:{serial}", "dispose:rework", f"operation:template:{REWORK}")
    await operator.type_words("Polish and look again")
    await operator.press("primary")
    await operator.show_badge(lead)
    await operator.wait(lambda s: s["unit_held"] is None, "the rework to begin")


async def call_the_lead(operator: Operator, badge: str) -> None:
    """Help is called, comes, says so with a badge, and solves it."""
    await operator.press("help", "call_kind:lead")
    await operator.wait(lambda s: s["calls"] == 1, "the call to be recorded")
    await operator.see("call_badge")
    await operator.keep_picture("call")
    await operator.press("call_badge")
    await operator.show_badge(badge)
    await operator.press("help", "call_close:solved")
    await operator.wait(lambda s: s["calls"] == 0, "the call to be closed")


async def decide(operator: Operator) -> None:
    """On the card of the failed bolt: what helped before is taken, and the bolt done again."""
    await operator.keep_picture("nok")
    await operator.press("why")
    await operator.see(DECIDED[1])
    await operator.keep_picture("card")
    await operator.press(*DECIDED)
    await operator.see("primary")
    await operator.keep_picture("card-chosen")
    await operator.press("primary")
    await operator.wait(lambda s: not s.get("nok"), "the decision to be saved")


async def say_it_worked(operator: Operator) -> None:
    """The one question once the unit is done: was it that?"""
    await operator.see("worked_yes")
    await operator.keep_picture("card-worked")
    await operator.press("worked_yes")


async def hand_over(operator: Operator, cards: Mapping[str, str]) -> None:
    """The lead gives the shift with a note, and signs; the next one ticks what is open."""
    state = await operator.wait(lambda _s: True, "a state")
    if state["finished"] is not None:
        await operator.press("primary")
    await operator.become(cards[LEAD], LEAD)
    await operator.press("handover", "handover_note")
    await operator.type_words(NOTE)
    await operator.press("primary", "handover_safe")
    await operator.see("handover_alone")
    await operator.keep_picture("handover")
    await operator.press("primary")
    await operator.show_badge(cards[LEAD])
    given = await operator.wait(lambda s: s["to_tick"] is not None, "the handover to wait")
    await operator.press(*(f"tick:{item}" for item in given["to_tick"]))
    await operator.see("primary")
    await operator.keep_picture("handover-take")
    await operator.press("primary")
    await operator.show_badge(cards[NEXT])
    await operator.wait(lambda s: s["to_tick"] is None, "the shift to be taken over")
    await operator.see("sign_out")


async def bypass_gate(operator: Operator, cards: Mapping[str, str]) -> None:
    """A label cannot be read: two people open the approved alternative, and it is used once."""
    await operator.become(cards[LEAD], LEAD)
    await operator.press("problem", "bypass")
    await operator.see(f"activate:{BYPASS}")
    await operator.keep_picture("bypass")
    await operator.press(f"activate:{BYPASS}")
    await operator.type_words("Label is torn")
    await operator.press("primary")
    await operator.show_badge(cards[INSPECTOR])
    await operator.wait(lambda s: BYPASS in s["bypassed"], "the gate to be open")
    await operator.become(cards[OPERATOR], OPERATOR)
    await operator.press(f"use_bypass:{BYPASS}")
    await operator.see("bypassed")
    await operator.keep_picture("bypass-use")
    await operator.press("bypassed")
    await operator.wait(lambda s: s["step"] != "scan-housing", "the gate to be passed")


async def verify_gate(operator: Operator, cards: Mapping[str, str]) -> None:
    """It has locked by itself; before the next unit two people say that the gate works."""
    await operator.press("primary")
    await operator.wait(lambda s: BYPASS in s["to_verify"], "the gate to be locked again")
    await operator.become(cards[LEAD], LEAD)
    await operator.see(f"verify:{BYPASS}")
    await operator.keep_picture("bypass-restart")
    await operator.press(f"verify:{BYPASS}")
    await operator.show_badge(cards[INSPECTOR])
    await operator.wait(lambda s: not s["to_verify"], "the gate to be verified")
    await operator.become(cards[OPERATOR], OPERATOR)


async def accept_evidence(operator: Operator, serial: str, cards: Mapping[str, str]) -> None:
    """The unit is finished and not provable: two people take it as it is, and say why."""
    await operator.see(f"evidence:{serial}")
    await operator.keep_picture("not-provable")
    await operator.press(f"evidence:{serial}")
    await operator.see("accept_gaps")
    await operator.keep_picture("evidence")
    await operator.press("accept_gaps", "accept_why:checked_again")
    await operator.show_badge(cards[INSPECTOR], cards[LEAD])
