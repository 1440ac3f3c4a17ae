"""Pictures and films to be taken by a camera: drawn here, real JPEG and real AVI."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from cv2.typing import MatLike


def drawn(seed: int, *, width_px: int = 64, height_px: int = 48, brightness: int = 128) -> MatLike:
    """A picture with something on it, another one for each ``seed``."""
    noise = np.random.default_rng(seed).integers(-40, 40, (height_px, width_px, 3))
    return np.clip(noise + brightness, 0, 255).astype(np.uint8)


def black() -> MatLike:
    return np.zeros((48, 64, 3), np.uint8)


def flat() -> MatLike:
    return np.full((48, 64, 3), 90, np.uint8)


def jpeg(frame: MatLike) -> bytes:
    return cv2.imencode(".jpg", frame)[1].tobytes()


def write_folder(folder: Path, count: int = 2) -> list[bytes]:
    """``count`` JPEG files; returns what is in them."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = [jpeg(drawn(seed)) for seed in range(count)]
    for number, content in enumerate(pictures):
        (folder / f"{number}.jpg").write_bytes(content)
    return pictures


def write_film(path: Path, frames: list[MatLike]) -> Path:
    """A motion-JPEG film, such as a camera sends."""
    height_px, width_px = frames[0].shape[:2]
    writer = cv2.VideoWriter(
        str(path), cv2.CAP_OPENCV_MJPEG, cv2.VideoWriter.fourcc(*"MJPG"), 10, (width_px, height_px)
    )
    for frame in frames:
        writer.write(frame)
    writer.release()
    return path
