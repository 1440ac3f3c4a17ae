"""The sheet of printed commands: another program reads each code, and the station knows it."""

from __future__ import annotations

from pathlib import Path

import cv2
import pypdfium2
import pytest

from app.cli import main
from app.commands.command_sheet import COLUMNS, ROWS, cell
from app.commands.scan import CANNOT_WRITE, printed_labels, words_of
from app.domain.printed_commands import COMMANDS
from app.domain.scans import ScanKind
from app.scanning.parser import parse_scan
from app.services.label_desk import COMMANDS as LABEL_COMMANDS
from ui.words_input import COMMAND_WORDS

SCALE = 200 / 72


def read_codes(sheet: Path) -> list[str]:
    """What a camera reads, one cell after the other, as somebody with a scanner would."""
    detector, codes = cv2.QRCodeDetectorAruco(), []
    document = pypdfium2.PdfDocument(sheet)
    for page in document:
        picture = page.render(scale=SCALE).to_numpy()
        for number in range(COLUMNS * ROWS):
            x, y, width, height = (round(v * SCALE) for v in cell(number))
            top = picture.shape[0] - y - height
            code = picture[top + 3 : top + height - 3, x + 3 : x + width // 2]
            text, _, _ = detector.detectAndDecode(code)
            if text:
                codes.append(text)
    document.close()
    return codes


def test_a_sheet_that_cannot_be_written_says_where(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["scan", "sheet", "--out", str(tmp_path / "no" / "x.pdf")]) == CANNOT_WRITE
    assert "cannot be written" in capsys.readouterr().err


def test_every_code_on_the_sheet_is_read_and_is_a_command(tmp_path: Path) -> None:
    sheet = tmp_path / "commands.pdf"
    assert main(["scan", "sheet", "--out", str(sheet)]) == 0
    scans = [parse_scan(code) for code in read_codes(sheet)]
    assert {scan.kind for scan in scans} == {ScanKind.COMMAND}
    assert {scan.value for scan in scans} == {*COMMANDS, *LABEL_COMMANDS}
    assert len(scans) == len(COMMANDS) + len(LABEL_COMMANDS)


@pytest.mark.parametrize("language", ["en", "de", "es", "pl", "zh"])
def test_every_command_has_words_that_fit_its_cell(tmp_path: Path, language: str) -> None:
    sheet = tmp_path / "commands.pdf"
    assert main(["scan", "sheet", "--out", str(sheet), "--language", language]) == 0
    labels = printed_labels(words_of(language))
    document = pypdfium2.PdfDocument(sheet)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    words = "".join(text.split())
    for label in labels:
        assert "".join(label.word.split()) in words
        assert "".join(label.does.split()) in words


def test_every_command_has_words_of_its_own() -> None:
    labels = printed_labels(words_of("en"))
    assert len({label.word for label in labels}) == len(labels)
    assert all(not label.word.startswith("command/") for label in labels)
    assert all("{" not in label.word + label.does for label in labels)
    assert COMMAND_WORDS["command/CONFIRM"] == labels[0].word
