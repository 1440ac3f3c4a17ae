"""Parts of blobs, when several callers come at the same moment."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from server.files import BlobFiles, WrongOffset

CONTENT = b"torque curve" * 100
SHA256 = hashlib.sha256(CONTENT).hexdigest()
CUT = 500


class Overtaken(BlobFiles):
    """Between its look and its work, another caller sends the rest, or throws the part away."""

    def __init__(self, folder: Path, *, is_thrown_away: bool) -> None:
        super().__init__(folder)
        self._other = BlobFiles(folder)
        self._part = folder / "parts" / SHA256
        self._is_thrown_away = is_thrown_away

    def offset(self, sha256: str) -> int:
        here = super().offset(sha256)
        if self._is_thrown_away:
            self._part.unlink()
        else:
            self._other.append(SHA256, CONTENT[CUT:], offset=CUT, length=len(CONTENT), now_s=1_000)
        return here


def _with_a_part(folder: Path) -> BlobFiles:
    blobs = BlobFiles(folder)
    blobs.append(SHA256, CONTENT[:CUT], offset=0, length=len(CONTENT), now_s=1_000)
    return blobs


def test_two_that_send_the_last_part_at_once_both_have_it_whole(tmp_path: Path) -> None:
    blobs = _with_a_part(tmp_path)
    overtaken = Overtaken(tmp_path, is_thrown_away=False)
    rest = CONTENT[CUT:]
    assert overtaken.append(SHA256, rest, offset=CUT, length=len(CONTENT), now_s=1_000)
    assert blobs.get(SHA256) == CONTENT


def test_a_part_of_what_was_thrown_away_meanwhile_is_asked_for_from_the_start(
    tmp_path: Path,
) -> None:
    _with_a_part(tmp_path)
    overtaken = Overtaken(tmp_path, is_thrown_away=True)
    with pytest.raises(WrongOffset) as wrong:
        overtaken.append(SHA256, CONTENT[CUT:], offset=CUT, length=len(CONTENT), now_s=1_000)
    assert wrong.value.offset == 0


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_part_that_goes_while_old_ones_are_looked_for_is_passed_by(tmp_path: Path) -> None:
    blobs = _with_a_part(tmp_path)
    (tmp_path / "parts" / "gone").symlink_to(tmp_path / "nowhere")
    blobs.forget_parts(before_s=2_000)
    assert blobs.offset(SHA256) == 0
