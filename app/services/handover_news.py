"""What changed at this station since whoever comes now last worked here, and nothing older."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.domain.line_events import HandoverItem
from app.domain.plant import EffectiveRevision, Hold
from app.services.acts import Act
from app.services.handover_facts import bypassed
from app.services.line_state import SinceThen

if TYPE_CHECKING:
    from datetime import datetime

    from app.ports.journal import Reference
    from app.services.acts import Acts
    from app.services.line_record import LineRecord
    from app.services.station_state import StationState

#: Whoever was away for longer is shown what changed in this time.
_LONGEST_US = 30 * 86_400_000_000


@dataclass(frozen=True, slots=True)
class ReadNews(Act):
    """Whoever came has seen it."""


class NewsSince:
    """Looks once for each who signs in.  Call it inside a turn."""

    def __init__(self, record: LineRecord, reference: Reference) -> None:
        self._record = record
        self._reference = reference
        self._person: str | None = None

    def add_to(self, acts: Acts) -> None:
        acts.add(ReadNews, self.read)

    async def read(self, _: ReadNews) -> None:
        self._record.show(news=None)

    async def follow(self) -> None:
        """After every turn: somebody else may have come."""
        person = self._record.state.person
        name = None if person is None else person.person
        if name == self._person:
            return
        self._person = name
        self._record.show(news=None if name is None else await self._since(name))

    async def _since(self, person: str) -> SinceThen | None:
        left_us = await self._record.journal.last_here(person)
        if left_us is None:
            return None
        since_us = max(left_us, self._record.clock.now_us() - _LONGEST_US)
        items = [
            *await self._revisions(since_us),
            *await self._holds(since_us),
            *_decided(self._record.state, since_us),
            *self._bypasses(since_us),
        ]
        return SinceThen(since_us, tuple(items)) if items else None

    async def _revisions(self, since_us: int) -> list[HandoverItem]:
        """Of the instructions of this station's orders."""
        used = {row.order.instruction for row in self._record.state.orders}
        return [
            HandoverItem(
                f"revision:{one.instruction}",
                "revision",
                {"instruction": one.instruction, "since_us": str(_us(one.effective_from))},
            )
            for one in await self._reference.all(EffectiveRevision)
            if one.instruction in used
            and since_us < _us(one.effective_from) <= self._record.clock.now_us()
        ]

    async def _holds(self, since_us: int) -> list[HandoverItem]:
        """What nobody may use since then: lots that lie here, and units that were here."""
        journal = self._record.journal
        lots = {stock.lot for stock in await journal.line_stock()}
        found = []
        for hold in await self._reference.all(Hold):
            if hold.lifted_at is not None or _us(hold.placed_at) <= since_us:
                continue
            is_unit = hold.serial is not None and await journal.unit_state(hold.serial) is not None
            if hold.lot in lots or is_unit:
                held = hold.lot or hold.serial or ""
                facts = {"held": held, "reason": hold.reason, "owner": hold.owner}
                found.append(HandoverItem(f"hold:{hold.hold}", "hold", facts))
        return found

    def _bypasses(self, since_us: int) -> list[HandoverItem]:
        quality = self._record.state.quality
        later = {
            one.passport.bypass for one in quality.bypasses if _us(one.passport.latest) > since_us
        }
        return [item for item in bypassed(quality) if item.facts["bypass"] in later]


def _decided(state: StationState, since_us: int) -> list[HandoverItem]:
    """The plant's decisions about this station's work."""
    return [
        HandoverItem(
            f"decided:{one.situation}",
            "decided",
            {"title": one.title, "words": one.words, "since_us": str(_us(one.at))},
        )
        for one in state.decisions
        if _us(one.at) > since_us
    ]


def _us(at: datetime) -> int:
    return int(at.timestamp() * 1_000_000)
