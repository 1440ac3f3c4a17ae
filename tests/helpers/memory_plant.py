"""A plant whose memory has something of everything: outcomes, cards, conflicts, words, history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.envelope import Refs
from app.domain.memory_events import CardShown, MemoryPicked
from memory.likes import Like
from memory.records import Case, Outcome
from memory.suggest import Basis, show
from tests.helpers.memory_station import CONTEXT, KEY, build_unit, decide, open_situation

if TYPE_CHECKING:
    import httpx

    from tests.helpers.plant_station import FakeStation

HISTORY = (
    b'{"id": "X-1", "text": "Torque low at bolt 2, bit worn", "at": "2026-03-02T10:00:00Z", '
    b'"context": {"station": "ST-020", "product": "GX-100"}, "response": "replace_tool", '
    b'"outcome": "held", "constraint": "tool_out"}\n'
    b'{"id": "X-2", "text": "Bearing hard to press in", "at": "2026-03-03T10:00:00Z", '
    b'"context": {"station": "ST-030", "product": "GX-100"}, "response": "clean"}\n'
)
#: The decision that is open, and one that came back, in :func:`fill_memory`.
OPEN, CAME_BACK, CASE, UNIT = "D-open", "D-0-clean", "S-open", "0418-99001"


async def fill_memory(client: httpx.AsyncClient, station: FakeStation) -> None:
    """Record it and push it; history is imported."""
    write_memory(station)
    await station.pushed(client)
    reply = await client.post("/v1/memory/import", content=HISTORY)
    assert reply.is_success, reply.text


def write_memory(station: FakeStation) -> None:
    """Five trials that held, two that did not, one that is watched, two against each other."""
    serial = 0
    for trial in range(7):
        for number in range(10):
            serial += 1
            build_unit(station, f"M-{serial:03}")
            if number % 2:
                open_situation(station, f"S-{trial}-{number}")
        response = "replace_tool" if trial < 5 else "clean"
        name = f"D-{trial % 5}-{'tool' if trial < 5 else 'clean'}"
        shift = f"2026-11-20 {'AB'[trial % 2]}"
        decide(station, name, f"S-{trial}-9", response=response, shift=shift, tradeoffs=("time",),
               after_s=14.0 + trial)  # fmt: skip
        for number in range(10):
            serial += 1
            build_unit(station, f"M-{serial:03}")
            if response == "clean" and number == 1:
                open_situation(station, f"S-{trial}-again")
    _other_responses(station)
    build_unit(station, UNIT)
    station.refs = Refs(unit=UNIT, order="PO-1")
    open_situation(station, CASE)
    _show_card(station)
    words = "worn bit in the holder"
    decide(station, OPEN, CASE, constraint="other", words=words, after_s=12.0, taps=4)
    station.refs = Refs()
    build_unit(station, "0418-99002")
    for case in ("S-0-9", "S-1-9"):
        station.write(MemoryPicked(query="trq low", case=case))


def _other_responses(station: FakeStation) -> None:
    """Hold the lot, or use it as it is: the engineer has to say."""
    for name, response in (("lot", "hold_lot"), ("as-is", "use_as_is")):
        build_unit(station, f"M-{name}")
        open_situation(station, f"S-{name}", key="material:ST-040:housing", kind="material",
                       title="Housing porous at the boss")  # fmt: skip
        decide(station, f"D-{name}", f"S-{name}", key="material:ST-040:housing",
               response=response, kind="contain", metric="escapes")  # fmt: skip


def _show_card(station: FakeStation) -> None:
    likes = tuple(
        Like(
            case=Case(
                case=f"S-{trial}-9",
                text="Bolt 3: torque too low, angle too high",
                at_us=station.at_us - trial * 3_600_000_000,
                key=KEY,
                context=CONTEXT,
                constraint="tool_out",
                response="replace_tool" if trial < 5 else "clean",
                decision=f"D-{trial % 5}-{'tool' if trial < 5 else 'clean'}",
                outcome=Outcome.HELD if trial < 5 else Outcome.RECURRED,
            ),
            likeness=0.9 - trial / 20,
            why=("torque", "bolt"),
        )
        for trial in range(7)
    )
    basis = Basis(situation=CASE, context=CONTEXT, likes=likes, lists="constraints 1")
    shown = msgspec.json.encode(show(basis)).decode()
    station.write(CardShown(situation=CASE, shown=shown))
