"""A stop on the board: one sentence of what it costs, and each figure of it opens."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
import pytest

from server.flow.stop_values import ValuedStop
from server.flow.stops import KnownPart, KnownStop
from server.web.format import PlantTimes
from server.web.stop_view import Phrase, cost_address, promise_rows, stop_sentence, stop_view

NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)
TIMES = PlantTimes(UTC)
PART = KnownPart(
    reason="material/feeding", words="Material, feeding", began_at=NOON, ended_at=None, minutes=18
)
STOP = KnownStop(
    station="ST-040", stop="stop-1", began_at=NOON, ended_at=None, minutes=18, is_short=False,
    shift="2026-11-20/early", unit="U-1", order="PO-1", product="GX-200", step="bolts",
    parts=(PART,), said_by="station", said_at=NOON, version=1,
)  # fmt: skip
BEFORE = tuple(NOON + timedelta(hours=4, minutes=minute) for minute in (0, 30, 50))
AFTER = tuple(at + timedelta(minutes=40) for at in BEFORE)
VALUE = ValuedStop(
    stop=STOP, line="L", priority=1, due=None, units_left=60, times=4, is_same_reason=True,
    is_limiting=True, promise=BEFORE, now_expected=AFTER, moved_min=40.2, is_at_most=False,
    cover_units=None, late_risk=None, overtime_risk=None, missing="",
)  # fmt: skip


def valued(**changes: Any) -> ValuedStop:
    return msgspec.structs.replace(VALUE, **changes)


def said(value: ValuedStop) -> str:
    return "".join(part.words for part in stop_sentence(value, TIMES))


# -- what nobody can say -------------------------------------------------------------------------


def test_without_a_promise_the_sentence_says_why() -> None:
    missing = "No order is worked there, so no promise moves."
    found = stop_sentence(valued(missing=missing, promise=(), now_expected=()), TIMES)
    assert found == (Phrase(missing),)


def test_a_promise_beyond_the_calendar_is_moved_without_times() -> None:
    assert said(valued(now_expected=(None, None, None))).endswith("moves the promise by 40 min.")


# -- the sentence --------------------------------------------------------------------------------


def test_the_whole_sentence_of_the_lead() -> None:
    assert said(VALUE) == (
        "This stop hits PO-1 (priority 1), on the station that limits the line, for the 4th time "
        "from the same cause, and moves the promise by 40 min: from 16:30 to 17:10."
    )


def test_each_figure_opens_its_records() -> None:
    page = cost_address("ST-040", "stop-1")
    opens = [part.opens for part in stop_sentence(VALUE, TIMES) if part.opens]
    assert opens == [f"{page}#{part}" for part in ("order", "limits", "again", "promise")]


def test_a_name_with_odd_letters_makes_a_sound_address() -> None:
    assert cost_address("ST 4/0", "a#b") == "/losses/stops/ST%204%2F0/a%23b/cost"


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"times": 1}, "on the station that limits the line, and moves"),
        ({"is_limiting": None}, "on a line that no single station limits"),
        ({"is_same_reason": False}, "for the 4th time at the same step"),
        ({"priority": 0}, "This stop hits PO-1, on"),
        ({"is_limiting": False, "is_at_most": True}, "moves the promise by at most 40 min: from"),
        ({"moved_min": 0.2}, "and the promise stands."),
        (
            {"is_limiting": False, "moved_min": 0.0, "cover_units": 1},
            "and the promise stands (the buffers cover 1 unit).",
        ),
    ],
)
def test_what_is_otherwise_is_said_otherwise(changes: dict[str, Any], words: str) -> None:
    assert words in said(valued(**changes))


def test_of_a_stop_that_is_over_the_lost_time_is_told() -> None:
    over = msgspec.structs.replace(STOP, ended_at=NOON + timedelta(minutes=18))
    assert said(valued(stop=over, moved_min=18)) == (
        "This stop hit PO-1 (priority 1), on the station that limits the line, for the 4th time "
        "from the same cause, and cost the line 18 min of planned time."
    )


def test_a_promise_that_moves_to_another_day_says_the_days() -> None:
    late = tuple(at + timedelta(hours=14) for at in BEFORE)
    assert "from 20 Nov, 16:30 to 21 Nov, 06:30" in said(valued(now_expected=late))


def test_the_promise_is_told_with_its_chances() -> None:
    rows = promise_rows(VALUE, TIMES)
    assert rows[1] == ("P80", "20 Nov, 16:30", "20 Nov, 17:10")
    assert [row[0] for row in rows] == ["P50", "P80", "P95"]


def test_the_title_says_where_why_and_how_often() -> None:
    found = stop_view(VALUE, TIMES, now=NOON + timedelta(minutes=18))
    assert found.title == "ST-040 is stopped: material, feeding, 4th time this shift"
    assert found.lasts == "18 min"
