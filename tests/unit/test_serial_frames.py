"""Cutting serial bytes into frames."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from device_drivers.serial.frames import Frame, LineFramer


def framer(ends: bytes = b"\r\n", max_length: int = 20) -> LineFramer:
    return LineFramer(ends=ends, max_length=max_length, idle_s=0.3)


def test_what_is_longer_than_anything_legal_is_a_fault_and_the_next_frame_is_right() -> None:
    frames = framer().feed(b"x" * 50 + b"\r\n12.5\r\n", at=1.0)
    assert frames == [Frame(b"x" * 20, "more than 20 bytes"), Frame(b"12.5")]


def test_a_frame_that_never_ends_is_a_fault_after_a_pause_and_the_next_one_is_right() -> None:
    cut = framer()
    assert cut.feed(b"+12.3", at=1.0) == []
    assert cut.feed(b"+45.6\r", at=2.0) == [
        Frame(b"+12.3", "no end character within 0.3 s"),
        Frame(b"+45.6"),
    ]


def test_a_pause_within_bounds_does_not_split_a_frame() -> None:
    cut = framer()
    assert cut.feed(b"+12", at=1.0) == []
    assert cut.feed(b".3\r", at=1.25) == [Frame(b"+12.3")]


def test_the_rest_of_an_abandoned_frame_is_not_taken_for_a_frame() -> None:
    cut = framer()
    cut.feed(b"+1", at=1.0)
    cut.abandon()
    assert cut.feed(b"2.345\r+7.000\r", at=1.01) == [Frame(b"+7.000")]


def test_abandoning_between_frames_loses_nothing() -> None:
    cut = framer()
    cut.feed(b"+1.000\r", at=1.0)
    cut.abandon()
    assert cut.feed(b"+2.000\r", at=1.01) == [Frame(b"+2.000")]


def test_joining_in_the_middle_of_a_frame_drops_its_rest_only() -> None:
    cut = framer()
    cut.skip(at=1.0)
    assert cut.feed(b"2.345\r\n+7.000\r\n", at=1.0) == [Frame(b"+7.000")]


def test_a_pause_ends_the_skipping() -> None:
    cut = framer()
    cut.skip(at=1.0)
    assert cut.feed(b"+7.000\r", at=2.0) == [Frame(b"+7.000")]


def test_without_end_characters_a_pause_ends_a_code() -> None:
    cut = framer(ends=b"")
    assert cut.feed(b"ABC", at=1.0) == []
    assert cut.feed(b"\r123", at=1.1) == []
    assert cut.expire(at=1.5) == [Frame(b"ABC\r123")]
    assert cut.expire(at=9.0) == []


@given(stream=st.binary(max_size=200), cuts=st.lists(st.integers(0, 200), max_size=20))
def test_however_the_bytes_are_split_the_frames_are_the_same(
    stream: bytes, cuts: list[int]
) -> None:
    whole = framer().feed(stream, at=1.0)
    places = sorted({0, *(c for c in cuts if c < len(stream)), len(stream)})
    in_pieces = framer()
    pieces: list[Frame] = []
    for start, end in pairwise(places):
        pieces += in_pieces.feed(stream[start:end], at=1.0)
    assert pieces == whole


@given(st.lists(st.binary(min_size=1, max_size=20).filter(lambda b: not {10, 13} & set(b))))
def test_every_frame_within_bounds_comes_out_once_and_in_order(payloads: list[bytes]) -> None:
    stream = b"".join(payload + b"\r\n" for payload in payloads)
    assert framer().feed(stream, at=1.0) == [Frame(payload) for payload in payloads]
