"""OK results whose torque curve looks like a fault, for quality to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.domain.curve_events import CURVE_ALARM, CurveRead
from server.read.curve_words import left_in_words, looks_like
from server.read.situation_store import open_situation
from server.read.vocabulary import words_of

if TYPE_CHECKING:
    from server.read.batch import Batch
    from server.read.facts import Fact


def apply_curves(batch: Batch, fact: Fact) -> None:
    """Only beside an OK: a result that was NOK already is dealt with as such."""
    body = fact.body
    if isinstance(body, CurveRead) and body.verdict == CURVE_ALARM and body.is_ok:
        _open(batch, fact, body)


def _open(batch: Batch, fact: Fact, body: CurveRead) -> None:
    """One for each unit's result; without a name, or of a frozen tool, one for the joint."""
    station = fact.envelope.station
    about = f"{body.joint}:{body.signature or 'windows'}"
    if body.signature not in (None, "frozen_tool"):
        about = f"{body.source}:{body.epoch}:{body.result_id}"
    step, left = words_of(batch, fact).title(body.step), left_in_words(body)
    open_situation(
        batch,
        fact,
        key=f"curve_alarm:{station}:{about}",
        kind="curve_alarm",
        title=f"{body.source}, step {step}: OK, but the curve looks like {looks_like(body)}",
        detail=f"{station}, result {body.result_id}, position {body.position}"
        + (f": {left}" if left else ""),
    )
