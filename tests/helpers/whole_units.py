"""Builds whole units at the rig's station, one after the other."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from app.domain.plant import Order
from app.journal.outbox import SqliteOutbox
from app.ports.devices import CommandResult, Outcome
from app.ports.sync import Document
from tests.helpers.station_rig import BADGE, PLANT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.helpers.station_rig import Rig


async def enlarge_orders(rig: Rig, quantity: int = 10**6) -> None:
    """Orders that do not end."""
    outbox = SqliteOutbox(rig.journal._journal)
    orders = [
        Document(100 + n, Order.KIND, one.order, msgspec.json.encode(one))
        for n, one in enumerate(
            msgspec.structs.replace(record, quantity=quantity, serials=())
            for record in PLANT
            if isinstance(record, Order)
        )
    ]
    await outbox.apply_feed(await outbox.feed_mark(), up_to=200, documents=orders)
    await rig.station.reference_changed()


async def build_unit(rig: Rig, serial: str, results: Iterator[int]) -> None:
    """From its scan to its evidence; ``results`` numbers the tool's."""
    if rig.state.person is None:
        await rig.scan(BADGE)
    await rig.scan(f"SN {serial}", "P:HS-200;L:H-2", f"P:GS-55;S:GS-{serial}")
    rig.machine.answers.put_nowait(CommandResult(Outcome.CONFIRMED))
    await rig.until(lambda s: s.tool is not None and s.tool.is_armed)
    await rig.pull(str(next(results)))
    await rig.pull(str(next(results)))
    await rig.station.value_typed(Decimal("0.11"))
    for place in ("left", "right"):
        await rig.station.point_answered(place, True)
    await rig.station.primary_pressed()
    await rig.scan("CMD:CONFIRM")
    finished = rig.state.finished
    assert finished is not None, rig.state.refusal
    assert finished.serial == serial
    rig.states.clear()  # the rig remembers them for tests; the station does not
    rig.tool.asked.clear()
    rig.machine.asked.clear()
