"""The messages as they stand on the wire: what an older side sends and what it gets."""

from __future__ import annotations

import msgspec
import pytest
from msgspec import Raw, Struct

from sync.wire import Feed, FeedItem, Push, PushConflict, Pushed, PushedEvent, Snapshot

ITEM = FeedItem(pos=3, kind="lot", key="L-1", at=5, body=Raw(b'{"lot":"L-1"}'))
GOLDEN = [
    (
        Push(
            protocol=1,
            station="ST-040",
            epoch=1,
            generation="g",
            from_seq=7,
            prev_hash="aa",
            events=(PushedEvent("bb", Raw(b'{"v": 1}')),),
            head_signature="cc",
            sent_at=9,
        ),
        (
            b'{"protocol":1,"station":"ST-040","epoch":1,"generation":"g","from_seq":7,'
            b'"prev_hash":"aa","events":[{"hash":"bb","envelope":{"v": 1}}],"head_signature":"cc",'
            b'"sent_at":9}'
        ),
    ),
    (
        Pushed(
            generation="g",
            epoch=1,
            high_water=7,
            hash_at_high_water="aa",
            server_time=9,
            missing_blobs=("dd",),
        ),
        (
            b'{"generation":"g","epoch":1,"high_water":7,"hash_at_high_water":"aa","server_time":9,'
            b'"missing_blobs":["dd"]}'
        ),
    ),
    (
        PushConflict(reason="gap", generation="g", epoch=1, high_water=7, hash_at_high_water="aa"),
        (
            b'{"reason":"gap","generation":"g","epoch":1,"high_water":7,"hash_at_high_water":"aa",'
            b'"detail":""}'
        ),
    ),
    (
        Feed(
            generation="g",
            after=2,
            up_to=3,
            head=3,
            items=(ITEM,),
            server_time=9,
            in_backup=(1, 7),
        ),
        (
            b'{"generation":"g","after":2,"up_to":3,"head":3,"items":[{"pos":3,"kind":"lot",'
            b'"key":"L-1","at":5,"body":{"lot":"L-1"}}],"server_time":9,"missing_blobs":[],'
            b'"in_backup":[1,7]}'
        ),
    ),
    (
        Snapshot(generation="g", pos=3, items=(ITEM,), server_time=9),
        (
            b'{"generation":"g","pos":3,"items":[{"pos":3,"kind":"lot","key":"L-1","at":5,'
            b'"body":{"lot":"L-1"}}],"server_time":9,"next_after":null}'
        ),
    ),
]


@pytest.mark.parametrize(("message", "wire"), GOLDEN)
def test_a_message_is_these_bytes(message: Struct, wire: bytes) -> None:
    assert msgspec.json.encode(message) == wire
    assert msgspec.json.decode(wire, type=type(message)) == message


@pytest.mark.parametrize(
    ("kind", "wire"),
    [
        (
            Pushed,
            (
                b'{"generation":"g","epoch":1,"high_water":7,"hash_at_high_water":"aa",'
                b'"server_time":9}'
            ),
        ),
        (Feed, b'{"generation":"g","after":2,"up_to":2,"head":3,"items":[],"server_time":9}'),
        (Snapshot, b'{"generation":"g","pos":3,"items":[],"server_time":9}'),
    ],
)
def test_what_an_older_server_leaves_out_says_nothing(kind: type[Struct], wire: bytes) -> None:
    message = msgspec.to_builtins(msgspec.json.decode(wire, type=kind))
    for name in ("missing_blobs", "in_backup", "next_after"):
        assert not message.get(name)


@pytest.mark.parametrize(("message", "wire"), GOLDEN)
def test_what_a_newer_side_adds_is_passed_over(message: Struct, wire: bytes) -> None:
    assert msgspec.json.decode(b'{"added":[1],' + wire[1:], type=type(message)) == message
