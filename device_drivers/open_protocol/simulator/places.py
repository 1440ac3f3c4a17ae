"""Who is served: so many clients at a time, and the ghosts of those who left without 0003."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from device_drivers.open_protocol.simulator.vendor import Clients


class Places:
    """``mono`` is the controller's clock for intervals."""

    def __init__(self, rules: Clients, mono: Callable[[], float]) -> None:
        self._rules = rules
        self._mono = mono
        self._served: set[object] = set()
        self._ghosts: list[float] = []

    def take(self, client: object) -> bool:
        """Whether there is a place for this client; one that has a place keeps it."""
        now = self._mono()
        self._ghosts = [until for until in self._ghosts if now < until]
        if client not in self._served:
            if len(self._served) + len(self._ghosts) >= self._rules.most:
                return False
            self._served.add(client)
        return True

    def clear(self) -> None:
        """Switched on again: nobody is known any more."""
        self._served.clear()
        self._ghosts.clear()

    def leave(self, client: object, *, was_polite: bool, at_least_s: float = 0.0) -> bool:
        """The client is gone; returns whether it had a place.

        A rude one's place stays taken for a while, ``at_least_s`` or as long as the vendor says.
        """
        if client not in self._served:
            return False
        self._served.remove(client)
        ghost_s = max(at_least_s, 0.0 if was_polite else self._rules.half_open_s)
        if ghost_s:
            self._ghosts.append(self._mono() + ghost_s)
        return True
