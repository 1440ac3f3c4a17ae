"""What changed at this station since whoever comes now last worked here, and nothing older."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from app.domain.instructions import Text, in_language
from app.domain.line_events import HandoverItem
from app.domain.plant import EffectiveRevision, Hold
from app.domain.quality_events import BypassActivated
from app.services.acts import Act
from app.services.handover_facts import bypassed
from app.services.line_state import SinceThen

if TYPE_CHECKING:
    from datetime import datetime

    from app.domain.plant import Person
    from app.ports.journal import Reference
    from app.services.acts import Acts
    from app.services.line_record import LineRecord
    from app.services.station_state import StationState

#: Whoever was away for longer is shown what changed in this time.
_LONGEST_US = 30 * 86_400_000_000


@dataclass(frozen=True, slots=True)
class ReadNews(Act):
    """Whoever came has seen it."""


class _Titled(msgspec.Struct):
    """Of an instruction only what it is called."""

    title: Text


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
        self._record.show(news=None if person is None else await self._since(person))

    async def _since(self, person: Person) -> SinceThen | None:
        """Each thing once, the newest first; nothing that they said or did themselves."""
        left_us = await self._record.journal.last_here(person.person)
        if left_us is None:
            return None
        since_us = max(left_us, self._record.clock.now_us() - _LONGEST_US)
        found = {
            item.item: item
            for item in (
                *await self._revisions(since_us, person),
                *await self._holds(since_us, person),
                *_decided(self._record.state, since_us, person),
                *await self._decided_here(since_us),
                *await self._tools(since_us),
                *await self._bypasses(since_us, person),
            )
        }
        items = sorted(found.values(), key=lambda item: -int(item.facts["at_us"]))
        return SinceThen(since_us, tuple(items)) if items else None

    async def _revisions(self, since_us: int, person: Person) -> list[HandoverItem]:
        """Of the instructions of this station's orders, and of its checks."""
        state, now_us = self._record.state, self._record.clock.now_us()
        used = {row.order.instruction for row in state.orders}
        used |= {row.form for row in state.forms.rows}
        return [
            _news("revision", one.instruction, at_us, instruction=await self._title(one, person))
            for one in await self._reference.all(EffectiveRevision)
            for at_us in [_us(one.effective_from)]
            if one.instruction in used and since_us < at_us <= now_us
        ]

    async def _title(self, one: EffectiveRevision, person: Person) -> str:
        """As its first page says it, in the language of who comes."""
        content = await self._reference.instruction(one.revision)
        if content is None:
            return one.instruction
        try:
            title = msgspec.json.decode(content, type=_Titled).title
        except msgspec.MsgspecError:
            return one.instruction
        return in_language(title, person.languages[0] if person.languages else "en")

    async def _holds(self, since_us: int, person: Person) -> list[HandoverItem]:
        """What nobody may use since then: lots that lie here, and units that were here."""
        journal = self._record.journal
        lots = {stock.lot for stock in await journal.line_stock() if stock.quantity}
        found = []
        for hold in await self._reference.all(Hold):
            is_old = hold.lifted_at is not None or _us(hold.placed_at) <= since_us
            if is_old or _is_own(person, hold.owner):
                continue
            is_unit = hold.serial is not None and await journal.unit_state(hold.serial) is not None
            if hold.lot in lots or is_unit:
                held = hold.lot or hold.serial or ""
                facts = {"held": held, "reason": hold.reason, "owner": hold.owner}
                found.append(_news("hold", hold.hold, _us(hold.placed_at), **facts))
        return found

    async def _decided_here(self, since_us: int) -> list[HandoverItem]:
        """What others decided at this station."""
        records = await self._record.journal.situations(since_us - _LONGEST_US)
        return [
            _news(
                "decided_here",
                record.name,
                record.decided_at_us,
                title=record.opened.title,
                response=record.decision.response,
            )
            for record in records
            if record.decision is not None and record.decided_at_us > since_us
        ]

    async def _tools(self, since_us: int) -> list[HandoverItem]:
        return [
            _news(f"new_{one.kind}", one.value, one.at_us, name=one.value)
            for one in await self._record.journal.tool_changes(since_us)
        ]

    async def _bypasses(self, since_us: int, person: Person) -> list[HandoverItem]:
        """Those activated since then; one that was only used since is no news."""
        later = {
            fact.body.bypass: fact.at_us
            for fact in await self._record.journal.quality_facts()
            if isinstance(fact.body, BypassActivated)
            and fact.at_us > since_us
            and person.person not in (fact.body.by, fact.body.second)
        }
        return [
            replace(item, facts={**item.facts, "at_us": str(later[item.facts["bypass"]])})
            for item in bypassed(self._record.state.quality)
            if item.facts["bypass"] in later
        ]


def _decided(state: StationState, since_us: int, person: Person) -> list[HandoverItem]:
    """The plant's decisions about this station's work."""
    return [
        _news("decided", one.situation, _us(one.at), title=one.title, words=one.words)
        for one in state.decisions
        if _us(one.at) > since_us and not _is_own(person, one.by)
    ]


def _is_own(person: Person, said_by: str) -> bool:
    """Whether it was they: the plant writes a role and a number, "lead 204 and quality 31"."""
    return person.person in said_by.split()


def _news(kind: str, of: str, at_us: int, **facts: str) -> HandoverItem:
    return HandoverItem(f"{kind}:{of}", kind, {**facts, "at_us": str(at_us)})


def _us(at: datetime) -> int:
    return int(at.timestamp() * 1_000_000)
