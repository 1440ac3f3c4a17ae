"""Whether a photo is sharp enough to see anything on it."""

from __future__ import annotations

#: Photos are judged at this width, so that a camera's size changes nothing.
_WIDTH = 640
#: Variance of the Laplacian: above it edges are edges, below it they are smears.
LEAST = 40.0


def sharpness(jpeg: bytes) -> float:
    """0 for what is no picture.  Takes some milliseconds: not on the I/O loop."""
    import cv2
    import numpy as np

    if not jpeg:
        return 0.0
    picture = cv2.imdecode(np.frombuffer(jpeg, np.uint8), cv2.IMREAD_GRAYSCALE)
    if picture is None:
        return 0.0
    height, width = picture.shape[:2]
    size = (_WIDTH, max(1, round(height * _WIDTH / width)))
    small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return float(cv2.Laplacian(small, cv2.CV_64F).var())


def is_sharp(jpeg: bytes) -> bool:
    """Sharp enough to be of use."""
    return sharpness(jpeg) >= LEAST
