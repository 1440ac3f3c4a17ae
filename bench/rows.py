"""What a benchmark reports: ratios against a baseline measured in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table; ``ratio`` is against the baseline, None for the baseline itself."""

    name: str
    count: int
    median_us: float
    p99_us: float
    ratio: float | None = None
    promised: float | None = None


def percentile(sorted_values: list[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of ``sorted_values`` lie."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def row(
    name: str, times_us: list[float], baseline: Row | None = None, promised: float | None = None
) -> Row:
    """Summarise times; the ratio is of the medians."""
    ordered = sorted(times_us)
    median, p99 = percentile(ordered, 0.5), percentile(ordered, 0.99)
    ratio = None if baseline is None else median / baseline.median_us
    return Row(name, len(ordered), median, p99, ratio, promised)
