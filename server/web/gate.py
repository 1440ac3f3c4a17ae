"""Checks passwords: one at a time, as slowly for nobody as for somebody, slower after mistakes."""

from __future__ import annotations

import hmac
import threading
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from app.domain.passwords import LONGEST, RULE, is_sound
from server.db.tables import sign_in
from server.log.accounts import (
    CONFIRMED,
    SIGNED_IN,
    SIGNED_OUT,
    WRONG,
    SignedIn,
    begin_session,
    end_session,
    find_person,
    note_try,
    password_of,
    set_password,
    wrong_tries,
)
from server.problems import Problem, invalid

if TYPE_CHECKING:
    import sqlalchemy as sa

    from server.plant import Plant

#: So many mistakes cost nothing: of one number, and from one address (a whole plant behind a
#: proxy has one).
_FREE_BY_NAME, _FREE_BY_ADDRESS = 3, 10
_LONGEST_WAIT_S = 60
_FORGIVEN_AFTER_US = 60 * 60 * 1_000_000
_US = 1_000_000
#: Each check takes 64 MiB and a part of a second; more than a few that wait are turned away.
_MOST_WAITING = 4

#: What a number without a password is checked against, so that it takes as long as the others.
_NOBODYS = (
    "$argon2id$v=19$m=65536,t=3,p=4$bm9ib2R5IGhhcyB0aGlz$"
    "VGhpcyBpcyBub2JvZHkncyBwYXNzd29yZCBhdCBhbGw"
)


class Gate:
    """The pages' door.  Every method reads the database: call it off the event loop."""

    def __init__(self, plant: Plant) -> None:
        self._plant = plant
        self._hasher = PasswordHasher()
        self._one_at_a_time = threading.Lock()
        self._waiting = threading.BoundedSemaphore(_MOST_WAITING)
        self._seal = plant.sign(b"asbuilt/tried-numbers/1").encode()

    def sign_in(self, number: str, password: str, address: str, *, before: str | None) -> str:
        """The secret of a new session; the one that this browser had ``before`` ends.

        Raises:
            Problem: 403 the two do not belong together, 429 too soon after mistakes, 503 too
                many at once.
        """
        person = self._checked(number, password, address, outcome=SIGNED_IN)
        with self._plant.database.write() as connection:
            if before is not None:
                end_session(connection, before)
            return begin_session(
                connection,
                person.person,
                now_us=self._plant.now_us(),
                random=self._plant.random,
            )

    def confirm(self, number: str, password: str, address: str) -> SignedIn:
        """Somebody beside the one who is signed in says that it is them; raises as above."""
        return self._checked(number, password, address, outcome=CONFIRMED)

    def change_password(self, number: str, known: str, wanted: str, address: str) -> str:
        """Give somebody who knows their password another; the secret of their new session.

        Raises:
            Problem: as :meth:`sign_in`, or 422 the new one is none.
        """
        if not is_sound(wanted):
            raise invalid(detail=RULE)
        self.confirm(number, known, address)
        hashed = self._hasher.hash(wanted)
        with self._plant.database.write() as connection:
            now = self._plant.now_us()
            set_password(connection, number, hashed, now_us=now)
            return begin_session(connection, number, now_us=now, random=self._plant.random)

    def sign_out(self, secret: str, person: str, address: str) -> None:
        """End the session."""
        with self._plant.database.write() as connection:
            end_session(connection, secret)
            self._note(connection, person, person, address, SIGNED_OUT)

    def _checked(self, number: str, password: str, address: str, *, outcome: str) -> SignedIn:
        if not self._waiting.acquire(blocking=False):
            detail = "Too many people sign in at this moment; try again."
            raise Problem(503, "busy", detail, headers={"Retry-After": "1"})
        try:
            with self._one_at_a_time:
                return self._check(number.strip(), password, address, outcome=outcome)
        finally:
            self._waiting.release()

    def _check(self, number: str, password: str, address: str, *, outcome: str) -> SignedIn:
        self._refuse_too_soon(number, address)
        with self._plant.database.read() as connection:
            known = password_of(connection, number)
            person = find_person(connection, number)
        is_theirs = self._verify(known or _NOBODYS, password)
        is_good = is_theirs and known is not None and person is not None
        with self._plant.database.write() as connection:
            self._note(
                connection,
                number,
                None if person is None else person.person,
                address,
                outcome if is_good else WRONG,
            )
        if not is_good or person is None:
            detail = (
                "Number and password do not belong together, or this person has no password: "
                "an administrator gives one with `asbuilt person set NUMBER --password`."
            )
            raise Problem(403, "wrong_password", detail)
        return person

    def _verify(self, known: str, password: str) -> bool:
        try:
            return self._hasher.verify(known, password[:LONGEST])
        except VerificationError:
            return False

    def _refuse_too_soon(self, number: str, address: str) -> None:
        now = self._plant.now_us()
        since = now - _FORGIVEN_AFTER_US
        name_hash, tried = self._name_hash(number), sign_in.c
        with self._plant.database.read() as connection:
            until = max(
                _open_again(
                    wrong_tries(connection, column, value, since_us=since, most=free + 8), free
                )
                for column, value, free in (
                    (tried.name_hash, name_hash, _FREE_BY_NAME),
                    (tried.address, address, _FREE_BY_ADDRESS),
                )
            )
        if until > now:
            wait_s = -(-(until - now) // _US)
            detail = f"Too many mistakes; try again in {wait_s} s."
            raise Problem(429, "too_many_attempts", detail, headers={"Retry-After": str(wait_s)})

    def _note(
        self,
        connection: sa.Connection,
        number: str,
        person: str | None,
        address: str,
        outcome: str,
    ) -> None:
        note_try(
            connection,
            name_hash=self._name_hash(number),
            person=person,
            address=address,
            outcome=outcome,
            now_us=self._plant.now_us(),
            random=self._plant.random,
        )

    def _name_hash(self, number: str) -> str:
        return hmac.digest(self._seal, number[:LONGEST].encode(), "sha256").hex()


def _open_again(wrong: list[int], free: int) -> int:
    """When the next try is let in (µs): 1, 2, 4 … 60 s after the newest of too many mistakes."""
    beyond = len(wrong) - free
    if beyond < 0:
        return 0
    wait_s = min(_LONGEST_WAIT_S, 1 << beyond)
    return wrong[0] + wait_s * _US
