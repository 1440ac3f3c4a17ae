"""How often a suggestion of so much confidence was right, so that it says no more than that."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct, structs

from analysis.proportions import wilson

BINS = 20
#: Before so many answers nobody knows how often it is right.
LEAST_ANSWERS = 100


class Bin(Struct, frozen=True):
    """Suggestions of about one score: how many were answered, how many of them right."""

    answers: int = 0
    right: int = 0


class Row(Struct, frozen=True):
    """A line of the reliability table: scores from ``low`` to ``high``, and what came true."""

    low: float
    high: float
    answers: int
    right: int
    said: float
    share: float
    share_low: float
    share_high: float


class Calibration(Struct, frozen=True):
    """Scores against answers, by counts; grows by :meth:`with_answer`, forgets nothing.

    The confidence is the share that was right at a score, made to rise with it (isotonic
    regression by pooling adjacent violators, Ayer et al. 1955).
    """

    bins: tuple[Bin, ...] = (Bin(),) * BINS

    @property
    def answers(self) -> int:
        return sum(found.answers for found in self.bins)

    def with_answer(self, score: float, *, was_right: bool) -> Calibration:
        place = min(int(score * BINS), BINS - 1)
        old = self.bins[place]
        grown = Bin(old.answers + 1, old.right + was_right)
        return structs.replace(self, bins=(*self.bins[:place], grown, *self.bins[place + 1 :]))

    def confidence(self, score: float) -> float | None:
        """How often such a score was right; ``None`` before there are enough answers."""
        if self.answers < LEAST_ANSWERS:
            return None
        return _between(self._steps(), score)

    def reliability(self) -> list[Row]:
        """What was said against what came true, with the 95 % interval of that."""
        rows = []
        for place, found in enumerate(self.bins):
            if not found.answers:
                continue
            low, high = place / BINS, (place + 1) / BINS
            said = self.confidence((low + high) / 2)
            rows.append(
                Row(
                    low,
                    high,
                    found.answers,
                    found.right,
                    (low + high) / 2 if said is None else said,
                    found.right / found.answers,
                    *wilson(found.right, found.answers),
                )
            )
        return rows

    def error(self) -> float:
        """The mean distance between what was said and what came true, by answers; 0 at best."""
        rows = self.reliability()
        distance = sum(row.answers * abs(row.said - row.share) for row in rows)
        return distance / self.answers if rows else 0.0

    def _steps(self) -> list[tuple[float, float]]:
        """Score and share right, rising."""
        blocks: list[tuple[float, int, int]] = []  # sum of scores, answers, right
        for place, found in enumerate(self.bins):
            if found.answers:
                blocks.append(((place + 0.5) / BINS * found.answers, found.answers, found.right))
            while len(blocks) > 1 and _share(blocks[-2]) >= _share(blocks[-1]):
                last, before = blocks.pop(), blocks.pop()
                blocks.append((before[0] + last[0], before[1] + last[1], before[2] + last[2]))
        return [(block[0] / block[1], _share(block)) for block in blocks]


def _share(block: tuple[float, int, int]) -> float:
    """With one right and one wrong beside it: a few answers are neither never nor always."""
    return (block[2] + 1) / (block[1] + 2)


def _between(steps: list[tuple[float, float]], score: float) -> float:
    place = bisect_left(steps, (score, 0.0))
    if place == 0:
        return steps[0][1]
    if place == len(steps):
        return steps[-1][1]
    (x0, y0), (x1, y1) = steps[place - 1], steps[place]
    return y0 + (y1 - y0) * (score - x0) / (x1 - x0)
