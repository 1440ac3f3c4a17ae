"""The framer: any split, any garbage, and never half a telegram."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device_drivers.open_protocol.framer import MAX_LENGTH, Framer
from device_drivers.open_protocol.message import Message, build

bodies = st.one_of(
    st.binary(max_size=60),
    # What MID 0900 carries: NULs and digits that look like the next header.
    st.lists(st.sampled_from([b"\0", b"\0\0", b"0020", b"9999"]), max_size=20).map(b"".join),
)
messages = st.builds(build, st.sampled_from([1, 5, 61, 900, 9999]), bodies)


def cut(stream: bytes, cuts: list[int]) -> list[bytes]:
    places = sorted({min(place, len(stream)) for place in cuts} | {0, len(stream)})
    return [stream[a:b] for a, b in itertools.pairwise(places)]


@pytest.mark.parametrize(
    ("stream", "wrong"),
    [
        (b"GET / HTTP/1.1\r\n\r\n", "must be digits"),
        (b"0019", "shorter than its header"),
        (b"00200001x01         \0", "revision"),
        (b"\xff", "must be digits"),
    ],
)
def test_a_stream_that_makes_no_sense_is_named_and_nothing_comes_out(
    stream: bytes, wrong: str
) -> None:
    framer = Framer()
    assert framer.feed(stream) == []
    assert framer.fault is not None
    assert wrong in framer.fault
    assert framer.feed(build(5, b"0060").wire) == []


def test_telegrams_before_the_garbage_are_still_delivered() -> None:
    framer = Framer()
    good = build(5, b"0060")
    assert framer.feed(good.wire + b"garbage!") == [good.frame]
    assert framer.fault is not None


def test_a_telegram_that_has_not_ended_is_not_delivered() -> None:
    framer = Framer()
    assert framer.feed(build(5, b"0060").frame[:-1]) == []
    assert framer.fault is None


def test_a_nul_inside_binary_samples_ends_nothing() -> None:
    trace = build(900, b"ascii\0\x01\x00\x00\x02\x00\x00")
    follow_up = build(9999)
    framer = Framer()
    assert framer.feed(trace.wire + follow_up.wire) == [trace.frame, follow_up.frame]


def test_the_surplus_nul_some_controllers_send_after_samples_does_no_harm() -> None:
    trace, follow_up = build(900, b"ascii\0\x01\x00"), build(9999)
    framer = Framer()
    assert framer.feed(trace.wire + b"\0" + follow_up.wire) == [trace.frame, follow_up.frame]


def test_the_longest_telegram_passes_and_a_longer_one_cannot_be_built() -> None:
    longest = build(900, b"x" * (MAX_LENGTH - 20))
    assert Framer().feed(longest.wire) == [longest.frame]
    with pytest.raises(ValueError, match="do not fit"):
        build(900, b"x" * (MAX_LENGTH - 19))


@given(st.lists(messages, max_size=8), st.lists(st.integers(0, 600), max_size=30))
def test_any_split_of_a_stream_gives_the_same_telegrams(
    sent: list[Message], cuts: list[int]
) -> None:
    framer = Framer()
    stream = b"".join(message.wire for message in sent)
    received = [frame for chunk in cut(stream, cuts) for frame in framer.feed(chunk)]
    assert received == [message.frame for message in sent]
    assert framer.fault is None


@given(st.lists(messages, max_size=3))
def test_one_byte_at_a_time_is_enough(sent: list[Message]) -> None:
    framer = Framer()
    stream = b"".join(message.wire for message in sent)
    received = [frame for byte in stream for frame in framer.feed(bytes([byte]))]
    assert received == [message.frame for message in sent]


@given(st.lists(st.binary(max_size=40), max_size=10))
def test_whatever_comes_out_of_garbage_is_well_formed(chunks: list[bytes]) -> None:
    framer = Framer()
    for frame in [frame for chunk in chunks for frame in framer.feed(chunk)]:
        message = Message(frame)
        assert int(frame[:4]) == len(frame)
        assert 0 <= message.mid <= MAX_LENGTH
        assert message.revision >= 1


@pytest.mark.parametrize("revision", [b"000", b"001", b"   "])
def test_zero_one_and_blanks_are_all_revision_one(revision: bytes) -> None:
    assert Message(b"00200060" + revision + b"         ").revision == 1
