"""Which revision of a telegram works with a controller: asked high, stepped down, remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from device_drivers.open_protocol import refusals

if TYPE_CHECKING:
    from device_drivers.open_protocol.profile import Profile


class Revisions:
    """Outlives a connection: some controllers hang up after refusing a revision."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._current: dict[int, int] = {}
        self._working: set[int] = set()

    def of(self, mid: int) -> int:
        """The revision to ask for: the one that worked, or the best to try."""
        return self._current.setdefault(mid, self._profile.revisions_of(mid)[0])

    def works(self, mid: int) -> None:
        """The current one was taken."""
        self._working.add(mid)

    def hung_up(self, mid: int) -> None:
        """The controller ended the connection instead of answering: perhaps for the revision.

        Not for one that has worked before: then it had another reason.
        """
        if mid not in self._working:
            self.lower(mid)

    def refused(self, mid: int, code: int) -> bool:
        """The controller said no: step down if that can be the reason.  False when it cannot."""
        if code not in refusals.STEP_DOWN:
            return False
        # "Command failed" says little: about a revision only where it never worked.
        if code == refusals.COMMAND_FAILED and mid in self._working:
            return False
        return self.lower(mid)

    def lower(self, mid: int) -> bool:
        """The current one was refused: step down.  False when there is none below.

        After the lowest the next attempt begins at the top again: it was not the revision.
        """
        current = self.of(mid)
        below = [rev for rev in self._profile.revisions_of(mid) if rev < current]
        if not below:
            del self._current[mid]
            return False
        self._current[mid] = below[0]
        return True
