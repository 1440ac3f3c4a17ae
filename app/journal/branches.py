"""The other side of a fork: how far the server keeps what contradicts its log.

An epoch with a fork is handed over whole, from what server and station last agreed on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.journal.segments import EPOCH_END
from app.ports.sync import BranchMark

if TYPE_CHECKING:
    import apsw

_KEY = "branch:"

#: An epoch's newest event that the server has, in its log or beside it.
KEPT = (
    "max(epoch.acked, coalesce((SELECT CAST(value AS INTEGER) FROM sync_state "
    "WHERE key = 'branch:' || epoch.epoch), 0))"
)


def branch_mark(db: apsw.Connection) -> BranchMark | None:
    """The oldest epoch to tell the server of: never told at all, or with events it lacks."""
    row = db.execute(
        "SELECT epoch, coalesce(CAST(s.value AS INTEGER), acked) AS kept FROM epoch "  # noqa: S608 - put together of constants
        "LEFT JOIN sync_state s ON s.key = ? || epoch "
        "WHERE (fork IS NOT NULL AND s.value IS NULL) OR "
        f"((fork IS NOT NULL OR closed IS NOT NULL) AND kept < {EPOCH_END}) "
        "ORDER BY epoch LIMIT 1",
        (_KEY,),
    ).fetchone()
    return None if row is None else BranchMark(int(row[0]), int(row[1]))


def move_branch_mark(db: apsw.Connection, mark: BranchMark) -> None:
    """The server keeps everything up to the mark."""
    db.execute(
        "INSERT OR REPLACE INTO sync_state VALUES (?, ?)", (f"{_KEY}{mark.epoch}", str(mark.kept))
    )


def forget_branch_marks(db: apsw.Connection) -> None:
    """The server was restored: what it kept has to be told again."""
    db.execute("DELETE FROM sync_state WHERE key LIKE ?", (_KEY + "%",))
