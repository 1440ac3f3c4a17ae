"""What a benchmark reports: figures, and ratios against a baseline measured in the same run."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    ``ratio`` is against the baseline, None for the baseline itself.  ``most`` and ``least`` are
    what is promised: of the ratio where there is one, else of the value in its unit.  ``note``
    says what the figure does not: which side limits, or why nothing was measured.
    """

    name: str
    count: int
    value: float | None
    unit: str
    ratio: float | None = None
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def is_promised(self) -> bool:
        return self.most is not None or self.least is not None

    @property
    def is_broken(self) -> bool:
        """Whether a promise was measured and not kept."""
        figure = self.value if self.ratio is None else self.ratio
        if figure is None:
            return False
        too_much = self.most is not None and figure > self.most
        too_little = self.least is not None and figure < self.least
        return too_much or too_little


class Times:
    """How long one thing took, many times over."""

    def __init__(self, name: str, values_us: list[float]) -> None:
        self.name = name
        self._ordered = sorted(values_us)

    @property
    def count(self) -> int:
        return len(self._ordered)

    @property
    def median_us(self) -> float:
        return percentile(self._ordered, 0.5)

    @property
    def p99_us(self) -> float:
        return percentile(self._ordered, 0.99)


def percentile(sorted_values: list[float], share: float) -> float:
    """The value below which ``share`` (0 to 1) of ``sorted_values`` lie."""
    return sorted_values[min(len(sorted_values) - 1, int(len(sorted_values) * share))]


def median_row(
    times: Times, baseline: Times | None = None, *, most: float | None = None, note: str = ""
) -> Row:
    """The median, and its ratio to the baseline's."""
    ratio = None if baseline is None else times.median_us / baseline.median_us
    return Row(times.name, times.count, times.median_us, "µs", ratio, most, note=note)


def p99_row(times: Times, baseline: Times | None = None, *, most: float | None = None) -> Row:
    """What one in a hundred takes longer than."""
    ratio = None if baseline is None else times.p99_us / baseline.p99_us
    return Row(f"{times.name}, p99", times.count, times.p99_us, "µs", ratio, most)


def rate_row(
    name: str,
    count: int,
    seconds: float,
    *,
    baseline_per_s: float | None = None,
    least: float | None = None,
    note: str = "",
) -> Row:
    """So many in so long; the ratio says how many times the baseline's rate."""
    per_s = count / seconds
    ratio = None if baseline_per_s is None else per_s / baseline_per_s
    return Row(name, count, per_s, "1/s", ratio, least=least, note=note)


def not_run(name: str, why: str) -> Row:
    """Something that this machine cannot measure."""
    return Row(name, 0, None, "", note=f"not run: {why}")
