"""The framer: any split, any garbage, and never half a telegram."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from device_drivers.open_protocol.fields import FieldFault
from device_drivers.open_protocol.framer import MAX_LENGTH, Framer, Framing, SerialFramer
from device_drivers.open_protocol.message import Message, build
from device_drivers.open_protocol.parts import Parts
from tests.helpers.effort import effort

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


def test_one_surplus_nul_is_skipped_and_samples_of_nul_are_not() -> None:
    trace = build(900, b"head\0" + bytes(200))
    framer = Framer()
    stream = trace.wire + b"\0" + trace.wire + trace.wire + build(9999).wire
    assert [Message(frame).mid for frame in framer.feed(stream)] == [900, 900, 900, 9999]
    assert framer.fault is None


def on_the_line(message: Message) -> bytes:
    """As a controller sends it."""
    return b"\x02" + message.frame + b"\x03"


def test_a_serial_telegram_of_ours_is_announced_and_enclosed() -> None:
    wire = SerialFramer().wrap(build(5, b"0060").wire)
    assert wire == b"\x07\x09\x07\x09\x02" + build(5, b"0060").frame + b"\x03"


@given(st.lists(messages, max_size=6), st.lists(st.integers(0, 600), max_size=30))
def test_any_split_of_a_serial_line_gives_the_same_telegrams(
    sent: list[Message], cuts: list[int]
) -> None:
    framer = SerialFramer()
    stream = b"".join(on_the_line(message) for message in sent)
    received = [frame for chunk in cut(stream, cuts) for frame in framer.feed(chunk)]
    assert received == [message.frame for message in sent]


@given(st.binary(max_size=60).filter(lambda rubbish: b"\x02" not in rubbish), messages)
def test_a_serial_line_goes_on_after_rubbish(rubbish: bytes, sent: Message) -> None:
    framer = SerialFramer()
    assert framer.feed(rubbish + on_the_line(sent)) == [sent.frame]
    assert framer.skipped == len(rubbish)


@pytest.mark.parametrize(
    "broken",
    [b"\x020024000", b"\x02GET /", b"\x0200240005001         0060?", b"\x02\x02\x02"],
    ids=["cut short", "no header", "no ETX", "STX only"],
)
def test_a_broken_serial_telegram_costs_itself_and_no_more(broken: bytes) -> None:
    framer = SerialFramer()
    good = build(61, b"result")
    assert framer.feed(broken + on_the_line(good)) == [good.frame]
    assert framer.skipped > 0


def test_a_serial_telegram_closed_like_one_of_the_network_is_taken_too() -> None:
    good = build(61, b"result")
    assert SerialFramer().feed(b"\x02" + good.wire + b"\x03") == [good.frame]


def part(number: int, of: int, body: bytes, mid: int = 1202) -> Message:
    frame = build(mid, body).frame
    return Message(frame[:18] + b"%d%d" % (of, number) + frame[20:])


def test_a_message_in_parts_is_joined_with_the_header_of_its_last() -> None:
    parts = Parts()
    assert parts.add(part(1, 3, b"one ")) is None
    assert parts.add(part(2, 3, b"two ")) is None
    whole = parts.add(part(3, 3, b"three").numbered(7))
    assert whole is not None
    assert (whole.mid, whole.body, whole.sequence) == (1202, b"one two three", 7)
    assert parts.add(build(61)) == build(61)


@pytest.mark.parametrize(
    "second",
    [part(3, 3, b""), part(2, 2, b""), part(2, 3, b"", mid=61), build(61)],
    ids=["one is missing", "of another count", "of another MID", "a whole message"],
)
def test_a_part_that_does_not_follow_is_named_and_the_next_message_starts_afresh(
    second: Message,
) -> None:
    parts = Parts()
    parts.add(part(1, 3, b"one "))
    with pytest.raises(FieldFault, match="came as number 2"):
        parts.add(second)
    assert parts.add(build(61)) == build(61)


def test_the_header_says_station_spindle_number_and_part() -> None:
    message = Message(b"00200061003 07023421")
    assert (message.station, message.spindle, message.sequence) == (7, 2, 34)
    assert (message.parts, message.part) == (2, 1)
    blank = Message(b"00200061003         ")
    assert (blank.station, blank.spindle, blank.sequence, blank.parts) == (1, 1, 0, 1)


@pytest.mark.timeout(900)
def test_the_framers_raise_nothing_of_their_own_for_a_minute_of_noise() -> None:
    """A second in every run; a minute by ``make soak``."""
    rng = random.Random(26)  # noqa: S311  noise, not a secret
    digits = b"0123456789 \0\x02\x03"
    pieces = effort(3_000, 6_000_000)
    framers: list[Framing] = [Framer(), SerialFramer()]
    for _ in range(pieces):
        noise = bytes(rng.choice(digits) for _ in range(rng.randrange(40)))
        for index, framer in enumerate(framers):
            for frame in framer.feed(noise if rng.random() < 0.7 else build(61, noise).wire):
                assert int(frame[:4]) == len(frame)
            if framer.fault is not None:
                framers[index] = Framer()
