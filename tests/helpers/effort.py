"""How much a randomised test tries: little in every run, much by `make soak`."""

from __future__ import annotations

import os

SOAK = "soak"


def effort(usual: int, soak: int) -> int:
    """``usual`` in every run, ``soak`` when HYPOTHESIS_PROFILE says so."""
    return soak if os.environ.get("HYPOTHESIS_PROFILE") == SOAK else usual
