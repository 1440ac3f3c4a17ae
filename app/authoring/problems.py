"""What is wrong with a file, and exactly where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to put right, or with ``is_warning`` to think about.

    ``file`` is relative to the folder's parent, ``key`` a path such as ``steps[5].torque.low``.
    """

    file: str
    line: int
    key: str
    message: str
    is_warning: bool = False

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.line else f"{self.file}: "
        what = f"{self.key}: {self.message}" if self.key else self.message
        return f"{where}warning: {what}" if self.is_warning else where + what


class Problems:
    """The list that checks add to; nothing stops at the first."""

    def __init__(self) -> None:
        self._found: list[Problem] = []

    def add(
        self, file: str, line: int, key: str, message: str, *, is_warning: bool = False
    ) -> None:
        self._found.append(Problem(file, line, key, message, is_warning))

    @property
    def found(self) -> list[Problem]:
        """In the order of the files' lines."""
        return sorted(self._found, key=lambda p: (p.file, p.line))

    @property
    def has_errors(self) -> bool:
        return any(not p.is_warning for p in self._found)
