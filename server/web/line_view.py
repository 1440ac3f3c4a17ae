"""What the line's page shows, worked out before the template sees it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from server.web.format import age

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from server.read.board import StationCard
    from server.read.orders import OrderProgress

_SIGNS = {
    "ok": "play-fill",
    "nok": "x-square-fill",
    "todo": "circle-bold",
    "offline": "cloud-slash-bold",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """A station on the line: ``tone`` and ``sign`` mark its chip, ``share`` (0 to 1) its bar."""

    station: str
    name: str
    tone: str
    sign: str
    word: str
    order: str
    share: float | None
    cycle: str
    note: str
    unit: str | None


def tiles(
    cards: Sequence[StationCard], orders: Sequence[OrderProgress], *, now: datetime
) -> list[Tile]:
    """Every station, by name."""
    progress = {one.order.order: one for one in orders}
    return [_tile(card, progress.get(card.order or ""), now) for card in cards]


def current_order(
    orders: Sequence[OrderProgress], cards: Sequence[StationCard]
) -> OrderProgress | None:
    """The order most stations work on, else the most urgent one that is not done."""
    unfinished = [one for one in orders if is_unfinished(one)]
    worked = [card.order for card in cards if card.order]
    in_work = [one for one in unfinished if one.order.order in worked]
    if in_work:
        return max(in_work, key=lambda one: worked.count(one.order.order))
    return unfinished[0] if unfinished else None


def is_unfinished(one: OrderProgress) -> bool:
    """Whether units of the order are still to be completed."""
    return one.completed < one.order.quantity


def _tile(card: StationCard, progress: OrderProgress | None, now: datetime) -> Tile:
    tone, word = _state(card, now)
    share = None
    if progress is not None:
        share = min(1.0, progress.completed / max(1, progress.order.quantity))
    return Tile(
        station=card.station,
        name=card.name,
        tone=tone,
        sign=_SIGNS[tone],
        word=word,
        order=card.order or "no order",
        share=share,
        cycle=f"cycle {card.cycle_s:.0f} s" if card.cycle_s is not None else "no cycle yet",
        note=_note(card),
        unit=card.unit,
    )


def _state(card: StationCard, now: datetime) -> tuple[str, str]:
    """No data is its own state: it must never look like a station at rest."""
    if card.state == "offline":
        return "offline", f"Offline {age(card.silent_s or 0)}"
    if card.stopped_at is not None and card.state == "stopped":
        return "nok", f"Stopped {_since(card.stopped_at, now)}"
    if card.state == "stopped":
        return "nok", (card.machine_state or "stopped").capitalize()
    words = {"working": ("ok", "Working"), "waiting": ("todo", "Waiting")}
    return words.get(card.state, ("offline", "No data yet"))


def _since(at: datetime, now: datetime) -> str:
    """A station's clock may be ahead of ours by a little."""
    return age(max(0.0, (now - at).total_seconds()))


def _note(card: StationCard) -> str:
    if card.state in {"offline", "never"}:
        return "last known" if card.state == "offline" else ""
    return f"step {card.step}" if card.step else (card.unit or "")
