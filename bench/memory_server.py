"""The plant's search over HTTP among 100,000 imported cases, and how soon a start can answer it.

The baseline is the same index with the same cases in the benchmark's own process, asked in turns
with the server: the ratio is what the way through the server costs.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import httpx

from bench.long_journal import scratch_folder
from bench.memory_fill import publish_history
from bench.memory_search import history, in_turns, p95_row, questions
from bench.plant import serving
from bench.rows import Row, Times, median_row
from bench.scale import scaled
from memory.search import Index
from server.plant import open_plant
from server.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from memory.records import Case

CASES = 100_000
LONGEST_WAIT_MS = 50.0
#: Of the time that the bare index takes: the rest is HTTP, the lock and the answer's JSON.
MOST_OF_THE_INDEX = 2.5

_WARM_UPS = 10
_LOADING = 503


def run() -> list[Row]:
    """On SQLite, the server in a process of its own."""
    cases = history(scaled(CASES))
    folder = scratch_folder() / "data"
    _publish(folder, cases)
    index = Index(cases)
    with serving(folder) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        loaded_s = until_answered(client)
        asked = questions()
        for question in asked[:_WARM_UPS]:
            _search(client, question).raise_for_status()
        began_s = server.cpu_s()
        served, bare = in_turns(asked, lambda one: _search(client, one), index.search)
        each_ms = (server.cpu_s() - began_s) / len(asked) * 1e3
    baseline = Times("the same index, asked in the process", bare)
    times = Times(f"search over HTTP among {len(cases):,} cases", served)
    return [
        median_row(baseline),
        p95_row(baseline.name, bare),
        median_row(times, baseline, most=MOST_OF_THE_INDEX),
        p95_row(times.name, served, most=LONGEST_WAIT_MS),
        Row("the same: the server's processor, each", len(asked), each_ms, "ms"),
        Row("from listening to the first answer", len(cases), loaded_s, "s"),
    ]


def _publish(folder: Path, cases: list[Case]) -> None:
    """The cases as an import leaves them in the feed."""
    plant = open_plant(Settings(folder))
    try:
        publish_history(plant, cases)
        plant.projector.catch_up()
    finally:
        plant.close()


def _search(client: httpx.Client, question: str) -> httpx.Response:
    return client.get("/v1/memory/search", params={"q": question}, timeout=60)


def until_answered(client: httpx.Client) -> float:
    """How long it takes until the server has read its cases."""
    began = time.perf_counter()
    while True:
        answer = _search(client, "torque")
        if answer.status_code != _LOADING:
            answer.raise_for_status()
            return time.perf_counter() - began
        time.sleep(0.1)
