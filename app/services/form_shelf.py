"""Which checks the plant has published for this station, and the clock they go by."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from app.domain.instructions import Instruction, Text
from app.domain.planned_time import PlannedTime
from app.domain.plant import EffectiveRevision
from app.domain.shift_calendar import ShiftCalendar

if TYPE_CHECKING:
    from datetime import tzinfo

    from app.domain.form_rule import FormRule
    from app.services.station_ports import StationPorts

log = logging.getLogger(__name__)

_instructions = msgspec.json.Decoder(Instruction)
#: A calendar for every line that has none of its own.
_ANY_LINE = "*"


@dataclass(frozen=True, slots=True)
class Form:
    """A check in force since ``published_us`` (µs UTC)."""

    form: str
    title: Text
    revision: str
    rule: FormRule
    published_us: int


class FormShelf:
    """Reads the documents; an instruction only once, for its revision never changes."""

    def __init__(self, ports: StationPorts, station: str, line: str) -> None:
        self._ports = ports
        self.station = station
        self._line = line
        self._known: dict[str, Instruction | None] = {}
        self._calendar: ShiftCalendar | None = None
        self._planned: PlannedTime | None = None
        self._zone: tzinfo | None = None
        self.forms: tuple[Form, ...] = ()

    async def look(self) -> tuple[Form, ...]:
        """The checks of this station, by name."""
        found = [
            form
            for effective in await self._ports.reference.all(EffectiveRevision)
            if (form := await self._form(effective)) is not None
        ]
        if found:
            await self._read_calendar()
        self.forms = tuple(found)
        return self.forms

    def form(self, name: str) -> Form | None:
        """The check of that name, as it was looked up last."""
        return next((form for form in self.forms if form.form == name), None)

    def clock_at(self, now_us: int) -> tuple[tzinfo | None, int | None]:
        """The plant's zone, and when the shift at ``now_us`` began (µs UTC), None between shifts.

        Without a shift calendar it is the station's own (None), and its configured shifts.
        """
        if self._planned is not None and self._zone is not None:
            shift = self._planned.shift_at(now_us)
            return self._zone, None if shift is None else shift.begin_us
        span = self._ports.shift_span
        return None, None if span is None else span().began_us

    async def _form(self, effective: EffectiveRevision) -> Form | None:
        revision = effective.revision
        if revision not in self._known:
            content = await self._ports.reference.instruction(revision)
            if content is None:  # it is still on its way
                return None
            found = _instructions.decode(content)
            self._known[revision] = None if found.form is None else found
        instruction = self._known[revision]
        if instruction is None or instruction.form is None:
            return None
        rule = instruction.form
        if rule.stations and self.station not in rule.stations:
            return None
        published_us = round(effective.effective_from.timestamp() * 1e6)
        return Form(instruction.id, instruction.title, revision, rule, published_us)

    async def _read_calendar(self) -> None:
        calendars = {c.calendar: c for c in await self._ports.reference.all(ShiftCalendar)}
        calendar = calendars.get(self._line) or calendars.get(_ANY_LINE)
        if calendar == self._calendar:
            return
        self._calendar = calendar
        self._planned = self._zone = None
        if calendar is None:
            return
        try:
            self._zone = ZoneInfo(calendar.zone)
        except ZoneInfoNotFoundError:
            log.warning("no time zone %s here: checks go by the station's own", calendar.zone)
            return
        self._planned = PlannedTime(calendar, self._zone)
