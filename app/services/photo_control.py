"""The picture a photo step asks for: taken, looked at, taken again, and kept once it is good.

Until a person uses it a picture is nowhere but on the screen: nothing that was taken again is in
any record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import DeviceFault
from app.domain.instructions import PhotoStep
from app.domain.refusal import Refusal
from app.domain.rules import UsePhoto
from app.services.station_state import PhotoView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from app.domain.unit_run import UnitRun
    from app.ports.devices import Camera, Photo
    from app.ports.journal import Blobs
    from app.services.state_board import StateBoard


class PhotoControl:
    """One picture at a time; leaving the step, or doing it again, throws it away."""

    def __init__(self, *, board: StateBoard, blobs: Blobs) -> None:
        self._board = board
        self._blobs = blobs
        self._cameras: Mapping[str, Camera] = {}
        self._place: tuple[str, str] | None = None
        self._step: PhotoStep | None = None

    def use(self, cameras: Mapping[str, Camera]) -> None:
        self._cameras = cameras

    def follow(self, run: UnitRun | None) -> None:
        """What the open step asks for now."""
        step = run.current.step if run is not None and run.current is not None else None
        self._step = step if isinstance(step, PhotoStep) and run and run.held is None else None
        place = (run.serial, self._step.id) if run is not None and self._step is not None else None
        if place == self._place:
            return
        self._place = place
        self._show(None if self._step is None else PhotoView(self._step.camera))

    async def take(self) -> None:
        """Ask the camera; not inside a turn, for it may take seconds."""
        step, place = self._step, self._place
        before = self._board.state.photo
        if step is None or (before is not None and before.is_taking):
            return
        camera = self._cameras.get(step.camera)
        if camera is None:
            facts = {"device": step.camera}
            problem = Refusal("camera.not_configured", facts)
            self._show(PhotoView(step.camera, problem=problem))
            return
        self._show(PhotoView(step.camera, is_taking=True))
        taken = await take_picture(camera, step.camera)
        if self._place == place:
            self._show(taken)

    @property
    def picture(self) -> Photo | None:
        """What lies on the screen, to be used or taken again."""
        shown = self._board.state.photo
        return None if shown is None else shown.photo

    async def accept(self, photo: Photo) -> UsePhoto:
        """Keep ``photo`` durably, for the record to name it.

        Raises:
            StorageFault: it could not be kept; it stays on the screen.
        """
        blob = await self._blobs.put(photo.jpeg)
        return UsePhoto(blob, photo.width_px, photo.height_px, photo.taken_at)

    def _show(self, view: PhotoView | None) -> None:
        self._board.update(photo=view)


async def take_picture(camera: Camera, name: str) -> PhotoView:
    """Ask ``camera``, and say why it gave no picture."""
    try:
        return PhotoView(name, photo=await camera.photo())
    except DeviceFault as fault:
        facts = {"device": name, "words": fault.detail}
        code = fault.code if fault.code.startswith("camera.") else _CODES.get(fault.code)
        return PhotoView(name, problem=Refusal(code or "camera.refused", facts))


_CODES = {"device.offline": "camera.unplugged", "device.timeout": "camera.timeout"}
