"""What a control room is told of a station, under names after OPC 40001-1 (Machinery)."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from app.ports.devices import LinkState

if TYPE_CHECKING:
    from app.domain.readings import Reading
    from app.services.station_state import StationState

#: The states of a machinery item.
EXECUTING, NOT_EXECUTING, OUT_OF_SERVICE = "Executing", "NotExecuting", "OutOfService"


@dataclass(frozen=True, slots=True)
class StationFacts:
    """One look at the station.  No person is named: whose hands did it is nobody's business here.

    Texts are empty and counts zero where there is nothing to say.
    """

    machinery_item_state: str = NOT_EXECUTING
    order: str = ""
    done: int = 0
    unit: str = ""
    variant: str = ""
    step: str = ""
    step_title: str = ""
    is_held: bool = False
    last_source: str = ""
    last_id: str = ""
    last_kind: str = ""
    last_is_ok: bool = False
    last_values: tuple[str, ...] = ()
    storage_is_ok: bool = True
    server_link: str = ""
    waiting_events: int = 0
    devices: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()

    def changes(self, before: StationFacts | None) -> dict[str, object]:
        """What is not as it was ``before``; everything, if nothing was."""
        now = {each.name: getattr(self, each.name) for each in fields(self)}
        if before is None:
            return now
        return {name: value for name, value in now.items() if value != getattr(before, name)}


def facts_of(state: StationState) -> StationFacts:
    """The facts in ``state``."""
    run, last = state.run, state.last_reading
    step = run.current.step if run is not None and run.current is not None else None
    return StationFacts(
        machinery_item_state=_item_state(state),
        order=state.order.order if state.order is not None else "",
        done=state.order_done,
        unit=run.serial if run is not None else "",
        variant=run.variant if run is not None else "",
        step=step.id if step is not None else "",
        step_title=step.title.get("en", "") if step is not None else "",
        is_held=run is not None and run.held is not None,
        last_source=last.source if last is not None else "",
        last_id=last.result_id if last is not None else "",
        last_kind=last.kind.value if last is not None else "",
        last_is_ok=last is not None and last.ok is True,
        last_values=_values(last),
        storage_is_ok=state.storage_problem is None,
        server_link=state.sync.state.value,
        waiting_events=state.sync.waiting,
        devices=tuple(f"{each.device}: {each.state.value}" for each in state.devices),
        troubles=tuple(
            f"{each.device}: {each.detail}"
            for each in state.devices
            if each.detail and each.state is not LinkState.READY
        ),
    )


def _item_state(state: StationState) -> str:
    """Out of service where nothing can be recorded; executing where a unit is in work."""
    if state.storage_problem is not None:
        return OUT_OF_SERVICE
    is_working = state.run is not None and state.run.held is None
    return EXECUTING if is_working else NOT_EXECUTING


def _values(last: Reading | None) -> tuple[str, ...]:
    if last is None:
        return ()
    return tuple(f"{each.name} {each.value} {each.unit}" for each in last.values)
