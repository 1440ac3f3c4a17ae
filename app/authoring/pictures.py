"""The pictures of an instruction: small enough, of a known kind, and showing only themselves.

A page of a PDF becomes a picture here; a film is refused, a silent loop of some seconds is not.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.authoring.drawings import page_count, page_pictures
from app.authoring.loops import MAX_PX, MAX_SECONDS, NotALoop, read_loop
from app.authoring.svg_check import SvgCheck
from app.domain.errors import InvalidInput

if TYPE_CHECKING:
    from pathlib import Path

    from app.authoring.problems import Problems

MAX_BYTES = 2_000_000
MAX_LOOP_BYTES = 4_000_000
MAX_PDF_BYTES = 20_000_000
FOLDER = "pictures"

_OPENINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
_LOOPS = {".gif", ".webp"}
_FILMS = {".mp4", ".m4v", ".mov", ".avi", ".mkv", ".webm", ".wmv", ".mpg", ".mpeg"}


@dataclass(slots=True)
class PictureShelf:
    """Reads each picture once, by the name the instruction gives it."""

    folder: Path
    name: str
    problems: Problems
    blobs: dict[str, bytes] = field(default_factory=dict)
    _hashes: dict[str, str | None] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)
    _pages: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)

    def hash_of(self, picture: str) -> str | None:
        """The SHA-256 of a sound picture; None, and the problem told, for any other.

        A file that is not there is the caller's to report: it knows the line.
        """
        if picture not in self._hashes:
            self._hashes[picture] = self._read(picture)
        return self._hashes[picture]

    def pages_of(self, pdf: str) -> int:
        """How many pages ``pdf`` has; 0, and the problem told, when it is not sound."""
        if pdf not in self._counts:
            self._counts[pdf] = self._count(pdf)
        return self._counts[pdf]

    def page_of(self, pdf: str, page: int) -> tuple[str, str] | None:
        """The SHA-256 of a page, small and large; None when a picture of it is too big."""
        if (pdf, page) not in self._pages:
            small, large = page_pictures((self.folder / pdf).read_bytes(), page)
            if len(large) > MAX_LOOP_BYTES:
                self._add(pdf, f"page {page} is too full to be shown as a picture; simplify it")
                return None
            self._pages[pdf, page] = self._keep(small), self._keep(large)
        return self._pages[pdf, page]

    def names(self) -> list[str]:
        """The pictures that are there."""
        if not self.folder.is_dir():
            return []
        return sorted(p.name for p in self.folder.iterdir() if not p.name.startswith("."))

    def unused(self) -> list[str]:
        used = {*self._hashes, *self._counts}
        return [name for name in self.names() if name not in used]

    def _read(self, picture: str) -> str | None:
        content = (self.folder / picture).read_bytes()
        suffix = _suffix(picture)
        if suffix in _FILMS:
            self._add(picture, _how_to_loop(picture))
            return None
        most = MAX_LOOP_BYTES if suffix in _LOOPS else MAX_BYTES
        if not self._is_small_enough(picture, content, most):
            return None
        if suffix == ".svg":
            is_sound = SvgCheck(f"{self.name}/{picture}", self.problems).check(content)
        else:
            wrong = _what_is_wrong(suffix, content)
            is_sound = wrong is None
            if wrong is not None:
                self._add(picture, wrong)
        return self._keep(content) if is_sound else None

    def _count(self, pdf: str) -> int:
        content = (self.folder / pdf).read_bytes()
        if not self._is_small_enough(pdf, content, MAX_PDF_BYTES):
            return 0
        try:
            return page_count(content)
        except InvalidInput as error:
            self._add(pdf, str(error))
            return 0

    def _is_small_enough(self, picture: str, content: bytes, most: int) -> bool:
        if len(content) <= most:
            return True
        size = f"{len(content) / 1e6:.1f} MB"
        self._add(picture, f"{size}; at most {most / 1e6:.0f} MB are taken")
        return False

    def _keep(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        self.blobs[digest] = content
        return digest

    def _add(self, picture: str, message: str) -> None:
        self.problems.add(f"{self.name}/{picture}", 0, "", message)


def is_pdf(picture: str) -> bool:
    """Whether its pages are shown, not itself."""
    return _suffix(picture) == ".pdf"


def _suffix(picture: str) -> str:
    return f".{picture.rpartition('.')[2].lower()}"


def _what_is_wrong(suffix: str, content: bytes) -> str | None:
    if suffix not in _OPENINGS:
        return "expected a picture: .svg, .png, .jpg, .gif, .webp or .pdf"
    if not content.startswith(_OPENINGS[suffix]):
        return f"is called {suffix} but is not a {suffix[1:].upper()} picture"
    return _what_is_wrong_with_loop(content) if suffix in _LOOPS else None


def _what_is_wrong_with_loop(content: bytes) -> str | None:
    try:
        loop = read_loop(content)
    except NotALoop as error:
        return f"not a picture that can be read: {error}"
    if loop.seconds > MAX_SECONDS:
        return f"runs {loop.seconds:.1f} s; a loop takes at most {MAX_SECONDS} s"
    if max(loop.width_px, loop.height_px) > MAX_PX:
        size = f"{loop.width_px} × {loop.height_px} pixels"
        return f"{size}; a loop has at most {MAX_PX} on its longer side"
    return None


def _how_to_loop(film: str) -> str:
    name = film.rpartition(".")[0]
    return (
        f"a film is not shown; make a silent loop of at most {MAX_SECONDS} s of it, such as:"
        f' ffmpeg -i "{film}" -t {MAX_SECONDS} -an -vf fps=12,scale=960:-2 -loop 0 "{name}.webp"'
    )
