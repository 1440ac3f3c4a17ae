"""Runs a station from a script: JSON lines in, JSON lines out.

For the demonstration, for support and for tests.  A line ``{"do": "tap", "name": "primary"}``
does what a finger does; each change of the station is told as one ``{"event": "state", …}``.
"""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any

import msgspec

from app.domain.handover import exceptions
from app.domain.instructions import ConfirmStep, InspectStep, InstructStep, ScanStep, TorqueStep

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TextIO

    from app.domain.unit_run import UnitRun
    from app.services.station_state import StationIntents, StationState


def describe(state: StationState) -> dict[str, Any]:
    """What a script needs to know to act next."""
    run = state.run
    shown = {
        "event": "state",
        "version": state.version,
        "person": state.person.person if state.person else None,
        "orders": len(state.orders),
        "sync": state.sync.state.value,
        "waiting": state.sync.waiting,
        "sync_problem": state.sync.problem,
        "refusal": state.refusal.refusal.code if state.refusal else None,
        "refused_in_a_row": state.refusal.in_a_row if state.refusal else 0,
        "sign_in_refusal": state.sign_in_refusal.refusal.code if state.sign_in_refusal else None,
        "storage": state.storage_problem.code if state.storage_problem else None,
        "finished": state.finished.serial if state.finished else None,
        "evidence": state.finished.evidence if state.finished else None,
        "armed": state.tool is not None and state.tool.is_armed,
        "tool_problem": state.tool.problem.code if state.tool and state.tool.problem else None,
        "machine_problem": _machine_problem(state),
        "devices": {d.device: d.state.value for d in state.devices},
        "pictures": len(state.pictures),
        "calls": len(state.line.calls),
        "to_tick": _to_tick(state),
        "asked": state.people.asked.act if state.people.asked else None,
        "asked_right": state.people.asked.right if state.people.asked else None,
        "serial": run.serial if run else None,
        "open_defects": [d.number for d in run.open_defects] if run else [],
        "unit_held": run.held if run else None,
        "bypassed": [view.passport.bypass for view in state.quality.active],
        "to_verify": [view.passport.bypass for view in state.quality.to_verify],
    }
    return shown | (_describe_step(run) if run is not None else {"step": None})


def _to_tick(state: StationState) -> list[str] | None:
    """What whoever takes the shift over has to tick; None where no handover waits."""
    waiting = state.line.waiting
    return None if waiting is None else [one.item for one in exceptions(waiting.given.items)]


def tap_on_intents(intents: StationIntents, name: str) -> None:
    """What the widget called ``name`` would do, for a station without a screen.

    Raises:
        KeyError: there is no such thing to tap.
    """
    if name.startswith("point:"):
        _, position, answer = name.split(":")
        intents.point_answered(position, answer == "ok")
        return
    {
        "primary": intents.primary_pressed,
        "acknowledge": intents.nok_acknowledged,
        "retry": intents.retry_pressed,
        "sign_out": intents.signed_out,
        "step_back": intents.refusal_closed,
        "leave": intents.unit_left,
    }[name]()


class LineControl:
    """Reads commands on a thread of its own; writing is safe from any thread.

    ``handle`` gets each command on the reading thread.  At end of input the thread just ends: a
    station outlives the script that started it.
    """

    def __init__(
        self,
        handle: Callable[[dict[str, Any]], None],
        *,
        source: TextIO = sys.stdin,
        sink: TextIO = sys.stdout,
    ) -> None:
        self._handle = handle
        self._source = source
        self._sink = sink
        self._lock = threading.Lock()

    def start(self) -> None:
        threading.Thread(target=self._read, name="control", daemon=True).start()

    def say(self, what: dict[str, Any]) -> None:
        line = msgspec.json.encode(what).decode()
        with self._lock:
            self._sink.write(line + "\n")
            self._sink.flush()

    def _read(self) -> None:
        for line in self._source:
            if not line.strip():
                continue
            try:
                self._handle(msgspec.json.decode(line, type=dict[str, Any]))
            except (msgspec.DecodeError, KeyError, ValueError) as error:
                self.say({"event": "error", "why": str(error), "line": line.strip()})


def _describe_step(run: UnitRun) -> dict[str, Any]:
    current = run.current
    if current is None:
        return {"step": None}
    step = current.step
    shown: dict[str, Any] = {
        "step": step.id,
        "kind": type(step).__name__.removesuffix("Step").lower(),
        "index": run.index,
        "nok": current.is_nok_open,
        "held": run.held,
        "evidence_count": len(current.evidence),
    }
    match step:
        case TorqueStep():
            shown["position"] = current.next_position
        case InspectStep():
            shown["open"] = [p.id for p in step.positions if not current.answers.get(p.id)]
        case ScanStep():
            shown["component"] = step.component
        case ConfirmStep():
            shown["signed_too"] = step.sign_off is not None
        case InstructStep():
            shown["machine"] = step.machine
        case _:
            pass
    return shown


def _machine_problem(state: StationState) -> str | None:
    machine = state.machine
    return machine.problem.code if machine is not None and machine.problem else None
