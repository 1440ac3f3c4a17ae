"""What waits for a person's decision, and what was decided: as lists and one by one."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from msgspec import Struct

from app.domain.plant import Hold
from server.db.storable import each_text, json_of, storable_text
from server.db.tables import decision, edge, situation
from server.log.feed import current, current_all
from server.read.genealogy import serials_above
from server.read.situation_kinds import Action, kind_of
from server.read.situation_records import Record, fork_records, records_of
from server.read.situation_store import MOST_RECORDS, Records, read_records
from server.read.times import maybe_utc, utc
from server.read.waiting_ways import ways_out, words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

_HOLD = "hold:"


class Decision(Struct, frozen=True, kw_only=True):
    """What somebody decided, and why."""

    decision: str
    words: str
    by: str
    why: str
    at: datetime


class OpenSituation(Struct, frozen=True, kw_only=True):
    """Something only a person can settle: ``owner`` is their role.

    ``units`` are the units it concerns.  ``closed_at`` is set when it settled itself.
    """

    key: str
    kind: str
    title: str
    detail: str
    unit: str | None
    station: str | None
    opened_at: datetime
    owner: str
    units: tuple[str, ...] = ()
    closed_at: datetime | None = None
    decided: Decision | None = None


class SituationDetail(Struct, frozen=True, kw_only=True):
    """A situation with the records it rests on, what can be decided, and what was."""

    situation: OpenSituation
    records: tuple[Record, ...]
    actions: tuple[Action, ...]
    decisions: tuple[Decision, ...]


def open_situations(connection: sa.Connection) -> list[OpenSituation]:
    """What needs a decision, newest first; holds whose lots are in units are among them."""
    decided = sa.exists().where(decision.c.key == situation.c.key)
    statement = sa.select(situation).where(situation.c.closed_at.is_(None), ~decided)
    found = [_shown(row, None) for row in connection.execute(statement)]
    contained = {one.key: one for one, _ in _contained(connection)}
    for key in _decided(connection, list(contained)):
        del contained[key]
    found.extend(contained.values())
    return sorted(found, key=lambda one: (-one.opened_at.timestamp(), one.key))


def unit_situations(connection: sa.Connection, serial: str) -> list[OpenSituation]:
    """All that concern one unit: open, decided or settled; newest first."""
    quoted = msgspec.json.encode(serial).decode()
    concerns = sa.or_(
        situation.c.unit == storable_text(serial),
        situation.c.records.contains(storable_text(quoted), autoescape=True),
    )
    rows = connection.execute(sa.select(situation).where(concerns)).all()
    stored = [_shown(row, None) for row in rows]
    contained = [one for one, _ in _contained(connection)]
    found = [one for one in (*stored, *contained) if serial in {one.unit, *one.units}]
    decided = _decided(connection, [one.key for one in found])
    shown = [msgspec.structs.replace(one, decided=decided.get(one.key)) for one in found]
    return sorted(shown, key=lambda one: (-one.opened_at.timestamp(), one.key))


def situation_detail(connection: sa.Connection, key: str) -> SituationDetail | None:
    """One situation in full; None when there never was such a one."""
    found = _find(connection, key)
    if found is None:
        return None
    one, rests_on = found
    decisions = _decisions(connection, one)
    newest = decisions[-1] if decisions else None
    return SituationDetail(
        situation=msgspec.structs.replace(one, decided=newest),
        records=(
            *(fork_records(connection, key) if one.kind == "fork" else ()),
            *records_of(connection, rests_on),
        ),
        actions=ways_out(connection, one.kind),
        decisions=tuple(decisions),
    )


def _find(connection: sa.Connection, key: str) -> tuple[OpenSituation, Records] | None:
    row = connection.execute(
        sa.select(situation).where(situation.c.key == storable_text(key))
    ).one_or_none()
    if row is not None:
        return _shown(row, None), read_records(row.records)
    for one, rests_on in _contained(connection) if key.startswith(_HOLD) else ():
        if one.key == key:
            fitted = Records(events=_fitted_by(connection, one))
            return one, rests_on.with_more(fitted)
    return _as_decided(connection, key)


def _as_decided(connection: sa.Connection, key: str) -> tuple[OpenSituation, Records] | None:
    """One that is gone since, such as a hold that was lifted: as it was when it was decided."""
    text = connection.execute(
        sa.select(decision.c.situation)
        .where(decision.c.key == storable_text(key))
        .order_by(decision.c.number)
        .limit(1)
    ).scalar_one_or_none()
    if text is None:
        return None
    one = msgspec.json.decode(text, type=OpenSituation)
    return one, Records(units=one.units)


def _shown(row: Any, decided: Decision | None) -> OpenSituation:  # noqa: ANN401 - a table's row
    units = read_records(row.records).units
    return OpenSituation(
        key=row.key,
        kind=row.kind,
        title=row.title,
        detail=row.detail,
        unit=row.unit,
        station=row.station,
        opened_at=utc(row.opened_at),
        owner=kind_of(row.kind).owner,
        units=units or ((row.unit,) if row.unit else ()),
        closed_at=maybe_utc(row.closed_at),
        decided=decided,
    )


def _contained(connection: sa.Connection) -> list[tuple[OpenSituation, Records]]:
    """Containment: a hold concerns the units its lot went into, known to it or not."""
    found = []
    items = current_all(connection, Hold.KIND)
    holds = [(item, msgspec.json.decode(item.body, type=Hold)) for item in items]
    standing = [(item, hold) for item, hold in holds if hold.lifted_at is None]
    fitted = _fitted(connection, [hold.lot or hold.serial or "" for _, hold in standing])
    for item, hold in standing:
        held = hold.lot or hold.serial or ""
        serials = serials_above(connection, held) if storable_text(held) in fitted else []
        if not serials:
            continue
        count = f"{len(serials)} units" if len(serials) > 1 else f"unit {serials[0]}"
        one = OpenSituation(
            key=f"{_HOLD}{hold.hold}",
            kind="hold",
            title=f"Held {'lot' if hold.lot else 'part'} {held} is in {count}",
            detail=f"{hold.hold}: {hold.reason} · {hold.owner}",
            unit=serials[0] if len(serials) == 1 else None,
            station=None,
            opened_at=utc(item.at),
            owner=kind_of("hold").owner,
            units=tuple(serials),
        )
        found.append((one, Records(documents=(item.pos,), units=tuple(serials))))
    return found


def _fitted(connection: sa.Connection, held: Sequence[str]) -> frozenset[str]:
    """Those of ``held`` that went into anything at all.

    A scrapped unit is held for ever and in nothing: nobody climbs from each of them.
    """
    if not held:
        return frozenset()
    wanted = sa.literal(json_of([storable_text(name) for name in held]), sa.Text)
    name = each_text(connection.dialect.name, wanted)
    statement = sa.select(name).where(sa.exists().where(edge.c.child_id == name))
    return frozenset(connection.execute(statement).scalars())


def _fitted_by(connection: sa.Connection, hold: OpenSituation) -> tuple[int, ...]:
    """The facts that put the held lot or piece into a unit."""
    body = current(connection, Hold.KIND, hold.key.removeprefix(_HOLD))
    held = msgspec.json.decode(body, type=Hold) if body else None
    if held is None:
        return ()
    positions = connection.execute(
        sa.select(edge.c.at_pos)
        .where(edge.c.child_id == storable_text(held.lot or held.serial or ""), edge.c.at_pos > 0)
        .order_by(edge.c.at_pos)
        .distinct()
        .limit(MOST_RECORDS)
    ).scalars()
    return tuple(positions)


def _decided(connection: sa.Connection, keys: list[str]) -> dict[str, Decision]:
    """The newest decision about each of these that was decided."""
    rows = connection.execute(
        sa.select(decision, situation.c.kind)
        .outerjoin(situation, situation.c.key == decision.c.key)
        .where(decision.c.key.in_(map(storable_text, keys)))
        .order_by(decision.c.number)
    )
    found = [(row, row.kind or "hold") for row in rows]
    words = {kind: words_of(connection, kind) for _, kind in found}
    return {row.key: _decision(row, words[kind]) for row, kind in found}


def _decisions(connection: sa.Connection, one: OpenSituation) -> list[Decision]:
    rows = connection.execute(
        sa.select(decision)
        .where(decision.c.key == storable_text(one.key))
        .order_by(decision.c.number)
    )
    words = words_of(connection, one.kind)
    return [_decision(row, words) for row in rows]


def _decision(row: Any, words: Mapping[str, str]) -> Decision:  # noqa: ANN401 - a table's row
    return Decision(
        decision=row.decision,
        words=words.get(row.decision, row.decision),
        by=row.decided_by,
        why=row.why,
        at=utc(row.at),
    )
