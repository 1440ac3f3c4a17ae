"""Cues are short, real sounds; playing them never gets in the way."""

from __future__ import annotations

import io
import struct
import wave
from typing import TYPE_CHECKING

import pytest

from ui.sound import CUES, RATE, PlayerChime, synthesise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.allow_warnings
def test_a_player_that_cannot_start_is_logged_and_not_raised(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    chime = PlayerChime(str(tmp_path / "no-such-player"), tmp_path)
    chime.play("nok")
    assert "cannot play nok" in caplog.text


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_audible_short_and_starts_and_ends_softly(cue: str) -> None:
    with wave.open(io.BytesIO(synthesise(cue))) as file:
        count = file.getnframes()
        samples = struct.unpack(f"<{count}h", file.readframes(count))
    assert 0.05 <= count / RATE <= 0.5
    assert max(map(abs, samples)) > 10_000
    assert abs(samples[0]) < 500
    assert abs(samples[-1]) < 3_000
