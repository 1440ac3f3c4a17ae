"""What keeps a connected tool from being used as it should, shown while it lasts."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from app.ports.devices import LinkState

if TYPE_CHECKING:
    from device_drivers.supervisor import StatusLine

logger = logging.getLogger(__name__)

#: What no tool may be enabled with.
STORAGE, COMMANDS, MANUAL = "storage", "commands", "manual"


class Troubles:
    """Each kind of trouble has one sentence; READY means there is none."""

    def __init__(self, device: str, line: StatusLine) -> None:
        self._device = device
        self._line = line
        self._details: dict[str, str] = {}
        self._is_shown = False

    def __contains__(self, kind: str) -> bool:
        return kind in self._details

    def begin(self, kind: str, detail: str) -> None:
        """It is so from now on; logged when it begins."""
        if kind not in self._details:
            logger.warning("device=%s %s", self._device, detail)
        self._details[kind] = detail
        self._show()

    def end(self, kind: str) -> None:
        """It is over, if it was so."""
        if self._details.pop(kind, None) is not None:
            self._show()

    def detail(self, kind: str) -> str:
        """The sentence."""
        return self._details[kind]

    def show(self) -> None:
        """From here on the device's status says how it is."""
        self._is_shown = True
        self._show()

    def _show(self) -> None:
        if not self._is_shown:
            return
        if self._details:
            self._line.move(LinkState.DEGRADED, "; ".join(self._details.values()))
        else:
            self._line.move(LinkState.READY)
