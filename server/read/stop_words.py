"""The records of stops in words, beside those of a unit's and of a check's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.flow_documents import REASON_MARK
from app.domain.line_events import StopBegan, StopEnded, StopReclassified, StopsNamed
from server.read.form_words import wording as wording  # noqa: PLC0414 - with these it is complete
from server.read.situation_store import in_words
from server.read.words import Wording

if TYPE_CHECKING:
    from server.read.vocabulary import Vocabulary


@wording.register(StopBegan)
def _(body: StopBegan, words: Vocabulary) -> Wording:  # noqa: ARG001 - one signature for all
    return Wording("Stop", "nothing went on any more")


@wording.register(StopEnded)
def _(body: StopEnded, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    ended = "everybody signed out" if body.why == "nobody" else "something went on again"
    return Wording("Stop", ended)


@wording.register(StopsNamed)
def _(body: StopsNamed, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    own = f", in their words: {body.words}" if body.words else ""
    return Wording("Stop", f"the reason was said: {_reason(body.reason)}{own}")


@wording.register(StopReclassified)
def _(body: StopReclassified, words: Vocabulary) -> Wording:  # noqa: ARG001 - as above
    reasons = ", then ".join(_reason(part.reason) for part in body.parts)
    return Wording("Stop", f"the reason was said: {reasons}")


def _reason(code: str) -> str:
    """In the plant's codes: its words may change, what was said does not."""
    return in_words(code.replace(REASON_MARK, " "))
