"""Short stops that come more often than they used to: per thousand cycles, against weeks before.

Short stops of one key that follow each other within :data:`APART_US` are one episode: the third
jam in five minutes tells nothing that the first did not.  Episodes are tested, Poisson with the
rate of the time before (at least one episode: records that never saw a key do not say that it
cannot come), and all stops are counted.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from analysis.distributions import gamma_p

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

K = TypeVar("K")

APART_US = 15 * 60 * 1_000_000
BELOW_P = 0.01
LEAST = 3


@dataclass(frozen=True, slots=True)
class MicroStops(Generic[K]):
    """Short stops of ``key``: ``count`` in ``episodes``, lasting ``lost_us`` together.

    ``per_thousand`` cycles now and ``before``; None without cycles.  ``is_more`` says that so many
    episodes come by chance in fewer than one of a hundred such stretches.
    """

    key: K
    count: int
    episodes: int
    lost_us: int
    per_thousand: float | None
    before: float | None
    expected: float | None
    p: float | None

    @property
    def is_more(self) -> bool:
        return self.p is not None and self.p < BELOW_P and self.episodes >= LEAST


def micro_stops(
    now: Iterable[tuple[K, int, int]],
    before: Iterable[tuple[K, int, int]],
    *,
    cycles: Mapping[K, int],
    cycles_before: Mapping[K, int],
) -> list[MicroStops[K]]:
    """Those of now, the most lost time first; each is (key, began, ended) in µs.

    ``cycles`` are the units made meanwhile where the key is at home, by key.
    """
    here, earlier = _by_key(now), _by_key(before)
    found = []
    for key, spans in here.items():
        made, made_before = cycles.get(key, 0), cycles_before.get(key, 0)
        came = earlier.get(key, [])
        episodes = _episodes(spans)
        expected = None
        if made and made_before:
            expected = max(1, _episodes(came)) * made / made_before
        found.append(
            MicroStops(
                key=key,
                count=len(spans),
                episodes=episodes,
                lost_us=sum(end - begin for begin, end in spans),
                per_thousand=1000 * len(spans) / made if made else None,
                before=1000 * len(came) / made_before if made_before else None,
                expected=expected,
                p=None if expected is None else gamma_p(episodes, expected),
            )
        )
    return sorted(found, key=lambda one: (-one.lost_us, str(one.key)))


def _by_key(stops: Iterable[tuple[K, int, int]]) -> dict[K, list[tuple[int, int]]]:
    found: dict[K, list[tuple[int, int]]] = defaultdict(list)
    for key, begin, end in stops:
        found[key].append((begin, end))
    return found


def _episodes(spans: list[tuple[int, int]]) -> int:
    count, last = 0, None
    for begin, end in sorted(spans):
        count += last is None or begin - last > APART_US
        last = end if last is None else max(last, end)
    return count
