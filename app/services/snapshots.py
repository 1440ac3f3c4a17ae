"""A photo of a defect or of what is reported: taken beside the work, kept with its record.

The camera may take seconds, so that a task of its own asks it; until the record names the photo it
is nowhere but on the screen.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from app.services.acts import Act
from app.services.photo_control import take_picture
from app.services.problem_states import SnapView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.refusal import Refusal
    from app.ports.devices import Camera
    from app.services.acts import Acts
    from app.services.state_board import StateBoard
    from app.services.station_ports import StationPorts


@dataclass(frozen=True, slots=True)
class TakeSnapshot(Act):
    """Take a photo, or take it again."""


@dataclass(frozen=True, slots=True)
class DropSnapshot(Act):
    """The photo is not wanted."""


class Snapshots:
    """One photo at a time, with the first camera of the station."""

    def __init__(self, *, ports: StationPorts, board: StateBoard) -> None:
        self._ports = ports
        self._board = board
        self._cameras: Mapping[str, Camera] = {}
        self._wanted = asyncio.Event()
        self._number = 0
        self._of: tuple[str, str] | None = None

    def use(self, cameras: Mapping[str, Camera]) -> None:
        self._cameras = cameras
        self._board.update(defects=replace(self._board.state.defects, camera=self._name))

    def add_to(self, acts: Acts) -> None:
        acts.add(TakeSnapshot, self._take)
        acts.add(DropSnapshot, self._drop)

    async def run(self) -> None:
        """Take what is asked for until cancelled."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            number, name = self._number, self._name
            taken = await take_picture(self._cameras[name], name)
            sharp = None
            if taken.photo is not None and self._ports.is_sharp is not None:
                sharp = await asyncio.to_thread(self._ports.is_sharp, taken.photo.jpeg)
            if number == self._number:  # nobody has thrown it away meanwhile
                self._show(SnapView(name, False, taken.photo, sharp, taken.problem, self._of))

    def drop(self) -> None:
        self._number += 1
        self._show(None)

    async def keep(self) -> str | None:
        """Keep the photo durably, for a record to name it; None without one.

        Raises:
            StorageFault: it could not be kept; it stays on the screen.
        """
        snap = self._board.state.defects.snap
        if snap is None or snap.photo is None:
            return None
        return await self._ports.blobs.put(snap.photo.jpeg)

    @property
    def _name(self) -> str:
        return next(iter(self._cameras), "")

    async def _take(self, act: TakeSnapshot) -> Refusal | None:  # noqa: ARG002 - carries nothing
        if self._name:
            self._number += 1
            self._of = self._at_work()
            self._show(SnapView(self._name, is_taking=True, of=self._of))
            self._wanted.set()
        return None

    async def _drop(self, act: DropSnapshot) -> Refusal | None:  # noqa: ARG002 - carries nothing
        self.drop()
        return None

    def _at_work(self) -> tuple[str, str] | None:
        run = self._board.state.run
        return None if run is None or run.current is None else (run.serial, run.current.step.id)

    def _show(self, snap: SnapView | None) -> None:
        self._board.update(defects=replace(self._board.state.defects, snap=snap))
