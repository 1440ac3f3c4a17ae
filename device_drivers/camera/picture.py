"""Judges a picture: is it one, how large, and is there anything on it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.errors import DeviceRefused, PictureDark

if TYPE_CHECKING:
    from cv2.typing import MatLike

#: Of 255.  A room by night is brighter on average, and any object varies more.
DARK_MEAN, FLAT_SPREAD = 8.0, 3.0
JPEG_QUALITY = 90


def require_content(source: str, frame: MatLike) -> None:
    """See that ``frame`` shows something.

    Raises:
        PictureDark: it is black, or of one colour all over.
    """
    mean, spread = brightness(frame)
    if mean < DARK_MEAN:
        raise PictureDark(source, "the picture is black; is the lens covered, or the light off?")
    if spread < FLAT_SPREAD:
        detail = "the picture is of one colour all over; is something in front of the lens?"
        raise PictureDark(source, detail)


def brightness(frame: MatLike) -> tuple[float, float]:
    """Mean and spread (standard deviation) of the brightness, of 255."""
    import cv2

    grey = frame if frame.ndim == 2 else cv2.cvtColor(frame, cv2.COLOR_BGR2GRAY)  # noqa: PLR2004
    mean, spread = cv2.meanStdDev(grey)
    return float(mean[0][0]), float(spread[0][0])


def decode(source: str, content: bytes) -> MatLike:
    """The picture in a JPEG file.

    Raises:
        DeviceRefused: it is none.
    """
    import cv2
    import numpy as np

    is_jpeg = content.startswith(b"\xff\xd8")
    frame = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR) if is_jpeg else None
    if frame is None:
        raise DeviceRefused(source, "it is no JPEG picture")
    return frame


def encode(source: str, frame: MatLike) -> bytes:
    """``frame`` as a JPEG file.

    Raises:
        DeviceRefused: it cannot be made one.
    """
    import cv2

    is_done, jpeg = cv2.imencode(".jpg", frame, [cv2.IMWRITE_JPEG_QUALITY, JPEG_QUALITY])
    if not is_done:
        raise DeviceRefused(source, "the picture cannot be turned into a JPEG")
    return jpeg.tobytes()
