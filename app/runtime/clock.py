"""The machine's own clocks."""

from __future__ import annotations

import time
import uuid
from pathlib import Path

_BOOT_ID = Path("/proc/sys/kernel/random/boot_id")


class SystemClock:
    """Implements the port Clock with the operating system's clocks."""

    def __init__(self, boot_id: Path = _BOOT_ID) -> None:
        self._boot = _read_boot_id(boot_id)

    @property
    def boot(self) -> str:
        return self._boot

    def now_us(self) -> int:
        return time.time_ns() // 1_000

    def mono_ns(self) -> int:
        return time.monotonic_ns()


def _read_boot_id(path: Path) -> str:
    try:
        return str(uuid.UUID(path.read_text(encoding="ascii").strip()))
    except (OSError, ValueError):
        # Without the kernel's word each process is a boot of its own: never wrong, only stricter.
        return str(uuid.uuid4())
