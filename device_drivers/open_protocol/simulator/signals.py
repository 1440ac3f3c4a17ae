"""Relays, digital inputs, socket trays and modes, as they are wired to the controller."""

from __future__ import annotations

from dataclasses import dataclass, field

#: Numbers of digital input functions that stations ask for.
TOOL_READY, START_SWITCH, TOOL_RUNNING = 19, 20, 26
RELAYS, INPUTS, SOCKETS = 10, 8, 8


@dataclass(slots=True)
class Signals:
    """``relays`` and ``inputs`` are the outside's; functions are the controller's own."""

    relays: list[int] = field(default_factory=lambda: [0] * RELAYS)
    inputs: list[int] = field(default_factory=lambda: [0] * INPUTS)
    relay_functions: dict[int, bool] = field(default_factory=dict)
    input_functions: dict[int, bool] = field(default_factory=lambda: {TOOL_READY: True})
    #: Sockets of the tray by number from 1: lifted or not; lights as the station set them.
    lifted: list[bool] = field(default_factory=lambda: [False] * SOCKETS)
    green: list[int] = field(default_factory=lambda: [0] * SOCKETS)
    red: list[int] = field(default_factory=lambda: [0] * SOCKETS)
    is_manual: bool = False
    alarm: str | None = None
