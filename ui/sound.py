"""Sound cues: synthesised once, played by a program of the system, never blocking.

Each cue has several harmonics between 500 and 4,000 Hz, so that a hall does not swallow it.
Sound is never the only carrier: without a player the station is simply quiet.
"""

from __future__ import annotations

import io
import logging
import math
import shutil
import struct
import subprocess
import sys
import tempfile
import wave
from pathlib import Path
from typing import Protocol

log = logging.getLogger(__name__)

RATE = 44_100
_FADE_S = 0.008
_HARMONICS = ((1, 1.0), (2, 0.5), (3, 0.33), (4, 0.25), (5, 0.15))
_PLAYERS = ("pw-play", "paplay", "aplay")
#: What a cue ends when that plays: NOK is never lost behind a call, nor what is odd behind OK.
_ENDS = {"nok": frozenset({"ok", "nok", "attention", "call"}), "attention": frozenset({"ok"})}

#: Cue to its tones: (frequency in Hz, length in s); 0 Hz is silence.
CUES: dict[str, tuple[tuple[float, float], ...]] = {
    "ok": ((880, 0.045), (1175, 0.045)),
    "nok": ((330, 0.16), (0, 0.08), (330, 0.16)),
    "attention": ((587, 0.12),),
    "call": ((659, 0.12), (0, 0.03), (523, 0.12), (0, 0.03), (784, 0.18)),
}


class Chime(Protocol):
    """Plays a cue by name and returns at once."""

    def play(self, cue: str) -> None: ...


class QuietChime:
    """Plays nothing: no speaker wanted, or none there."""

    def play(self, cue: str) -> None:
        """Silence."""


class PlayerChime:
    """Hands WAV files to a player of the system; nothing is queued behind a sound that plays."""

    def __init__(self, player: str, folder: Path) -> None:
        self._player = player
        self._running: subprocess.Popen[bytes] | None = None
        self._cue = ""
        self._ended: list[subprocess.Popen[bytes]] = []
        self._files = {cue: folder / f"{cue}.wav" for cue in CUES}
        for cue, path in self._files.items():
            path.write_bytes(synthesise(cue))

    def play(self, cue: str) -> None:
        self._ended = [one for one in self._ended if one.poll() is None]
        if self._running is not None and self._running.poll() is None:
            if self._cue not in _ENDS.get(cue, ()):
                return
            self._running.kill()
            # Its end is not waited for; it is looked at when the next cue comes.
            self._ended.append(self._running)
        silent, self._cue = subprocess.DEVNULL, cue
        try:
            self._running = subprocess.Popen(  # noqa: S603 - a fixed player and our own file
                [self._player, str(self._files[cue])], stdout=silent, stderr=silent
            )
        except OSError as error:
            log.warning("cannot play %s: %s", cue, error)


class WindowsChime:
    """The same through winsound."""

    def __init__(self, folder: Path) -> None:
        self._files = {cue: folder / f"{cue}.wav" for cue in CUES}
        for cue, path in self._files.items():
            path.write_bytes(synthesise(cue))

    def play(self, cue: str) -> None:
        if sys.platform == "win32":
            import winsound

            flags = winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            winsound.PlaySound(str(self._files[cue]), flags)


def chime_for(*, has_sound: bool) -> Chime:
    """What can play here; quiet unless sound is asked for."""
    if not has_sound:
        return QuietChime()
    if sys.platform == "win32":
        return WindowsChime(_folder())
    player = next((found for name in _PLAYERS if (found := shutil.which(name))), None)
    if player is None:
        log.info("no program to play sounds; the station stays quiet")
        return QuietChime()
    return PlayerChime(player, _folder())


def synthesise(cue: str) -> bytes:
    """``cue`` as a mono 16-bit WAV."""
    samples = [s for frequency, length in CUES[cue] for s in _tone(frequency, length)]
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))
    return buffer.getvalue()


def _tone(frequency: float, length_s: float) -> list[int]:
    count = round(length_s * RATE)
    fade = max(1, round(_FADE_S * RATE))
    total = sum(weight for _, weight in _HARMONICS)

    def sample(i: int) -> int:
        wave_ = sum(
            weight * math.sin(2 * math.pi * frequency * factor * i / RATE)
            for factor, weight in _HARMONICS
        )
        envelope = min(1.0, i / fade, (count - i) / fade)
        return round(wave_ / total * envelope * 26_000)

    return [sample(i) for i in range(count)]


def _folder() -> Path:
    return Path(tempfile.mkdtemp(prefix="asbuilt-sound-"))
