"""``python -m tests.screens.demo_media``: draws the loop and the PDF of the demonstration."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw as Draw

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "demo" / "gearbox-mount" / "pictures"
_SIZE, _ZOOM = (800, 600), 2
_FRAMES, _FRAME_MS = 40, 100
_GROUND, _LIGHT, _MID, _DARK, _LINE = "#F4F6F8", "#ECEFF2", "#DDE2E9", "#C9D0D8", "#8A94A0"
_BLUE = "#0B57C2"


def main() -> None:
    """Write both files."""
    (FOLDER / "place.webp").write_bytes(loop())
    (FOLDER / "gearbox-section.pdf").write_bytes(drawing())


def loop() -> bytes:
    """The gearbox comes down on its two pins, then both clamps close."""
    frames = [_frame(number) for number in range(_FRAMES)]
    made = io.BytesIO()
    frames[0].save(
        made,
        "WEBP",
        save_all=True,
        append_images=frames[1:],
        duration=_FRAME_MS,
        loop=0,
        lossless=True,
        quality=100,
        method=6,
    )
    return made.getvalue()


def _frame(number: int) -> Image.Image:
    down = min(1.0, max(0.0, (number - 4) / 14))
    closed = min(1.0, max(0.0, (number - 22) / 8))
    picture = Image.new("RGB", (_SIZE[0] * _ZOOM, _SIZE[1] * _ZOOM), _GROUND)
    draw = ImageDraw.Draw(picture)
    _box(draw, (120, 470, 680, 530), _DARK)
    for x in (270, 530):
        _box(draw, (x - 14, 400, x + 14, 470), _LINE)
    top = 60 + 190 * down * down * (3 - 2 * down)
    _gearbox(draw, top)
    for side in (-1, 1):
        _clamp(draw, side, closed)
    if down < 1:
        _arrow(draw, 400, top - 14)
    return picture.resize(_SIZE, Image.Resampling.LANCZOS)


def _gearbox(draw: Draw, top: float) -> None:
    _box(draw, (220, top, 580, top + 200), _MID)
    _box(draw, (250, top + 25, 550, top + 150), _LIGHT)
    _ring(draw, (400, top + 88), 54, _MID)
    _ring(draw, (400, top + 88), 34, _DARK)
    for x in (270, 530):
        _box(draw, (x - 17, top + 165, x + 17, top + 200), _GROUND)


def _clamp(draw: Draw, side: int, closed: float) -> None:
    x = 400 + side * (250 - 50 * closed)
    _box(draw, (x - 22, 330, x + 22, 470), _DARK)
    reach = 400 + side * (228 - 50 * closed)
    _box(draw, (min(x, reach) - 30, 310, max(x, reach) + 30, 345), _LINE)


def _arrow(draw: Draw, x: float, y: float) -> None:
    points = [(x - 26, y - 34), (x + 26, y - 34), (x, y)]
    draw.polygon([(px * _ZOOM, py * _ZOOM) for px, py in points], fill=_BLUE)


def _box(draw: Draw, at: tuple[float, float, float, float], fill: str) -> None:
    scaled = [v * _ZOOM for v in at]
    draw.rounded_rectangle(scaled, radius=10 * _ZOOM, fill=fill, outline=_LINE, width=2 * _ZOOM)


def _ring(draw: Draw, at: tuple[float, float], radius: float, fill: str) -> None:
    x, y = at
    box = [v * _ZOOM for v in (x - radius, y - radius, x + radius, y + radius)]
    draw.ellipse(box, fill=fill, outline=_LINE, width=2 * _ZOOM)


def drawing() -> bytes:
    """A section through the bearing seat, as an engineer would draw it, on A4 across."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(842, 595), invariant=True)
    canvas.setTitle("GX-200 section A-A")
    canvas.setLineWidth(1.2)
    canvas.rect(24, 24, 794, 547)
    _title_block(canvas)
    _section(canvas)
    canvas.showPage()
    canvas.save()
    return made.getvalue()


def _title_block(canvas: Canvas) -> None:
    canvas.rect(538, 24, 280, 96)
    canvas.line(538, 72, 818, 72)
    canvas.setFont("Helvetica-Bold", 18)
    canvas.drawString(550, 90, "GX-200")
    canvas.setFont("Helvetica", 13)
    canvas.drawString(640, 90, "Section A–A, bearing seat")
    canvas.drawString(550, 44, "Scale 1:1")
    canvas.drawString(640, 44, "Sheet 1 of 1 · mm")


def _section(canvas: Canvas) -> None:
    middle = 330
    for side in (-1, 1):
        canvas.rect(180, middle + side * 120 - (90 if side < 0 else 0), 330, 90)
        _hatch(canvas, 180, middle + side * 120 - (90 if side < 0 else 0), 330, 90)
        low = middle + (60 if side > 0 else -120)
        canvas.rect(240, low, 90, 60)
        canvas.circle(285, low + 30, 22)
    canvas.rect(140, middle - 60, 420, 120)
    canvas.setDash(14, 5)
    canvas.line(110, middle, 600, middle)
    canvas.setDash()
    _dimension(canvas, 640, middle - 60, middle + 60, "Ø 20 k6")
    _dimension(canvas, 720, middle - 120, middle + 120, "Ø 47 H7")
    canvas.setFont("Helvetica", 14)
    canvas.line(307, middle + 90, 350, middle + 90)
    canvas.drawString(356, middle + 85, "Bearing 6204, to the stop")


def _hatch(canvas: Canvas, x: float, y: float, width: float, height: float) -> None:
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(x, y, width, height)
    canvas.clipPath(clip, stroke=0)
    canvas.setLineWidth(0.6)
    for start in range(int(x - height), int(x + width), 12):
        canvas.line(start, y, start + height, y + height)
    canvas.restoreState()


def _dimension(canvas: Canvas, x: float, low: float, high: float, words: str) -> None:
    canvas.setLineWidth(0.6)
    canvas.line(x, low, x, high)
    for y in (low, high):
        canvas.line(x - 70, y, x + 8, y)
        canvas.line(x - 5, y - 5, x + 5, y + 5)
    canvas.saveState()
    canvas.translate(x - 6, (low + high) / 2)
    canvas.rotate(90)
    canvas.setFont("Helvetica", 14)
    canvas.drawCentredString(0, 0, words)
    canvas.restoreState()
    canvas.setLineWidth(1.2)


if __name__ == "__main__":
    main()
