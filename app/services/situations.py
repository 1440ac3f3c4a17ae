"""Situations open by themselves: each signal in the journal becomes one, with its evidence.

A signal is found in the journal, not in memory, so that one recorded just before a power cut
still gets its situation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.instructions import MeasureStep, TorqueStep, in_language
from app.domain.memory_events import SituationOpened
from app.domain.memory_signals import is_of_all_units
from app.ports.journal import NewEvent
from app.services.unit_work import SYSTEM

if TYPE_CHECKING:
    from app.domain.unit_run import StepRun, UnitRun
    from app.ports.memory import LastChange, Sighting
    from app.services.workplace import Workplace

#: What was recorded longer ago, by earlier software or before a long rest, asks nobody any more.
_OPENED_FOR_US = 3_600_000_000
_AT_ONCE = 8
_TITLES = {
    "nok": "{place}: {reasons}",
    "scan": "Wrong part scanned: {code}",
    "conflict": "The records contradict: {code}",
    "stop": "Station stopped: {reason}",
    "drift": "Values drift at {place}: {rule}",
    "defect": "Defect {defect} at {place}",
    "gap": "Evidence is missing: {gap}",
    "curve": "Curve looks like {curve} at {place}",
}


class Situations:
    """Call it inside a turn."""

    def __init__(self, at: Workplace) -> None:
        self._ports = at.ports
        self._board = at.board
        self._work = at.work
        self._count = 0

    async def open_new(self) -> bool:
        """A situation for every signal that has none; whether there was one."""
        since_us = self._ports.clock.now_us() - _OPENED_FOR_US
        found = await self._ports.journal.sightings(since_us, _AT_ONCE)
        # Two signals of one key and unit are one situation.
        first = {_same(one): one for one in reversed(found)}
        if not first:
            return False
        for one in sorted(first.values(), key=lambda sighting: sighting.at_us):
            body = self._opened(one, await self._ports.journal.last_change(_where(one)))
            event = NewEvent(body, SYSTEM, one.refs, causes=(one.evidence[0].event,))
            await self._ports.journal.append(event)
        return True

    def _opened(self, one: Sighting, change: LastChange | None) -> SituationOpened:
        signal = one.signal
        run = self._work.run
        mine = run if run is not None and run.serial == one.refs.unit else None
        place = _place(mine, signal.step, signal.facts.get("position", ""))
        impact = {"units": 1.0} if one.refs.unit else {}
        return SituationOpened(
            situation=self._new_name(),
            kind=signal.kind,
            key=signal.key,
            title=_title(signal.about, place, signal.facts),
            evidence=one.evidence,
            context=self._context(one, mine, change),
            impact=impact,
            severity="safety" if _is_safety(one) else "normal",
            step=signal.step,
        )

    def _context(
        self, one: Sighting, run: UnitRun | None, change: LastChange | None
    ) -> dict[str, str]:
        state, facts = self._board.state, one.signal.facts
        part, lot = _lot(run) if "lot" not in facts else (facts.get("part", ""), facts["lot"])
        tool, program = _equipment(run, one.signal.step)
        known = {
            "about": one.signal.about,
            "kind": one.signal.kind,
            "station": state.station.station,
            "line": state.station.line or "",
            "product": "" if run is None else run.product,
            "variant": "" if run is None else run.variant,
            "revision": one.refs.revision or "",
            "order": one.refs.order or "",
            "step": one.signal.step or "",
            "part": facts.get("part") or part,
            "lot": lot,
            "tool": facts.get("tool") or tool,
            "program": facts.get("program") or program,
            "shift": self._ports.shift(),
            **self._changed(one.at_us, change),
        }
        return {name: value for name, value in known.items() if value}

    def _changed(self, at_us: int, change: LastChange | None) -> dict[str, str]:
        """What changed last here, and how many minutes before; a new shift is a change, too."""
        span = None if self._ports.shift_span is None else self._ports.shift_span()
        named = [] if change is None else [(change.at_us, change.kind, change.value)]
        if span is not None:
            named.append((span.began_us, "shift", span.name))
        named = [one for one in named if one[0] <= at_us]
        if not named:
            return {}
        when_us, kind, value = max(named)
        minutes = str((at_us - when_us) // 60_000_000)
        return {"last_change": kind, "last_change_to": value, "last_change_min": minutes}

    def _new_name(self) -> str:
        """Never used twice, whatever anybody does to the clock."""
        self._count += 1
        clock = self._ports.clock
        return f"situation-{clock.boot[:8]}-{clock.mono_ns():x}-{self._count}"


def _same(one: Sighting) -> tuple[str, str | None]:
    return one.signal.key, None if is_of_all_units(one.signal.about) else one.refs.unit


def _where(one: Sighting) -> str:
    """The place whose tool and program may have been replaced; "" where there is none."""
    if one.signal.step is None:
        return ""
    parts = (one.refs.instruction or "", one.signal.step, one.signal.facts.get("position", ""))
    return ":".join(parts).rstrip(":")


def _is_safety(one: Sighting) -> bool:
    return one.signal.about == "not_safe" or one.signal.facts.get("severity") == "safety"


def _title(about: str, place: str, facts: dict[str, str]) -> str:
    told = {name: value.replace("_", " ").replace(",", ", ") for name, value in facts.items()}
    # "lot.on_hold" is read, and searched for, as words.
    told |= {"code": told["code"].replace(".", " ")} if "code" in told else {}
    where = place or "this station"
    words = _TITLES.get(about, "Problem reported: {about}, {place}")
    return words.format_map({"about": about.replace("_", " "), "place": where, **told})


def _place(run: UnitRun | None, step: str | None, position: str) -> str:
    """The step and the place at it, as the instruction calls them in English."""
    at: StepRun | None = None if run is None or step is None else run.step_run(step)
    if at is None:
        return " ".join(part for part in (step, position) if part)
    name = in_language(at.step.short or at.step.title, "en")
    label = next((in_language(p.label, "en") for p in at.step.positions if p.id == position), "")
    return f"{name}, {label or position}" if position else name


def _equipment(run: UnitRun | None, step: str | None) -> tuple[str, str]:
    """Tool and program that the step works with."""
    at = None if run is None or step is None else run.step_run(step)
    match None if at is None else at.step:
        case TorqueStep(tool=tool, program=program):
            return tool, str(program)
        case MeasureStep(gauge=gauge):
            return gauge, ""
        case _:
            return "", ""


def _lot(run: UnitRun | None) -> tuple[str, str]:
    """The part with a lot that was fitted last in the unit."""
    steps = () if run is None else run.steps
    fitted = [part for step in steps for part in step.parts if part.lot]
    return (fitted[-1].part, fitted[-1].lot or "") if fitted else ("", "")
