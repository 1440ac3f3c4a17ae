"""The as-built record as a PDF: what was done to a unit, with its proof, on paper."""

from __future__ import annotations

import io
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
    Table,
    TableStyle,
)

from server.paper.record_defects import PinnedPicture
from server.paper.record_drawings import (
    BAD,
    CALM,
    CURVE_HEIGHT,
    CURVE_WIDTH,
    DIVIDER,
    GOOD,
    INK,
    MUTED,
    code_128,
    curve_drawing,
    photo_flowable,
    qr_code,
)
from server.paper.record_fonts import as_words, font_for, record_font
from server.read.times import utc
from server.read.verdict import record_verdict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime, tzinfo

    from server.paper.curves import LoadedCurve
    from server.paper.photos import LoadedPhoto
    from server.read.parts_tree import PartNode
    from server.read.record import Line, UnitDefect, UnitRecord
    from server.read.unit_evidence import Signature

_MARGIN = 16 * mm
#: What a heading needs below it to stand on a page.
_LEAST_BELOW = 32 * mm
_WIDTH = A4[0] - 2 * _MARGIN
#: What the page template keeps free inside its margins, whatever one says.
_FRAME_PADDING = 6
_CURVES_A_ROW = 4
_PHOTOS_A_ROW = 2
_PHOTO_WIDTH, _PHOTO_HEIGHT = 84 * mm, 63 * mm
_FLUSH_LEFT = ("LEFTPADDING", (0, 0), (-1, -1), 0)
_COLOURS = {"ok": GOOD, "nok": BAD, "blocked": BAD, "attention": BAD, "info": MUTED}


def record_pdf(
    record: UnitRecord,
    curves: Sequence[LoadedCurve],
    photos: Sequence[LoadedPhoto] = (),
    drawings: Mapping[str, bytes] = MappingProxyType({}),
    *,
    plant: str,
    zone: tzinfo | None,
    now_us: int,
) -> bytes:
    """The record as PDF bytes.  Times are in ``zone`` (None: this machine's).

    ``drawings`` are the pictures that defects were placed on, by their SHA-256.
    """
    paper = _Paper(record, photos, drawings, plant=plant, zone=zone, now_us=now_us)
    total = paper.build(curves, total=None)[1]
    return paper.build(curves, total=total)[0]


class _Paper:
    """One record being laid out."""

    def __init__(
        self,
        record: UnitRecord,
        photos: Sequence[LoadedPhoto],
        drawings: Mapping[str, bytes],
        *,
        plant: str,
        zone: tzinfo | None,
        now_us: int,
    ) -> None:
        self._record = record
        self._photos = photos
        self._drawings = drawings
        self._plant = plant
        self._zone = zone
        self._printed = self._time(utc(now_us), "%Y-%m-%d %H:%M %Z")
        self._font = record_font()
        self._plain = ParagraphStyle(
            "plain", fontName=self._font, fontSize=8, leading=10.5, textColor=INK
        )
        self._small = ParagraphStyle("small", parent=self._plain, fontSize=7, textColor=MUTED)
        self._bold = ParagraphStyle("bold", parent=self._plain, fontName=f"{self._font}-Bold")
        self._section = ParagraphStyle(
            "section", parent=self._bold, fontSize=11, leading=14, spaceBefore=12, spaceAfter=4
        )

    def build(self, curves: Sequence[LoadedCurve], *, total: int | None) -> tuple[bytes, int]:
        """The bytes and the number of pages; ``total`` is printed when it is known."""
        out = io.BytesIO()
        document = SimpleDocTemplate(
            out,
            pagesize=A4,
            leftMargin=_MARGIN - _FRAME_PADDING,
            rightMargin=_MARGIN - _FRAME_PADDING,
            topMargin=20 * mm,
            bottomMargin=18 * mm,
            title=f"As-built record {self._record.serial}",
            author=self._plant,
            subject=f"{self._record.product} {self._record.variant}, {self._record.order}",
            invariant=1,
        )

        def furnish(canvas: Any, page: Any) -> None:  # noqa: ANN401 - reportlab has no types
            self._furnish(canvas, page.page, total)

        document.build(self._story(curves), onFirstPage=furnish, onLaterPages=furnish)
        return out.getvalue(), int(document.page)

    def _story(self, curves: Sequence[LoadedCurve]) -> list[Any]:
        story: list[Any] = [self._head(), Spacer(1, 4 * mm), self._facts()]
        story += self._missing()
        story += [*self._headed("As built"), self._lines()]
        story += self._provenance()
        story += self._parts()
        if curves:
            story += self._curves(curves)
        story += self._defects()
        story += self._pictures()
        story += self._signatures()
        story += [KeepTogether([Paragraph("Proof", self._section), *self._proof()])]
        return story

    def _head(self) -> Table:
        serial = self._record.serial
        title = ParagraphStyle("title", parent=self._bold, fontSize=22, leading=27, textColor=INK)
        left = [Paragraph("As-built record", self._small), Paragraph(as_words(serial), title)]
        if serial.isascii() and serial.isprintable():
            code = code_128(serial, width=min(80 * mm, 4.5 * mm * len(serial)), height=9 * mm)
            code.hAlign = "LEFT"
            left += [Spacer(1, 2 * mm), code]
        right = qr_code(serial, size=26 * mm)
        right.hAlign = "RIGHT"
        table = Table([[left, right]], colWidths=[_WIDTH - 30 * mm, 30 * mm])
        table.setStyle(
            TableStyle(
                [
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("ALIGN", (1, 0), (1, 0), "RIGHT"),
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ]
            )
        )
        return table

    def _facts(self) -> Table:
        record = self._record
        result, evidence = record_verdict(record)
        shown = [
            ("Product", f"{record.product} · variant {record.variant}", None),
            ("Order", record.order, None),
            ("Built", self._built(), None),
            ("Result", result.text, result.state),
            ("Evidence", evidence.text, evidence.state),
        ]
        names = [Paragraph(name, self._small) for name, _, _ in shown]
        values = [self._coloured(text, state) for _, text, state in shown]
        table = Table([names, values], colWidths=[_WIDTH * share for share in _FACT_SHARES])
        table.setStyle(
            TableStyle(
                [
                    ("BACKGROUND", (0, 0), (-1, -1), CALM),
                    ("ROUNDEDCORNERS", [5, 5, 5, 5]),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                    ("BOTTOMPADDING", (0, 0), (-1, 0), 0),
                    ("TOPPADDING", (0, 1), (-1, 1), 1),
                    ("BOTTOMPADDING", (0, 1), (-1, 1), 7),
                ]
            )
        )
        return table

    def _lines(self) -> Table:
        rows: list[list[Any]] = [
            [Paragraph(name, self._small) for name in ("Time", "Step", "Evidence", "By", "")]
        ]
        rows += [self._line(line) for line in self._record.lines]
        table = Table(rows, colWidths=[_WIDTH * share for share in _LINE_SHARES], repeatRows=1)
        table.setStyle(_ruled())
        return table

    def _line(self, line: Line) -> list[Any]:
        return [
            Paragraph(self._time(line.at, "%H:%M:%S"), self._plain),
            Paragraph(as_words(line.step), self._plain),
            Paragraph(as_words(line.evidence), self._plain),
            Paragraph(as_words(line.by), self._plain),
            self._coloured(line.result, line.state),
        ]

    def _headed(self, words: str, *, below: float = _LEAST_BELOW) -> list[Any]:
        """A heading that never stands alone at the foot of a page."""
        return [CondPageBreak(below), Paragraph(words, self._section)]

    def _missing(self) -> list[Any]:
        """Each gap with its owner and next action, and what became of them."""
        record = self._record
        rows = [(gap.words, f"{gap.owner}: {gap.next}") for gap in record.missing]
        rows += [
            (one.words, f"{one.where}, {self._time(one.at, '%Y-%m-%d %H:%M')}")
            for one in record.resolutions
        ]
        if not rows:
            return []
        return [*self._headed("What is missing"), self._table((), rows, (0.58, 0.42))]

    def _provenance(self) -> list[Any]:
        """How each required value came."""
        rows = [
            (one.step, one.what, one.came, "Proven" if not one.gaps else "Not proven")
            for one in self._record.values
        ]
        if not rows:
            return []
        head = ("Step", "Value", "Came by", "")
        shares = (0.3, 0.28, 0.27, 0.15)
        return [*self._headed("How each required value came"), self._table(head, rows, shares)]

    def _signatures(self) -> list[Any]:
        """Printed name, time and meaning of each, and the hash of what it signs."""
        rows = [
            (
                f"{one.name} ({one.role} {one.person})",
                self._time(one.at, "%Y-%m-%d %H:%M:%S %Z"),
                one.meaning,
                _signed_what(one),
            )
            for one in self._record.signatures
        ]
        if not rows:
            return []
        head = ("Signed by", "Time", "Meaning", "Signs")
        table = self._table(head, rows, (0.26, 0.21, 0.28, 0.25))
        return [KeepTogether([Paragraph("Signatures", self._section), table])]

    def _table(
        self, head: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
    ) -> Table:
        cells = [[Paragraph(as_words(text), self._plain) for text in row] for row in rows]
        if head:
            cells.insert(0, [Paragraph(name, self._small) for name in head])
        widths = [_WIDTH * share for share in shares]
        table = Table(cells, colWidths=widths, repeatRows=1 if head else 0)
        table.setStyle(_ruled())
        return table

    def _parts(self) -> list[Any]:
        rows = list(self._part_rows(self._record.parts.children, depth=0))
        if not rows:
            return []
        table = Table(rows, colWidths=[_WIDTH * 0.5, _WIDTH * 0.5])
        table.setStyle(_ruled())
        return [KeepTogether([Paragraph("What it is made of", self._section), table])]

    def _part_rows(self, parts: Sequence[PartNode], *, depth: int) -> list[list[Any]]:
        rows: list[list[Any]] = []
        for part in parts:
            style = ParagraphStyle("part", parent=self._plain, leftIndent=depth * 5 * mm)
            held = f" · on hold {part.hold}" if part.hold else ""
            rows.append(
                [
                    Paragraph(as_words(part.title), style),
                    Paragraph(as_words(part.detail + held), self._plain),
                ]
            )
            rows += self._part_rows(part.children, depth=depth + 1)
        return rows

    def _curves(self, curves: Sequence[LoadedCurve]) -> list[Any]:
        drawings: list[Any] = [
            curve_drawing(one, width=CURVE_WIDTH, height=CURVE_HEIGHT, font=self._font)
            for one in curves
        ]
        drawings += [""] * (-len(drawings) % _CURVES_A_ROW)
        starts = range(0, len(drawings), _CURVES_A_ROW)
        rows = [drawings[start : start + _CURVES_A_ROW] for start in starts]
        table = Table(rows, colWidths=[_WIDTH / _CURVES_A_ROW] * _CURVES_A_ROW)
        table.setStyle(
            TableStyle(
                [
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                    ("BOTTOMPADDING", (0, 0), (-1, -1), 6),
                ]
            )
        )
        return [Paragraph("Tightening curves", self._section), table]

    def _pictures(self) -> list[Any]:
        return self._beside("Photos", [self._photo(photo) for photo in self._photos])

    def _defects(self) -> list[Any]:
        return self._beside("Defects", [self._defect(one) for one in self._record.defects])

    def _beside(self, words: str, cells: list[Any]) -> list[Any]:
        """Pictures with their words, so many a row; the heading stays with the first row."""
        if not cells:
            return []
        cells += [""] * (-len(cells) % _PHOTOS_A_ROW)
        starts = range(0, len(cells), _PHOTOS_A_ROW)
        rows = [cells[start : start + _PHOTOS_A_ROW] for start in starts]
        table = Table(rows, colWidths=[_WIDTH / _PHOTOS_A_ROW] * _PHOTOS_A_ROW)
        table.setStyle(TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), _FLUSH_LEFT]))
        return [*self._headed(words, below=_PHOTO_HEIGHT + _LEAST_BELOW), table]

    def _defect(self, defect: UnitDefect) -> list[Any]:
        state = "still open" if defect.is_open else "settled"
        said: list[Any] = [
            Paragraph(as_words(f"{defect.title} · {state}"), self._bold),
            Paragraph(as_words(defect.words), self._plain),
        ]
        if defect.pins:
            picture = PinnedPicture(
                defect,
                self._drawings.get(defect.picture or ""),
                width=_PHOTO_WIDTH,
                height=_PHOTO_HEIGHT,
                font=self._font,
            )
            said += [Spacer(1, 1 * mm), picture]
        return [*said, Spacer(1, 3 * mm)]

    def _photo(self, photo: LoadedPhoto) -> list[Any]:
        taken = photo.taken
        title = Paragraph(as_words(taken.title), self._bold)
        moment = self._time(taken.taken_at, "%Y-%m-%d %H:%M:%S")
        below = Paragraph(as_words(f"{taken.camera} · {moment} · {taken.by}"), self._small)
        picture = photo_flowable(photo, width=_PHOTO_WIDTH, height=_PHOTO_HEIGHT)
        if picture is None:
            why = "is not on the server yet" if photo.jpeg is None else "cannot be shown"
            picture = Paragraph(f"The photo {why}.", self._plain)
        return [title, Spacer(1, 1 * mm), picture, below, Spacer(1, 3 * mm)]

    def _proof(self) -> list[Any]:
        record = self._record
        mono = ParagraphStyle("mono", parent=self._plain, fontName="Courier", fontSize=7)
        said = (
            f"{record.proof.records} records of this unit stand in hash chains; each hash "
            "covers the record's stored bytes and the hash before it. Instruction "
            f"{as_words(record.instruction)}, revision {record.revision[:16]}…"
        )
        rows = [
            [
                Paragraph(f"{as_words(head.station)} · epoch {head.epoch} · seq {head.seq}", mono),
                Paragraph(head.hash, mono),
            ]
            for head in record.proof.heads
        ]
        if not rows:
            return [Paragraph(said, self._plain)]
        table = Table(rows, colWidths=[_WIDTH * 0.34, _WIDTH * 0.66])
        table.setStyle(_ruled())
        return [Paragraph(said, self._plain), Spacer(1, 2 * mm), table]

    def _furnish(self, canvas: Any, page: int, total: int | None) -> None:  # noqa: ANN401
        width, height = A4
        canvas.saveState()
        canvas.setFillColor(INK)
        canvas.setFont(f"{self._font}-Bold", 11)
        canvas.drawString(_MARGIN, height - 15 * mm, "asbuilt")
        canvas.setFont(font_for(self._plant, self._font), 8)
        canvas.setFillColor(MUTED)
        canvas.drawRightString(width - _MARGIN, height - 15 * mm, self._plant)
        canvas.setStrokeColor(DIVIDER)
        canvas.line(_MARGIN, height - 18 * mm, width - _MARGIN, height - 18 * mm)
        canvas.line(_MARGIN, 15 * mm, width - _MARGIN, 15 * mm)
        canvas.setFont(font_for(self._record.serial, self._font), 7)
        canvas.drawString(_MARGIN, 11 * mm, f"{self._record.serial} · printed {self._printed}")
        of = "" if total is None else f" of {total}"
        canvas.drawRightString(width - _MARGIN, 11 * mm, f"page {page}{of}")
        canvas.restoreState()

    def _coloured(self, text: str, state: str | None) -> Paragraph:
        colour = INK if state is None else _COLOURS[state]
        style = ParagraphStyle("coloured", parent=self._bold, textColor=colour)
        return Paragraph(as_words(text), style)

    def _built(self) -> str:
        started = self._time(self._record.started_at, "%d %b %Y, %H:%M")
        if self._record.completed_at is None:
            return f"{started} – not finished"
        return f"{started} – {self._time(self._record.completed_at, '%H:%M')}"

    def _time(self, at: datetime, pattern: str) -> str:
        return at.astimezone(self._zone).strftime(pattern)


_FACT_SHARES = (0.19, 0.14, 0.25, 0.21, 0.21)
_LINE_SHARES = (0.1, 0.24, 0.41, 0.13, 0.12)


def _signed_what(one: Signature) -> str:
    if one.signs is None:
        return "the record after it"
    lost = "" if one.signed_event else " (not in this record)"
    return f"{one.signs[:16]}…{lost}"


def _ruled() -> TableStyle:
    return TableStyle(
        [
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, DIVIDER),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("BACKGROUND", (0, 0), (-1, -1), white),
            ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("TOPPADDING", (0, 0), (-1, -1), 2.5),
            ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
        ]
    )
