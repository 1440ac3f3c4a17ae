"""Cues are short, real sounds; playing them never gets in the way."""

from __future__ import annotations

import io
import os
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


@pytest.mark.skipif(os.name == "nt", reason="the player is a script of a shell")
def test_a_nok_is_heard_although_a_call_sounds_and_nothing_else_is(tmp_path: Path) -> None:
    player = tmp_path / "player"
    player.write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    player.chmod(0o700)
    chime = PlayerChime(str(player), tmp_path)
    chime.play("call")
    call = chime._running
    assert call is not None
    chime.play("ok")
    assert chime._running is call
    chime.play("nok")
    nok = chime._running
    assert nok is not None
    assert nok is not call
    assert call.wait(timeout=60) != 0
    nok.kill()
    nok.wait(timeout=60)


@pytest.mark.skipif(os.name == "nt", reason="the player is a script of a shell")
def test_what_is_odd_is_heard_although_something_good_sounds(tmp_path: Path) -> None:
    player = tmp_path / "player"
    player.write_text("#!/bin/sh\nexec tail -f /dev/null\n")
    player.chmod(0o700)
    chime = PlayerChime(str(player), tmp_path)
    chime.play("ok")
    good = chime._running
    chime.play("attention")
    odd = chime._running
    assert good is not None
    assert odd is not None
    assert odd is not good
    assert good.wait(timeout=60) != 0
    chime.play("attention")
    chime.play("call")
    assert chime._running is odd
    odd.kill()
    odd.wait(timeout=60)


@pytest.mark.parametrize("cue", CUES)
def test_a_cue_is_audible_short_and_starts_and_ends_softly(cue: str) -> None:
    with wave.open(io.BytesIO(synthesise(cue))) as file:
        count = file.getnframes()
        samples = struct.unpack(f"<{count}h", file.readframes(count))
    assert 0.05 <= count / RATE <= 0.5
    assert max(map(abs, samples)) > 10_000
    assert abs(samples[0]) < 500
    assert abs(samples[-1]) < 3_000
