"""Where a camera's pictures come from: OpenCV, or files.  Blocking: for a thread of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from app.domain.errors import CameraBusy, DeviceOffline
from device_drivers.camera.picture import brightness, decode, encode, require_content
from device_drivers.camera.video_node import find_by_usb, name_of, require_node

if TYPE_CHECKING:
    from cv2.typing import MatLike

    from device_drivers.camera.url import CameraUrl

#: The first pictures of a camera are dark or green; then its exposure settles.
WARM_UP_FRAMES = 5
MOST_FRAMES = 40
#: Of 255: two pictures in a row that differ less are equally exposed.
SETTLED = 2.0
PICTURES = ("*.jpg", "*.jpeg", "*.JPG", "*.JPEG")


@dataclass(frozen=True, slots=True)
class TakenPicture:
    """A JPEG and the size it really has."""

    jpeg: bytes
    width_px: int
    height_px: int


class PictureSource(Protocol):
    """Raises the faults of :meth:`app.ports.devices.Camera.photo`."""

    def look(self) -> str:
        """Whether it is there; returns what it calls itself."""
        ...

    def take(self) -> TakenPicture:
        """A picture of now."""
        ...


class Frames(Protocol):
    """An open film."""

    def read(self) -> MatLike | None:
        """The next picture, or None when there is none."""
        ...

    def close(self) -> None: ...


OpenFrames: TypeAlias = Callable[[Path], Frames | None]


class UsbSource:
    """A camera on USB.  Opened for each picture only: others may use it in between."""

    def __init__(
        self,
        url: CameraUrl,
        *,
        open_frames: OpenFrames | None = None,
        find: Callable[[str, str], Path] = find_by_usb,
    ) -> None:
        self._url = url
        self._find = find
        self._open_frames = open_frames or (lambda node: open_camera(node, url))

    def look(self) -> str:
        node = self._node()
        require_node(node)
        return name_of(node)

    def take(self) -> TakenPicture:
        node = self._node()
        require_node(node)
        frames = self._open_frames(node)
        if frames is None:
            raise CameraBusy(str(node), "it cannot be opened; another program has the camera")
        try:
            frame = self._settled(node, frames)
        finally:
            frames.close()
        require_content(str(node), frame)
        height_px, width_px = frame.shape[:2]
        return TakenPicture(encode(str(node), frame), width_px, height_px)

    def _node(self) -> Path:
        return self._find(*self._url.usb) if self._url.usb else Path(self._url.path)

    def _settled(self, node: Path, frames: Frames) -> MatLike:
        """The first picture after the warm-up that is as bright as the one before it."""
        before: float | None = None
        frame: MatLike | None = None
        for number in range(MOST_FRAMES):
            frame = frames.read()
            if frame is None:
                raise _without_picture(node)
            mean, _ = brightness(frame)
            is_settled = before is not None and abs(mean - before) < SETTLED
            if number >= WARM_UP_FRAMES and is_settled:
                return frame
            before = mean
        # A lamp that flickers never settles: the last picture is as good as any.
        assert frame is not None  # noqa: S101 - the loop ran
        return frame


class FolderSource:
    """The JPEG files of a folder, by name, one after the other and again from the first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._taken = 0

    def look(self) -> str:
        return f"{len(self._files())} pictures in {self._folder}"

    def take(self) -> TakenPicture:
        files = self._files()
        path = files[self._taken % len(files)]
        self._taken += 1
        try:
            jpeg = path.read_bytes()
        except OSError as error:
            raise DeviceOffline(str(path), f"cannot be read: {error.strerror}") from error
        frame = decode(str(path), jpeg)
        require_content(str(path), frame)
        height_px, width_px = frame.shape[:2]
        return TakenPicture(jpeg, width_px, height_px)

    def _files(self) -> list[Path]:
        files = sorted({path for pattern in PICTURES for path in self._folder.glob(pattern)})
        if not files:
            raise DeviceOffline(str(self._folder), "there is no such folder, or no JPEG in it")
        return files


def open_camera(node: Path, url: CameraUrl) -> Frames | None:
    """A camera's film through OpenCV; None when it cannot be opened."""
    import cv2

    asked = {
        cv2.CAP_PROP_FOURCC: cv2.VideoWriter.fourcc(*"MJPG"),
        cv2.CAP_PROP_FRAME_WIDTH: url.width_px,
        cv2.CAP_PROP_FRAME_HEIGHT: url.height_px,
    }
    return open_film(node, cv2.CAP_V4L2, asked)


def open_film(path: Path, backend: int, asked: dict[int, int]) -> Frames | None:
    """What OpenCV's ``backend`` reads at ``path``, with what is ``asked`` of it; None if nothing.

    A camera takes the size nearest to what it was asked for: the picture says which.
    """
    import cv2

    # What it would print is in the fault that is raised.
    cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)
    capture = cv2.VideoCapture(str(path), backend)
    if not capture.isOpened():
        capture.release()
        return None
    for prop, value in asked.items():
        capture.set(prop, value)
    return _OpenCvFrames(capture)


class _OpenCvFrames:
    def __init__(self, capture: object) -> None:
        import cv2

        assert isinstance(capture, cv2.VideoCapture)  # noqa: S101 - said here, not at import
        self._capture = capture

    def read(self) -> MatLike | None:
        is_there, frame = self._capture.read()
        return frame if is_there else None

    def close(self) -> None:
        self._capture.release()


def _without_picture(node: Path) -> CameraBusy | DeviceOffline:
    if not node.exists():
        return DeviceOffline(str(node), "the camera was unplugged while it took the picture")
    return CameraBusy(str(node), "it gives no picture; another program has the camera")
