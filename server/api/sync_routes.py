"""The stations' door: enrolment, tokens, push, feed, snapshot and blobs, as in sync/wire.py."""

from __future__ import annotations

import gzip
from functools import partial
from typing import TYPE_CHECKING

import msgspec
import sqlalchemy as sa
from anyio.to_thread import run_sync
from msgspec.structs import replace
from starlette.responses import Response
from starlette.routing import Route

from server.api.access import caller, check_claims, require_station, station_claims
from server.api.blob_routes import blob_routes
from server.api.exchange import json_answer, parse_json, plant_of, read_json, whole_number
from server.api.turns import Turns
from server.db.storable import storable_text
from server.db.tables import station
from server.limits import read_body
from server.log.backup_mark import durable_backup
from server.log.branch import keep_branch
from server.log.enrolment import enrol
from server.log.feed import MAX_ITEMS, read_feed, read_snapshot
from server.log.identity import FEED, LOG, head
from server.log.ingest import missing_blobs
from server.log.intake import Intake
from server.log.snapshot import read_page
from server.problems import Problem, invalid
from sync.wire import (
    MAX_EVENTS_PER_PUSH,
    MAX_PUSH_BYTES,
    OLDEST_PROTOCOL,
    PROTOCOL,
    Challenge,
    ChallengeAsked,
    Enrol,
    Enrolled,
    Feed,
    FeedConflict,
    Push,
    PushConflict,
    Pushed,
    Snapshot,
    Token,
    TokenAsked,
)

if TYPE_CHECKING:
    from starlette.requests import Request

    from server.log.tokens import Claims
    from server.plant import Plant

MAX_WAIT_S = 25
_SMALL_BODY = 10_000
_TOO_LARGE = 2**31
_SEEN_EVERY_US = 10 * 1_000_000
_WORTH_PACKING = 1_000


class _Spoken(msgspec.Struct):
    """As much of a push as every protocol has."""

    protocol: int = PROTOCOL


def sync_routes() -> list[Route]:
    """Every route a station uses."""
    turns = Turns()
    return [
        Route("/v1/enrol", _enrol_station, methods=["POST"]),
        Route("/v1/token/challenge", _ask_challenge, methods=["POST"]),
        Route("/v1/token", _ask_token, methods=["POST"]),
        Route("/v1/sync/push", partial(_push_events, turns, Intake()), methods=["POST"]),
        Route("/v1/sync/branch", partial(_keep_branch, turns), methods=["POST"]),
        Route("/v1/sync/feed", _pull_feed, methods=["GET"]),
        Route("/v1/sync/snapshot", _pull_snapshot, methods=["GET"]),
        *blob_routes(),
    ]


async def _enrol_station(request: Request) -> Response:
    plant = plant_of(request)
    plant.attempts.check(caller(request))
    asked = await read_json(request, Enrol, limit=_SMALL_BODY)
    try:
        answer = await run_sync(partial(_enrol, plant, asked))
    except Problem as problem:
        if problem.code == "enrolment_refused":
            plant.attempts.failed(caller(request))
        raise
    return json_answer(answer)


async def _ask_challenge(request: Request) -> Response:
    plant = plant_of(request)
    asked = await read_json(request, ChallengeAsked, limit=_SMALL_BODY)
    # An unknown station gets a challenge too: the answer tells nobody who is enrolled.
    return json_answer(Challenge(plant.tokens.challenge(asked.station)))


async def _ask_token(request: Request) -> Response:
    plant = plant_of(request)
    asked = await read_json(request, TokenAsked, limit=_SMALL_BODY)
    # By station too: many may share an address, and one that fails must not lock the others out.
    who = f"{caller(request)} {asked.station}"
    plant.attempts.check(who)
    try:
        token = await run_sync(partial(_token, plant, asked))
    except Problem as problem:
        if problem.code == "unauthorized":
            plant.attempts.failed(who)
        raise
    return json_answer(token)


async def _push_events(turns: Turns, intake: Intake, request: Request) -> Response:
    plant = plant_of(request)
    claims = station_claims(request, plant)
    async with turns.take(claims.station):
        push = await _read_push(request, claims.station)
        answer = await run_sync(partial(_push, plant, intake, push, claims))
    return json_answer(answer, 409 if isinstance(answer, PushConflict) else 200)


async def _keep_branch(turns: Turns, request: Request) -> Response:
    plant = plant_of(request)
    name = await run_sync(partial(require_station, request, plant))
    async with turns.take(name):
        push = await _read_push(request, name)
        answer = await run_sync(partial(_branch, plant, push))
    return json_answer(answer, 409 if isinstance(answer, PushConflict) else 200)


async def _read_push(request: Request, name: str) -> Push:
    body = await read_body(request, limit=MAX_PUSH_BYTES)
    try:
        push = parse_json(body, Push)
    except Problem:
        # What we cannot read may be of a protocol that is not ours: then that is the reason.
        _check_protocol(parse_json(body, _Spoken).protocol)
        raise
    _check_push(push, name)
    return push


async def _pull_feed(request: Request) -> Response:
    plant = plant_of(request)
    name = await run_sync(partial(require_station, request, plant))
    wait_s = whole_number(request, "wait_s", 0, most=MAX_WAIT_S)
    read = partial(
        _read_feed,
        plant,
        name,
        generation=request.query_params.get("generation", ""),
        after=whole_number(request, "after", 0),
        limit=whole_number(request, "limit", MAX_ITEMS, most=MAX_ITEMS),
    )
    seen = plant.waker.version(FEED)
    answer = await run_sync(read)
    if isinstance(answer, Feed) and not answer.items and wait_s:
        await plant.waker.wait(FEED, seen=seen, timeout_s=wait_s)
        answer = await run_sync(read)
    if isinstance(answer, FeedConflict):
        return json_answer(answer, 409)
    return await _packed(request, answer)


async def _pull_snapshot(request: Request) -> Response:
    plant = plant_of(request)
    await run_sync(partial(require_station, request, plant))
    if "after" not in request.query_params:
        return await _packed(request, await run_sync(partial(_snapshot, plant)))
    pos = whole_number(request, "pos", 0) if "pos" in request.query_params else None
    page = partial(_snapshot_page, plant, pos=pos, after=whole_number(request, "after", 0))
    return await _packed(request, await run_sync(page))


async def _packed(request: Request, content: Feed | Snapshot) -> Response:
    """In gzip when it is accepted and worth it."""
    body = msgspec.json.encode(content)
    headers = {"Vary": "Accept-Encoding"}
    if len(body) > _WORTH_PACKING and "gzip" in request.headers.get("accept-encoding", ""):
        body = await run_sync(partial(gzip.compress, body, compresslevel=3, mtime=0))
        headers["Content-Encoding"] = "gzip"
    return Response(body, media_type="application/json", headers=headers)


def _enrol(plant: Plant, asked: Enrol) -> Enrolled:
    with plant.database.write() as connection:
        return enrol(connection, asked, identity=plant.identity, now_us=plant.now_us())


def _token(plant: Plant, asked: TokenAsked) -> Token:
    with plant.database.read() as connection:
        key = connection.execute(
            sa.select(station.c.public_key).where(
                station.c.station == storable_text(asked.station)
            )
        ).scalar_one_or_none()
    return plant.tokens.exchange(asked.station, asked.nonce, asked.signature, key or "")


def _check_push(push: Push, name: str) -> None:
    if push.station != name:
        raise Problem(403, "other_station", f"The token is {name}'s, the events {push.station}'s.")
    _check_protocol(push.protocol)
    if len(push.events) > MAX_EVENTS_PER_PUSH:
        raise Problem(413, "too_large", f"More than {MAX_EVENTS_PER_PUSH} events; send fewer.")
    if not 0 < push.from_seq < _TOO_LARGE or not 0 < push.epoch < _TOO_LARGE:
        raise invalid(detail="from_seq and epoch: expected whole numbers from 1")


def _check_protocol(spoken: int) -> None:
    if spoken > PROTOCOL:
        raise Problem(
            400,
            "protocol",
            f"Protocol {spoken} is newer than this server's {PROTOCOL}; update the server first.",
        )
    if spoken < OLDEST_PROTOCOL:
        raise Problem(
            426,
            "station_old",
            f"Protocol {spoken} is older than {OLDEST_PROTOCOL}, the oldest that this server "
            "takes; update the station.",
        )


def _push(plant: Plant, intake: Intake, push: Push, claims: Claims) -> Pushed | PushConflict:
    before = _feed_head(plant)
    answer = intake.take(
        plant.database,
        push,
        identity=plant.identity,
        now_us=plant.now_us(),
        admit=partial(check_claims, claims=claims),
    )
    if _feed_head(plant) != before:
        plant.waker.notify(FEED)
    plant.project()
    return answer


def _feed_head(plant: Plant) -> int:
    """How far the feed goes; on PostgreSQL its bell says so, and nobody has to ask."""
    if plant.bell is not None:
        return 0
    with plant.database.read() as connection:
        return head(connection, FEED)


def _branch(plant: Plant, push: Push) -> Pushed | PushConflict:
    with plant.database.write() as connection:
        answer = keep_branch(connection, push, identity=plant.identity, now_us=plant.now_us())
    plant.waker.notify(LOG)
    return answer


def _read_feed(
    plant: Plant, name: str, *, generation: str, after: int, limit: int
) -> Feed | FeedConflict:
    _note_seen(plant, name)
    with plant.database.read() as connection:
        answer = read_feed(
            connection,
            identity=plant.identity,
            generation=generation,
            after=after,
            limit=limit,
            now_us=plant.now_us(),
        )
        if isinstance(answer, FeedConflict) or answer.items:
            return answer
        return replace(
            answer,
            missing_blobs=missing_blobs(connection, name),
            in_backup=durable_backup(connection, name),
        )


def _snapshot(plant: Plant) -> Snapshot:
    with plant.database.read() as connection:
        return read_snapshot(connection, identity=plant.identity, now_us=plant.now_us())


def _snapshot_page(plant: Plant, *, pos: int | None, after: int) -> Snapshot:
    with plant.database.read() as connection:
        return read_page(
            connection, identity=plant.identity, pos=pos, after=after, now_us=plant.now_us()
        )


def _note_seen(plant: Plant, name: str) -> None:
    """Remember that the station called, but not more often than anyone would look."""
    now = plant.now_us()
    with plant.database.read() as connection:
        seen = connection.execute(
            sa.select(station.c.last_seen_at).where(station.c.station == name)
        ).scalar_one()
    if seen is None or now - seen > _SEEN_EVERY_US:
        with plant.database.write() as connection:
            connection.execute(
                station.update().where(station.c.station == name).values(last_seen_at=now)
            )
