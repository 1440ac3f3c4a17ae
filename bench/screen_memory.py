"""Memory, widgets and objects of a station with its window while it builds 2,000 units.

Real window, real journal, real rules; the devices are fakes in the process (see
tests/helpers/screen_soak.py).  Prints what is held after every tenth of the units.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from bench.plant import resident_bytes
from bench.rows import Row
from bench.scale import scaled

if TYPE_CHECKING:
    from tests.helpers.screen_soak import Held

UNITS, SAMPLES = 2_000, 10
#: After the first fifth, in which pages, statements and pictures find their place.
WARM = SAMPLES // 5
MOST_RATIO = 1.05
_MB = 1e6


class Sample(msgspec.Struct, frozen=True):
    """What one process held after so many units."""

    units: int
    resident: int
    widgets: int
    qobjects: int
    objects: int


def run() -> list[Row]:
    """In a process of its own."""
    units = scaled(UNITS)
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-m", "bench.screen_memory", str(units)],
        stdout=subprocess.PIPE,
        check=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    samples = [msgspec.json.decode(line, type=Sample) for line in done.stdout.splitlines()]
    for one in samples:
        held = f"{one.widgets} widgets, {one.qobjects} QObjects, {one.objects:,} of Python"
        print(f"  {one.units:,} units: {one.resident / _MB:.1f} MB, {held}", file=sys.stderr)
    name = f"station with its window, {units:,} units"
    warm = samples[WARM - 1 :]
    return [
        _row(f"{name}: memory", [s.resident / _MB for s in warm], "MB", MOST_RATIO),
        _row(f"{name}: widgets", [s.widgets for s in warm], "", 1.0),
        _row(f"{name}: objects of Qt", [s.qobjects for s in warm], "", 1.0),
        _row(f"{name}: objects of Python", [s.objects for s in warm], "", MOST_RATIO),
    ]


def _row(name: str, values: list[float] | list[int], unit: str, most: float) -> Row:
    """The most there was against the first."""
    return Row(name, len(values), max(values), unit, max(values) / values[0], most)


def work(units: int) -> None:
    """Build them; a line for each sample."""
    from bench.long_journal import scratch_folder
    from tests.helpers.screen_soak import ScreenSoak
    from ui.application import make_application
    from ui.qt_log import log_qt_messages

    log_qt_messages()
    application = make_application()

    def note(held: Held) -> None:
        sample = Sample(
            units=held.units,
            resident=resident_bytes(os.getpid()),
            widgets=held.widgets,
            qobjects=held.qobjects,
            objects=held.objects,
        )
        sys.stdout.write(msgspec.json.encode(sample).decode() + "\n")
        sys.stdout.flush()

    soak = ScreenSoak(Path(scratch_folder()), application)
    soak.run(units, every=max(1, units // SAMPLES), note=note)


if __name__ == "__main__":
    work(int(sys.argv[1]))
