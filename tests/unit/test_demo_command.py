"""``asbuilt demo`` says what it cannot do before it begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cli import main
from app.demo.places import Places
from app.domain.errors import InvalidInput


def test_a_folder_that_is_a_file_is_named_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "out"
    file.write_text("mine")
    with pytest.raises(InvalidInput, match=r"out: cannot be used \(.*\)\. Name another --out\."):
        Places(file).prepare()
    assert file.read_text() == "mine"


@pytest.mark.parametrize("units", ["0", "41"])
def test_a_number_of_units_it_cannot_play_is_refused(
    capsys: pytest.CaptureFixture[str], units: str
) -> None:
    assert main(["demo", "--headless", "--units", units]) == 2
    assert "--units: expected 1 to 40" in capsys.readouterr().err


def test_a_window_without_a_display_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert main(["demo", "--window", "--out", str(tmp_path / "out")]) == 2
    assert "there is no display here" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
