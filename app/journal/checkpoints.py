"""Signed checkpoints: the station's word, now and then, for where its chain stood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import apsw

#: At the latest after so many events; also after each completed unit.
EVENTS_BETWEEN = 1_000


class Signer(Protocol):
    """Signs a chain head; both texts are hex."""

    @property
    def public_key(self) -> str: ...

    def sign_head(self, epoch: int, seq: int, hash_hex: str) -> str: ...


def keep_checkpoint(
    db: apsw.Connection, signer: Signer, *, place: tuple[int, int], hash_hex: str, at: int
) -> None:
    """Sign the event at ``place`` (epoch, number) and keep that."""
    signature = signer.sign_head(*place, hash_hex)
    db.execute(
        "INSERT OR REPLACE INTO checkpoint VALUES (?, ?, ?, ?, ?, ?)",
        (*place, hash_hex, signature, signer.public_key, at),
    )


def newest_checkpoint(
    db: apsw.Connection, *, up_to: tuple[int, int]
) -> tuple[int, int, str] | None:
    """Epoch, number and hash of the newest one not after ``up_to``."""
    row = db.execute(
        "SELECT epoch, seq, hash FROM checkpoint WHERE (epoch, seq) <= (?, ?) "
        "ORDER BY epoch DESC, seq DESC LIMIT 1",
        up_to,
    ).fetchone()
    return None if row is None else (int(row[0]), int(row[1]), str(row[2]))
