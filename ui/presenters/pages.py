"""A long list in pages: two big buttons instead of a flick."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ui.presenters.phrases import phrase
from ui.presenters.view_states import Action

if TYPE_CHECKING:
    from collections.abc import Sequence

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Pages:
    """``total`` rows, ``rows`` of them a page; ``wanted`` is the page asked for, from 0."""

    total: int
    rows: int
    wanted: int

    @property
    def number(self) -> int:
        return min(self.wanted, self._last)

    @property
    def first(self) -> int:
        """The first row shown, from 0."""
        return self.number * self.rows

    @property
    def is_one(self) -> bool:
        return self._last == 0

    def after(self, verb: str) -> int:
        """The page after a tap on "up" or "down"."""
        return max(0, min(self._last, self.number + (1 if verb == "down" else -1)))

    def shown(self, rows: Sequence[_T]) -> tuple[_T, ...]:
        return tuple(rows[self.first : self.first + self.rows])

    def facts(self) -> dict[str, str]:
        """``first``, ``last`` and ``total`` for the line that says where one is."""
        last = min(self.total, self.first + self.rows)
        return {"first": str(self.first + 1), "last": str(last), "total": str(self.total)}

    def actions(self) -> tuple[Action, ...]:
        """Up and Down, where there is something that way."""
        up = Action("up", phrase("do_it/up"), "arrow-up-bold")
        down = Action("down", phrase("do_it/down"), "arrow-down-bold")
        ways = ((up, self.number > 0), (down, self.number < self._last))
        return tuple(action for action, is_there in ways if is_there)

    @property
    def _last(self) -> int:
        return max(0, (self.total - 1) // self.rows)
