"""What stations did, their stops and the units they made; filled by drawing the log again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text(), nullable=nullable)


def _big(name: str, *, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger(), autoincrement=False, nullable=nullable)


def _number(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=False)


def upgrade() -> None:
    """They know nothing of older events until the server draws anew (``--rebuild``)."""
    op.create_table(
        "flow_station",
        _text("station"),
        _big("pos"),
        _big("at"),
        _big("heard_from"),
        _text("doing"),
        _big("doing_from"),
        _text("machine", nullable=True),
        _big("machine_from"),
        _text("unit", nullable=True),
        _text("order_id", nullable=True),
        _text("product", nullable=True),
        _text("step", nullable=True),
        _number("is_attended"),
        sa.PrimaryKeyConstraint("station", name=op.f("pk_flow_station")),
    )
    op.create_table(
        "flow_claim",
        _big("pos"),
        _text("source"),
        _text("station"),
        _text("state"),
        _big("begin_at"),
        _big("end_at"),
        sa.PrimaryKeyConstraint("pos", "source", name=op.f("pk_flow_claim")),
    )
    op.create_index(op.f("ix_flow_claim_station_end_at"), "flow_claim", ["station", "end_at"])
    op.create_table(
        "flow_stop",
        _text("station"),
        _text("stop"),
        _big("pos"),
        _big("began_at"),
        _big("ended_at", nullable=True),
        *(_text(name, nullable=True) for name in ("shift", "unit", "order_id", "product")),
        *(_text(name, nullable=True) for name in ("step", "reason", "words")),
        _big("named_at", nullable=True),
        _number("named"),
        *(_text(name, nullable=True) for name in ("parts", "settled_by")),
        _big("settled_at", nullable=True),
        _number("settled"),
        sa.PrimaryKeyConstraint("station", "stop", name=op.f("pk_flow_stop")),
    )
    op.create_index(op.f("ix_flow_stop_station_began_at"), "flow_stop", ["station", "began_at"])
    op.create_index(op.f("ix_flow_stop_ended_at"), "flow_stop", ["ended_at"])
    op.create_table(
        "flow_cycle",
        _text("station"),
        _text("serial"),
        _big("pos"),
        _text("order_id"),
        _text("product"),
        _big("started_at"),
        _big("at", nullable=True),
        _number("is_good"),
        _text("shift", nullable=True),
        sa.PrimaryKeyConstraint("station", "serial", "pos", name=op.f("pk_flow_cycle")),
    )
    op.create_index(op.f("ix_flow_cycle_station_at"), "flow_cycle", ["station", "at"])


def downgrade() -> None:
    """The log has it all."""
    for name in ("flow_cycle", "flow_stop", "flow_claim", "flow_station"):
        op.drop_table(name)
