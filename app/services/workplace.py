"""What every service about the unit in work stands on, in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.envelope import Actor
    from app.domain.events import Body
    from app.domain.refusal import Refusal
    from app.domain.rules import Command
    from app.services.acts import Acts
    from app.services.sign_off import SignOff
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts
    from app.services.unit_work import UnitWork


@dataclass(frozen=True, slots=True)
class Workplace:
    """Made once by the station; everything in it is called inside a turn.

    ``actor`` is who acts now.  ``do`` applies a command to the open unit, ``append`` records what
    is about no unit, and ``noted`` is told of what a service recorded by itself.
    """

    ports: StationPorts
    board: StateBoard
    work: UnitWork
    acts: Acts
    sign_off: SignOff
    actor: Callable[[], Actor]
    do: Callable[[Command], Awaitable[Refusal | None]]
    append: Callable[[Body, Actor], Awaitable[None]]
    noted: Callable[[tuple[Body, ...]], Awaitable[None]]
