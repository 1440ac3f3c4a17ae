"""One telegram: a 20-byte header and its body, kept exactly as it was on the wire."""

from __future__ import annotations

from dataclasses import dataclass

from device_drivers.open_protocol.framer import HEADER_LENGTH, MAX_LENGTH

#: Carries binary samples: the length is the total, and no NUL follows.
TRACE = 900


@dataclass(frozen=True, slots=True)
class Message:
    """``frame`` is what came from the framer, without the closing NUL."""

    frame: bytes

    @property
    def mid(self) -> int:
        return int(self.frame[4:8])

    @property
    def revision(self) -> int:
        """000, 001 and blanks all mean 1."""
        return int(self.frame[8:11].strip() or b"1") or 1

    @property
    def no_ack(self) -> bool:
        """Set in a subscription: the controller shall not wait for acknowledgements."""
        return self.frame[11:12] == b"1"

    @property
    def station(self) -> int:
        """The virtual station; blanks and 00 mean 1."""
        return _whole(self.frame[12:14]) or 1

    @property
    def spindle(self) -> int:
        """Blanks and 00 mean 1."""
        return _whole(self.frame[14:16]) or 1

    @property
    def sequence(self) -> int:
        """The number for acknowledging on the link; 0 when that is not used."""
        return _whole(self.frame[16:18])

    @property
    def parts(self) -> int:
        """In how many telegrams this message comes."""
        return _whole(self.frame[18:19]) or 1

    @property
    def part(self) -> int:
        """Which of them this is, from 1."""
        return _whole(self.frame[19:20]) or 1

    @property
    def body(self) -> bytes:
        return self.frame[HEADER_LENGTH:]

    @property
    def wire(self) -> bytes:
        """The bytes to send."""
        return self.frame if self.mid == TRACE else self.frame + b"\0"

    def numbered(self, sequence: int) -> Message:
        """The same telegram with a number for acknowledging on the link."""
        return Message(self.frame[:16] + b"%02d" % sequence + self.frame[18:])

    def __str__(self) -> str:
        return f"{self.mid:04d} revision {self.revision}"


def build(mid: int, body: bytes = b"", *, revision: int = 1, no_ack: bool = False) -> Message:
    """A telegram of our own.

    Raises:
        ValueError: the body is too long for one telegram.
    """
    length = HEADER_LENGTH + len(body)
    if length > MAX_LENGTH:
        message = f"{mid:04d}: {length} bytes do not fit into one telegram of {MAX_LENGTH}"
        raise ValueError(message)
    flag = b"1" if no_ack else b" "
    header = b"%04d%04d%03d%s        " % (length, mid, revision, flag)
    return Message(header + body)


def accepted(mid: int) -> Message:
    """0005: the command was accepted."""
    return build(5, b"%04d" % mid)


def refused(mid: int, code: int) -> Message:
    """0004: the command was refused."""
    return build(4, b"%04d%02d" % (mid, code))


def _whole(digits: bytes) -> int:
    stripped = digits.strip()
    return int(stripped) if stripped.isdigit() else 0
