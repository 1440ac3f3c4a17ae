"""A lot opened at one station is open at every other: its document says since when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.domain.material_events import LotOpened
from app.domain.plant import Lot
from server.log.feed import Document, current, publish

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import sqlalchemy as sa

    from server.log.decide import Link


def tell_opened(connection: sa.Connection, links: Sequence[Link], *, now_us: int) -> None:
    """Publish the lots that ``links`` say were opened, in the transaction that keeps them.

    The earliest opening counts, whichever station's push came first.
    """
    opened = list(_opened(links))
    if opened:
        told = (_told(connection, body) for body in opened)
        publish(connection, [one for one in told if one is not None], now_us=now_us)


def _opened(links: Iterable[Link]) -> Iterable[LotOpened]:
    for link in links:
        if link.envelope.kind == LotOpened.KIND:
            try:
                yield msgspec.json.decode(link.envelope.body, type=LotOpened)
            except msgspec.ValidationError:
                continue  # kept in the log as it is; nothing can be said about a lot


def _told(connection: sa.Connection, body: LotOpened) -> Document | None:
    content = current(connection, Lot.KIND, body.lot)
    lot = None if content is None else msgspec.json.decode(content, type=Lot)
    if lot is None or (lot.opened_at is not None and lot.opened_at <= body.opened_at):
        return None
    said = msgspec.structs.replace(lot, opened_at=body.opened_at)
    return Document(Lot.KIND, lot.lot, msgspec.json.encode(said))
