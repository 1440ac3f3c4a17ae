"""The contract between station and server: the messages, nothing else.

Hashes are lower-case hex, keys and signatures hex, times microseconds since 1970 (UTC).
``envelope`` carries the stored bytes of an event untouched, so that its hash stays checkable.

============================================  ===============  ================================
``POST /v1/enrol``                            Enrol            Enrolled
``POST /v1/token/challenge``                  ChallengeAsked   Challenge
``POST /v1/token``                            TokenAsked       Token
``POST /v1/sync/push``                        Push             Pushed, or 409 with PushConflict
``POST /v1/sync/branch``                      Push             Pushed, or 409 with PushConflict
``GET  /v1/sync/feed?generation&after&limit&wait_s``           Feed, or 409 with FeedConflict
``GET  /v1/sync/snapshot?pos&after``                           Snapshot
``HEAD|PUT|GET|PATCH /v1/blobs/{sha256}``     bytes            204, 404, bytes
``GET  /v1/units/{serial}/events?generation&after``            UnitEvents, signed by the plant
============================================  ===============  ================================

All but enrolment and tokens carry ``Authorization: Bearer <token>``.  Bodies are JSON and may be
sent with ``Content-Encoding: gzip``; answers are packed for those that accept it.  A 429 or 503
says with ``Retry-After`` when to come again.
"""

from __future__ import annotations

from msgspec import Raw, Struct

PROTOCOL = 1
#: What a server still takes.
OLDEST_PROTOCOL = 1
MAX_EVENTS_PER_PUSH = 500
MAX_PUSH_BYTES = 4_000_000
TOKEN_TAG = b"asbuilt/token/1\0"
UNIT_TAG = b"asbuilt/unit/1\0"
#: The header with the plant's signature (hex) of ``UNIT_TAG`` and the body's bytes.
UNIT_SIGNATURE = "Asbuilt-Signature"
MAX_UNIT_EVENTS = 500


class Enrol(Struct, frozen=True):
    """Register a station's public key with a one-time code.

    ``epoch`` is the newest that the station's journal has, 0 when it has none: a server restored
    from a backup may never have heard of it.
    """

    code: str
    station: str
    public_key: str
    name: str = ""
    epoch: int = 0


class Enrolled(Struct, frozen=True):
    """The plant knows the station now; ``epoch`` is the one to write under."""

    station: str
    epoch: int
    generation: str
    plant: str
    plant_key: str


class ChallengeAsked(Struct, frozen=True):
    """A station wants to sign in."""

    station: str


class Challenge(Struct, frozen=True):
    """Sign ``TOKEN_TAG`` and the nonce's text (UTF-8) with the station's key."""

    nonce: str


class TokenAsked(Struct, frozen=True):
    """The signed challenge."""

    station: str
    nonce: str
    signature: str


class Token(Struct, frozen=True):
    """A bearer token, good for ``expires_in_s`` seconds by the server's clock."""

    token: str
    expires_in_s: int


class PushedEvent(Struct, frozen=True):
    """One event: its stored bytes and its hash."""

    hash: str
    envelope: Raw


class Push(Struct, frozen=True, kw_only=True):
    """Contiguous events of one epoch from ``from_seq``, with the signed chain head.

    ``head_signature`` signs ``HEAD_TAG + station + NUL + epoch + NUL + last seq + NUL + last
    hash`` (all as ASCII text).  ``generation`` is the server's as the station knows it, or "".
    Without events it asks how far the server is: ``from_seq`` is then one past ``prev_hash``.

    To ``/v1/sync/branch`` goes what contradicts the server's log, to be kept beside it; the
    answer's high water is then the last event kept.  Without events it only says that there is
    a fork.  A conflict "gap" there means: send the epoch from its start.
    """

    protocol: int
    station: str
    epoch: int
    generation: str
    from_seq: int
    prev_hash: str
    events: tuple[PushedEvent, ...]
    head_signature: str
    sent_at: int


class Pushed(Struct, frozen=True, kw_only=True):
    """What the server durably has: a high-water mark that counts only with its hash.

    ``server_time`` lets the station measure its clock; ``missing_blobs`` are named by events the
    server has but whose bytes it lacks.
    """

    generation: str
    epoch: int
    high_water: int
    hash_at_high_water: str
    server_time: int
    missing_blobs: tuple[str, ...] = ()


class PushConflict(Struct, frozen=True, kw_only=True):
    """Why a push was not taken.

    ``reason``: "gap" (send from ``high_water`` + 1), "fork" (another history is here under the
    same numbers), "chain" (hashes do not join), "signature", "epoch".
    """

    reason: str
    generation: str
    epoch: int
    high_water: int
    hash_at_high_water: str
    detail: str = ""


class FeedItem(Struct, frozen=True, kw_only=True):
    """One reference document; ``body`` is null when the document was withdrawn."""

    pos: int
    kind: str
    key: str
    at: int
    body: Raw


class Feed(Struct, frozen=True, kw_only=True):
    """Items after ``after``, in order.

    ``up_to`` is how far the answer reaches, also when nothing concerned the station.
    ``missing_blobs`` are as in :class:`Pushed`; ``in_backup`` is the epoch and number up to which
    a durable backup of the server has all of the station's events, null when it knows of none.
    An answer with items may leave both out.
    """

    generation: str
    after: int
    up_to: int
    head: int
    items: tuple[FeedItem, ...]
    server_time: int
    missing_blobs: tuple[str, ...] = ()
    in_backup: tuple[int, int] | None = None


class FeedConflict(Struct, frozen=True, kw_only=True):
    """The cursor is of another generation or too old: take a snapshot."""

    reason: str
    generation: str


class Snapshot(Struct, frozen=True, kw_only=True):
    """Every current document as of ``pos``, or a page of them.

    Asked with ``after`` the server may answer in pages: as long as ``next_after`` is not null,
    the next one is asked with it and with ``pos``.
    """

    generation: str
    pos: int
    items: tuple[FeedItem, ...]
    server_time: int
    next_after: int | None = None


class UnitEvent(Struct, frozen=True, kw_only=True):
    """One event at its place in the server's log: its stored bytes and its hash."""

    pos: int
    hash: str
    envelope: Raw


class UnitEvents(Struct, frozen=True, kw_only=True):
    """What all stations recorded about a unit after ``after``, in the order of the log.

    Asked with another ``generation`` the server begins anew, with ``after`` 0.  As long as
    ``is_last`` is false there is more to ask for, after the last event's position.
    """

    generation: str
    serial: str
    after: int
    events: tuple[UnitEvent, ...]
    is_last: bool
