"""What lists of records say of a stop: never a bare code."""

from __future__ import annotations

import pytest

from app.domain.flow_documents import StopPart
from app.domain.line_events import StopBegan, StopEnded, StopReclassified, StopsNamed
from server.read.stop_words import wording
from server.read.vocabulary import Vocabulary
from server.read.words import Wording

SPLIT = (StopPart(reason="material/feeding"), StopPart(reason="setup", after_s=60))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (StopBegan(stop="s"), "nothing went on any more"),
        (StopEnded(stop="s", why="progress"), "something went on again"),
        (StopEnded(stop="s", why="nobody"), "everybody signed out"),
        (StopsNamed(stops=("s",), reason="unknown"), "the reason was said: unknown"),
        (
            StopsNamed(stops=("s",), reason="material/feeding", words="hose off"),
            "the reason was said: material feeding, in their words: hose off",
        ),
        (
            StopReclassified(stop="s", parts=SPLIT, role="lead"),
            "the reason was said: material feeding, then setup",
        ),
    ],
)
def test_each_record_of_a_stop_has_words(
    body: StopBegan | StopEnded | StopsNamed | StopReclassified, words: str
) -> None:
    assert wording(body, Vocabulary(None, "")) == Wording("Stop", words)
