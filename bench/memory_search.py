"""Finding like cases among 20,000 and 100,000: how long it takes, to fill and in memory.

The baseline is SQLite in memory that scans the same texts with LIKE for the question's words, the
way a plain search box would; it neither ranks nor minds misspelt words.
"""

from __future__ import annotations

import random
import sqlite3
import time
import tracemalloc
from typing import TYPE_CHECKING

from bench.rows import Row, Times, median_row, percentile
from bench.scale import scaled
from memory.records import Case, Outcome
from memory.search import Index
from memory.text import is_function_word, words

if TYPE_CHECKING:
    from collections.abc import Callable

#: What a station holds and what a plant does.
SIZES = (20_000, 100_000)
QUESTIONS = 200
LONGEST_WAIT_MS = 50.0
#: Of the time that LIKE takes, which does not rank.
MOST_OF_A_SCAN = 0.5
LONGEST_FILLING_S = 1.5

_PARTS = "bolt screw washer seal bearing gear housing bracket hose sensor plug clip cover shaft"
_TROUBLES = (
    "torque too low", "torque too high", "angle not reached", "cross threaded",
    "wrong part scanned", "missing", "label unreadable", "leaks at the joint", "does not fit",
    "scratched surface", "tool does not start", "came late from the warehouse",
    "loose after tightening", "noisy in test",
)  # fmt: skip
_ACTIONS = (
    "replaced with a new one", "tightened again", "sorted out the lot", "asked the supplier",
    "tool calibrated", "program changed", "reworked at the bench", "held for quality",
    "cleaned the thread", "swapped the socket", "used the second fixture", "no action needed",
)  # fmt: skip
_HASTE = {"torque": "trq", "bearing": "brng", "replaced": "repl", "tightened": "tightend"}


def run() -> list[Row]:
    """At both sizes."""
    return [row for size in SIZES for row in _at(scaled(size))]


def _at(size: int) -> list[Row]:
    cases = history(size)
    began = time.process_time()
    index = Index(cases)
    filled_s = time.process_time() - began
    longest = [" ".join(case.text for case in cases[n : n + 40]) for n in range(QUESTIONS // 4)]
    asked = questions()
    connection = _plain_table(cases)
    found, scanned = in_turns(asked, index.search, lambda one: _scan(connection, one))
    baseline = Times(f"LIKE on {size:,} texts in SQLite's memory", scanned)
    times = Times(f"like cases among {size:,}", found)
    of_longest = [_took_us(index.search, question) for question in longest]
    filling_limit = LONGEST_FILLING_S if size <= SIZES[0] else None
    return [
        median_row(baseline),
        median_row(times, baseline, most=MOST_OF_A_SCAN),
        p95_row(times.name, found, most=LONGEST_WAIT_MS),
        p95_row("the same, questions as long as they may be", of_longest),
        Row("the same: filled from the cases, processor", size, filled_s, "s", most=filling_limit),
        Row("the same: memory, without the cases", size, _memory_mb(cases), "MB"),
    ]


def in_turns(
    questions: list[str], first: Callable[[str], object], second: Callable[[str], object]
) -> tuple[list[float], list[float]]:
    """How long each question took the one and the other, in µs, asked in turns."""
    took = [(_took_us(first, asked), _took_us(second, asked)) for asked in questions]
    return [one for one, _ in took], [other for _, other in took]


def _took_us(ask: Callable[[str], object], question: str) -> float:
    began = time.perf_counter_ns()
    ask(question)
    return (time.perf_counter_ns() - began) / 1e3


def p95_row(name: str, took_us: list[float], *, most: float | None = None) -> Row:
    """What one in twenty takes longer than."""
    p95_ms = percentile(sorted(took_us), 0.95) / 1e3
    return Row(f"{name}, p95", len(took_us), p95_ms, "ms", most=most)


def _memory_mb(cases: list[Case]) -> float:
    tracemalloc.start()
    index = Index(cases)
    assert len(index) == len(cases)
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held / 1e6


def _plain_table(cases: list[Case]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE plain(id TEXT, text TEXT)")
    rows = ((case.case, case.text) for case in cases)
    connection.executemany("INSERT INTO plain VALUES (?, ?)", rows)
    return connection


def _scan(connection: sqlite3.Connection, question: str) -> list[tuple[str]]:
    asked = [f"%{word}%" for word in words(question) if not is_function_word(word)]
    like = " + ".join("(text LIKE ?)" for _ in asked)
    query = f"SELECT id FROM plain ORDER BY {like} DESC LIMIT 10"  # noqa: S608 - only marks
    return connection.execute(query, asked).fetchall()


def history(size: int) -> list[Case]:
    """So many cases, the same ones in each run."""
    dice = random.Random(11)  # noqa: S311 - texts, not a secret
    parts = _PARTS.split()
    return [_case(number, parts, dice) for number in range(size)]


def _case(number: int, parts: list[str], dice: random.Random) -> Case:
    part, trouble, action = dice.choice(parts), dice.choice(_TROUBLES), dice.choice(_ACTIONS)
    article = f"{dice.randrange(400):04d}-{dice.randrange(90_000) + 10_000}"
    value = f"{dice.uniform(8, 90):.1f} N·m"
    text = f"{part} {article}: {trouble}, {value} at T-{dice.randrange(40):02d}. {action}"
    if dice.random() < 0.3:
        text = " ".join(_HASTE.get(word, word) for word in text.split())
    station = f"ST-{dice.randrange(100):03d}"
    context = {"station": station, "part": article, "shift": dice.choice("ABC"), "kind": trouble}
    outcome = dice.choice(list(Outcome))
    return Case(case=f"C{number:06d}", text=text, at_us=number, context=context, outcome=outcome)


def questions() -> list[str]:
    """Half of them a few words, half a whole new case."""
    dice = random.Random(12)  # noqa: S311
    parts = _PARTS.split()
    return [
        f"{dice.choice(parts)} {dice.choice(_TROUBLES)}"
        if number % 2
        else _case(number, parts, dice).text
        for number in range(QUESTIONS)
    ]
