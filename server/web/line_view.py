"""What the line's page shows, worked out before the template sees it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from server.web.format import age

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from server.read.board import StationCard
    from server.read.orders import OrderProgress
    from server.read.where_used import UnitBrief

CHART_HOURS = 8
_WIDTH, _HEIGHT = 1000.0, 260.0


@dataclass(frozen=True, slots=True)
class Tile:
    """A station on the line: ``tone`` colours its chip, ``share`` (0 to 1) fills its bar."""

    station: str
    name: str
    tone: str
    word: str
    order: str
    share: float | None
    cycle: str
    note: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Output:
    """Completed units over the last hours, as one SVG path, and its scale."""

    path: str
    area: str
    total: int
    since: datetime
    until: datetime


def tiles(cards: Sequence[StationCard], orders: Sequence[OrderProgress]) -> list[Tile]:
    """Every station, by name."""
    progress = {one.order.order: one for one in orders}
    return [_tile(card, progress.get(card.order or "")) for card in cards]


def current_order(
    orders: Sequence[OrderProgress], cards: Sequence[StationCard]
) -> OrderProgress | None:
    """The order most stations work on, else the most urgent one that is not done."""
    unfinished = [one for one in orders if one.completed < one.order.quantity]
    worked = [card.order for card in cards if card.order]
    in_work = [one for one in unfinished if one.order.order in worked]
    if in_work:
        return max(in_work, key=lambda one: worked.count(one.order.order))
    return unfinished[0] if unfinished else None


def output(units: Sequence[UnitBrief], *, until: datetime) -> Output | None:
    """The steps of completed units; None when there were none."""
    since = until - timedelta(hours=CHART_HOURS)
    done = sorted(
        unit.completed_at
        for unit in units
        if unit.completed_at is not None and since <= unit.completed_at <= until
    )
    if not done:
        return None
    points = [(0.0, _HEIGHT)]
    for number, at in enumerate(done, start=1):
        x = (at - since) / (until - since) * _WIDTH
        points += [(x, points[-1][1]), (x, _HEIGHT * (1 - number / len(done)))]
    points.append((_WIDTH, points[-1][1]))
    line = " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return Output(
        path=f"M{line}",
        area=f"M{line} L{_WIDTH:.1f} {_HEIGHT:.1f} Z",
        total=len(done),
        since=since,
        until=until,
    )


def _tile(card: StationCard, progress: OrderProgress | None) -> Tile:
    tone, word = _state(card)
    share = None
    if progress is not None:
        share = min(1.0, progress.completed / max(1, progress.order.quantity))
    return Tile(
        station=card.station,
        name=card.name,
        tone=tone,
        word=word,
        order=card.order or "no order",
        share=share,
        cycle=f"cycle {card.cycle_s:.0f} s" if card.cycle_s is not None else "no cycle yet",
        note=_note(card),
        unit=card.unit,
    )


def _state(card: StationCard) -> tuple[str, str]:
    """No data is its own state: it must never look like a station at rest."""
    if card.state == "offline":
        return "offline", f"Offline {age(card.silent_s or 0)}"
    if card.state == "stopped":
        return "nok", (card.machine_state or "stopped").capitalize()
    words = {"working": ("ok", "Working"), "waiting": ("todo", "Waiting")}
    return words.get(card.state, ("offline", "No data yet"))


def _note(card: StationCard) -> str:
    if card.state in {"offline", "never"}:
        return "last known" if card.state == "offline" else ""
    return f"step {card.step}" if card.step else (card.unit or "")
