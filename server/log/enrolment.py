"""Enrolment: a one-time code turns a public key into a station the plant knows."""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from app.domain.envelope import GENESIS
from server.db.tables import chain, enrolment_code, situation, station, station_key
from server.problems import Problem, invalid
from sync.wire import Enrol, Enrolled

if TYPE_CHECKING:
    from collections.abc import Callable

    from server.log.identity import PlantIdentity

#: Crockford's letters: none is taken for another when read from paper.
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_CODE_LENGTH = 12
#: A station begins one at each installation or fork.
_MOST_EPOCHS = 10_000
_STATION_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_KEY = re.compile(r"[0-9a-f]{64}")


def create_code(
    connection: sa.Connection, *, now_us: int, valid_s: int, random: Callable[[int], bytes]
) -> str:
    """A new code; only its hash is kept."""
    letters = "".join(_LETTERS[byte % 32] for byte in random(_CODE_LENGTH))
    connection.execute(
        enrolment_code.insert().values(
            code_hash=_code_hash(letters), expires_at=now_us + valid_s * 1_000_000
        )
    )
    return "-".join(letters[start : start + 4] for start in range(0, _CODE_LENGTH, 4))


def enrol(
    connection: sa.Connection, request: Enrol, *, identity: PlantIdentity, now_us: int
) -> Enrolled:
    """Use the code up and enter the station's key.

    The same request again (the answer was lost on the way) gets the same answer.

    Raises:
        Problem: the code is wrong, used or expired, or the station or key makes no sense.
    """
    _check(request)
    code = _find_code(connection, request.code)
    if code is None or (code.used_at is None and code.expires_at < now_us):
        raise _refused(detail="The code is wrong or has expired; ask the plant for a new one.")
    if code.used_at is not None:
        if (code.used_by, code.public_key) != (request.station, request.public_key):
            raise _refused(detail="The code was used already; ask the plant for a new one.")
        return _answer(request, _epoch(connection, request.station), identity)
    epoch = _enter(connection, request, now_us=now_us)
    connection.execute(
        enrolment_code.update()
        .where(enrolment_code.c.code_hash == code.code_hash)
        .values(used_at=now_us, used_by=request.station, public_key=request.public_key)
    )
    return _answer(request, epoch, identity)


def _check(request: Enrol) -> None:
    if not _STATION_NAME.fullmatch(request.station):
        raise invalid(
            detail=f"station {request.station!r}: expected 1 to 64 letters, digits, dots, dashes"
        )
    if not 0 <= request.epoch <= _MOST_EPOCHS:
        raise invalid(detail=f"epoch: expected a whole number from 0 to {_MOST_EPOCHS}")
    if not _KEY.fullmatch(request.public_key):
        raise invalid(detail="public_key: expected 64 lower-case hex digits (Ed25519)")


def _find_code(connection: sa.Connection, code: str) -> sa.Row[Any] | None:
    wanted = _code_hash(code)
    found = None
    for row in connection.execute(sa.select(enrolment_code).with_for_update()):
        if hmac.compare_digest(row.code_hash, wanted):
            found = row
    return found


def _enter(connection: sa.Connection, request: Enrol, *, now_us: int) -> int:
    known = connection.execute(
        sa.select(station).where(station.c.station == request.station).with_for_update()
    ).one_or_none()
    if known is None:
        epoch = max(1, request.epoch)
        connection.execute(
            station.insert().values(
                station=request.station,
                public_key=request.public_key,
                epoch=epoch,
                name=request.name or request.station,
                enrolled_at=now_us,
            )
        )
    else:
        epoch = max(int(known.epoch) + _needs_new_epoch(connection, known, request), request.epoch)
        connection.execute(
            station.update()
            .where(station.c.station == request.station)
            .values(
                public_key=request.public_key,
                epoch=epoch,
                name=request.name or known.name,
                enrolled_at=now_us,
            )
        )
        _close_fork(connection, known, now_us=now_us)
    # More than one when a restored server has forgotten epochs that the station wrote under.
    for missing in range(1 if known is None else known.epoch + 1, epoch + 1):
        _open_epoch(connection, request, epoch=missing, now_us=now_us)
    return epoch


def _needs_new_epoch(connection: sa.Connection, known: sa.Row[Any], request: Enrol) -> int:
    """1 for another key (a new installation) or a forked history, else 0.

    A station that is behind the newest epoch is not the one that writes under it.
    """
    if known.public_key != request.public_key or 0 < request.epoch < known.epoch:
        return 1
    forked = sa.select(situation.c.key).where(situation.c.key == _fork_key(known))
    return int(connection.execute(forked).first() is not None)


def _fork_key(known: sa.Row[Any]) -> str:
    return f"fork:{known.station}:{known.epoch}"


def _close_fork(connection: sa.Connection, known: sa.Row[Any], *, now_us: int) -> None:
    """A person used a code: that is the decision the situation asked for."""
    connection.execute(
        situation.update()
        .where(situation.c.key == _fork_key(known), situation.c.closed_at.is_(None))
        .values(closed_at=now_us)
    )


def _open_epoch(connection: sa.Connection, request: Enrol, *, epoch: int, now_us: int) -> None:
    connection.execute(
        station_key.insert().values(
            station=request.station,
            epoch=epoch,
            public_key=request.public_key,
            enrolled_at=now_us,
        )
    )
    connection.execute(
        chain.insert().values(station=request.station, epoch=epoch, high_water=0, hash=GENESIS)
    )


def _epoch(connection: sa.Connection, name: str) -> int:
    statement = sa.select(station.c.epoch).where(station.c.station == name)
    return int(connection.execute(statement).scalar_one())


def _answer(request: Enrol, epoch: int, identity: PlantIdentity) -> Enrolled:
    return Enrolled(
        station=request.station,
        epoch=epoch,
        generation=identity.generation,
        plant=identity.name,
        plant_key=identity.plant_key,
    )


def _code_hash(code: str) -> str:
    """Codes are read from paper: case, dashes and look-alikes do not matter."""
    plain = (
        re.sub(r"[\s-]", "", code).upper().replace("O", "0").replace("I", "1").replace("L", "1")
    )
    return hashlib.sha256(b"asbuilt/enrolment/1\0" + plain.encode()).hexdigest()


def _refused(detail: str) -> Problem:
    return Problem(403, "enrolment_refused", detail)
