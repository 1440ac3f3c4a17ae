"""The faults a controller was asked for and has not had yet.  State only; who has them asks."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

#: In place of a MID: any of them.
ANY = 0


@dataclass(slots=True)
class Faults:
    """Counted faults go down to zero by themselves; the others stay until changed back.

    Times are of the controller's clock for intervals.
    """

    duplicates: int = 0
    acks_to_swallow: int = 0
    wrong_selection: int | None = None
    wrong_limits_percent: int = 0
    newest_revisions: dict[int, int] = field(default_factory=dict)
    refuses_until: float = 0.0
    mute_until: float = 0.0
    frozen_until: float = 0.0
    handshake_s: float = 0.0
    #: By MID of the request: the code of the refusal, and how often it comes.
    refusals: dict[int, tuple[int, int]] = field(default_factory=dict)
    unanswered: Counter[int] = field(default_factory=Counter)
    #: By MID of what is sent, or ANY: seconds late, and how often.
    delays: dict[int, tuple[float, int]] = field(default_factory=dict)
    wrong_lengths: dict[int, int] = field(default_factory=dict)
    piece_bytes: int = 0
    together: int = 0
    #: Code of 0004 for every command, while another client or an input is in charge.
    commands_refused_with: int | None = None

    def refusal(self, mid: int) -> int | None:
        """The code to refuse ``mid`` with, this once."""
        code, left = self.refusals.get(mid, (0, 0))
        if left <= 0:
            return None
        self.refusals[mid] = (code, left - 1)
        return code

    def is_unanswered(self, mid: int) -> bool:
        """Whether this request is to be heard and not answered."""
        if self.unanswered[mid] <= 0:
            return False
        self.unanswered[mid] -= 1
        return True

    def delay_s(self, mid: int) -> float:
        """How late a telegram goes out, this once."""
        key = mid if mid in self.delays else ANY
        seconds, left = self.delays.get(key, (0.0, 0))
        if left == 0:
            return 0.0
        self.delays[key] = (seconds, left - 1)
        return seconds

    def wrong_length(self, mid: int) -> int:
        """By how many bytes the length field is wrong, this once."""
        return self.wrong_lengths.pop(mid, 0)

    def take_duplicates(self) -> int:
        """How often the next result is sent in vain."""
        duplicates, self.duplicates = self.duplicates, 0
        return duplicates
