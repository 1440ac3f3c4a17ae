"""Whom a message can be for: the stations, skills, orders, products and parts of the plant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.instructions import Instruction, in_language
from app.domain.plant import EffectiveRevision, Order, Person, StationInfo
from app.services.line_state import AudienceName, AudienceNames

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from app.ports.journal import Reference

_instructions = msgspec.json.Decoder(Instruction)


async def audience_names(
    reference: Reference, here: StationInfo, order: Order | None, language: str
) -> AudienceNames:
    """What the documents name: what ``order`` is about first, and the own line's stations.

    Only orders that are open count, and what is built by them.
    """
    stations = await reference.all(StationInfo)
    orders = [one for one in await reference.all(Order) if one.state == "released"]
    orders.sort(key=lambda one: (one != order, one.sequence, one.order))
    return AudienceNames(
        stations=tuple(_stations(stations, here)),
        skills=_by_name(await _skills(reference, stations)),
        orders=tuple(AudienceName(one.order, f"{one.product} · {one.variant}") for one in orders),
        products=_once(AudienceName(one.product) for one in orders),
        parts=_once(await _parts(reference, orders, language)),
    )


def _stations(stations: Sequence[StationInfo], here: StationInfo) -> Iterator[AudienceName]:
    """Also this one: who comes to it next is meant then."""
    known = {one.station: one for one in (here, *stations)}
    for one in sorted(known.values(), key=lambda one: (one.line != here.line, one.station)):
        yield AudienceName(one.station, " · ".join(word for word in (one.name, one.line) if word))


async def _skills(reference: Reference, stations: Sequence[StationInfo]) -> set[str]:
    asked = {skill for one in stations for skill in one.skills}
    return asked.union(*(one.skills for one in await reference.all(Person) if one.is_active))


async def _parts(
    reference: Reference, orders: Sequence[Order], language: str
) -> list[AudienceName]:
    """The bill of each order, and what may stand in for its parts."""
    known: dict[str, Instruction | None] = {}
    found = []
    for order in orders:
        if order.instruction not in known:
            known[order.instruction] = await _in_force(reference, order.instruction)
        instruction = known[order.instruction]
        bill = () if instruction is None else instruction.bills.get(order.variant, ())
        for line in bill:
            name = in_language(line.name, language)
            found += [AudienceName(part, name) for part in line.parts]
    return found


async def _in_force(reference: Reference, instruction: str) -> Instruction | None:
    effective = await reference.get(EffectiveRevision, instruction)
    content = None if effective is None else await reference.instruction(effective.revision)
    return None if content is None else _instructions.decode(content)


def _by_name(names: Iterable[str]) -> tuple[AudienceName, ...]:
    return tuple(AudienceName(name) for name in sorted(names))


def _once(names: Iterable[AudienceName]) -> tuple[AudienceName, ...]:
    """Each name as it came first."""
    found: dict[str, AudienceName] = {}
    for one in names:
        found.setdefault(one.name, one)
    return tuple(found.values())
