"""Acts: what a person does on a page of its own, one frozen class each.

A feature defines its acts beside its service and registers a handler for each with
:class:`Acts`; the screen hands them in through ``StationIntents.do``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from app.domain.refusal import Refusal

    Handler = Callable[["Act"], Awaitable[Refusal | None]]


class Act:
    """Base of all acts; subclasses are frozen dataclasses."""

    __slots__ = ()


A = TypeVar("A", bound=Act)


class Acts:
    """Finds who does an act.  Runs on the I/O loop, inside the station's turn."""

    def __init__(self) -> None:
        self._handlers: dict[type[Act], Handler] = {}

    def add(self, kind: type[A], handler: Callable[[A], Awaitable[Refusal | None]]) -> None:
        """``handler`` does every act of ``kind``; None when done, else why not."""
        self._handlers[kind] = cast("Handler", handler)

    async def do(self, act: Act) -> Refusal | None:
        return await self._handlers[type(act)](act)
