"""How large the heavy benchmarks are, in one place."""

from __future__ import annotations

import os


def scaled(count: int) -> int:
    """``count`` times ASBUILT_BENCH_SCALE (1 by default, a fraction for a quick look)."""
    return max(1, int(count * float(os.environ.get("ASBUILT_BENCH_SCALE", "1"))))
